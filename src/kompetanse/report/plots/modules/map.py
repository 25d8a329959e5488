"""Where each module stands on the picture of the module graph: layers downwards, few crossings across."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from kompetanse.report.plots.modules.ties import Layers, Tie

LEFT, RIGHT = 0.7, 7.05
"""Inches between which boxes stand; the numbers of the layers stand to the left."""
TALL, LOWEST = 1.15, 0.02
"""Inches from one row of boxes to the next, and what no row goes below."""
FILLED = 0.55
"""The part of that which a box takes."""
BROAD, BETWEEN = 1.75, 0.36
"""Inches: the widest box, and the room between two."""
SWEEPS = 4
"""How often the boxes are ordered by where their neighbours stand, down and up again."""

Row = tuple[str, ...]


@attrs.frozen
class Box:
    """Where one module stands, in inches, y downwards."""

    x: float
    """Its middle."""
    top: float
    width: float
    height: float
    row: int

    @property
    def left(self) -> float:
        """Its left side."""
        return self.x - self.width / 2

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.top + self.height


@attrs.frozen
class Map:
    """The boxes of all modules, and the first row of each layer."""

    boxes: Mapping[str, Box]
    rows: tuple[Row, ...]
    starts: tuple[int, ...]
    pitch: float

    @property
    def height(self) -> float:
        """Inches from the first row to below the last."""
        return len(self.rows) * self.pitch


def map_of(layers: Layers, ties: Sequence[Tie], highest: float) -> Map:
    """Place the modules of each layer in one row or, where they are many, in several."""
    beside = _neighbours(ties)
    ordered = _ordered(layers, beside)
    most = 5 if sum(map(len, layers)) <= 60 else 8
    rows: list[Row] = []
    starts: list[int] = []
    for layer in ordered:
        starts.append(len(rows))
        rows += _folded(layer, most)
    pitch = max(LOWEST, min(TALL, highest / max(1, len(rows))))
    across = _across(rows, beside)
    span, broadest = RIGHT - LEFT, max(map(len, rows), default=1)
    width = min(BROAD, (span - _between(broadest) * (broadest - 1)) / broadest)
    boxes = {
        module: Box(across[module], row * pitch, width, pitch * FILLED, row)
        for row, modules in enumerate(rows)
        for module in modules
    }
    return Map(boxes, tuple(rows), tuple(starts), pitch)


def _neighbours(ties: Iterable[Tie]) -> Mapping[str, list[str]]:
    beside: dict[str, list[str]] = defaultdict(list)
    for tie in ties:
        beside[tie.first].append(tie.then)
        beside[tie.then].append(tie.first)
    return beside


def _ordered(layers: Layers, beside: Mapping[str, Sequence[str]]) -> list[Row]:
    """Order each layer by the middle of its neighbours, a method of Sugiyama, Tagawa and Toda, 1981."""
    rows = [tuple(one) for one in layers]
    place = {module: (n + 0.5) / len(row) for row in rows for n, module in enumerate(row)}
    for sweep in range(2 * SWEEPS):
        for number in range(len(rows)) if sweep % 2 == 0 else reversed(range(len(rows))):
            here = set(rows[number])
            rows[number] = tuple(sorted(rows[number], key=lambda one: _middle(one, here, beside, place)))
            place |= {module: (n + 0.5) / len(here) for n, module in enumerate(rows[number])}
    return rows


def _middle(
    module: str, here: set[str], beside: Mapping[str, Sequence[str]], place: Mapping[str, float]
) -> float:
    others = [place[one] for one in beside.get(module, ()) if one not in here]
    return sum(others) / len(others) if others else place[module]


def _folded(layer: Row, most: int) -> list[Row]:
    rows = -(-len(layer) // most)
    size = -(-len(layer) // max(1, rows))
    return [layer[at : at + size] for at in range(0, len(layer), size)]


def _between(count: int) -> float:
    return (BETWEEN if count == 5 else 0.55) if count <= 5 else 0.16


def _across(rows: Sequence[Row], beside: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """Give the middle of each box: below those that it builds on, as far as there is room for all."""
    across: dict[str, float] = {}
    broadest = max(map(len, rows), default=1)
    width = min(BROAD, (RIGHT - LEFT - _between(broadest) * (broadest - 1)) / broadest)
    low, high, step = LEFT + width / 2, RIGHT - width / 2, width + _between(broadest)
    for row in rows:
        wanted = []
        for module in row:
            above = [across[one] for one in beside.get(module, ()) if one in across]
            wanted.append(sum(above) / len(above) if above else (low + high) / 2)
        across |= dict(zip(row, _apart(wanted, step, low, high), strict=True))
    return across


def _apart(wanted: Sequence[float], step: float, low: float, high: float) -> list[float]:
    """Give places at least a step apart, in this order, near those that are wanted."""
    placed: list[float] = []
    for one in wanted:
        placed.append(max(one, placed[-1] + step) if placed else one)
    shift = sum(one - at for one, at in zip(wanted, placed, strict=True)) / len(placed)
    placed = [one + shift for one in placed]
    last = high
    for number in reversed(range(len(placed))):
        placed[number] = last = min(placed[number], last)
        last -= step
    first = low
    for number, one in enumerate(placed):
        placed[number] = first = max(one, first)
        first += step
    return placed
