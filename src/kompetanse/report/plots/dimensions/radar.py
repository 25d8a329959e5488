"""The radar: the topmost dimensions round a circle, for those who ask for it."""

from collections.abc import Sequence
from math import nan, tau
from typing import TYPE_CHECKING, Literal

from kompetanse.report.plots.canvas import BLUE, FAINT, GRID, INK, RED, Look
from kompetanse.report.plots.dimensions.rows import Row, Scored
from kompetanse.report.plots.heading import Key, head
from kompetanse.report.plots.lettering import wrapped

if TYPE_CHECKING:
    from matplotlib.projections.polar import PolarAxes

RADAR_HEIGHT = 5.0
"""Inches, without title and key."""
NAMES = 88.0
"""Points across that the name of a dimension may take."""
ROUND, BESIDE = 34.0, 110.0
"""Points that the names take above the circle, and to the left of it."""
MOST = 24
"""Dimensions that are named round the circle; of more, every second or third."""
LOOKS: dict[str, Look] = {
    "value": {"color": BLUE, "linestyle": "-", "marker": "o", "linewidth": 2.0, "markersize": 5},
    "target": {"color": RED, "linestyle": "--", "marker": "D", "linewidth": 1.4, "markersize": 4},
    "network": {"color": INK, "linestyle": ":", "marker": "s", "linewidth": 1.4, "markersize": 4},
}


def radar_keys(shown: Scored) -> list[Key]:
    """Give what the key tells."""
    return [(shown.words.say(f"picture-dimensions.{line}"), LOOKS[line]) for line in _lines(shown)]


def _lines(shown: Scored) -> dict[str, list[float | None]]:
    rows = shown.topmost
    lines = {
        "value": [one.score.value for one in rows],
        "target": [one.score.target for one in rows],
        "network": [one.network for one in rows],
    }
    return {line: values for line, values in lines.items() if any(one is not None for one in values)}


def draw_radar(shown: Scored, ax: "PolarAxes") -> None:
    """Draw the radar; what has no value leaves a gap in the line, and its name says why."""
    rows = shown.topmost
    angles = [tau * number / len(rows) for number in range(len(rows))]
    ax.set_theta_zero_location("N")
    ax.set_theta_direction(-1)
    for line, values in _lines(shown).items():
        ax.plot([*angles, angles[0]], _closed(values), zorder=3, **LOOKS[line])
    if all(one.score.value is not None for one in rows):
        ax.fill(
            [*angles, angles[0]], _closed([one.score.value for one in rows]), color=BLUE, alpha=0.12, zorder=2
        )
    ax.set_ylim(shown.shortest, shown.longest)
    floors = [one.floor for one in shown.card.framework.levels if one.floor > 0] or [25, 50, 75]
    ax.set_yticks(floors, [shown.words.value(one, ".0") for one in floors], size=8, color=FAINT)
    every = -(-len(rows) // MOST)
    ax.set_xticks(angles[::every], [_name(one, shown) for one in rows[::every]], size=9)
    ax.tick_params(axis="x", pad=6)
    for label, angle in zip(ax.get_xticklabels(), angles[::every], strict=True):
        label.set_horizontalalignment(_side(angle))
    ax.grid(color=GRID)
    ax.spines["polar"].set_color(GRID)
    head(ax, shown.title, radar_keys(shown), gutter=BESIDE, lift=ROUND)


def _closed(values: Sequence[float | None]) -> list[float]:
    """Give the values with the first once more at the end; nothing is drawn where there is none."""
    return [nan if one is None else one for one in (*values, values[0])]


def _name(row: Row, shown: Scored) -> str:
    name = wrapped(row.name, NAMES, 9)
    if row.score.value is not None:
        return f"{name}\n{shown.words.value(row.score.value, '.1')}"
    why = "withheld" if row.score.withheld else "missing"
    return f"{name}\n({shown.words.say(f'picture-dimensions.{why}')})"


def _side(angle: float) -> Literal["left", "center", "right"]:
    part = angle / tau
    if min(part, abs(part - 0.5), 1 - part) < 0.03:
        return "center"
    return "left" if part < 0.5 else "right"
