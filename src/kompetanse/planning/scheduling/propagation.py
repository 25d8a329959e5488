"""What the constraints say together: the range of days of every block, or that there is no timetable.

What is said is never wrong: where it finds a clash, no timetable keeps to the constraints that it names.
Where it finds none, there may be no timetable all the same.
"""

from collections.abc import Iterator

import attrs

from kompetanse.planning.scheduling.explanation import ClashKind
from kompetanse.planning.scheduling.setting import Pool, Setting, Spot
from kompetanse.planning.scheduling.sweep import sweep
from kompetanse.planning.scheduling.swept import Sweep, closing, pool_numbers, room


@attrs.frozen
class Contradiction:
    """What rules out every timetable."""

    kind: ClashKind
    numbers: int
    """Constraints that are enough for it, as bits."""
    spots: tuple[Spot, ...]
    """The gatherings that clash."""
    start: int
    """The first day on which they can be."""
    end: int
    """The last day on which they can be; before the first where they have none."""
    needed: int = 0
    """How many gatherings must find room."""
    room: int = 0
    """For how many there is room."""


@attrs.frozen(eq=False)
class Ranges:
    """The earliest and the latest day of every block, as far as they are known."""

    setting: Setting
    forward: Sweep
    backward: Sweep
    """Of the mirrored setting."""

    def earliest(self, spot: Spot) -> int:
        """Give the earliest day of a block."""
        return self.forward.pushes[spot].day

    def latest(self, spot: Spot) -> int:
        """Give the latest day of a block."""
        return self.setting.top - self.backward.pushes[self.mirrored(spot)].day

    def mirrored(self, spot: Spot) -> Spot:
        """Give a block's place in the mirrored setting, or back."""
        return len(self.setting.blocks) - 1 - spot[0], spot[1]

    def why(self, spot: Spot) -> int:
        """Give the constraints behind both ends, as bits."""
        return self.forward.why[spot] | self.backward.why[self.mirrored(spot)]

    @property
    def spots(self) -> list[Spot]:
        """Every block with every cohorts alike."""
        setting = self.setting
        return [(block, kind) for block in range(len(setting.blocks)) for kind in range(len(setting.alike))]


def ranges_of(setting: Setting, active: int) -> Ranges | Contradiction:
    """Give the ranges of days under the active constraints, or a clash of some of them."""
    forward = sweep(setting, active)
    if forward.dead is not None:
        return _no_day(forward, forward.dead)
    backward = sweep(setting.mirrored, active)
    ranges = Ranges(setting, forward, backward)
    if backward.dead is not None:
        clash = _no_day(backward, backward.dead)
        return attrs.evolve(clash, spots=tuple(map(ranges.mirrored, clash.spots)), start=0, end=-1)
    return next(_clashes(ranges), ranges)


def _no_day(found: Sweep, spot: Spot) -> Contradiction:
    return Contradiction(ClashKind.NO_DAY, found.why[spot], (spot,), found.setting.top + 1, found.setting.top)


def _clashes(ranges: Ranges) -> Iterator[Contradiction]:
    for spot in ranges.spots:
        if ranges.latest(spot) < ranges.earliest(spot):
            yield _crossed(ranges, spot)
    if not ranges.setting.stated:
        for kind in range(len(ranges.setting.alike)):
            yield from _too_many(ranges, kind)
    for pool, _ in ranges.forward.there:
        yield from _no_room(ranges, pool)


def _crossed(ranges: Ranges, spot: Spot) -> Contradiction:
    earliest, latest = ranges.earliest(spot), ranges.latest(spot)
    return Contradiction(ClashKind.NO_DAY, ranges.why(spot), (spot,), earliest, latest)


def _too_many(ranges: Ranges, kind: int) -> Iterator[Contradiction]:
    """Find that the blocks, in whichever order, do not fit between the first day and the last."""
    setting, found = ranges.setting, ranges.forward
    spots = [(block, kind) for block in range(len(setting.blocks))]
    if not spots:
        return
    start, end = min(map(ranges.earliest, spots)), max(map(ranges.latest, spots))
    gap = setting.min_gaps[0] if setting.min_gaps and found.counts(setting.min_gaps[0].number) else None
    numbers = 1 << gap.number if gap else 0
    for spot in spots:
        numbers |= ranges.why(spot)
    day, fitting = start, 0
    while day <= end and fitting < len(spots):
        fitting += 1
        after = day + (gap.days if gap else 1)
        left = found.open[kind] >> after
        day = after + (left & -left).bit_length() - 1 if left else setting.top + 1
        numbers |= closing(found, (0, kind), after, day)
    if fitting < len(spots):
        yield Contradiction(ClashKind.TOO_MANY, numbers, tuple(spots), start, end, len(spots), fitting)


def _no_room(ranges: Ranges, pool: Pool) -> Iterator[Contradiction]:
    """Find days in which more gatherings must be than a pool serves (Hall 1935)."""
    spots = sorted(
        (spot for spot in ranges.spots if spot in pool.needed), key=lambda one: (ranges.latest(one), one)
    )
    found = ranges.forward
    for start in sorted({ranges.earliest(one) for one in spots}, reverse=True):
        inside: list[Spot] = []
        days = needed = 0
        for spot in spots:
            if ranges.earliest(spot) < start:
                continue
            end = ranges.latest(spot)
            inside.append(spot)
            days |= found.available(spot) & -(1 << ranges.earliest(spot)) & (1 << end + 1) - 1
            needed += len(ranges.setting.alike[spot[1]])
            if needed > (space := room(found, pool, days)):
                numbers = pool_numbers(found, pool, start, end + 1)
                for one in inside:
                    numbers |= ranges.why(one) | closing(found, one, start, end + 1)
                yield Contradiction(ClashKind.NO_ROOM, numbers, tuple(inside), start, end, needed, space)
                return
