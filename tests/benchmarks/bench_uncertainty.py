"""How fast drawn weights are, beside bare numpy and beside the package ``scikit-criteria``, in the same run.

By hand, in an environment with numpy, pytest-benchmark and, for its rows, scikit-criteria; docs/robustness.md
has the command and what it gave. Nothing here is collected by a plain ``pytest``. The peer makes 20 of the
1,000 draws, since it takes so long: its time is to be multiplied by 50.
"""

from typing import Any

import numpy as np
import pytest

from kompetanse.model import (
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
)
from kompetanse.scoring import Uncertainty, robustness
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.uncertainty.robustness import robustness_of
from kompetanse.scoring.uncertainty.survey import Survey, survey_of

pytestmark = pytest.mark.filterwarnings("ignore")

ORGANISATIONS, INDICATORS, DRAWS, OF_PEER = 400, 60, 1_000, 20
RANDOM = np.random.default_rng(1)
ANSWERS = RANDOM.uniform(1, 5, (ORGANISATIONS, INDICATORS))
WEIGHTS = RANDOM.dirichlet(np.full(INDICATORS, 2.0), DRAWS).T
ONLY_WEIGHTS = Uncertainty(respondents=False)
GROUP = "400 organisations x 60 indicators: 1,000 draws of weights, ranks, 5/50/95 % quantiles"


def framework() -> MaturityFramework:
    """Three levels: four dimensions of three narrower ones, of five questions each."""
    questions = [Indicator(f"i{number}", "?", 1, 5) for number in range(INDICATORS)]
    narrower = [
        MaturityDimension(f"n{number}", indicators=questions[5 * number : 5 * number + 5])
        for number in range(12)
    ]
    levels = [MaturityLevel(f"g{number}", floor=20 * number) for number in range(5)]
    dimensions = [
        MaturityDimension(f"d{number}", dimensions=narrower[3 * number : 3 * number + 3])
        for number in range(4)
    ]
    return MaturityFramework("whole", levels=levels, dimensions=dimensions)


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return Assessment(
        "w",
        tuple(
            Answer(f"o{row}", "r", f"i{column}", value)
            for row, values in enumerate(ANSWERS.tolist())
            for column, value in enumerate(values)
        ),
    )


@pytest.fixture(scope="module")
def survey(assessment: Assessment) -> Survey:
    return survey_of("benchmark", framework(), [assessment])


@pytest.mark.benchmark(group=GROUP)
def bench_numpy(benchmark: Any) -> None:
    """The weights are there already; ties and levels are left alone."""

    def bare() -> tuple[Any, Floats]:
        scores = ANSWERS @ WEIGHTS
        ranks = (-scores).argsort(axis=0).argsort(axis=0) + 1
        return ranks, np.quantile(scores, [0.05, 0.5, 0.95], axis=1)

    assert len(benchmark(bare)[0]) == ORGANISATIONS


@pytest.mark.benchmark(group=GROUP)
def bench_ours(benchmark: Any, survey: Survey) -> None:
    """Draws the weights of every node, too, and tells rank quantiles and levels."""
    assert benchmark(lambda: robustness_of(survey, ONLY_WEIGHTS, DRAWS, 0)).scores


@pytest.mark.benchmark(group=GROUP)
def bench_ours_from_answers(benchmark: Any, assessment: Assessment) -> None:
    """The verb itself: checks and places 24,000 answers first."""
    whole = framework()
    assert benchmark(lambda: robustness(whole, [assessment], uncertainty=ONLY_WEIGHTS, draws=DRAWS)).scores


@pytest.mark.benchmark(group="the same, by the peer: 20 draws, to be multiplied by 50")
def bench_peer(benchmark: Any) -> None:
    skcriteria = pytest.importorskip("skcriteria")
    simple = pytest.importorskip("skcriteria.agg.simple")
    model = simple.WeightedSumModel()

    def drawn() -> tuple[Any, Floats]:
        found = [
            model.evaluate(skcriteria.mkdm(ANSWERS, [max] * INDICATORS, weights=WEIGHTS[:, draw]))
            for draw in range(OF_PEER)
        ]
        scores = np.array([one.e_.score for one in found])
        return [one.rank_ for one in found], np.quantile(scores, [0.05, 0.5, 0.95], axis=0)

    assert len(benchmark.pedantic(drawn, rounds=3)[0]) == OF_PEER


@pytest.mark.benchmark(group="the same, with five respondents drawn too")
def bench_respondents(benchmark: Any) -> None:
    values = np.clip(ANSWERS[:, None] + RANDOM.normal(0, 0.5, (ORGANISATIONS, 5, INDICATORS)), 1, 5)
    answers = tuple(
        Answer(f"o{row}", f"r{respondent}", f"i{column}", value)
        for row, several in enumerate(values.tolist())
        for respondent, one in enumerate(several)
        for column, value in enumerate(one)
    )
    survey = survey_of("benchmark", framework(), [Assessment("w", answers)])
    assert benchmark.pedantic(lambda: robustness_of(survey, Uncertainty(), DRAWS, 0), rounds=3).scores
