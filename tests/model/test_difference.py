"""From one programme to another by changes."""

import datetime as dt
from typing import get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import KompetanseError
from kompetanse.model import (
    Add,
    AnyOf,
    Change,
    Cohort,
    Drop,
    Gathering,
    MaturityDimension,
    MaturityFramework,
    Merge,
    Module,
    Move,
    Organisation,
    Phase,
    PlanningRules,
    Prerequisite,
    Programme,
    ProgrammeDifference,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Session,
    Shift,
    Split,
    Swap,
    Timetable,
    Unrequire,
)
from kompetanse.model.differing import spread
from kompetanse.testing import strategies

KINDS: tuple[type[Change], ...] = get_args(Change)
DAY = dt.timedelta(days=1)
TUESDAY = dt.date(2023, 6, 6)
PROGRAMMES = strategies.programmes(min_modules=2) | strategies.planned_programmes(max_modules=5)


def applied(programme: Programme, told: ProgrammeDifference) -> Programme:
    for change in told.changes:
        programme = change.apply(programme)
    return programme


def otherwise(one: Programme, other: Programme) -> set[str]:
    """The places that differ."""
    before, after = spread(one), spread(other)
    return {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}


@settings(max_examples=30, deadline=None)
@given(PROGRAMMES)
def test_a_programme_differs_nowhere_from_itself(programme: Programme) -> None:
    assert programme.difference(programme) == ProgrammeDifference((), ())


@settings(max_examples=40, deadline=None)
@given(PROGRAMMES, PROGRAMMES)
def test_the_changes_make_the_other_but_for_what_is_untold(one: Programme, other: Programme) -> None:
    told = one.difference(other)
    places = otherwise(applied(one, told), other)
    assert all(any(f"{it}/".startswith(f"{place}/") for place in told.untold) for it in places)
    assert all(any(f"{it}/".startswith(f"{place}/") for it in places) for place in told.untold)


@settings(max_examples=80, deadline=None)
@given(PROGRAMMES, st.data())
def test_what_several_changes_have_made_is_told(programme: Programme, data: st.DataObject) -> None:
    other = programme
    for change in data.draw(st.lists(strategies.changes(programme), max_size=4)):
        try:
            other = change.apply(other)
        except KompetanseError:
            continue
    told = programme.difference(other)
    places = otherwise(applied(programme, told), other)
    assert all(any(f"{it}/".startswith(f"{place}/") for place in told.untold) for it in places)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(PROGRAMMES, st.data())
def test_a_single_change_is_told_whole(kind: type[Change], programme: Programme, data: st.DataObject) -> None:
    change = data.draw(strategies.changes(programme, kind=kind))
    try:
        other = change.apply(programme)
    except KompetanseError:
        return
    told = programme.difference(other)
    assert told.untold == ()
    assert otherwise(applied(programme, told), other) == set()


@pytest.mark.parametrize("kind", [Drop, Add, Move, Swap, Require, Unrequire, Shift, Retime, Reweigh, Regroup])
@settings(max_examples=30, deadline=None)
@given(PROGRAMMES, st.data())
def test_a_single_change_is_told_as_one_at_most(
    kind: type[Change], programme: Programme, data: st.DataObject
) -> None:
    change = data.draw(strategies.changes(programme, kind=kind))
    try:
        other = change.apply(programme)
    except KompetanseError:
        return
    if kind is Move and other.teaching_order == programme.teaching_order:
        return  # it only has modules change days that a cohort had booked in another order: a shift for each
    assert len(programme.difference(other).changes) == bool(otherwise(programme, other))


THREE = Programme(
    "p",
    modules=(Module("a"), Module("b", requires=("a",)), Module("c", requires=("b",))),
    order=("a", "b", "c"),
    cohorts=(Cohort("nord"),),
    timetable=Timetable([Gathering(id_, "nord", TUESDAY + DAY * 7 * n) for n, id_ in enumerate("abc")]),
)


@pytest.mark.parametrize(
    "change",
    [
        Drop("b"),
        Drop("b", bridge=False),
        Add(Module("d")),
        Add(Module("d"), before="a"),
        Add(Module("d"), after="a"),
        Move("c", before="a"),
        Move("a", after="c"),
        Swap("a", "c"),
        Require("a", AnyOf(("b", "c"))),
        Require("c", Prerequisite("a", lag=3)),
        Require("c", Prerequisite("b", lag=3)),
        Unrequire("c", "b"),
        Retime("a", 7, follow_up_hours=2),
        Retime("a", sessions=(Session(dt.time(8), dt.time(12), "A"),)),
        Shift("nord", 7),
        Shift("nord", -7, "b"),
        Merge("c", "a"),
        Split("a", "a-2"),
    ],
    ids=repr,
)
def test_a_change_is_told_as_itself(change: Change) -> None:
    assert THREE.difference(change.apply(THREE)) == ProgrammeDifference((change,), ())


def test_as_few_modules_as_can_be_are_moved() -> None:
    ids = "abcdefgh"
    programme = Programme("p", modules=[Module(id_) for id_ in ids], order=tuple(ids))
    told = programme.difference(programme.reorder(list("hbcafgde")))
    assert len(told.changes) == 4
    assert applied(programme, told).order == tuple("hbcafgde")


def test_what_no_change_can_say_is_untold_by_its_place() -> None:
    other = attrs.evolve(
        THREE,
        name="Q",
        modules=(Module("a", "Alfa", tools=("kart",), preparation=Phase(tasks=("les",))), *THREE.modules[1:]),
        organisations=(Organisation("bokn"),),
        cohorts=(*THREE.cohorts, Cohort("sør", members=("bokn",))),
        planning=PlanningRules(min_gap=7),
        framework=MaturityFramework("f"),
        timetable=Timetable([*THREE.timetable.gatherings, Gathering("a", "sør", TUESDAY)]),
    )
    assert THREE.difference(other) == ProgrammeDifference(
        (),
        (
            "cohorts/sør",
            "framework",
            "modules/a/name",
            "modules/a/preparation/tasks",
            "modules/a/tools",
            "name",
            "organisations/bokn",
            "planning/min_gap",
            "timetable/dates/sør/a",
            "timetable/hours/a",
            "timetable/places/sør/a",
        ),
    )


def test_sessions_are_untold_where_the_gatherings_do_not_last_as_long() -> None:
    day = (Session(dt.time(10), dt.time(11), "A"),)
    other = THREE.with_module(attrs.evolve(THREE.module("a"), sessions=day, preparation=Phase(3)))
    assert THREE.difference(other) == ProgrammeDifference((Retime("a", 3),), ("modules/a/sessions",))


def test_several_differences_are_told_together() -> None:
    framework = MaturityFramework("f", dimensions=(MaturityDimension("x"), MaturityDimension("y", weight=2)))
    base = attrs.evolve(
        THREE,
        framework=framework,
        organisations=(Organisation("bokn"), Organisation("time")),
        cohorts=(Cohort("nord", members=("bokn", "time")), Cohort("sør")),
    )
    changes = (
        Drop("b"),
        Move("a", after="c"),
        Add(Module("d", requires=("a",)), after="c"),
        Retime("a", 7),
        Reweigh("y", 1),
        Regroup("time", "sør"),
        Shift("nord", 7),
    )
    other = base
    for change in changes:
        other = change.apply(other)
    told = base.difference(other)
    assert told.untold == ()
    assert set(told.changes) == set(changes)


def test_faulty_programmes_are_told_apart_too() -> None:
    modules = Module("a"), Module("b")
    faulty = Programme(
        "p", modules=(modules[0], Module("a", "Alfa"), Module("b", requires=("x",))), order=("a", "b")
    )
    assert faulty.difference(faulty) == ProgrammeDifference((), ())
    assert faulty.difference(Programme("p", modules=modules)) == ProgrammeDifference(
        (Unrequire("b", "x"),), ("modules/a[2]", "prerequisites/a[2]")
    )
    assert Programme("p", modules=modules).difference(faulty) == ProgrammeDifference(
        (), ("modules/a[2]", "prerequisites/a[2]", "prerequisites/b")
    )
