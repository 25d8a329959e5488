"""Rules about the dates that a gathering must keep to by itself: limits, deadlines, pins."""

import datetime as dt
from collections.abc import Iterator

from kompetanse.checks.design import DAY, Design, place_of
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.model import Deadline, Gathering, NotBefore, Severity


def before_start(design: Design) -> Iterator[Found]:
    """Find a module that begins, with its preparation, before any may.

    For `cohort`, `module` begins on `begins`; nothing begins before `start`, `days` later.
    """
    start = design.programme.planning.start
    for one in design.gatherings.values() if start else ():
        begins = one.date - DAY * design.modules[one.module].preparation.days
        if start and begins < start:
            days = (start - begins).days
            yield found(
                place_of(one),
                design.shift(one, design.open_day(one.cohort, one.date + DAY * days)),
                module=one.module, cohort=one.cohort, begins=begins, start=start, days=days,
            )  # fmt: skip


def after_end(design: Design) -> Iterator[Found]:
    """Find a module that is done, with its follow-up, after all should be.

    For `cohort`, `module` is done on `done`; all should be done by `end`, `days` earlier (a negative number).
    """
    end = design.programme.planning.end
    for one in design.gatherings.values() if end else ():
        done = _done(design, one)
        if end and done > end:
            yield found(
                place_of(one),
                design.shift(one, _latest(design, one, end)),
                module=one.module, cohort=one.cohort, done=done, end=end, days=(end - done).days,
            )  # fmt: skip


def deadline_missed(design: Design) -> Iterator[Found]:
    """Find a module that is done after its deadline.

    For `cohort`, `module` is done on `done`, but should be by `by`, `days` earlier (a negative number).
    """
    deadlines = dict.fromkeys(design.programme.planning.deadlines)
    for one in design.gatherings.values() if deadlines else ():
        done = _done(design, one)
        for by in dict.fromkeys(deadline.by for deadline in deadlines if _about(one, deadline)):
            if done > by:
                yield found(
                    place_of(one),
                    design.shift(one, _latest(design, one, by)),
                    module=one.module, cohort=one.cohort, done=done, by=by, days=(by - done).days,
                )  # fmt: skip


def not_before(design: Design) -> Iterator[Found]:
    """Find a gathering that is held before it may be.

    The cohort `cohort` meets for `module` on `date`, but may not before `earliest`, `days` later.
    """
    rules = dict.fromkeys(design.programme.planning.not_before)
    for one in design.gatherings.values() if rules else ():
        for earliest in dict.fromkeys(rule.date for rule in rules if _about(one, rule)):
            if one.date < earliest:
                yield found(
                    place_of(one),
                    design.shift(one, design.open_day(one.cohort, earliest)),
                    module=one.module, cohort=one.cohort, date=one.date,
                    earliest=earliest, days=(earliest - one.date).days,
                )  # fmt: skip


def not_on_pin(design: Design) -> Iterator[Found]:
    """Find a gathering, of `module` for `cohort` on `date`, that is pinned to another day, `pinned`."""
    for pin in dict.fromkeys(design.programme.planning.pins):
        one = design.gatherings.get((pin.module, pin.cohort))
        if one is not None and one.date != pin.date:
            yield found(
                place_of(one),
                design.shift(one, pin.date),
                module=one.module, cohort=one.cohort, date=one.date, pinned=pin.date,
            )  # fmt: skip


def _done(design: Design, one: Gathering) -> dt.date:
    """Give the last day of the follow-up."""
    return one.date + DAY * design.modules[one.module].follow_up.days


def _latest(design: Design, one: Gathering, by: dt.date) -> dt.date:
    """Give the last open day for a gathering whose module is to be done by a date."""
    return design.open_day(one.cohort, by - DAY * design.modules[one.module].follow_up.days, back=True)


def _about(one: Gathering, rule: Deadline | NotBefore) -> bool:
    return rule.module == one.module and rule.cohort in (None, one.cohort)


RULES = (
    Rule("before-start", Severity.ERROR, ("module", "cohort", "begins", "start", "days"), before_start),
    Rule("after-end", Severity.ERROR, ("module", "cohort", "done", "end", "days"), after_end),
    Rule("deadline-missed", Severity.ERROR, ("module", "cohort", "done", "by", "days"), deadline_missed),
    Rule("not-before", Severity.ERROR, ("module", "cohort", "date", "earliest", "days"), not_before),
    Rule("not-on-pin", Severity.ERROR, ("module", "cohort", "date", "pinned"), not_on_pin),
)
