"""What the report tells of in its tests."""

import pytest

from kompetanse.forecasting import Forecaster
from kompetanse.model import Assessment, Assume, Assumption, Drop, Factor, Participation, Programme
from kompetanse.scoring import ScoreCard, score
from kompetanse.whatif import Comparison, Scenario, compare


@pytest.fixture(scope="session")
def card(programme: Programme, assessments: tuple[Assessment, ...]) -> ScoreCard:
    return score(programme, assessments)


@pytest.fixture(scope="session")
def comparison(programme: Programme, scenarios: tuple[Scenario, ...]) -> Comparison:
    return compare(programme, scenarios)


@pytest.fixture(scope="session")
def forecast(
    programme: Programme,
    scenarios: tuple[Scenario, ...],
    card: ScoreCard,
    participation: tuple[Participation, ...],
) -> Comparison:
    """The same with a forecast, and two scenarios of which nothing can be drawn."""
    odd = [
        Scenario("gone", changes=[Drop("tulip")]),
        Scenario("assumed", changes=[Assume(Assumption(Factor.EFFECT, 0.6))]),
    ]
    forecaster = Forecaster(card=card, participation=participation, draws=300, seed=1)
    return compare(programme, [*scenarios, *odd], forecaster=forecaster)
