"""The marks on the picture of the dimensions, and the key that tells what they mean."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kompetanse.report.plots.canvas import BLUE, FAINT, INK, RED, SKY, Look
from kompetanse.report.plots.scored_rows import Scored
from kompetanse.report.scores import THIN

if TYPE_CHECKING:
    from matplotlib.artist import Artist

LOOKS: dict[str, Look] = {
    "value": {"facecolor": SKY, "edgecolor": BLUE, "linewidth": 0.8},
    "thin": {"facecolor": "white", "edgecolor": BLUE, "linewidth": 0.8, "hatch": "////"},
}
MARKS: dict[str, Look] = {
    "target": {
        "marker": "D",
        "color": "white",
        "markeredgecolor": RED,
        "markeredgewidth": 1.8,
        "markersize": 6.5,
    },
    "network": {
        "marker": "o",
        "color": "white",
        "markeredgecolor": INK,
        "markeredgewidth": 1.4,
        "markersize": 6,
    },
    "peer": {"marker": "|", "color": FAINT, "markersize": 7, "markeredgewidth": 0.9},
}
INTERVAL: Look = {"color": INK, "linewidth": 1.3, "zorder": 4}
PEERS: Look = {"color": FAINT, "linewidth": 0.9, "zorder": 3}


def marks_of(shown: Scored) -> Iterator[tuple[str, str]]:
    """Yield what the key tells: the label, and which mark it is of."""
    words, rows = shown.words, shown.rows
    there = {
        "value": any(one.score.value is not None and not one.thin for one in rows),
        "thin": any(one.thin for one in rows),
        "interval": any(one.score.low is not None and one.score.low != one.score.high for one in rows),
        "target": any(one.score.target is not None for one in rows),
        "network": any(one.network is not None for one in rows),
        "peer": any(one.peers for one in rows),
    }
    for mark, is_there in there.items():
        if is_there:
            yield words.say(f"picture.dimensions.{mark}", thin=THIN), mark


def key_of(shown: Scored) -> "list[Artist]":
    """Give the key."""
    from matplotlib.lines import Line2D  # noqa: PLC0415  # an extra; the canvas has opened it
    from matplotlib.patches import Patch  # noqa: PLC0415

    key: list[Artist] = []
    for label, mark in marks_of(shown):
        if mark in LOOKS:
            key.append(Patch(label=label, **LOOKS[mark]))
        elif mark in MARKS:
            key.append(Line2D([], [], linestyle="", label=label, **MARKS[mark]))
        else:
            key.append(Line2D([], [], color=INK, linewidth=1.3, marker="|", markersize=6, label=label))
    return key
