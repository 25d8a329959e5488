"""What a sweep finds: days, what holds each back, and what keeps cohorts from the days before."""

import attrs

from kompetanse.planning.scheduling.setting import Pool, Setting, Spot, days_of


@attrs.frozen
class Push:
    """What holds a day back."""

    day: int
    """The earliest day that it leaves."""
    numbers: int
    """The constraints that say so, as bits."""
    behind: Spot | None = None
    """Whose day it counts from, if anyone's."""
    since: int = 0
    """The day that it counts from."""
    also: int = 0
    """Further constraints that it rests on, by way of other days, as bits."""


NOTHING = Push(0, 0)


@attrs.define(eq=False)
class Sweep:
    """The earliest days, as far as they are known; each with the last of the pushes that led to it."""

    setting: Setting
    active: int
    """The constraints that count, as bits."""
    open: list[int]
    """For each cohorts alike, the days on which they can meet, as bits."""
    there: list[tuple[Pool, int]]
    """The pools that count, each with the days on which it has anyone."""
    pushes: dict[Spot, Push] = attrs.field(factory=dict)
    alone: dict[Spot, Push] = attrs.field(factory=dict)
    """What held each day back before the cohorts were brought together."""
    why: dict[Spot, int] = attrs.field(factory=dict)
    """All constraints behind each day, as bits."""
    dead: Spot | None = None
    """Where no day is left at all."""

    def available(self, spot: Spot) -> int:
        """Give the days on which cohorts alike can meet for a block, as bits."""
        days = self.open[spot[1]]
        for pool, some in self.there:
            if spot in pool.needed:
                days &= some
        return days

    def counts(self, number: int) -> bool:
        """Tell whether a constraint is active."""
        return bool(self.active >> number & 1)


def closing(found: Sweep, spot: Spot, start: int, end: int) -> int:
    """Give what keeps cohorts alike from meeting on the weekdays from `start` to before `end`, as bits."""
    if end <= start:
        return 0
    span = (found.setting.weekdays >> start & (1 << end - start) - 1) << start
    if not span:
        return 0
    numbers = 0
    for number, first, last in found.setting.closed[spot[1]]:
        if first < end and last >= start and found.counts(number) and span >> first & (2 << last - first) - 1:
            numbers |= 1 << number
    for pool, there in found.there:
        if spot in pool.needed and span & found.open[spot[1]] & ~there:
            numbers |= pool_numbers(found, pool, start, end)
    return numbers


def pool_numbers(found: Sweep, pool: Pool, start: int, end: int) -> int:
    """Give the constraints that say how many a pool has from `start` to before `end`, as bits."""
    numbers = 1 << pool.number
    for one in dict.fromkeys(pool.members):
        for number, first, last in one.away:
            if first < end and last >= start and found.counts(number):
                numbers |= 1 << number
    return numbers


def room(found: Sweep, pool: Pool, days: int) -> int:
    """Give how many cohorts a pool serves on some days, given as bits."""
    return sum(
        (days & ~days_of(one.away, found.active) if one.away else days).bit_count() * one.a_day
        for one in pool.members
    )
