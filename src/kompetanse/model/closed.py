"""Closed periods, and the working days that they leave."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable

import attrs

from kompetanse.model.rules import a_date, as_date, as_tuple, demand_date, demand_list, refuse
from kompetanse.model.text import Text, a_name, as_text

DayCount = Callable[[dt.date], int]
"""Gives the number of working days up to and with a date, counted from some day long ago."""


@attrs.frozen
class ClosedPeriod:
    """Days on which no gathering may be held, such as a school holiday; both ends belong to it."""

    start: dt.date = attrs.field(converter=as_date, validator=a_date)
    end: dt.date = attrs.field(converter=as_date, validator=a_date)
    name: Text = attrs.field(converter=as_text, validator=a_name)

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise refuse(self, "", "end-before-start", start=self.start, end=self.end)

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day <= self.end


def as_periods(value: Iterable[ClosedPeriod]) -> tuple[ClosedPeriod, ...]:
    """Take any iterable of closed periods for a tuple of them."""
    return as_tuple(value)


def working_days(start: dt.date, end: dt.date, closed: Iterable[ClosedPeriod] = ()) -> int:
    """Give how many working days `end` is later than `start`; negative where it is earlier.

    Working days are Monday to Friday without those that are closed. Of the two dates the later one is
    counted, if it is a working day, and the earlier one is not, so that steps add up to the whole way.

    >>> working_days(dt.date(2023, 5, 26), dt.date(2023, 5, 30))
    2
    """
    demand_date("working_days", "start", start)
    demand_date("working_days", "end", end)
    passed = working_days_by(closed)
    return passed(end) - passed(start)


def working_days_by(closed: Iterable[ClosedPeriod]) -> DayCount:
    """Give the count of working days by date; the difference of two dates is that of `working_days`."""
    days = {
        day
        for period in demand_list("working_days", "closed", closed, ClosedPeriod)
        for day in range(period.start.toordinal(), period.end.toordinal() + 1)
        if (day - 1) % 7 < 5  # day 1 of the calendar is a Monday
    }
    taken = sorted(days)

    def passed(date: dt.date) -> int:
        day = date.toordinal()
        weeks, rest = divmod(day, 7)
        return weeks * 5 + min(rest, 5) - bisect_right(taken, day)

    return passed
