"""What an organisation should take up next: the widest gaps that weigh most, and the module that helps."""

from collections.abc import Iterable

import attrs

from kompetanse.model import Programme
from kompetanse.scoring.card import ScoreCard
from kompetanse.scoring.tree import effective_weights, spans, tree_of


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
    taken = {programme.module(one).id for one in done}
    left = tuple(programme.module(id_) for id_ in programme.teaching_order if id_ not in taken)
    card.of(organisation, card.framework.id, wave)
    tree = tree_of(card.framework)
    weights, below = effective_weights(tree), spans(tree)
    number_of = {node.id: number for number, node in enumerate(tree)}
    advice = []
    for number, node in enumerate(tree):
        score = card.of(organisation, node.id, wave).value
        narrower = any(tree[one].target is not None for one in below[number][1:])
        if node.target is None or narrower or score is None or score >= node.target:
            continue
        helps = (
            module.id
            for module in left
            for developed in (number_of.get(one) for one in module.develops)
            if developed is not None and (developed in below[number] or number in below[developed])
        )
        gap = node.target - score
        advice.append(Advice(node.id, score, node.target, gap, weights[number], next(helps, None)))
    return tuple(sorted(advice, key=lambda one: -one.gain))
