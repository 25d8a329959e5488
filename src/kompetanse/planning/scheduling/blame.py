"""Which constraints are to blame where there is no timetable."""

from collections.abc import Iterator

from kompetanse.errors import MissingExtra, NoTimetable
from kompetanse.planning.scheduling.fitting import fitting_or_none
from kompetanse.planning.scheduling.minimal import minimal
from kompetanse.planning.scheduling.propagation import Contradiction, Ranges, ranges_of
from kompetanse.planning.scheduling.register import YEAR
from kompetanse.planning.scheduling.search.rounds import Case
from kompetanse.planning.scheduling.search.searching import is_possible
from kompetanse.planning.scheduling.setting import WEEK, Setting

BEYOND = 3 * YEAR
"""Days from the dates that rules speak of within which what is closed is looked at."""
TRIAL = 5.0
"""How long one search may take, in the solver's own seconds, where several are tried."""


def demand_ranges(setting: Setting, *, seed: int = 0) -> Ranges:
    """Give the ranges of days under all constraints; raise `NoTimetable` with those that are to blame."""
    ranges = ranges_of(setting, setting.everything)
    if isinstance(ranges, Contradiction):
        raise NoTimetable(setting.chosen(to_blame(setting, ranges.numbers, seed=seed)))
    return ranges


def to_blame(setting: Setting, numbers: int, *, seed: int) -> int:
    """Shrink constraints that clash, as bits, to some of which none can be left out.

    First as far as clashes show by themselves; then what is left is tried, one constraint less at a time, by
    the first days that fit, and by a search where OR-Tools is installed. What is not known to clash counts as
    possible, so that there may be more constraints than need be, but never too few.
    """

    def shown(active: int) -> int | None:
        ranges = ranges_of(setting, active)
        return ranges.numbers if isinstance(ranges, Contradiction) else None

    def tried(active: int) -> int | None:
        ranges = ranges_of(setting, active)
        if isinstance(ranges, Contradiction):
            return ranges.numbers
        return active if _is_impossible(ranges, seed) else None

    if shown(numbers) is not None:
        numbers = minimal(numbers, shown)
    return minimal(numbers, tried)


def _is_impossible(ranges: Ranges, seed: int) -> bool:
    """Tell whether it is proven that there is no timetable, though no clash shows."""
    if _shows_all(ranges) or fitting_or_none(ranges) is not None:
        return False
    return _search_proves(ranges, seed)


def _shows_all(ranges: Ranges) -> bool:
    """Tell whether no clash can be hidden: in the stated order, without anything that cohorts must share.

    Each day is then no earlier than some others, so that the earliest days of all are a timetable.
    """
    setting, active = ranges.setting, ranges.forward.active
    return setting.stated and not any(active >> pool.number & 1 for pool in setting.pools)


def _search_proves(ranges: Ranges, seed: int) -> bool:
    """Tell whether a search proves that there is no timetable.

    It looks at all days that anything is said of, and beyond them as far as all modules take: what has no
    place there, one after another with nothing in the way, has none farther away either.
    """
    setting = ranges.setting
    first, last = min(map(ranges.earliest, ranges.spots)), max(map(ranges.latest, ranges.spots))
    said = sorted(_days_said(setting))
    since, until = max(first, said[0] - setting.needed - WEEK), min(last, said[-1] + setting.needed + WEEK)
    case = Case(setting, ranges.forward.active, ranges, since, until)
    try:
        return is_possible(case, seed=seed, effort=TRIAL) is False
    except MissingExtra:
        return False


def _days_said(setting: Setting) -> Iterator[int]:
    """Yield the days that rules speak of, and the ends of what is closed near them."""
    spoken = [setting.day(one) for one in setting.spoken]
    yield from spoken
    closings = [one for several in setting.closed for one in several]
    closings += [one for pool in setting.pools for member in pool.members for one in member.away]
    for _, start, end in closings:
        if spoken[0] - BEYOND <= end and start <= spoken[1] + BEYOND:
            yield from (start, end)
