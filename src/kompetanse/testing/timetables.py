"""Timetables that keep every prerequisite, and closed periods beside them."""

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import strategies as st

from kompetanse.model import ClosedPeriod, Cohort, Gathering, Module, Timetable
from kompetanse.testing.words import MAYBE_NAME, TEXTS

DAY = dt.timedelta(days=1)
STARTS = st.sampled_from((dt.time(9), dt.time(8, 30)))
ENDS = st.sampled_from((dt.time(15), dt.time(16, 45)))
MONDAYS = st.integers(0, 4000).map(lambda weeks: dt.date(2022, 1, 3) + DAY * 7 * weeks)
WEEKDAYS = st.integers(0, 4)
MORE_WEEKS = st.integers(0, 1)


def _offsets(draw: st.DrawFn, modules: Sequence[Module], days: Sequence[int]) -> dict[str, int]:
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
        weeks = -(-max(soonest) // 7) + (draw(MORE_WEEKS) if offsets else 0)
        offsets |= {module.id: weeks * 7 for module in today}
        over = max(over, *(weeks * 7 + module.follow_up.days for module in today))
    return offsets


def timetable(
    draw: st.DrawFn, modules: Sequence[Module], days: Sequence[int], cohorts: Sequence[Cohort]
) -> Timetable:
    """Draw a timetable with a gathering of every cohort for each of `modules`, which stand as taught.

    `days` numbers the days, rising; modules with one number share one. Each cohort has its own day of the
    week, from Monday to Friday.
    """
    if not cohorts:
        return Timetable()
    offsets = _offsets(draw, modules, days)
    monday = draw(MONDAYS)
    gatherings = []
    for cohort in cohorts:
        first = monday + DAY * draw(WEEKDAYS)
        start, end, place = draw(STARTS), draw(ENDS), draw(MAYBE_NAME)
        for module, offset in offsets.items():
            gatherings.append(Gathering(module, cohort.id, first + DAY * offset, start, end, place))
    return Timetable(gatherings)


def closed_periods(draw: st.DrawFn, taken: Sequence[dt.date]) -> list[ClosedPeriod]:
    """Draw closed periods, each before, after or between the dates that are taken, which stand in order."""
    dates = taken or [dt.date(2023, 4, 1)]
    edges = [dates[0] - DAY * 15, *dates, dates[-1] + DAY * 15]
    gaps = [(before + DAY, (after - before).days - 2) for before, after in pairwise(edges)]
    room = [(start, longest) for start, longest in gaps if longest >= 0]
    periods = []
    for start, longest in draw(st.lists(st.sampled_from(room), max_size=2)):
        end = draw(st.integers(0, longest))
        begin = draw(st.integers(0, end))
        periods.append(ClosedPeriod(start + DAY * begin, start + DAY * end, draw(TEXTS)))
    return periods
