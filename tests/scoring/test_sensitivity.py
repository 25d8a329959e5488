"""What drives a variance: indices that are known, and those that must come out as nothing."""

import numpy as np
import pytest

from kompetanse.errors import InvalidValue, UnknownOrganisation
from kompetanse.model import (
    AggregationMethod,
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    NoAnswer,
)
from kompetanse.scoring import Sensitivity, Source, Uncertainty, robustness, sensitivity
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.uncertainty import sobol

MEANS = (AggregationMethod.ARITHMETIC, AggregationMethod.GEOMETRIC, AggregationMethod.HARMONIC)


def ishigami(x: Floats) -> Floats:
    """``sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁``: Ishigami & Homma, 1990."""
    value: Floats = np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])
    return value


def test_the_indices_of_the_ishigami_function_are_those_published() -> None:
    random = np.random.default_rng(1)
    a, b = random.uniform(-np.pi, np.pi, (2, 3, 100_000))
    published = {"first": (0.3139, 0.4424, 0.0), "total": (0.5576, 0.4424, 0.2437)}
    for number in range(3):
        mixed = a.copy()
        mixed[number] = b[number]
        values = ishigami(a), ishigami(b), ishigami(mixed)
        first, total = sobol.first_order(*values), sobol.total(*values)
        assert first.index == pytest.approx(published["first"][number], abs=max(4 * first.error, 1e-9))
        assert total.index == pytest.approx(published["total"][number], abs=4 * total.error)
        assert max(first.error, total.error) < 0.01


def framework() -> MaturityFramework:
    """Two dimensions of two questions each, all of one weight."""
    questions = [Indicator(f"i{number}", "?", 0, 100) for number in range(4)]
    return MaturityFramework(
        "whole",
        dimensions=[
            MaturityDimension("a", indicators=questions[:2]),
            MaturityDimension("b", indicators=questions[2:]),
        ],
    )


def answers(*values: float, organisation: str = "o", respondent: str = "r") -> list[Answer]:
    return [Answer(organisation, respondent, f"i{number}", value) for number, value in enumerate(values)]


def told(found: Sensitivity) -> dict[tuple[Source, str | None], tuple[float, float]]:
    return {(one.source, one.node): (one.first, one.total) for one in found.indices}


def test_the_indices_of_drawn_weights_are_those_worked_out_by_hand() -> None:
    sure = 9.0
    found = sensitivity(
        framework(),
        [Assessment("w", answers(0, 100, 50, 100))],
        organisation="o",
        uncertainty=Uncertainty(weights=sure, respondents=False),
        draws=60_000,
    )
    share = 0.25 / (sure + 1)  # the variance of a share of one half
    a, b = 100**2 * share, 50**2 * share  # the variances of the two dimensions, whose means are 50 and 75
    whole = share * (25**2 + a + b) + 0.25 * (a + b)
    indices = told(found)
    assert found.variance == pytest.approx(whole, rel=0.03)
    expected = {
        "whole": (share * 25**2, share * (25**2 + a + b)),
        "a": (0.25 * a, (0.25 + share) * a),
        "b": (0.25 * b, (0.25 + share) * b),
    }
    for node, both in expected.items():
        assert indices[Source.WEIGHTS, node] == pytest.approx([one / whole for one in both], abs=0.03)


def test_what_cannot_matter_has_no_part() -> None:
    found = told(
        sensitivity(
            framework(),
            [Assessment("w", answers(30, 30, 10, 90))],
            organisation="o",
            uncertainty=Uncertainty(weights=20, aggregations=MEANS),
        )
    )
    assert found[Source.WEIGHTS, "a"] == pytest.approx((0, 0), abs=1e-9)
    assert found[Source.RESPONDENTS, None] == (0, 0)  # one respondent alone
    assert found[Source.AGGREGATION, None][1] > 0.1
    assert found[Source.WEIGHTS, "b"][1] > 0.1


def test_the_only_source_makes_all_the_variance_and_nothing_makes_none() -> None:
    two = [*answers(30, 40, 20, 80), *answers(50, 70, 20, 60, respondent="s")]
    three = [*two, *answers(40, 40, 40, 50, respondent="t"), *answers(45, 45, 45, 40, respondent="u")]
    only = Uncertainty(weights=None)
    found = sensitivity(
        framework(), [Assessment("w", three)], organisation="o", uncertainty=only, draws=20_000
    )
    assert told(found) == {(Source.RESPONDENTS, None): pytest.approx((1, 1), abs=0.1)}
    sure = Uncertainty(weights=None, respondents=False)
    none = sensitivity(framework(), [Assessment("w", three)], organisation="o", uncertainty=sure)
    assert none.variance == 0
    assert not none.indices
    assert not none.table().rows


def test_the_variance_is_that_of_the_robust_scores_and_indices_agree_in_any_company() -> None:
    given = [*answers(30, 40, 20, 80), *answers(50, 70, 20, 60, respondent="s")]
    more = [*answers(90, 40, 70, 60, organisation="p"), *given]
    uncertainty = Uncertainty(weights=30, aggregations=MEANS)
    alone, together = (
        sensitivity(framework(), [Assessment("w", one)], organisation="o", uncertainty=uncertainty, draws=300)
        for one in (given, more)
    )
    assert alone == together
    drawn = robustness(framework(), [Assessment("w", given)], uncertainty=uncertainty, draws=20_000).drawn
    assert alone.variance == pytest.approx(drawn.var(), rel=0.3)
    assert [row[:2] for row in alone.table().rows] == [
        ("weights", "whole"),
        ("weights", "a"),
        ("weights", "b"),
        ("aggregation", None),
        ("respondents", None),
    ]


def test_what_drives_the_ranks_of_all_is_told_too() -> None:
    given = [*answers(90, 20, 50, 50, organisation="p"), *answers(40, 60, 50, 50)]
    found = sensitivity(
        framework(),
        [Assessment("w", given)],
        organisation=None,
        uncertainty=Uncertainty(weights=10, respondents=False),
    )
    indices = told(found)
    assert found.organisation is None
    assert indices[Source.WEIGHTS, "a"][1] > 0.9  # only the weights of a tell the two apart
    assert indices[Source.WEIGHTS, "b"] == (0, 0)


def test_an_organisation_without_a_value_has_no_variance() -> None:
    silent = Answer("q", "r", "i0", NoAnswer.NOT_ANSWERED)
    found = sensitivity(framework(), [Assessment("w", [silent, *answers(1, 2, 3, 4)])], organisation="q")
    assert found.variance is None
    assert not found.indices


def test_an_unknown_organisation_and_no_draws_are_refused() -> None:
    given = [Assessment("w", answers(1, 2, 3, 4))]
    with pytest.raises(UnknownOrganisation):
        sensitivity(framework(), given, organisation="q")
    with pytest.raises(InvalidValue):
        sensitivity(framework(), given, organisation="o", draws=0)
