"""Between which days each gathering can be: the verb, and the values that it gives."""

import datetime as dt
from collections.abc import Callable
from functools import cached_property

import attrs

from kompetanse.model import Column, Programme, Table, Unit
from kompetanse.model.brief import brief
from kompetanse.model.rules import demand, refuse
from kompetanse.model.table import html_of_table
from kompetanse.planning.scheduling.blame import demand_ranges
from kompetanse.planning.scheduling.chains import chain
from kompetanse.planning.scheduling.explanation import Step
from kompetanse.planning.scheduling.minimal import least
from kompetanse.planning.scheduling.propagation import Contradiction, Ranges, ranges_of
from kompetanse.planning.scheduling.setting import Limits, Phases, Setting, Spot, longest
from kompetanse.planning.scheduling.statements import setting_of
from kompetanse.planning.scheduling.sweep import after


@attrs.frozen
class Window:
    """The days between which one gathering can be."""

    module: str
    cohort: str
    earliest: dt.date
    latest: dt.date
    total_slack: int
    """Working days from the earliest to the latest: by so many it can slip, and all can still be done."""
    free_slack: int
    """Working days by which it can slip from its earliest, and no other gathering has to."""


@attrs.frozen(eq=False)
class Bounds:
    """The days between which every gathering can be, as far as they are known without a search.

    No timetable puts a gathering outside its window, but for one that needs longer than the earliest end that
    is not ruled out, where no end is stated. Not every day inside need be possible.
    """

    programme: Programme
    _ranges: Ranges

    __repr__ = brief("programme.id", "programme.modules", "programme.cohorts")
    _repr_html_ = html_of_table

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """One for each gathering: module by module in their order, then cohort by cohort."""
        setting = self._ranges.setting
        free = self._free()
        return tuple(
            self._window(module.id, setting.cohorts[cohort].id, (block, kind), free)
            for block, modules in enumerate(setting.blocks)
            for module in modules
            for cohort, kind in sorted((one, kind) for kind, some in enumerate(setting.alike) for one in some)
        )

    def _window(self, module: str, cohort: str, spot: Spot, free: dict[Spot, int]) -> Window:
        earliest, latest = self._ranges.earliest(spot), self._ranges.latest(spot)
        date, slack = self._ranges.setting.date, self._working_days(spot, latest)
        least = self._working_days(spot, min(free.get(spot, latest), latest))
        return Window(module, cohort, date(earliest), date(latest), slack, least)

    def _working_days(self, spot: Spot, end: int) -> int:
        """Count the days on which cohorts alike can meet, after the earliest and up to `end`."""
        start = self._ranges.earliest(spot) + 1
        days = self._ranges.forward.available(spot) >> start & (1 << max(end - start + 1, 0)) - 1
        return days.bit_count()

    def _free(self) -> dict[Spot, int]:
        """Give the last day of each block that holds back no other from its earliest."""
        forward = self._ranges.forward
        free: dict[Spot, int] = {}
        for spot, push in forward.pushes.items():
            for one in after(forward, spot):
                if one.behind is not None:
                    days = one.day - forward.pushes[one.behind].day
                    free[one.behind] = min(free.get(one.behind, push.day), push.day - days)
        return free

    @property
    def critical(self) -> tuple[Step, ...]:
        """The critical chain: the steps that lead to the gathering whose module can be done last of all."""
        forward = self._ranges.forward
        follow_up = self._ranges.setting.follow_up
        done = {
            spot: push.day + longest(follow_up[spot[0]], forward.active)[0]
            for spot, push in forward.pushes.items()
        }
        return chain(forward, max(done, key=done.__getitem__), setting=forward.setting) if done else ()

    def chain(self, module: str, cohort: str) -> tuple[Step, ...]:
        """Give the steps that lead to the earliest day of a gathering.

        Raises `UnknownModule` or `UnknownCohort`.
        """
        self.programme.module(module)
        known = self.programme.cohort(cohort)
        setting = self._ranges.setting
        block = next(one for one, some in enumerate(setting.blocks) if module in [it.id for it in some])
        number = setting.cohorts.index(known)
        kind = next(one for one, some in enumerate(setting.alike) if number in some)
        return chain(self._ranges.forward, (block, kind), setting=setting)

    def table(self) -> Table:
        """Give the windows as rows."""
        slack = Column("total-slack", Unit.DAYS), Column("free-slack", Unit.DAYS)
        columns = (Column("module"), Column("cohort"), Column("earliest"), Column("latest"), *slack)
        return Table(columns, [attrs.astuple(one) for one in self.windows])


def bounds(programme: Programme) -> Bounds:
    """Give the earliest and the latest day of every gathering, as far as they are known without a search.

    Without ``until`` the latest days are those of the earliest end that is not ruled out. Without ``from``,
    but with ``until`` or a deadline, planning goes backward: the earliest days are those of the latest start.
    Raises `NoTimetable` where it shows that there is none; `InvalidValue` where no date is given to plan
    from; and as `DependencyGraph.order` does.
    """
    demand("bounds", "programme", programme, Programme)
    rules = programme.planning
    if not (rules.start or rules.end or rules.deadlines):
        raise refuse("bounds", "programme", "no-start")
    setting = setting_of(programme)
    ranges = demand_ranges(setting)
    if rules.start is None and ranges.spots:
        ranges = _from_latest_start(ranges)
    if rules.end is None and ranges.spots:
        ranges = _until_earliest_end(ranges)
    return Bounds(programme, ranges)


def _from_latest_start(ranges: Ranges) -> Ranges:
    """Let nothing begin before the latest day by which all can still be done, as far as is known."""
    setting = ranges.setting
    ahead = [longest(phases, setting.everything)[0] for phases in setting.preparation]
    begins = min(ranges.latest(spot) - ahead[spot[0]] for spot in ranges.spots)

    def starting(days: int) -> Ranges | Contradiction:
        floors = _with(setting, setting.floors, begins - days, setting.preparation)
        return ranges_of(attrs.evolve(setting, floors=floors), setting.everything)

    return _by_fewest(starting, begins)


def _until_earliest_end(ranges: Ranges) -> Ranges:
    """Let nothing last beyond the earliest day by which all can be done, as far as is known."""
    setting = ranges.setting
    behind = [longest(phases, setting.everything)[0] for phases in setting.follow_up]
    done = max(ranges.earliest(spot) + behind[spot[0]] for spot in ranges.spots)

    def ending(days: int) -> Ranges | Contradiction:
        ceilings = _with(setting, setting.ceilings, done + days, setting.follow_up)
        return ranges_of(attrs.evolve(setting, ceilings=ceilings), setting.everything)

    return _by_fewest(ending, setting.top - done)


def _by_fewest(ranges: Callable[[int], Ranges | Contradiction], most: int) -> Ranges:
    """Give the ranges by the fewest days up to `most` with which no clash shows."""
    found = ranges(least(-1, most, lambda days: isinstance(ranges(days), Ranges)))
    assert isinstance(found, Ranges)  # noqa: S101  # with all days that there are, no clash shows
    return found


def _with(setting: Setting, limits: Limits, day: int, phases: tuple[Phases, ...]) -> Limits:
    """Give limits with one more for every block, which no constraint says."""
    nobody = len(setting.constraints)
    everywhere = ((block, kind) for block in range(len(setting.blocks)) for kind in range(len(setting.alike)))
    return {spot: (*limits.get(spot, ()), (nobody, day, phases[spot[0]])) for spot in everywhere}
