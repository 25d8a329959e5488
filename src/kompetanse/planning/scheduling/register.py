"""The constraints of one design as they are read: each has a name and a number, each date a day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

import attrs

from kompetanse.errors import Detail
from kompetanse.model import FIRST_DATE, LAST_DATE, ClosedPeriod, Cohort, Programme
from kompetanse.planning.scheduling.constraint import Constraint
from kompetanse.planning.scheduling.plan_order import Blocks, in_plan_order
from kompetanse.planning.scheduling.setting import WEEK, Days

ROOM = 3660
"""Days before and after all that a design speaks of in which its timetables are looked for."""
YEAR = 366


@attrs.frozen(eq=False)
class Register:
    """What has been read of a design so far."""

    programme: Programme
    constraints: list[Constraint] = attrs.field(factory=list)

    @cached_property
    def blocks(self) -> Blocks:
        """The blocks in the order in which they may be taken."""
        return in_plan_order(self.programme)

    @cached_property
    def block_of(self) -> dict[str, int]:
        """The block of each module."""
        return {one.id: number for number, block in enumerate(self.blocks) for one in block}

    @cached_property
    def cohorts(self) -> tuple[Cohort, ...]:
        """The cohorts, the first of those with one id."""
        first: dict[str, Cohort] = {}
        for one in self.programme.cohorts:
            first.setdefault(one.id, one)
        return tuple(first.values())

    @cached_property
    def spoken(self) -> tuple[date, date]:
        """The first and the last date that the rules speak of; where they speak of none, the timetable."""
        rules = self.programme.planning
        dates = [one for one in (rules.start, rules.end) if one]
        dates += [one.date for one in rules.not_before] + [one.date for one in rules.pins]
        dates += [one.by for one in rules.deadlines]
        dates = dates or [one.date for one in self.programme.timetable.gatherings] or [FIRST_DATE]
        return min(dates), max(dates)

    @cached_property
    def first(self) -> date:
        """Day 0: a Monday, long before all that is spoken of."""
        monday = max((self.spoken[0] - FIRST_DATE).days - self._room, 0) // WEEK * WEEK
        return FIRST_DATE + timedelta(days=monday)  # the first date is a Monday

    @cached_property
    def top(self) -> int:
        """The last day: a Sunday, long after all that is spoken of."""
        days = min((self.spoken[1] - self.first).days + self._room, (LAST_DATE - self.first).days)
        return (days + 1) // WEEK * WEEK - 1

    @cached_property
    def needed(self) -> int:
        """Days in which all blocks fit one after another, with all that lies between."""
        modules = [module for block in self.blocks for module in block]
        phases = sum(one.preparation.days + one.follow_up.days for one in modules)
        lags = [one.lag for module in modules for one in module.requires]
        lags += [one.lag for module in modules for group in module.any_of for one in group.options]
        return phases + sum(lags) + len(modules) * (self.programme.planning.min_gap + WEEK)

    @property
    def _room(self) -> int:
        return ROOM + self.needed

    def day(self, when: date) -> int:
        """Give the number of a date, as far as it lies in the days that are looked at."""
        return min(max((when - self.first).days, 0), self.top)

    def add(self, key: str, place: str, **details: Detail) -> int:
        """Add a constraint, and give its number."""
        self.constraints.append(Constraint(key, place, tuple(details.items())))
        return len(self.constraints) - 1

    def closings(
        self, key: str, place: str, periods: Sequence[ClosedPeriod], **details: Detail
    ) -> Iterator[Days]:
        """Add a constraint for each period, and yield its days."""
        for number, one in enumerate(periods):
            yield from self.closing(key, f"{place}/{number}", one, **details)

    def closing(self, key: str, place: str, one: ClosedPeriod, **details: Detail) -> Iterator[Days]:
        """Do so for one period, if it meets the days that are looked at."""
        start, end = (one.start - self.first).days, (one.end - self.first).days
        if start <= self.top and end >= 0:
            name = {"period_nb": one.name.nb, "period_en": one.name.en}
            number = self.add(key, place, **details, **name, start=one.start, end=one.end)
            yield number, max(start, 0), min(end, self.top)
