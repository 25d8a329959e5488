"""Baselines, what moved between two timetables, and by how many working days."""

import datetime as dt
from collections.abc import Callable
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import BaselineExists, InvalidValue, UnknownBaseline
from kompetanse.model import (
    Baseline,
    ClosedPeriod,
    Gathering,
    Moved,
    Programme,
    Text,
    Timetable,
    working_days,
)
from kompetanse.testing.strategies import programmes

DAY = dt.timedelta(days=1)
WHIT_MONDAY = ClosedPeriod(dt.date(2023, 5, 29), dt.date(2023, 5, 29), "Andre pinsedag")
FRIDAY, MONDAY, TUESDAY = dt.date(2023, 5, 26), dt.date(2023, 5, 29), dt.date(2023, 5, 30)
DATES = st.dates(dt.date(2022, 12, 1), dt.date(2023, 7, 1))
PERIODS = st.lists(
    st.tuples(DATES, st.integers(0, 20)).map(lambda one: ClosedPeriod(one[0], one[0] + DAY * one[1], "x")),
    max_size=4,
)
TIMETABLES = st.lists(
    st.builds(
        Gathering,
        st.sampled_from("abc"),
        st.sampled_from(("nord", "vest")),
        DATES,
        st.sampled_from((dt.time(9), dt.time(8, 30))),
        st.just(dt.time(15)),
        st.sampled_from((None, "Bokn")),
    ),
    max_size=6,
).map(Timetable)


def mirrored(moved: Moved) -> Moved:
    days = None if moved.working_days is None else -moved.working_days
    return Moved(moved.module, moved.cohort, moved.now, moved.was, days)


def test_a_timetable_is_kept_under_a_name_and_found_again() -> None:
    timetable = Timetable((Gathering("a", "nord", FRIDAY),))
    programme = Programme("p", timetable=timetable).with_baseline("mars", Text("Mars", "March"))
    assert programme.baseline("mars") == Baseline("mars", Text("Mars", "March"), timetable)
    assert programme.timetable == timetable
    later = programme.with_baseline("april")
    assert [one.name.nb for one in later.baselines] == ["Mars", "april"]


def test_a_baseline_is_never_replaced() -> None:
    with pytest.raises(BaselineExists) as caught:
        Programme("p").with_baseline("mars").with_baseline("mars")
    assert caught.value == BaselineExists("mars")


def test_an_unknown_baseline_is_told_with_the_one_that_may_be_meant() -> None:
    with pytest.raises(UnknownBaseline) as caught:
        Programme("p").with_baseline("mars").baseline("mar")
    assert caught.value == UnknownBaseline("mar", "mars")


def test_closed_periods_are_added_after_those_that_stand() -> None:
    school = ClosedPeriod(dt.date(2023, 2, 27), dt.date(2023, 3, 3), "Vinterferie")
    programme = Programme("p", closed=(WHIT_MONDAY,)).with_closed([school])
    assert programme.closed == (WHIT_MONDAY, school)
    with pytest.raises(InvalidValue, match=r"Programme.with_closed.periods: should be ClosedPeriod"):
        programme.with_closed(["vinterferie"])  # type: ignore[list-item]  # that is what is tested


def test_what_moved_is_told_with_working_days_hours_and_places() -> None:
    was = Timetable(
        (
            Gathering("a", "nord", FRIDAY),
            Gathering("a", "vest", FRIDAY),
            Gathering("b", "nord", TUESDAY, place="Bokn"),
            Gathering("c", "nord", TUESDAY),
            Gathering("d", "nord", TUESDAY),
        )
    )
    now = Timetable(
        (
            Gathering("e", "nord", TUESDAY),
            Gathering("d", "nord", TUESDAY, dt.time(8)),
            Gathering("b", "nord", FRIDAY, place="Bokn"),
            Gathering("a", "vest", FRIDAY),
            Gathering("a", "nord", TUESDAY),
        )
    )
    moved = was.difference(now, closed=(WHIT_MONDAY,))
    told = [(one.module, one.cohort, one.working_days) for one in moved]
    assert told == [
        ("a", "nord", 1),
        ("b", "nord", -1),
        ("c", "nord", None),
        ("d", "nord", 0),
        ("e", "nord", None),
    ]
    assert [one.working_days for one in was.difference(now)][:2] == [2, -2]
    assert moved[0].was == Gathering("a", "nord", FRIDAY)
    assert moved[2].now is None
    assert moved[4].was is None


def test_of_several_gatherings_for_one_module_the_first_are_compared() -> None:
    was = Timetable((Gathering("a", "nord", TUESDAY), Gathering("a", "nord", FRIDAY)))
    now = Timetable((Gathering("a", "nord", TUESDAY), Gathering("a", "nord", MONDAY)))
    assert [(one.was, one.now) for one in was.difference(now)] == [
        (Gathering("a", "nord", FRIDAY), Gathering("a", "nord", MONDAY))
    ]


@given(TIMETABLES, PERIODS, st.randoms(use_true_random=False))
def test_a_timetable_does_not_differ_from_itself_in_any_order(
    timetable: Timetable, closed: list[ClosedPeriod], random: Random
) -> None:
    shuffled = list(timetable.gatherings)
    random.shuffle(shuffled)
    assert timetable.difference(Timetable(shuffled), closed) == ()


@given(TIMETABLES, TIMETABLES, PERIODS)
def test_a_difference_seen_from_the_other_side_is_its_mirror(
    one: Timetable, other: Timetable, closed: list[ClosedPeriod]
) -> None:
    assert tuple(map(mirrored, one.difference(other, closed))) == other.difference(one, closed)


@given(TIMETABLES, TIMETABLES)
def test_a_difference_tells_all_that_leads_from_one_to_the_other(one: Timetable, other: Timetable) -> None:
    moved = one.difference(other)
    left = list(one.gatherings)
    for it in moved:
        if it.was:
            left.remove(it.was)
        if it.now:
            left.append(it.now)
    assert sorted(left, key=repr) == sorted(other.gatherings, key=repr)


@given(DATES, DATES, PERIODS)
def test_working_days_are_counted_one_by_one(
    start: dt.date, end: dt.date, closed: list[ClosedPeriod]
) -> None:
    first, last = sorted((start, end))
    days = [first + DAY * number for number in range(1, (last - first).days + 1)]
    count = sum(day.weekday() < 5 and not any(day in one for one in closed) for day in days)
    assert working_days(start, end, closed) == (count if start <= end else -count)


@given(DATES, DATES, DATES, PERIODS)
def test_working_days_add_up_along_a_chain(
    one: dt.date, two: dt.date, three: dt.date, closed: list[ClosedPeriod]
) -> None:
    steps = working_days(one, two, closed) + working_days(two, three, closed)
    assert steps == working_days(one, three, closed)


@given(programmes())
def test_a_baseline_of_a_shifted_timetable_tells_every_gathering(programme: Programme) -> None:
    kept = attrs.evolve(programme, baselines=()).with_baseline("v1")
    later = attrs.evolve(kept, timetable=kept.timetable.shifted(7))
    moved = later.baseline("v1").timetable.difference(later.timetable)
    assert [one.working_days for one in moved] == [5] * len(programme.timetable.gatherings)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: working_days("x", FRIDAY), "working_days.start: should be a date"),  # type: ignore[arg-type]  # tested
        (lambda: working_days(FRIDAY, dt.datetime(2023, 1, 1)), "working_days.end: should be a date"),  # noqa: DTZ001  # tested
        (lambda: working_days(FRIDAY, FRIDAY, "x"), "working_days.closed: should be a list"),  # type: ignore[arg-type]  # tested
        (lambda: Timetable().difference(None), "Timetable.difference.other: should be Timetable"),  # type: ignore[arg-type]  # tested
    ],
)
def test_what_cannot_be_compared_is_refused(call: Callable[[], object], said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        call()
