"""The draws: other weights, other aggregations, other respondents, each from a random stream of its own.

A stream is seeded by the seed and by what it is for, through a hash that is the same in every process. What
one organisation gets depends neither on who stands beside it nor on the order they are taken in.
"""

import hashlib
from collections.abc import Sequence

import attrs
import numpy as np

from kompetanse.model import AggregationMethod
from kompetanse.scoring.aggregation import Weight
from kompetanse.scoring.formulas import Floats, Whole
from kompetanse.scoring.tree import Node
from kompetanse.scoring.uncertainty.declared import MEANS, Uncertainty

LEAST_SHARE = 1e-6
"""No part gets a smaller share than this of its node, unless its own is smaller: nothing is weighed away."""
NodeWeights = Sequence[Sequence[Weight]]


def stream(seed: int, *purpose: str) -> np.random.Generator:
    """Give the random numbers that one purpose has to itself."""
    digest = hashlib.sha256(repr((seed, purpose)).encode()).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))


def drawn_weights(node: Node, concentration: float, draws: int, random: np.random.Generator) -> Floats:
    """Give parts × draws: the weights of a node's parts, with the sum of its own.

    Dirichlet: ``wₖ = W · gₖ / Σ gⱼ``, with ``gₖ`` from the gamma distribution of shape concentration · own
    share, and W the sum of the own weights. The mean of each weight is its own. Source: Devroye, Non-Uniform
    Random Variate Generation, 1986, XI.4.
    """
    own = np.array(node.weights, dtype=np.float64)
    total = own.sum()
    share = own / total
    gamma = np.ascontiguousarray(random.standard_gamma(concentration * share, (draws, len(own))).T)
    drawn = gamma / gamma.sum(axis=0)
    weights: Floats = np.maximum(drawn, np.minimum(share, LEAST_SHARE)[:, None]) * total
    return weights


def by_method(tree: Sequence[Node], method: AggregationMethod | None) -> Sequence[Node]:
    """Give the tree with another method in the nodes that are made by a mean; None leaves it alone."""
    if method is None:
        return tree
    return tuple(
        attrs.evolve(one, aggregation=attrs.evolve(one.aggregation, method=method))
        if one.aggregation.method in MEANS
        else one
        for one in tree
    )


@attrs.frozen(eq=False)
class Inputs:
    """One set of draws of all that is uncertain."""

    weights: NodeWeights
    """Of each node's parts; the same for all organisations."""
    aggregation: Whole
    """The number of the aggregation that each draw uses, among those declared; 0 where none is."""
    respondents: str
    """The name of the set that respondents are drawn from: each organisation has streams of its own."""

    @classmethod
    def drawn(
        cls, tree: Sequence[Node], uncertainty: Uncertainty, draws: int, seed: int, name: str = "a"
    ) -> "Inputs":
        """Draw a set; sets of another name are independent of it. A node with one part keeps its weight."""
        sure = uncertainty.weights
        weights = tuple(
            node.weights
            if sure is None or len(node.weights) < 2
            else tuple(drawn_weights(node, sure, draws, stream(seed, "weights", node.id, name)))
            for node in tree
        )
        random = stream(seed, "aggregation", name)
        used = random.integers(max(len(uncertainty.aggregations), 1), size=draws)
        return cls(weights, used.astype(np.intp), name)


def t_draws(respondents: int, draws: int, random: np.random.Generator) -> Floats:
    """Give respondents × draws: ``zᵣ · √((n − 1) / χ²)``, of n respondents.

    zᵣ is standard normal and χ² has n − 1 degrees of freedom, one for all of them: a multivariate t.
    """
    normal = random.standard_normal((draws, respondents)).T
    drawn: Floats = normal * np.sqrt((respondents - 1) / random.chisquare(respondents - 1, draws))
    return drawn
