"""What the rules look at: a programme, with the relations that several of them ask for."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby

import attrs

from kompetanse.graph import DependencyGraph, Link, Unmet
from kompetanse.model import (
    FIRST_DATE,
    LAST_DATE,
    AnyOf,
    ClosedPeriod,
    Cohort,
    Gathering,
    Module,
    Prerequisite,
    Programme,
    Shift,
)

DAY = dt.timedelta(days=1)
LONGEST_SHIFT = 36_600
"""The most days that a `Shift` may move a gathering by."""
Meeting = tuple[Gathering, ...]
"""The gatherings of one cohort on one day."""
Stretches = tuple[tuple[dt.date, dt.date], ...]
"""First and last day of each of some stretches of days, earliest first."""


@attrs.frozen(eq=False)
class Design:
    """A programme as the rules see it; where an id is given twice, the first that has it is meant."""

    programme: Programme

    @cached_property
    def modules(self) -> Mapping[str, Module]:
        """The modules by id, in the order of the programme."""
        modules: dict[str, Module] = {}
        for module in self.programme.modules:
            modules.setdefault(module.id, module)
        return modules

    @cached_property
    def cohorts(self) -> Mapping[str, Cohort]:
        """The cohorts by id, in the order of the programme."""
        cohorts: dict[str, Cohort] = {}
        for cohort in self.programme.cohorts:
            cohorts.setdefault(cohort.id, cohort)
        return cohorts

    @cached_property
    def graph(self) -> DependencyGraph:
        """How the binding prerequisites tie the modules."""
        return DependencyGraph(attrs.evolve(self.programme, modules=self.modules.values()))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each module in the teaching order, from 0."""
        return self.graph.rank

    @cached_property
    def stuck(self) -> tuple[str, ...]:
        """The modules that no choice in the groups lets begin, rings left aside, in the teaching order."""
        return tuple(sorted(self.graph.stuck(rings=False), key=self.rank.__getitem__))

    def choices(self, module: str, group: AnyOf) -> tuple[Prerequisite, ...]:
        """Give the options of a group that may come before the module: known, not taken together with it."""
        block_of = self.graph.block_of
        return tuple(
            one
            for one in group.options
            if one.module in block_of and block_of[one.module] != block_of[module]
        )

    @cached_property
    def taught(self) -> tuple[str, ...]:
        """The modules in the teaching order."""
        return tuple(self.rank)

    @cached_property
    def violated(self) -> frozenset[Link]:
        """The links that the teaching order goes against."""
        return frozenset(self.graph.violated(self.taught))

    @cached_property
    def unmet(self) -> frozenset[Unmet]:
        """The groups that the teaching order goes against."""
        return frozenset(self.graph.unmet(self.taught))

    @cached_property
    def groups_about(self) -> Mapping[str, Sequence[Unmet]]:
        """For each module the groups that it has or is an option of, each as it would be told if unmet."""
        about: dict[str, list[Unmet]] = {}
        for module in self.modules.values():
            for group in module.any_of:
                for one in {module.id, *group.modules}:
                    about.setdefault(one, []).append(Unmet(module.id, group))
        return about

    @cached_property
    def gatherings(self) -> Mapping[tuple[str, str], Gathering]:
        """The gatherings by module and cohort, as far as there are such a module and such a cohort."""
        gatherings: dict[tuple[str, str], Gathering] = {}
        for one in self.programme.timetable.gatherings:
            if one.module in self.modules and one.cohort in self.cohorts:
                gatherings.setdefault((one.module, one.cohort), one)
        return gatherings

    @cached_property
    def taken(self) -> Mapping[str, tuple[Gathering, ...]]:
        """The gatherings of each cohort by date, and on one date by the teaching order."""
        taken: dict[str, list[Gathering]] = {cohort: [] for cohort in self.cohorts}
        for one in self.gatherings.values():
            taken[one.cohort].append(one)
        return {
            cohort: tuple(sorted(some, key=lambda one: (one.date, self.rank[one.module])))
            for cohort, some in taken.items()
        }

    @cached_property
    def booked(self) -> Mapping[tuple[str, str], Sequence[dt.date]]:
        """Every date of each module and cohort, also of a gathering given twice."""
        booked: dict[tuple[str, str], list[dt.date]] = {}
        for one in self.programme.timetable.gatherings:
            booked.setdefault((one.module, one.cohort), []).append(one.date)
        return booked

    @cached_property
    def days(self) -> Mapping[str, tuple[Meeting, ...]]:
        """The gatherings of each cohort day by day; those of one day by the teaching order."""
        return {
            cohort: tuple(tuple(some) for _, some in groupby(taken, key=lambda one: one.date))
            for cohort, taken in self.taken.items()
        }

    @cached_property
    def closed(self) -> Mapping[str, Stretches]:
        """For each cohort the stretches of days on which it cannot meet; none touches another."""
        closed = self.programme.closed
        return {one.id: _stretches((*closed, *one.closed)) for one in self.cohorts.values()}

    def open_day(self, cohort: str, day: dt.date, *, back: bool = False) -> dt.date:
        """Give the first weekday from `day` on, or back, that is closed neither to all nor to the cohort."""
        closed, step = self.closed[cohort], -DAY if back else DAY
        while True:
            place = bisect_right(closed, day, key=lambda stretch: stretch[0]) - 1
            if place >= 0 and day <= closed[place][1]:
                day = closed[place][0 if back else 1] + step
            elif day.weekday() >= 5:
                day += step
            else:
                return day

    def shift(self, gathering: Gathering, day: dt.date) -> tuple[Shift, ...]:
        """Give the change that moves a gathering to `day`, or none where no change can."""
        days = (day - gathering.date).days
        dates = self.booked[gathering.module, gathering.cohort]
        earliest, latest = (FIRST_DATE - min(dates)).days, (LAST_DATE - max(dates)).days
        possible = days and max(earliest, -LONGEST_SHIFT) <= days <= min(latest, LONGEST_SHIFT)
        return (Shift(gathering.cohort, days, gathering.module),) if possible else ()


def _stretches(periods: Iterable[ClosedPeriod]) -> Stretches:
    """Give first and last day of each stretch of closed days, earliest first."""
    stretches: list[tuple[dt.date, dt.date]] = []
    for period in sorted(periods, key=lambda one: (one.start, one.end)):
        if stretches and period.start <= stretches[-1][1] + DAY:
            start, end = stretches.pop()
            stretches.append((start, max(end, period.end)))
        else:
            stretches.append((period.start, period.end))
    return tuple(stretches)


def place_of(gathering: Gathering) -> str:
    """Give the place of the first gathering for a module and a cohort."""
    return f"timetable/gatherings/{gathering.module}/{gathering.cohort}"
