"""What a score is made of: how much each part of a node contributes, adding up to the score."""

from collections.abc import Iterable, Iterator
from math import comb
from random import Random

import attrs
import numpy as np
from numpy.typing import NDArray

from kompetanse.errors import UnknownDimension
from kompetanse.model import AggregationMethod, Column, MissingPolicy, Table, Unit
from kompetanse.model.brief import brief
from kompetanse.model.rules import demand
from kompetanse.model.table import html_of_table
from kompetanse.scoring.advice.grid import Grid
from kompetanse.scoring.aggregation import APPLIES, THERE, VALUE, Parts, aggregate
from kompetanse.scoring.card import ScoreCard, chosen_wave, known_organisation
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.lookup import known
from kompetanse.scoring.tree import Node

ADDITIVE = (AggregationMethod.ARITHMETIC, AggregationMethod.SUM)
EXACT = 12
"""Up to so many parts, every subset of them is looked at."""
ORDERS = 512
"""Above that, at least so many orders of them are."""
Mask = NDArray[np.bool_]


@attrs.frozen
class Step:
    """What one part of a node contributes to its score."""

    part: str
    """The id of a narrower dimension or of an indicator."""
    value: float | None
    """Points; None where there is no value."""
    share: float
    """What the part weighs in the node, from 0 to 1, the weight of what is missing dealt with as the node
    says; of a sum, what the value is multiplied by."""
    contribution: float
    """Points of the node's score; together with the base they make it."""


@attrs.frozen
class Waterfall:
    """One organisation's score on one node, from the base up, part by part."""

    organisation: str
    node: str
    wave: str | None
    """None where the card has no wave."""
    base: float
    """What the score would be with every part at 0: 0, unless a staged node asks nothing of a part."""
    steps: tuple[Step, ...]
    """In the order of the tree; empty where there is no score, or where the parts are held back."""
    value: float | None
    """The score, in points."""

    __repr__ = brief("organisation", "node", "wave", "steps")
    _repr_html_ = html_of_table

    def table(self) -> Table:
        """Give every step as a row."""
        columns = (
            Column("part"),
            Column("value", Unit.POINTS),
            Column("share", Unit.SHARE),
            Column("contribution", Unit.POINTS),
        )
        return Table(columns, (attrs.astuple(one) for one in self.steps))


def waterfall(
    card: ScoreCard, *, organisation: str, node: str | None = None, wave: str | None = None
) -> Waterfall:
    """Say what each direct part of a node contributes to one organisation's score on it.

    The node is the whole for None; the wave is the last. For an arithmetic mean and a sum, a contribution is
    share × value. For every other method it is the Shapley value of the part, where a subset of the parts is
    worth the score that the node would have with all others at 0::

        φ[i] = Σ over S without i of |S|! (n - |S| - 1)! / n! · (v(S with i) - v(S))

    With up to 12 parts that are not at 0 it is exact. With more, it is the mean over 512 orders of them or
    somewhat more, drawn by the organisation's and the node's id and turned round through every start: near
    the exact value, and still adding up. Mind what it says: from 0, a geometric or a harmonic mean or a
    minimum needs all its parts at once, so that each contributes the same, strong or weak. What has no value
    contributes nothing; where parts are held back, there are no steps. Source: Shapley, A value for n-person
    games, 1953.

    Raises `UnknownOrganisation`, `UnknownDimension` or `UnknownWave`.
    """
    demand("waterfall", "card", card, ScoreCard)
    known_organisation(card, organisation)
    id_ = card.framework.id if node is None else known(node, card.nodes, UnknownDimension)
    chosen = chosen_wave(card, wave)
    value = None if chosen is None else card.of(organisation, id_, chosen).value
    if chosen is None or value is None:
        return Waterfall(organisation, id_, chosen, 0.0, (), None)
    grid = Grid.of(card, chosen, (organisation,))
    number = grid.ids.index(id_)
    if _held_back(card, organisation, chosen, [grid.ids[one] for one in grid.parts[number]]):
        return Waterfall(organisation, id_, chosen, 0.0, (), value)
    base, steps = _steps(grid, number, Random(f"{organisation}/{id_}"))  # noqa: S311  # no secret
    return Waterfall(organisation, id_, chosen, base, tuple(steps), value)


def _held_back(card: ScoreCard, organisation: str, wave: str, parts: Iterable[str]) -> bool:
    scores = ((card.of if one in card.nodes else card.indicator)(organisation, one, wave) for one in parts)
    return any(one.withheld for one in scores)


def _steps(grid: Grid, number: int, random: Random) -> tuple[float, Iterator[Step]]:
    node, rows = grid.tree[number], grid.parts[number]
    planes = [grid.planes[one] for one in rows]
    parts = Parts.of(planes, node.weights, node.marks)
    if node.aggregation.missing is MissingPolicy.ZERO:
        parts = parts.with_zeros()
    shares = _shares(node, parts)
    values = [float(one[VALUE, 0]) for one in parts.planes]
    if node.aggregation.method in ADDITIVE:
        base, told = 0.0, [share * one for share, one in zip(shares, values, strict=True)]
    else:
        players = [place for place, one in enumerate(values) if one]
        base, of_players = _shapley(_Game(node, parts, tuple(players)), random)
        by_place = dict(zip(players, of_players, strict=True))
        told = [by_place.get(place, 0.0) for place in range(len(rows))]
    own = (None if np.isnan(one) else float(one) for one in grid.values[list(rows), 0])
    ids = (grid.ids[one] for one in rows)
    return base, (Step(*one) for one in zip(ids, own, shares, told, strict=True))


def _shares(node: Node, parts: Parts) -> list[float]:
    """Give the share of each part; a sum's are its weights, raised for what applies and is not there."""
    there, applies = float(parts.sums[THERE, 0]), float(parts.sums[APPLIES, 0])
    raised = applies if node.aggregation.method is AggregationMethod.SUM else 1.0
    return [
        weight * float(one[THERE, 0]) / there * raised
        for weight, one in zip(node.weights, parts.planes, strict=True)
    ]


@attrs.frozen(eq=False)
class _Game:
    """The parts of one node as players of a game."""

    node: Node
    parts: Parts
    players: tuple[int, ...]
    """The places of the parts that have a value other than 0."""

    def worth(self, present: Mask) -> Floats:
        """Give what sets of players (players × sets) are worth: the score with all others at 0."""
        planes = [np.repeat(one, present.shape[1], axis=1) for one in self.parts.planes]
        for place, there in zip(self.players, present, strict=True):
            planes[place][VALUE] *= there
        return aggregate(self.node.aggregation, Parts.of(planes, self.parts.weights, self.parts.marks))


def _shapley(game: _Game, random: Random) -> tuple[float, list[float]]:
    """Give the worth of nobody, and the Shapley value of each player."""
    return _exact(game) if len(game.players) <= EXACT else _over_orders(game, random)


def _exact(game: _Game) -> tuple[float, list[float]]:
    count = len(game.players)
    sets = np.arange(2**count)
    present = (sets >> np.arange(count)[:, None] & 1).astype(np.bool_)
    worth, size = game.worth(present), present.sum(axis=0)
    chance = np.array([1 / (count * comb(count - 1, one)) for one in range(count)] + [0.0])[size]
    told = []
    for player in range(count):
        without = sets[~present[player]]
        gained = worth[without | 1 << player] - worth[without]
        told.append(float((chance[without] * gained).sum()))
    return float(worth[0]), told


def _over_orders(game: _Game, random: Random) -> tuple[float, list[float]]:
    count = len(game.players)
    base, told = float(game.worth(np.zeros((count, 1), dtype=np.bool_))[0]), np.zeros(count)
    orders = list(_orders(count, random))
    for order in orders:
        rank = np.argsort(order)
        told[order] += np.diff(game.worth(rank[:, None] < np.arange(count + 1)))
    return base, (told / len(orders)).tolist()


def _orders(count: int, random: Random) -> Iterator[list[int]]:
    """Yield drawn orders, each from every start, so that each player comes last equally often."""
    for _ in range(-(-ORDERS // count)):
        order = list(range(count))
        random.shuffle(order)
        for start in range(count):
            yield order[start:] + order[:start]
