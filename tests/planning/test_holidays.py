"""Norway's public holidays, and programmes that ask for them."""

import datetime as dt
import sys

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.checks import check
from kompetanse.errors import InvalidValue, MissingExtra
from kompetanse.model import (
    Baseline,
    ClosedPeriod,
    Cohort,
    Deadline,
    Gathering,
    Module,
    NotBefore,
    Pin,
    PlanningRules,
    Programme,
    Shift,
    Text,
    Timetable,
)
from kompetanse.planning import public_holidays, with_public_holidays

ASKED = PlanningRules(public_holidays=True)
DAY = dt.timedelta(days=1)
WHIT_MONDAY = dt.date(2023, 5, 29)
DATES = st.dates(dt.date(1901, 1, 1), dt.date(2100, 12, 31))


def easter(year: int) -> dt.date:
    """Easter Sunday, by the Anonymous Gregorian algorithm (Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    last = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * last) // 451
    month, day = divmod(h + last - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def test_the_holidays_of_a_year_have_their_norwegian_names() -> None:
    found = public_holidays(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert [(str(one.start), one.name.nb) for one in found] == [
        ("2023-01-01", "Første nyttårsdag"),
        ("2023-04-06", "Skjærtorsdag"),
        ("2023-04-07", "Langfredag"),
        ("2023-04-09", "Første påskedag"),
        ("2023-04-10", "Andre påskedag"),
        ("2023-05-01", "Arbeidernes dag"),
        ("2023-05-17", "Grunnlovsdag"),
        ("2023-05-18", "Kristi himmelfartsdag"),
        ("2023-05-28", "Første pinsedag"),
        ("2023-05-29", "Andre pinsedag"),
        ("2023-12-25", "Første juledag"),
        ("2023-12-26", "Andre juledag"),
    ]
    assert all(one.start == one.end for one in found)
    assert {"Good Friday", "Christmas Day", "Constitution Day"} <= {one.name.en for one in found}


def test_two_holidays_on_one_day_are_one_period_with_both_names() -> None:
    (both,) = public_holidays(dt.date(2008, 5, 1), dt.date(2008, 5, 1))
    assert set(both.name.nb.split(" / ")) == {"Arbeidernes dag", "Kristi himmelfartsdag"}
    assert len(both.name.en.split(" / ")) == 2


@given(st.integers(1950, 2100))
def test_every_holiday_falls_where_easter_and_the_law_put_it(year: int) -> None:
    moved = {easter(year) + DAY * days for days in (-3, -2, 0, 1, 39, 49, 50)}
    fixed = {dt.date(year, *one) for one in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}
    found = public_holidays(dt.date(year, 1, 1), dt.date(year, 12, 31))
    assert [one.start for one in found] == sorted(moved | fixed)


@given(DATES, st.integers(0, 800), st.integers(0, 800))
def test_a_span_of_days_has_the_holidays_of_its_two_halves(start: dt.date, one: int, two: int) -> None:
    last = dt.date(2100, 12, 31)
    middle = min(start + DAY * one, last - DAY) if start < last else start
    end = min(middle + DAY * (two + 1), last)
    if middle < end:
        halves = public_holidays(start, middle) + public_holidays(middle + DAY, end)
        assert public_holidays(start, end) == halves


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (WHIT_MONDAY, WHIT_MONDAY - DAY, "public_holidays: should end after it starts"),
        (dt.date(1900, 12, 31), WHIT_MONDAY, "public_holidays.start: should lie between 1901-01-01"),
        (WHIT_MONDAY, dt.date(2101, 1, 1), "public_holidays.end: should lie between 1901-01-01"),
        ("2023", WHIT_MONDAY, "public_holidays.start: should be a date"),
    ],
)
def test_a_span_without_known_holidays_is_refused(start: dt.date, end: dt.date, said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        public_holidays(start, end)


def test_a_programme_that_does_not_ask_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    programme = Programme("p", timetable=Timetable((Gathering("a", "nord", WHIT_MONDAY),)))
    assert with_public_holidays(programme) is programme
    assert with_public_holidays(Programme("p", planning=ASKED)) == Programme("p", planning=ASKED)


@pytest.mark.parametrize(
    "programme",
    [
        Programme("p", planning=attrs.evolve(ASKED, start=WHIT_MONDAY)),
        Programme("p", planning=attrs.evolve(ASKED, end=WHIT_MONDAY)),
        Programme("p", planning=attrs.evolve(ASKED, deadlines=(Deadline("a", WHIT_MONDAY),))),
        Programme("p", planning=attrs.evolve(ASKED, not_before=(NotBefore("a", WHIT_MONDAY),))),
        Programme("p", planning=attrs.evolve(ASKED, pins=(Pin("a", "nord", WHIT_MONDAY),))),
        Programme("p", planning=ASKED, timetable=Timetable((Gathering("a", "nord", WHIT_MONDAY),))),
        Programme(
            "p",
            planning=ASKED,
            baselines=(Baseline("v1", timetable=Timetable((Gathering("a", "nord", WHIT_MONDAY),))),),
        ),
    ],
)
def test_wherever_a_year_is_spoken_of_its_holidays_are_added(programme: Programme) -> None:
    closed = with_public_holidays(programme).closed
    assert WHIT_MONDAY in [one.start for one in closed]
    assert {one.start.year for one in closed} == {2023, 2024}  # a remedy may move into the next


def test_holidays_stand_after_the_closed_periods_and_close_no_day_twice() -> None:
    christmas = ClosedPeriod(dt.date(2023, 12, 22), dt.date(2024, 1, 2), "Jul")
    programme = Programme("p", closed=(christmas,), planning=attrs.evolve(ASKED, start=WHIT_MONDAY))
    with_holidays = with_public_holidays(programme)
    assert with_holidays.closed[0] == christmas
    assert not any(one.start in christmas for one in with_holidays.closed[1:])
    assert with_public_holidays(with_holidays) == with_holidays


def test_the_last_year_with_known_holidays_has_no_next_one() -> None:
    programme = Programme("p", planning=attrs.evolve(ASKED, start=dt.date(2100, 3, 1)))
    assert {one.start.year for one in with_public_holidays(programme).closed} == {2100}
    with pytest.raises(InvalidValue, match=r"public_holidays\.start: should lie between"):
        with_public_holidays(Programme("p", planning=attrs.evolve(ASKED, start=dt.date(2101, 3, 1))))


def test_a_gathering_on_a_holiday_is_found_by_its_name_and_moved_to_an_open_day() -> None:
    programme = Programme(
        "p",
        modules=(Module("a"),),
        cohorts=(Cohort("nord"),),
        planning=ASKED,
        timetable=Timetable((Gathering("a", "nord", WHIT_MONDAY),)),
    )
    assert "closed-period" not in [one.rule for one in check(programme)]
    (found,) = [one for one in check(with_public_holidays(programme)) if one.rule == "closed-period"]
    assert ("period_nb", "Andre pinsedag") in found.details
    assert found.place == "timetable/gatherings/a/nord"
    assert found.remedies == (Shift("nord", 1, "a"),)


def test_without_the_extra_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(MissingExtra, match=r"pip install 'kompetanse\[calendar\]'") as caught:
        public_holidays(WHIT_MONDAY, WHIT_MONDAY)
    assert caught.value == MissingExtra("holidays", "calendar")


def test_names_are_in_both_languages() -> None:
    found = public_holidays(dt.date(2022, 1, 1), dt.date(2024, 12, 31))
    alike = {one.name for one in found if one.name.nb == one.name.en}
    assert alike == set()
    assert all(type(one.name) is Text for one in found)
