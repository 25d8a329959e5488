"""Designs that once came out wrong."""

import datetime as dt
import time

import attrs
import pytest

from kompetanse.errors import InvalidValue, NoTimetable
from kompetanse.model import (
    Cohort,
    Facilitator,
    Gathering,
    Module,
    ModuleOrder,
    Phase,
    Pin,
    PlanningRules,
    Programme,
    Timetable,
)
from kompetanse.planning import bounds, explain, first_fit, plan, repairs, why

pytest.importorskip("ortools", reason="the extra plan is not installed")

MONDAY = dt.date(2023, 3, 6)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("rules", [{"same_week": True}, {"within_days": 2}, {}])
def test_a_programme_without_cohorts_has_a_timetable_of_nothing(rules: dict[str, int]) -> None:
    programme = Programme("p", modules=[Module("a")], planning=PlanningRules(MONDAY, MONDAY + DAY, **rules))  # type: ignore[arg-type]  # whichever
    assert first_fit(programme) == plan(programme).timetable == Timetable()
    assert explain(programme) is None
    assert bounds(programme).windows == ()
    assert bounds(programme).critical == ()
    assert repairs(programme) == ()


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


def test_repairs_look_no_further_than_is_of_use() -> None:
    """Work at home leaves no two gatherings so near: no other dates help, and that is soon told."""
    programme = Programme(
        "p",
        modules=[Module(one, follow_up=Phase(days)) for one, days in (("a", 1), ("b", 2), ("c", 1))],
        cohorts=[Cohort("n"), Cohort("s")],
        planning=PlanningRules(MONDAY, MONDAY + 4 * DAY, order=ModuleOrder.OWN, max_gap=1),
    )
    began = time.process_time()
    assert repairs(programme) == ()
    assert time.process_time() - began < 15
    nearly = attrs.evolve(programme, planning=attrs.evolve(programme.planning, max_gap=2))
    found = {one.constraint.key: one.value for one in repairs(nearly)}
    assert found == {"follow-up": 0, "start": MONDAY - 7 * DAY, "end": MONDAY + 6 * DAY}


def test_a_timetable_far_from_the_plan_can_be_kept_to_and_asked_about() -> None:
    past, future = dt.date(1950, 1, 2), dt.date(2190, 1, 4)
    kept = Timetable([Gathering("a", "n", past), Gathering("b", "n", future)])
    programme = Programme(
        "p",
        modules=[Module("a"), Module("b")],
        cohorts=[Cohort("n")],
        planning=PlanningRules(MONDAY, MONDAY + 30 * DAY),
        timetable=kept,
    )
    planned = plan(programme, keep=kept)
    assert [one.date for one in planned.timetable.gatherings] == [MONDAY, MONDAY + 30 * DAY]
    assert why(programme, "a", "n").slack < 0
    assert why(programme, "b", "n").slack > 0


def test_what_watches_must_be_a_function_and_what_it_raises_comes_through() -> None:
    programme = Programme(
        "p",
        modules=[Module("a"), Module("b")],
        cohorts=[Cohort("n")],
        planning=PlanningRules(MONDAY, MONDAY + 30 * DAY),
    )

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(InvalidValue, match="function"):
        plan(programme, watch=7)  # type: ignore[arg-type]  # on purpose
    with pytest.raises(KeyboardInterrupt):
        plan(programme, watch=stop)
