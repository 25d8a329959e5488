"""Whether all relations together give away a score that is held back: a system of equations, by its rank."""

from collections.abc import Iterator, Sequence

import numpy as np

from kompetanse.model import AggregationMethod
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.privacy.withholding import Cells, Flags

LARGE = 1000
"""Unknown scores above which the system is not solved."""
NOTHING = 1e-6
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
    vector stands at right angles to all that the equations leave open (their null space). Values of staged
    nodes are also taken as guessed, since they are few.

    A large system is not solved. All is given there that the network could give away, but for its whole
    score: who is held back at that tells nothing else, so that by itself it gives nothing away.
    """
    unknown = held & cells.valued
    if unknown.sum() > LARGE:
        suspect = unknown & (cells.valued & ~held)[:, [cells.network]]
        suspect[0] = False
        return suspect
    found = _determined(cells, unknown.copy())
    if cells.stepped.any():
        found |= _determined(cells, unknown & ~cells.stepped[:, None])
    return found


def _determined(cells: Cells, unknown: Flags) -> Flags:
    """Give which of the unknown values all equations determine."""
    equations = [*_of_nodes(cells, unknown), *_of_network(cells, unknown)]
    # what the nodes' own equations found to be constant is no longer among the unknown
    rows = [one[unknown] for one in equations if one[unknown].any()]
    found = np.zeros_like(unknown)
    if rows:
        matrix = np.array([one / np.linalg.norm(one) for one in rows])
        squares, vectors = np.linalg.eigh(matrix.T @ matrix)
        left_open = vectors[:, squares < NOTHING**2]
        found[unknown] = np.linalg.norm(left_open, axis=1) < NOTHING
    return found


def _of_nodes(cells: Cells, unknown: Flags) -> Iterator[Floats]:
    """Yield the coefficients of the unknown values in the equation of each node, from the leaves up.

    A node that no answer moves (such as a minimum where what is missing counts as 0) is no secret, and is
    taken off the unknown.
    """
    for number in reversed(range(len(cells.tree))):
        rows = [number, *cells.parts[number]]
        for column in np.flatnonzero(unknown[rows, : cells.network].any(axis=0)).tolist():
            slopes = _slopes(cells, number, column)
            if slopes is not None:
                coefficients = np.zeros(unknown.shape)
                coefficients[rows, column] = [-1.0, *slopes]
                unknown[number, column] &= bool((coefficients * unknown)[rows[1:], column].any())
                yield coefficients


def _of_network(cells: Cells, unknown: Flags) -> Iterator[Floats]:
    """Yield the coefficients of the unknown values in the equation of each mean of the network."""
    network = cells.network
    for row in np.flatnonzero(unknown.any(axis=1) & cells.valued[:, network]):
        coefficients = np.zeros(unknown.shape)
        coefficients[row, :network] = cells.valued[row, :network]
        coefficients[row, network] = -np.sum(~np.isnan(cells.values[row, :network]))
        yield coefficients


def _slopes(cells: Cells, number: int, column: int) -> Sequence[float] | None:
    """Give how far a node's value moves with each of its parts; None where that tells nothing.

    A power mean moves by ``κ · wᵢ · xᵢ^(p−1)``, where κ makes ``Σ slope · x`` the value itself (Euler on
    homogeneous functions), and so does a sum; parts at 0 are taken as known. The minimum moves with its
    smallest part; a staged node moves in steps, and with no part in between.
    """
    node, parts = cells.tree[number], cells.parts[number]
    there, values = cells.valued[parts, column], cells.values[parts, column]
    whole, method = cells.values[number, column], node.aggregation.method
    if np.isnan(whole) or method is AggregationMethod.STAGED:
        return None
    if not there.any():
        return [0.0] * len(parts)
    if method is AggregationMethod.MINIMUM:
        return [float(one) for one in there & (values == whole)]
    power = POWERS.get(method, node.aggregation.power or 0.0)
    if power <= 0 and not (values[there] > 0).all():
        return [0.0] * len(parts)
    if power != 1:
        there, values = there & (values > 0), np.maximum(values, 0.0)
    slopes = np.zeros(len(parts))
    slopes[there] = np.array(node.weights)[there] * values[there] ** (power - 1)
    total, weight = float(slopes[there] @ values[there]), float(slopes.sum())
    return [float(one) for one in slopes * (whole / total if total else 1 / (weight or 1.0))]
