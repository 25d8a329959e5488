"""Pictures of rows: a name to the left, marks on one scale, and the numbers in words to the right."""

from collections.abc import Callable, Sequence
from math import inf
from typing import TYPE_CHECKING, Any

import attrs

from kompetanse.report.plots.canvas import FAINT, GRID, INK
from kompetanse.report.plots.heading import Key, head, head_height, name_rows
from kompetanse.report.plots.lettering import indented, wrapped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 30
"""Rows that a picture has at most."""
ROW = 0.36
"""Inches: what a row takes."""
NAME = 150
"""Points across that a name may take, on each of two lines."""
SMALL = 9
"""Points: the letters of what is told beside the rows and below them."""
BELOW = 0.75
"""Inches: what the numbers and the name of the scale take, and a note."""
ACROSS = 500
"""Points across that a note may take."""


@attrs.frozen
class Frame:
    """What is written round the rows."""

    title: str
    axis: str
    """What the scale is."""
    heading: str
    """What is told to the right of the rows."""
    keys: tuple[Key, ...]
    spell: Callable[[float], str]
    """Writes a number of the scale."""
    note: str = ""

    def height(self, rows: int) -> float:
        """Give how high, in inches, a picture of so many rows wants to be."""
        return head_height(self.keys) + ROW * max(rows, 2) + BELOW

    def put(self, ax: "Axes", gutter: float) -> None:
        """Write it, where names take `gutter` points to the left of the axes."""
        ax.set_xlabel(self.axis)
        ax.xaxis.set_major_formatter(lambda value, _: self.spell(value))
        _beside(ax, self.heading, (1, 0), (12, -7), va="top", color=FAINT)
        if self.note:
            note(ax, self.note, gutter)
        head(ax, self.title, self.keys, gutter=gutter)


def lay_rows(
    ax: "Axes", names: Sequence[str], strong: Sequence[int] = (), depths: Sequence[int] = ()
) -> float:
    """Give each row its name, the first at the top, and give how many points the names take.

    Strong ones stand out; a depth says by how many steps a name is indented.
    """
    ax.set_ylim(len(names) - 0.45, -0.55)
    ax.spines[["left", "top", "right"]].set_visible(False)
    ax.grid(visible=True, axis="x", color=GRID, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.tick_params(axis="x", labelsize=SMALL)
    for row in range(1, len(names)):
        ax.axhline(row - 0.5, color=GRID, linewidth=0.4, zorder=0)
    told = [
        indented(wrapped(one, NAME), depth)
        for one, depth in zip(names, depths or [0] * len(names), strict=True)
    ]
    return name_rows(ax, range(len(names)), told, bold=strong)


def tell(ax: "Axes", row: int, told: str, *, faint: bool = False) -> None:
    """Say something to the right of a row."""
    place = ax.get_yaxis_transform()
    _beside(ax, told, (1, row), (12, 0), xycoords=place, va="center", color=FAINT if faint else INK)


def note(ax: "Axes", told: str, gutter: float) -> None:
    """Say what else is to be known, below the name of the scale."""
    _beside(ax, wrapped(told, ACROSS, SMALL), (0, 0), (-gutter, -38), va="top", color=FAINT)


def _beside(
    ax: "Axes",
    told: str,
    at: tuple[float, float],
    away: tuple[float, float],
    **style: Any,  # noqa: ANN401  # as matplotlib's annotate
) -> None:
    style = {"xycoords": "axes fraction", **style}
    ax.annotate(
        told, at, xytext=away, textcoords="offset points", fontsize=SMALL, annotation_clip=False, **style
    )


def interval(
    ax: "Axes",
    low: float,
    high: float,
    row: float,
    within: tuple[float, float] = (-inf, inf),
    **style: Any,  # noqa: ANN401  # as matplotlib's plot
) -> None:
    """Draw an interval, with a stroke at each end, or an arrowhead where it goes on outside the scale."""
    left, right = max(low, within[0]), min(high, within[1])
    ax.plot((left, right), (row, row), linewidth=1.1, **style)
    for end, goes_on, arrow in ((left, low < left, "<"), (right, high > right, ">")):
        ax.plot((end,), (row,), marker=arrow if goes_on else "|", markersize=4 if goes_on else 6, **style)
