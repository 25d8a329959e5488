"""Numbers that others have printed, recomputed through `score`."""

import pytest

from kompetanse.model import (
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    Organisation,
    Programme,
)
from kompetanse.scoring import ScoreCard, score

EGDI_2022 = {
    # country: online services, human capital, telecommunications, and the index
    "denmark": (0.9797, 0.9559, 0.9795, 0.9717),
    "norway": (0.8007, 0.9528, 0.9102, 0.8879),
}


def egdi() -> ScoreCard:
    """The E-Government Development Index (UN E-Government Survey 2022): three equal parts, from 0 to 1."""
    parts = tuple(Indicator(one, one, low=0, high=1) for one in ("osi", "hci", "tii"))
    framework = MaturityFramework("survey", dimensions=(MaturityDimension("egdi", indicators=parts),))
    countries = tuple(Organisation(one) for one in EGDI_2022)
    answers = tuple(
        Answer(country, "un", part.id, value)
        for country, values in EGDI_2022.items()
        for part, value in zip(parts, values[:3], strict=True)
    )
    return score(Programme("un", framework=framework, organisations=countries), [Assessment("2022", answers)])


@pytest.mark.parametrize("country", EGDI_2022)
def test_the_egovernment_development_index_of_2022_comes_out_as_printed(country: str) -> None:
    value = egdi().of(country, "egdi", "2022").value
    assert value is not None
    assert round(value / 100, 4) == EGDI_2022[country][3]


def test_the_longevity_index_of_the_human_development_report_comes_out_as_printed() -> None:
    # UNDP's page on the index, with the report of 2013: between 20 and 83.57 years, 55 years give 0.551
    years = Indicator("years", "Life expectancy at birth", low=20, high=83.57)
    framework = MaturityFramework("hdi", dimensions=(MaturityDimension("longevity", indicators=(years,)),))
    programme = Programme("undp", framework=framework, organisations=(Organisation("country"),))
    card = score(programme, [Assessment("2013", (Answer("country", "undp", "years", 55),))])
    value = card.of("country", "longevity", "2013").value
    assert value is not None
    assert round(value / 100, 3) == 0.551
