"""How the difference of two forecasts is told."""

import pytest

from kompetanse.forecasting import GainDifference
from kompetanse.report import Words, gain_difference_text


def difference(mean: float, low: float, high: float, probability: float) -> GainDifference:
    below = 0 if mean == low == high == 0 else 1 - probability
    return GainDifference(None, None, mean, low, high, probability, below)


@pytest.mark.parametrize(
    ("found", "nb", "en"),
    [
        (
            difference(1.2, 0.4, 2.1, 0.98),
            "gir 1,20 poeng mer økning (90 %: 0,40 til 2,10), i 98 % av trekningene",
            "gains 1.20 points more (90 %: 0.40 to 2.10), in 98% of the draws",
        ),
        (
            difference(-0.3, -0.5, -0.001, 0.04),
            "gir 0,30 poeng mindre økning (90 %: 0,00 til 0,50), i 96 % av trekningene",
            "gains 0.30 points less (90 %: 0.00 to 0.50), in 96% of the draws",
        ),
        (
            difference(0.2, -0.3, 0.5, 0.6),
            "forskjellen i økning drukner i det vi ikke vet (90 %: -0,30 til +0,50 poeng)",
            "the difference in gain drowns in what is not known (90 %: -0.30 to +0.50 points)",
        ),
        (
            difference(0.001, -0.001, 0.004, 0.9),
            "gir praktisk talt like stor økning",
            "gains practically as much",
        ),
        (
            difference(0.003, 0.001, 0.006, 1),
            "gir praktisk talt like stor økning",
            "gains practically as much",
        ),
        (difference(0, 0, 0, 0), "gir like stor økning", "gains just as much"),
    ],
)
def test_a_difference_is_told_as_far_as_it_can_be_known(found: GainDifference, nb: str, en: str) -> None:
    assert gain_difference_text(found, Words("nb")).replace("\N{NO-BREAK SPACE}", " ") == nb
    assert gain_difference_text(found, Words("en")) == en
