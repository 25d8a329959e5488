"""What cannot be scored is refused at once, with its place, and never as a traceback of another kind."""

import time

import pytest

from kompetanse.errors import AmbiguousFramework, Fault, InvalidAssessment, NoFramework, Problem
from kompetanse.model import (
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    NoAnswer,
    Organisation,
    Programme,
)
from kompetanse.model.framework import DEEPEST_TREE
from kompetanse.scoring import score


def dimension(id_: str, *indicators: str) -> MaturityDimension:
    return MaturityDimension(id_, indicators=tuple(Indicator(one, "?", 1, 5) for one in indicators))


def programme(*dimensions: MaturityDimension) -> Programme:
    framework = MaturityFramework("modenhet", dimensions=dimensions)
    return Programme("p", framework=framework, organisations=(Organisation("hå"), Organisation("time")))


SOUND = programme(dimension("folk", "mot", "tid"))


def test_every_fault_of_every_wave_is_told_at_once_with_its_place() -> None:
    first = (
        Answer("hå", "r1", "mot", 6),
        Answer("hå", "r1", "mot", 3),
        Answer("tima", "r1", "mot", 3),
        Answer("tima", "r2", "mot", 3),
        Answer("hå", "r1", "mott", 3),
        Answer("hå", "r1", "tidd", 3),
    )
    second = (Answer("time", "r1", "tid", 0.5), Answer("time", "r1", "tid", NoAnswer.NOT_APPLICABLE))
    with pytest.raises(InvalidAssessment) as raised:
        score(SOUND, [Assessment("2023", second), Assessment("2022", first)])

    def outside(found: float) -> Problem:
        return Problem("out-of-range", (("low", 1.0), ("high", 5.0), ("found", found)))

    def unknown(noun: str, found: str, suggestion: str) -> Problem:
        return Problem(f"unknown-{noun}", (("found", f"'{found}'"), ("suggestion", suggestion)))

    assert raised.value.faults == (
        Fault(unknown("organisation", "tima", "time"), "2022/tima"),
        Fault(unknown("indicator", "mott", "mot"), "2022/mott"),
        Fault(unknown("indicator", "tidd", "tid"), "2022/tidd"),
        Fault(outside(6), "2022/hå/r1/mot"),
        Fault(Problem("answered-twice"), "2022/hå/r1/mot"),
        Fault(outside(0.5), "2023/time/r1/tid"),
        Fault(Problem("answered-twice"), "2023/time/r1/tid"),
    )
    assert str(raised.value).splitlines()[3] == ("2022/hå/r1/mot: should lie between 1 and 5; found 6")


def test_unknown_names_are_told_in_the_order_in_which_they_came() -> None:
    answers = tuple(Answer(f"o{number}", "r", "mot", 3) for number in (3, 1, 2))
    with pytest.raises(InvalidAssessment) as raised:
        score(SOUND, [Assessment("2022", answers)])
    assert [one.place for one in raised.value.faults] == ["2022/o3", "2022/o1", "2022/o2"]


def test_answers_to_one_wave_in_two_assessments_are_taken_together() -> None:
    card = score(
        SOUND,
        [
            Assessment("2022", (Answer("hå", "r1", "mot", 5),)),
            Assessment("2022", (Answer("hå", "r1", "tid", 1),)),
        ],
    )
    assert card.of("hå", "folk", "2022").value == 50
    again = Assessment("2022", (Answer("hå", "r1", "mot", 5),))
    with pytest.raises(InvalidAssessment):
        score(SOUND, [again, again])


def test_a_programme_that_names_no_organisations_takes_those_that_answered() -> None:
    open_to_all = Programme("p", framework=SOUND.framework)
    answers = (Answer("time", "r1", "mot", 5), Answer("hå", "r1", "mot", 1))
    card = score(open_to_all, iter([Assessment("2022", answers)]))
    assert card.organisations == ("hå", "time")
    assert card.network("folk", "2022").value == 50


def test_without_a_framework_there_is_nothing_to_score_by() -> None:
    with pytest.raises(NoFramework) as raised:
        score(Programme("p"), [])
    assert raised.value == NoFramework("p")


def test_an_id_that_several_parts_of_a_framework_have_is_refused() -> None:
    faulty = programme(
        dimension("folk", "mot"), dimension("folk", "mot", "tid"), dimension("modenhet"), dimension("data")
    )
    with pytest.raises(AmbiguousFramework) as raised:
        score(faulty, [])
    assert raised.value == AmbiguousFramework("modenhet", ("modenhet", "folk", "mot"))


def test_little_is_no_fault() -> None:
    for empty in (
        Programme("p", framework=MaturityFramework("modenhet")),
        Programme("p", framework=MaturityFramework("modenhet"), organisations=(Organisation("hå"),)),
        Programme("p", framework=MaturityFramework("modenhet", dimensions=(dimension("folk", "mot"),))),
        programme(dimension("folk")),
    ):
        assert score(empty, []).scores == ()
        card = score(empty, [Assessment("2022")])
        assert card.network("modenhet", "2022").value is None
        assert card.gaps("2022") == ()


def test_the_deepest_tree_is_scored() -> None:
    deep = dimension("d0", "mot")
    for number in range(1, DEEPEST_TREE):
        deep = MaturityDimension(f"d{number}", dimensions=(deep,))
    card = score(programme(deep), [Assessment("2022", (Answer("hå", "r1", "mot", 3),))])
    assert card.of("hå", f"d{DEEPEST_TREE - 1}", "2022").value == 50


@pytest.mark.slow
def test_a_large_network_is_scored_in_well_under_a_second() -> None:
    folk = dimension("folk", *(f"i{number}" for number in range(60)))
    framework = MaturityFramework("modenhet", dimensions=(folk,))
    organisations = tuple(Organisation(f"o{number}") for number in range(400))
    answers = tuple(
        Answer(organisation.id, f"r{respondent}", indicator.id, 1 + respondent % 5)
        for organisation in organisations
        for respondent in range(8)
        for indicator in folk.indicators
    )
    large = Programme("p", framework=framework, organisations=organisations)
    assessment = Assessment("2022", answers)
    started = time.process_time()
    score(large, [assessment])
    # it takes a quarter of a second of this process; the rest is for a machine that is busy
    assert time.process_time() - started < 2


def test_waves_stand_in_the_order_of_their_numbers() -> None:
    waves = [Assessment(one, [Answer("hå", "r1", "mot", 3)]) for one in ("w10", "w9", "2023-02", "2022-11")]
    card = score(programme(dimension("folk", "mot")), waves)
    assert card.waves == ("2022-11", "2023-02", "w9", "w10")
