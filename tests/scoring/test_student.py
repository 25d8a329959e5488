"""Student's t, held to the table that every textbook prints."""

from math import pi, tan
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.scoring.student import LARGE, t_central, t_expansion, t_quantile

PRINTED = {
    # df: the quantiles of 0.90, 0.95, 0.975, 0.99, 0.995 (Fisher & Yates, and every table since)
    1: (3.078, 6.314, 12.706, 31.821, 63.657),
    2: (1.886, 2.920, 4.303, 6.965, 9.925),
    3: (1.638, 2.353, 3.182, 4.541, 5.841),
    4: (1.533, 2.132, 2.776, 3.747, 4.604),
    5: (1.476, 2.015, 2.571, 3.365, 4.032),
    6: (1.440, 1.943, 2.447, 3.143, 3.707),
    7: (1.415, 1.895, 2.365, 2.998, 3.499),
    8: (1.397, 1.860, 2.306, 2.896, 3.355),
    9: (1.383, 1.833, 2.262, 2.821, 3.250),
    10: (1.372, 1.812, 2.228, 2.764, 3.169),
    15: (1.341, 1.753, 2.131, 2.602, 2.947),
    20: (1.325, 1.725, 2.086, 2.528, 2.845),
    30: (1.310, 1.697, 2.042, 2.457, 2.750),
    60: (1.296, 1.671, 2.000, 2.390, 2.660),
    120: (1.289, 1.658, 1.980, 2.358, 2.617),
}
DEGREES = st.integers(1, 400)
PROBABILITIES = st.floats(1e-6, 1 - 1e-6)


@pytest.mark.parametrize("df", PRINTED)
def test_the_printed_table_of_students_t_comes_out(df: int) -> None:
    asked_for = (0.90, 0.95, 0.975, 0.99, 0.995)
    assert tuple(round(t_quantile(one, df), 3) for one in asked_for) == PRINTED[df]


@given(PROBABILITIES)
def test_one_and_two_degrees_of_freedom_have_closed_forms(probability: float) -> None:
    cauchy = tan(pi * (probability - 0.5))
    two = (2 * probability - 1) * (2 / (4 * probability * (1 - probability))) ** 0.5
    assert t_quantile(probability, 1) == pytest.approx(cauchy, rel=1e-8, abs=1e-12)
    assert t_quantile(probability, 2) == pytest.approx(two, rel=1e-8, abs=1e-12)


@given(PROBABILITIES, DEGREES)
def test_the_probability_of_a_quantile_is_the_one_asked_for(probability: float, df: int) -> None:
    t = t_quantile(probability, df)
    assert t_central(abs(t), df) == pytest.approx(abs(2 * probability - 1), abs=1e-9)
    assert t_quantile(1 - probability, df) == pytest.approx(-t, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("probability", [0.6, 0.9, 0.975, 0.9995, 1 - 1e-6])
def test_the_expansion_meets_the_series_where_it_takes_over(probability: float) -> None:
    assert t_expansion(probability, LARGE) == pytest.approx(t_quantile(probability, LARGE), abs=2e-8)


def test_a_million_degrees_of_freedom_are_all_but_normal() -> None:
    assert t_quantile(0.975, 10**6) == pytest.approx(NormalDist().inv_cdf(0.975), abs=1e-5)
