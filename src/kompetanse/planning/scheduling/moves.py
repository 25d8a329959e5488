"""Why gatherings moved from one timetable to another."""

from collections.abc import Iterator

import attrs

from kompetanse.model import Moved, Programme, Timetable
from kompetanse.model.rules import demand
from kompetanse.planning.holidays import with_public_holidays
from kompetanse.planning.scheduling.constraint import Constraint
from kompetanse.planning.scheduling.placed import Meeting, Placed
from kompetanse.planning.scheduling.setting import WEEK, longest


@attrs.frozen
class Move:
    """A gathering that moved, and what keeps it from its old day."""

    moved: Moved
    constraints: tuple[Constraint, ...]
    """What the old day would break, all others as they are now; none where it moved for their sake."""


def moves(programme: Programme, before: Timetable) -> tuple[Move, ...]:
    """Give what moved from `before` to the programme's timetable, each with what keeps it from its old day.

    Working days are those on which nothing is closed for all. Raises as `DependencyGraph.order`
    does, and `UnknownModule` or `UnknownCohort` where a rule of planning names one that is not there.
    """
    demand("moves", "programme", programme, Programme)
    demand("moves", "before", before, Timetable)
    placed = Placed.of(programme)
    found = before.difference(programme.timetable, with_public_holidays(programme).closed)
    return tuple(Move(one, placed.setting.chosen(_kept_from(placed, one))) for one in found)


def _kept_from(placed: Placed, moved: Moved) -> int:
    """Give the constraints that keep a gathering from its old day, as bits."""
    meeting = placed.meeting(moved.module, moved.cohort)
    if moved.was is None or moved.now is None or moved.was.date == moved.now.date or meeting is None:
        return 0
    day = placed.setting.day(moved.was.date)
    numbers = 0
    for one in _broken(attrs.evolve(placed, held={**placed.held, meeting: day}), meeting, day):
        numbers |= one
    return numbers


def _broken(placed: Placed, meeting: Meeting, day: int) -> Iterator[int]:
    """Yield what a gathering on a day breaks, as bits."""
    setting, spot = placed.setting, (meeting[0], placed.kinds[meeting[1]])
    yield placed.skipped(meeting, day, day + 1)
    for push in placed.pushes(meeting):
        if push.day > day:
            yield push.numbers
    for number, last, phases in setting.ceilings.get(spot, ()):
        days, home = longest(phases, setting.everything)
        if day + days > last:
            yield home | 1 << number
    for other in placed.held:
        for push in placed.pushes(other) if other[1] == meeting[1] and other != meeting else ():
            if push.behind == meeting and push.day > placed.held[other]:
                yield push.numbers
    yield _apart(placed, meeting, day)


def _apart(placed: Placed, meeting: Meeting, day: int) -> int:
    """Give the constraint that all cohorts meet near each other, as a bit, where a day is too far away."""
    if placed.setting.within is None:
        return 0
    number, width = placed.setting.within
    days = [day, *placed.round(meeting).values()]
    first, last = min(days), max(days)
    far = last - first >= width if width else first // WEEK != last // WEEK
    return int(far) << number
