"""The illustrative answers, participation and scenarios of the bundled case can be read and used."""

from collections import Counter
from functools import cache

from kompetanse.files import bundled, read_answers, read_participation, read_programme, read_scenarios
from kompetanse.model import Add, Assessment, Drop, Merge, Move, NoAnswer, Programme, Require, Retime, Shift
from kompetanse.scoring import ScoreCard, advise, score
from kompetanse.whatif import Outcome, Scenario, compare


@cache
def programme() -> Programme:
    return read_programme(bundled() / "programme.yaml")


@cache
def assessments() -> tuple[Assessment, ...]:
    return read_answers(bundled() / "answers.csv", programme())


@cache
def card() -> ScoreCard:
    return score(programme(), assessments())


@cache
def scenarios() -> tuple[Scenario, ...]:
    return read_scenarios(bundled() / "scenarios.yaml")


@cache
def outcomes() -> dict[str, Outcome]:
    return {one.scenario.id: one for one in compare(programme(), scenarios()).outcomes}


def rules_of(scenario: str) -> list[tuple[str, str]]:
    result = outcomes()[scenario].result
    assert result is not None
    return [(one.rule, one.severity.value) for one in result.findings]


def test_every_municipality_answered_in_both_waves() -> None:
    assert [one.wave for one in assessments()] == ["2022-09", "2023-02"]
    for assessment in assessments():
        respondents = {(one.organisation, one.respondent) for one in assessment.answers}
        numbers = Counter(organisation for organisation, _ in respondents)
        assert set(numbers) == {one.id for one in programme().organisations}
        assert all(4 <= number <= 8 for number in numbers.values())


def test_some_answers_are_missing_some_do_not_apply_and_some_respondents_are_blank() -> None:
    answers = [one for assessment in assessments() for one in assessment.answers]
    kinds = Counter(one.value for one in answers if isinstance(one.value, NoAnswer))
    assert 0.03 < kinds[NoAnswer.NOT_ANSWERED] / len(answers) < 0.15
    assert 0.005 < kinds[NoAnswer.NOT_APPLICABLE] / len(answers) < 0.05
    by_respondent: dict[tuple[str, str, str], set[object]] = {}
    for assessment in assessments():
        for one in assessment.answers:
            key = assessment.wave, one.organisation, one.respondent
            by_respondent.setdefault(key, set()).add(one.value)
    assert sum(values == {NoAnswer.NOT_ANSWERED} for values in by_respondent.values()) >= 3


def test_the_municipalities_differ_and_the_network_grows_a_little() -> None:
    before, after = (card().network("modenhet", wave).value for wave in card().waves)
    assert before is not None
    assert after is not None
    assert 3 < after - before < 12
    values = [card().of(one, "modenhet", "2023-02").value for one in card().organisations]
    known = [value for value in values if value is not None]
    assert len(known) == 23
    assert max(known) - min(known) > 25


def test_every_municipality_stands_on_several_generations() -> None:
    for organisation in card().organisations:
        profile = card().profile(organisation, "2023-02")
        assert sum(one.share > 0.05 for one in profile) >= 3


def test_gaps_to_target_are_wide_and_narrow_and_every_municipality_has_something_to_take_up() -> None:
    gaps = card().gaps("2023-02")
    assert len(gaps) >= 6
    for organisation in card().organisations:
        advice = advise(
            programme(), card(), organisation=organisation, wave="2023-02", done=("organisasjon",)
        )
        assert advice
        assert any(one.module is not None for one in advice)


def test_participation_is_that_of_the_first_two_modules() -> None:
    participation = read_participation(bundled() / "participation.csv", programme())
    assert {(one.organisation, one.module) for one in participation} == {
        (organisation.id, module)
        for organisation in programme().organisations
        for module in ("organisasjon", "ledelse")
    }
    assert len(participation) == 46
    for one in participation:
        assert one.attended is not None
        assert one.own_work is not None
        assert one.attended > 0.5
        if one.module == "organisasjon":
            assert one.own_work > 0.5
        else:
            assert one.own_work <= 0.8


def test_there_are_scenarios_of_many_kinds_named_in_both_languages() -> None:
    kinds = {type(change) for scenario in scenarios() for change in scenario.changes}
    assert kinds == {Drop, Move, Shift, Require, Add, Merge, Retime}
    assert [one.on for one in scenarios() if one.on] == ["strategi-i-ledelse"]
    assert all(one.name.nb != one.name.en for one in scenarios())


def test_a_dropped_module_leaves_a_sound_design() -> None:
    assert rules_of("uten-teknologi") == [("undeveloped", "warning")]
    assert {severity for _, severity in rules_of("uten-ledelse")} == {"warning"}


def test_two_modules_in_one_take_less_and_can_be_done_in_june() -> None:
    assert rules_of("strategi-i-ledelse") == rules_of("ferdig-i-juni") == []


def test_one_change_of_order_is_sound_and_one_breaks() -> None:
    assert rules_of("teknologi-før-strategi") == []
    assert ("teaching-order", "error") in rules_of("ledelse-først")


def test_the_northern_group_cannot_meet_in_easter() -> None:
    assert ("closed-period", "error") in rules_of("nord-i-påsken")


def test_half_a_year_is_more_than_there_is_between_june_and_november() -> None:
    assert rules_of("strategien-må-modnes") == [("gathering-too-early", "error")] * 3


def test_a_new_module_has_no_gatherings_yet() -> None:
    assert {rule for rule, _ in rules_of("kunstig-intelligens")} == {"no-gathering"}
