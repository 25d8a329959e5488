"""What changed from one wave to another, organisation by organisation, and whether it is more than noise."""

from collections.abc import Iterable, Iterator

import attrs
import numpy as np
from numpy.typing import NDArray

from kompetanse.errors import DifferentFrameworks, UnknownWave
from kompetanse.model import Cell, Column, Table, Unit
from kompetanse.model.rules import demand, demand_list, refuse
from kompetanse.scoring.card import Score, ScoreCard, chosen_wave
from kompetanse.scoring.formulas import Floats, mean_of_rows, or_none, ratio
from kompetanse.scoring.intervals import Sampling, of_network
from kompetanse.scoring.likeness import differing
from kompetanse.scoring.lookup import known
from kompetanse.scoring.tree import tree_of

NO_CHANGE = 1e-9
"""A change, in points, that is only rounding."""


@attrs.frozen
class WaveChange:
    """How far one organisation, or the network, moved on one node from one wave to another."""

    organisation: str | None
    """None for the network."""
    node: str
    before: str
    """The id of the earlier wave."""
    after: str
    value_before: float | None
    """Points; None where there is no value."""
    value_after: float | None
    change: float | None
    """Points up; the network's is the mean over those that have a value in both waves."""
    low: float | None
    """The lower end of the 90 % interval of the change; None where there is no saying."""
    high: float | None
    detectable: float | None
    """The minimal detectable change: the points that a change must pass to be told from noise."""

    @property
    def distinct(self) -> bool | None:
        """Whether the change is larger than what can be detected; None where there is no saying."""
        if self.change is None or self.detectable is None:
            return None
        return abs(self.change) > self.detectable + NO_CHANGE


def changes(
    card: ScoreCard, *, before: str | None = None, after: str | None = None
) -> tuple[WaveChange, ...]:
    """Tell how far every organisation, and the network, moved on every node between two waves of a card.

    Unless told otherwise, `after` is the last wave and `before` the one right before it; where there is none,
    nothing changed and the tuple is empty. Each organisation's rows stand in the order of the tree, and the
    network's come last.

    An organisation's minimal detectable change is ``t · √(error₁² + error₂²)``, with the standard errors of
    both values and t the 95 % quantile of Student's t (de Vet and others, Health and Quality of Life Outcomes
    4:54, 2006, and Beckerman and others, Quality of Life Research 10, 2001, 571–578, whose
    ``z · √2 · SEM`` it is where both errors are alike and well known; z is 1.645 here, for 90 %, and 1.96 for
    their 95 %). The degrees of freedom are Welch's and Satterthwaite's, rounded down. The waves are taken as
    independent samples: who answers need not be the same people, and where they are, the true error is mostly
    smaller, so that this errs towards saying nothing.

    The network's change is the mean of its organisations' own changes, and its error that of paired
    differences in two stages, as for the network's value. Who has a value in one wave only does not count, so
    that it may differ from the difference between the network's two values. Where any organisation's score
    is held back on a node, the network's change there is too.

    Raises `UnknownWave`, and `InvalidValue` where `before` does not come before `after`.
    """
    demand("changes", "card", card, ScoreCard)
    for one in (before, after):
        if one is not None:
            known(one, card.waves, UnknownWave)
    if len(card.waves) < 2:
        return ()
    after = card.waves[-1] if after is None else after
    place = card.waves.index(after)
    if before is None:
        before = card.waves[place - 1] if place else None
    elif card.waves.index(before) >= place:
        raise refuse("changes", "before", "not-before", expected=after, found=before)
    return () if before is None else tuple(_changes(card, before, card, after))


def changes_between(
    earlier: ScoreCard, later: ScoreCard, *, before: str | None = None, after: str | None = None
) -> tuple[WaveChange, ...]:
    """Tell the same of two cards that were made apart, such as last year's and this year's.

    `before` is a wave of the earlier card and `after` one of the later; unless told otherwise, each is the
    last of its card. The rows are those of the later card's organisations. Nothing is normalised anew: the
    goalposts are the framework's and have to be the same.

    Raises `DifferentFrameworks` where the two cards were not scored by the same rules, and `UnknownWave`.
    """
    for name, card in (("earlier", earlier), ("later", later)):
        demand("changes_between", name, card, ScoreCard)
    found = differing(earlier.framework, later.framework)
    if found:
        raise DifferentFrameworks(later.framework.id, found)
    before, after = chosen_wave(earlier, before), chosen_wave(later, after)
    if before is None or after is None:
        return ()
    return tuple(_changes(earlier, before, later, after))


def change_table(changes: Iterable[WaveChange]) -> Table:
    """Give every change as a row; the network has no organisation."""
    columns = (
        Column("organisation"),
        Column("node"),
        Column("before"),
        Column("after"),
        Column("value-before", Unit.POINTS),
        Column("value-after", Unit.POINTS),
        Column("change", Unit.POINTS),
        Column("low", Unit.POINTS),
        Column("high", Unit.POINTS),
        Column("detectable", Unit.POINTS),
        Column("flag"),
    )
    flags: dict[bool | None, Cell] = {True: "distinct", False: "not-distinct", None: None}
    rows = demand_list("change_table", "changes", changes, WaveChange)
    return Table(columns, ((*attrs.astuple(one), flags[one.distinct]) for one in rows))


def _changes(earlier: ScoreCard, before: str, later: ScoreCard, after: str) -> Iterator[WaveChange]:
    """Yield the change on every node of the later card's organisations, then of its network."""
    nodes = tuple(one.id for one in tree_of(later.framework))
    organisations = later.organisations
    old = [[_of(earlier, one, node, before) for one in (*organisations, None)] for node in nodes]
    new = [[_of(later, one, node, after) for one in (*organisations, None)] for node in nodes]
    moved = _numbers(new, "value") - _numbers(old, "value")
    own = _sampling(old, new)
    network = of_network(moved[:, :-1], Sampling(*(one[:, :-1] for one in attrs.astuple(own))))
    moved[:, -1:] = np.where(_any_withheld(old, new), np.nan, mean_of_rows(moved[:, :-1]))
    reach = np.concatenate((own.half_width()[:, :-1], network.half_width()), axis=1)
    for column, organisation in enumerate((*organisations, None)):
        for row, node in enumerate(nodes):
            change, half = float(moved[row, column]), float(reach[row, column])
            yield WaveChange(
                organisation,
                node,
                before,
                after,
                value_before=_value(old[row][column]),
                value_after=_value(new[row][column]),
                change=or_none(change),
                low=or_none(change - half),
                high=or_none(change + half),
                detectable=or_none(half),
            )


def _any_withheld(*waves: list[list[Score | None]]) -> NDArray[np.bool_]:
    """Tell of each node whether any organisation's score is held back: nodes × 1."""
    rows = (tuple(one for wave in waves for one in wave[node]) for node in range(len(waves[0])))
    return np.array([[any(one is not None and one.withheld for one in row)] for row in rows], dtype=np.bool_)


def _of(card: ScoreCard, organisation: str | None, node: str, wave: str) -> Score | None:
    """Give a score; None where the organisation is not on the card."""
    if organisation is None:
        return card.network(node, wave)
    return card.of(organisation, node, wave) if organisation in card.organisations else None


def _value(score: Score | None) -> float | None:
    return None if score is None else score.value


def _numbers(scores: list[list[Score | None]], field: str) -> Floats:
    """Give one field as nodes × organisations; NaN where there is none."""
    told = [[None if one is None else getattr(one, field) for one in row] for row in scores]
    return np.array(told, dtype=np.float64).reshape(len(told), -1)


def _sampling(old: list[list[Score | None]], new: list[list[Score | None]]) -> Sampling:
    """Give how sure the difference of two independent values is.

    ``error² = error₁² + error₂²``, and ``df = error⁴ / (error₁⁴ / df₁ + error₂⁴ / df₂)`` rounded down, with
    one degree less than there were respondents. Source: Welch, Biometrika 34, 1947, 28–35; Satterthwaite,
    Biometrics Bulletin 2, 1946, 110–114.
    """
    squares = [_numbers(one, "error") ** 2 for one in (old, new)]
    counts = [_numbers(one, "respondents") for one in (old, new)]
    whole = squares[0] + squares[1]
    spent = sum(
        np.where(square == 0, 0.0, ratio(square**2, count - 1))
        for square, count in zip(squares, counts, strict=True)
    )
    # a hair more, since rounding down must not make 4 degrees into 3
    freedom = np.floor(ratio(whole**2, np.asarray(spent)) + 1e-9)
    return Sampling(np.fmin(*counts), np.sqrt(whole), freedom)
