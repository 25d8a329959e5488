"""What tells one sweep from another: all that its values are made of, however little they show of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse import score
from kompetanse.errors import CannotApply
from kompetanse.forecasting import Forecaster
from kompetanse.model import Assessment, Participation, Programme, Timetable
from kompetanse.testing import strategies
from kompetanse.whatif import Scenario, grid, pairs, sample, singles
from kompetanse.whatif.designs import Designs, Planner
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import made
from kompetanse.whatif.sweeping.fingerprint import fingerprint
from kompetanse.whatif.sweeping.task import Task


def of(
    programme: Programme,
    *,
    forecaster: Forecaster | None = None,
    planner: Planner | None = None,
    space: Sequence[Scenario] = (),
) -> str:
    """Give the fingerprint of a sweep that measures nothing."""
    return fingerprint(Task(Designs(Result(programme, forecaster), planner), ()), space)


@settings(max_examples=40)
@given(strategies.programmes(), strategies.programmes(), st.data())
def test_two_programmes_share_a_fingerprint_only_where_they_are_equal(
    one: Programme, other: Programme, data: st.DataObject
) -> None:
    changed = made(Scenario("s", changes=[data.draw(strategies.changes(one))]), one)
    for another in (other, one if isinstance(changed, CannotApply) else changed):
        assert (of(one) == of(another)) == (one == another)


@given(strategies.programmes(min_modules=1), st.data())
def test_programmes_that_tell_the_same_of_themselves_are_told_apart(
    one: Programme, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(one.modules) - 1))
    modules = list(one.modules)
    modules[place] = attrs.evolve(modules[place], tools=(*modules[place].tools, "hammer"))
    other = attrs.evolve(one, modules=modules)
    assert repr(one) == repr(other)
    assert of(one) != of(other)


def test_forecasters_that_tell_the_same_of_themselves_are_told_apart(
    programme: Programme, assessments: tuple[Assessment, ...], participation: tuple[Participation, ...]
) -> None:
    card = score(programme, assessments)
    one = Forecaster(card, participation)
    *rest, last = card.scores
    others = (
        attrs.evolve(one, card=attrs.evolve(card, scores=(*rest, attrs.evolve(last, value=1.0)))),
        attrs.evolve(one, participation=participation[::-1]),
        attrs.evolve(one, parts=3),
    )
    assert {repr(it) for it in others} == {repr(one)}
    assert len({of(programme, forecaster=it) for it in (one, *others)}) == 4
    again = Forecaster(score(programme, assessments), participation)
    assert of(programme, forecaster=again) == of(programme, forecaster=one)


def test_samples_of_one_size_are_told_apart(programme: Programme) -> None:
    whole = singles(programme)
    spaces = (
        sample(whole, 9, seed=1),
        sample(whole, 9, seed=2),
        pairs(whole)[:9],
        grid([one.changes for one in whole[:9]]),
        whole[:9],
    )
    assert {repr(it) for it in spaces} == {"<Space: 9 designs>"}
    assert len({of(programme, space=it) for it in spaces}) == 5
    assert of(programme, space=sample(singles(programme), 9, seed=1)) == of(programme, space=spaces[0])
    assert of(programme, space=tuple(whole[:9])) != of(programme, space=tuple(whole[1:10]))


@attrs.frozen
class Attrs:
    held: Any

    def __call__(self, programme: Programme) -> Timetable:
        return programme.timetable


@dataclass
class Data:
    held: Any
    calls: int = field(default=0, compare=False)

    def __call__(self, programme: Programme) -> Timetable:
        return programme.timetable


def planned(programme: Programme, held: Any) -> Timetable:  # noqa: ANN401, ARG001  # whatever it is
    return programme.timetable


def closing(held: Any) -> Planner:  # noqa: ANN401
    return lambda programme: (held, programme.timetable)[1]


HELD: tuple[Callable[[Programme], Any], ...] = (
    lambda one: one,
    lambda one: [one],
    lambda one: {"base": (one,)},
    lambda one: frozenset([one]),
    Data,
    Attrs,
)


@pytest.mark.parametrize("holding", [Attrs, Data, lambda held: partial(planned, held=held), closing])
@pytest.mark.parametrize("inside", HELD)
def test_planners_that_hold_a_programme_are_told_apart_by_all_of_it(
    programme: Programme, holding: Callable[[Any], Planner], inside: Callable[[Programme], Any]
) -> None:
    other = attrs.evolve(programme, modules=programme.modules[::-1])
    assert repr(programme) == repr(other)
    one, another, same = (
        of(programme, planner=holding(inside(it))) for it in (programme, other, attrs.evolve(programme))
    )
    assert one == same != another


def test_what_a_planner_keeps_for_itself_does_not_count(programme: Programme) -> None:
    assert of(programme, planner=Data(1, calls=1)) == of(programme, planner=Data(1, calls=2))


def test_a_planner_that_holds_itself_has_a_fingerprint(programme: Programme) -> None:
    planner = Data([])
    planner.held.append(planner)
    assert of(programme, planner=planner)
