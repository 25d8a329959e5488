"""Which constraints are to blame where there is no timetable."""

from kompetanse.errors import NoTimetable
from kompetanse.planning.minimal import minimal
from kompetanse.planning.propagation import Contradiction, Ranges, ranges_of
from kompetanse.planning.register import YEAR
from kompetanse.planning.search.rounds import Case
from kompetanse.planning.search.searching import is_possible
from kompetanse.planning.setting import Setting

BEYOND = 3 * YEAR
"""Days beyond the dates that are spoken of in which a search looks, where nothing bounds it."""


def demand_ranges(setting: Setting) -> Ranges:
    """Give the ranges of days under all constraints; raise `NoTimetable` with those that are to blame."""
    ranges = ranges_of(setting, setting.everything)
    if isinstance(ranges, Contradiction):
        raise NoTimetable(setting.chosen(propagated(setting, ranges)))
    return ranges


def propagated(setting: Setting, found: Contradiction) -> int:
    """Shrink the constraints of a contradiction, as bits, to some of which none can be left out.

    None can, as far as propagation sees; what it does not see, only a search can.
    """

    def clashes(active: int) -> int | None:
        ranges = ranges_of(setting, active)
        return ranges.numbers if isinstance(ranges, Contradiction) else None

    return minimal(found.numbers, clashes)


def searched(setting: Setting, *, seed: int, effort: float) -> int:
    """Give constraints that clash, as bits, of which none can be left out, as a search finds them.

    All constraints together are known to clash. Where a search comes to no end, what it was about counts as
    possible, so that there may be more constraints than need be, but never too few.
    """

    def clashes(active: int) -> int | None:
        ranges = ranges_of(setting, active)
        if isinstance(ranges, Contradiction):
            return ranges.numbers
        return active if _is_impossible(ranges, active, seed, effort) else None

    return minimal((1 << len(setting.constraints)) - 1, clashes)


def _is_impossible(ranges: Ranges, active: int, seed: int, effort: float) -> bool:
    """Tell whether a search proves that there is no timetable, in all days that there are."""
    first, last = min(map(ranges.earliest, ranges.spots)), max(map(ranges.latest, ranges.spots))
    spoken = [ranges.setting.day(one) for one in ranges.setting.spoken]
    since, until = max(first, spoken[0] - BEYOND), min(last, spoken[1] + BEYOND)
    case = Case(ranges.setting, active, ranges, since, until)
    return (since, until) == (first, last) and is_possible(case, seed=seed, effort=effort) is False
