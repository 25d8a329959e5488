"""What stands on each row of the picture of the timetable."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from kompetanse.model import ClosedPeriod, Cohort, Gathering, Module, Programme

DAY = timedelta(days=1)


@attrs.frozen
class Taken:
    """One module as a cohort takes it."""

    module: str
    start: date
    """The first day of preparation."""
    gathering: date
    end: date
    """The last day of follow-up."""


@attrs.frozen
class Group:
    """One cohort with its lanes: in each, modules of which no two overlap."""

    cohort: str
    lanes: tuple[tuple[Taken, ...], ...]
    closed: tuple[ClosedPeriod, ...]
    """When this cohort alone cannot meet."""

    @property
    def taken(self) -> Iterator[Taken]:
        """Every module that it takes, lane by lane."""
        return (one for lane in self.lanes for one in lane)


def groups_of(programme: Programme, cohort: str | None) -> tuple[Group, ...]:
    """Give each cohort that meets or is to meet, or one alone; raise `UnknownCohort`."""
    modules = {one.id: one for one in reversed(programme.modules)}
    cohorts = {one.id: one for one in reversed(programme.cohorts)}
    named = (one.id for one in programme.cohorts)
    met = (one.cohort for one in programme.timetable.gatherings)
    wanted = dict.fromkeys((*named, *met)) if cohort is None else (programme.cohort(cohort).id,)
    by_cohort: dict[str, list[Gathering]] = {one: [] for one in wanted}
    for one in programme.timetable.gatherings:
        if one.cohort in by_cohort:
            by_cohort[one.cohort].append(one)
    return tuple(_group(id_, some, modules, cohorts.get(id_)) for id_, some in by_cohort.items())


def _group(
    id_: str, gatherings: Sequence[Gathering], modules: dict[str, Module], cohort: Cohort | None
) -> Group:
    lanes: list[list[Taken]] = []
    for one in sorted((_taken(one, modules.get(one.module)) for one in gatherings), key=_by_start):
        free = next((lane for lane in lanes if lane[-1].end < one.start), None)
        if free is None:
            lanes.append([one])
        else:
            free.append(one)
    return Group(id_, tuple(map(tuple, lanes)) or ((),), cohort.closed if cohort else ())


def _taken(gathering: Gathering, module: Module | None) -> Taken:
    start, end = module.span(gathering.date) if module else (gathering.date, gathering.date)
    return Taken(gathering.module, start, gathering.date, end)


def _by_start(one: Taken) -> tuple[date, date, str]:
    return one.start, one.gathering, one.module


@attrs.frozen
class Months:
    """The first days of the months that are named below a picture."""

    firsts: tuple[date, ...]

    @classmethod
    def of(cls, start: date, end: date, most: int) -> "Months":
        """Give the months from one date to another, thinned so that there are at most so many.

        Where none begins between them, the first date stands for its month.
        """
        first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
        fitting = (step for step in (1, 2, 3, 6, 12, 24, 60, 120, 600) if (last - first) // step < most)
        step = next(fitting, 1200)
        numbers = range(first + -first % step, last + 1, step)
        firsts = (date(one // 12, one % 12 + 1, 1) for one in numbers)
        return cls(tuple(one for one in firsts if start <= one <= end) or (start,))
