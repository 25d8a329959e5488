"""Why there is no timetable: constraints that are to blame, and the chains of reasons that show it."""

from kompetanse.errors import NoTimetable
from kompetanse.planning.chains import chain, cohort_of
from kompetanse.planning.explanation import Clash, ClashKind, Explanation, Step
from kompetanse.planning.minimal import minimal
from kompetanse.planning.propagation import Contradiction, Ranges, ranges_of
from kompetanse.planning.setting import Setting, Spot
from kompetanse.planning.sweep import sweep


def demand_ranges(setting: Setting) -> Ranges:
    """Give the ranges of days under all constraints; raise `NoTimetable` with those that are to blame."""
    ranges = ranges_of(setting, setting.everything)
    if isinstance(ranges, Contradiction):
        raise NoTimetable(setting.chosen(to_blame(setting, ranges)))
    return ranges


def to_blame(setting: Setting, found: Contradiction) -> int:
    """Shrink the constraints of a contradiction, as bits, to some of which none can be left out."""

    def clashes(active: int) -> int | None:
        ranges = ranges_of(setting, active)
        return ranges.numbers if isinstance(ranges, Contradiction) else None

    return minimal(found.numbers, clashes)


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
