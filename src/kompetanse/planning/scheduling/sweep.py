"""One sweep through the days: the earliest day of every block and cohorts alike, and why it is not earlier.

On the mirrored setting the same sweep gives the latest days. What it gives is never wrong, but not always
all that could be said: of what cohorts or blocks must share, only the simplest is seen.
"""

from collections.abc import Iterator

import attrs

from kompetanse.model import ModuleOrder
from kompetanse.planning.scheduling.setting import WEEK, Pool, Setting, Spot, days_of, longest
from kompetanse.planning.scheduling.swept import NOTHING, Push, Sweep, closing, pool_numbers, room


def sweep(setting: Setting, active: int) -> Sweep:
    """Find the earliest days under the active constraints."""
    closed = [setting.weekdays & ~days_of(periods, active) for periods in setting.closed]
    pools = [(pool, _there(setting, pool, active)) for pool in setting.pools if active >> pool.number & 1]
    found = Sweep(setting, active, closed, pools)
    raised: dict[Spot, Push] = {}
    while _through(found, raised) and _pulled(found, raised):
        pass
    return found


def _there(setting: Setting, pool: Pool, active: int) -> int:
    """Give the days on which anyone of a pool is there, as bits."""
    there = 0
    for one in dict.fromkeys(pool.members):
        there |= setting.weekdays & ~days_of(one.away, active)
    return there


def _through(found: Sweep, raised: dict[Spot, Push]) -> bool:
    """Put every block on its earliest day; tell whether all have one."""
    for block in range(len(found.setting.blocks)):
        for kind in range(len(found.setting.alike)):
            spot = block, kind
            best = raised.get(spot, NOTHING)
            for push in (*after(found, spot), *_limits(found, spot)):
                if push.day > best.day:
                    best = push
            _put(found, spot, best)
        if found.dead is None:
            _gather(found, block)
        if found.dead is not None:
            return False
    return True


def _limits(found: Sweep, spot: Spot) -> Iterator[Push]:
    for number, day, phases in found.setting.floors.get(spot, ()):
        if found.counts(number):
            days, why = longest(phases, found.active)
            yield Push(day + days, why | 1 << number)


def after(found: Sweep, spot: Spot) -> Iterator[Push]:
    """Yield what the blocks before a block ask of it."""
    setting, (block, kind) = found.setting, spot
    if setting.stated and block:
        yield _spaced(found, (block - 1, kind), block, 1, 0)
    for wait in setting.waits_of[block]:
        if found.counts(wait.number):
            yield _wait(found, (wait.first, kind), block, wait.days, 1 << wait.number)
    for choice in setting.choices_of[block]:
        if found.counts(choice.number):
            options = [
                _wait(found, (one, kind), block, days, 1 << choice.number) for one, days in choice.options
            ]
            first = min(options, key=lambda push: push.day)
            if first.behind is not None:
                also = 0
                for one in options:
                    also |= found.why[one.behind] if one.behind else 0
                yield attrs.evolve(first, also=also)


def _wait(found: Sweep, before: Spot, block: int, days: int, numbers: int) -> Push:
    """Give the push of a block that must come earlier; where the order is free, room is left between too."""
    if before[0] >= block:  # it may be that a block to choose comes after, and is not swept yet
        return Push(10**9, numbers) if found.setting.stated else NOTHING
    if found.setting.stated:
        return Push(found.pushes[before].day + days, numbers, before, found.pushes[before].day)
    return _spaced(found, before, block, days, numbers)


def _spaced(found: Sweep, before: Spot, block: int, days: int, numbers: int) -> Push:
    """Give the push of a block on one after it: as many days as the most that lies between them asks for."""
    setting, active = found.setting, found.active
    follow_up, after = longest(setting.follow_up[before[0]], active)
    preparation, ahead = longest(setting.preparation[block], active)
    why = numbers
    if follow_up + preparation + 1 > days:
        days, why = follow_up + preparation + 1, numbers | after | ahead
    gap = setting.min_gaps[before[0]] if setting.min_gaps else None
    if gap is not None and gap.days > days and found.counts(gap.number):
        days, why = gap.days, numbers | 1 << gap.number
    return Push(found.pushes[before].day + days, why, before, found.pushes[before].day)


def _put(found: Sweep, spot: Spot, push: Push) -> None:
    """Put a block on the first day on which cohorts alike can meet, no earlier than a push leaves."""
    left = found.available(spot) >> push.day
    day = push.day + (left & -left).bit_length() - 1 if left else found.setting.top + 1
    numbers = push.numbers | closing(found, spot, push.day, day)
    found.pushes[spot] = Push(day, numbers, push.behind, push.since, push.also)
    found.why[spot] = numbers | push.also | (found.why[push.behind] if push.behind else 0)
    if not left:
        found.dead = spot


def _gather(found: Sweep, block: int) -> None:
    """Bring the cohorts to within a week, or some days, of the one whose earliest day is last."""
    setting = found.setting
    if setting.within is None or setting.order is ModuleOrder.OWN or not found.counts(setting.within[0]):
        return
    number, days = setting.within
    spots = [(block, kind) for kind in range(len(setting.alike))]
    if not spots:
        return
    found.alone.update((spot, found.pushes[spot]) for spot in spots)
    origin = max(spots, key=lambda spot: found.pushes[spot].day)
    since, numbers = found.pushes[origin].day, 1 << number
    while found.dead is None:
        day = max(found.pushes[spot].day for spot in spots)
        target = day - days + 1 if days else day - day % WEEK
        early = [spot for spot in spots if found.pushes[spot].day < target]
        if not early and not days and (full := _full(found, spots, target)):
            early, target, numbers = spots, target + WEEK, numbers | full
        if not early:
            return
        also = 0
        for spot in spots:
            also |= found.why[spot]
        for spot in early:
            _put(found, spot, Push(target, numbers, origin, since, also))


def _full(found: Sweep, spots: list[Spot], monday: int) -> int:
    """Give why the week from `monday` has no room for all cohorts, as bits; 0 where it has."""
    week = ((1 << WEEK) - 1) << monday
    for pool, _ in found.there:
        needing = [spot for spot in spots if spot in pool.needed]
        days = 0
        for spot in needing:
            days |= found.available(spot) & week & -(1 << found.pushes[spot].day)
        if room(found, pool, days) < sum(len(found.setting.alike[kind]) for _, kind in needing):
            numbers = pool_numbers(found, pool, monday, monday + WEEK)
            for spot in spots:
                numbers |= closing(found, spot, monday, monday + WEEK)
            return numbers
    return 0


def _pulled(found: Sweep, raised: dict[Spot, Push]) -> bool:
    """Raise what would lie too long before the next; tell whether anything was raised."""
    setting, higher = found.setting, False
    for block in range(len(setting.max_gaps) - 1, -1, -1) if setting.stated else ():
        gap = setting.max_gaps[block]
        for kind in range(len(setting.alike)) if found.counts(gap.number) else ():
            after = found.pushes[block + 1, kind].day - gap.days
            if after > found.pushes[block, kind].day:
                raised[block, kind] = Push(after, 1 << gap.number, (block + 1, kind), after + gap.days)
                higher = True
    return higher
