"""Trees that are arithmetic throughout, collapsed: one weight for each indicator and draw, one product.

The hot path of robustness. A law holds it equal to `evaluate`, which goes node by node.
"""

from collections.abc import Iterable, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from kompetanse.model import AggregationMethod, MissingPolicy
from kompetanse.scoring.aggregation import Weight
from kompetanse.scoring.evaluation import Evaluation
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.tree import Node, part_rows
from kompetanse.scoring.uncertainty.draws import NodeWeights

Truths = NDArray[np.bool_]


def collapses(tree: Sequence[Node], aggregations: Iterable[AggregationMethod]) -> bool:
    """Tell whether every node is an arithmetic mean, whatever is drawn."""
    methods = {one.aggregation.method for one in tree}.union(aggregations)
    return methods == {AggregationMethod.ARITHMETIC}


@attrs.frozen(order=True)
class Pattern:
    """What one column of a survey has a value of, and what applies to it: nodes, then indicators."""

    is_there: bytes
    applies: bytes

    @classmethod
    def of_all(cls, base: Evaluation) -> "tuple[Pattern, ...]":
        """Give the pattern of each column: a key that columns alike share."""
        there, applies = (np.ascontiguousarray(~np.isnan(one).T) for one in (base.values, base.coverages))
        return tuple(cls(*(one.tobytes() for one in both)) for both in zip(there, applies, strict=True))


def collapsed(tree: Sequence[Node], weights: NodeWeights, pattern: Pattern, draws: int) -> Floats:
    """Give indicators × draws: the share of each indicator in the value of the first node.

    The share of a part in its node is ``w / Σ w`` over the parts that are there, or, where what is missing
    counts as 0, over those that apply; that of an indicator is the product of the shares on its way up.
    """
    first = len(tree)
    is_there, applies = (np.frombuffer(one, dtype=np.bool_) for one in attrs.astuple(pattern))
    share: list[Weight] = [1.0, *([0.0] * (first - 1))]
    result = np.zeros((len(is_there) - first, draws))
    for number, parts in enumerate(part_rows(tree)):
        if not is_there[number]:
            continue
        counted = applies if tree[number].aggregation.missing is MissingPolicy.ZERO else is_there
        here = share[number] / _total(weights[number], counted[list(parts)])
        for part, weight in zip(parts, weights[number], strict=True):
            if is_there[part] and part < first:
                share[part] = weight * here
            elif is_there[part]:
                result[part - first] = weight * here
    return result


def _total(weights: Sequence[Weight], counted: Truths) -> Weight:
    total: Weight = 0.0
    for weight, counts in zip(weights, counted, strict=True):
        if counts:
            total = total + weight
    return total
