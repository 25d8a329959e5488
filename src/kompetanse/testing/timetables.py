"""Strategies for timetables that keep every prerequisite, and for closed periods beside them."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import strategies as st

from kompetanse.model import ClosedPeriod, Cohort, Gathering, Module, Timetable
from kompetanse.testing.words import texts

DAY = dt.timedelta(days=1)
STARTS = st.sampled_from((dt.time(9), dt.time(8, 30)))
ENDS = st.sampled_from((dt.time(15), dt.time(16, 45)))


@st.composite
def _weeks(draw: st.DrawFn, *, modules: Sequence[Module], days: Sequence[int]) -> list[int]:
    """Give the days from the first gathering to each module's: whole weeks, with room for all phases."""
    offsets: dict[str, int] = {}
    over = -1
    """The last day of any follow-up before the day at hand."""
    for day in sorted(set(days)):
        today = [module for module, one in zip(modules, days, strict=True) if one == day]
        soonest = [
            offsets[one.module] + one.lag for it in today for one in it.requires if one.module in offsets
        ]
        soonest += [over + 1 + module.preparation.days for module in today] if offsets else [0]
        weeks = -(-max(soonest) // 7) + (draw(st.integers(0, 1)) if offsets else 0)
        offsets |= {module.id: weeks * 7 for module in today}
        over = max(over, *(weeks * 7 + module.follow_up.days for module in today))
    return [offsets[module.id] for module in modules]


@st.composite
def timetables(
    draw: st.DrawFn, *, modules: Sequence[Module], days: Sequence[int], cohorts: Sequence[Cohort]
) -> Timetable:
    """Give timetables with a gathering of every cohort for each of `modules`, which stand as they are taught.

    `days` numbers the days, rising; modules with one number share one. Each cohort has its own day of the
    week, from Monday to Friday.
    """
    if not (modules and cohorts):
        return Timetable()
    weeks = draw(_weeks(modules=modules, days=days))
    some_day = draw(st.dates(dt.date(2000, 1, 3), dt.date(2100, 1, 1)))
    monday = some_day - DAY * some_day.weekday()
    gatherings = []
    for cohort in cohorts:
        first = monday + DAY * draw(st.integers(0, 4))
        start, end = draw(STARTS), draw(ENDS)
        place = draw(st.none() | texts())
        for module, offset in zip(modules, weeks, strict=True):
            gatherings.append(Gathering(module.id, cohort.id, first + DAY * offset, start, end, place))
    return Timetable(tuple(draw(st.permutations(gatherings))))


@st.composite
def closed_periods(draw: st.DrawFn, *, taken: Sequence[dt.date]) -> tuple[ClosedPeriod, ...]:
    """Give closed periods, each before, after or between the dates that are taken, which stand in order."""
    dates = taken or [dt.date(2023, 4, 1)]
    edges = [dates[0] - DAY * 15, *dates, dates[-1] + DAY * 15]
    gaps = [(before + DAY, (after - before).days - 2) for before, after in pairwise(edges)]
    room = [(start, longest) for start, longest in gaps if longest >= 0]
    periods = []
    for start, longest in draw(st.lists(st.sampled_from(room), max_size=2)):
        end = draw(st.integers(0, longest))
        begin = draw(st.integers(0, end))
        periods.append(ClosedPeriod(start + DAY * begin, start + DAY * end, draw(texts())))
    return tuple(periods)
