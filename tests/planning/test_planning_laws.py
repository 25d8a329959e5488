"""Laws of planning: what is said without a search is never wrong, and what is planned keeps to everything."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import NothingFound, NoTimetable, TimetableNotFound
from kompetanse.model import Programme, Timetable
from kompetanse.planning import bounds, explain, first_fit, plan
from kompetanse.testing.strategies import planned_programmes

Broken = Callable[[Programme, Timetable], list[str]]
Possible = Callable[..., Timetable | None]
TINY = planned_programmes(max_modules=3, max_cohorts=2, max_days=15)
SMALL = planned_programmes(max_modules=4, max_cohorts=3, max_days=60)


def has_timetable(programme: Programme) -> bool:
    return explain(programme) is None


@given(SMALL)
@settings(max_examples=150)
def test_every_plan_keeps_to_every_constraint(broken: Broken, programme: Programme) -> None:
    try:
        planned = plan(programme)
    except NoTimetable:
        return
    assert broken(planned.programme, planned.timetable) == []
    assert planned.proven


@given(SMALL)
@settings(max_examples=150)
def test_what_fits_first_keeps_to_every_constraint(broken: Broken, programme: Programme) -> None:
    try:
        timetable = first_fit(programme)
    except (NoTimetable, TimetableNotFound):
        return
    assert broken(programme, timetable) == []


@given(SMALL)
@settings(max_examples=150)
def test_bounds_never_rule_out_what_can_be_planned(programme: Programme) -> None:
    try:
        timetable = plan(programme).timetable
    except NoTimetable:
        return
    windows = {(one.module, one.cohort): one for one in bounds(programme).windows}
    for one in timetable.gatherings:
        window = windows[one.module, one.cohort]
        assert window.earliest <= one.date <= window.latest


@given(TINY)
@settings(max_examples=60)
def test_there_is_a_plan_exactly_where_trying_everything_finds_one(
    possible: Possible, programme: Programme
) -> None:
    assert has_timetable(programme) is (possible(programme) is not None)


@given(TINY)
@settings(max_examples=60)
def test_what_is_to_blame_clashes_and_no_part_of_it_does(possible: Possible, programme: Programme) -> None:
    found = explain(programme)
    if found is None:
        return
    assert possible(programme, only=found.constraints) is None
    for one in found.constraints:
        fewer = [other for other in found.constraints if other != one]
        assert possible(programme, only=fewer) is not None


@given(SMALL, st.sampled_from((60, 0.01, 0.001)))
@settings(max_examples=200)
def test_what_was_reached_is_what_the_timetable_has(programme: Programme, effort: float) -> None:
    """Also where the search ended before it had come to an objective."""
    try:
        planned = plan(programme, effort=effort)
    except (NoTimetable, NothingFound):
        return
    reached = {one.objective: one.value for one in planned.reached}
    days = [one.date for one in planned.timetable.gatherings]
    start = programme.planning.start
    assert start is not None
    assert reached["end"] == (max(days) - start).days
    gaps = [
        (later - earlier).days
        for cohort in programme.cohorts
        for earlier, later in pairwise(sorted({one.date for one in planned.timetable.of_cohort(cohort.id)}))
    ]
    assert reached["spacing"] == (max(gaps) - min(gaps) if gaps else 0)
    avoided = {
        (one.cohort, one.date)
        for one in planned.timetable.gatherings
        if any(one.date in period for period in programme.cohort(one.cohort).avoid)
    }
    assert reached["conflicts"] == len(avoided)
