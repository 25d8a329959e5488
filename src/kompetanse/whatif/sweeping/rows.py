"""What a sweep keeps of each design: one small row."""

from enum import Enum

import attrs

from kompetanse.whatif.measure import Value


class Status(Enum):
    """How the evaluation of a design ended."""

    DONE = "done"
    REFUSED = "refused"
    """A change cannot be made, or the planner gives the design no timetable: an outcome like any other."""
    FAILED = "failed"
    """A measure or the planner broke, or the worker that evaluated the design died of it."""


@attrs.frozen
class Row:
    """What one design comes to."""

    number: int
    """Its place in the space, from 0."""
    status: Status
    reason: str | None
    """Why it was refused or failed, in English."""
    values: tuple[Value, ...]
    """One for each measure; all None unless it is done."""
