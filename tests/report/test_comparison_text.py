"""What is told of designs side by side."""

import json

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.forecasting import Forecaster
from kompetanse.model import (
    Costs,
    Drop,
    Language,
    Module,
    Move,
    Programme,
    Provenance,
    Shift,
    Unrequire,
)
from kompetanse.report import comparison_data, comparison_text
from kompetanse.report.layout import WIDTH
from kompetanse.testing import strategies
from kompetanse.whatif import Scenario, compare

SCENARIOS = (
    Scenario("less", name="Less", changes=[Drop("teknologi")]),
    Scenario("still-less", name="Still less", changes=[Drop("strategi")], on="less"),
    Scenario("free", name="Free", changes=[Unrequire("teknologi", "organisasjon")]),
    Scenario("gone", name="Gone", changes=[Drop("tulip")]),
)


@pytest.fixture(scope="module", params=["nb", "en"])
def told(request: pytest.FixtureRequest, programme: Programme) -> str:
    priced = attrs.evolve(programme, costs=Costs(leader_hour=700, gathering=20_000))
    return comparison_text(compare(priced, SCENARIOS, forecaster=Forecaster()), request.param)


def test_no_line_is_too_wide(told: str) -> None:
    assert max(map(len, told.splitlines())) <= WIDTH


def test_cost_peak_freedom_and_forecast_are_told(programme: Programme) -> None:
    priced = attrs.evolve(programme, costs=Costs(leader_hour=700, gathering=20_000))
    text = comparison_text(compare(priced, SCENARIOS, forecaster=Forecaster()), "en")
    flat = " ".join(text.split())
    for sentence in (
        "costs 14,419,200 ",
        "busiest in March 2023, with 2,658.3 leader-hours",
        "possible orders: 3",
        "builds on “Less”",
        "costs 3,309,400 less",
        "possible orders: 1 (the base: 3)",
        "gain by 23 June 2024, if the assumptions hold: ",
        "points less (90 %: ",
        "hangs most on the assumption “transfer”, which has a part in ",
        "Beaten by no other, of those that are sound: the base, “Less”, “Still less” and “Free”. ",
        "proves no effect. 8 of its 10 assumptions are assumed",
    ):
        assert sentence in flat, sentence


def test_without_a_forecast_the_front_says_what_it_leaves_out(programme: Programme) -> None:
    text = comparison_text(compare(programme, SCENARIOS), "en")
    assert "Beaten by no other, of those that are sound: “Still less”." in text
    assert "What those who take part gain by it is no part of this." in text
    assert "assumptions" not in text


def test_of_the_base_alone_no_front_is_told(programme: Programme) -> None:
    text = comparison_text(compare(programme, []), "nb")
    assert "slått" not in text


def test_a_design_that_is_not_sound_is_not_named_as_unbeaten(programme: Programme) -> None:
    faulty = Scenario("faulty", name="Faulty", changes=[Move("ledelse", before="organisasjon")])
    assert "Beaten" not in comparison_text(compare(programme, [faulty]), "en")
    comparison = compare(programme, [faulty, SCENARIOS[2]])
    assert "faulty" in comparison.pareto()  # its busiest month takes a little less
    assert "that are sound: the base and “Free”." in comparison_text(comparison, "en")


def test_of_many_designs_that_none_beats_the_first_are_named(programme: Programme) -> None:
    many = [Scenario(f"s{number}") for number in range(20)]
    worse = Scenario("worse", changes=[Shift("nord", 7)])
    text = comparison_text(compare(programme, [*many, worse]), "en")
    assert "sound: the base, “s0”, “s1”" in " ".join(text.split())
    assert "“s10” and 9 more." in " ".join(text.split())


def test_too_many_orders_are_told_as_too_many() -> None:
    first = [Module(f"m{number}") for number in range(24)]
    then = [
        Module(f"n{n}", requires=sorted({f"m{(n * 5 + k * k * 7) % 24}" for k in range(4)}))
        for n in range(24)
    ]
    many = Programme("p", modules=[*first, *then])
    comparison = compare(many, [Scenario("less", changes=[Drop("m0")])])
    assert comparison.base.orders is None
    assert "mulige rekkefølger: for mange til å telle" in comparison_text(comparison, "nb")


def test_gains_are_shown_to_hundredths_and_differences_with_their_sign(programme: Programme) -> None:
    text = comparison_text(compare(programme, SCENARIOS, forecaster=Forecaster()), "en")
    (row,) = [line for line in text.splitlines() if line.startswith("Less ") and "%" in line]
    assert row.split() == ["Less", "0.62", "-0.22", "-0.37", "-0.11", "0%"]
    (heading,) = [line for line in text.splitlines() if "Probability" in line]
    assert heading.split() == ["Scenario", "Gain", "±", "gain", "From", "To", "Probability"]


def test_what_drives_a_difference_too_small_to_show_is_not_told(programme: Programme) -> None:
    moved = Scenario("moved", changes=[Shift("nord", 1, "ledelse")])
    text = comparison_text(compare(programme, [moved], forecaster=Forecaster()), "en")
    assert "gains practically as much" in text
    assert "hangs most" not in text


@settings(max_examples=40)
@given(strategies.designs() | strategies.programmes(), st.data(), st.sampled_from(("nb", "en")))
def test_whatever_is_compared_can_be_told(programme: Programme, data: st.DataObject, lang: Language) -> None:
    drawn = data.draw(st.lists(strategies.changes(programme), min_size=1, max_size=3))
    scenarios = [
        Scenario(f"s{place}", changes=[change], on=f"s{place - 1}" if place else None)
        for place, change in enumerate(drawn)
    ]
    comparison = compare(programme, scenarios, forecaster=Forecaster(draws=100))
    text = comparison_text(comparison, lang)
    assert max(map(len, text.splitlines())) <= WIDTH
    told = json.loads(json.dumps(comparison_data(comparison, lang), allow_nan=False))
    assert len(told["outcomes"]) == len(drawn)
    assert comparison._repr_html_().count("<tr>") == 2 + len(drawn)


@pytest.mark.parametrize("section", ["costs", "timetable", "assumptions", "organisations"])
def test_what_rests_on_illustrative_numbers_says_so(section: str, programme: Programme) -> None:
    for provenance, title in (
        ((), "What if?\n"),
        ((Provenance(section, illustrative=True),), "What if? (ill"),
    ):
        base = attrs.evolve(programme, provenance=provenance)
        assert comparison_text(compare(base, []), "en").startswith(title)
