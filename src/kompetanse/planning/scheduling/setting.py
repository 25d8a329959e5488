"""What is to be planned, in whole numbers: days, blocks of modules, cohorts that are alike, constraints.

A `Setting` can be mirrored in time: what was earliest is then latest, what was preparation is follow-up. So
one sweep through the days serves both ends of every range.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

import attrs

from kompetanse.model import Cohort, Module, ModuleOrder, Programme
from kompetanse.planning.scheduling.constraint import Constraint

Days = tuple[int, int, int]
"""The number of a constraint that closes days, with the first and the last of them."""
Phases = tuple[tuple[int, int], ...]
"""Each constraint that asks for days of work at home: its number, and how many."""
Limit = tuple[int, int, Phases]
"""The number of a constraint, a day, and the work at home between that day and the gathering."""
Spot = tuple[int, int]
"""A block, and cohorts alike: the gatherings of these cohorts for it."""
Limits = Mapping[Spot, tuple[Limit, ...]]
Alike = tuple[tuple[int, ...], ...]
"""Cohorts of whom the same is asked, by their numbers."""
WEEK = 7


@attrs.frozen
class Member:
    """One of a pool: when it is not there, and how many cohorts it serves on a day."""

    away: tuple[Days, ...]
    a_day: int


@attrs.frozen(eq=False)
class Pool:
    """What each of some gatherings needs one of, such as a facilitator; of these alone it may need this."""

    number: int
    """The constraint that asks for it."""
    needed: frozenset[Spot]
    """The gatherings that need it."""
    members: tuple[Member, ...]


@attrs.frozen
class Wait:
    """A block that comes some days after another."""

    first: int
    then: int
    days: int
    number: int


@attrs.frozen
class Choice:
    """A block that comes some days after any one of others."""

    options: tuple[tuple[int, int], ...]
    """Each block, and how many days."""
    then: int
    number: int


@attrs.frozen
class Gap:
    """Bounds of the days between a cohort's gatherings."""

    number: int
    days: int


@attrs.frozen(eq=False)
class Setting:
    """What is to be planned.

    A constraint is known by its number, and a set of them by the bits of a whole number.
    """

    programme: Programme
    first: dt.date
    """Day 0, a Monday."""
    top: int
    """The last day, a Sunday."""
    spoken: tuple[dt.date, dt.date]
    """The first and the last date that the rules of planning speak of, or else the timetable."""
    needed: int
    """Days in which all blocks fit one after another, with all that lies between."""
    blocks: tuple[tuple[Module, ...], ...]
    """In an order in which every cohort may take them; in the one order, where that is stated."""
    order: ModuleOrder
    cohorts: tuple[Cohort, ...]
    alike: Alike
    constraints: tuple[Constraint, ...]
    closed: tuple[tuple[Days, ...], ...]
    """For each cohorts alike, when they cannot meet."""
    floors: Limits
    """The days before which there is nothing."""
    ceilings: Limits
    """The days after which there is nothing."""
    preparation: tuple[Phases, ...]
    follow_up: tuple[Phases, ...]
    waits: tuple[Wait, ...]
    choices: tuple[Choice, ...]
    min_gaps: tuple[Gap, ...]
    """For each block but the last, the gap behind it."""
    max_gaps: tuple[Gap, ...]
    pools: tuple[Pool, ...]
    within: tuple[int, int] | None
    """The constraint that all cohorts meet within so many days; 0 days stand for one week."""
    week: int = 0b0011111
    """The days from Monday to Friday among the first seven, as bits."""

    @property
    def stated(self) -> bool:
        """Whether every cohort takes the blocks as they stand."""
        return self.order is ModuleOrder.STATED

    @property
    def everything(self) -> int:
        """All constraints, as bits: there is no limit to them."""
        return -1

    @property
    def every_number(self) -> int:
        """Those constraints that have a name, as bits."""
        return (1 << len(self.constraints)) - 1

    @cached_property
    def waits_of(self) -> tuple[tuple[Wait, ...], ...]:
        """The waits of each block for others."""
        blocks = range(len(self.blocks))
        return tuple(tuple(one for one in self.waits if one.then == block) for block in blocks)

    @cached_property
    def choices_of(self) -> tuple[tuple[Choice, ...], ...]:
        """The choices of each block among others."""
        blocks = range(len(self.blocks))
        return tuple(tuple(one for one in self.choices if one.then == block) for block in blocks)

    def day(self, when: dt.date) -> int:
        """Give the number of a day."""
        return (when - self.first).days

    def date(self, day: int) -> dt.date:
        """Give the date of a day."""
        return self.first + dt.timedelta(days=day)

    def chosen(self, numbers: int) -> tuple[Constraint, ...]:
        """Give the constraints whose bits are set."""
        return tuple(one for place, one in enumerate(self.constraints) if numbers >> place & 1)

    @cached_property
    def weekdays(self) -> int:
        """Every Monday to Friday, as bits."""
        weeks = (self.top + 1) // WEEK
        every_monday: int = ((1 << WEEK * weeks) - 1) // ((1 << WEEK) - 1)
        return every_monday * self.week

    @cached_property
    def mirrored(self) -> "Setting":
        """The same, with time running backward: day d is day top - d, and the last block stands first."""
        last = len(self.blocks) - 1
        return attrs.evolve(
            self,
            blocks=self.blocks[::-1],
            closed=tuple(tuple(map(self._days, one)) for one in self.closed),
            floors=self._limits(self.ceilings),
            ceilings=self._limits(self.floors),
            preparation=self.follow_up[::-1],
            follow_up=self.preparation[::-1],
            waits=tuple(Wait(last - one.then, last - one.first, one.days, one.number) for one in self.waits),
            choices=(),
            min_gaps=self.min_gaps[::-1],
            max_gaps=self.max_gaps[::-1],
            pools=tuple(self._pool(one) for one in self.pools),
            week=0b1111100,
        )

    def _days(self, one: Days) -> Days:
        number, start, end = one
        return number, self.top - end, self.top - start

    def _limits(self, limits: Limits) -> Limits:
        last = len(self.blocks) - 1
        return {
            (last - block, kind): tuple((number, self.top - day, phases) for number, day, phases in several)
            for (block, kind), several in limits.items()
        }

    def _pool(self, pool: Pool) -> Pool:
        last = len(self.blocks) - 1
        needed = frozenset((last - block, kind) for block, kind in pool.needed)
        members = (attrs.evolve(one, away=tuple(map(self._days, one.away))) for one in pool.members)
        return Pool(pool.number, needed, tuple(members))


def days_of(periods: tuple[Days, ...], active: int) -> int:
    """Give the days that the active ones of some closings close, as bits."""
    closed = 0
    for number, start, end in periods:
        if active >> number & 1:
            closed |= ((1 << end - start + 1) - 1) << start
    return closed


def longest(phases: Phases, active: int) -> tuple[int, int]:
    """Give the most days of work at home that any active constraint asks for, and that constraint as bits."""
    days, why = 0, 0
    for number, one in phases:
        if one > days and active >> number & 1:
            days, why = one, 1 << number
    return days, why
