"""What changes touch: those that touch nothing in common commute."""

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue, KompetanseError
from kompetanse.model import (
    Add,
    Assume,
    Assumption,
    Change,
    Cohort,
    Deadline,
    Develop,
    Drop,
    Facilitator,
    Factor,
    Gathering,
    MaturityDimension,
    MaturityFramework,
    Merge,
    Module,
    Move,
    Organisation,
    PlanningRules,
    Prerequisite,
    Programme,
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
    in_common,
)
from kompetanse.model.differing import spread
from kompetanse.testing import strategies

KINDS: tuple[type[Change], ...] = get_args(Change)
PROGRAMMES = strategies.programmes(min_modules=2) | strategies.planned_programmes(max_modules=5)


def assumed(programme: Programme, data: st.DataObject) -> Programme:
    """Give the programme with some assumptions of its own."""
    for change in data.draw(st.lists(strategies.changes(programme, kind=KINDS[-1]), max_size=2)):
        programme = change.apply(programme)
    return programme


def after(programme: Programme, *changes: Change) -> Programme | None:
    try:
        for change in changes:
            programme = change.apply(programme)
    except KompetanseError:
        return None
    return programme


@settings(max_examples=300, deadline=None)
@given(PROGRAMMES, st.data())
def test_changes_that_touch_nothing_in_common_commute(programme: Programme, data: st.DataObject) -> None:
    one, other = data.draw(strategies.changes(programme)), data.draw(strategies.changes(programme))
    programme = assumed(programme, data)
    if not in_common(one, other):
        assert after(programme, one, other) == after(programme, other, one)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None)
@given(PROGRAMMES, st.data())
def test_a_change_alters_nothing_outside_what_it_touches(
    kind: type[Change], programme: Programme, data: st.DataObject
) -> None:
    programme = assumed(programme, data)
    change = data.draw(strategies.changes(programme, kind=kind))
    changed = after(programme, change)
    if changed is None:
        return
    before, now = spread(programme), spread(changed)
    altered = {place for place in before.keys() | now.keys() if before.get(place) != now.get(place)}
    touched = change.touches()
    assert {
        place for place in altered if not any(f"{place}/".startswith(f"{one}/") for one in touched)
    } == set()


RICH = Programme(
    "p",
    modules=(
        Module("a", develops=("x",), sessions=(Session(dt.time(10), dt.time(11), "A"),)),
        Module("b", requires=("a",), tools=("kart",)),
        Module("c", any_of=(("a", "b"),)),
    ),
    framework=MaturityFramework("f", dimensions=(MaturityDimension("x"), MaturityDimension("y"))),
    organisations=(Organisation("o"),),
    cohorts=(Cohort("nord", members=("o",)), Cohort("sør")),
    planning=PlanningRules(
        deadlines=[Deadline(id_, dt.date(2024, 1, 1)) for id_ in "abc"],
        facilitators=[Facilitator("kari", modules=("a", "b"))],
    ),
    timetable=Timetable(
        [
            Gathering(id_, cohort, dt.date(2023, 6, day), place=f"sted {day}")
            for cohort in ("nord", "sør")
            for day, id_ in enumerate("abc", 6)
        ]
    ),
)
ONE_OF_EACH: list[Change] = [
    Drop("a"),
    Add(Module("d", requires=("a",)), before="a"),
    Move("a", after="c"),
    Require("c", Prerequisite("a")),
    Unrequire("b", "a"),
    Shift("nord", 1, "a"),
    Shift("nord", 1),
    Merge("b", "a"),
    Split("a", "d", develops=("x",)),
    Swap("a", "c"),
    Retime("a", 1, 2, 3, 4, (Session(dt.time(8), dt.time(12), "A"),)),
    Develop("a", ("y",)),
    Reweigh("x", 2),
    Regroup("o", "sør"),
    Assume(Assumption(Factor.EFFECT, 0.5)),
]


@pytest.mark.parametrize("change", ONE_OF_EACH, ids=lambda one: type(one).__name__)
def test_what_a_change_touches_is_what_it_alters_in_a_rich_programme(change: Change) -> None:
    before, now = spread(RICH), spread(change.apply(RICH))
    altered = {place for place in before.keys() | now.keys() if before.get(place) != now.get(place)}
    touched = change.touches()
    assert all(any(f"{place}/".startswith(f"{one}/") for one in touched) for place in altered)
    assert all(any(f"{place}/".startswith(f"{one}/") for place in altered) for one in touched)


def test_there_is_one_of_each_kind() -> None:
    assert {type(one) for one in ONE_OF_EACH} == set(KINDS)


APART: list[tuple[Change, Change]] = [
    (Develop("a", ("x",)), Require("a", Prerequisite("b"))),
    (Regroup("o", "nord"), Drop("a")),
    (Reweigh("x", 2), Drop("a")),
    (Reweigh("x", 2), Merge("a", "b")),
    (Reweigh("x", 2), Reweigh("y", 2)),
    (Retime("a", 1), Retime("b", 1)),
    (Retime("a", 1), Retime("a", follow_up_days=1)),
    (Retime("a", sessions=()), Shift("nord", 1)),
    (Require("a", Prerequisite("c")), Require("b", Prerequisite("c"))),
    (Shift("nord", 1, "a"), Shift("nord", 1, "b")),
    (Shift("nord", 1), Shift("sør", 1)),
    (Shift("nord", 1), Add(Module("c"))),
    (Develop("a", ()), Drop("b")),
    (Develop("a", ()), Swap("a", "b")),
]


@pytest.mark.parametrize(("one", "other"), APART, ids=repr)
def test_changes_of_different_things_have_nothing_in_common(one: Change, other: Change) -> None:
    assert in_common(one, other) == in_common(other, one) == frozenset()


BESIDE: list[tuple[Change, Change, tuple[str, ...]]] = [
    (Develop("a", ()), Drop("a"), ("modules/a/develops",)),
    (Shift("nord", 1), Shift("nord", 1, "a"), ("timetable/dates/nord/a",)),
    (Move("a", after="b"), Swap("a", "b"), ("order", "timetable")),
    (Add(Module("c")), Split("a", "c"), ("modules/c", "prerequisites", "order")),
    (Require("a", Prerequisite("c")), Add(Module("c")), ("prerequisites/a",)),
    (Regroup("o", "nord"), Regroup("p", "sør"), ("cohorts",)),
    (Develop("a", ()), Develop("ab", ()), ()),
]


@pytest.mark.parametrize(("one", "other", "places"), BESIDE, ids=repr)
def test_what_two_changes_have_in_common_is_told_by_the_narrower_place(
    one: Change, other: Change, places: tuple[str, ...]
) -> None:
    assert in_common(one, other) == in_common(other, one) == set(places)


@pytest.mark.parametrize("no_change", [None, "a", Module("a"), Drop])
def test_what_is_no_change_has_nothing_to_do_with_changes(no_change: object) -> None:
    with pytest.raises(InvalidValue, match=r"in_common\.one.*a change"):
        in_common(no_change, Drop("a"))  # type: ignore[arg-type]
    with pytest.raises(InvalidValue, match=r"in_common\.other.*a change"):
        in_common(Drop("a"), no_change)  # type: ignore[arg-type]
