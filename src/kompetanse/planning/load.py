"""How a programme's work is spread over the months."""

import datetime as dt
from collections.abc import Iterator

import attrs

from kompetanse.model import Column, Gathering, Module, Programme, Table, Unit
from kompetanse.model.rules import demand
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
    hours: dict[dt.date, float] = {}
    seen: set[tuple[str, str]] = set()
    for one in programme.timetable.gatherings:
        if (one.cohort, one.module) in seen or one.module not in modules or one.cohort not in groups:
            continue
        seen.add((one.cohort, one.module))
        for month, spent in _spent(one, modules[one.module], groups[one.cohort]):
            hours[month] = hours.get(month, 0.0) + spent
    return Load(tuple(MonthLoad(month, round(hours.get(month, 0.0), 6)) for month in _months(hours)))


def _spent(gathering: Gathering, module: Module, group: Leaders) -> Iterator[tuple[dt.date, float]]:
    """Yield the leader-hours of one gathering and the work at home round it, by month."""
    start, end = module.span(gathering.date)
    yield gathering.date.replace(day=1), group.count * gathering.hours + group.travel
    for first, last, phase in (
        (start, gathering.date - DAY, module.preparation),
        (gathering.date + DAY, end, module.follow_up),
    ):
        if first > last:
            yield gathering.date.replace(day=1), group.count * phase.hours
            continue
        a_day = group.count * phase.hours / ((last - first).days + 1)
        for month, days in _days_by_month(first, last):
            yield month, a_day * days


def _days_by_month(first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, int]]:
    while first <= last:
        following = _following(first.replace(day=1))
        yield first.replace(day=1), (min(last + DAY, following) - first).days
        first = following


def _months(hours: dict[dt.date, float]) -> Iterator[dt.date]:
    month, last = min(hours, default=dt.date.max), max(hours, default=dt.date.min)
    while month <= last:
        yield month
        month = _following(month)


def _following(month: dt.date) -> dt.date:
    return dt.date(month.year + month.month // 12, month.month % 12 + 1, 1)
