"""Dates: gatherings in a timetable, and periods in which nobody meets."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import zip_longest

import attrs

from kompetanse.errors import DateOutOfRange
from kompetanse.model.brief import brief
from kompetanse.model.closed import ClosedPeriod, as_periods, working_days_by
from kompetanse.model.rules import (
    FIRST_DATE,
    LAST_DATE,
    a,
    a_date,
    a_time,
    an_id,
    as_date,
    as_ids,
    as_str,
    as_time,
    as_tuple,
    demand,
    demand_whole,
    each,
    refuse,
)
from kompetanse.model.table import Table, html_of_table
from kompetanse.model.text import Text, a_name, as_optional_text

__all__ = [
    "FIRST_DATE",
    "LAST_DATE",
    "ClosedPeriod",
    "Gathering",
    "Moved",
    "Timetable",
    "as_periods",
    "days_from",
]

FAR = 10**15
"""Days by which nothing is ever moved: more than lie between the first date and the last."""


def days_from(start: dt.date, days: int) -> dt.date:
    """Give the date `days` calendar days from `start`; raise `DateOutOfRange` outside 1900–2199."""
    if not (FIRST_DATE - start).days <= days <= (LAST_DATE - start).days:
        raise DateOutOfRange(start, days)
    return start + dt.timedelta(days=days)


@attrs.frozen
class Gathering:
    """One cohort's gathering for one module."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    cohort: str = attrs.field(converter=as_str, validator=an_id)
    date: dt.date = attrs.field(converter=as_date, validator=a_date)
    start: dt.time = attrs.field(default=dt.time(9), converter=as_time, validator=a_time)
    end: dt.time = attrs.field(default=dt.time(15), converter=as_time, validator=a_time)
    place: Text | None = attrs.field(
        default=None, converter=as_optional_text, validator=attrs.validators.optional(a_name)
    )

    def __attrs_post_init__(self) -> None:
        if self.end <= self.start:
            raise refuse(self, "", "end-before-start", start=f"{self.start:%H:%M}", end=f"{self.end:%H:%M}")

    @property
    def hours(self) -> float:
        """Hours from start to end."""
        return self.end.hour - self.start.hour + (self.end.minute - self.start.minute) / 60

    def shifted(self, days: int) -> "Gathering":
        """Give the same gathering `days` calendar days later (earlier where negative).

        Raises `InvalidValue` where `days` is no whole number, `DateOutOfRange`.
        """
        demand_whole("Gathering.shifted", "days", days, -FAR, FAR)
        return attrs.evolve(self, date=days_from(self.date, days))


def _by_date(gathering: Gathering) -> tuple[dt.date, dt.time]:
    return gathering.date, gathering.start


@attrs.frozen
class Moved:
    """A gathering that one timetable has and another has not, or has otherwise."""

    module: str
    cohort: str
    was: Gathering | None
    """None where it is new."""
    now: Gathering | None
    """None where it is gone."""
    working_days: int | None
    """By how many working days it moved, later where positive; None where it is new or gone."""


def _gatherings(value: Iterable[Gathering]) -> tuple[Gathering, ...]:
    return as_tuple(value)


@attrs.frozen
class Timetable:
    """Every gathering of a programme."""

    gatherings: tuple[Gathering, ...] = attrs.field(
        default=(), converter=_gatherings, validator=each(a(Gathering))
    )

    __repr__ = brief("", "gatherings")
    _repr_html_ = html_of_table

    def of_cohort(self, cohort: str) -> tuple[Gathering, ...]:
        """Give the gatherings of one cohort, earliest first."""
        return tuple(sorted((one for one in self.gatherings if one.cohort == cohort), key=_by_date))

    def of_module(self, module: str) -> tuple[Gathering, ...]:
        """Give the gatherings for one module, earliest first."""
        return tuple(sorted((one for one in self.gatherings if one.module == module), key=_by_date))

    def first_of_each(self) -> dict[tuple[str, str], Gathering]:
        """Give the gathering of each cohort for each module; of several, the one that is listed first."""
        return {(one.cohort, one.module): one for one in reversed(self.gatherings)}

    def table(self) -> Table:
        """Give the gatherings as rows, by date."""
        columns = [one.name for one in attrs.fields(Gathering)]
        return Table(
            columns, [attrs.astuple(one, recurse=False) for one in sorted(self.gatherings, key=_in_full)]
        )

    def shifted(self, days: int) -> "Timetable":
        """Give the timetable with every gathering moved by `days` calendar days, raising as that does."""
        demand_whole("Timetable.shifted", "days", days, -FAR, FAR)
        return Timetable(tuple(one.shifted(days) for one in self.gatherings))

    def without(self, module: str) -> "Timetable":
        """Give the timetable without the gatherings for one module."""
        return Timetable(tuple(one for one in self.gatherings if one.module != module))

    def difference(self, other: "Timetable", closed: Iterable[ClosedPeriod] = ()) -> tuple[Moved, ...]:
        """Give what is otherwise in `other`: gatherings new or gone, or with another day, hours or place.

        They stand by module, cohort and date. Working days are Monday to Friday without those that are
        `closed`. Where a cohort has several gatherings for a module, the first are compared, then the second.
        """
        demand("Timetable.difference", "other", other, Timetable)
        passed = working_days_by(closed)
        before, after = _by_pair(self), _by_pair(other)
        return tuple(
            Moved(*pair, was, now, passed(now.date) - passed(was.date) if was and now else None)
            for pair in sorted(before.keys() | after.keys())
            for was, now in zip_longest(before.get(pair, ()), after.get(pair, ()))
            if was != now
        )

    def retaken(self, cohort: str, modules: Iterable[str]) -> "Timetable":
        """Give the timetable in which a cohort takes `modules`, in this order, on the days booked for them.

        The days, hours and places stay as they are; which module is taken on which of them changes.
        """
        order = as_ids(modules)
        return self.retaken_by(lambda one, _: order if one == cohort else ())

    def retaken_by(self, order_of: Callable[[str, tuple[str, ...]], Iterable[str]]) -> "Timetable":
        """Give the timetable in which each cohort takes modules as `retaken` says, all cohorts at once.

        `order_of` is given a cohort and the modules that it takes, by date, and gives their new order.
        """
        booked: dict[str, list[Gathering]] = {}
        for one in sorted(self.gatherings, key=_by_date):
            booked.setdefault(one.cohort, []).append(one)
        taken: dict[Gathering, str] = {}
        for cohort, gatherings in booked.items():
            times = Counter(one.module for one in gatherings)
            order = tuple(dict.fromkeys(order_of(cohort, tuple(times))))
            retaken = frozenset(order)
            days = (one for one in gatherings if one.module in retaken)
            taken.update(zip(days, (it for it in order for _ in range(times[it])), strict=True))
        moved = (
            one if taken.get(one, one.module) == one.module else attrs.evolve(one, module=taken[one])
            for one in self.gatherings
        )
        return Timetable(tuple(moved))


def _by_pair(timetable: Timetable) -> dict[tuple[str, str], list[Gathering]]:
    """Give the gatherings of each module and cohort, earliest first."""
    pairs: dict[tuple[str, str], list[Gathering]] = {}
    for one in sorted(timetable.gatherings, key=_in_full):
        pairs.setdefault((one.module, one.cohort), []).append(one)
    return pairs


def _in_full(gathering: Gathering) -> tuple[dt.date, dt.time, dt.time, str]:
    """Sort gatherings by all that they say, so that their order in a timetable does not count."""
    place = f"{gathering.place.nb}\n{gathering.place.en}" if gathering.place else ""
    return gathering.date, gathering.start, gathering.end, place
