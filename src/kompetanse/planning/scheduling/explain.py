"""Why there is no timetable: constraints that are to blame, and the chains of reasons that show it."""

from kompetanse.errors import NothingFound
from kompetanse.model import Programme
from kompetanse.model.rules import demand, demand_whole, refuse
from kompetanse.planning.demands import MOST, demand_number
from kompetanse.planning.scheduling.blame import to_blame
from kompetanse.planning.scheduling.chains import chain, cohort_of
from kompetanse.planning.scheduling.explanation import Clash, ClashKind, Explanation, Step
from kompetanse.planning.scheduling.fitting import fitting_or_none, last_day
from kompetanse.planning.scheduling.propagation import Contradiction, Ranges, ranges_of
from kompetanse.planning.scheduling.search.rounds import Case
from kompetanse.planning.scheduling.search.searching import is_possible
from kompetanse.planning.scheduling.setting import Setting, Spot
from kompetanse.planning.scheduling.statements import setting_of
from kompetanse.planning.scheduling.sweep import sweep
from kompetanse.planning.solver import EFFORT


def explain(programme: Programme, *, seed: int = 0, effort: float = EFFORT) -> Explanation | None:
    """Say why there is no timetable, by constraints of which none can be left out; None where there is one.

    Most of what rules out a timetable shows at once. Where nothing shows, and no timetable is quickly found,
    a search decides, within `effort` of the solver's own seconds.

    Raises `InvalidValue` where the programme does not say from when to plan; `MissingExtra` where only a
    search can tell, but OR-Tools is not installed; `NothingFound` where it comes to no end; and as
    `DependencyGraph.order` does.
    """
    demand("explain", "programme", programme, Programme)
    demand_whole("explain", "seed", seed, 0, 2**31 - 1)
    demand_number("explain", "effort", effort, 0, MOST)
    if programme.planning.start is None:
        raise refuse("explain", "programme", "no-start")
    setting = setting_of(programme)
    ranges = ranges_of(setting, setting.everything)
    if isinstance(ranges, Contradiction):
        return explanation_of(setting, to_blame(setting, ranges.numbers, seed=seed))
    possible = has_timetable(ranges, seed=seed, effort=effort)
    if possible is None or (not possible and programme.planning.end is None):
        raise NothingFound(effort)
    return None if possible else explanation_of(setting, to_blame(setting, setting.every_number, seed=seed))


def has_timetable(ranges: Ranges, *, seed: int, effort: float) -> bool | None:
    """Tell whether there is a timetable: by the first days that fit, or else by a search; None if unknown.

    Without an end that is stated, only so many days are searched, and False says no more than that.
    """
    if not ranges.spots or fitting_or_none(ranges) is not None:
        return True
    setting = ranges.setting
    case = Case(setting, setting.everything, ranges, 0, last_day(ranges, None))
    return is_possible(case, seed=seed, effort=effort)


def explanation_of(setting: Setting, numbers: int) -> Explanation:
    """Tell why constraints clash, given as bits; how, as far as it shows without a search."""
    constraints = setting.chosen(numbers)
    found = ranges_of(setting, numbers)
    if isinstance(found, Ranges):
        modules = tuple(block[0].id for block in setting.blocks)
        return Explanation(setting.programme, constraints, (), Clash(ClashKind.TOGETHER, modules, ""))
    return Explanation(
        setting.programme, constraints, _steps(setting, found, numbers), _clash(setting, found)
    )


def _clash(setting: Setting, found: Contradiction) -> Clash:
    kinds = {kind for _, kind in found.spots}
    modules = dict.fromkeys(setting.blocks[block][0].id for block, _ in sorted(found.spots))
    known = found.start <= setting.top
    return Clash(
        found.kind,
        tuple(modules),
        cohort_of(setting, *kinds) if len(kinds) == 1 else "",
        setting.date(found.start) if known else None,
        setting.date(found.end) if known else None,
        found.needed,
        found.room,
    )


def _steps(setting: Setting, found: Contradiction, numbers: int) -> tuple[Step, ...]:
    """Give the chain to the first day of what clashes, and the one to its last."""
    forward, backward = sweep(setting, numbers), sweep(setting.mirrored, numbers)
    last = len(setting.blocks) - 1

    def mirrored(spot: Spot) -> Spot:
        return last - spot[0], spot[1]

    steps: list[Step] = []
    if backward.dead is None or forward.dead is not None:
        first = min(found.spots, key=lambda spot: forward.pushes[spot].day)
        steps += chain(forward, first, setting=setting)
    if forward.dead is None:
        latest = min(map(mirrored, found.spots), key=lambda spot: backward.pushes[spot].day)
        steps += chain(backward, latest, setting=setting)
    return tuple(steps)
