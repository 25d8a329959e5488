"""Whether two frameworks score by the same rules, so that their points can be compared."""

from collections.abc import Mapping

import attrs

from kompetanse.model import AggregationMethod, Indicator, MaturityFramework, Scale
from kompetanse.scoring.tree import Node, tree_of


def differing(one: MaturityFramework, other: MaturityFramework) -> tuple[str, ...]:
    """Name what scores otherwise: ``id``, ``version``, or the ids of nodes and indicators.

    Names, questions, targets, the floors of levels and the order of siblings change no points and may differ;
    but the parts of a staged node count in their order, each from its target on.
    """
    if one.id != other.id:
        return ("id",)
    mine, others = _rules(one), _rules(other)
    unlike = (key for key in {**mine, **others} if mine.get(key) != others.get(key))
    return tuple(dict.fromkeys(id_ for _, id_ in unlike))


def _rules(framework: MaturityFramework) -> Mapping[tuple[str, str], object]:
    """Give every rule that points depend on, by what it is a rule of."""
    tree = tree_of(framework)
    indicators = tuple(framework.indicators())
    return {
        ("framework", "version"): framework.version,
        **{("node", one.id): _node(one, tree, indicators) for one in tree},
        **{("indicator", one.id): _indicator(one, framework) for one in indicators},
    }


def _node(node: Node, tree: tuple[Node, ...], indicators: tuple[Indicator, ...]) -> object:
    names = (
        *(("node", tree[one].id) for one in node.nodes),
        *(("indicator", indicators[one].id) for one in node.indicators),
    )
    if node.aggregation.method is AggregationMethod.STAGED:
        return node.aggregation, tuple(zip(names, node.weights, node.marks, strict=True))
    return node.aggregation, frozenset(zip(names, node.weights, strict=True))


def _indicator(indicator: Indicator, framework: MaturityFramework) -> object:
    on_levels = indicator.scale in (Scale.LEVELS, Scale.SHARES)
    asked = attrs.evolve(indicator, question="?", weight=1.0)  # the weight is its node's rule
    return asked, framework.level_points if on_levels else ()
