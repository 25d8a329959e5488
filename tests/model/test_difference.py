"""From one programme to another by changes."""

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import KompetanseError
from kompetanse.model import (
    Add,
    Change,
    Drop,
    Move,
    Programme,
    ProgrammeDifference,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Shift,
    Swap,
    Unrequire,
)
from kompetanse.model.spread import spread
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
    assert len(programme.difference(other).changes) == bool(otherwise(programme, other))
