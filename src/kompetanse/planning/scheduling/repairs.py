"""Single changes by which a design would have a timetable."""

from kompetanse.errors import MissingExtra
from kompetanse.model import Programme
from kompetanse.planning.scheduling.blame import TRIAL
from kompetanse.planning.scheduling.constraint import Constraint
from kompetanse.planning.scheduling.explain import explain, has_timetable
from kompetanse.planning.scheduling.explanation import Repair
from kompetanse.planning.scheduling.loosening import Loosening, loosening
from kompetanse.planning.scheduling.minimal import least
from kompetanse.planning.scheduling.propagation import Contradiction, Ranges, ranges_of
from kompetanse.planning.scheduling.register import YEAR
from kompetanse.planning.scheduling.setting import Setting
from kompetanse.planning.scheduling.statements import setting_of
from kompetanse.planning.solver import EFFORT


def repairs(programme: Programme, *, seed: int = 0, effort: float = EFFORT) -> tuple[Repair, ...]:
    """Give each single change by which there would be a timetable.

    One for each statement that is to blame, as far as that one alone is enough, loosened no more than need
    be; none where there is a timetable. Raises as `explain` does.
    """
    found = explain(programme, seed=seed, effort=effort)
    if found is None:
        return ()
    setting = setting_of(programme)
    by_place = {one.place: one for one in reversed(found.constraints)}
    tried = (_repair(setting, one, seed) for one in reversed(by_place.values()))
    return tuple(one for one in tried if one is not None)


def _repair(setting: Setting, constraint: Constraint, seed: int) -> Repair | None:
    """Loosen a constraint as little as is enough: find how far twice at a time, then by halves.

    It is begun with the least by which no clash shows, and gone no more than a year beyond.
    """
    loose = loosening(setting, constraint)
    if not loose.most or isinstance(_ranges(loose, loose.most), Contradiction):
        return None
    shown = least(0, loose.most, lambda n: not isinstance(_ranges(loose, n), Contradiction))
    most = min(loose.most, shown + YEAR)
    tried: dict[int, bool | None] = {}

    def enough(n: int) -> bool:
        tried[n] = _timetable(loose, n, seed)
        return tried[n] is not False

    low, high = shown - 1, shown
    while not enough(high):
        if high == most:
            return None
        low, high = high, min(2 * high - shown + 1, most)
    found = least(low, high, enough)
    value, programme = loose.way(found)
    return Repair(constraint, value, programme, proven=bool(tried[found]))


def _ranges(loose: Loosening, n: int) -> Ranges | Contradiction:
    """Give the ranges of days of a design loosened so."""
    setting = setting_of(loose.way(n)[1])
    return ranges_of(setting, setting.everything)


def _timetable(loose: Loosening, n: int, seed: int) -> bool | None:
    """Tell whether a design loosened so has a timetable; None where that is not known."""
    ranges = _ranges(loose, n)
    if isinstance(ranges, Contradiction):
        return False
    try:
        return has_timetable(ranges, seed=seed, effort=TRIAL)
    except MissingExtra:
        return None
