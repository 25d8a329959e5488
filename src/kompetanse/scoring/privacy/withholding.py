"""Which scores of one wave are held back, so that none of too few respondents can be read or worked out.

Sources: Hundepool and others, Statistical Disclosure Control, 2012, chapter 4 (primary and secondary cell
suppression, feasibility intervals); Cox, Journal of the American Statistical Association 75, 1980, 377–385.
"""

from collections.abc import Iterable
from functools import cached_property

import attrs
import numpy as np
from numpy.typing import NDArray

from kompetanse.model import AggregationMethod
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.tree import Node, columns_below, part_rows, spans

ROOM = 10.0
"""Points: how wide the interval must be that a total leaves to a score held back below it."""
LINEAR = (AggregationMethod.ARITHMETIC, AggregationMethod.SUM)
"""The methods by which a node may be shown though its parts are held back."""
Flags = NDArray[np.bool_]


@attrs.frozen(eq=False)
class Cells:
    """The scores of one wave; arrays are nodes and indicators × organisations, the network last."""

    tree: tuple[Node, ...]
    organisations: tuple[str, ...]
    values: Floats
    """Points; NaN where there is no value."""
    respondents: Floats

    @property
    def network(self) -> int:
        """The column of the network."""
        return len(self.organisations)

    @cached_property
    def answered(self) -> Flags:
        """Where anybody answered."""
        return self.respondents > 0

    @cached_property
    def valued(self) -> Flags:
        """Where there is a value made of answers."""
        return ~np.isnan(self.values) & self.answered

    @cached_property
    def stepped(self) -> Flags:
        """Tell which rows have so few possible values that they can be tried one after the other.

        Those are of staged nodes, and of nodes with no part that is anything else.
        """
        result = np.zeros(len(self.values), dtype=np.bool_)
        for number in reversed(range(len(self.tree))):
            staged = self.tree[number].aggregation.method is AggregationMethod.STAGED
            result[number] = staged or result[self.parts[number]].all()
        return result

    @cached_property
    def parts(self) -> tuple[list[int], ...]:
        """Give for each node the rows of its parts."""
        return tuple(map(list, part_rows(self.tree)))

    @cached_property
    def below(self) -> tuple[list[int], ...]:
        """Give for each node the numbers of all that stands below it."""
        first, both = len(self.tree), zip(spans(self.tree), columns_below(self.tree), strict=True)
        return tuple([*nodes[1:], *(first + column for column in columns)] for nodes, columns in both)


def hold_few(cells: Cells, minimum: int) -> Flags:
    """Give what rests on too few respondents, and what must be held back with it in its own column."""
    held = cells.answered & (cells.respondents < minimum)
    close(cells, held, range(held.shape[1]))
    return held


def close(cells: Cells, held: Flags, columns: Iterable[int]) -> None:
    """Hold back, in each of these columns, what would tell the parts of a node of which some are held back.

    From the leaves up: where a part is held back, so are all parts of that node and all below them, and where
    a node is held back, so is all below it. The node itself stays where it leaves enough room to each part.
    Of the network, which comes last, only means over somebody held back have anything to hide.
    """
    for column in columns:
        mine, secret = held[:, column], cells.answered[:, column]
        if column == cells.network:
            secret = secret & (held & cells.valued)[:, :column].any(axis=1)
        for number in reversed(range(len(cells.tree))):
            if mine[number] or mine[cells.parts[number]].any():
                below = cells.below[number]
                mine[below] |= secret[below]
                mine[number] |= not _may_stand(cells, held, number, column)


def hold_companions(cells: Cells, held: Flags, minimum: int) -> None:
    """Hold back further organisations, or the network, until no mean of the network tells too much.

    Network and shown organisations give away the sum over those held back. So at each node at least two are,
    who together have the fewest respondents that may be told of, and to each of whom their sum leaves room.
    """
    steady = False
    while not steady:
        steady = True
        for row in range(len(held)):
            while _tells(cells, held, row, minimum):
                column = _companion(cells, held, row)
                held[row, column] = True
                close(cells, held, (column, cells.network))
                steady = False


def narrowest(values: Floats, weights: Floats) -> float:
    """Give the width, in points, of the narrowest interval that a known sum leaves to one of its parts.

    With ``T = Σ w·x`` known and each x from 0 to 100, part i lies between ``(T − 100 · (Σ w − wᵢ)) / wᵢ`` and
    ``T / wᵢ``. One part alone has no room at all; of no parts, 100.
    """
    total, weight = float(weights @ values), float(weights.sum())
    most = np.minimum(total / weights, 100.0)
    least = np.maximum((total - 100 * (weight - weights)) / weights, 0.0)
    return float((most - least).min(initial=100.0))


def _may_stand(cells: Cells, held: Flags, number: int, column: int) -> bool:
    """Tell whether a node may be shown of which parts are held back.

    There has to be room even if those of the parts that are staged are guessed. The network's value is made
    of organisations' values, and follows from its own parts if all is linear.
    """
    node, linear = cells.tree[number], cells.tree[number].aggregation.method in LINEAR
    if not linear or not cells.valued[number, column]:
        return column == cells.network or not cells.valued[number, column]
    parts, weights = np.array(cells.parts[number], dtype=np.intp), np.array(node.weights)
    hidden = held[parts, column] & cells.valued[parts, column]
    rest = hidden & ~cells.stepped[parts]
    return all(narrowest(cells.values[parts[some], column], weights[some]) >= ROOM for some in (hidden, rest))


def _tells(cells: Cells, held: Flags, row: int, minimum: int) -> bool:
    """Tell whether the network's value tells too much of the organisations that are held back."""
    hidden = (held & cells.valued)[row, : cells.network].nonzero()[0]
    if not len(hidden) or held[row, cells.network] or not cells.valued[row, cells.network]:
        return False
    few = cells.respondents[row, hidden].sum() < minimum
    return bool(few or narrowest(cells.values[row, hidden], np.ones(len(hidden))) < ROOM)


def _companion(cells: Cells, held: Flags, row: int) -> int:
    """Give the shown organisation with fewest respondents, the first by id; or the network."""
    shown = (cells.valued & ~held)[row, : cells.network].nonzero()[0].tolist()
    ranked = ((cells.respondents[row, one], cells.organisations[one], one) for one in shown)
    return int(min(ranked, default=(0, "", cells.network))[-1])
