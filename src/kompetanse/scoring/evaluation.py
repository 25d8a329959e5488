"""From points of indicators to values of every node: the hot part of scoring, in vectors over rows."""

from collections.abc import Sequence

import attrs
import numpy as np

from kompetanse.scoring.aggregation import (
    APPLIES,
    COVERED,
    THERE,
    VALUE,
    Parts,
    Weight,
    aggregate,
)
from kompetanse.scoring.formulas import Floats, ratio
from kompetanse.scoring.tree import Node, part_rows

CHUNK = 2048
"""Rows worked on at once: what they need stays in the processor's cache."""


@attrs.frozen(eq=False)
class Evaluation:
    """The values and coverages of a whole tree; first the nodes, then the indicators."""

    values: Floats
    """Nodes and indicators × rows, in points; NaN where there is no value."""
    coverages: Floats
    """Nodes and indicators × rows: shares; NaN where nothing applies."""


def evaluate(
    tree: Sequence[Node],
    points: Floats,
    covered: Floats,
    weights: Sequence[Sequence[Weight]] | None = None,
) -> Evaluation:
    """Give every node's value and coverage from those of the indicators, each indicators × rows.

    A coverage is the weighted mean over the parts that apply. `weights`, of each node's parts and in place
    of the tree's own, may differ from row to row.
    """
    rows = points.shape[1]
    whole = Evaluation(np.empty((len(tree) + len(points), rows)), np.empty((len(tree) + len(points), rows)))
    for start in range(0, rows, CHUNK):
        some = slice(start, start + CHUNK)
        chunk = Evaluation(whole.values[:, some], whole.coverages[:, some])
        chunk.values[len(tree) :], chunk.coverages[len(tree) :] = points[:, some], covered[:, some]
        _rise(chunk, tree, [node.weights for node in tree] if weights is None else _cut(weights, some))
    return whole


def _cut(weights: Sequence[Sequence[Weight]], some: slice) -> list[list[Weight]]:
    return [[one if isinstance(one, float) else one[some] for one in several] for several in weights]


def _rise(chunk: Evaluation, tree: Sequence[Node], weights: Sequence[Sequence[Weight]]) -> None:
    """Fill in the nodes, from the leaves up, where the indicators are filled in already."""
    first, values, coverages = len(tree), chunk.values, chunk.coverages
    planes = np.empty((len(values), 4, values.shape[1]))
    _fill(planes[first:, VALUE], planes[first:, THERE], values[first:])
    _fill(planes[first:, COVERED], planes[first:, APPLIES], coverages[first:])
    for number, rows in reversed(tuple(enumerate(part_rows(tree)))):
        node, below = tree[number], [planes[one] for one in rows]
        if below:
            parts = Parts.of(below, weights[number], node.marks)
            values[number] = aggregate(node.aggregation, parts)
            coverages[number] = ratio(parts.sums[COVERED], parts.sums[APPLIES])
        else:
            values[number] = coverages[number] = np.nan
        _fill(planes[number, VALUE], planes[number, THERE], values[number])
        _fill(planes[number, COVERED], planes[number, APPLIES], coverages[number])


def _fill(filled: Floats, there: Floats, values: Floats) -> None:
    """Part values into themselves, 0 where there is none, and whether there is one."""
    missing = np.isnan(values)
    filled[...] = values
    np.copyto(filled, 0.0, where=missing)
    np.logical_not(missing, out=there)
