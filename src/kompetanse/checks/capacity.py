"""Rules about who leads the gatherings of a day, and where there is room for them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

from kompetanse.checks.design import DAY, Design, place_of
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.graph import assigned
from kompetanse.model import Gathering, Severity, Shift

LOOKED_AT = 20
"""Open days that are looked at for one on which a gathering could be held."""
Options = Callable[[Gathering, dt.date], list[str]]
"""Gives the ids of those that would do for a gathering on some day."""
Held = Mapping[dt.date, Sequence[Gathering]]
"""For each date, one gathering for each need."""


def too_few_facilitators(design: Design) -> Iterator[Found]:
    """Find a gathering that nobody can lead, since those who could are away or lead others that day.

    The cohort `cohort` meets for `module` on `date`, a day with `gatherings`, of which at most `possible` can
    be led. The remedy is the first of some open days on which this one can.
    """
    people = {one.id: one for one in reversed(design.programme.planning.facilitators)}
    blocks = [frozenset(block) for block in design.graph.blocks] if people else []

    def options(one: Gathering, day: dt.date) -> list[str]:
        block = blocks[design.graph.block_of[one.module]]
        return [
            id_ for id_, who in people.items() if who.leads(block) and not any(day in it for it in who.away)
        ]

    if people:
        held: dict[dt.date, dict[tuple[str, int], Gathering]] = {}
        for one in _by_cohort(design):
            need = one.cohort, design.graph.block_of[one.module]
            held.setdefault(one.date, {}).setdefault(need, one)
        room = {id_: who.a_day for id_, who in people.items()}
        yield from _too_many(design, {day: [*some.values()] for day, some in held.items()}, options, room)


def too_few_venues(design: Design) -> Iterator[Found]:
    """Find a gathering that no venue has room for, since it is too small, closed or taken that day.

    The cohort `cohort` meets for `module` on `date`, a day with `gatherings`, of which at most `possible`
    have room. The remedy is the first of some open days on which this one has.
    """
    venues = {one.id: one for one in reversed(design.programme.planning.venues)}
    leaders = {one.id: one.leaders for one in reversed(design.programme.organisations)}
    sizes = {
        one.id: sum(leaders.get(member, 0) for member in set(one.members)) for one in design.cohorts.values()
    }

    def options(one: Gathering, day: dt.date) -> list[str]:
        return [
            id_
            for id_, where in venues.items()
            if where.capacity >= sizes[one.cohort] and not any(day in it for it in where.closed)
        ]

    if venues:
        held: dict[dt.date, dict[str, Gathering]] = {}
        for one in _by_cohort(design):
            held.setdefault(one.date, {}).setdefault(one.cohort, one)
        room = dict.fromkeys(venues, 1)
        yield from _too_many(design, {day: [*some.values()] for day, some in held.items()}, options, room)


def _by_cohort(design: Design) -> Iterator[Gathering]:
    for taken in design.taken.values():
        yield from taken


def _too_many(design: Design, held: Held, options: Options, room: Mapping[str, int]) -> Iterator[Found]:
    """Yield each gathering that goes without, day by day."""
    for day in sorted(held):
        some = held[day]
        met = assigned([options(one, day) for one in some], room)
        without = [number for number, one in enumerate(met) if one is None]
        for number in without:
            one = some[number]
            yield found(
                place_of(one),
                _possible(design, one, held, options, room),
                module=one.module, cohort=one.cohort, date=day,
                gatherings=len(some), possible=len(some) - len(without),
            )  # fmt: skip


def _possible(
    design: Design, one: Gathering, held: Held, options: Options, room: Mapping[str, int]
) -> tuple[Shift, ...]:
    """Give the change to the next open day on which a gathering is possible besides those that are there."""
    day = one.date
    for _ in range(LOOKED_AT):
        day = design.open_day(one.cohort, day + DAY)
        others = held.get(day, ())
        needs = [options(it, day) for it in (*others, one)]
        free = all(it.cohort != one.cohort for it in others)
        if free and assigned(needs, room)[-1] is not None:
            return design.shift(one, day)
    return ()


DETAILS = ("module", "cohort", "date", "gatherings", "possible")
RULES = (
    Rule("too-few-facilitators", Severity.ERROR, DETAILS, too_few_facilitators),
    Rule("too-few-venues", Severity.ERROR, DETAILS, too_few_venues),
)
