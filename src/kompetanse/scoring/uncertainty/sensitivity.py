"""What drives the uncertainty: of one organisation's score, or of the ranks of all."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum

import attrs
import numpy as np

from kompetanse.errors import UnknownOrganisation
from kompetanse.model import Assessment, Column, MaturityFramework, Programme, Table, Unit
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.lookup import known
from kompetanse.scoring.uncertainty import sobol
from kompetanse.scoring.uncertainty.declared import MEANS, Uncertainty
from kompetanse.scoring.uncertainty.draws import Inputs
from kompetanse.scoring.uncertainty.ranking import ranks, ranks_of
from kompetanse.scoring.uncertainty.robustness import AS_DECLARED, demand_draws
from kompetanse.scoring.uncertainty.simulation import Simulation
from kompetanse.scoring.uncertainty.survey import Survey, survey_of


class Source(Enum):
    """Where uncertainty comes from."""

    WEIGHTS = "weights"
    """The weights of one node's parts, all together."""
    AGGREGATION = "aggregation"
    """Which mean is used."""
    RESPONDENTS = "respondents"
    """Who answered."""


@attrs.frozen
class SobolIndex:
    """How much of the variance one source makes; both indices are shares, with their standard errors.

    An estimate may come out a little below 0 or above 1: the error tells how little that means.
    """

    source: Source
    node: str | None
    """Whose weights; None for the other sources."""
    first: float
    """What the source makes by itself: how much variance would go if it were known."""
    first_error: float
    total: float
    """All it has a part in, together with other sources: how much would be left if all else were known."""
    total_error: float


@attrs.frozen
class Sensitivity:
    """What drives the uncertainty of a score, or of ranks."""

    organisation: str | None
    """None where it is the ranks of all."""
    node: str
    wave: str
    uncertainty: Uncertainty
    draws: int
    seed: int
    variance: float | None
    """Points squared, or ranks squared; None where the organisation has no value."""
    indices: tuple[SobolIndex, ...]
    """Of the weights, node by node in the order of the tree, the aggregation and the respondents, where they
    are uncertain; empty where nothing varies."""

    __repr__ = brief("organisation", "node", "wave", "draws")
    _repr_html_ = html_of_table

    def table(self) -> Table:
        """Give each index as a row."""
        shares = ("first-order", "first-order-error", "total-order", "total-order-error")
        columns = (Column("source"), Column("node"), *(Column(one, Unit.SHARE) for one in shares))
        return Table(columns, ((one.source.value, *attrs.astuple(one)[1:]) for one in self.indices))


def sensitivity(  # noqa: PLR0913  # each is a choice of its own, and most have a default
    subject: Programme | MaturityFramework,
    assessments: Iterable[Assessment],
    *,
    organisation: str | None,
    wave: str | None = None,
    node: str | None = None,
    uncertainty: Uncertainty = AS_DECLARED,
    draws: int = 1024,
    seed: int = 0,
) -> Sensitivity:
    """Tell what drives the uncertainty of one organisation's score, by Sobol indices.

    Where `organisation` is None, what drives the ranks of all is told: the output is the mean over
    organisations of how many ranks each stands from where it stands by the framework (Saisana, Saltelli &
    Tarantola, Journal of the Royal Statistical Society A 168, 2005, 307–323). Takes ``draws · (sources + 2)``
    scorings.

    Raises as `robustness` does, and `UnknownOrganisation`.
    """
    demand_draws("sensitivity", uncertainty, draws, seed)
    survey = survey_of("sensitivity", subject, assessments, wave=wave, node=node)
    output = _ranks_of(survey) if organisation is None else _score_of(survey, organisation)
    one, other = (Inputs.drawn(survey.tree, uncertainty, draws, seed, name) for name in ("a", "b"))
    a, b = (output(Simulation(survey, uncertainty, inputs, seed)) for inputs in (one, other))
    variance = None if np.isnan(a).any() else sobol.variance(a, b)
    indices = (
        _index(source, a, b, output(Simulation(survey, uncertainty, mixed, seed)))
        for source, mixed in _mixtures(survey, uncertainty, one, other)
        if variance
    )
    return Sensitivity(
        organisation, survey.tree[0].id, survey.wave.id, uncertainty, draws, seed, variance, tuple(indices)
    )


def _score_of(survey: Survey, organisation: str) -> Callable[[Simulation], Floats]:
    known(organisation, survey.organisations, UnknownOrganisation)
    number = survey.organisations.index(organisation)
    return lambda simulation: simulation.scores(number)


def _ranks_of(survey: Survey) -> Callable[[Simulation], Floats]:
    there = np.flatnonzero(~np.isnan(survey.values))
    own = ranks_of(survey.values[there])[:, None]

    def output(simulation: Simulation) -> Floats:
        if not len(there):
            return np.full(1, np.nan)
        moved: Floats = np.abs(ranks(simulation.all_scores()[there]) - own).mean(axis=0)
        return moved

    return output


Named = tuple[Source, str | None]


def _mixtures(
    survey: Survey, uncertainty: Uncertainty, one: Inputs, other: Inputs
) -> Iterator[tuple[Named, Inputs]]:
    """Yield each source with the first set of draws, in which that source alone is the other's."""
    for number, node in enumerate(survey.tree):
        if uncertainty.weights is not None and len(node.weights) > 1:
            weights = (*one.weights[:number], other.weights[number], *one.weights[number + 1 :])
            yield (Source.WEIGHTS, node.id), attrs.evolve(one, weights=weights)
    several = len(set(uncertainty.aggregations)) > 1
    if several and any(node.aggregation.method in MEANS for node in survey.tree):
        yield (Source.AGGREGATION, None), attrs.evolve(one, aggregation=other.aggregation)
    if uncertainty.respondents:
        yield (Source.RESPONDENTS, None), attrs.evolve(one, respondents=other.respondents)


def _index(named: Named, a: Floats, b: Floats, ab: Floats) -> SobolIndex:
    first, total = sobol.first_order(a, b, ab), sobol.total(a, b, ab)
    return SobolIndex(*named, first.index, first.error, total.index, total.error)
