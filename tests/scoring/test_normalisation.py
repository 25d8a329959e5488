"""How an answer becomes points on each scale, by hand."""

import math

import numpy as np
import pytest

from kompetanse.errors import InvalidValue
from kompetanse.model import (
    Better,
    Curve,
    Indicator,
    Knot,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    Outside,
    Scale,
)
from kompetanse.scoring.normalisation import Scales, points_of

NONE = np.nan
LEVELS = (MaturityLevel("g1"), MaturityLevel("g2", floor=20), MaturityLevel("g3", floor=60, points=90))
FRAMEWORK = MaturityFramework("f", levels=LEVELS)
STEP = (Knot(0, 0), Knot(2, 40), Knot(2, 60), Knot(4, 100))


@pytest.mark.parametrize(
    ("indicator", "answers", "points"),
    [
        (Indicator("i", "?", 1, 5), [1, 2, 5, NONE], [0, 25, 100, NONE]),
        (Indicator("i", "?", 1, 5, better=Better.LOWER), [1, 2, 5, NONE], [100, 75, 0, NONE]),
        (Indicator("i", "?", 1, 5, outside=Outside.CAP), [0, 3, 9, NONE], [0, 50, 100, NONE]),
        (Indicator("i", "?", 1, 5, outside=Outside.EXTEND), [0, 9], [-25, 200]),
        (Indicator("i", "?", 1, 100, curve=Curve.LOG), [1, 10, 100, NONE], [0, 50, 100, NONE]),
        (Indicator("i", "?", 1, 100, curve=Curve.LOG, better=Better.LOWER), [1, 10], [100, 50]),
        (Indicator("i", "?", 1, 100, curve=Curve.LOG, outside=Outside.CAP), [-5, 0, 1000], [0, 0, 100]),
        (Indicator("i", "?", 0, 10, best=4), [0, 2, 4, 7, 10, NONE], [0, 50, 100, 50, 0, NONE]),
        (Indicator("i", "?", 0, 10, best=10), [0, 5, 10], [0, 50, 100]),
        (Indicator("i", "?", 0, 10, best=0), [0, 5, 10], [100, 50, 0]),
        (Indicator("i", "?", 0, 10, best=4, outside=Outside.EXTEND), [-4, 16], [-100, -100]),
        (
            Indicator("i", "?", knots=STEP),
            [0, 1, 1.99999, 2, 3, 4, NONE],
            [0, 20, 39.9998, 60, 80, 100, NONE],
        ),
        (Indicator("i", "?", knots=STEP, outside=Outside.CAP), [-1, 5], [0, 100]),
        (Indicator("i", "?", scale=Scale.POINTS), [0, 41.5, 100, NONE], [0, 41.5, 100, NONE]),
        (Indicator("i", "?", scale=Scale.POINTS, better=Better.LOWER), [0, 41.5], [100, 58.5]),
        (Indicator("i", "?", scale=Scale.YES_NO), [1, 0, NONE], [100, 0, NONE]),
        (Indicator("i", "?", scale=Scale.YES_NO, better=Better.LOWER), [1, 0], [0, 100]),
        (Indicator("i", "?", scale=Scale.LEVELS), [1, 2, 3, NONE], [10, 40, 90, NONE]),
        (Indicator("i", "?", scale=Scale.SHARES), [12.5, NONE], [12.5, NONE]),
    ],
)
def test_an_answer_is_worth_what_its_scale_says(
    indicator: Indicator, answers: list[float], points: list[float]
) -> None:
    found = points_of(np.array(answers, dtype=np.float64), indicator, FRAMEWORK)
    np.testing.assert_allclose(found, points, atol=1e-9)


def test_indicators_on_one_scale_are_worked_out_together_and_each_in_its_place() -> None:
    asked = [
        Indicator("a", "?", 1, 5),
        Indicator("b", "?", scale=Scale.YES_NO),
        Indicator("c", "!", 1, 5, weight=3),
    ]
    scales = Scales.of(MaturityFramework("f", dimensions=(MaturityDimension("d", indicators=asked),)))
    assert [rows for _, rows in scales.alike] == [[0, 2], slice(1, 2)]
    points = scales.points(np.array([[1.0, 5.0], [0.0, 1.0], [3.0, NONE]]))
    np.testing.assert_array_equal(points, [[0, 100], [0, 100], [50, NONE]])


@pytest.mark.parametrize(
    ("wrong", "field", "key"),
    [
        ({}, "low", "no-goalpost"),
        ({"low": 1}, "high", "no-goalpost"),
        ({"low": 5, "high": 5}, "", "high-not-above-low"),
        ({"low": 0, "high": 5, "curve": Curve.LOG}, "low", "no-logarithm"),
        ({"low": 0, "high": 5, "best": 6}, "best", "out-of-range"),
        ({"low": 0, "high": 5, "best": 2, "better": Better.LOWER}, "better", "not-beside"),
        ({"low": 1, "high": 5, "best": 2, "curve": Curve.LOG}, "curve", "not-beside"),
        ({"low": math.inf, "high": 5}, "low", "out-of-range"),
        ({"scale": Scale.POINTS, "low": 1}, "low", "not-beside"),
        ({"scale": Scale.LEVELS, "better": Better.LOWER}, "better", "not-beside"),
        ({"scale": Scale.SHARES, "knots": STEP}, "knots", "not-beside"),
        ({"scale": "levels"}, "scale", "not-a"),
        ({"knots": STEP, "low": 0}, "low", "not-beside"),
        ({"knots": STEP, "outside": Outside.EXTEND}, "outside", "not-beside"),
        ({"knots": STEP[:1]}, "knots", "knots-not-rising"),
        ({"knots": STEP[::-1]}, "knots", "knots-not-rising"),
        ({"knots": (STEP[0], *STEP[1:2] * 3)}, "knots", "knots-not-rising"),
    ],
)
def test_a_scale_that_contradicts_itself_is_refused(wrong: dict[str, object], field: str, key: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        Indicator("i", "?", **wrong)  # type: ignore[arg-type]  # that is what is tested
    assert (caught.value.field, caught.value.problem.key) == (field, key)


def test_a_framework_without_levels_cannot_be_answered_to_by_levels() -> None:
    asked = MaturityDimension("d", indicators=(Indicator("i", "?", scale=Scale.LEVELS),))
    with pytest.raises(InvalidValue, match="give the framework its levels"):
        MaturityFramework("f", dimensions=(asked,))


def test_what_a_level_is_worth_lies_on_that_level() -> None:
    assert FRAMEWORK.level_points == (10, 40, 90)
    for points in (19.0, 60.0):
        with pytest.raises(InvalidValue, match="points of level g2 should lie on that level"):
            MaturityFramework(
                "f", levels=(LEVELS[0], MaturityLevel("g2", floor=20, points=points), LEVELS[2])
            )


def test_the_end_that_scores_nothing_scores_exactly_0_whatever_the_goalposts() -> None:
    for low, high in ((0.1, 0.8), (0.1, 1.4), (0.2, 1.6), (1, 5)):
        worst = Indicator("i", "?", low, high, better=Better.LOWER)
        assert points_of(np.array([high]), worst, FRAMEWORK)[0] == 0
