"""What the report tells of in its tests."""

import pytest

from kompetanse.model import Assessment, Programme
from kompetanse.scoring import ScoreCard, score
from kompetanse.whatif import Comparison, Scenario, compare


@pytest.fixture(scope="session")
def card(programme: Programme, assessments: tuple[Assessment, ...]) -> ScoreCard:
    return score(programme, assessments)


@pytest.fixture(scope="session")
def comparison(programme: Programme, scenarios: tuple[Scenario, ...]) -> Comparison:
    return compare(programme, scenarios)
