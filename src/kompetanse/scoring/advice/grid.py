"""One wave of a score card back in numbers, to ask what would be if one of them were another."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import attrs
import numpy as np

from kompetanse.scoring.aggregation import APPLIES, COVERED, THERE, VALUE, Parts, aggregate
from kompetanse.scoring.card import ScoreCard
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.tree import Node, part_rows, spans, tree_of


def aims(tree: tuple[Node, ...]) -> tuple[int, ...]:
    """Give the numbers of the nodes that have a target, and none below them that has one."""
    aimed = [node.target is not None for node in tree]
    return tuple(
        one.start for one in spans(tree) if aimed[one.start] and sum(aimed[one.start : one.stop]) == 1
    )


@attrs.frozen(eq=False)
class Grid:
    """The numbers of some organisations of a card in one wave."""

    tree: tuple[Node, ...]
    ids: tuple[str, ...]
    """Of the nodes, then of the indicators."""
    values: Floats
    """Nodes and indicators × organisations; NaN where there is no value."""
    planes: Floats
    """Nodes and indicators × 4 × organisations, as in `aggregation`."""

    @classmethod
    def of(cls, card: ScoreCard, wave: str, organisations: Sequence[str]) -> "Grid":
        """Give the numbers of these organisations."""
        nodes = [card.framework.id, *(one.id for one in card.framework.walk())]
        indicators = [one.id for one in card.framework.indicators()]
        rows = [[card.of(one, node, wave) for one in organisations] for node in nodes]
        rows += [[card.indicator(one, id_, wave) for one in organisations] for id_ in indicators]
        shape = len(rows), len(organisations)
        values = _numbers((one.value for row in rows for one in row), shape)
        coverages = _numbers((one.coverage for row in rows for one in row), shape)
        planes = np.empty((shape[0], 4, shape[1]))
        for plane, mark, numbers in ((VALUE, THERE, values), (COVERED, APPLIES, coverages)):
            there = ~np.isnan(numbers)
            planes[:, plane], planes[:, mark] = np.where(there, numbers, 0.0), there
        return cls(tree_of(card.framework), (*nodes, *indicators), values, planes)

    @cached_property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """Give for each node the rows of its parts."""
        return part_rows(self.tree)

    def whole_with(self, number: int, values: Floats) -> Floats:
        """Give each organisation's whole score if a node had these values and all else were as it is."""
        above = {below: one for one, node in enumerate(self.tree) for below in node.nodes}
        while number:
            changed = self.planes[number].copy()
            there = ~np.isnan(values)
            changed[VALUE], changed[THERE] = np.where(there, values, 0.0), there
            node = self.tree[above[number]]
            parts = [changed if one == number else self.planes[one] for one in self.parts[above[number]]]
            values = aggregate(node.aggregation, Parts.of(parts, node.weights, node.marks))
            number = above[number]
        return values


def _numbers(given: Iterable[float | None], shape: tuple[int, int]) -> Floats:
    return np.array([np.nan if one is None else one for one in given], dtype=np.float64).reshape(shape)
