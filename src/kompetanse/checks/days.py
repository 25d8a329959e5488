"""Rules about the days that each cohort has booked: one at a time, on working days, with room between."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from kompetanse.checks.design import DAY, Design, place_of
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.model import ClosedPeriod, Gathering, Severity

Span = tuple[Gathering, dt.date]
"""A gathering, and the last day of its follow-up."""


def phases_overlap(design: Design) -> Iterator[Found]:
    """Find a module whose preparation begins before the follow-up of an earlier one has ended.

    The preparation of `module` begins on `start`, but of the modules that the cohort `cohort` took on earlier
    days, `other` is followed up until `end`, so that `days` more are needed. Only the one that lasts longest
    is named; modules on one day are left to the rule about them.
    """
    for gatherings in design.taken.values():
        longest: Span | None = None
        for _, some in groupby(gatherings, key=lambda one: one.date):
            today = tuple(some)
            if longest is not None:
                yield from (one for gathering in today for one in _overlap(design, gathering, longest))
            for gathering in today:
                end = gathering.date + DAY * design.modules[gathering.module].follow_up.days
                if longest is None or end > longest[1]:
                    longest = gathering, end


def _overlap(design: Design, gathering: Gathering, earlier: Span) -> Iterator[Found]:
    other, end = earlier
    start = gathering.date - DAY * design.modules[gathering.module].preparation.days
    if start <= end:
        days = (end - start).days + 1
        yield found(
            place_of(gathering),
            design.shift(gathering, design.open_day(gathering.cohort, gathering.date + DAY * days)),
            module=gathering.module, cohort=gathering.cohort, other=other.module,
            start=start, end=end, days=days,
        )  # fmt: skip


def same_day(design: Design) -> Iterator[Found]:
    """Find two gatherings of one cohort on one day, where no prerequisites bind the two together.

    On `date` the cohort `cohort` takes `module`, but also `other`, which comes earlier in the teaching order.
    """
    for gatherings in design.taken.values():
        dates = {one.date for one in gatherings}
        for date, some in groupby(gatherings, key=lambda one: one.date):
            first, *rest = some
            bound = _bound(design, first.module, {one.module for one in rest})
            for gathering in rest:
                if gathering.module not in bound:
                    yield found(
                        place_of(gathering),
                        design.shift(gathering, _free_day(design, gathering, dates)),
                        module=gathering.module, other=first.module, cohort=gathering.cohort, date=date,
                    )  # fmt: skip


def _bound(design: Design, module: str, others: set[str]) -> set[str]:
    """Give those of `others` that prerequisites let be taken with `module`, or with one of these."""
    edges = design.graph.digraph
    bound, waiting = set[str](), [module] if others else []
    while waiting:
        one = waiting.pop()
        for other in others - bound:
            pairs = (pair for pair in ((one, other), (other, one)) if edges.has_edge(*pair))
            if any(not link.strict for pair in pairs for link in edges.edges[pair]["links"]):
                bound.add(other)
                waiting.append(other)
    return bound


def _free_day(design: Design, gathering: Gathering, taken: set[dt.date]) -> dt.date:
    """Give the first open day after a gathering on which nothing is taken."""
    day = design.open_day(gathering.cohort, gathering.date + DAY)
    while day in taken:
        day = design.open_day(gathering.cohort, day + DAY)
    return day


def weekend(design: Design) -> Iterator[Found]:
    """Find a gathering, of `module` for `cohort`, on a Saturday or a Sunday, `date`."""
    for one in design.gatherings.values():
        if one.date.weekday() >= 5:
            remedies = design.shift(one, design.open_day(one.cohort, one.date))
            yield found(place_of(one), remedies, module=one.module, cohort=one.cohort, date=one.date)


def in_closed_period(design: Design) -> Iterator[Found]:
    """Find a gathering, of `module` for `cohort` on `date`, that falls in a closed period.

    The period, named `period_nb` or `period_en`, lasts from `start` to `end`, both days included.
    """
    dates = {one.date for one in design.gatherings.values()}
    closed = {date: [period for period in design.programme.closed if date in period] for date in dates}
    for one in design.gatherings.values():
        for period in closed[one.date]:
            yield _in_period(design, one, period, design.open_day(one.cohort, period.end + DAY))


def cohort_closed(design: Design) -> Iterator[Found]:
    """Find a gathering, of `module` for `cohort` on `date`, at a time when the cohort cannot meet.

    The period, named `period_nb` or `period_en`, lasts from `start` to `end`, both days included.
    """
    for one in design.gatherings.values():
        for period in _holding(design.cohorts[one.cohort].closed, one.date):
            yield _in_period(design, one, period, design.open_day(one.cohort, period.end + DAY))


def day_to_avoid(design: Design) -> Iterator[Found]:
    """Find a gathering, of `module` for `cohort` on `date`, on a day that the cohort had better avoid.

    The period, named `period_nb` or `period_en`, lasts from `start` to `end`, both days included.
    """
    for one in design.gatherings.values():
        avoid = design.cohorts[one.cohort].avoid
        for period in _holding(avoid, one.date):
            day = design.open_day(one.cohort, period.end + DAY)
            while also := _holding(avoid, day):
                day = design.open_day(one.cohort, also[0].end + DAY)
            yield _in_period(design, one, period, day)


def _holding(periods: Iterable[ClosedPeriod], day: dt.date) -> list[ClosedPeriod]:
    return [period for period in dict.fromkeys(periods) if day in period]


def _in_period(design: Design, one: Gathering, period: ClosedPeriod, after: dt.date) -> Found:
    return found(
        place_of(one),
        design.shift(one, after),
        module=one.module, cohort=one.cohort, date=one.date,
        period_nb=period.name.nb, period_en=period.name.en, start=period.start, end=period.end,
    )  # fmt: skip


PERIOD = ("module", "cohort", "date", "period_nb", "period_en", "start", "end")
RULES = (
    Rule(
        "phases-overlap",
        Severity.WARNING,
        ("module", "cohort", "other", "start", "end", "days"),
        phases_overlap,
    ),
    Rule("same-day", Severity.ERROR, ("module", "other", "cohort", "date"), same_day),
    Rule("weekend", Severity.WARNING, ("module", "cohort", "date"), weekend),
    Rule("closed-period", Severity.ERROR, PERIOD, in_closed_period),
    Rule("cohort-closed", Severity.ERROR, PERIOD, cohort_closed),
    Rule("day-to-avoid", Severity.NOTE, PERIOD, day_to_avoid),
)
