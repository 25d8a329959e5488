"""A sweep in this process: every design has its row, whatever becomes of it."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue, RingOfScenarios, ScenarioExists
from kompetanse.model import Costs, Drop, Programme, Text
from kompetanse.testing import strategies
from kompetanse.whatif import (
    MEASURES,
    Measure,
    MemoryStore,
    Row,
    Scenario,
    Space,
    Status,
    SweepProgress,
    Value,
    compare,
    grid,
    measure,
    sweep,
)

LENGTHS = (measure.MODULES, measure.COMPLEXITY, measure.ERRORS)


def test_every_row_says_what_compare_says(base: Programme, space: Space) -> None:
    swept = sweep(base, space, measures=LENGTHS)
    rows = tuple(swept.rows())
    assert [one.number for one in rows] == list(range(len(space)))
    for row, outcome in zip(rows, compare(base, space).outcomes, strict=True):
        if outcome.difference is None:
            assert outcome.refused is not None
            assert row == Row(row.number, Status.REFUSED, str(outcome.refused.reason), (None, None, None))
        else:
            values = tuple(one.of(outcome.difference) for one in LENGTHS)
            assert row == Row(row.number, Status.DONE, None, values)
    assert min(swept.counts[Status.DONE], swept.counts[Status.REFUSED]) > 20
    assert swept.counts[Status.FAILED] == 0
    assert sum(swept.counts.values()) == len(space)
    assert swept.base_values == (6, 36, 0)


def test_what_a_row_is_of_is_found_by_its_number(base: Programme, drops: tuple[Scenario, ...]) -> None:
    swept = sweep(base, drops)
    assert swept.scenario(9) == drops[9]
    outcome = swept.outcome(9)
    assert outcome.difference is not None
    assert outcome.difference.dropped == ("m3",)
    for number in (-1, 24, "1", True):
        with pytest.raises(InvalidValue, match=r"Sweep\.scenario\.number"):
            swept.scenario(number)  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [0, 1])
def test_small_spaces_are_spaces(base: Programme, drops: tuple[Scenario, ...], size: int) -> None:
    swept = sweep(base, drops[:size])
    assert len(tuple(swept.rows())) == size
    assert len(swept.table().rows) == size
    assert not swept.interrupted
    assert len(swept.best(measure.LEADER_HOURS)) == size
    assert len(swept.pareto()) == size


def test_the_table_has_a_row_for_each_design(base: Programme, drops: tuple[Scenario, ...]) -> None:
    wrong = Scenario("wrong", changes=(Drop("x"),))
    table = sweep(base, (*drops[:1], wrong), measures=(measure.MODULES,)).table()
    assert [one.key for one in table.columns] == ["number", "scenario", "status", "modules", "reason"]
    assert table.rows == (
        (0, Text("s0-m0"), "done", 5, None),
        (1, Text("wrong"), "refused", None, "there is no module 'x'"),
    )


def test_scenarios_of_a_list_may_build_on_one_another(base: Programme) -> None:
    first = Scenario("a", changes=(Drop("m0"),))
    swept = sweep(base, [Scenario("b", changes=(Drop("m1"),), on="a"), first], measures=(measure.MODULES,))
    assert [one.values for one in swept.rows()] == [(4,), (5,)]
    assert swept.scenario(0).changes == (Drop("m0"), Drop("m1"))
    with pytest.raises(ScenarioExists):
        sweep(base, [first, first])
    with pytest.raises(RingOfScenarios):
        sweep(base, [Scenario("a", on="a")])


def test_what_is_measured_unless_told(base: Programme) -> None:
    keys = [one.key for one in sweep(base, ()).measures]
    assert keys == ["errors", "last-date", "leader-hours", "complexity"]
    priced = Programme("p", modules=base.modules, costs=Costs(leader_hour=1000.0))
    assert [one.key for one in sweep(priced, ()).measures] == [*keys, "cost"]


def test_every_measure_of_the_library_can_be_swept(programme: Programme) -> None:
    swept = sweep(programme, grid([Drop("teknologi"), None]), measures=MEASURES)
    assert swept.counts[Status.DONE] == 2
    assert tuple(swept.rows())[1].values == swept.base_values


def failed(rows: Sequence[Row]) -> dict[int, str | None]:
    return {one.number: one.reason for one in rows if one.status is Status.FAILED}


def test_numbers_of_numpy_are_numbers(base: Programme) -> None:
    def told(value: object) -> Value:
        made: Any = Measure("one", lambda _: cast("Value", value))
        kept = sweep(base, [], measures=[made]).base_values[0]
        assert type(kept) in (int, float)
        return kept

    assert told(np.int64(3)) == 3
    assert told(np.float32(2.5)) == 2.5
    assert told(np.uint8(255)) == 255
    with pytest.raises(InvalidValue, match="finite number"):
        told(np.float32("nan"))


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("RAISES", "ZeroDivisionError: by nothing"),
        ("EXITS", "SystemExit: 3"),
        ("ODD", "Measure.odd: should be a finite number, a date or None; found nan"),
    ],
)
def test_a_measure_that_breaks_fails_its_design_alone(
    base: Programme, drops: tuple[Scenario, ...], parts: ModuleType, key: str, reason: str
) -> None:
    swept = sweep(base, drops, measures=(measure.MODULES, getattr(parts, key)))
    rows = tuple(swept.rows())
    assert failed(rows) == dict.fromkeys((3, 9, 15, 21), reason)
    assert all(one.values == (None, None) for one in rows if one.status is Status.FAILED)
    assert swept.counts[Status.DONE] == 20


def test_a_planner_that_breaks_is_no_planner_that_refuses(
    base: Programme, drops: tuple[Scenario, ...], parts: ModuleType
) -> None:
    refused = sweep(base, drops, planner=parts.refusing_planner)
    assert refused.counts[Status.REFUSED] == 24
    assert next(refused.rows()).reason == (
        "it cannot be planned anew: planner.modules: should hold some text; found nothing but space"
    )
    broken = sweep(base, drops, planner=parts.breaking_planner)
    assert broken.counts[Status.FAILED] == 24
    assert next(broken.rows()).reason == "KeyError: 'planner'"


def test_what_breaks_of_the_base_is_raised_at_once(base: Programme, parts: ModuleType) -> None:
    without = base.without("m3")
    for one, error in (
        (parts.RAISES, ZeroDivisionError),
        (parts.ODD, InvalidValue),
        (parts.LACKS_PACKAGE, ImportError),
    ):
        with pytest.raises(error):
            sweep(without, (), measures=(one,))


def a_text(_: object) -> Any:  # noqa: ANN401
    return "3"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"programme": None}, "programme"),
        ({"space": None}, "space"),
        ({"space": "ab"}, "space"),
        ({"space": iter(())}, "space"),
        ({"space": [Drop("a")]}, "space"),
        ({"executor": 3}, "executor"),
        ({"store": {}}, "store"),
        ({"measures": measure.COST}, "measures"),
        ({"measures": ["cost"]}, "measures"),
        ({"measures": [measure.COST, measure.COST]}, "measures"),
        ({"planner": 3}, "planner"),
        ({"forecaster": 3}, "forecaster"),
        ({"watch": 3}, "watch"),
        ({"measures": [Measure("text", a_text)]}, "text"),
    ],
)
def test_what_a_sweep_cannot_use_is_refused(base: Programme, given: dict[str, Any], field: str) -> None:
    asked = {"programme": base, "space": (), **given}
    with pytest.raises(InvalidValue) as caught:
        sweep(**asked)
    assert caught.value.field == field


def test_rows_kept_in_memory_are_not_worked_out_again(base: Programme, drops: tuple[Scenario, ...]) -> None:
    store = MemoryStore()
    told: list[SweepProgress] = []
    sweep(base, drops, store=store)
    again = sweep(base, drops, store=store, watch=told.append)
    assert len(tuple(again.rows())) == 24
    assert told == []


def test_whoever_watches_is_told_where_it_stands(base: Programme, space: Space) -> None:
    told: list[SweepProgress] = []
    sweep(base, space, watch=told.append)
    assert [one.done for one in told] == sorted(one.done for one in told)
    assert (told[-1].done, told[-1].before, told[-1].total) == (len(space), 0, len(space))
    assert told[-1].left == 0
    assert told[-1].rate > 0
    assert len(told) < 3 + told[-1].seconds / 0.2


@given(programme=strategies.programmes(), data=st.data())
def test_a_sweep_swept_twice_gives_equal_rows(programme: Programme, data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.sampled_from(["a", "b", *(one.id for one in programme.modules)]), max_size=3))
    space = [Scenario(f"s{at}", changes=(Drop(one),)) for at, one in enumerate(ids)]
    space.append(Scenario("zz", changes=(Drop("zz"),)))
    first, second = (sweep(programme, space) for _ in range(2))
    assert tuple(first.rows()) == tuple(second.rows())
    assert first.base_values == second.base_values


def test_a_sweep_shows_how_many_designs_not_each(base: Programme, space: Space) -> None:
    assert repr(sweep(base, space, measures=LENGTHS)) == f"<Sweep p: {len(space):,} designs, 3 measures>"
    assert repr(space) == f"<Space: {len(space):,} designs>"


def test_a_notebook_shows_the_first_designs_of_a_sweep(base: Programme, space: Space) -> None:
    swept = sweep(base, space, measures=LENGTHS)
    html = swept._repr_html_()
    assert html == swept.table().filled().html()
    assert html.endswith(f"<p>… and {len(space) - 60:,} more rows</p>")
    few = sweep(base, space[:3], measures=LENGTHS)
    assert few._repr_html_() == few.table().filled().html()
