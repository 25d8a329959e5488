"""Dates before which, and after which, there is nothing: start and end, deadlines, pins."""

from collections import defaultdict
from collections.abc import Iterator

from kompetanse.errors import UnknownCohort, UnknownModule, close_to
from kompetanse.planning.scheduling.register import Register
from kompetanse.planning.scheduling.setting import Alike, Limit, Limits, Phases, Spot

Said = tuple[bool, Spot, Limit]
"""Whether something comes after a day, or before it; what; and the day with the constraint that says so."""


def limits_of(
    register: Register, alike: Alike, preparation: tuple[Phases, ...], follow_up: tuple[Phases, ...]
) -> tuple[Limits, Limits]:
    """Give the days before which, and after which, there is nothing; raise where a rule names no one."""
    sides: tuple[defaultdict[Spot, list[Limit]], ...] = (defaultdict(list), defaultdict(list))
    said = (
        *_ends(register, alike, preparation, follow_up),
        *_not_before(register, alike),
        *_pins(register, alike),
        *_deadlines(register, alike, follow_up),
    )
    for after, spot, limit in said:
        sides[0 if after else 1][spot].append(limit)
    floors, ceilings = ({spot: tuple(some) for spot, some in side.items()} for side in sides)
    return floors, ceilings


def _ends(
    register: Register, alike: Alike, preparation: tuple[Phases, ...], follow_up: tuple[Phases, ...]
) -> Iterator[Said]:
    rules = register.programme.planning
    for key, place, date, phases in (
        ("start", "planning/from", rules.start, preparation),
        ("end", "planning/until", rules.end, follow_up),
    ):
        if date is not None:
            number = register.add(key, place, date=date)
            for block, some in enumerate(phases):
                for kind in range(len(alike)):
                    yield key == "start", (block, kind), (number, register.day(date), some)


def _not_before(register: Register, alike: Alike) -> Iterator[Said]:
    for place, one in enumerate(register.programme.planning.not_before):
        spots = _meant(register, alike, one.module, one.cohort)
        where = f"planning/not_before/{place}"
        number = register.add("not-before", where, module=one.module, cohort=one.cohort or "", date=one.date)
        for spot in spots:
            yield True, spot, (number, register.day(one.date), ())


def _pins(register: Register, alike: Alike) -> Iterator[Said]:
    for place, one in enumerate(register.programme.planning.pins):
        spots = _meant(register, alike, one.module, one.cohort)
        where = f"planning/pins/{place}"
        number = register.add("pin", where, module=one.module, cohort=one.cohort, date=one.date)
        for spot in spots:
            yield True, spot, (number, register.day(one.date), ())
            yield False, spot, (number, register.day(one.date), ())


def _deadlines(register: Register, alike: Alike, follow_up: tuple[Phases, ...]) -> Iterator[Said]:
    for place, one in enumerate(register.programme.planning.deadlines):
        spots = _meant(register, alike, one.module, one.cohort)
        where = f"planning/deadlines/{place}"
        number = register.add("deadline", where, module=one.module, cohort=one.cohort or "", date=one.by)
        for spot in spots:
            own = tuple(
                it for it in follow_up[spot[0]] if register.constraints[it[0]]["module"] == one.module
            )
            yield False, spot, (number, register.day(one.by), own)


def _meant(register: Register, alike: Alike, module: str, cohort: str | None) -> list[Spot]:
    """Give the block and the cohorts alike that a rule is about."""
    if module not in register.block_of:
        raise UnknownModule(module, close_to(module, register.block_of))
    ids = [one.id for one in register.cohorts]
    if cohort is not None and cohort not in ids:
        raise UnknownCohort(cohort, close_to(cohort, ids))
    return [
        (register.block_of[module], kind)
        for kind, cohorts in enumerate(alike)
        if cohort is None or ids[cohorts[0]] == cohort
    ]
