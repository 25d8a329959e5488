"""What is told of robustness: scores and ranks with how far they hold, and who can be told apart."""

from itertools import pairwise

import attrs
import numpy as np

from kompetanse.errors import UnknownOrganisation
from kompetanse.model import Cell, Column, Table, Unit
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.lookup import known
from kompetanse.scoring.uncertainty.declared import Uncertainty

SURE = 0.95
"""The share of draws from which on one organisation is said to stand above another."""


UNKNOWN = "sampling-error-unknown"
"""The flag of an organisation of which one respondent alone answered, or all alike."""


@attrs.frozen
class LevelProbability:
    """How likely a score is to stand on one level, from 0 to 1."""

    level: str
    probability: float


@attrs.frozen
class RobustScore:
    """One organisation's score and rank, and how far they hold; all None where it has no value."""

    organisation: str
    respondents: int
    """How many answered anything under the node."""
    sampling_error: bool = False
    """Whether the draws hold the sampling error of who answered. They cannot where one respondent alone
    did, or all alike, and others might have; they do not where it is not declared."""
    value: float | None = None
    """Points, by the framework as it stands and the answers as they are."""
    low: float | None = None
    """The score that 5 % of the draws lie below."""
    median: float | None = None
    high: float | None = None
    """The score that 95 % of the draws lie below."""
    rank: int | None = None
    """Of the value: 1 is best, and equals share the better rank."""
    rank_low: int | None = None
    """The best rank that is left when the best 5 % of the draws are passed over."""
    rank_median: int | None = None
    rank_high: int | None = None
    levels: tuple[LevelProbability, ...] = ()
    """Every level, lowest first; empty where there is no value, or the framework has no levels."""


@attrs.frozen
class Pair:
    """Two organisations, and how likely each is to stand above the other."""

    first: str
    second: str
    first_above: float
    """The share of the draws in which the first has the higher score."""
    second_above: float
    sampling_error: bool
    """Whether the draws hold the sampling error of both, where respondents are declared uncertain."""

    @property
    def distinguishable(self) -> bool:
        """Whether either stands above the other in at least 95 % of the draws, sampling error and all.

        What one respondent alone says of an organisation tells it from no other.
        """
        return self.sampling_error and max(self.first_above, self.second_above) >= SURE


@attrs.frozen
class Robustness:
    """How far the scores of one wave on one node hold."""

    node: str
    wave: str
    uncertainty: Uncertainty
    draws: int
    seed: int
    scores: tuple[RobustScore, ...]
    """Of each organisation."""
    drawn: Floats = attrs.field(
        repr=False,
        hash=False,
        eq=attrs.cmp_using(eq=lambda one, other: np.array_equal(one, other, equal_nan=True)),
    )
    """Organisations × draws: the scores, in points; NaN where there is no value."""

    __repr__ = brief("node", "wave", "scores as organisations", "draws")
    _repr_html_ = html_of_table

    def of(self, organisation: str) -> RobustScore:
        """Give one organisation's score; raise `UnknownOrganisation`."""
        return self.scores[self._place(organisation)]

    def pair(self, first: str, second: str) -> Pair:
        """Compare two organisations draw by draw; raise `UnknownOrganisation`.

        One that has no value is above nobody, and nobody is above it.
        """
        places = self._place(first), self._place(second)
        one, other = (self.drawn[place] for place in places)
        told = all(self.scores[place].sampling_error for place in places)
        return Pair(
            first,
            second,
            float((one > other).mean()),
            float((other > one).mean()),
            sampling_error=told or not self.uncertainty.respondents,
        )

    def distinguishable(self, first: str, second: str) -> bool:
        """Tell whether either stands above the other in at least 95 % of the draws.

        Never where they should hold the sampling error of either, and cannot. Raises `UnknownOrganisation`.
        """
        return self.pair(first, second).distinguishable

    def neighbours(self) -> tuple[Pair, ...]:
        """Give each organisation with the next in rank, best first; equals stand as organisations do."""
        ranked = sorted((one.rank, number) for number, one in enumerate(self.scores) if one.rank is not None)
        ids = [self.scores[number].organisation for _, number in ranked]
        return tuple(self.pair(*two) for two in pairwise(ids))

    def table(self) -> Table:
        """Give every organisation as a row; a rank may be read as: from its low to its high."""
        points = ("value", "low", "median", "high")
        ranks = ("rank", "rank-low", "rank-median", "rank-high")
        columns = (
            Column("organisation"),
            Column("respondents"),
            *(Column(key, Unit.POINTS) for key in points),
            *(Column(key) for key in ranks),
            Column("flag"),
        )
        return Table(columns, (self._row(one) for one in self.scores))

    def _row(self, one: RobustScore) -> tuple[Cell, ...]:
        points = one.value, one.low, one.median, one.high
        ranks = one.rank, one.rank_low, one.rank_median, one.rank_high
        unknown = self.uncertainty.respondents and one.value is not None and not one.sampling_error
        return (one.organisation, one.respondents, *points, *ranks, UNKNOWN if unknown else None)

    def levels_table(self) -> Table:
        """Give the probability of each level for every organisation that has a value, as rows."""
        rows = (
            (one.organisation, level.level, level.probability) for one in self.scores for level in one.levels
        )
        return Table((Column("organisation"), Column("level"), Column("probability", Unit.SHARE)), rows)

    def neighbours_table(self) -> Table:
        """Give neighbours in rank as rows, flagged where they cannot be told apart."""
        rows = ((*attrs.astuple(one)[:-1], _flag(one)) for one in self.neighbours())
        shares = Column("above", Unit.SHARE), Column("below", Unit.SHARE)
        return Table((Column("organisation"), Column("neighbour"), *shares, Column("flag")), rows)

    def _place(self, organisation: str) -> int:
        ids = tuple(one.organisation for one in self.scores)
        return ids.index(known(organisation, ids, UnknownOrganisation))


def _flag(pair: Pair) -> str | None:
    if not pair.sampling_error:
        return UNKNOWN
    return None if pair.distinguishable else "not-distinguishable"
