"""Who goes best with whom: a pairing of greatest worth in a weighted graph."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    Graph = nx.Graph[int]
else:
    Graph = nx.Graph

Weights = Mapping[tuple[int, int], int]
"""By pair, smaller number first: what it is worth."""

MANY = 5000
"""Pairs to choose from, above which each only keeps its best partners."""
BEST = 10
"""How many partners each then keeps, besides those that keep it."""
FINE = 10**9
"""Weights are counted in parts of one by this, in whole numbers, so that no rounding decides a pairing."""


def best_pairs(links: Iterable[tuple[str, str, float]]) -> tuple[tuple[str, str], ...]:
    """Give the pairs, each id in at most one, whose weights have the greatest sum; by id, smaller id first.

    A link is two ids and the weight of pairing them; what is not above 0 is left out, and of two links of one
    pair the heavier counts. Neither the order of the links nor which id stands first changes anything. With
    up to `MANY` links the sum is the greatest there is. With more, only the `BEST` partners of each are
    looked at, and those that are left over are paired in the same way, until no link is left between any two:
    a few hundred ids take a second or two. Source: Edmonds, Paths, trees, and flowers, 1965; Galil, Efficient
    algorithms for finding maximum matching in graphs, 1986 (as in networkx).

    >>> best_pairs([("a", "b", 3), ("b", "c", 4), ("c", "d", 3)])
    (('a', 'b'), ('c', 'd'))
    """
    given = tuple(links)
    ids = sorted({id_ for one, other, _ in given for id_ in (one, other)})
    number = {id_: place for place, id_ in enumerate(ids)}
    left: dict[tuple[int, int], int] = {}
    for first, second, weight in given:
        one, other = sorted((number[first], number[second]))
        whole = round(weight * FINE)
        if one != other and whole > left.get((one, other), 0):
            left[one, other] = whole
    pairs: list[tuple[int, int]] = []
    while left:
        pairs += (found := _matched(_thinned(left, len(ids))))
        taken = {one for pair in found for one in pair}
        left = {pair: weight for pair, weight in left.items() if taken.isdisjoint(pair)}
    return tuple((ids[one], ids[other]) for one, other in sorted(pairs))


def _thinned(weights: Weights, count: int) -> Weights:
    """Keep the best partners of each; of equals, those whose ids come first."""
    if len(weights) <= MANY:
        return weights
    partners: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for (one, other), weight in weights.items():
        partners[one].append((-weight, other))
        partners[other].append((-weight, one))
    kept = {
        (min(one, other), max(one, other))
        for one, several in enumerate(partners)
        for _, other in sorted(several)[:BEST]
    }
    return {pair: weights[pair] for pair in kept}


def _matched(weights: Weights) -> list[tuple[int, int]]:
    graph: Graph = nx.Graph()
    graph.add_nodes_from(sorted({one for pair in weights for one in pair}))
    for (one, other), weight in sorted(weights.items()):
        graph.add_edge(one, other, weight=weight)
    return [(min(pair), max(pair)) for pair in nx.max_weight_matching(graph)]
