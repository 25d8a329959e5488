"""What tells one sweep from another: all that a value is made of, however little it tells of itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from kompetanse import score
from kompetanse.forecasting import Forecaster
from kompetanse.model import Module, Programme, Timetable
from kompetanse.testing import strategies
from kompetanse.whatif import Scenario, singles
from kompetanse.whatif.designs import Designs, Planner
from kompetanse.whatif.sweeping.fingerprint import fingerprint
from kompetanse.whatif.sweeping.task import Task


def of(
    programme: Programme,
    forecaster: Forecaster | None = None,
    planner: Planner | None = None,
    space: Sequence[Scenario] = (),
) -> str:
    """Give the fingerprint of a sweep that measures nothing."""
    base = Designs.of("sweep", programme, None, forecaster)
    return fingerprint(Task(attrs.evolve(base, planner=planner), ()), space)


@given(strategies.programmes(), strategies.programmes(), st.data())
def test_two_programmes_share_a_fingerprint_only_where_they_are_equal(
    one: Programme, other: Programme, data: st.DataObject
) -> None:
    assert (of(one) == of(other)) == (one == other)
    changed = data.draw(strategies.changes(one)).apply(one)
    assert (of(one) == of(changed)) == (one == changed)


@given(st.data())
def test_two_programmes_that_are_told_alike_are_told_apart(data: st.DataObject) -> None:
    """In any one field of any part, at any depth, where what they tell of themselves may be the same."""
    one = data.draw(strategies.programmes(min_modules=2))
    module = data.draw(st.sampled_from(one.modules))
    tools = (*module.tools, "hammer")
    other = attrs.evolve(
        one, modules=[attrs.evolve(it, tools=tools) if it is module else it for it in one.modules]
    )
    assert repr(one) == repr(other)
    assert of(one) != of(other)
    assert (one.framework is None) or of(attrs.evolve(one, framework=None)) != of(one)
