"""Dates that lie far from the days that are planned, or a design that names no date to plan from."""

from datetime import date

import attrs

from kompetanse.model import ClosedPeriod, Cohort, Gathering, Module, PlanningRules, Programme, Timetable
from kompetanse.planning import moves, plan, why

LONG_AGO = Timetable((Gathering("a", "nord", date(1950, 1, 2)), Gathering("b", "nord", date(1950, 2, 2))))
PROGRAMME = Programme(
    "p",
    modules=(Module("a"), Module("b", requires=("a",))),
    cohorts=(Cohort("nord"),),
    timetable=LONG_AGO,
    planning=PlanningRules(date(2026, 1, 5), date(2026, 1, 30)),
)


def test_days_to_avoid_that_are_long_past_or_far_ahead_are_no_matter() -> None:
    years = (1990, 2190)
    avoid = [ClosedPeriod(date(year, 1, 1), date(year, 1, 9), "Budsjett") for year in years]
    programme = attrs.evolve(PROGRAMME, cohorts=(Cohort("nord", avoid=avoid),))
    assert plan(programme).reached[0].value == 0


def test_a_timetable_of_long_ago_can_be_kept_to_as_far_as_that_goes() -> None:
    found = plan(PROGRAMME, keep=LONG_AGO)
    assert found.reached[0].value == 2
    assert [one.date for one in found.timetable.gatherings] == [date(2026, 1, 5), date(2026, 1, 6)]


def test_a_gathering_of_long_ago_is_too_early_by_its_rules() -> None:
    found = why(PROGRAMME, "b", "nord")
    assert [one.key for one in found.steps[-1].constraints] == ["start"]
    assert found.slack < 0


def test_a_gathering_moved_from_long_ago_since_planning_begins_later() -> None:
    now = plan(PROGRAMME).programme
    assert [[it.key for it in one.constraints] for one in moves(now, LONG_AGO)] == [
        ["start"], ["prerequisite", "start"],
    ]  # fmt: skip


def test_why_needs_no_date_to_plan_from() -> None:
    held = Timetable((Gathering("a", "nord", date(2026, 1, 5)), Gathering("b", "nord", date(2026, 1, 13))))
    found = why(attrs.evolve(PROGRAMME, timetable=held, planning=PlanningRules()), "b", "nord")
    assert (found.steps[-1].behind, found.steps[-1].date) == ("a", date(2026, 1, 6))
    assert found.slack == 5
