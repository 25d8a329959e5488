"""What the rules of `checks` find in a timetable is what the independent checker finds broken."""

import datetime as dt
from collections.abc import Callable

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.checks import check
from kompetanse.graph import DependencyGraph
from kompetanse.model import Gathering, Programme, Timetable
from kompetanse.testing import strategies

DAY = dt.timedelta(days=1)
RULES = {
    "start": "before-start",
    "end": "after-end",
    "min-gap": "gap-too-short",
    "max-gap": "gap-too-long",
    "prerequisite": "gathering-too-early",
    "any-of": "any-of-too-early",
    "preparation": "phases-overlap",
    "closed": "closed-period",
    "cohort-closed": "cohort-closed",
    "deadline": "deadline-missed",
    "not-before": "not-before",
    "pin": "not-on-pin",
    "facilitators": "too-few-facilitators",
    "venues": "too-few-venues",
    "same-week": "not-in-one-week",
    "within-days": "not-within-days",
    "own-day": "shared-day",
    "order": "order",
    "weekday": "weekend",
}
"""For each key of the checker the rule that finds it broken; "order" has a rule for each kind of order."""
NOT_TIMED = {"teaching-order", "any-of-order", "recommended-not-met", "recommended-too-early", "day-to-avoid"}


@st.composite
def booked(draw: st.DrawFn) -> Programme:
    """A programme whose cohorts take its blocks on any days, one a day."""
    programme = draw(strategies.planned_programmes(max_modules=4, max_cohorts=3, max_days=28))
    start, end = programme.planning.start, programme.planning.end
    assert start is not None
    assert end is not None
    blocks = DependencyGraph(programme).blocks
    days = st.integers(-2, (end - start).days + 9)
    some = st.lists(days, min_size=len(blocks), max_size=len(blocks), unique=True)
    in_order = draw(st.booleans())
    gatherings = []
    for cohort in programme.cohorts:
        drawn = draw(some)
        for block, after in zip(blocks, sorted(drawn) if in_order else drawn, strict=True):
            gatherings += [Gathering(module, cohort.id, start + DAY * after) for module in block]
    return attrs.evolve(programme, timetable=Timetable(draw(st.permutations(gatherings))))


def rules_of(programme: Programme) -> set[str]:
    found = {one.rule for one in check(programme)} - NOT_TIMED
    return {"order" if one in ("against-stated-order", "orders-differ") else one for one in found}


@settings(max_examples=300)
@given(programme=booked())
def test_a_rule_finds_something_where_the_checker_does_and_nothing_elsewhere(
    programme: Programme, broken: Callable[[Programme, Timetable], list[str]]
) -> None:
    keys = {one.split(":")[0] for one in broken(programme, programme.timetable)}
    assert rules_of(programme) == {RULES[key] for key in keys}


@settings(max_examples=60)
@given(programme=strategies.planned_programmes(max_modules=3, max_cohorts=2, max_days=14))
def test_nothing_is_found_in_a_timetable_that_keeps_to_everything(
    programme: Programme, possible: Callable[..., Timetable | None]
) -> None:
    timetable = possible(programme)
    if timetable is not None:
        assert rules_of(attrs.evolve(programme, timetable=timetable)) == set()
