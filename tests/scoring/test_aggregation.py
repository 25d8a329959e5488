"""Each method by hand, on one node of three parts: weights 2, 1 and 1."""

import numpy as np
import pytest

from kompetanse.errors import InvalidValue
from kompetanse.model import Aggregation, AggregationMethod, MissingPolicy
from kompetanse.scoring.aggregation import Parts, aggregate

NONE = np.nan
ARITHMETIC, GEOMETRIC, HARMONIC = (
    AggregationMethod.ARITHMETIC,
    AggregationMethod.GEOMETRIC,
    AggregationMethod.HARMONIC,
)
POWER, MINIMUM, STAGED, SUM = (
    AggregationMethod.POWER,
    AggregationMethod.MINIMUM,
    AggregationMethod.STAGED,
    AggregationMethod.SUM,
)
ZERO, REFUSE = MissingPolicy.ZERO, MissingPolicy.REFUSE


def made(
    aggregation: Aggregation, values: list[float], applies: tuple[int, ...] = (1, 1, 1), mark: float = 50
) -> float:
    there = [0.0 if np.isnan(one) else 1.0 for one in values]
    planes = [
        np.array([[0.0 if np.isnan(value) else value], [here], [here], [float(applying)]])
        for value, here, applying in zip(values, there, applies, strict=True)
    ]
    return float(aggregate(aggregation, Parts.of(planes, (2.0, 1.0, 1.0), (mark,) * 3))[0])


@pytest.mark.parametrize(
    ("aggregation", "values", "expected"),
    [
        (Aggregation(ARITHMETIC), [10, 20, 40], 20),
        (Aggregation(ARITHMETIC), [10, NONE, 40], 20),
        (Aggregation(GEOMETRIC), [10, 40, 10], 14.142135623731),
        (Aggregation(GEOMETRIC), [90, 0, 90], 0),
        (Aggregation(GEOMETRIC), [NONE, 90, 90], 90),
        (Aggregation(HARMONIC), [20, 40, 40], 26.666666666667),
        (Aggregation(HARMONIC), [90, 0, 90], 0),
        (Aggregation(POWER, 2), [10, 20, 40], 23.452078799117),
        (Aggregation(POWER, -1), [20, 40, 40], 26.666666666667),
        (Aggregation(POWER, 0), [10, 40, 10], 14.142135623731),
        (Aggregation(POWER, 1e-20), [10, 40, 10], 14.142135623731),
        (Aggregation(POWER, -100), [0, 1e-5, 90], 0),
        (Aggregation(POWER, 100), [1e-9, 100, 1e-9], 98.623270449336),
        (Aggregation(POWER, -100), [1e-9, 100, 100], 1.0069555500567e-9),
        (Aggregation(POWER, 3), [0, 0, 0], 0),
        (Aggregation(MINIMUM), [30, 20, NONE], 20),
        (Aggregation(STAGED), [60, 60, 40], 75),
        (Aggregation(STAGED), [40, 60, 60], 0),
        (Aggregation(STAGED), [60, NONE, 60], 100),
        (Aggregation(SUM), [10, 20, 40], 80),
        (Aggregation(SUM), [10, 20, NONE], 53.333333333333),
    ],
)
def test_a_node_is_made_of_its_parts_by_its_method(
    aggregation: Aggregation, values: list[float], expected: float
) -> None:
    assert made(aggregation, values) == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        (Aggregation(ARITHMETIC, missing=ZERO), 15),
        (Aggregation(GEOMETRIC, missing=ZERO), 0),
        (Aggregation(MINIMUM, missing=ZERO), 0),
        (Aggregation(STAGED, missing=ZERO), 0),
        (Aggregation(SUM, missing=ZERO), 60),
        (Aggregation(ARITHMETIC, missing=REFUSE), NONE),
        (Aggregation(SUM, missing=REFUSE), NONE),
        (Aggregation(ARITHMETIC, threshold=0.75), 20),
        (Aggregation(ARITHMETIC, threshold=0.76), NONE),
    ],
)
def test_a_missing_part_does_what_the_policy_says(aggregation: Aggregation, expected: float) -> None:
    assert made(aggregation, [10, NONE, 40]) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("missing", MissingPolicy)
def test_a_part_that_does_not_apply_is_not_missing(missing: MissingPolicy) -> None:
    assert made(Aggregation(missing=missing), [10, NONE, 40], applies=(1, 0, 1)) == 20


@pytest.mark.parametrize("method", AggregationMethod)
def test_parts_of_which_none_applies_make_nothing_whatever_the_policy(method: AggregationMethod) -> None:
    for missing in MissingPolicy:
        aggregation = Aggregation(method, 2 if method is POWER else None, missing)
        assert np.isnan(made(aggregation, [NONE, NONE, NONE], applies=(0, 0, 0)))


def test_an_aggregation_that_contradicts_itself_is_refused() -> None:
    for wrong, field, key in (
        ({"method": POWER}, "power", "power-of-power-mean"),
        ({"power": 2}, "power", "power-of-power-mean"),
        ({"missing": ZERO, "threshold": 0.5}, "threshold", "threshold-of-reweight"),
        ({"threshold": 1.5}, "threshold", "out-of-range"),
        ({"method": "arithmetic"}, "method", "not-a"),
    ):
        with pytest.raises(InvalidValue) as caught:
            Aggregation(**wrong)
        assert (caught.value.field, caught.value.problem.key) == (field, key)


@pytest.mark.parametrize("aggregation", [Aggregation(missing=REFUSE), Aggregation(threshold=1)])
def test_a_part_of_the_least_weight_is_missed_where_all_must_be_there(aggregation: Aggregation) -> None:
    there, gone = np.array([[50.0], [1.0], [1.0], [1.0]]), np.array([[0.0], [0.0], [0.0], [1.0]])
    assert np.isnan(aggregate(aggregation, Parts.of((there, gone), (1e6, 1e-6), (50, 50))))
    assert aggregate(aggregation, Parts.of((there, there), (1e6, 1e-6), (50, 50))) == 50
