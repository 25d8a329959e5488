"""Single changes by which a design would have a timetable."""

from kompetanse.errors import MissingExtra
from kompetanse.model import Programme
from kompetanse.planning.scheduling.constraint import Constraint
from kompetanse.planning.scheduling.explain import explain, has_timetable
from kompetanse.planning.scheduling.explanation import Repair
from kompetanse.planning.scheduling.loosening import Loosening, loosening
from kompetanse.planning.scheduling.propagation import Contradiction, ranges_of
from kompetanse.planning.scheduling.setting import Setting
from kompetanse.planning.scheduling.statements import setting_of
from kompetanse.planning.solver import EFFORT

TRIAL = 5.0
"""How long one search may take, in the solver's own seconds, for whether a change is enough."""


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
    """Loosen a constraint as little as is enough: find how far twice at a time, then by halves."""
    loose = loosening(setting, constraint)
    if not loose.most or _timetable(loose, loose.most, seed) is False:
        return None
    low, high = 0, 1
    while high < loose.most and _timetable(loose, high, seed) is False:
        low, high = high, high * 2
    high = min(high, loose.most)
    while high - low > 1:
        middle = (low + high) // 2
        if _timetable(loose, middle, seed) is False:
            low = middle
        else:
            high = middle
    value, programme = loose.way(high)
    return Repair(constraint, value, programme, proven=bool(_timetable(loose, high, seed)))


def _timetable(loose: Loosening, n: int, seed: int) -> bool | None:
    """Tell whether a design loosened so has a timetable; None where that is not known."""
    _, programme = loose.way(n)
    setting = setting_of(programme)
    ranges = ranges_of(setting, setting.everything)
    if isinstance(ranges, Contradiction):
        return False
    try:
        return has_timetable(ranges, seed=seed, effort=TRIAL)
    except MissingExtra:
        return None
