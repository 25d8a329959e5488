"""Who can learn from whom: pairs of organisations in which each is strong where the other is weak."""

from collections.abc import Iterable, Mapping

import attrs
import numpy as np

from kompetanse.graph import best_pairs
from kompetanse.model.rules import demand, demand_list
from kompetanse.scoring.advice.grid import Grid, aims
from kompetanse.scoring.card import ScoreCard, chosen_wave, known_organisation
from kompetanse.scoring.formulas import DECIMALS, Floats


@attrs.frozen
class Partners:
    """Two organisations that have something to learn from each other."""

    one: str
    """The id that comes first."""
    other: str
    gives: tuple[str, ...]
    """The dimensions in which `one` has reached the target and `other` has not, the widest apart first."""
    takes: tuple[str, ...]
    """The dimensions in which it is the other way round, the widest apart first."""
    worth: float
    """Points: the smaller of what `one` gives and what it takes."""


def learning_partners(
    card: ScoreCard, *, wave: str | None = None, apart: Iterable[Iterable[str]] = ()
) -> tuple[Partners, ...]:
    """Pair the organisations so that what they have to learn from each other is worth most in all.

    In one wave or, for None, the last. No two of those that stand together in `apart` are paired. In each
    dimension that has a target, and none below it that has one, with scores s and target t::

        gives(a, b) = Σ s[a] - s[b]  over the dimensions where s[b] < t ≤ s[a]
        worth(a, b) = min(gives(a, b), gives(b, a))

    So in each pair both give and both take; where that cannot be, there is no pair, and an organisation may
    be left without one. The pairs are those whose worths have the greatest sum (with more than about a
    hundred organisations, nearly: see `best_pairs`), and the most worth stands first, then the smaller id.
    The order of the organisations changes nothing. The formula is ours; the matching is Edmonds's (1965).

    Raises `UnknownWave`, and `UnknownOrganisation` for one that is kept apart and is not there.
    """
    demand("learning_partners", "card", card, ScoreCard)
    barred = _barred(card, apart)
    chosen = chosen_wave(card, wave)
    if chosen is None:
        return ()
    ids = tuple(sorted(card.organisations))
    grid = Grid.of(card, chosen, ids)
    given = _given(grid)
    worth = np.minimum(total := _total(given, len(ids)), total.T)
    links = [
        (ids[one], ids[other], float(worth[one, other]))
        for one, other in np.argwhere(np.triu(worth) > 0).tolist()
        if (ids[one], ids[other]) not in barred
    ]
    place_of = {id_: place for place, id_ in enumerate(ids)}
    pairs = [
        Partners(
            one,
            other,
            gives=_dimensions(grid, given, there := (place_of[one], place_of[other])),
            takes=_dimensions(grid, given, there[::-1]),
            worth=float(worth[there]),
        )
        for one, other in best_pairs(links)
    ]
    return tuple(sorted(pairs, key=lambda pair: (-round(pair.worth, DECIMALS), pair.one)))


def _barred(card: ScoreCard, apart: Iterable[Iterable[str]]) -> set[tuple[str, str]]:
    """Give every pair, smaller id first, that may not be."""
    barred: set[tuple[str, str]] = set()
    for group in demand_list("learning_partners", "apart", apart, object):
        several = demand_list("learning_partners", "apart", group, str)
        ids = sorted(known_organisation(card, one) for one in several)
        barred.update((one, other) for place, one in enumerate(ids) for other in ids[place + 1 :])
    return barred


def _given(grid: Grid) -> Mapping[int, Floats]:
    """Give by node, giver × taker, the points that the one can give the other."""
    given = {}
    for number in aims(grid.tree):
        values, target = grid.values[number], grid.tree[number].target or 0.0
        rounded = values.round(DECIMALS)
        both = np.logical_and.outer(rounded >= target, rounded < target)
        given[number] = np.where(both, np.subtract.outer(values, values), 0.0)
    return given


def _total(given: Mapping[int, Floats], organisations: int) -> Floats:
    total = np.zeros((organisations, organisations))
    for one in given.values():
        total += one
    return total


def _dimensions(grid: Grid, given: Mapping[int, Floats], there: tuple[int, int]) -> tuple[str, ...]:
    """Give the ids of what one can give another, the most first, then in the order of the tree."""
    points = {number: round(float(one[there]), DECIMALS) for number, one in given.items()}
    found = [number for number, each in points.items() if each > 0]
    return tuple(grid.ids[number] for number in sorted(found, key=lambda one: (-points[one], one)))
