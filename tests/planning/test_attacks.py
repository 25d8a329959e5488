"""Designs that once came out wrong."""

import datetime as dt
from collections.abc import Callable

import pytest

from kompetanse.errors import NoTimetable
from kompetanse.model import Cohort, Facilitator, Module, ModuleOrder, Pin, PlanningRules, Programme, Timetable
from kompetanse.planning import bounds, explain, first_fit, plan, repairs

pytest.importorskip("ortools", reason="the extra plan is not installed")

Broken = Callable[[Programme, Timetable], list[str]]
MONDAY = dt.date(2023, 3, 6)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("rules", [{"same_week": True}, {"within_days": 2}, {}])
def test_a_programme_without_cohorts_has_a_timetable_of_nothing(rules: dict[str, int]) -> None:
    programme = Programme("p", modules=[Module("a")], planning=PlanningRules(MONDAY, MONDAY + DAY, **rules))  # type: ignore[arg-type]  # whichever
    assert first_fit(programme) == plan(programme).timetable == Timetable()
    assert explain(programme) is None
    assert bounds(programme).windows == bounds(programme).critical == repairs(programme) == ()


def test_facilitators_who_share_some_modules_are_enough_for_all_that_meet_on_a_day() -> None:
    people = [
        Facilitator("a", modules=["x"]),
        Facilitator("b", modules=["x", "y"]),
        Facilitator("c", modules=["y"]),
        Facilitator("d", modules=["z"], a_day=9),
    ]
    pins = [Pin(module, cohort, MONDAY) for module, cohort in ("xn", "xs", "yv", "yø")]
    programme = Programme(
        "p",
        modules=[Module("x"), Module("y"), Module("z")],
        cohorts=[Cohort(one) for one in "nsvø"],
        planning=PlanningRules(
            MONDAY, MONDAY + 30 * DAY, order=ModuleOrder.OWN, pins=pins, facilitators=people
        ),
    )
    with pytest.raises(NoTimetable):
        plan(programme)
    found = explain(programme)
    assert found is not None
    assert {one.key for one in found.constraints} == {"pin", "facilitators"}
