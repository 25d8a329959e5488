"""Looking things up in a score card, and the table made of it."""

import pickle

import attrs
import pytest

from kompetanse.errors import UnknownDimension, UnknownOrganisation, UnknownWave
from kompetanse.model import (
    Aggregation,
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MissingPolicy,
    Organisation,
    Programme,
    Role,
    Unit,
)
from kompetanse.scoring import ScoreCard, score


def dimension(id_: str, target: float | None = None) -> MaturityDimension:
    return MaturityDimension(id_, target=target, indicators=(Indicator(id_, "?", low=0, high=100),))


def card() -> ScoreCard:
    framework = MaturityFramework(
        "modenhet", dimensions=(dimension("a", 50), dimension("b"), dimension("c", 80), dimension("d", 50))
    )
    programme = Programme("p", framework=framework, organisations=(Organisation("hå"), Organisation("time")))
    later = tuple(Answer("hå", "r", one, value) for one, value in zip("abc", (40, 0, 90), strict=True))
    first = (Answer("time", "r", "a", 20),)
    return score(programme, [Assessment("2023", later), Assessment("2022", first)])


def test_waves_follow_one_another_by_their_ids() -> None:
    assert card().waves == ("2022", "2023")


def test_scores_can_be_looked_up_by_organisation_node_and_wave() -> None:
    assert card().of("time", "a", "2022").value == 20
    assert card().of("time", "a", "2023").value is None
    assert card().network("a", "2023").value == 40


def test_an_unknown_name_is_told_with_what_may_have_been_meant() -> None:
    for ask, error in (
        (lambda: card().of("timme", "a", "2022"), UnknownOrganisation("timme", "time")),
        (lambda: card().of("time", "modenhett", "2022"), UnknownDimension("modenhett", "modenhet")),
        (lambda: card().of("time", "a", "2024"), UnknownWave("2024", "2023")),
        (lambda: card().network("modnhet", "2022"), UnknownDimension("modnhet", "modenhet")),
        (lambda: card().network("a", "later"), UnknownWave("later")),
        (lambda: card().profile("tima", "2022"), UnknownOrganisation("tima", "time")),
        (lambda: card().profile("time", "later"), UnknownWave("later")),
        (lambda: card().gaps("later"), UnknownWave("later")),
    ):
        with pytest.raises(type(error)) as raised:
            ask()
        assert raised.value == error


def test_gaps_are_the_networks_widest_first_and_only_where_there_is_one() -> None:
    # b has no target, d no value
    assert [(one.node, one.gap) for one in card().gaps("2023")] == [("a", 10), ("c", -10)]


def test_a_framework_without_levels_has_neither_level_nor_profile() -> None:
    assert card().of("hå", "a", "2023").level is None
    assert card().profile("hå", "2023") == ()


def test_the_table_has_a_row_for_every_score() -> None:
    table = card().table()
    assert [(one.key, one.unit) for one in table.columns] == [
        ("organisation", None),
        ("wave", None),
        ("node", None),
        ("value", Unit.POINTS),
        ("coverage", Unit.SHARE),
        ("low", Unit.POINTS),
        ("high", Unit.POINTS),
        ("error", Unit.POINTS),
        ("respondents", None),
        ("level", None),
        ("target", Unit.POINTS),
        ("gap", Unit.POINTS),
        ("flag", None),
    ]
    assert len(table.rows) == 2 * 3 * 5
    assert ("hå", "2023", "a", 40.0, 1.0, None, None, None, 1, None, 50.0, 10.0, None) in table.rows
    assert (None, "2023", "a", 40.0, 0.5, None, None, None, 1, None, 50.0, 10.0, None) in table.rows


def test_where_there_is_no_value_there_is_no_error_even_if_all_leaders_answered() -> None:
    strict = attrs.evolve(dimension("a"), aggregation=Aggregation(missing=MissingPolicy.REFUSE))
    strict = attrs.evolve(strict, indicators=(*strict.indicators, Indicator("more", "?", low=0, high=100)))
    programme = Programme(
        "p",
        framework=MaturityFramework("modenhet", dimensions=(strict,)),
        organisations=(Organisation("hå", leaders=1),),
    )
    found = score(programme, [Assessment("2023", (Answer("hå", "r", "a", 40),))])
    assert found.indicator("hå", "a", "2023").error == 0
    refused = found.of("hå", "a", "2023")
    assert (refused.value, refused.low, refused.high, refused.error) == (None, None, None, None)


def test_an_organisation_that_is_named_twice_stands_once_as_it_is_named_first() -> None:
    framework = MaturityFramework("modenhet", dimensions=(dimension("a"),))
    twice = (Organisation("hå", leaders=2), Organisation("hå"))
    answers = tuple(Answer("hå", f"r{one}", "a", 40 * one) for one in range(2))
    found = score(Programme("p", framework=framework, organisations=twice), [Assessment("2023", answers)])
    assert found.organisations == ("hå",)
    assert found.of("hå", "a", "2023").error == 0  # both of its leaders answered


def test_where_some_are_told_to_be_no_leaders_no_share_of_the_leaders_is_taken_to_have_answered() -> None:
    framework = MaturityFramework("modenhet", dimensions=(dimension("a"),))
    programme = Programme("p", framework=framework, organisations=(Organisation("hå", leaders=2),))
    for role, all_there_are in ((None, True), (Role.LEADER, True), (Role.STAFF, False)):
        answers = (Answer("hå", "r0", "a", 0), Answer("hå", "r1", "a", 40, role))
        found = score(programme, [Assessment("2023", answers)]).of("hå", "a", "2023")
        assert (found.error == 0) is all_there_are


def test_a_card_is_a_value() -> None:
    assert card() == card()
    assert hash(card()) == hash(card())
    assert pickle.loads(pickle.dumps(card())) == card()  # noqa: S301  # its own bytes
