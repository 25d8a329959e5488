"""Scores under many draws: from what is declared uncertain to a score in each draw."""

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

import attrs
import numpy as np

from kompetanse.model import AggregationMethod
from kompetanse.scoring.evaluation import evaluate
from kompetanse.scoring.formulas import DECIMALS, Floats, Whole
from kompetanse.scoring.uncertainty.collapse import Pattern, collapsed, collapses
from kompetanse.scoring.uncertainty.declared import Uncertainty
from kompetanse.scoring.uncertainty.draws import Inputs, NodeWeights, by_method, stream, t_draws
from kompetanse.scoring.uncertainty.survey import Survey

PATTERNS = 8
"""How many patterns of what is missing are held ready: organisations alike are taken one after the other."""


@attrs.frozen(eq=False)
class Simulation:
    """A survey under one set of draws.

    Each column has a product of its own, always of one shape and added up in one order, so that not even
    rounding depends on who else is there.
    """

    survey: Survey
    uncertainty: Uncertainty
    inputs: Inputs
    seed: int

    def all_scores(self) -> Floats:
        """Give organisations × draws, rounded to 9 decimals; NaN throughout where there is no value."""
        survey = self.survey
        result = np.empty((len(survey.organisations), self._draws))
        for number in sorted(range(len(result)), key=lambda one: self._patterns[one]):
            result[number] = self.scores(number)
        return result.round(DECIMALS, out=result)

    def scores(self, organisation: int) -> Floats:
        """Give one organisation's score in each draw; NaN throughout where it has no value.

        ``θ + √((n − 1)/n · (1 − n/N)) · Σᵣ (mean θ₍₋ᵣ₎ − θ₍₋ᵣ₎) · tᵣ`` over the n respondents r of N
        leaders, with θ the value under the weights and the aggregation of the draw, θ₍₋ᵣ₎ that without r,
        and t a multivariate t of n − 1 degrees of freedom. Its standard error is the jackknife's, and its
        quantiles are the ends of the score card's interval, where nothing but respondents is drawn. Where
        all answered everything and the tree is arithmetic, the sum is that over ``(xᵣ − mean x) · tᵣ /
        √(n(n − 1))`` in every indicator.
        """
        if np.isnan(self.survey.values[organisation]):
            return np.full(self._draws, np.nan)
        score = self._column(organisation)
        if not self.samples(organisation) or self.survey.not_asked[organisation] == 0:
            return score
        without = np.array([self._column(one) for one in self.survey.without_each(organisation)])
        count = len(without)
        names = self.inputs.respondents, self.survey.wave.id, self.survey.organisations[organisation]
        drawn = t_draws(count, self._draws, stream(self.seed, "respondents", *names))
        scale = np.sqrt((count - 1) / count * self.survey.not_asked[organisation])
        moved = score + scale * np.einsum("rd,rd->d", without.mean(axis=0) - without, drawn)
        within: Floats = np.clip(moved, np.minimum(score, 0.0), np.maximum(score, 100.0))
        return within

    def samples(self, organisation: int) -> bool:
        """Tell whether the sampling error of who answered is drawn."""
        return self.uncertainty.respondents and not np.isnan(self.survey.error[organisation])

    @property
    def _draws(self) -> int:
        return len(self.inputs.aggregation)

    def _column(self, column: int) -> Floats:
        """Give the value in each draw of one column of the survey, by its answers as they are."""
        survey = self.survey
        if self._collapses:
            shares = self._shares(self._patterns[column])
            product: Floats = np.einsum("i,id->d", self._points[column], shares)
            return product
        tree, result = survey.settled(column), np.empty(self._draws)
        for method, rows, weights in self._by_aggregation:
            shape = len(survey.points), len(rows)
            points, covered = (
                np.broadcast_to(one[:, column, None], shape) for one in (survey.points, survey.covered)
            )
            result[rows] = evaluate(by_method(tree, method), points, covered, weights).values[0]
        return result

    @cached_property
    def _collapses(self) -> bool:
        return collapses(self.survey.tree, self.uncertainty.aggregations)

    @cached_property
    def _patterns(self) -> tuple[Pattern, ...]:
        return Pattern.of_all(self.survey.base)

    @cached_property
    def _points(self) -> Floats:
        """Columns × indicators, 0 where there is no value."""
        return np.nan_to_num(np.ascontiguousarray(self.survey.points.T))

    @cached_property
    def _shares(self) -> Callable[[Pattern], Floats]:
        @lru_cache(maxsize=PATTERNS)
        def shares(pattern: Pattern) -> Floats:
            return collapsed(self.survey.tree, self.inputs.weights, pattern, self._draws)

        return shares

    @cached_property
    def _by_aggregation(self) -> tuple[tuple[AggregationMethod | None, Whole, NodeWeights], ...]:
        """The draws that use each aggregation, and the weights in them."""
        return tuple(self._cut())

    def _cut(self) -> Iterator[tuple[AggregationMethod | None, Whole, NodeWeights]]:
        for number, method in enumerate(self.uncertainty.aggregations or (None,)):
            rows = np.flatnonzero(self.inputs.aggregation == number)
            yield (
                method,
                rows,
                [
                    [one if isinstance(one, float) else one[rows] for one in several]
                    for several in self.inputs.weights
                ],
            )


def simulated(survey: Survey, uncertainty: Uncertainty, draws: int, seed: int) -> Simulation:
    """Give a survey under one set of draws."""
    return Simulation(survey, uncertainty, Inputs.drawn(survey.tree, uncertainty, draws, seed), seed)
