"""Where the lags are written on the lines of the module graph."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kompetanse.report.plots.lettering import width_of
from kompetanse.report.plots.modules.design import Design
from kompetanse.report.plots.modules.lines import Line, Point, points_of
from kompetanse.report.plots.modules.map import LEFT, RIGHT

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LAGS_TOLD = 40
"""Lines, above which a lag that would stand on another is left to the table."""
LAG, TRIED = 8.0, (0.5, 0.4, 0.6, 0.3, 0.7, 0.2)
"""Points of the letters of a lag, and where along the end of its line it may stand."""
WEIGHT = 5
"""How much worse a lag hides where a line ends than another point of it."""


def write_lags(design: Design, ax: "Axes", lines: Sequence[Line]) -> None:
    """Write each lag on its line, where it hides least of the other lines and no other lag."""
    crowded = len(lines) > LAGS_TOLD
    passing = [] if crowded else [(line, point) for line in lines for point in points_of(line)]
    tips = [line.points[-1] for line in lines for _ in range(WEIGHT)]
    taken: list[tuple[Point, float]] = []
    for line in lines:
        if not line.tie.lag:
            continue
        text = design.words.say("picture-modules.lag", days=line.tie.lag)
        half = width_of(text, LAG) / 144
        others = [point for other, point in passing if other is not line] + tips

        def hidden(at: Point, half: float = half, others: Sequence[Point] = others) -> tuple[int, int]:
            lags = sum(_near(at, point, half + wide, 0.15) for point, wide in taken)
            return lags, sum(_near(at, point, half, 0.09) for point in others)

        x, y = min(map(line.at, TRIED), key=hidden)
        if crowded and hidden((x, y))[0]:
            continue
        x = min(max(x, LEFT - 0.2 + half), RIGHT + 0.15 - half)
        taken.append(((x, y), half))
        ground = {"facecolor": "white", "edgecolor": "none", "pad": 1}
        ax.text(x, y, text, ha="center", va="center", size=LAG, bbox=ground, zorder=6)


def _near(one: Point, other: Point, across: float, down: float) -> bool:
    return abs(one[0] - other[0]) < across and abs(one[1] - other[1]) < down
