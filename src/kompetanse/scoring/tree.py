"""The framework as a flat tree, so that scoring neither recurses nor looks anything up."""

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from kompetanse.errors import AmbiguousFramework
from kompetanse.model import Aggregation, MaturityDimension, MaturityFramework

HOLDS = 100.0
"""The points from which a part of a staged node holds, where it has no target of its own."""


@attrs.frozen
class Node:
    """The framework itself (number 0) or one of its dimensions, and what it is made of."""

    id: str
    target: float | None
    nodes: tuple[int, ...]
    """The numbers of the narrower dimensions: each is higher than this node's own."""
    indicators: tuple[int, ...]
    """The columns of its own indicators, counted as `MaturityFramework.indicators` yields them."""
    weights: tuple[float, ...]
    """Of the narrower dimensions, then of the indicators."""
    aggregation: Aggregation
    marks: tuple[float, ...]
    """The points from which each part holds, where the node is staged."""


def tree_of(framework: MaturityFramework) -> tuple[Node, ...]:
    """Give the framework and all its dimensions, each before those below it.

    Raises `AmbiguousFramework` where two of them, two indicators or two levels have one id.
    """
    _ensure_unambiguous(framework)
    dimensions: list[MaturityDimension] = []
    below: list[list[int]] = [[]]
    waiting = [(0, one) for one in reversed(framework.dimensions)]
    while waiting:
        above, dimension = waiting.pop()
        dimensions.append(dimension)
        below.append([])
        number = len(dimensions)
        below[above].append(number)
        waiting.extend((number, one) for one in reversed(dimension.dimensions))
    nodes = [
        Node(
            framework.id,
            target=None,
            nodes=tuple(below[0]),
            indicators=(),
            weights=tuple(one.weight for one in framework.dimensions),
            aggregation=framework.aggregation,
            marks=_marks(framework.dimensions),
        )
    ]
    column = 0
    for dimension, narrower in zip(dimensions, below[1:], strict=True):
        nodes.append(_node(dimension, tuple(narrower), column))
        column += len(dimension.indicators)
    return tuple(nodes)


def _node(dimension: MaturityDimension, narrower: tuple[int, ...], column: int) -> Node:
    return Node(
        dimension.id,
        dimension.target,
        narrower,
        indicators=tuple(range(column, column + len(dimension.indicators))),
        weights=(
            *(one.weight for one in dimension.dimensions),
            *(one.weight for one in dimension.indicators),
        ),
        aggregation=dimension.aggregation,
        marks=_marks(dimension.dimensions) + (HOLDS,) * len(dimension.indicators),
    )


def _marks(dimensions: Iterable[MaturityDimension]) -> tuple[float, ...]:
    return tuple(HOLDS if one.target is None else one.target for one in dimensions)


def spans(tree: tuple[Node, ...]) -> tuple[range, ...]:
    """Give for each node the numbers of itself and of all below it: they stand in one row."""
    ends = list(range(1, len(tree) + 1))
    for number in reversed(range(len(tree))):
        if tree[number].nodes:
            ends[number] = ends[tree[number].nodes[-1]]
    return tuple(range(number, end) for number, end in enumerate(ends))


def columns_below(tree: tuple[Node, ...]) -> tuple[range, ...]:
    """Give for each node the columns of all indicators below it: they stand in one row."""
    owned = [one.indicators for one in tree]
    starts = [0]
    for one in owned:
        starts.append(starts[-1] + len(one))
    return tuple(range(starts[span.start], starts[span.stop]) for span in spans(tree))


def part_rows(tree: Sequence[Node]) -> tuple[tuple[int, ...], ...]:
    """Give for each node the rows of its parts, where all nodes stand first and then all indicators."""
    first = len(tree)
    return tuple((*one.nodes, *(first + column for column in one.indicators)) for one in tree)


def subtree(tree: tuple[Node, ...], number: int) -> tuple[tuple[Node, ...], range]:
    """Give one node and all below it as a tree of its own, and the columns of its indicators."""
    span, columns = spans(tree)[number], columns_below(tree)[number]
    return tuple(
        attrs.evolve(
            node,
            nodes=tuple(one - span.start for one in node.nodes),
            indicators=tuple(one - columns.start for one in node.indicators),
        )
        for node in tree[span.start : span.stop]
    ), columns


def effective_weights(tree: tuple[Node, ...]) -> tuple[float, ...]:
    """Give the share of each node in the whole score when everything is answered; the first is 1."""
    result = [1.0] * len(tree)
    for number, node in enumerate(tree):
        total = sum(node.weights)
        for below, weight in zip(node.nodes, node.weights, strict=False):
            result[below] = result[number] * weight / total
    return tuple(result)


def _ensure_unambiguous(framework: MaturityFramework) -> None:
    nodes = (framework.id, *(one.id for one in framework.walk()))
    indicators = (one.id for one in framework.indicators())
    levels = (one.id for one in framework.levels)
    repeated = (*_repeated(nodes), *_repeated(indicators), *_repeated(levels))
    if repeated:
        raise AmbiguousFramework(framework.id, repeated)


def _repeated(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(id_ for id_, times in Counter(ids).items() if times > 1)
