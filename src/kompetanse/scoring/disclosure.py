"""Whether all relations together give away a score that is held back: a system of equations, by its rank."""

from collections.abc import Iterator, Sequence

import numpy as np

from kompetanse.model import AggregationMethod
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.withholding import NETWORK, Cells, Flags

LARGE = 1000
"""Unknown scores above which the system is not solved, but the network's scores are held back instead."""
NOTHING = 1e-7
"""A part of a unit vector that is only rounding."""
POWERS = {
    AggregationMethod.ARITHMETIC: 1.0,
    AggregationMethod.SUM: 1.0,
    AggregationMethod.GEOMETRIC: 0.0,
    AggregationMethod.HARMONIC: -1.0,
}


def given_away(cells: Cells, held: Flags) -> Flags:
    """Give the scores that are held back and yet follow from those that are not.

    Unknown are the values held back; known is how each node is made of its parts, and the network of its
    organisations, methods that are not linear being taken by their slope. A value follows where its unit
    vector stands at right angles to all that the equations leave open (their null space). Of a large system,
    all are given that the network's scores could give away.
    """
    unknown = held & cells.valued
    if unknown.sum() > LARGE:
        suspect = unknown & ~held[:, [NETWORK]] & cells.valued[:, [NETWORK]]
        suspect[:, NETWORK] = False
        return suspect
    found = np.zeros_like(unknown)
    rows = [one for one in _equations(cells, unknown) if one.any()]
    if rows:
        _, sizes, vectors = np.linalg.svd(np.array([one / np.linalg.norm(one) for one in rows]))
        left_open = vectors[int((sizes > NOTHING).sum()) :]
        found[unknown] = np.linalg.norm(left_open, axis=0) < NOTHING
    return found


def _equations(cells: Cells, unknown: Flags) -> Iterator[Floats]:
    """Yield the coefficients of the unknown values in each relation: what is shown is only a constant."""
    for number, parts in enumerate(cells.parts):
        rows = [number, *parts]
        for column in np.flatnonzero(unknown[rows, :NETWORK].any(axis=0)):
            slopes = _slopes(cells, number, column)
            if slopes is not None:
                coefficients = np.zeros(unknown.shape)
                coefficients[rows, column] = [-1.0, *slopes]
                yield coefficients[unknown]
    for row in np.flatnonzero(unknown.any(axis=1) & cells.valued[:, NETWORK]):
        coefficients = np.zeros(unknown.shape)
        coefficients[row, :NETWORK] = cells.valued[row, :NETWORK]
        coefficients[row, NETWORK] = -np.sum(~np.isnan(cells.values[row, :NETWORK]))
        yield coefficients[unknown]


def _slopes(cells: Cells, number: int, column: int) -> Sequence[float] | None:
    """Give how far a node's value moves with each of its parts; None where that tells nothing.

    A power mean moves by ``κ · wᵢ · xᵢ^(p−1)``, where κ makes ``Σ slope · x`` the value itself (Euler's theorem
    on homogeneous functions); so does a sum. The minimum moves with its smallest part. A staged node moves
    in steps, and what is not yet scored does not move at all.
    """
    node, parts = cells.tree[number], cells.parts[number]
    there, values = cells.valued[parts, column], cells.values[parts, column]
    whole, method = cells.values[number, column], node.aggregation.method
    if np.isnan(whole) or not there.any() or method is AggregationMethod.STAGED:
        return None
    if method is AggregationMethod.MINIMUM:
        return [float(one) for one in there & (values == whole)]
    power = POWERS.get(method, node.aggregation.power or 0.0)
    if power != 1 and not (values[there] > 0).all():
        return None
    slopes = np.zeros(len(parts))
    slopes[there] = np.array(node.weights)[there] * values[there] ** (power - 1)
    total = float(slopes[there] @ values[there])
    return [float(one) for one in slopes * (whole / total if total else 1 / slopes.sum())]
