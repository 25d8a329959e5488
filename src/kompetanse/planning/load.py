"""How a programme's work is spread over the months."""

import datetime as dt
from collections.abc import Iterator
from functools import cache

import attrs

from kompetanse.model import Column, Gathering, Module, Programme, Table, Unit
from kompetanse.model.brief import brief
from kompetanse.model.rules import demand
from kompetanse.model.table import html_of_table
from kompetanse.planning.hours import Leaders, leaders_of

DAY = dt.timedelta(days=1)


@attrs.frozen
class MonthLoad:
    """What all leaders together spend on the programme in one month."""

    month: dt.date
    """Its first day."""
    hours: float
    """Leader-hours."""


@attrs.frozen
class Load:
    """The work of a programme, month by month."""

    months: tuple[MonthLoad, ...]
    """From the first in which there is any to the last, also those between in which there is none."""

    __repr__ = brief("", "months")
    _repr_html_ = html_of_table

    @property
    def peak(self) -> MonthLoad | None:
        """The month with the most, the first of several; None where there is no gathering."""
        return max(self.months, key=lambda one: one.hours, default=None)

    def table(self) -> Table:
        """Give a row for each month."""
        columns = (Column("month"), Column("leader-hours", Unit.HOURS))
        return Table(columns, [attrs.astuple(one) for one in self.months])


def load(programme: Programme) -> Load:
    """Give the leader-hours of each month, by the timetable.

    Work at home is spread evenly over the days of its phase; of a phase without days, it falls on the day of
    the gathering. What has no gathering on the timetable has no month, and is left out.
    """
    demand("load", "programme", programme, Programme)
    modules = {one.id: one for one in reversed(programme.modules)}
    groups = {one.cohort: one for one in leaders_of(programme) if one.cohort}
    hours: dict[int, float] = {}
    for one in programme.timetable.first_of_each().values():
        if one.module in modules and one.cohort in groups:
            for month, spent in _spent(one, modules[one.module], groups[one.cohort]):
                hours[month] = hours.get(month, 0.0) + spent
    months = range(min(hours), max(hours) + 1) if hours else ()
    return Load(tuple(MonthLoad(_first_of(one), round(hours.get(one, 0.0), 6)) for one in months))


def _spent(gathering: Gathering, module: Module, group: Leaders) -> Iterator[tuple[int, float]]:
    """Yield the leader-hours of one gathering and the work at home round it, by the month's number."""
    start, end = module.span(gathering.date)
    month = _month(gathering.date)
    yield month, group.count * gathering.hours + group.travel
    for first, last, phase in (
        (start, gathering.date - DAY, module.preparation),
        (gathering.date + DAY, end, module.follow_up),
    ):
        if first > last:
            yield month, group.count * phase.hours
            continue
        a_day = group.count * phase.hours / ((last - first).days + 1)
        for there in range(_month(first), _month(last) + 1):
            yield there, a_day * _days_within(there, first, last)


def _days_within(month: int, first: dt.date, last: dt.date) -> int:
    """Give how many days of a month lie from `first` to `last`, which both do not lie outside on one side."""
    since, until = _first_of(month), _first_of(month + 1)
    return (min(last + DAY, until) - max(first, since)).days


def _month(day: dt.date) -> int:
    """Number the months through the years."""
    return day.year * 12 + day.month - 1


@cache
def _first_of(month: int) -> dt.date:
    return dt.date(month // 12, month % 12 + 1, 1)
