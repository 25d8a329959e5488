"""How far the respondents of one organisation agree, and how well answers tell organisations apart."""

from collections.abc import Iterable, Iterator

import attrs
import numpy as np

from kompetanse.model import Assessment, Column, MaturityFramework, Programme, Table
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table
from kompetanse.scoring.evaluation import evaluate
from kompetanse.scoring.formulas import DECIMALS, Floats, Whole, or_none
from kompetanse.scoring.reliability import coefficients
from kompetanse.scoring.reliability.coefficients import Metric
from kompetanse.scoring.reliability.places import Places
from kompetanse.scoring.reliability.style import AnswerStyle, styles_of
from kompetanse.scoring.subject import Assessed
from kompetanse.scoring.tree import Node
from kompetanse.scoring.waves import Wave

ENOUGH = 0.7
"""The rwg from which on respondents are customarily said to agree."""


@attrs.frozen
class GroupAgreement:
    """How far the respondents of one organisation agree on one indicator in one wave."""

    wave: str
    organisation: str
    indicator: str
    respondents: int
    """How many answered it."""
    rwg: float | None
    """1 where all answered alike, 0 where as if by chance, or worse; None with fewer than two answers."""

    @property
    def disagree(self) -> bool:
        """Whether they disagree: rwg is below .70.

        The custom, of which LeBreton & Senter (Organizational Research Methods 11, 2008, 815–852) say that it
        is a rule of thumb: .51 to .70 is moderate agreement, .71 to .90 strong.
        """
        return self.rwg is not None and round(self.rwg, DECIMALS) < ENOUGH


@attrs.frozen
class Reliability:
    """How well the answers of one wave tell organisations apart, on one indicator or one node.

    Each coefficient is None where it has no answer: one organisation, one respondent each, no variance. The
    formulas are those of `reliability.coefficients`, where organisations are what is rated.
    """

    wave: str
    id: str
    """Of the indicator, or of the node."""
    organisations: int
    """How many of them have an answer."""
    respondents: int
    """How many answered."""
    icc_1_1: float | None
    """Of one respondent's answer, where each organisation has respondents of its own."""
    icc_1_k: float | None
    """Of an organisation's mean."""
    icc_2_1: float | None
    """These four only where the same respondents answered for every organisation (by id), completely."""
    icc_2_k: float | None
    icc_3_1: float | None
    icc_3_k: float | None
    alpha_nominal: float | None
    """Krippendorff's alpha, where any two answers that differ are equally far apart."""
    alpha_ordinal: float | None
    """Where only the order of answers counts."""
    alpha_interval: float | None
    """Where their distance in points counts."""


@attrs.frozen
class Agreement:
    """Who agrees with whom, in every wave."""

    organisations: tuple[GroupAgreement, ...]
    """In each wave, for each organisation, every indicator in the order of the tree."""
    indicators: tuple[Reliability, ...]
    """In each wave, every indicator in the order of the tree."""
    nodes: tuple[Reliability, ...]
    """In each wave, every node in the order of the tree, by what each respondent alone would score on it."""
    styles: tuple[AnswerStyle, ...]
    """In each wave, the respondents who answered in one style."""

    __repr__ = brief("", "organisations as groups", "styles")
    _repr_html_ = html_of_table

    def table(self) -> Table:
        """Give every organisation's agreement on each indicator as a row, flagged where they disagree."""
        rows = ((*attrs.astuple(one), "disagree" if one.disagree else None) for one in self.organisations)
        return Table(("wave", "organisation", "indicator", "respondents", "rwg", "flag"), rows)

    def indicators_table(self) -> Table:
        """Give the coefficients of each indicator as a row."""
        return _coefficients("indicator", self.indicators)

    def nodes_table(self) -> Table:
        """Give the coefficients of each node as a row."""
        return _coefficients("node", self.nodes)

    def styles_table(self) -> Table:
        """Give each respondent who answered in one style as a row."""
        rows = (
            (one.wave, one.organisation, one.respondent, one.style.value, one.answers) for one in self.styles
        )
        return Table(("wave", "organisation", "respondent", "flag", "answers"), rows)


def _coefficients(noun: str, rows: Iterable[Reliability]) -> Table:
    names = [one.name for one in attrs.fields(Reliability)]
    columns = (Column(noun if name == "id" else name) for name in names)
    return Table(tuple(columns), (attrs.astuple(one) for one in rows))


def agreement(subject: Programme | MaturityFramework, assessments: Iterable[Assessment]) -> Agreement:
    """Tell how far respondents agree and how well answers tell organisations apart, wave by wave.

    rwg is of where on its scale each answer stands; ICC and alpha are of its points. A programme that names
    no organisations takes those that answered.

    Raises `NoFramework`, `AmbiguousFramework`, or `InvalidAssessment` with all that does not fit.
    """
    assessed = Assessed.of("agreement", subject, assessments)
    framework, tree, organisations = assessed.framework, assessed.tree, assessed.ids
    indicators = tuple(one.id for one in framework.indicators())
    nodes = tuple(one.id for one in tree)
    places = [Places.of(one.points, framework) for one in assessed.waves]
    both = tuple(zip(assessed.waves, places, strict=True))
    return Agreement(
        organisations=tuple(row for pair in both for row in _groups(*pair, organisations, indicators)),
        indicators=tuple(
            row for one in assessed.waves for row in _reliabilities(one, one.points, indicators)
        ),
        nodes=tuple(row for one in assessed.waves for row in _reliabilities(one, _alone(one, tree), nodes)),
        styles=tuple(row for pair in both for row in _styles(*pair, organisations)),
    )


def _groups(
    wave: Wave, places: Places, organisations: tuple[str, ...], indicators: tuple[str, ...]
) -> Iterator[GroupAgreement]:
    ends = np.searchsorted(wave.organisation, np.arange(len(organisations)), "right")
    for organisation, mine in zip(organisations, np.split(places.places, ends), strict=False):
        number = (~np.isnan(mine)).sum(axis=0).tolist()
        found = coefficients.rwg(mine, places.by_chance)
        for indicator, respondents, one in zip(indicators, number, found, strict=True):
            yield GroupAgreement(wave.id, organisation, indicator, respondents, or_none(one))


def _styles(wave: Wave, places: Places, organisations: tuple[str, ...]) -> Iterator[AnswerStyle]:
    told = np.where(places.ordered, places.places, np.nan)
    for row, style, answers in styles_of(told):
        organisation = organisations[wave.organisation[row]]
        yield AnswerStyle(wave.id, organisation, wave.respondents[row], style, answers)


def _alone(wave: Wave, tree: tuple[Node, ...]) -> Floats:
    """Give respondents × nodes: what each would score alone; NaN where a node got no answer."""
    given = (~np.isnan(wave.points)).astype(np.float64)
    covered = np.where(wave.applicable, given, np.nan)
    found = evaluate(tree, wave.points.T, covered.T)
    values, coverages = found.values[: len(tree)].T, found.coverages[: len(tree)].T
    return np.where(coverages > 0, values, np.nan)


def _reliabilities(wave: Wave, points: Floats, ids: tuple[str, ...]) -> Iterator[Reliability]:
    _, respondent = np.unique(np.array(wave.respondents, dtype=np.str_), return_inverse=True)
    # rounded, so that equal answers are equal, however their points were worked out
    for id_, column in zip(ids, points.T.round(DECIMALS), strict=True):
        table, crossed = _matrix(column, wave.organisation, respondent)
        yield Reliability(
            wave.id,
            id_,
            len(table),
            int((~np.isnan(table)).sum()),
            icc_1_1=or_none(coefficients.icc_1_1(table)),
            icc_1_k=or_none(coefficients.icc_1_k(table)),
            icc_2_1=or_none(coefficients.icc_2_1(table)) if crossed else None,
            icc_2_k=or_none(coefficients.icc_2_k(table)) if crossed else None,
            icc_3_1=or_none(coefficients.icc_3_1(table)) if crossed else None,
            icc_3_k=or_none(coefficients.icc_3_k(table)) if crossed else None,
            alpha_nominal=or_none(coefficients.krippendorff_alpha(table, Metric.NOMINAL)),
            alpha_ordinal=or_none(coefficients.krippendorff_alpha(table, Metric.ORDINAL)),
            alpha_interval=or_none(coefficients.krippendorff_alpha(table, Metric.INTERVAL)),
        )


def _matrix(points: Floats, organisation: Whole, respondent: Whole) -> tuple[Floats, bool]:
    """Give the points as organisations × respondents, and whether the same ones answered for all.

    Respondents stand in the order of their ids, the same in every row where they are the same; elsewhere
    NaN fills what is left of a row.
    """
    given = ~np.isnan(points)
    _, row = np.unique(organisation[given], return_inverse=True)
    sizes = np.bincount(row)
    starts = np.cumsum(sizes) - sizes
    table = np.full((len(sizes), int(sizes.max(initial=0))), np.nan)
    table[row, np.arange(len(row)) - starts[row]] = points[given]
    return table, len(sizes) * len(np.unique(respondent[given])) == len(row)
