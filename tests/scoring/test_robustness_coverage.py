"""How often intervals hold the truth, where the truth is known: in simulation, each run an organisation."""

from statistics import geometric_mean, mean

import numpy as np
import pytest

from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    Organisation,
    Programme,
)
from kompetanse.scoring import Uncertainty, robustness, score

RUNS = 700
WIDE = 300
"""Leaders of an organisation so large that those who answer are next to none of them."""
ARITHMETIC, GEOMETRIC = AggregationMethod.ARITHMETIC, AggregationMethod.GEOMETRIC


def framework(method: AggregationMethod) -> MaturityFramework:
    """Three dimensions of three questions each, answered from 1 to 5."""
    how = Aggregation(method)
    dimensions = [
        MaturityDimension(
            f"d{one}", indicators=[Indicator(f"i{one}{two}", "?", 1, 5) for two in range(3)], aggregation=how
        )
        for one in range(3)
    ]
    return MaturityFramework("whole", dimensions=dimensions, aggregation=how)


def simulated(
    method: AggregationMethod, respondents: int, leaders: int, *, seed: int
) -> tuple[Programme, Assessment, list[float]]:
    """Draw leaders who differ, let some of them answer, and tell what all of them would have given."""
    random = np.random.default_rng(seed)
    shape = RUNS, leaders, 9
    opinions = random.uniform(2.2, 3.8, (RUNS, 1, 9)) + random.normal(0, 0.6, (RUNS, leaders, 1))
    everyone = np.clip(np.rint(opinions + random.normal(0, 0.8, shape)), 1, 5)
    whole = framework(method)
    questions = [one.id for one in whole.indicators()]
    answers = [
        Answer(f"o{run}", f"r{one}", question, value)
        for run, several in enumerate(everyone[:, :respondents].tolist())
        for one, values in enumerate(several)
        for question, value in zip(questions, values, strict=True)
    ]
    known = leaders if leaders < WIDE else 0
    names = [Organisation(f"o{run}", leaders=known) for run in range(RUNS)]
    together = mean if method is ARITHMETIC else geometric_mean
    points = ((everyone.mean(axis=1) - 1) * 25).reshape(RUNS, 3, 3).tolist()
    truth = [together([together(one) for one in run]) for run in points]
    return Programme("p", framework=whole, organisations=names), Assessment("w", answers), truth


@pytest.mark.parametrize("method", [ARITHMETIC, GEOMETRIC])
@pytest.mark.parametrize(
    ("respondents", "leaders"), [(3, 10), (6, 10), (9, 10), (3, WIDE), (5, WIDE), (10, WIDE)]
)
def test_the_cards_intervals_hold_the_truth_nine_times_in_ten(
    method: AggregationMethod, respondents: int, leaders: int
) -> None:
    programme, assessment, truth = simulated(method, respondents, leaders, seed=respondents)
    card = score(programme, [assessment])
    held = 0
    for run, value in enumerate(truth):
        one = card.of(f"o{run}", "whole", "w")
        held += one.low is not None and one.high is not None and one.low - 1e-9 <= value <= one.high + 1e-9
    assert 0.86 <= held / RUNS <= 0.94


@pytest.mark.parametrize(("method", "respondents"), [(ARITHMETIC, 4), (GEOMETRIC, 3)])
@pytest.mark.parametrize("leaders", [10, WIDE])
def test_quantiles_of_drawn_respondents_hold_it_as_often(
    method: AggregationMethod, respondents: int, leaders: int
) -> None:
    programme, assessment, truth = simulated(method, respondents, leaders, seed=respondents)
    found = robustness(programme, [assessment], uncertainty=Uncertainty(weights=None), draws=400)
    held = [
        one.low is not None and one.high is not None and one.low - 1e-9 <= value <= one.high + 1e-9
        for one, value in zip(found.scores, truth, strict=True)
    ]
    assert 0.86 <= mean(held) <= 0.94
