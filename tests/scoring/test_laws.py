"""What holds of every score, whatever the framework and the answers."""

from collections.abc import Iterator
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.model import (
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    NoAnswer,
    Organisation,
    Programme,
)
from kompetanse.scoring import ScoreCard, score

LEVELS = tuple(MaturityLevel(f"g{number + 1}", floor=20 * number) for number in range(5))
WAVE = "2022"
VALUES = st.one_of(st.integers(1, 5), st.sampled_from(NoAnswer))
WEIGHTS = st.integers(1, 5)


@st.composite
def frameworks(draw: st.DrawFn) -> MaturityFramework:
    """A tree that is ragged, in which dimensions and indicators may stand side by side."""
    size = draw(st.integers(1, 6))
    parents = [draw(st.integers(-1, number - 1)) for number in range(size)]
    below: dict[int, list[MaturityDimension]] = {number: [] for number in range(-1, size)}
    for number in reversed(range(size)):
        questions = tuple(
            Indicator(f"i{number}-{place}", "?", 1, 5, draw(WEIGHTS))
            for place in range(draw(st.integers(0, 2)))
        )
        dimension = MaturityDimension(
            f"d{number}", weight=draw(WEIGHTS), dimensions=below[number], indicators=questions
        )
        below[parents[number]].insert(0, dimension)
    return MaturityFramework("whole", levels=LEVELS, dimensions=below[-1])


@st.composite
def cases(draw: st.DrawFn) -> tuple[Programme, Assessment]:
    """A programme with a framework, and answers of a few respondents of each organisation."""
    framework = draw(frameworks())
    organisations = tuple(Organisation(f"o{number}") for number in range(draw(st.integers(1, 3))))
    answers = tuple(
        Answer(organisation.id, f"r{respondent}", indicator.id, draw(VALUES))
        for organisation in organisations
        for respondent in range(draw(st.integers(0, 3)))
        for indicator in framework.indicators()
    )
    programme = Programme("p", framework=framework, organisations=organisations)
    return programme, Assessment(WAVE, answers)


def framework_of(programme: Programme) -> MaturityFramework:
    assert programme.framework is not None
    return programme.framework


def parts(programme: Programme, card: ScoreCard) -> Iterator[tuple[float, list[float]]]:
    """Every value of an organisation on a dimension without indicators, with its children's values."""
    for dimension in framework_of(programme).walk():
        for organisation in programme.organisations:
            value = card.of(organisation.id, dimension.id, WAVE).value
            if value is not None and not dimension.indicators:
                children = (card.of(organisation.id, one.id, WAVE).value for one in dimension.dimensions)
                yield value, [one for one in children if one is not None]


@given(cases())
def test_a_mean_lies_between_the_values_it_is_made_of(case: tuple[Programme, Assessment]) -> None:
    programme, assessment = case
    for value, children in parts(programme, score(programme, [assessment])):
        assert min(children) - 1e-9 <= value <= max(children) + 1e-9


@given(cases())
def test_values_are_points_and_coverages_are_shares(case: tuple[Programme, Assessment]) -> None:
    programme, assessment = case
    for row in score(programme, [assessment]).scores:
        assert row.value is None or -1e-9 <= row.value <= 100 + 1e-9
        assert row.coverage is None or -1e-9 <= row.coverage <= 1 + 1e-9
        # a value needs an answer, and an answer gives a value
        assert (row.value is None) == (not row.coverage)


@given(cases(), st.data())
def test_improving_an_answer_never_lowers_a_score(
    case: tuple[Programme, Assessment], data: st.DataObject
) -> None:
    programme, assessment = case
    given_ = [number for number, one in enumerate(assessment.answers) if isinstance(one.value, float)]
    if not given_:
        return
    number = data.draw(st.sampled_from(given_))
    answers = list(assessment.answers)
    answers[number] = attrs.evolve(answers[number], value=5)
    before, after = score(programme, [assessment]), score(programme, [Assessment(WAVE, answers)])
    for old, new in zip(before.scores, after.scores, strict=True):
        assert (old.value is None) == (new.value is None)
        assert old.value is None or new.value is None or new.value >= old.value - 1e-9
        assert old.coverage == new.coverage


@given(cases(), st.sampled_from([0.1, 3, 1000]))
def test_scaling_the_weights_of_all_siblings_changes_nothing(
    case: tuple[Programme, Assessment], factor: float
) -> None:
    programme, assessment = case
    framework = framework_of(programme)
    scaled = tuple(attrs.evolve(one, weight=one.weight * factor) for one in framework.dimensions)
    heavier = attrs.evolve(programme, framework=attrs.evolve(framework, dimensions=scaled))
    for old, new in zip(
        score(programme, [assessment]).scores, score(heavier, [assessment]).scores, strict=True
    ):
        assert new.value == (None if old.value is None else pytest.approx(old.value))
        assert new.coverage == (None if old.coverage is None else pytest.approx(old.coverage))


@given(cases(), st.randoms(use_true_random=False))
def test_neighbours_and_their_order_change_nobodys_score(
    case: tuple[Programme, Assessment], random: Random
) -> None:
    programme, assessment = case
    shuffled = [*programme.organisations, Organisation("new")]
    random.shuffle(shuffled)
    questions = tuple(framework_of(programme).indicators())
    answers = [*assessment.answers, *(Answer("new", "r0", one.id, 5) for one in questions)]
    before = score(programme, [assessment])
    after = score(attrs.evolve(programme, organisations=shuffled), [Assessment(WAVE, answers)])
    for row in before.scores:
        if row.organisation is not None:
            assert after.of(row.organisation, row.node, WAVE) == row
    for profile in before.profiles:
        assert after.profile(profile.organisation, WAVE) == profile.shares


@given(cases())
def test_a_profile_sums_to_one_or_is_empty(case: tuple[Programme, Assessment]) -> None:
    programme, assessment = case
    card = score(programme, [assessment])
    for profile in card.profiles:
        answered = card.of(profile.organisation, "whole", WAVE).value is not None
        assert sum(one.share for one in profile.shares) == (pytest.approx(1) if answered else 0)
        assert len(profile.shares) == (len(LEVELS) if answered else 0)


@given(cases())
def test_the_mean_over_the_profile_encloses_the_whole_score(case: tuple[Programme, Assessment]) -> None:
    # each answer stands between its level's floor and the next, so the whole score does on average
    programme, assessment = case
    card = score(programme, [assessment])
    for profile in card.profiles:
        value = card.of(profile.organisation, "whole", WAVE).value
        if value is not None:
            floors = sum(one.share * level.floor for one, level in zip(profile.shares, LEVELS, strict=True))
            assert floors - 1e-9 <= value <= floors + 20 + 1e-9


@given(cases())
def test_an_answer_left_out_is_an_answer_left_blank(case: tuple[Programme, Assessment]) -> None:
    # as long as the respondent gave some answer, or there would be no trace of them
    programme, assessment = case
    heard = {(one.organisation, one.respondent) for one in assessment.answers if isinstance(one.value, float)}
    kept = [
        one
        for one in assessment.answers
        if one.value is not NoAnswer.NOT_ANSWERED or (one.organisation, one.respondent) not in heard
    ]
    assert score(programme, [assessment]) == score(programme, [Assessment(WAVE, kept)])


@given(cases())
def test_a_question_that_applies_to_nobody_changes_nothing(case: tuple[Programme, Assessment]) -> None:
    programme, assessment = case
    framework = framework_of(programme)
    extra = MaturityDimension("extra", weight=3, indicators=(Indicator("extra", "?", 1, 5),))
    wider = attrs.evolve(framework, dimensions=(*framework.dimensions, extra))
    respondents = {(one.organisation, one.respondent): None for one in assessment.answers}
    not_applicable = (Answer(*one, "extra", NoAnswer.NOT_APPLICABLE) for one in respondents)
    before = score(programme, [assessment])
    after = score(
        attrs.evolve(programme, framework=wider), [Assessment(WAVE, (*assessment.answers, *not_applicable))]
    )
    for organisation, _ in respondents:
        old, new = before.of(organisation, "whole", WAVE), after.of(organisation, "whole", WAVE)
        assert (old.value is None) == (new.value is None)
        assert new.value == (None if old.value is None else pytest.approx(old.value))
        assert new.coverage == (None if old.coverage is None else pytest.approx(old.coverage))
