"""What the picture of the timetable shows, and how high its rows are."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from kompetanse.model import ClosedPeriod, Programme
from kompetanse.report.plots.canvas import HIGHEST
from kompetanse.report.plots.timetable.rows import DAY, Group, groups_of
from kompetanse.report.words import Words

LANE, APART = 0.5, 0.12
"""Inches: a lane, the room between two cohorts."""
DATED, UNDATED = 0.3, 0.08
"""Inches above the lanes, with a date to write there and without."""
NEAR = 0.25
"""How far, in lengths of the timetable, the date may lie from it and still stand on its own place."""


@attrs.frozen(eq=False)
class Plan:
    """What the picture shows."""

    programme: Programme
    words: Words
    groups: tuple[Group, ...]
    on: date | None
    start: date
    end: date

    @classmethod
    def of(cls, programme: Programme, words: Words, on: date | None, cohort: str | None) -> "Plan | None":
        """Give it; None where there is nothing in the timetable."""
        groups = groups_of(programme, cohort)
        every = [one for group in groups for one in group.taken]
        if not every:
            return None
        start, end = min(one.start for one in every), max(one.end for one in every)
        reach = (end - start + DAY) * NEAR
        if on is not None and start - reach <= on <= end + reach:
            start, end = min(start, on), max(end, on)
        return cls(programme, words, groups, on, start, end)

    @property
    def lane(self) -> float:
        """Inches that a lane is high."""
        lanes = sum(len(one.lanes) for one in self.groups)
        return min(LANE, (HIGHEST - 2) / (lanes + len(self.groups) * APART / LANE))

    @property
    def inside(self) -> float:
        """Inches that all lanes are high together, with the room between the cohorts."""
        return sum(len(one.lanes) * self.lane + self.apart for one in self.groups)

    @property
    def above(self) -> float:
        """Inches above the first lane."""
        return UNDATED if self.on is None else DATED

    @property
    def apart(self) -> float:
        """Inches between two cohorts."""
        return self.lane * APART / LANE

    @property
    def tops(self) -> Iterator[tuple[Group, float]]:
        """Each cohort and where, from the top in inches, its first lane begins."""
        top = self.above
        for group in self.groups:
            yield group, top
            top += len(group.lanes) * self.lane + self.apart

    def closed(self, periods: Sequence[ClosedPeriod]) -> list[ClosedPeriod]:
        """Give those of some periods that the picture reaches."""
        return [one for one in periods if one.start <= self.end and self.start <= one.end]


def alt_of(plan: Plan) -> str:
    """Say in words what the picture shows."""
    days = [one.gathering for group in plan.groups for one in group.taken]
    told = plan.words.say(
        "picture-timetable.alt",
        count=len(days),
        groups=len(plan.groups),
        start=min(days),
        end=max(days),
    )
    if plan.on is None:
        return told
    held = sum(day < plan.on for day in days)
    return f"{told} {plan.words.say('picture-timetable.alt-on', on=plan.on, count=held)}"


def marks_of(plan: Plan) -> list[str]:
    """Give the marks that occur."""
    every = [one for group in plan.groups for one in group.taken]
    there = {
        "preparation": any(one.start < one.gathering for one in every),
        "gathering": True,
        "follow-up": any(one.gathering < one.end for one in every),
        "closed": bool(plan.closed(plan.programme.closed)),
        "closed-to-one": any(plan.closed(group.closed) for group in plan.groups),
    }
    return [mark for mark, is_there in there.items() if is_there]
