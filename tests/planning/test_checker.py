"""The checker and the oracle themselves: each constraint by an example, and the two against each other."""

import datetime as dt
from collections.abc import Callable
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from kompetanse.model import (
    AnyOf,
    ClosedPeriod,
    Cohort,
    Deadline,
    Facilitator,
    Gathering,
    Module,
    ModuleOrder,
    NotBefore,
    Organisation,
    Phase,
    Pin,
    PlanningRules,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Timetable,
    Venue,
)
from kompetanse.planning.scheduling.constraint import KINDS, Constraint
from kompetanse.testing import strategies

Broken = Callable[[Programme, Timetable], list[str]]
MONDAY = dt.date(2023, 5, 8)
DAY = dt.timedelta(days=1)
TOGETHER = PrerequisiteKind.TOGETHER
B = Module("b")


def two(order: ModuleOrder = ModuleOrder.STATED, *, b: Module = B, **rules: Any) -> Programme:  # noqa: ANN401  # fields of several kinds
    """Two cohorts who take `a` and `b`."""
    return Programme(
        "p",
        modules=(Module("a"), b),
        organisations=(Organisation("o", leaders=8), Organisation("q", leaders=5)),
        cohorts=(Cohort("x", members=("o",)), Cohort("y", members=("q",))),
        planning=PlanningRules(order=order, **rules),
    )


def booked(**days: dict[str, int]) -> Timetable:
    """For each cohort, the days from a Monday to its gatherings."""
    return Timetable(
        Gathering(module, cohort, MONDAY + DAY * after)
        for cohort, some in days.items()
        for module, after in some.items()
    )


def day(after: int) -> ClosedPeriod:
    return ClosedPeriod(MONDAY + DAY * after, MONDAY + DAY * after, "Fri")


EARLY = {"a": 0, "b": 8}
FINE = booked(x=EARLY, y={"a": 1, "b": 9})
OWN = ModuleOrder.OWN
CASES = [
    ("start", two(start=MONDAY + DAY), FINE),
    ("end", two(end=MONDAY + DAY * 8), FINE),
    ("end", two(end=MONDAY + DAY * 9, b=Module("b", follow_up=Phase(1))), FINE),
    ("min-gap", two(min_gap=9), FINE),
    ("max-gap", two(max_gap=7), FINE),
    ("prerequisite", two(b=Module("b", requires=(Prerequisite("a", lag=9),))), FINE),
    ("any-of", two(b=Module("b", any_of=(AnyOf((Prerequisite("a", lag=9),)),))), FINE),
    ("preparation", two(b=Module("b", preparation=Phase(8))), FINE),
    ("closed", attrs.evolve(two(), closed=(day(8),)), FINE),
    ("closed", two(public_holidays=True), booked(x={"a": 0, "b": 10}, y={"a": 1, "b": 8})),
    ("cohort-closed", attrs.evolve(two(), cohorts=(Cohort("x", closed=(day(8),)), Cohort("y"))), FINE),
    ("deadline", two(deadlines=(Deadline("b", MONDAY + DAY * 8, "y"),)), FINE),
    ("not-before", two(not_before=(NotBefore("b", MONDAY + DAY * 9),)), FINE),
    ("pin", two(pins=(Pin("b", "x", MONDAY + DAY * 7),)), FINE),
    ("facilitators", two(facilitators=(Facilitator("k"),)), booked(x=EARLY, y=EARLY)),
    ("facilitators", two(facilitators=(Facilitator("k", modules=("a",)),)), FINE),
    ("facilitators", two(facilitators=(Facilitator("k", away=(day(9),)),)), FINE),
    ("venues", two(venues=(Venue("v", capacity=7),)), FINE),
    ("venues", two(venues=(Venue("v"), Venue("w", capacity=4))), booked(x=EARLY, y=EARLY)),
    ("venues", two(venues=(Venue("v", closed=(day(9),)),)), FINE),
    ("same-week", two(same_week=True), booked(x=EARLY, y={"a": 4, "b": 14})),
    ("within-days", two(within_days=1), FINE),
    ("own-day", two(own_day=True), booked(x=EARLY, y={"a": 1, "b": 8})),
    ("order", two(), booked(x=EARLY, y={"b": 1, "a": 9})),
    ("order", two(ModuleOrder.SHARED), booked(x=EARLY, y={"b": 1, "a": 9})),
    ("weekday", two(), booked(x=EARLY, y={"a": 5, "b": 9})),
    ("once", two(), booked(x=EARLY, y={"a": 1})),
    ("block", two(), booked(x=EARLY, y={"a": 1, "b": 1})),
    ("block", two(b=Module("b", requires=(Prerequisite("a", TOGETHER),))), FINE),
]


@pytest.mark.parametrize(("key", "programme", "timetable"), CASES)
def test_what_is_broken_is_told_by_its_key_alone(
    key: str, programme: Programme, timetable: Timetable, broken: Broken
) -> None:
    assert {one.split(":")[0] for one in broken(programme, timetable)} == {key}


@pytest.mark.parametrize(
    "programme",
    [
        two(start=MONDAY, end=MONDAY + DAY * 9, min_gap=8, max_gap=8, within_days=2, own_day=True),
        two(same_week=True, pins=(Pin("b", "x", MONDAY + DAY * 8),), venues=(Venue("v", capacity=8),)),
        two(b=Module("b", preparation=Phase(7), requires=(Prerequisite("a", lag=8),))),
        two(facilitators=(Facilitator("k", away=(day(9),)), Facilitator("l", modules=("b",)))),
        two(deadlines=(Deadline("b", MONDAY + DAY * 9),), not_before=(NotBefore("b", MONDAY + DAY * 8),)),
        two(b=Module("b", any_of=(AnyOf(("a",)),))),
    ],
)
def test_what_is_kept_to_the_day_breaks_nothing(programme: Programme, broken: Broken) -> None:
    assert broken(programme, FINE) == []


def test_weeks_are_counted_by_module_or_in_orders_of_their_own_by_turn(broken: Broken) -> None:
    crossed = booked(x={"a": 0, "b": 8}, y={"b": 1, "a": 9})
    assert broken(two(OWN, same_week=True), crossed) == []
    assert broken(two(OWN, within_days=1), crossed) != []


def test_one_facilitator_leads_two_cohorts_a_day_where_that_is_said(broken: Broken) -> None:
    both = booked(x=EARLY, y=EARLY)
    assert broken(two(facilitators=(Facilitator("k", a_day=2),)), both) == []
    assert broken(two(facilitators=(Facilitator("k"), Facilitator("l"))), both) == []


def test_every_kind_of_constraint_has_its_example() -> None:
    blamed_elsewhere = {"follow-up", "away", "venue-closed"}
    assert {key for key, *_ in CASES} - {
        "order",
        "weekday",
        "once",
        "block",
    } == KINDS.keys() - blamed_elsewhere


@settings(max_examples=60)
@given(programme=strategies.planned_programmes(max_modules=3, max_cohorts=2, max_days=14))
def test_what_the_oracle_finds_breaks_nothing(
    programme: Programme, broken: Broken, possible: Callable[..., Timetable | None]
) -> None:
    found = possible(programme)
    if found is not None:
        assert broken(programme, found) == []


@settings(max_examples=60)
@given(programme=strategies.planned_programmes(max_modules=2, max_cohorts=2, max_days=7))
def test_where_the_oracle_finds_nothing_no_dates_at_all_would_do(
    programme: Programme,
    keeping: Callable[[Programme], Callable[[Timetable], bool]],
    possible: Callable[..., Timetable | None],
) -> None:
    start, end = programme.planning.start, programme.planning.end
    assert start is not None
    assert end is not None
    days = [start + DAY * after for after in range((end - start).days + 1)]
    slots = [(module.id, cohort.id) for cohort in programme.cohorts for module in programme.modules]
    everything = (
        Timetable(Gathering(*slot, date) for slot, date in zip(slots, dates, strict=True))
        for dates in product(days, repeat=len(slots))
    )
    some = any(map(keeping(programme), everything))
    assert some is (possible(programme) is not None)


WEEK = PlanningRules(MONDAY, MONDAY + DAY * 4, min_gap=5)
TIGHT = Programme(
    "p", modules=(Module("a"), Module("b", preparation=Phase(1))), cohorts=(Cohort("x"),), planning=WEEK
)


def test_the_oracle_tells_which_constraints_are_to_blame(possible: Callable[..., Timetable | None]) -> None:
    gap = Constraint("min-gap", "planning/min_gap", (("days", 5), ("first", "a"), ("then", "b")))
    start, end = ("start", "planning/from"), ("end", "planning/until")
    assert possible(TIGHT) is None
    assert possible(TIGHT, only=[gap, start, end]) is None
    for one in (gap, start, end):
        assert possible(TIGHT, without=[one]) is not None
    assert possible(TIGHT, without=[("preparation", "modules/b/preparation")]) is None
    assert possible(attrs.evolve(TIGHT, planning=attrs.evolve(WEEK, min_gap=4))) == Timetable(
        (Gathering("a", "x", MONDAY), Gathering("b", "x", MONDAY + DAY * 4))
    )
