"""What an organisation should take up next: the widest gaps that weigh most, and the module that helps."""

from collections.abc import Iterable, Iterator, Mapping

import attrs
import numpy as np

from kompetanse.model import AggregationMethod, Programme
from kompetanse.model.rules import demand, demand_list
from kompetanse.scoring.advice.coming import Coming, NextStep
from kompetanse.scoring.advice.grid import Grid, aims
from kompetanse.scoring.card import ScoreCard, chosen_wave, known_organisation
from kompetanse.scoring.formulas import DECIMALS, Floats
from kompetanse.scoring.tree import effective_weights

PEERS = 3
"""How many peers to learn from are named at most."""
Done = Iterable[str] | Mapping[str, Iterable[str]]
"""Modules that all have done, or what each organisation has."""


@attrs.frozen
class Advice:
    """One dimension that an organisation should take up, why, and what and who can help."""

    organisation: str
    dimension: str
    score: float
    """Points."""
    target: float
    """Points."""
    gap: float
    """Points from the score up to the target: above 0."""
    weight: float
    """Share of the dimension in the whole score by weight, when everything is answered, from 0 to 1."""
    gain: float
    """Points that closing the gap would add to the whole score."""
    module: str | None
    """The next module that develops it; None where none is left."""
    first: tuple[str, ...] = ()
    """What that module still requires, in teaching order: taken before it, or with it."""
    learn_from: tuple[str, ...] = ()
    """Organisations that have reached the target, the strongest first; three at most."""

    @property
    def developed(self) -> bool:
        """Whether a coming module develops the dimension."""
        return self.module is not None


def advise(
    programme: Programme,
    card: ScoreCard,
    *,
    done: Done = (),
    organisation: str | None = None,
    wave: str | None = None,
) -> tuple[Advice, ...]:
    """Give the dimensions in which organisations stand below target, each organisation's most to gain first.

    That is of one organisation or, for None, of each in the card's order; in one wave or, for None, the last.
    Where a dimension and one below it both have a target, the narrower one is advised on. `done` holds the
    ids of modules, or for each organisation such ids.

    A module helps if it develops the dimension itself, one above it or one below it; the first in teaching
    order that is not done is the next. What it still requires is told in `first`: of a group in which any
    one will do, the option earliest in the teaching order; in a ring, all the others. Dimensions that no
    coming module develops stand after those that one does.

    `gain` is gap × weight where all dimensions with dimensions below them are arithmetic means. Where any is
    made otherwise, the whole score is made anew with the dimension at its target and all else as it is: the
    gain is how far it rises, which may be 0 (as under a minimum), and is 0 where the whole has no value. Of
    equal gains the greater gap × weight stands first, then the order of the tree decides.

    Raises `UnknownOrganisation`, `UnknownWave`, or `UnknownModule` for a module done that is not there.
    """
    demand("advise", "programme", programme, Programme)
    demand("advise", "card", card, ScoreCard)
    wanted = card.organisations if organisation is None else (known_organisation(card, organisation),)
    taken = _taken(programme, card, done)
    chosen = chosen_wave(card, wave)
    if chosen is None:
        return ()
    found = _Gaps.of(card, chosen)
    coming = Coming(programme, found.grid.tree)
    steps = {several: coming.steps(several) for several in {taken[one]: None for one in wanted}}
    return tuple(one for id_ in wanted for one in found.advice(id_, steps[taken[id_]]))


def _taken(programme: Programme, card: ScoreCard, done: Done) -> Mapping[str, frozenset[str]]:
    """Give for each organisation of the card the modules that it has done."""
    if not isinstance(done, Mapping):
        everywhere = _modules(programme, done)
        return dict.fromkeys(card.organisations, everywhere)
    each = {known_organisation(card, one): _modules(programme, several) for one, several in done.items()}
    return {one: each.get(one, frozenset()) for one in card.organisations}


def _modules(programme: Programme, ids: Iterable[str]) -> frozenset[str]:
    return frozenset(programme.module(one).id for one in demand_list("advise", "done", ids, str))


@attrs.frozen(eq=False)
class _Gaps:
    """How far every organisation stands below each target in one wave."""

    grid: Grid
    weights: tuple[float, ...]
    place_of: Mapping[str, int]
    """The column of each organisation."""
    gains: Mapping[int, Floats]
    """By node with a target: what closing the gap gains each organisation; NaN where it has none."""
    peers: Mapping[int, tuple[str, ...]]
    """By node with a target: who to learn from."""

    @classmethod
    def of(cls, card: ScoreCard, wave: str) -> "_Gaps":
        grid = Grid.of(card, wave, card.organisations)
        weights = effective_weights(grid.tree)
        aimed = {number: grid.tree[number].target or 0.0 for number in aims(grid.tree)}
        return cls(
            grid,
            weights,
            {one: column for column, one in enumerate(card.organisations)},
            {number: _gains(grid, number, target, weights[number]) for number, target in aimed.items()},
            {number: _strongest(card, grid.values[number], target) for number, target in aimed.items()},
        )

    def advice(self, organisation: str, steps: tuple[NextStep, ...]) -> list[Advice]:
        """Give the advice to one organisation, best first, with the next step for each node."""
        return sorted(self._rows(organisation, steps), key=_rank)

    def _rows(self, organisation: str, steps: tuple[NextStep, ...]) -> Iterator[Advice]:
        column = self.place_of[organisation]
        for number, gains in self.gains.items():
            node, (module, first) = self.grid.tree[number], steps[number]
            score, target = float(self.grid.values[number, column]), node.target or 0.0
            if round(target - score, DECIMALS) > 0:
                yield Advice(
                    organisation,
                    node.id,
                    score=score,
                    target=target,
                    gap=target - score,
                    weight=self.weights[number],
                    gain=float(gains[column]),
                    module=module,
                    first=first,
                    learn_from=self.peers[number],
                )


def _rank(advice: Advice) -> tuple[bool, float, float]:
    by_weight = advice.gap * advice.weight
    return not advice.developed, -round(advice.gain, DECIMALS), -round(by_weight, DECIMALS)


def _gains(grid: Grid, number: int, target: float, weight: float) -> Floats:
    if all(one.aggregation.method is AggregationMethod.ARITHMETIC for one in grid.tree if one.nodes):
        gains: Floats = (target - grid.values[number]) * weight
        return gains
    risen = grid.whole_with(number, np.full(grid.values.shape[1], target)) - grid.values[0]
    return np.where(np.isnan(risen), 0.0, risen)


def _strongest(card: ScoreCard, values: Floats, target: float) -> tuple[str, ...]:
    """Give those who have reached the target, the strongest first, then by id."""
    reached = [
        (-value, id_)
        for value, id_ in zip(values.tolist(), card.organisations, strict=True)
        if round(value, DECIMALS) >= target
    ]
    return tuple(id_ for _, id_ in sorted(reached)[:PEERS])
