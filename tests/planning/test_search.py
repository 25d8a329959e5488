"""What a search keeps to where no bound shows it: room by the day, closed days, lags in any order."""

from collections.abc import Callable
from datetime import date

import attrs
import pytest

from kompetanse.model import (
    ClosedPeriod,
    Cohort,
    Facilitator,
    Module,
    ModuleOrder,
    PlanningRules,
    Prerequisite,
    Programme,
    Timetable,
)
from kompetanse.planning import first_fit, moves, plan

pytest.importorskip("ortools", reason="the extra plan is not installed")

Broken = Callable[[Programme, Timetable], list[str]]
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2023, 3, 6 + day) for day in range(4))
END = date(2023, 6, 30)


def closed(day: date) -> tuple[ClosedPeriod, ...]:
    return (ClosedPeriod(day, day, "Stengt"),)


def test_a_day_on_which_one_of_two_facilitators_is_away_takes_one_cohort(broken: Broken) -> None:
    """The week has room for three; but two of the three can only meet on the day that has room for one."""
    rest = ClosedPeriod(TUESDAY, date(2023, 3, 10), "Opptatt")
    programme = Programme(
        "p",
        modules=(Module("a"),),
        cohorts=(Cohort("nord", closed=(rest,)), Cohort("sør", closed=(rest,)), Cohort("vest")),
        planning=PlanningRules(
            MONDAY,
            END,
            same_week=True,
            facilitators=(Facilitator("kari"), Facilitator("ola", away=closed(MONDAY))),
        ),
    )
    found = plan(programme)
    assert broken(programme, found.timetable) == []
    assert min(one.date for one in found.timetable.gatherings) > date(2023, 3, 10)


def test_a_day_that_is_closed_to_all_is_passed_over_within_the_week() -> None:
    programme = Programme(
        "p",
        modules=(Module("a"),),
        cohorts=[Cohort(one) for one in ("nord", "sør", "vest")],
        closed=closed(TUESDAY),
        planning=PlanningRules(MONDAY, END, same_week=True, own_day=True),
    )
    for timetable in (plan(programme).timetable, first_fit(programme)):
        assert sorted(one.date for one in timetable.gatherings) == [MONDAY, WEDNESDAY, THURSDAY]


@pytest.mark.parametrize("order", ModuleOrder)
def test_a_lag_longer_than_the_gap_holds_in_every_kind_of_order(order: ModuleOrder) -> None:
    programme = Programme(
        "p",
        modules=(Module("a"), Module("b", requires=(Prerequisite("a", lag=21),)), Module("c")),
        order=("a", "c", "b"),
        cohorts=(Cohort("nord"),),
        planning=PlanningRules(MONDAY, END, min_gap=7, order=order),
    )
    days = {one.module: one.date for one in plan(programme).timetable.gatherings}
    assert (days["b"] - days["a"]).days == 21


def test_what_fits_first_shares_a_facilitator_between_modules(broken: Broken) -> None:
    programme = Programme(
        "p",
        modules=(Module("a"), Module("b", requires=("a",))),
        cohorts=(Cohort("nord"), Cohort("sør")),
        planning=PlanningRules(MONDAY, END, facilitators=(Facilitator("kari"),)),
    )
    timetable = first_fit(programme)
    assert broken(programme, timetable) == []
    assert sorted(one.date for one in timetable.gatherings) == [MONDAY, TUESDAY, WEDNESDAY, THURSDAY]


def test_what_fits_first_counts_a_lag_from_the_day_that_was_taken(broken: Broken) -> None:
    facilitators = Facilitator("kari", modules=("a",)), Facilitator("ola", modules=("b",), a_day=2)
    programme = Programme(
        "p",
        modules=(Module("a"), Module("b", requires=(Prerequisite("a", lag=7),))),
        cohorts=(Cohort("nord"), Cohort("sør")),
        planning=PlanningRules(MONDAY, END, facilitators=facilitators),
    )
    assert broken(programme, first_fit(programme)) == []


def test_what_moved_to_its_cohorts_week_is_told_so() -> None:
    """The other two are held in the week after by what closes; the third goes with them."""
    rules = PlanningRules(MONDAY, END, same_week=True)
    cohorts = [Cohort(one) for one in ("nord", "sør", "vest")]
    before = plan(Programme("p", modules=(Module("a"),), cohorts=cohorts, planning=rules)).programme
    week = (ClosedPeriod(MONDAY, date(2023, 3, 10), "Opptatt"),)
    busy = [attrs.evolve(one, closed=week) for one in before.cohorts[:2]]
    after = plan(attrs.evolve(before, cohorts=(*busy, before.cohorts[2])), keep=before.timetable)
    told = {
        one.moved.cohort: {it.key for it in one.constraints}
        for one in moves(after.programme, before.timetable)
    }
    assert told["vest"] == {"same-week"}
    assert told["nord"] == {"cohort-closed", "same-week"}
