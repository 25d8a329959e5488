"""Names beside points, as many as there is room for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from kompetanse.report.plots.canvas import FAINT, INK, Look
from kompetanse.report.plots.lettering import width_of
from kompetanse.report.plots.pareto.front import Front
from kompetanse.report.plots.pareto.placing import Box, Name, around, place
from kompetanse.report.plots.pareto.points import Point
from kompetanse.report.plots.rows import SMALL
from kompetanse.report.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NAMED = 20
"""Points that are named; of more, only those that no other beats, and the base."""
LEADER: Look = {"arrowstyle": "-", "color": FAINT, "linewidth": 0.6, "shrinkA": 0, "shrinkB": 4}
"""The line from a name to a mark that it does not stand right beside."""


@attrs.frozen
class _Paper:
    """The axes of a front, measured in points."""

    front: Front
    wide: float
    high: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Give where a value lies, from the lower left corner."""
        across, up = self.front.x, self.front.y
        return (
            self.wide * (x - across.low) / (across.high - across.low),
            self.high * (y - up.low) / (up.high - up.low),
        )


def label(point: Point, words: Words) -> str:
    """Give the names of a point's designs; of more than two, the first and how many more."""
    if len(point.names) > 2:
        return words.value((point.names[0], words.say("whatif.more", count=len(point.names) - 1)))
    return " / ".join(point.names)


def name_points(ax: "Axes", front: Front, words: Words) -> int:
    """Write the names of the points beside them, and give how many there was no room for."""
    paper = _Paper(front, *(72 * one / ax.figure.dpi for one in (ax.bbox.width, ax.bbox.height)))
    named = sorted(front.points, key=lambda one: (not one.base, not one.best))
    few = len(named) <= NAMED
    named = [one for one in named if few or one.best or one.base]
    asked = [_name(one, label(one, words), paper, needed=few or one.base) for one in named]
    marks = [around(*paper.at(one.x, one.y)) for one in front.points]
    lines = list(_lines([paper.at(*one) for one in front.corners]))
    places = place(asked, marks, lines, Box(0, 0, paper.wide, paper.high))
    for point, placed in zip(named, places, strict=True):
        if placed is not None:
            ax.annotate(
                label(point, words),
                (point.x, point.y),
                xytext=(placed.dx, placed.dy),
                textcoords="offset points",
                ha="center",
                va="center",
                fontsize=SMALL,
                fontweight="bold" if point.base else "normal",
                color=INK if point.best or point.base else FAINT,
                arrowprops=None if placed.near else dict(LEADER),
            )
    return len(front.points) - sum(one is not None for one in places)


def _name(point: Point, text: str, paper: _Paper, *, needed: bool) -> Name:
    x, y = paper.at(point.x, point.y)
    wide = width_of(text, SMALL, bold=point.base)
    return Name(x, y, wide, 1.25 * SMALL, paper.front.roomy(point), needed)


def _lines(corners: Sequence[tuple[float, float]]) -> Iterator[Box]:
    for (x1, y1), (x2, y2) in pairwise(corners):
        yield Box(min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1)
