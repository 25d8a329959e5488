"""From the statements of a design to constraints by name, and to what they say in whole numbers.

Constraints stand in the order in which one would rather keep them out of an explanation: what nobody can
change, such as a holiday, first; what a programme manager decides, such as a deadline, last.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from kompetanse.model import FIRST_DATE, LAST_DATE, Module, ModuleOrder, Phase, Programme
from kompetanse.planning.holidays import FIRST_HOLIDAY, LAST_HOLIDAY, public_holidays
from kompetanse.planning.scheduling.limits import limits_of
from kompetanse.planning.scheduling.pools import leaders_in, members_of, pools_of
from kompetanse.planning.scheduling.register import YEAR, Register
from kompetanse.planning.scheduling.setting import Alike, Choice, Days, Gap, Phases, Setting, Wait


def setting_of(programme: Programme) -> Setting:
    """Give what is to be planned.

    Raises as `DependencyGraph.order` does, and `UnknownModule` or `UnknownCohort` where a rule of planning
    names one that is not there.
    """
    register = Register(programme)
    alike = _alike(register)
    everyone = tuple(_closed(register))
    own = [_cohort_closed(register, cohorts) for cohorts in alike]
    leaders, venues = members_of(register)
    waits, choices = tuple(_waits(register)), tuple(_choices(register))
    preparation = tuple(_phases(register, "preparation", "preparation", lambda one: one.preparation))
    follow_up = tuple(_phases(register, "follow-up", "follow_up", lambda one: one.follow_up))
    pools = pools_of(register, leaders, venues, alike)
    within = _within(register)
    max_gaps = tuple(_gaps(register, "max-gap", "planning/max_gap", programme.planning.max_gap or 0))
    min_gaps = tuple(_gaps(register, "min-gap", "planning/min_gap", programme.planning.min_gap))
    floors, ceilings = limits_of(register, alike, preparation, follow_up)
    return Setting(
        programme, register.first, register.top, register.spoken, register.needed, register.blocks,
        programme.planning.order, register.cohorts, alike, tuple(register.constraints),
        tuple((*everyone, *some) for some in own), floors, ceilings, preparation, follow_up, waits, choices,
        min_gaps, max_gaps, pools, within,
    )  # fmt: skip


def _alike(register: Register) -> Alike:
    """Give the cohorts by what is asked of them: those of whom something special is, each alone."""
    rules = register.programme.planning
    special = {one.cohort for one in rules.deadlines} | {one.cohort for one in rules.not_before}
    special |= {one.cohort for one in rules.pins} | {one.id for one in register.cohorts if one.closed}
    groups: dict[object, list[int]] = {}
    for number, cohort in enumerate(register.cohorts):
        size = leaders_in(register.programme, cohort) if rules.venues else 0
        groups.setdefault(cohort.id if cohort.id in special else size, []).append(number)
    return tuple(map(tuple, groups.values()))


def _closed(register: Register) -> Iterator[Days]:
    """Close the public holidays from a year before all that is spoken of, and the closed periods."""
    programme = register.programme
    if programme.planning.public_holidays:
        first, last = register.spoken
        years = 1 if programme.planning.end else 5
        start = max(first - timedelta(days=min(YEAR, (first - FIRST_DATE).days)), FIRST_HOLIDAY)
        end = min(last + timedelta(days=min(years * YEAR, (LAST_DATE - last).days)), LAST_HOLIDAY)
        for one in public_holidays(start, end) if start <= end else ():
            yield from register.closing("closed", f"planning/public_holidays/{one.start}", one)
    yield from register.closings("closed", "closed", programme.closed)


def _cohort_closed(register: Register, cohorts: tuple[int, ...]) -> tuple[Days, ...]:
    one = register.cohorts[cohorts[0]]
    return tuple(register.closings("cohort-closed", f"cohorts/{one.id}/closed", one.closed, cohort=one.id))


def _waits(register: Register) -> Iterator[Wait]:
    for module in (module for block in register.blocks for module in block):
        then = register.block_of[module.id]
        for place, one in enumerate(module.requires):
            if one.kind.binding and (first := register.block_of[one.module]) != then:
                where = f"modules/{module.id}/requires/{place}"
                facts = {"module": module.id, "prerequisite": one.module, "kind": one.kind.value}
                number = register.add("prerequisite", where, **facts, lag=one.lag)
                yield Wait(first, then, max(one.days, 1), number)


def _choices(register: Register) -> Iterator[Choice]:
    for module in (module for block in register.blocks for module in block):
        then = register.block_of[module.id]
        for place, group in enumerate(module.any_of):
            known = [(register.block_of[one.module], one.days) for one in group.options]
            where = f"modules/{module.id}/any_of/{place}"
            number = register.add("any-of", where, module=module.id, any_of=group.modules)
            yield Choice(tuple(one for one in known if one[0] != then), then, number)


def _phases(register: Register, key: str, step: str, phase: Callable[[Module], Phase]) -> Iterator[Phases]:
    for block in register.blocks:
        lasting = [(module.id, phase(module).days) for module in block if phase(module).days]
        yield tuple(
            (register.add(key, f"modules/{id_}/{step}", module=id_, days=days), days) for id_, days in lasting
        )


def _within(register: Register) -> tuple[int, int] | None:
    rules = register.programme.planning
    if rules.same_week:
        return register.add("same-week", "planning/same_week"), 0
    if rules.within_days is not None:
        return register.add("within-days", "planning/within_days", days=rules.within_days), rules.within_days
    return None


def _gaps(register: Register, key: str, place: str, days: int) -> Iterator[Gap]:
    """Yield the gap behind each block but the last; where the order is free, all are one constraint."""
    if not days or len(register.blocks) < 2:
        return
    if register.programme.planning.order is ModuleOrder.STATED:
        for first, then in zip(register.blocks, register.blocks[1:], strict=False):
            yield Gap(register.add(key, place, days=days, first=first[0].id, then=then[0].id), days)
    else:
        gap = Gap(register.add(key, place, days=days, first="", then=""), days)
        yield from [gap] * (len(register.blocks) - 1)
