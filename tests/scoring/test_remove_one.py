"""Leaving one part out is the same as a framework that never had it."""

from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MissingPolicy,
    NoAnswer,
)
from kompetanse.scoring import Part, remove_one, score


def framework(aggregation: Aggregation) -> MaturityFramework:
    questions = [Indicator(f"i{number}", "?", 1, 5, weight=number + 1) for number in range(4)]
    return MaturityFramework(
        "whole",
        aggregation=aggregation,
        dimensions=[
            MaturityDimension("a", weight=2, indicators=questions[:2], aggregation=aggregation),
            MaturityDimension(
                "b",
                dimensions=[MaturityDimension("deep", indicators=questions[2:3])],
                indicators=questions[3:],
                aggregation=aggregation,
            ),
        ],
    )


def without(dimensions: tuple[MaturityDimension, ...], id_: str) -> Iterator[MaturityDimension]:
    for one in dimensions:
        if one.id != id_:
            yield attrs.evolve(
                one,
                dimensions=tuple(without(one.dimensions, id_)),
                indicators=[indicator for indicator in one.indicators if indicator.id != id_],
            )


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    values = st.one_of(st.integers(1, 5), st.sampled_from(NoAnswer))
    organisations = draw(st.integers(1, 4))
    return Assessment(
        "w",
        [Answer(f"o{one}", "r", f"i{two}", draw(values)) for one in range(organisations) for two in range(4)],
    )


AGGREGATIONS = st.builds(
    Aggregation,
    st.sampled_from([one for one in AggregationMethod if one is not AggregationMethod.POWER]),
    missing=st.sampled_from(MissingPolicy),
) | st.builds(Aggregation, threshold=st.sampled_from([0.4, 0.8]))


@given(assessments(), AGGREGATIONS)
@settings(max_examples=60)
def test_leaving_one_out_is_a_framework_without_it(assessment: Assessment, aggregation: Aggregation) -> None:
    whole = framework(aggregation)
    before = score(whole, [assessment])
    found = remove_one(whole, [assessment])
    assert [(one.part, one.id) for one in found.removals] == [
        (Part.DIMENSION, "a"),
        (Part.DIMENSION, "b"),
        *((Part.INDICATOR, one.id) for one in whole.indicators()),
    ]
    for removal in found.removals:
        smaller = attrs.evolve(whole, dimensions=tuple(without(whole.dimensions, removal.id)))
        left = {one.id for one in smaller.indicators()}
        answers = tuple(one for one in assessment.answers if one.indicator in left)
        silent = {one.organisation for one in assessment.answers} - {one.organisation for one in answers}
        assert not silent
        after = score(smaller, [Assessment("w", answers)])
        for one in removal.scores:
            old, new = (card.of(one.organisation, "whole", "w").value for card in (before, after))
            assert one.value == (None if new is None else pytest.approx(new, abs=1e-9))
            both = old is not None and new is not None
            assert one.change == (pytest.approx((new or 0) - (old or 0), abs=1e-9) if both else None)
            assert (one.rank is None) == (new is None)
            assert (one.rank_change is None) == (not both)


def test_ranks_move_where_a_part_is_left_out() -> None:
    values = {"p": (5, 5, 1, 1), "q": (3, 3, 3, 3), "s": (1, 1, 4, 4)}
    answers = [
        Answer(organisation, "r", f"i{number}", value)
        for organisation, several in values.items()
        for number, value in enumerate(several)
    ]
    found = remove_one(framework(Aggregation()), [Assessment("w", answers)])
    first = found.removals[0]
    assert [(one.organisation, one.value, one.rank, one.rank_change) for one in first.scores] == [
        ("p", 0, 3, 2),
        ("q", 50, 2, 0),
        ("s", 75, 1, -2),
    ]
    assert first.mean_rank_change == pytest.approx(4 / 3)
    assert first.mean_change == pytest.approx((200 / 3 + 0 + 50) / 3)
    assert found.table().rows[0] == ("dimension", "a", first.mean_change, first.mean_rank_change)
    assert found.scores_table().rows[0][:4] == ("dimension", "a", "p", 0)
    assert len(found.scores_table().rows) == 6 * 3


def test_without_its_only_dimension_nobody_has_a_score() -> None:
    questions = [Indicator("i", "?", 1, 5)]
    whole = MaturityFramework("f", dimensions=[MaturityDimension("d", indicators=questions)])
    found = remove_one(whole, [Assessment("w", [Answer("o", "r", "i", 3)])])
    assert all(one.mean_change is None and one.mean_rank_change is None for one in found.removals)
    assert all(
        score_.value is None and score_.rank is None for one in found.removals for score_ in one.scores
    )
