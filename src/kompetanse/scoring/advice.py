"""What an organisation should take up next: the widest gaps that weigh most, and the module that helps."""

from collections.abc import Container, Iterable

import attrs

from kompetanse.model import Programme
from kompetanse.model.rules import demand, demand_list
from kompetanse.scoring.card import ScoreCard
from kompetanse.scoring.tree import Node, effective_weights, spans, tree_of


@attrs.frozen
class Advice:
    """One dimension that an organisation should take up, and where the programme helps it do so."""

    dimension: str
    score: float
    """Points."""
    target: float
    """Points."""
    gap: float
    """Points from the score up to the target: above 0."""
    weight: float
    """Share of the dimension in the whole score when everything is answered, from 0 to 1."""
    module: str | None
    """The next module that develops it; None where none is left."""

    @property
    def gain(self) -> float:
        """Points that closing the gap would add to the whole score: gap × weight."""
        return self.gap * self.weight


def advise(
    programme: Programme, card: ScoreCard, *, organisation: str, wave: str, done: Iterable[str] = ()
) -> tuple[Advice, ...]:
    """Give the dimensions in which an organisation stands below target, the most to gain first.

    Where a dimension and one below it both have a target, the narrower one is advised on. A module helps if
    it develops the dimension itself, one above it or one below it; the first in teaching order that is not
    in `done` is the next. Ties stand in the order of the tree.

    Raises `UnknownOrganisation`, `UnknownWave`, or `UnknownModule` for a module done that is not there.
    """
    demand("advise", "programme", programme, Programme)
    demand("advise", "card", card, ScoreCard)
    taken = {programme.module(one).id for one in demand_list("advise", "done", done, str)}
    card.of(organisation, card.framework.id, wave)
    tree = tree_of(card.framework)
    weights, below = effective_weights(tree), spans(tree)
    helps = _helping(programme, taken, tree)
    advice = []
    for number, node in enumerate(tree):
        score = card.of(organisation, node.id, wave).value
        narrower = any(tree[one].target is not None for one in below[number][1:])
        if node.target is None or narrower or score is None or score >= node.target:
            continue
        gap = node.target - score
        advice.append(Advice(node.id, score, node.target, gap, weights[number], helps[number]))
    return tuple(sorted(advice, key=lambda one: -one.gain))


def _helping(programme: Programme, taken: Container[str], tree: tuple[Node, ...]) -> tuple[str | None, ...]:
    """Give for each node the first module in teaching order, not taken, that helps with it."""
    place_of = {id_: place for place, id_ in enumerate(programme.teaching_order)}
    none_left = len(place_of)
    number_of = {node.id: number for number, node in enumerate(tree)}
    own = [none_left] * len(tree)
    seen: set[str] = set()
    for module in programme.modules:
        if module.id not in taken and module.id not in seen:
            for number in (number_of[one] for one in module.develops if one in number_of):
                own[number] = min(own[number], place_of[module.id])
        seen.add(module.id)
    above, below = list(own), list(own)
    for number, node in enumerate(tree):
        for narrower in node.nodes:
            above[narrower] = min(above[narrower], above[number])
    for number, node in reversed(tuple(enumerate(tree))):
        below[number] = min((below[number], *(below[narrower] for narrower in node.nodes)))
    ids = (*place_of, None)
    return tuple(ids[min(pair)] for pair in zip(above, below, strict=True))
