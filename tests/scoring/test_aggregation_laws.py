"""What holds of every way to make a node of its parts, whatever the scales, the answers and the tree."""

from collections.abc import Iterator

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Answer,
    Assessment,
    Better,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MissingPolicy,
    NoAnswer,
    Outside,
    Scale,
)
from kompetanse.scoring import ScoreCard, score
from kompetanse.testing import strategies

Case = tuple[MaturityFramework, Assessment]
MEANS = (
    Aggregation(AggregationMethod.ARITHMETIC),
    Aggregation(AggregationMethod.GEOMETRIC),
    Aggregation(AggregationMethod.HARMONIC),
    Aggregation(AggregationMethod.POWER, 3),
    Aggregation(AggregationMethod.POWER, -0.5),
    Aggregation(AggregationMethod.POWER, 0),
)
OTHERS = (
    Aggregation(AggregationMethod.MINIMUM),
    Aggregation(AggregationMethod.STAGED),
    Aggregation(AggregationMethod.SUM),
)
NEAR = 1e-9


def capped(indicator: Indicator) -> Indicator:
    """The indicator, kept within 0 and 100 points."""
    return attrs.evolve(indicator, outside=Outside.CAP) if indicator.outside is Outside.EXTEND else indicator


def remade(framework: MaturityFramework, aggregation: Aggregation) -> MaturityFramework:
    """The framework with every node made in one way."""

    def dimension(one: MaturityDimension) -> MaturityDimension:
        return attrs.evolve(
            one,
            aggregation=aggregation,
            dimensions=tuple(map(dimension, one.dimensions)),
            indicators=tuple(map(capped, one.indicators)),
        )

    return attrs.evolve(
        framework, aggregation=aggregation, dimensions=tuple(map(dimension, framework.dimensions))
    )


@st.composite
def cases(draw: st.DrawFn, aggregation: Aggregation | None = None) -> Case:
    framework = draw(strategies.frameworks(max_dimensions=4))
    if aggregation is not None:
        framework = remade(framework, aggregation)
    return framework, draw(strategies.assessments(framework))


def nodes_with_parts(framework: MaturityFramework) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each node, with the ids of its narrower dimensions and of its indicators."""
    yield framework.id, [one.id for one in framework.dimensions], []
    for one in framework.walk():
        yield one.id, [below.id for below in one.dimensions], [below.id for below in one.indicators]


def parts_of(
    card: ScoreCard, organisation: str, nodes: list[str], indicators: list[str], wave: str
) -> list[float]:
    found = [
        *(card.of(organisation, one, wave).value for one in nodes),
        *(card.indicator(organisation, one, wave).value for one in indicators),
    ]
    return [one for one in found if one is not None]


@pytest.mark.parametrize("aggregation", [*MEANS, OTHERS[0]], ids=str)
@given(data=st.data())
def test_means_and_the_minimum_lie_between_their_parts(aggregation: Aggregation, data: st.DataObject) -> None:
    framework, assessment = data.draw(cases(aggregation))
    card = score(framework, [assessment])
    for organisation in card.organisations:
        for node, nodes, indicators in nodes_with_parts(framework):
            value = card.of(organisation, node, assessment.wave).value
            parts = parts_of(card, organisation, nodes, indicators, assessment.wave)
            assert (value is None) == (not parts)
            if value is not None:
                assert min(parts) - NEAR <= value <= max(parts) + NEAR


def best_answer(indicator: Indicator, levels: int) -> float:
    if indicator.scale is Scale.LEVELS:
        return float(levels)
    if indicator.best is not None:
        return indicator.best
    low, high = indicator.goalposts
    return low if indicator.better is Better.LOWER else high


@pytest.mark.parametrize("aggregation", [*MEANS, *OTHERS], ids=str)
@given(data=st.data())
def test_improving_an_answer_never_lowers_a_score(aggregation: Aggregation, data: st.DataObject) -> None:
    framework, assessment = data.draw(cases(aggregation))
    given_ = [number for number, one in enumerate(assessment.answers) if isinstance(one.value, float)]
    assume(given_)
    number = data.draw(st.sampled_from(given_))
    answers = list(assessment.answers)
    indicator = next(one for one in framework.indicators() if one.id == answers[number].indicator)
    answers[number] = attrs.evolve(answers[number], value=best_answer(indicator, len(framework.levels)))
    before = score(framework, [assessment])
    after = score(framework, [attrs.evolve(assessment, answers=answers)])
    for old, new in zip(before.scores, after.scores, strict=True):
        assert (old.value is None) == (new.value is None)
        if old.value is not None and new.value is not None:
            assert new.value >= old.value - NEAR * max(1, old.value)


@pytest.mark.parametrize("aggregation", MEANS, ids=str)
@given(data=st.data(), factor=st.sampled_from([0.25, 3.0]))
def test_scaling_the_weights_of_a_node_changes_no_mean(
    aggregation: Aggregation, data: st.DataObject, factor: float
) -> None:
    framework, assessment = data.draw(cases(aggregation))
    heavier = attrs.evolve(
        framework,
        dimensions=tuple(attrs.evolve(one, weight=one.weight * factor) for one in framework.dimensions),
    )
    before, after = score(framework, [assessment]), score(heavier, [assessment])
    assert [one.value for one in after.scores] == pytest.approx([one.value for one in before.scores])


@given(cases(), st.randoms(use_true_random=False))
def test_neighbours_and_order_change_nobodys_score_or_interval(case: Case, random: object) -> None:
    framework, assessment = case
    newcomers = [Answer("new", one.respondent, one.indicator, one.value) for one in assessment.answers]
    answers = [*assessment.answers, *{(one.respondent, one.indicator): one for one in newcomers}.values()]
    random.shuffle(answers)  # type: ignore[attr-defined]  # hypothesis types its Random as an object
    before = score(framework, [assessment])
    after = score(framework, [attrs.evolve(assessment, answers=answers)])
    for row in (*before.scores, *before.indicators):
        if row.organisation is not None:
            rows = after.indicators if row in before.indicators else after.scores
            assert row in rows


@pytest.mark.parametrize("missing", [MissingPolicy.REWEIGHT, MissingPolicy.REFUSE])
@pytest.mark.parametrize("method", [one for one in AggregationMethod if one is not AggregationMethod.POWER])
@given(data=st.data())
def test_missing_everywhere_is_missing(
    method: AggregationMethod, missing: MissingPolicy, data: st.DataObject
) -> None:
    framework, assessment = data.draw(cases(Aggregation(method, missing=missing)))
    silent = [attrs.evolve(one, value=NoAnswer.NOT_ANSWERED) for one in assessment.answers]
    card = score(framework, [attrs.evolve(assessment, answers=silent)])
    assert all(one.value is None for one in (*card.scores, *card.indicators))


@given(cases(Aggregation(missing=MissingPolicy.REFUSE)))
def test_what_refuses_has_a_value_only_where_every_part_that_applies_has_one(case: Case) -> None:
    framework, assessment = case
    card = score(framework, [assessment])
    for organisation in card.organisations:
        for node, nodes, indicators in nodes_with_parts(framework):
            below = [
                *(card.of(organisation, one, assessment.wave) for one in nodes),
                *(card.indicator(organisation, one, assessment.wave) for one in indicators),
            ]
            applying = [one for one in below if one.coverage is not None]
            whole = bool(applying) and all(one.value is not None for one in applying)
            assert (card.of(organisation, node, assessment.wave).value is not None) == whole


@given(cases(Aggregation(missing=MissingPolicy.ZERO)))
def test_what_counts_missing_as_zero_has_a_value_wherever_anything_applies(case: Case) -> None:
    framework, assessment = case
    for one in score(framework, [assessment]).scores:
        assert (one.value is None) == (one.coverage is None)


@given(cases())
def test_an_interval_holds_the_value_and_needs_an_error(case: Case) -> None:
    framework, assessment = case
    card = score(framework, [assessment])
    for one in (*card.scores, *card.indicators):
        assert (one.low is None) == (one.high is None)
        if one.low is not None and one.high is not None and one.value is not None:
            assert one.error is not None
            assert one.low - NEAR <= one.value <= one.high + NEAR
