"""Timetables, and why there is none: the worked case, and what each verb promises."""

import builtins
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from kompetanse.errors import MissingExtra, NoTimetable
from kompetanse.model import (
    ClosedPeriod,
    Cohort,
    Deadline,
    Facilitator,
    Gathering,
    Module,
    ModuleOrder,
    PlanningRules,
    Prerequisite,
    Programme,
    Timetable,
    Venue,
)
from kompetanse.planning import (
    ClashKind,
    Objective,
    bounds,
    explain,
    first_fit,
    moves,
    plan,
    repairs,
    why,
)
from kompetanse.report import Words, standing_text

Broken = Callable[[Programme, Timetable], list[str]]
MODULES = (
    Module("m1"),
    Module("m2", requires=("m1",)),
    Module("m3", requires=("m2",)),
    Module("m4", requires=("m3",)),
)
RULES = PlanningRules(
    start=date(2023, 3, 6),
    min_gap=42,
    same_week=True,
    public_holidays=True,
    deadlines=(Deadline("m3", date(2023, 5, 31)),),
    facilitators=(Facilitator("kari"),),
)
WORKED = Programme(
    "p",
    modules=MODULES,
    order=("m1", "m2", "m3", "m4"),
    cohorts=(Cohort("nord"), Cohort("midt"), Cohort("sør")),
    planning=RULES,
)
"""Four modules, three groups, one facilitator who leads one group a day."""


def asked(programme: Programme = WORKED, **rules: Any) -> Programme:  # noqa: ANN401  # fields of PlanningRules
    return attrs.evolve(programme, planning=attrs.evolve(programme.planning, **rules))


FEASIBLE = asked(deadlines=())


def test_six_constraints_are_to_blame_in_the_worked_case() -> None:
    found = explain(WORKED)
    assert found is not None
    assert [(one.key, one.place) for one in found.constraints] == [
        ("closed", "planning/public_holidays/2023-05-29"),
        ("facilitators", "planning/facilitators"),
        ("min-gap", "planning/min_gap"),
        ("min-gap", "planning/min_gap"),
        ("start", "planning/from"),
        ("deadline", "planning/deadlines/0"),
    ]
    assert [(one["first"], one["then"]) for one in found.constraints if one.key == "min-gap"] == [
        ("m1", "m2"), ("m2", "m3"),
    ]  # fmt: skip


def test_the_chain_of_reasons_leads_from_the_start_and_the_deadline_to_the_clash() -> None:
    found = explain(WORKED)
    assert found is not None
    told = [
        (one.module, one.latest, one.date, [it.key for it in one.constraints], one.behind)
        for one in found.steps
    ]
    assert told == [
        ("m1", False, date(2023, 3, 6), ["start"], None),
        ("m2", False, date(2023, 4, 17), ["min-gap"], "m1"),
        ("m3", False, date(2023, 5, 30), ["closed", "min-gap"], "m2"),
        ("m3", True, date(2023, 5, 31), ["deadline"], None),
    ]
    clash = found.clash
    assert (clash.kind, clash.modules, clash.needed, clash.room) == (ClashKind.NO_ROOM, ("m3",), 3, 2)


def test_letting_any_of_the_six_go_repairs_the_worked_case() -> None:
    told = [(one.constraint.place, one.value, one.proven) for one in repairs(WORKED)]
    assert told == [
        ("planning/public_holidays/2023-05-29", None, True),
        ("planning/facilitators", 2, True),
        ("planning/min_gap", 37, True),
        ("planning/from", date(2023, 3, 1), True),
        ("planning/deadlines/0", date(2023, 6, 1), True),
    ]
    for one in repairs(WORKED):
        assert plan(one.programme).proven


def test_a_single_gap_of_the_two_would_be_enough() -> None:
    """As each pair of modules may have its own lag, where no gap is asked of all."""
    lags = [42, 42, 42]
    for shorter in (0, 1):
        days = [lag - 5 * (place == shorter) for place, lag in enumerate(lags)]
        modules = [MODULES[0]] + [
            Module(one.id, requires=(Prerequisite(one.requires[0].module, lag=lag),))
            for one, lag in zip(MODULES[1:], days, strict=True)
        ]
        assert explain(asked(attrs.evolve(WORKED, modules=modules), min_gap=0)) is None


def test_plan_and_bounds_and_first_fit_blame_the_same() -> None:
    found = explain(WORKED)
    assert found is not None
    for verb in (plan, bounds, first_fit):
        with pytest.raises(NoTimetable) as caught:
            verb(WORKED)
        assert caught.value.constraints == found.constraints


def test_the_best_timetable_of_the_worked_case_without_its_deadline(broken: Broken) -> None:
    found = plan(FEASIBLE)
    assert [(one.objective, one.value, one.proven) for one in found.reached] == [
        ("conflicts", 0, True), ("end", 129, True), ("spacing", 0, True),
    ]  # fmt: skip
    assert max(one.date for one in found.timetable.gatherings) == date(2023, 7, 13)
    assert broken(FEASIBLE, found.timetable) == []
    assert {leader for _, _, leader in found.facilitators} == {"kari"}
    assert explain(FEASIBLE) is None
    assert repairs(FEASIBLE) == ()


def test_days_to_avoid_are_avoided_before_anything_else() -> None:
    avoid = (ClosedPeriod(date(2023, 3, 6), date(2023, 3, 10), "Budsjett"),)
    programme = attrs.evolve(
        FEASIBLE, cohorts=(attrs.evolve(FEASIBLE.cohorts[0], avoid=avoid), *FEASIBLE.cohorts[1:])
    )
    first = {one.cohort: one.date for one in plan(programme).timetable.of_module("m1")}
    assert min(first.values()) > date(2023, 3, 10)
    rather = plan(programme, objectives=(Objective.END, Objective.CONFLICTS)).timetable.of_module("m1")
    assert min(one.date for one in rather) <= date(2023, 3, 10)


def test_replanning_moves_as_little_as_can_be() -> None:
    before = plan(FEASIBLE)
    day = before.timetable.of_module("m3")[0].date
    ill = Facilitator("kari", away=(ClosedPeriod(day, day, "Syk"),))
    again = plan(asked(FEASIBLE, facilitators=(ill,)), keep=before.timetable)
    moved = before.timetable.difference(again.timetable)
    assert again.reached[0].objective == "changes"
    assert again.reached[0].value == len(moved)
    assert {one.module for one in moved} <= {"m3", "m4"}
    assert plan(FEASIBLE, keep=before.timetable).timetable == before.timetable
    reasons = {
        one.moved.module: {it.key for it in one.constraints}
        for one in moves(again.programme, before.timetable)
    }
    assert reasons["m3"] == {"away", "facilitators"}


def test_cohorts_may_take_modules_in_one_order_or_each_its_own() -> None:
    free = [Module(one) for one in "abc"]
    rules = PlanningRules(date(2023, 3, 6), date(2023, 3, 24), min_gap=7, same_week=True)
    lecturers = [Facilitator(f"f{one}", modules=(one,)) for one in "abc"]
    away = ClosedPeriod(date(2023, 3, 6), date(2023, 3, 12), "Borte")
    programme = Programme(
        "p",
        modules=free,
        order=("a", "b", "c"),
        cohorts=[Cohort(one) for one in ("nord", "sør")],
        planning=attrs.evolve(rules, facilitators=(attrs.evolve(lecturers[0], away=(away,)), *lecturers[1:])),
    )
    with pytest.raises(NoTimetable):
        plan(programme)
    shared = plan(asked(programme, order=ModuleOrder.SHARED)).timetable
    orders = {one: [it.module for it in shared.of_cohort(one)] for one in ("nord", "sør")}
    assert orders["nord"] == orders["sør"]
    assert orders["nord"][0] != "a"
    assert plan(asked(programme, order=ModuleOrder.OWN)).proven


def test_a_venue_holds_one_cohort_a_day_that_it_has_room_for(broken: Broken) -> None:
    programme = asked(FEASIBLE, facilitators=(), venues=(Venue("sal", "Salen"),))
    found = plan(programme)
    assert broken(programme, found.timetable) == []
    assert {one.place.nb for one in found.timetable.gatherings if one.place} == {"Salen"}
    assert len({one.date for one in found.timetable.gatherings}) == 12


def test_the_critical_chain_leads_to_the_last_gathering() -> None:
    chain = bounds(FEASIBLE).critical
    assert [one.module for one in chain] == ["m1", "m2", "m3", "m4"]
    assert [one.key for one in chain[0].constraints] == ["start"]


def test_from_a_deadline_planning_goes_backward() -> None:
    found = bounds(asked(start=None)).windows
    assert max(one.latest for one in found if one.module == "m3") <= date(2023, 5, 31)
    begins = min(one.earliest for one in found)
    assert plan(asked(start=begins)).proven
    assert explain(asked(start=date.fromordinal(begins.toordinal() + 1))) is not None


def test_why_leads_back_to_what_pushes() -> None:
    programme = plan(FEASIBLE).programme
    last = max(programme.timetable.gatherings, key=lambda one: one.date)
    found = why(programme, last.module, last.cohort)
    assert found.date == last.date
    assert [one.module for one in found.steps][-2:] == ["m3", "m4"]


def test_the_same_plan_comes_out_of_every_process() -> None:
    script = (
        "from kompetanse import *; from datetime import date;"
        "m=[Module(f'm{n}', requires=(f'm{n-1}',) if n else ()) for n in range(4)];"
        "f=[Facilitator('a'), Facilitator('b')];"
        "r=PlanningRules(date(2023,3,6), date(2024,5,31), min_gap=28, facilitators=f);"
        "p=Programme('p', modules=m, cohorts=[Cohort(f'c{n}') for n in range(5)], planning=r);"
        "print(plan(p).timetable)"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True, check=True, text=True, env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1


def test_without_the_solver_all_but_the_best_timetable_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401  # as the builtin
        if name.partition(".")[0] == "ortools":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"pip install 'kompetanse\[plan\]'"):
        plan(FEASIBLE)
    assert len(first_fit(FEASIBLE).gatherings) == 12
    assert bounds(FEASIBLE).windows
    found = explain(WORKED)
    assert found is not None
    assert len(found.constraints) == 6
    assert len(repairs(WORKED)) == 5
    assert explain(FEASIBLE) is None


def test_why_of_a_gathering_that_is_too_early_or_that_nothing_bounds() -> None:
    programme = plan(FEASIBLE).programme
    early = attrs.evolve(programme, timetable=programme.timetable.shifted(-7))
    found = why(early, "m1", "nord")
    assert found.slack < 0
    assert found.steps[-1].date >= date(2023, 3, 6)
    free = why(asked(programme, start=None), "m1", "nord")
    assert free.slack >= 0
    alone = Programme("p", modules=(Module("a"),), cohorts=(Cohort("nord"),))
    held = Timetable((Gathering("a", "nord", date(2023, 3, 8)),))
    unbound = why(attrs.evolve(alone, timetable=held), "a", "nord")
    assert (unbound.steps, unbound.slack) == ((), 0)
    assert standing_text(unbound, Words("en", alone)).endswith("Nothing says how early it can be.")
    assert "too early:" in standing_text(found, Words("en", programme))
