"""Why a gathering stands where it stands, and why there is no timetable: the values that say so."""

import datetime as dt
from enum import Enum

import attrs

from kompetanse.model import Programme, Table
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table
from kompetanse.planning.scheduling.constraint import Constraint


class ClashKind(Enum):
    """How constraints can rule out every timetable."""

    NO_DAY = "no day"
    """A gathering would have to come later than it may, or no day is left for it at all."""
    NO_ROOM = "no room"
    """More gatherings fall in some days than there is room for."""
    TOO_MANY = "too many"
    """A cohort has more gatherings than fit between the first day and the last."""
    TOGETHER = "together"
    """Each has room by itself, but not all of them at once."""


@attrs.frozen
class Step:
    """One step in a chain of reasons: the day that some constraints leave for a gathering."""

    module: str
    cohort: str
    """``""`` where it is said of every cohort."""
    latest: bool
    """Whether it cannot be after `date`; else it cannot be before it."""
    date: dt.date
    constraints: tuple[Constraint, ...]
    """Those that this step rests on, besides the step before it."""
    behind: str | None = None
    """The module from whose day it counts, which the step before is about; None where from no one's."""
    behind_date: dt.date | None = None
    """The day from which it counts."""


@attrs.frozen
class Clash:
    """Where the chains of reasons meet."""

    kind: ClashKind
    modules: tuple[str, ...]
    cohort: str
    """``""`` where it is said of every cohort, or of several."""
    start: dt.date | None = None
    """The first day on which the gatherings can be."""
    end: dt.date | None = None
    """The last day on which they can be."""
    needed: int = 0
    """How many gatherings must find room."""
    room: int = 0
    """For how many there is room."""


@attrs.frozen
class Explanation:
    """Why there is no timetable."""

    programme: Programme
    constraints: tuple[Constraint, ...]
    """Constraints that cannot all be kept to; without any one of them, the others can."""
    steps: tuple[Step, ...]
    """The chains of reasons, each from its beginning; empty where only a search shows the clash."""
    clash: Clash

    __repr__ = brief("programme.id", "clash.kind", "constraints", "steps")
    _repr_html_ = html_of_table

    def table(self) -> Table:
        """Give the constraints as rows."""
        return Table(("constraint", "place"), [(one.key, one.place) for one in self.constraints])


@attrs.frozen
class Repair:
    """A single change by which a design would have a timetable."""

    constraint: Constraint
    """What would be asked otherwise, or no more."""
    value: dt.date | int | None
    """The nearest date or number by which it is enough; None where it is let go."""
    programme: Programme
    """The design so changed."""
    proven: bool
    """Whether a timetable was found for it; else only no clash was."""


@attrs.frozen
class Standing:
    """Why a gathering stands where it stands in a timetable."""

    module: str
    cohort: str
    date: dt.date
    steps: tuple[Step, ...]
    """The chain that pushes it there, from its beginning; the last step is about the gathering itself.

    Empty where nothing says how early it can be.
    """
    slack: int
    """Working days by which the gathering alone could be earlier; 0 where something pushes it there.

    Below 0 where it is earlier than it may be.
    """
