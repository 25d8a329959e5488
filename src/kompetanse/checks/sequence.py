"""Rules about what a cohort takes after what, and how many days lie between."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from kompetanse.checks.design import DAY, Design, Meeting, place_of
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.model import Gathering, ModuleOrder, PlanningRules, Severity


def gap_too_short(design: Design) -> Iterator[Found]:
    """Find a gathering that follows too soon upon the cohort's last.

    The cohort `cohort` meets for `module` on `date`, and before that for `other` on `other_date`; from one to
    the next there should be `least` days, so that `days` are missing.
    """
    least = design.programme.planning.min_gap
    for first, then, days in _following(design) if least > 1 else ():
        if days < least:
            one = then[0]
            day = design.open_day(one.cohort, first[0].date + DAY * least)
            yield found(
                place_of(one),
                design.shift(one, day),
                **_two(first[0], one), least=least, days=least - days,
            )  # fmt: skip


def gap_too_long(design: Design) -> Iterator[Found]:
    """Find a gathering that follows too long after the cohort's last.

    The cohort `cohort` meets for `module` on `date`, and before that for `other` on `other_date`; from one to
    the next there should be no more than `most` days, which is `days` less (a negative number).
    """
    most = design.programme.planning.max_gap
    for first, then, days in _following(design) if most is not None else ():
        if most is not None and days > most:
            one = then[0]
            day = design.open_day(one.cohort, first[0].date + DAY * most, back=True)
            yield found(
                place_of(one),
                design.shift(one, day) if day > first[0].date else (),
                **_two(first[0], one), most=most, days=most - days,
            )  # fmt: skip


def _following(design: Design) -> Iterator[tuple[Meeting, Meeting, int]]:
    """Yield each two days on which a cohort meets, one after the other, and how far apart they are."""
    for meetings in design.days.values():
        for first, then in pairwise(meetings):
            yield first, then, (then[0].date - first[0].date).days


def against_stated_order(design: Design) -> Iterator[Found]:
    """Find a gathering that comes after that of a module which is taught later.

    The cohort `cohort` meets for `module` on `date`, after it has met for `other` on `other_date`. It is
    asked where the programme has planning rules, and these leave the teaching order as it is stated, as far
    as prerequisites let it.
    """
    planning = design.programme.planning
    if planning.order is not ModuleOrder.STATED or planning == PlanningRules():
        return
    order = design.graph.order() if design.graph.is_satisfiable() and not design.graph.unknown else ()
    places = {module: place for place, module in enumerate(order)}
    for taken in design.taken.values() if places else ():
        for first, then in _turned(taken, places, design.graph.block_of):
            yield found(place_of(then), (), **_two(first, then))


def orders_differ(design: Design) -> Iterator[Found]:
    """Find a cohort that takes two modules the other way round, where all cohorts should share one order.

    The cohort `cohort` meets for `module` on `date`, after it has met for `other` on `other_date`; `also`,
    the first cohort that meets at all, takes the two the other way round.
    """
    if design.programme.planning.order is not ModuleOrder.SHARED:
        return
    also, *others = [cohort for cohort, taken in design.taken.items() if taken] or [""]
    shared = {one.module: one.date.toordinal() for one in design.taken.get(also, ())}
    for cohort in others:
        both = [one for one in design.taken[cohort] if one.module in shared]
        for first, then in _turned(both, shared, design.graph.block_of):
            yield found(place_of(then), (), **_two(first, then), also=also)


def _turned(
    taken: Iterable[Gathering], places: Mapping[str, int], block_of: Mapping[str, int]
) -> Iterator[tuple[Gathering, Gathering]]:
    """Yield each two gatherings that follow one another though their places are the other way round."""
    by_date = sorted(taken, key=lambda one: (one.date, places[one.module]))
    for first, then in pairwise(by_date):
        turned = places[then.module] < places[first.module]
        if turned and block_of[then.module] != block_of[first.module]:
            yield first, then


def _two(first: Gathering, then: Gathering) -> dict[str, str | dt.date]:
    return {
        "module": then.module,
        "cohort": then.cohort,
        "date": then.date,
        "other": first.module,
        "other_date": first.date,
    }


TWO = ("module", "cohort", "date", "other", "other_date")
RULES = (
    Rule("gap-too-short", Severity.ERROR, (*TWO, "least", "days"), gap_too_short),
    Rule("gap-too-long", Severity.ERROR, (*TWO, "most", "days"), gap_too_long),
    Rule("against-stated-order", Severity.ERROR, TWO, against_stated_order),
    Rule("orders-differ", Severity.ERROR, (*TWO, "also"), orders_differ),
)
