"""Designs as points: which of them can be drawn by two measures, and why the others cannot."""

from collections.abc import Iterator, Sequence

import attrs

from kompetanse.report.plots.lettering import shortened
from kompetanse.report.plots.measured import number
from kompetanse.report.words import Words
from kompetanse.whatif import Comparison, Difference, Measure, Value
from kompetanse.whatif.pareto import front

NAME = 180
"""Points across that the name of a design may take."""
SOME = 3
"""Designs that are named, of those left out for one reason."""


@attrs.frozen
class Point:
    """The designs that have the same two values."""

    at: tuple[Value, Value]
    names: tuple[str, ...]
    base: bool
    best: bool
    """Whether no other beats it."""

    @property
    def x(self) -> float:
        """The first value, a date in days."""
        return number(self.at[0]) or 0.0

    @property
    def y(self) -> float:
        """The second value."""
        return number(self.at[1]) or 0.0


@attrs.frozen
class Designs:
    """What is drawn, and what is not."""

    points: tuple[Point, ...]
    left_out: tuple[str, ...]
    """Names, with the reason."""


@attrs.frozen
class _Design:
    name: str
    at: tuple[Value, Value] = (None, None)
    why_not: str | None = None
    """Why it is left out, as a key; None where it is not."""
    base: bool = False


def designs_of(comparison: Comparison, measures: tuple[Measure, Measure], words: Words) -> Designs:
    """Give the sound designs as points, those with the same values as one, and who is left out."""
    every = tuple(_designs(comparison, measures, words))
    drawn = [one for one in every if one.why_not is None]
    best = {drawn[place].at for place in front([one.at for one in drawn], measures)}
    points = tuple(
        Point(at, tuple(one.name for one in same), any(one.base for one in same), at in best)
        for at in dict.fromkeys(one.at for one in drawn)
        for same in [[one for one in drawn if one.at == at]]
    )
    return Designs(points, tuple(_left_out(every, words)))


def _designs(comparison: Comparison, measures: tuple[Measure, Measure], words: Words) -> Iterator[_Design]:
    itself = Difference(comparison.base, comparison.base)
    at = _values(itself, measures)
    yield _Design(words.say("scenario.base"), at, _why_not(itself, at), base=True)
    for one in comparison.outcomes:
        name, change = shortened(words.value(one.scenario.name), NAME), one.difference
        if change is None:
            yield _Design(name, why_not="refused")
        elif not one.scenario.keeps_yardstick:
            yield _Design(name, why_not="other-yardstick")
        else:
            at = _values(change, measures)
            yield _Design(name, at, _why_not(change, at))


def _values(difference: Difference, measures: tuple[Measure, Measure]) -> tuple[Value, Value]:
    return measures[0].of(difference), measures[1].of(difference)


def _why_not(difference: Difference, at: tuple[Value, Value]) -> str | None:
    if not difference.result.sound:
        return "unsound"
    return "no-value" if any(number(one) is None for one in at) else None


def _left_out(designs: Sequence[_Design], words: Words) -> Iterator[str]:
    for why in ("unsound", "refused", "other-yardstick", "no-value"):
        names = [one.name for one in designs if one.why_not == why]
        if names:
            shown = tuple(names[:SOME])
            more = (words.say("whatif.more", count=len(names) - SOME),) if len(names) > SOME else ()
            yield words.say(f"picture-pareto.{why}", designs=(*shown, *more))
