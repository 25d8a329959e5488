"""An independent checker of timetables, and all timetables of a tiny design: plain and brute."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise, permutations, product

import attrs
import pytest

from kompetanse.model import (
    ClosedPeriod,
    Facilitator,
    Gathering,
    ModuleOrder,
    PrerequisiteKind,
    Programme,
    Timetable,
    Venue,
)
from kompetanse.planning.scheduling.constraint import Constraint

DAY = dt.timedelta(days=1)
Name = tuple[str, str, str, str]
"""What a constraint goes by: key, place, and the two modules that a gap lies between, or ``""`` twice."""
Block = tuple[str, ...]
Sequenced = tuple[tuple[Block, dt.date], ...]
"""The gatherings of one cohort, earliest first."""


def name_of(constraint: Constraint | Sequence[str]) -> Name:
    if isinstance(constraint, Constraint):
        facts = dict(constraint.details)
        return constraint.key, constraint.place, str(facts.get("first", "")), str(facts.get("then", ""))
    key, place, first, then = (*constraint, "", "")[:4]
    return key, place, first, then


def easter(year: int) -> dt.date:
    """Gauss's rule, as Meeus and others print it for the Gregorian calendar."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    last = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + last - 7 * ((a + 11 * h + 22 * last) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def holidays(year: int) -> frozenset[dt.date]:
    """Norway's public holidays: five of a fixed date, seven that follow Easter."""
    fixed = {dt.date(year, *one) for one in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}
    return frozenset(fixed | {easter(year) + DAY * days for days in (-3, -2, 0, 1, 39, 49, 50)})


@cache
def blocks_of(programme: Programme) -> tuple[Block, ...]:
    """Modules of which neither may come before the other are one block.

    Of those that may come next, the one comes whose first module is taught first.
    """
    rank = {id_: place for place, id_ in enumerate(programme.teaching_order)}
    not_after = {(one, one) for one in rank}
    for module in programme.modules:
        for one in module.requires:
            if one.kind.binding and one.module in rank:
                not_after.add((one.module, module.id))
                if one.kind is PrerequisiteKind.TOGETHER:
                    not_after.add((module.id, one.module))
    for through, first, then in product(rank, repeat=3):
        if (first, through) in not_after and (through, then) in not_after:
            not_after.add((first, then))
    waiting = list(
        dict.fromkeys(
            tuple(other for other in rank if {(one, other), (other, one)} <= not_after) for one in rank
        )
    )
    placed: list[Block] = []
    groups = {module.id: [set(one.modules) for one in module.any_of] for module in programme.modules}

    def may_come(block: Block) -> bool:
        done = {one for some in placed for one in some}
        first = {one for one, then in not_after if then in block} - set(block)
        return first <= done and all(group & done for one in block for group in groups[one])

    while waiting:
        following = next(block for block in waiting if may_come(block))
        placed.append(following)
        waiting.remove(following)
    return tuple(placed)


def matched(needs: Sequence[Hashable], room: dict[str, int], fits: Callable[[Hashable, str], bool]) -> bool:
    """Try everything: can each need be given one of `room` that fits it, none more often than it has room?"""
    if not needs:
        return True
    first, *rest = needs
    return any(
        matched(rest, {**room, one: left - 1}, fits)
        for one, left in room.items()
        if left and fits(first, one)
    )


@attrs.frozen
class Checker:
    """All that breaks a timetable, with the key of the constraint; only what `keeps` says is asked of it."""

    programme: Programme
    keeps: Callable[[Name], bool] = lambda _: True
    blocks: tuple[Block, ...] = attrs.field(init=False)

    @blocks.default
    def _blocks(self) -> tuple[Block, ...]:
        return blocks_of(self.programme)

    def kept(self, key: str, place: str, first: str = "", then: str = "") -> bool:
        return self.keeps((key, place, first, then))

    def inside(self, day: dt.date, key: str, place: str, periods: Iterable[ClosedPeriod]) -> bool:
        return any(day in one and self.kept(key, f"{place}/{n}") for n, one in enumerate(periods))

    def phase(self, module: str, name: str) -> dt.timedelta:
        days = getattr(self.programme.module(module), name).days
        return DAY * days if self.kept(name.replace("_", "-"), f"modules/{module}/{name}") else DAY * 0

    def begins(self, one: Gathering) -> dt.date:
        return one.date - self.phase(one.module, "preparation")

    def ends(self, one: Gathering) -> dt.date:
        return one.date + self.phase(one.module, "follow_up")

    def breaks(self, timetable: Timetable) -> Iterator[tuple[str, str]]:
        """Yield the key of each constraint that is broken, and what breaks it."""
        known = self.programme.teaching_order
        cohorts = {
            cohort.id: tuple(one for one in timetable.of_cohort(cohort.id) if one.module in known)
            for cohort in self.programme.cohorts
        }
        for cohort, gatherings in cohorts.items():
            yield from self.given(cohort, gatherings)
            yield from self.alone(cohort, gatherings)
            yield from self.gaps(cohort, gatherings)
            yield from self.prerequisites(cohort, {one.module: one.date for one in gatherings})
        yield from self.order(cohorts)
        yield from self.weeks(cohorts)
        yield from self.days(cohorts)

    def order(self, cohorts: dict[str, tuple[Gathering, ...]]) -> Iterator[tuple[str, str]]:
        order, blocks = self.programme.planning.order, self.blocks
        taken = {cohort: self.order_of(gatherings) for cohort, gatherings in cohorts.items()}
        if order is ModuleOrder.SHARED and len(set(taken.values())) > 1:
            yield "order", "the cohorts take the modules in different orders"
        for cohort, some in taken.items() if order is ModuleOrder.STATED else ():
            if some != tuple(one for one in blocks if one in some):
                yield "order", f"{cohort} takes {some}"

    def order_of(self, gatherings: Sequence[Gathering]) -> tuple[Block, ...]:
        met = {one.module: one.date for one in gatherings}
        blocks = [block for block in self.blocks if block[0] in met]
        return tuple(sorted(blocks, key=lambda block: met[block[0]]))

    def given(self, cohort: str, gatherings: Sequence[Gathering]) -> Iterator[tuple[str, str]]:
        dates = defaultdict(list)
        for one in gatherings:
            dates[one.module].append(one.date)
            if one.date.weekday() > 4:
                yield "weekday", f"{cohort} meets for {one.module} on {one.date:%a %d.%m.}"
        for module in self.programme.modules:
            if len(dates[module.id]) != 1:
                yield "once", f"{cohort} meets {len(dates[module.id])} times for {module.id}"
        for block in self.blocks:
            if len({day for module in block for day in dates[module]}) > 1:
                yield "block", f"{cohort} takes {block} on several days"
        for first, then in combinations(self.blocks, 2):
            if {day for module in first for day in dates[module]} & {d for m in then for d in dates[m]}:
                yield "block", f"{cohort} takes {first} and {then} on one day"

    def alone(self, cohort: str, gatherings: Sequence[Gathering]) -> Iterator[tuple[str, str]]:
        """What is asked of each gathering by itself."""
        rules, own = self.programme.planning, self.programme.cohort(cohort)
        for one in gatherings:
            what = f"{cohort} meets for {one.module} on {one.date}"
            if rules.start and self.kept("start", "planning/from") and self.begins(one) < rules.start:
                yield "start", f"{what}, and begins on {self.begins(one)}"
            if rules.end and self.kept("end", "planning/until") and self.ends(one) > rules.end:
                yield "end", f"{what}, and is done on {self.ends(one)}"
            holiday = rules.public_holidays and one.date in holidays(one.date.year)
            if self.inside(one.date, "closed", "closed", self.programme.closed) or (
                holiday and self.kept("closed", f"planning/public_holidays/{one.date}")
            ):
                yield "closed", what
            if self.inside(one.date, "cohort-closed", f"cohorts/{cohort}/closed", own.closed):
                yield "cohort-closed", what
            broken = {
                "deadlines": lambda it, one=one: self.ends(one) > it.by,
                "not_before": lambda it, one=one: one.date < it.date,
                "pins": lambda it, one=one: one.date != it.date,
            }
            for key, section in (("deadline", "deadlines"), ("not-before", "not_before"), ("pin", "pins")):
                for number, it in enumerate(getattr(rules, section)):
                    meant = it.module == one.module and it.cohort in (None, cohort)
                    if meant and broken[section](it) and self.kept(key, f"planning/{section}/{number}"):
                        yield key, f"{what}, against {it}"

    def gaps(self, cohort: str, gatherings: Sequence[Gathering]) -> Iterator[tuple[str, str]]:
        """How far apart the gatherings of a cohort are, and their phases."""
        rules, stated = self.programme.planning, self.programme.planning.order is ModuleOrder.STATED
        met = {one.module: one.date for one in gatherings}
        for first, then in pairwise(self.order_of(gatherings)):
            days, pair = (met[then[0]] - met[first[0]]).days, (first[0], then[0]) if stated else ("", "")
            what = f"{cohort} meets for {first} and {then} {days} days apart"
            if days < rules.min_gap and self.kept("min-gap", "planning/min_gap", *pair):
                yield "min-gap", what
            too_far = rules.max_gap is not None and days > rules.max_gap
            if too_far and self.kept("max-gap", "planning/max_gap", *pair):
                yield "max-gap", what
        for one, other in permutations(gatherings, 2):
            if one.date < other.date and self.begins(other) <= self.ends(one):
                yield "preparation", f"{cohort} prepares {other.module} before {one.module} is done"

    def prerequisites(self, cohort: str, met: dict[str, dt.date]) -> Iterator[tuple[str, str]]:
        of = {module: block for block in self.blocks for module in block}
        for module in [one for one in self.programme.modules if one.id in met]:
            for number, one in enumerate(module.requires):
                if not one.kind.binding or one.module not in met or of[one.module] == of[module.id]:
                    continue
                early = (met[module.id] - met[one.module]).days < max(1, one.days)
                if early and self.kept("prerequisite", f"modules/{module.id}/requires/{number}"):
                    yield "prerequisite", f"{cohort}: {module.id} on {met[module.id]}, against {one}"
            for number, group in enumerate(module.any_of):
                held = [one for one in group.options if one.module in met]
                early = all((met[module.id] - met[one.module]).days < one.days for one in held)
                if early and self.kept("any-of", f"modules/{module.id}/any_of/{number}"):
                    yield "any-of", f"{cohort}: {module.id} comes after none of {group.modules}"

    def weeks(self, cohorts: dict[str, tuple[Gathering, ...]]) -> Iterator[tuple[str, str]]:
        """How near to one another the cohorts meet, for each block or, in orders of their own, each time."""
        rules, times = self.programme.planning, defaultdict(list)
        for gatherings in cohorts.values():
            met = {one.module: one.date for one in gatherings}
            for number, block in enumerate(self.order_of(gatherings)):
                times[number if rules.order is ModuleOrder.OWN else block].append(met[block[0]])
        for some in times.values():
            weeks, days = {day.isocalendar()[:2] for day in some}, (max(some) - min(some)).days + 1
            what = f"the cohorts meet on {[*map(str, some)]}"
            if rules.same_week and len(weeks) > 1 and self.kept("same-week", "planning/same_week"):
                yield "same-week", what
            apart = rules.within_days is not None and days > rules.within_days
            if apart and self.kept("within-days", "planning/within_days"):
                yield "within-days", what

    def days(self, cohorts: dict[str, tuple[Gathering, ...]]) -> Iterator[tuple[str, str]]:
        """What is asked of each day: whose it is, who leads, and where it is."""
        rules, days = self.programme.planning, defaultdict(set)
        of = {module: block for block in self.blocks for module in block}
        for cohort, gatherings in cohorts.items():
            for one in gatherings:
                days[one.date].add((cohort, of[one.module]))
        for day, held in days.items():
            meeting, what = {cohort for cohort, _ in held}, f"{sorted(held)} on {day}"
            if rules.own_day and len(meeting) > 1 and self.kept("own-day", "planning/own_day"):
                yield "own-day", what
            led = self.kept("facilitators", "planning/facilitators")
            if rules.facilitators and led and not self.led(day, sorted(held)):
                yield "facilitators", what
            housed = self.kept("venues", "planning/venues")
            if rules.venues and housed and not self.housed(day, sorted(meeting)):
                yield "venues", what

    def led(self, day: dt.date, held: Sequence[tuple[str, Block]]) -> bool:
        people = {one.id: one for one in self.programme.planning.facilitators}

        def leads(need: tuple[str, Block], who: str) -> bool:
            one: Facilitator = people[who]
            away = self.inside(day, "away", f"planning/facilitators/{who}/away", one.away)
            return not away and (not one.modules or set(need[1]) <= set(one.modules))

        return matched(held, {one.id: one.a_day for one in people.values()}, leads)  # type: ignore[arg-type]  # its own needs

    def housed(self, day: dt.date, held: Sequence[str]) -> bool:
        venues = {one.id: one for one in self.programme.planning.venues}
        leaders = {one.id: one.leaders for one in self.programme.organisations}
        size = {
            one.id: sum(leaders.get(member, 0) for member in set(one.members))
            for one in self.programme.cohorts
        }

        def houses(cohort: Hashable, where: str) -> bool:
            one: Venue = venues[where]
            shut = self.inside(day, "venue-closed", f"planning/venues/{where}/closed", one.closed)
            return not shut and one.capacity >= size[str(cohort)]

        return matched(held, dict.fromkeys(venues, 1), houses)


@attrs.frozen
class Everything:
    """Every timetable of a tiny design, gathering by gathering, as far as nothing is broken yet."""

    checker: Checker
    days: tuple[dt.date, ...]
    seen: dict[object, bool] = attrs.field(factory=dict)

    def booked(self, taken: dict[str, Sequenced]) -> Timetable:
        return Timetable(
            Gathering(module, cohort, day)
            for cohort, sequence in taken.items()
            for block, day in sequence
            for module in block
        )

    def stands(self, taken: dict[str, Sequenced]) -> bool:
        """Tell whether what is taken so far keeps to all; what is still to be taken lies later."""
        alone = all(self._keeps({cohort: sequence}) for cohort, sequence in taken.items())
        return alone and self._keeps(taken)

    def _keeps(self, taken: dict[str, Sequenced]) -> bool:
        key = tuple(taken.items())
        if key not in self.seen:
            told = self.checker.breaks(self.booked(taken))
            self.seen[key] = all(one in ("once", "order") for one, _ in told)
        return self.seen[key]

    def first(self, taken: dict[str, Sequenced], number: int = 0) -> Timetable | None:
        """Give the first timetable that goes on from what is taken: its `number`-th gathering is next."""
        cohorts, blocks = tuple(taken), self.checker.blocks
        if number == len(cohorts) * len(blocks):
            return self.booked(taken)
        cohort = cohorts[number % len(cohorts)]
        before = taken[cohort]
        for day in self.days:
            for block in (
                self.choices(taken, cohort, number // len(cohorts)) if self.free(before, day) else ()
            ):
                further = {**taken, cohort: (*before, (block, day))}
                if self.stands(further) and (found := self.first(further, number + 1)):
                    return found
        return None

    def free(self, before: Sequenced, day: dt.date) -> bool:
        return not before or before[-1][1] < day

    def choices(self, taken: dict[str, Sequenced], cohort: str, place: int) -> tuple[Block, ...]:
        """Give the blocks that a cohort may take in its place of the order."""
        order, blocks = self.checker.programme.planning.order, self.checker.blocks
        if order is ModuleOrder.STATED:
            return (blocks[place],)
        leader = next(iter(taken))
        if order is ModuleOrder.SHARED and cohort != leader:
            return (taken[leader][place][0],)
        return tuple(one for one in blocks if one not in [block for block, _ in taken[cohort]])


def days_to_try(checker: Checker) -> tuple[dt.date, ...]:
    """Give the weekdays from start to end; where either does not hold, as many more as may be needed."""
    programme, rules = checker.programme, checker.programme.planning
    named = [rules.start, rules.end, *(one.by for one in rules.deadlines)]
    named += [*(one.date for one in rules.not_before), *(one.date for one in rules.pins)]
    dates = sorted(one for one in named if one) or [dt.date(2023, 3, 6)]
    closed = [*programme.closed]
    for one in programme.cohorts:
        closed += one.closed
    closed += [period for it in rules.facilitators for period in it.away]
    closed += [period for it in rules.venues for period in it.closed]
    margin = sum((one.end - one.start).days + 1 for one in closed) + 14 * rules.public_holidays
    for module in programme.modules:
        asked = (*module.requires, *(it for group in module.any_of for it in group.options))
        margin += module.preparation.days + module.follow_up.days + sum(it.days for it in asked)
        margin += 7 + rules.min_gap
    low = rules.start if checker.kept("start", "planning/from") else None
    high = rules.end if checker.kept("end", "planning/until") else None
    first, last = low or dates[0] - DAY * margin, high or dates[-1] + DAY * margin
    days = (first + DAY * n for n in range((last - first).days + 1))
    return tuple(day for day in days if day.weekday() < 5)


def possible_timetable(
    programme: Programme,
    *,
    days: Iterable[dt.date] | None = None,
    without: Iterable[Constraint | Sequence[str]] = (),
    only: Iterable[Constraint | Sequence[str]] | None = None,
) -> Timetable | None:
    """Give a timetable that keeps to all but `without` (or to `only` these), or None where there is none.

    For up to three modules, two cohorts and about fifteen days. Constraints are given as such, or as their
    key, place, first and then. What is given (weekdays, blocks, order) always holds.
    """
    dropped = frozenset(map(name_of, without))
    asked = None if only is None else frozenset(map(name_of, only))
    checker = Checker(programme, lambda one: one not in dropped and (asked is None or one in asked))
    tried = days_to_try(checker) if days is None else tuple(sorted(days))
    everything, cohorts = Everything(checker, tried), [one.id for one in programme.cohorts]
    if any(everything.first({cohort: ()}) is None for cohort in cohorts):
        return None
    return everything.first(dict.fromkeys(cohorts, ()))


@pytest.fixture(scope="session")
def broken() -> Callable[[Programme, Timetable], list[str]]:
    """Give what a timetable breaks, each as the key of the constraint and what breaks it."""
    return lambda programme, timetable: [
        f"{key}: {what}" for key, what in Checker(programme).breaks(timetable)
    ]


@pytest.fixture(scope="session")
def keeping() -> Callable[[Programme], Callable[[Timetable], bool]]:
    """Give what tells whether a timetable of a programme breaks nothing, looking no further than it must."""

    def of(programme: Programme) -> Callable[[Timetable], bool]:
        checker = Checker(programme)
        return lambda timetable: next(checker.breaks(timetable), None) is None

    return of


@pytest.fixture(scope="session")
def possible() -> Callable[..., Timetable | None]:
    """Give `possible_timetable`."""
    return possible_timetable
