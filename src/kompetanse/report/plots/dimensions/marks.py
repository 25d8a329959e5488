"""The marks on the picture of the dimensions, and the key that tells what they mean."""

from collections.abc import Iterator

from kompetanse.report.plots.canvas import BLUE, FAINT, INK, RED, SKY, Look
from kompetanse.report.plots.dimensions.rows import Scored
from kompetanse.report.plots.heading import Key
from kompetanse.report.scores import THIN

LOOKS: dict[str, Look] = {
    "value": {"facecolor": SKY, "edgecolor": BLUE, "linewidth": 0.8},
    "thin": {"facecolor": "white", "edgecolor": BLUE, "linewidth": 0.8, "hatch": "////"},
}
MARKS: dict[str, Look] = {
    "target": {
        "linestyle": "",
        "marker": "D",
        "color": "white",
        "markeredgecolor": RED,
        "markeredgewidth": 1.8,
        "markersize": 6.5,
    },
    "network": {
        "linestyle": "",
        "marker": "o",
        "color": "white",
        "markeredgecolor": INK,
        "markeredgewidth": 1.4,
        "markersize": 6,
    },
    "peer": {"linestyle": "", "marker": "|", "color": FAINT, "markersize": 7, "markeredgewidth": 0.9},
}
INTERVAL: Look = {"color": INK, "linewidth": 1.3}
PEERS: Look = {"color": FAINT, "linewidth": 0.9}


def keys_of(shown: Scored) -> Iterator[Key]:
    """Yield what the key tells."""
    rows = shown.rows
    marks = {
        "value": (LOOKS["value"], any(one.score.value is not None and not one.thin for one in rows)),
        "thin": (LOOKS["thin"], any(one.thin for one in rows)),
        "interval": (
            {**INTERVAL, "marker": "|", "markersize": 6},
            any(one.score.low is not None and one.score.low != one.score.high for one in rows),
        ),
        "target": (MARKS["target"], any(one.score.target is not None for one in rows)),
        "network": (MARKS["network"], any(one.network is not None for one in rows)),
        "peer": (MARKS["peer"], any(one.peers for one in rows)),
    }
    for mark, (look, is_there) in marks.items():
        if is_there:
            yield shown.words.say(f"picture-dimensions.{mark}", thin=THIN), look
