"""Rules about how the cohorts' days stand to one another: in one week, within some days, a day for each."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kompetanse.checks.design import DAY, Design, Meeting, place_of
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.model import Gathering, ModuleOrder, Severity


def not_in_one_week(design: Design) -> Iterator[Found]:
    """Find a cohort that meets in another week than the others.

    The cohort `cohort` meets for `module` on `date`; `also` is the first of those that meet in the week that
    most meet in, for `other` on `other_date`. In an order of its own, each cohort's next gathering counts,
    whatever the module. The remedy keeps the day of the week, where the cohort can meet then.
    """
    for some in _times(design) if design.programme.planning.same_week else ():
        mondays = Counter(_monday(one) for one in some)
        week = min(mondays, key=lambda monday: (-mondays[monday], monday))
        other = next(one for one in some if _monday(one) == week)
        for one in some:
            if _monday(one) != week:
                day = week + DAY * one.date.weekday()
                can_meet = design.open_day(one.cohort, day) == day
                yield found(
                    place_of(one),
                    design.shift(one, day) if can_meet else (),
                    **_beside(one, other),
                    other_date=other.date,
                )


def not_within_days(design: Design) -> Iterator[Found]:
    """Find the cohort that meets last, where all should meet within some days, the first and last counted.

    The cohort `cohort` meets for `module` on `date`, but `also` for `other` on `other_date`; within `most`
    days all should have met. In an order of its own, each cohort's next gathering counts, of any module.
    """
    most = design.programme.planning.within_days
    for some in _times(design) if most is not None else ():
        first, last = min(some, key=lambda one: one.date), max(some, key=lambda one: one.date)
        if most is not None and (last.date - first.date).days >= most:
            day = design.open_day(last.cohort, first.date + DAY * (most - 1), back=True)
            remedies = design.shift(last, day) if day >= first.date else ()
            yield found(place_of(last), remedies, **_beside(last, first), other_date=first.date, most=most)


def shared_day(design: Design) -> Iterator[Found]:
    """Find two cohorts on one day, where each should have its own.

    The cohort `cohort` meets for `module` on `date`, and so does `also`, for `other`. The remedy is the first
    open day on which nobody meets.
    """
    first: dict[dt.date, Gathering] = {}
    if not design.programme.planning.own_day:
        return
    meetings = [meeting for some in design.days.values() for meeting in some]
    taken = {meeting[0].date for meeting in meetings}
    for meeting in meetings:
        one = meeting[0]
        other = first.setdefault(one.date, one)
        if other is not one:
            day = design.open_day(one.cohort, one.date + DAY)
            while day in taken:
                day = design.open_day(one.cohort, day + DAY)
            yield found(place_of(one), design.shift(one, day), **_beside(one, other))


def _times(design: Design) -> Iterator[Sequence[Gathering]]:
    """Yield for each time that the cohorts meet one gathering of each that does."""
    if design.programme.planning.order is ModuleOrder.OWN:
        nobody: Meeting = ()
        for meetings in zip_longest(*design.days.values(), fillvalue=nobody):
            yield [meeting[0] for meeting in meetings if meeting]
        return
    for block in design.graph.blocks:
        held = ([design.gatherings.get((module, cohort)) for module in block] for cohort in design.cohorts)
        some = [next((one for one in several if one is not None), None) for several in held]
        if met := [one for one in some if one is not None]:
            yield met


def _monday(one: Gathering) -> dt.date:
    return one.date - DAY * one.date.weekday()


def _beside(one: Gathering, other: Gathering) -> dict[str, str | dt.date]:
    return {
        "module": one.module,
        "cohort": one.cohort,
        "date": one.date,
        "other": other.module,
        "also": other.cohort,
    }


TWO = ("module", "cohort", "date", "other", "also")
RULES = (
    Rule("not-in-one-week", Severity.ERROR, (*TWO, "other_date"), not_in_one_week),
    Rule("not-within-days", Severity.ERROR, (*TWO, "other_date", "most"), not_within_days),
    Rule("shared-day", Severity.ERROR, TWO, shared_day),
)
