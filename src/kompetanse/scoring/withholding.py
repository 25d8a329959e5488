"""Which scores of one wave are held back, so that none of too few respondents can be read or worked out.

Sources: Hundepool and others, Statistical Disclosure Control, 2012, chapter 4 (primary and secondary cell
suppression, feasibility intervals); Cox, Journal of the American Statistical Association 75, 1980, 377–385.
"""

from functools import cached_property

import attrs
import numpy as np
from numpy.typing import NDArray

from kompetanse.model import AggregationMethod
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.tree import Node, columns_below, spans

ROOM = 10.0
"""Points: how wide the interval must be that a total leaves to a score held back below it."""
NETWORK = -1
"""The column of the network."""
Flags = NDArray[np.bool_]

LINEAR = (AggregationMethod.ARITHMETIC, AggregationMethod.SUM)


@attrs.frozen(eq=False)
class Cells:
    """The scores of one wave; arrays are nodes and indicators × organisations, the network last."""

    tree: tuple[Node, ...]
    organisations: tuple[str, ...]
    values: Floats
    """Points; NaN where there is no value."""
    respondents: Floats

    @cached_property
    def answered(self) -> Flags:
        """Where anybody answered."""
        return self.respondents > 0

    @cached_property
    def valued(self) -> Flags:
        """Where there is a value made of answers."""
        return ~np.isnan(self.values) & self.answered

    @cached_property
    def parts(self) -> tuple[list[int], ...]:
        """Give for each node the numbers of the narrower dimensions and of its own indicators."""
        first = len(self.tree)
        return tuple([*one.nodes, *(first + column for column in one.indicators)] for one in self.tree)

    @cached_property
    def below(self) -> tuple[list[int], ...]:
        """Give for each node the numbers of all that stands below it."""
        first, both = len(self.tree), zip(spans(self.tree), columns_below(self.tree), strict=True)
        return tuple([*nodes[1:], *(first + column for column in columns)] for nodes, columns in both)


def hold_few(cells: Cells, minimum: int) -> Flags:
    """Give what rests on too few respondents, and what must be held back with it within its own column."""
    held = cells.answered & (cells.respondents < minimum)
    close(cells, held)
    return held


def close(cells: Cells, held: Flags) -> None:
    """Hold back, in each column, what would tell the parts of a node of which some are held back.

    From the leaves up: where a part is held back, so are all parts of that node and all below them, and where a
    node is held back, so is all below it. The node itself stays where it leaves enough room to each part.
    """
    for number in reversed(range(len(cells.tree))):
        hurt = held[number] | held[cells.parts[number]].any(axis=0)
        columns, below = np.flatnonzero(hurt), cells.below[number]
        held[np.ix_(below, columns)] |= cells.answered[np.ix_(below, columns)]
        for column in np.flatnonzero(hurt & ~held[number]):
            held[number, column] = not _may_stand(cells, number, int(column))


def hold_companions(cells: Cells, held: Flags, minimum: int) -> None:
    """Hold back further organisations, or the network, until no mean of the network tells too much.

    Network and shown organisations give away the sum over those held back. So at each node at least two are,
    who together have the fewest respondents that may be told of, and to each of whom their sum leaves room.
    """
    steady = False
    while not steady:
        steady = True
        for row in range(len(held)):
            while cells.valued[row, NETWORK] and not held[row, NETWORK] and _tells(cells, held, row, minimum):
                hold(cells, held, row, _companion(cells, held, row))
                steady = False


def hold(cells: Cells, held: Flags, row: int, column: int) -> None:
    """Hold back one score, and what must be with it."""
    mine = attrs.evolve(cells, values=cells.values[:, [column]], respondents=cells.respondents[:, [column]])
    column_held = held[:, [column]]
    column_held[row] = True
    close(mine, column_held)
    held[:, [column]] = column_held


def narrowest(values: Floats, weights: Floats) -> float:
    """Give the width, in points, of the narrowest interval that a known sum leaves to one of its parts.

    With ``T = Σ w·x`` known and each x from 0 to 100, part i lies between ``(T − 100 · (Σ w − wᵢ)) / wᵢ`` and
    ``T / wᵢ``. One part alone has no room at all; of no parts, 100.
    """
    total, weight = float(weights @ values), float(weights.sum())
    most = np.minimum(total / weights, 100.0)
    least = np.maximum((total - 100 * (weight - weights)) / weights, 0.0)
    return float((most - least).min(initial=100.0))


def _may_stand(cells: Cells, number: int, column: int) -> bool:
    """Tell whether a node may be shown of which all parts are held back."""
    node, valued = cells.tree[number], cells.valued[:, column]
    if not valued[number]:
        return True
    parts = [
        (one, weight) for one, weight in zip(cells.parts[number], node.weights, strict=True) if valued[one]
    ]
    values = cells.values[[one for one, _ in parts], column]
    linear = node.aggregation.method in LINEAR
    return linear and narrowest(values, np.array([weight for _, weight in parts])) >= ROOM


def _tells(cells: Cells, held: Flags, row: int, minimum: int) -> bool:
    """Tell whether the network's value tells too much of the organisations that are held back."""
    hidden = np.flatnonzero(held[row, :NETWORK] & cells.valued[row, :NETWORK])
    if not len(hidden):
        return False
    few = cells.respondents[row, hidden].sum() < minimum
    return bool(few or narrowest(cells.values[row, hidden], np.ones(len(hidden))) < ROOM)


def _companion(cells: Cells, held: Flags, row: int) -> int:
    """Give the shown organisation with fewest respondents, the first by id; where there is none, the network."""
    shown = np.flatnonzero(~held[row, :NETWORK] & cells.valued[row, :NETWORK]).tolist()
    ranked = ((cells.respondents[row, one], cells.organisations[one], one) for one in shown)
    return min(ranked, default=(0, "", NETWORK))[-1]
