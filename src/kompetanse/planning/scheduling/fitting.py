"""Days that fit, by taking the first: quick, without a solver, and not always successful."""

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from kompetanse.errors import TimetableNotFound
from kompetanse.planning.scheduling.propagation import Ranges
from kompetanse.planning.scheduling.register import YEAR
from kompetanse.planning.scheduling.setting import WEEK, Setting, Spot, days_of, longest

Fit = tuple[tuple[int, ...], ...]
"""For each block and cohort, a day."""


def fitting_or_none(ranges: Ranges) -> Fit | None:
    """Give for each block and cohort the first day that fits; None where some find none."""
    try:
        return fitting(ranges)
    except TimetableNotFound:
        return None


def fitting(ranges: Ranges) -> Fit:
    """Give for each block and cohort the first day that fits; raise `TimetableNotFound`."""
    fit = _Fit(ranges)
    for block in range(len(ranges.setting.blocks)):
        fit.put(block)
    return tuple(tuple(days) for days in fit.days)


def last_day(ranges: Ranges, fit: Fit | None) -> int:
    """Give the last day that a search looks at: the end that is stated, or a year after what fits first."""
    setting = ranges.setting
    if setting.programme.planning.end is not None:
        return setting.day(setting.programme.planning.end)
    last = max(map(max, fit)) if fit else max(map(ranges.earliest, ranges.spots)) + YEAR
    return min(last + YEAR, setting.top)


@attrs.frozen(eq=False)
class _Fit:
    """The days that are taken so far."""

    ranges: Ranges
    days: list[list[int]] = attrs.field(factory=list)
    """For each block that has been put, the day of each cohort."""
    taken: Counter[tuple[int, int]] = attrs.field(factory=Counter)
    """For each pool and day, how many have asked for it."""
    served: dict[tuple[int, int], int] = attrs.field(factory=dict)
    """For each pool and day, how many it serves, where that was asked."""

    @property
    def active(self) -> int:
        """The constraints that count, as bits."""
        return self.ranges.forward.active

    def counts(self, number: int) -> bool:
        """Tell whether a constraint counts."""
        return bool(self.active >> number & 1)

    @property
    def setting(self) -> Setting:
        return self.ranges.setting

    def put(self, block: int) -> None:
        """Put every cohort on a day for a block."""
        kinds = {one: kind for kind, some in enumerate(self.setting.alike) for one in some}
        least = [self._least(block, cohort, kinds[cohort]) for cohort in range(len(kinds))]
        most = [self._most(block, cohort, kinds[cohort]) for cohort in range(len(kinds))]
        failed = -1
        for window in self._windows(least, most):
            days, failed = self._in_window(block, window, least, most, kinds)
            if failed < 0:
                self.days.append(days)
                for cohort, day in enumerate(days):
                    self.taken.update((pool, day) for pool in self._needed((block, kinds[cohort])))
                return
        of_one = self.setting.within is None and failed >= 0
        cohort_id = self.setting.cohorts[failed].id if of_one else ""
        raise TimetableNotFound(self.setting.blocks[block][0].id, cohort_id)

    def _least(self, block: int, cohort: int, kind: int) -> int:
        """Give the first day that the blocks before leave to a cohort."""
        setting, least = self.setting, [self.ranges.earliest((block, kind))]
        if block:
            behind = longest(setting.follow_up[block - 1], self.active)[0]
            ahead = longest(setting.preparation[block], self.active)[0]
            gaps = [gap.days for gap in setting.min_gaps[block - 1 : block] if self.counts(gap.number)]
            least.append(self.days[block - 1][cohort] + max([behind + ahead + 1, *gaps]))
        waits = (one for one in setting.waits if one.then == block and self.counts(one.number))
        least += [self.days[one.first][cohort] + one.days for one in waits]
        for choice in setting.choices:
            if choice.then == block and self.counts(choice.number):
                known = [(one, days) for one, days in choice.options if one < block]
                least.append(min(self.days[one][cohort] + days for one, days in known))
        return max(least)

    def _most(self, block: int, cohort: int, kind: int) -> int:
        """Give the last day for a cohort."""
        latest = self.ranges.latest((block, kind))
        for gap in self.setting.max_gaps[block - 1 : block] if block else ():
            if self.counts(gap.number):
                latest = min(latest, self.days[block - 1][cohort] + gap.days)
        return latest

    def _windows(self, least: Sequence[int], most: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the first and the last day of each window in which all cohorts may meet, earliest first."""
        within = self.setting.within
        if within is None or not self.counts(within[0]):
            yield 0, self.setting.top
            return
        width = within[1]
        first, last = max(least, default=0), min(most, default=0)
        if width:
            yield from ((day, day + width - 1) for day in range(max(first - width + 1, 0), last + 1))
        else:
            yield from ((day, day + WEEK - 1) for day in range(first - first % WEEK, last + 1, WEEK))

    def _in_window(
        self,
        block: int,
        window: tuple[int, int],
        least: Sequence[int],
        most: Sequence[int],
        kinds: dict[int, int],
    ) -> tuple[list[int], int]:
        """Give each cohort's day in a window, and -1; or the cohort for which there is none.

        Those with the fewest days to choose from choose first.
        """
        choices = []
        for cohort, kind in kinds.items():
            days = self.ranges.forward.available((block, kind))
            start, end = max(window[0], least[cohort]), min(window[1], most[cohort])
            days = days >> start & (1 << max(end - start + 1, 0)) - 1
            choices.append((days.bit_count(), cohort, start, days))
        found = [0] * len(kinds)
        used: Counter[tuple[int, int]] = Counter()
        for _, cohort, start, days in sorted(choices):
            pools = self._needed((block, kinds[cohort]))
            day = next((one for one in _bits(days, start) if self._room(pools, one, used)), -1)
            if day < 0:
                return [], cohort
            found[cohort] = day
            used.update((pool, day) for pool in pools)
        return found, -1

    def _needed(self, spot: Spot) -> list[int]:
        """Give the pools that count of which gatherings need one."""
        pools = enumerate(self.setting.pools)
        return [place for place, pool in pools if spot in pool.needed and self.counts(pool.number)]

    def _room(self, pools: Sequence[int], day: int, used: Counter[tuple[int, int]]) -> bool:
        """Tell whether each of some pools has room for one more on a day."""
        return all(self.taken[pool, day] + used[pool, day] < self._serves(pool, day) for pool in pools)

    def _serves(self, pool: int, day: int) -> int:
        """Give how many cohorts a pool serves on a day."""
        if (pool, day) not in self.served:
            members = self.setting.pools[pool].members
            there = (one for one in members if not days_of(one.away, self.active) >> day & 1)
            self.served[pool, day] = sum(one.a_day for one in there)
        return self.served[pool, day]


def _bits(days: int, start: int) -> Iterator[int]:
    """Yield the days whose bits are set, counted from `start`."""
    while days:
        yield start + (days & -days).bit_length() - 1
        days &= days - 1
