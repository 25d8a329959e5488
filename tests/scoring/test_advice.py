"""What an organisation should take up next."""

from collections.abc import Mapping

import pytest

from kompetanse.errors import UnknownModule, UnknownOrganisation, UnknownWave
from kompetanse.model import (
    Answer,
    Assessment,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    Module,
    Organisation,
    Programme,
)
from kompetanse.scoring import Advice, advise, score


def leaf(id_: str, weight: float, target: float | None = None) -> MaturityDimension:
    return MaturityDimension(
        id_, weight=weight, target=target, indicators=(Indicator(id_, "?", low=0, high=100),)
    )


FRAMEWORK = MaturityFramework(
    "modenhet",
    dimensions=(
        MaturityDimension(
            "folk", weight=3, target=90, dimensions=(leaf("mot", 1, target=60), leaf("læring", 2, target=60))
        ),
        leaf("data", 1, target=80),
        leaf("drift", 1),
    ),
)
MODULES = (
    Module("teknologi", develops=("data", "folk")),
    Module("kultur", develops=("mot", "no-such-dimension")),
    Module("helhet", develops=("læring",)),
)
PROGRAMME = Programme(
    "p",
    modules=MODULES,
    order=("kultur", "teknologi", "helhet"),
    framework=FRAMEWORK,
    organisations=(Organisation("hå"),),
)


def advice(values: Mapping[str, float], *done: str) -> tuple[Advice, ...]:
    answers = tuple(Answer("hå", "r", one, value) for one, value in values.items())
    card = score(PROGRAMME, [Assessment("2022", answers)])
    return advise(PROGRAMME, card, organisation="hå", wave="2022", done=done)


def test_advice_is_ordered_by_what_closing_the_gap_would_add_to_the_whole_score() -> None:
    # mot: 60 · 3/5 · 1/3 = 12; læring: 20 · 3/5 · 2/3 = 8; data: 70 · 1/5 = 14
    given = advice({"mot": 0, "læring": 40, "data": 10, "drift": 0})
    assert [one.dimension for one in given] == ["data", "mot", "læring"]
    assert [one.gain for one in given] == pytest.approx([14, 12, 8])
    first = given[0]
    assert (first.score, first.target, first.gap, first.module) == (10, 80, 70, "teknologi")
    assert first.weight == pytest.approx(0.2)


def test_a_dimension_at_its_target_or_without_an_answer_is_not_advised_on() -> None:
    assert [one.dimension for one in advice({"mot": 60, "læring": 59})] == ["læring"]


def test_where_a_narrower_dimension_has_a_target_the_wider_one_is_not_advised_on() -> None:
    # folk itself is 50 points below its own target
    assert "folk" not in {one.dimension for one in advice({"mot": 40, "læring": 40})}


def test_the_next_module_is_the_first_in_teaching_order_that_is_not_done() -> None:
    def module_for_mot(*done: str) -> str | None:
        return advice({"mot": 0}, *done)[0].module

    assert module_for_mot() == "kultur"
    # teknologi develops folk, of which mot is a part; helhet has nothing to do with it
    assert module_for_mot("kultur") == "teknologi"
    assert module_for_mot("kultur", "teknologi") is None


def test_a_module_that_develops_a_part_helps_the_whole() -> None:
    wide = MaturityFramework(
        "modenhet", dimensions=(MaturityDimension("folk", target=90, dimensions=(leaf("mot", 1),)),)
    )
    programme = Programme("p", modules=MODULES[1:2], framework=wide, organisations=PROGRAMME.organisations)
    card = score(programme, [Assessment("2022", (Answer("hå", "r", "mot", 0),))])
    (only,) = advise(programme, card, organisation="hå", wave="2022")
    assert only == Advice("hå", "folk", 0.0, 90.0, 90.0, 1.0, 90.0, "kultur")


def test_unknown_names_are_refused() -> None:
    card = score(PROGRAMME, [Assessment("2022")])
    with pytest.raises(UnknownOrganisation):
        advise(PROGRAMME, card, organisation="ha", wave="2022")
    with pytest.raises(UnknownWave):
        advise(PROGRAMME, card, organisation="hå", wave="2023")
    with pytest.raises(UnknownModule):
        advise(PROGRAMME, card, organisation="hå", wave="2022", done=("kultr",))
