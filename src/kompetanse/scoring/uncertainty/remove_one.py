"""What each part of the framework does to scores and ranks: all of them again, with one left out."""

from collections.abc import Iterable, Iterator
from enum import Enum

import attrs
import numpy as np

from kompetanse.model import Assessment, Column, MaturityFramework, Programme, Table, Unit
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table
from kompetanse.scoring.evaluation import evaluate
from kompetanse.scoring.formulas import Floats, or_none
from kompetanse.scoring.tree import columns_below
from kompetanse.scoring.uncertainty.ranking import ranks_of
from kompetanse.scoring.uncertainty.survey import Survey, survey_of


class Part(Enum):
    """What is left out."""

    DIMENSION = "dimension"
    INDICATOR = "indicator"


@attrs.frozen
class ScoreWithout:
    """One organisation's whole score where one part is left out; None where there is no value."""

    organisation: str
    value: float | None
    """Points."""
    change: float | None
    """Points up from the score with everything."""
    rank: int | None
    """1 is best, and equals share the better rank."""
    rank_change: int | None
    """How many ranks further down it stands than with everything; negative is up."""


@attrs.frozen
class Removal:
    """What leaving one part out does to all organisations."""

    part: Part
    id: str
    mean_change: float | None
    """The mean absolute change of scores, in points; None where nobody has a score without it."""
    mean_rank_change: float | None
    """The mean absolute change of ranks."""
    scores: tuple[ScoreWithout, ...]
    """Of each organisation."""


@attrs.frozen
class Removals:
    """What each part does: the topmost dimensions and then the indicators, in the order of the tree."""

    wave: str
    removals: tuple[Removal, ...]

    __repr__ = brief("wave", "removals")
    _repr_html_ = html_of_table

    def table(self) -> Table:
        """Give each part left out as a row."""
        columns = (
            Column("part-kind"),
            Column("part"),
            Column("mean-change", Unit.POINTS),
            Column("mean-rank-change"),
        )
        rows = ((one.part.value, one.id, one.mean_change, one.mean_rank_change) for one in self.removals)
        return Table(columns, rows)

    def scores_table(self) -> Table:
        """Give each organisation without each part as a row."""
        points = (Column("value", Unit.POINTS), Column("change", Unit.POINTS))
        names = (Column("part-kind"), Column("part"), Column("organisation"))
        rows = (
            (one.part.value, one.id, *attrs.astuple(score)) for one in self.removals for score in one.scores
        )
        return Table((*names, *points, Column("rank"), Column("rank-change")), rows)


def remove_one(
    subject: Programme | MaturityFramework, assessments: Iterable[Assessment], *, wave: str | None = None
) -> Removals:
    """Score every organisation in one wave (the last) again and again, with one part left out each time.

    What is left out is each topmost dimension and each indicator; the others are weighed as they would be in
    a framework without it. Source: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 7
    (uncertainty and sensitivity analysis: inclusion and exclusion of indicators).

    Raises `NoFramework`, `AmbiguousFramework`, `InvalidAssessment`, `UnknownWave`, or `InvalidValue` where
    there is no wave at all.
    """
    survey = survey_of("remove_one", subject, assessments, wave=wave)
    return Removals(survey.wave.id, tuple(_removals(survey)))


def _removals(survey: Survey) -> Iterator[Removal]:
    below = columns_below(survey.tree)
    for number in survey.tree[0].nodes:
        yield _removal(survey, Part.DIMENSION, survey.tree[number].id, below[number])
    for column, one in enumerate(survey.framework.indicators()):
        yield _removal(survey, Part.INDICATOR, one.id, range(column, column + 1))


def _removal(survey: Survey, part: Part, id_: str, columns: range) -> Removal:
    groups = len(survey.organisations)
    points, covered = survey.points[:, :groups].copy(), survey.covered[:, :groups].copy()
    points[columns], covered[columns] = np.nan, np.nan  # as if it did not apply to anyone
    before, after = survey.values, evaluate(survey.tree, points, covered).values[0]
    change, moved = after - before, ranks_of(after) - ranks_of(before)
    told = zip(survey.organisations, after, change, ranks_of(after), moved, strict=True)
    return Removal(
        part,
        id_,
        _mean(change),
        _mean(moved),
        tuple(
            ScoreWithout(name, or_none(value), or_none(by), _whole(rank), _whole(ranks_by))
            for name, value, by, rank, ranks_by in told
        ),
    )


def _mean(changes: Floats) -> float | None:
    known = np.abs(changes[~np.isnan(changes)])
    return float(known.mean()) if len(known) else None


def _whole(number: float) -> int | None:
    return None if np.isnan(number) else int(number)
