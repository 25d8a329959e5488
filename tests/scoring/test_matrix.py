"""Very many rows at once: the same numbers as a card of one respondent each."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidAssessment, InvalidValue
from kompetanse.model import Indicator, MaturityDimension, MaturityFramework, MaturityLevel, NoAnswer, Scale
from kompetanse.scoring import score, score_matrix
from kompetanse.scoring.evaluation import CHUNK
from kompetanse.testing import strategies

ASKED = (
    Indicator("a", "?", 1, 5),
    Indicator("b", "?", scale=Scale.YES_NO),
    Indicator("c", "?", scale=Scale.LEVELS),
)
FRAMEWORK = MaturityFramework(
    "f",
    levels=(MaturityLevel("g1"), MaturityLevel("g2", floor=50)),
    dimensions=(MaturityDimension("d", indicators=ASKED),),
)


@given(st.data())
def test_a_row_scores_as_an_organisation_of_one_respondent(data: st.DataObject) -> None:
    framework = data.draw(strategies.frameworks())
    assessment = data.draw(strategies.assessments(framework, organisations=("o",), max_respondents=1))
    card = score(framework, [assessment])
    points = (
        {one.id: card.indicator("o", one.id, card.waves[0]).value for one in framework.indicators()}
        if (card.scores and card.organisations)
        else {}
    )
    scale_of = {one.id: one.scale for one in framework.indicators()}
    if not points or any(one.value is NoAnswer.NOT_APPLICABLE for one in assessment.answers):
        return
    row = [
        (points[one.indicator] if scale_of[one.indicator] is Scale.SHARES else one.value)
        if not isinstance(one.value, NoAnswer)
        else np.nan
        for one in assessment.answers
    ]
    scored = score_matrix(framework, np.array([row], dtype=np.float64))
    assert scored.nodes == tuple(one.node for one in card.scores if one.organisation == "o")
    expected = [one.value for one in card.scores if one.organisation == "o"]
    assert [None if np.isnan(one) else one for one in scored.values[0]] == pytest.approx(expected)
    covered = [one.coverage for one in card.scores if one.organisation == "o"]
    assert [None if np.isnan(one) else one for one in scored.coverages[0]] == pytest.approx(covered)


def test_a_row_scores_the_same_wherever_it_stands() -> None:
    random = np.random.default_rng(1)
    answers = np.column_stack(
        [random.integers(1, 6, CHUNK + 7), random.integers(0, 2, CHUNK + 7), random.integers(1, 3, CHUNK + 7)]
    ).astype(np.float64)
    answers[random.random(answers.shape) < 0.2] = np.nan
    whole = score_matrix(FRAMEWORK, answers)
    for row in (0, 1, CHUNK - 1, CHUNK, CHUNK + 6):
        alone = score_matrix(FRAMEWORK, answers[row : row + 1])
        np.testing.assert_array_equal(alone.values[0], whole.values[row])
        np.testing.assert_array_equal(alone.coverages[0], whole.coverages[row])


def test_faults_of_a_million_rows_are_told_one_by_one_and_with_their_place() -> None:
    answers = np.ones((1_000_000, 3))
    answers[17, 0] = 6
    answers[4_000, 1] = 0.5
    answers[999_999, 2] = np.inf
    with pytest.raises(InvalidAssessment) as caught:
        score_matrix(FRAMEWORK, answers)
    assert str(caught.value).splitlines() == [
        "17/a: should lie between 1 and 5; found 6",
        "4000/b: should be an answer on the scale yes/no; found 0.5",
        "999999/c: should lie between 1 and 2; found inf",
    ]


def test_very_many_faults_are_counted() -> None:
    with pytest.raises(InvalidAssessment) as caught:
        score_matrix(FRAMEWORK, np.full((2000, 3), 9.0))
    assert len(caught.value.faults) == 1000
    assert str(caught.value).endswith("(5000 more like this below)")


@pytest.mark.parametrize(
    "wrong",
    [
        [[1, 1, 1]],
        np.ones(3),
        np.ones((2, 2)),
        np.array([["1", "1", "1"]]),
        np.ones((1, 3), dtype=complex),
        None,
    ],
)
def test_what_is_no_such_array_is_refused(wrong: object) -> None:
    with pytest.raises(InvalidValue, match="array of"):
        score_matrix(FRAMEWORK, wrong)  # type: ignore[arg-type]  # that is what is tested


def test_no_rows_give_no_rows() -> None:
    assert score_matrix(FRAMEWORK, np.empty((0, 3))).values.shape == (0, 2)
