"""A timetable by the first days that fit: quick, without a solver, and not always successful."""

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from kompetanse.errors import TimetableNotFound
from kompetanse.model import Programme, Timetable
from kompetanse.model.rules import demand, refuse
from kompetanse.planning.blame import demand_ranges
from kompetanse.planning.gatherings import gathered
from kompetanse.planning.propagation import Ranges
from kompetanse.planning.register import YEAR
from kompetanse.planning.setting import WEEK, Pool, Setting, Spot, days_of, longest
from kompetanse.planning.statements import setting_of


def first_fit(programme: Programme) -> Timetable:
    """Give a timetable in which each module in turn is put on the first days that fit.

    All cohorts take the modules in one order. Raises `TimetableNotFound` where some module finds no days,
    though there may be a timetable all the same; `NoTimetable` where it shows that there is none;
    `InvalidValue` where the programme does not say from when to plan; and as `DependencyGraph.order` does.
    """
    demand("first_fit", "programme", programme, Programme)
    if programme.planning.start is None:
        raise refuse("first_fit", "programme", "no-start")
    setting = setting_of(programme)
    ranges = demand_ranges(setting)
    return gathered(setting, fitting(ranges)).timetable


def fitting(ranges: Ranges) -> tuple[tuple[int, ...], ...]:
    """Give for each block and cohort the first day that fits; raise `TimetableNotFound`."""
    fit = _Fit(ranges)
    for block in range(len(ranges.setting.blocks)):
        fit.put(block)
    return tuple(tuple(days) for days in fit.days)


def last_day(ranges: Ranges) -> int:
    """Give the last day that a search looks at: the end that is stated, or a year after what fits first."""
    setting = ranges.setting
    if setting.programme.planning.end is not None:
        return setting.day(setting.programme.planning.end)
    try:
        last = max(day for days in fitting(ranges) for day in days)
    except TimetableNotFound:
        last = max(map(ranges.earliest, ranges.spots)) + YEAR
    return min(last + YEAR, setting.top)


@attrs.frozen(eq=False)
class _Fit:
    """The days that are taken so far."""

    ranges: Ranges
    days: list[list[int]] = attrs.field(factory=list)
    """For each block that has been put, the day of each cohort."""
    taken: Counter[tuple[int, int]] = attrs.field(factory=Counter)
    """For each pool and day, how many it serves."""

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
            behind = longest(setting.follow_up[block - 1], -1)[0]
            gap = setting.min_gaps[block - 1].days if setting.min_gaps else 1
            between = max(gap, behind + longest(setting.preparation[block], -1)[0] + 1)
            least.append(self.days[block - 1][cohort] + between)
        least += [self.days[one.first][cohort] + one.days for one in setting.waits if one.then == block]
        for choice in setting.choices:
            if choice.then == block:
                known = [(one, days) for one, days in choice.options if one < block]
                least.append(min(self.days[one][cohort] + days for one, days in known))
        return max(least)

    def _most(self, block: int, cohort: int, kind: int) -> int:
        """Give the last day for a cohort."""
        latest = self.ranges.latest((block, kind))
        if block and self.setting.max_gaps:
            latest = min(latest, self.days[block - 1][cohort] + self.setting.max_gaps[block - 1].days)
        return latest

    def _windows(self, least: Sequence[int], most: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the first and the last day of each window in which all cohorts may meet, earliest first."""
        if self.setting.within is None:
            yield 0, self.setting.top
            return
        width = self.setting.within[1]
        first, last = max(least, default=0), min(most, default=-1)
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
        return [number for number, pool in enumerate(self.setting.pools) if spot in pool.needed]

    def _room(self, pools: Sequence[int], day: int, used: Counter[tuple[int, int]]) -> bool:
        """Tell whether each of some pools has room for one more on a day."""
        return all(
            self.taken[pool, day] + used[pool, day] < _serves(self.setting.pools[pool], day) for pool in pools
        )


def _serves(pool: Pool, day: int) -> int:
    """Give how many cohorts a pool serves on a day."""
    return sum(one.a_day for one in pool.members if not days_of(one.away, -1) >> day & 1)


def _bits(days: int, start: int) -> Iterator[int]:
    """Yield the days whose bits are set, counted from `start`."""
    while days:
        yield start + (days & -days).bit_length() - 1
        days &= days - 1
