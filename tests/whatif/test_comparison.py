"""What a comparison gives: a table, a page for a notebook, and which designs no other dominates."""

import pickle
import tracemalloc
from datetime import date
from functools import partial

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import CannotApply, CannotReplan, InvalidValue, UnknownModule
from kompetanse.files import table_to_frame
from kompetanse.forecasting import Forecaster, drivers
from kompetanse.model import (
    Assume,
    Assumption,
    Cell,
    Change,
    Drop,
    Factor,
    Module,
    Prerequisite,
    Programme,
    Require,
    Retime,
    Shift,
    Timetable,
)
from kompetanse.planning import first_fit
from kompetanse.report import comparison_text
from kompetanse.testing import strategies
from kompetanse.whatif import Comparison, Dominance, Scenario, compare, in_full, singles
from kompetanse.whatif.measure import LEADER_HOURS, MODULES, ORDERS, WARNINGS

KEYS = [
    *(
        "scenario",
        "status",
        "errors",
        "warnings",
        "modules",
        "last-date",
        "days",
        "leader-hours",
        "hours-more",
    ),
    *("orders", "complexity", "complexity-more", "cost", "cost-more", "peak", "peak-more"),
    *("gain", "gain-more", "gain-low", "gain-high", "gain-probability"),
]


@pytest.fixture(scope="module")
def comparison(programme: Programme, scenarios: tuple[Scenario, ...]) -> Comparison:
    return compare(programme, scenarios)


def row(comparison: Comparison, place: int) -> dict[str, Cell]:
    table = comparison.table()
    return dict(zip((one.key for one in table.columns), table.rows[place], strict=True))


def test_the_table_has_a_column_for_all_that_is_told(comparison: Comparison) -> None:
    assert [one.key for one in comparison.table().columns] == KEYS
    base = row(comparison, 0)
    assert (base["scenario"], base["orders"], base["complexity"], base["peak"]) == ("base", 3, 15, 2658.3)
    assert not [key for key in base if key.endswith("-more") and base[key] is not None]
    longer = row(
        comparison, [one.scenario.id for one in comparison.outcomes].index("strategien-må-modnes") + 1
    )
    assert (longer["orders"], longer["complexity-more"], longer["peak-more"]) == (1, 7, 0)


def test_a_refused_scenario_has_a_row_without_numbers(programme: Programme) -> None:
    told = row(compare(programme, [Scenario("s", changes=[Drop("tulip")])]), 1)
    assert told["status"] == "refused"
    assert {told[key] for key in KEYS[2:]} == {None}


def test_a_frame_has_a_row_for_each_design(comparison: Comparison) -> None:
    frame = table_to_frame(comparison.table(), "polars", lang="nb")
    assert frame.height == 1 + len(comparison.outcomes)
    assert frame["scenario"][1] == "Uten teknologi"
    assert frame["days"][1] == -154


def test_a_comparison_is_shown_in_lines_and_not_in_pages(comparison: Comparison) -> None:
    assert repr(comparison) == "<Comparison rogaland: 10 scenarios, 0 refusals>"
    assert repr(comparison.outcomes[0]) == "<Outcome uten-teknologi>"


def test_a_notebook_shows_the_columns_that_have_something(comparison: Comparison) -> None:
    html = comparison._repr_html_()
    assert "<th>orders</th>" in html
    assert "<th>cost</th>" not in html
    assert "<td>Without technology</td>" in html


BASE = Programme("p", modules=(Module("a"), Module("b", requires=("a",)), Module("c")), order=("a", "b", "c"))
FREE, LESS, NONE, GONE = (
    Scenario("base", changes=[Require("c", Prerequisite("b"))]),
    Scenario("less", changes=[Drop("c")]),
    Scenario("none", changes=[]),
    Scenario("gone", changes=[Drop("tulip")]),
)


def test_a_scenario_may_have_the_id_base_and_is_another_design() -> None:
    comparison = compare(BASE, [FREE, LESS, NONE, GONE])
    assert comparison.pareto(ORDERS) == (None, "none")
    assert comparison.pareto(MODULES, ORDERS) == (None, "less", "none")
    assert comparison.dominance(MODULES, ORDERS) == (
        Dominance(None, "base"),
        Dominance("less", "base"),
        Dominance("none", "base"),
    )


def test_what_is_not_known_of_any_design_takes_no_part() -> None:
    comparison = compare(BASE, [NONE])
    assert comparison.pareto() == (None, "none")
    assert compare(BASE, []).pareto(WARNINGS, LEADER_HOURS) == (None,)


def test_what_is_no_measure_is_refused() -> None:
    with pytest.raises(InvalidValue, match="Measure"):
        compare(BASE, []).pareto("hours")  # type: ignore[arg-type]


@given(strategies.programmes(), st.data())
def test_a_scenario_evaluated_twice_gives_equal_outcomes(programme: Programme, data: st.DataObject) -> None:
    space = singles(programme)
    chosen = data.draw(st.lists(st.sampled_from(space), max_size=4, unique_by=lambda one: one.id))
    evaluate = partial(compare, programme, chosen, forecaster=Forecaster(draws=100))
    first, second = evaluate(), pickle.loads(pickle.dumps(evaluate()))  # noqa: S301  # its own
    assert first.table() == second.table()
    assert first.pareto() == second.pareto()
    for one, other in zip(first.outcomes, second.outcomes, strict=True):
        assert one.refused == other.refused
        if one.result and other.result:
            assert one.result.findings == other.result.findings
            assert one.result.load == other.result.load
            assert one.result.projection is not None
            assert other.result.projection is not None
            assert one.result.projection.gains.tobytes() == other.result.projection.gains.tobytes()


@given(strategies.programmes(min_modules=2), st.data())
def test_what_builds_on_another_is_compared_as_if_it_said_all(
    programme: Programme, data: st.DataObject
) -> None:
    drawn = data.draw(st.lists(strategies.changes(programme), min_size=1, max_size=5))
    chain = [
        Scenario(f"s{place}", changes=[one], on=f"s{place - 1}" if place else None)
        for place, one in enumerate(drawn)
    ]
    on_one_another = data.draw(st.permutations(chain))
    comparison = compare(programme, on_one_another)
    alone = compare(programme, [attrs.evolve(one, on=None) for one in in_full(on_one_another)])
    assert [(one.refused, one.result) for one in comparison.outcomes] == [
        (one.refused, one.result) for one in alone.outcomes
    ]


def test_a_long_chain_makes_each_change_once(programme: Programme, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Change] = []

    def apply(change: Shift, it: Programme) -> Programme:
        made.append(change)
        return it

    monkeypatch.setattr(Shift, "apply", apply)
    chain = [
        Scenario(f"s{place}", changes=[Shift("nord", 1)], on=f"s{place + 1}" if place < 99 else None)
        for place in range(100)
    ]
    compare(programme, chain)
    assert len(made) == 100


def test_no_design_keeps_every_draw_of_its_forecast(programme: Programme) -> None:
    comparison = compare(programme, singles(programme)[:10], forecaster=Forecaster())
    projection = comparison.base.projection
    assert projection is not None
    tracemalloc.start()
    comparison.table()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 10 * projection.gains.nbytes / 2


@given(strategies.programmes())
def test_the_base_differs_nowhere_from_itself(programme: Programme) -> None:
    comparison = compare(programme, [Scenario("same")], forecaster=Forecaster(draws=100))
    told = row(comparison, 1)
    assert {key: told[key] or 0 for key in KEYS if key.endswith(("-more", "days", "-low", "-high"))} == (
        dict.fromkeys((key for key in KEYS if key.endswith(("-more", "days", "-low", "-high"))), 0)
    )
    assert told["gain-probability"] == 0
    assert [told[key] for key in KEYS[1:] if told[key]] == [
        row(comparison, 0)[key] for key in KEYS[1:] if row(comparison, 0)[key]
    ]
    assert comparison.dominance() == ()


def test_with_a_planner_every_design_is_planned_anew(programme: Programme) -> None:
    planning = attrs.evolve(programme.planning, start=date(2022, 12, 1))
    programme = attrs.evolve(programme, planning=planning)
    comparison = compare(programme, [Scenario("s", changes=[Drop("ledelse")])], planner=first_fit)
    assert comparison.base.programme.timetable == first_fit(programme)
    (outcome,) = comparison.outcomes
    assert outcome.result is not None
    assert outcome.result.programme.timetable == first_fit(programme.without("ledelse"))


def _refuses_less(programme: Programme) -> Timetable:
    programme.module("c")
    return programme.timetable


def test_what_the_planner_refuses_is_an_outcome() -> None:
    less, gone = compare(BASE, [LESS, GONE], planner=_refuses_less).outcomes
    assert less.refused == CannotReplan(UnknownModule("c"))
    assert gone.refused == CannotApply(Drop("tulip"), UnknownModule("tulip"))


def test_scenarios_build_on_one_another(programme: Programme) -> None:
    longer = Scenario("longer", changes=[Shift("nord", 7)], on="shorter")
    shorter = Scenario("shorter", changes=[Drop("teknologi")])
    first, second = compare(programme, [longer, shorter]).outcomes
    assert first.scenario.changes == (*shorter.changes, *longer.changes)
    assert first.result is not None
    assert second.result is not None
    assert first.result.programme == longer.apply(second.result.programme)


def test_every_design_is_forecast_for_the_day_of_the_base(programme: Programme) -> None:
    shorter = Scenario("shorter", changes=[Drop("teknologi")])
    (outcome,) = compare(programme, [shorter], forecaster=Forecaster(draws=100)).outcomes
    assert outcome.result is not None
    assert outcome.difference is not None
    assert outcome.result.projection is not None
    assert outcome.result.projection.on == date(2024, 6, 23)
    assert outcome.difference.gain is not None
    assert outcome.difference.gain.high < 0
    assert outcome.difference.drivers == drivers(
        Forecaster(draws=100, on=date(2024, 6, 23)), programme.without("teknologi"), programme
    )


def test_without_a_forecaster_nothing_is_forecast_or_driven(comparison: Comparison) -> None:
    told = {(one.difference.gain, one.difference.drivers) for one in comparison.outcomes if one.difference}
    assert told == {(None, ())}


def test_other_assumptions_beat_no_design(programme: Programme) -> None:
    hopeful = Scenario("hopeful", changes=[Assume(Assumption(Factor.TRANSFER, 1))])
    longer = Scenario("longer", changes=[Retime("teknologi", follow_up_hours=24)])
    comparison = compare(programme, [hopeful, longer], forecaster=Forecaster())
    (gain, _) = (one.difference.gain for one in comparison.outcomes if one.difference)
    assert gain is not None
    assert gain.low > 0
    assert comparison.pareto() == (None, "longer")
    assert "hopeful" not in {one.better for one in comparison.dominance()}
    assert "No part of this, since something else is assumed or weighed otherwise: “hopeful”." in (
        " ".join(comparison_text(comparison, "en").split())
    )
