"""What a timetable must keep to, besides the modules' own prerequisites and phases."""

import datetime as dt
from collections.abc import Iterable
from enum import Enum

import attrs

from kompetanse.model.calendar import ClosedPeriod, Timetable, as_periods
from kompetanse.model.rules import (
    a,
    a_date,
    an_id,
    as_date,
    as_ids,
    as_int,
    as_optional_str,
    as_str,
    as_tuple,
    each,
    refuse,
    true_or_false,
    whole,
)
from kompetanse.model.text import NAMED_BY_ID, Text, a_name, as_text

OPTIONAL_ID = attrs.validators.optional(an_id)
SOME_DAYS = attrs.validators.optional(whole(1, 3660))
PERIODS = each(a(ClosedPeriod))


class ModuleOrder(Enum):
    """In which order the cohorts take the modules."""

    STATED = "stated"
    """Every cohort in the teaching order."""
    SHARED = "shared"
    """All in one order, whichever the prerequisites let be best."""
    OWN = "own"
    """Each cohort in an order of its own."""


@attrs.frozen
class Deadline:
    """A date by which a module must be done: the last day of its follow-up is no later."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    by: dt.date = attrs.field(converter=as_date, validator=a_date)
    cohort: str | None = attrs.field(default=None, converter=as_optional_str, validator=OPTIONAL_ID)
    """None for every cohort."""


@attrs.frozen
class NotBefore:
    """A date before which no cohort, or one of them, meets for a module."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    date: dt.date = attrs.field(converter=as_date, validator=a_date)
    cohort: str | None = attrs.field(default=None, converter=as_optional_str, validator=OPTIONAL_ID)
    """None for every cohort."""


@attrs.frozen
class Pin:
    """The day on which a cohort meets for a module, whatever is planned around it."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    cohort: str = attrs.field(converter=as_str, validator=an_id)
    date: dt.date = attrs.field(converter=as_date, validator=a_date)


@attrs.frozen
class Facilitator:
    """Someone who leads gatherings."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    modules: tuple[str, ...] = attrs.field(default=(), converter=as_ids, validator=each(an_id))
    """Ids of the modules that they lead; none stands for all."""
    away: tuple[ClosedPeriod, ...] = attrs.field(default=(), converter=as_periods, validator=PERIODS)
    a_day: int = attrs.field(default=1, converter=as_int, validator=whole(1, 1000))
    """How many cohorts they lead on one day."""

    def leads(self, modules: Iterable[str]) -> bool:
        """Tell whether they lead each of some modules, by their ids."""
        return not self.modules or all(one in self.modules for one in modules)


@attrs.frozen
class Venue:
    """A place to meet, for one cohort a day."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    capacity: int = attrs.field(default=1_000_000, converter=as_int, validator=whole(1, 1_000_000))
    """Leaders for whom there is room."""
    closed: tuple[ClosedPeriod, ...] = attrs.field(default=(), converter=as_periods, validator=PERIODS)


def _deadlines(value: Iterable[Deadline]) -> tuple[Deadline, ...]:
    return as_tuple(value)


def _not_before(value: Iterable[NotBefore]) -> tuple[NotBefore, ...]:
    return as_tuple(value)


def _pins(value: Iterable[Pin]) -> tuple[Pin, ...]:
    return as_tuple(value)


def _facilitators(value: Iterable[Facilitator]) -> tuple[Facilitator, ...]:
    return as_tuple(value)


def _venues(value: Iterable[Venue]) -> tuple[Venue, ...]:
    return as_tuple(value)


def _optional_int(value: int | None) -> int | None:
    return None if value is None else as_int(value)


def _optional_date(value: dt.date | None) -> dt.date | None:
    return None if value is None else as_date(value)


@attrs.frozen
class PlanningRules:
    """What every timetable of the programme must keep to; days are calendar days.

    A module begins with the first day of its preparation and is done with the last day of its follow-up, so
    that `start`, `end` and deadlines are about these, not about the gathering alone.
    """

    start: dt.date | None = attrs.field(
        default=None, converter=_optional_date, validator=attrs.validators.optional(a_date)
    )
    """No module begins before it."""
    end: dt.date | None = attrs.field(
        default=None, converter=_optional_date, validator=attrs.validators.optional(a_date)
    )
    """Every module is done by it."""
    min_gap: int = attrs.field(default=0, converter=as_int, validator=whole(0, 3660))
    """Days, at least, from one gathering of a cohort to its next."""
    max_gap: int | None = attrs.field(default=None, converter=_optional_int, validator=SOME_DAYS)
    """Days, at most, from one gathering of a cohort to its next."""
    same_week: bool = attrs.field(default=False, validator=true_or_false)
    """Whether all cohorts meet in one week, Monday to Sunday, each time."""
    within_days: int | None = attrs.field(default=None, converter=_optional_int, validator=SOME_DAYS)
    """All cohorts meet within so many days, the first and the last counted, each time."""
    own_day: bool = attrs.field(default=False, validator=true_or_false)
    """Whether no two cohorts meet on one day."""
    order: ModuleOrder = attrs.field(default=ModuleOrder.STATED, validator=a(ModuleOrder))
    public_holidays: bool = attrs.field(default=False, validator=true_or_false)
    """Whether nobody meets on Norway's public holidays, besides the closed periods of the programme."""
    deadlines: tuple[Deadline, ...] = attrs.field(
        default=(), converter=_deadlines, validator=each(a(Deadline))
    )
    not_before: tuple[NotBefore, ...] = attrs.field(
        default=(), converter=_not_before, validator=each(a(NotBefore))
    )
    pins: tuple[Pin, ...] = attrs.field(default=(), converter=_pins, validator=each(a(Pin)))
    facilitators: tuple[Facilitator, ...] = attrs.field(
        default=(), converter=_facilitators, validator=each(a(Facilitator))
    )
    """Where there are any, every gathering needs one of them."""
    venues: tuple[Venue, ...] = attrs.field(default=(), converter=_venues, validator=each(a(Venue)))
    """Where there are any, every gathering needs one of them, with room for the cohort's leaders."""

    def __attrs_post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise refuse(self, "", "end-before-start", start=self.start, end=self.end)
        if self.max_gap is not None and self.max_gap < self.min_gap:
            raise refuse(self, "max_gap", "out-of-range", low=self.min_gap, high=3660, found=self.max_gap)
        if self.same_week and self.within_days is not None:
            raise refuse(self, "within_days", "week-and-days")

    def without(self, module: str) -> "PlanningRules":
        """Give the rules without what they say of a module; who leads that one alone leads no more."""
        return attrs.evolve(
            self,
            deadlines=[one for one in self.deadlines if one.module != module],
            not_before=[one for one in self.not_before if one.module != module],
            pins=[one for one in self.pins if one.module != module],
            facilitators=[
                attrs.evolve(one, modules=[each for each in one.modules if each != module])
                for one in self.facilitators
                if set(one.modules) != {module}
            ],
        )


@attrs.frozen
class Baseline:
    """A timetable kept under a name, to be compared with later ones."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    timetable: Timetable = attrs.field(default=Timetable(), validator=a(Timetable))
