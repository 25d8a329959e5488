"""One small assessment, worked out by hand."""

import pytest

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
from kompetanse.scoring import LevelShare, ScoreCard, score

BLANK, NOT_APPLICABLE = NoAnswer.NOT_ANSWERED, NoAnswer.NOT_APPLICABLE


def question(id_: str, weight: float = 1) -> Indicator:
    return Indicator(id_, "?", low=1, high=5, weight=weight)


FRAMEWORK = MaturityFramework(
    "modenhet",
    levels=(MaturityLevel("g1"), MaturityLevel("g2", floor=40), MaturityLevel("g3", floor=80)),
    dimensions=(
        # beside its own question stands a narrower dimension
        MaturityDimension(
            "folk",
            weight=3,
            target=70,
            indicators=(question("mot"),),
            dimensions=(
                MaturityDimension("læring", weight=2, indicators=(question("tid", 3), question("deling"))),
            ),
        ),
        MaturityDimension("data", weight=1, target=50, indicators=(question("tillit"),)),
    ),
)
ANSWERS: dict[tuple[str, str], tuple[int | NoAnswer, ...]] = {
    # organisation, respondent: mot, tid, deling, tillit
    ("hå", "r1"): (3, 5, 1, BLANK),
    ("hå", "r2"): (5, BLANK, 3, NOT_APPLICABLE),
    ("time", "r1"): (1, 1, 1, NOT_APPLICABLE),
    ("lund", "r1"): (BLANK, BLANK, BLANK, BLANK),
}


def card() -> ScoreCard:
    programme = Programme(
        "p",
        framework=FRAMEWORK,
        organisations=tuple(Organisation(one) for one in ("hå", "time", "lund", "klepp")),
    )
    answers = tuple(
        Answer(organisation, respondent, indicator, value)
        for (organisation, respondent), values in ANSWERS.items()
        for indicator, value in zip(("mot", "tid", "deling", "tillit"), values, strict=True)
    )
    return score(programme, [Assessment("2022", answers)])


def test_a_value_is_the_weighted_mean_of_what_was_answered() -> None:
    # mot: mean of 50 and 100; tid: 100; deling: mean of 0 and 50; læring: (3·100 + 1·25) / 4
    assert card().of("hå", "læring", "2022").value == pytest.approx(81.25)
    # folk: (2·81.25 + 1·75) / 3; data has no value, so folk is all that the whole is made of
    assert card().of("hå", "folk", "2022").value == pytest.approx(237.5 / 3)
    assert card().of("hå", "modenhet", "2022").value == pytest.approx(237.5 / 3)


def test_coverage_is_the_share_of_the_applicable_answers_that_were_given() -> None:
    # tid: 1 of 2, deling: 2 of 2; læring: (3·½ + 1·1) / 4; folk: (2·0.625 + 1·1) / 3
    assert card().of("hå", "læring", "2022").coverage == pytest.approx(0.625)
    assert card().of("hå", "folk", "2022").coverage == pytest.approx(0.75)
    # tillit: r1 did not answer, and to r2 it does not apply; the whole: (3·0.75 + 1·0) / 4
    assert card().of("hå", "data", "2022").coverage == 0
    assert card().of("hå", "modenhet", "2022").coverage == pytest.approx(0.5625)


def test_what_is_not_applicable_is_neither_low_nor_missing() -> None:
    nothing_applies = card().of("time", "data", "2022")
    assert (nothing_applies.value, nothing_applies.coverage) == (None, None)
    assert card().of("time", "modenhet", "2022").coverage == 1
    not_answered = card().of("lund", "data", "2022")
    assert (not_answered.value, not_answered.coverage) == (None, 0)


def test_nothing_answered_is_no_value_and_never_zero() -> None:
    for organisation in ("lund", "klepp"):  # all blank, and nobody asked
        for node in ("modenhet", "folk", "læring", "data"):
            one = card().of(organisation, node, "2022")
            assert (one.value, one.coverage, one.level, one.gap) == (None, 0, None, None)
        assert card().profile(organisation, "2022") == ()
    assert card().of("time", "modenhet", "2022").value == 0


def test_the_network_is_the_mean_of_the_organisations_that_have_a_value() -> None:
    assert card().network("folk", "2022").value == pytest.approx((237.5 / 3 + 0) / 2)
    # its coverage counts those without a value too, where the question applies to them
    assert card().network("folk", "2022").coverage == pytest.approx((0.75 + 1 + 0 + 0) / 4)
    assert card().network("data", "2022").coverage == 0


def test_a_gap_leads_from_the_value_up_to_the_target() -> None:
    assert card().of("time", "folk", "2022").gap == 70
    assert card().of("hå", "folk", "2022").gap == pytest.approx(70 - 237.5 / 3)
    assert card().of("hå", "læring", "2022").gap is None
    assert [one.node for one in card().gaps("2022")] == ["folk"]


def test_a_level_is_the_last_whose_floor_the_value_reaches() -> None:
    assert [card().of("hå", node, "2022").level for node in ("læring", "folk")] == ["g3", "g2"]
    assert card().of("time", "folk", "2022").level == "g1"


def test_a_profile_shows_every_level_that_an_organisation_stands_on() -> None:
    # of the whole: mot ⅓, tid ½, deling ⅙, each spread over those who answered it
    # g1: deling of r1; g2: mot of r1 and deling of r2; g3: mot of r2 and tid of r1
    expected = (1 / 12, 1 / 6 + 1 / 12, 1 / 6 + 1 / 2)
    profile = card().profile("hå", "2022")
    assert [one.level for one in profile] == ["g1", "g2", "g3"]
    assert [one.share for one in profile] == pytest.approx(expected)
    assert card().profile("time", "2022") == (
        LevelShare("g1", 1.0),
        LevelShare("g2", 0.0),
        LevelShare("g3", 0.0),
    )
