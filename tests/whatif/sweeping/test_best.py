"""The best of many designs: by a goal, under conditions, never one that has no value."""

from datetime import date
from itertools import permutations
from types import ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue, NotMeasured
from kompetanse.model import AnyOf, Better, Drop, Module, Prerequisite, PrerequisiteKind, Programme, Unrequire
from kompetanse.whatif import (
    AtLeast,
    AtMost,
    Keeps,
    Measure,
    Row,
    Scenario,
    Space,
    Status,
    Value,
    measure,
    pairs,
    singles,
    sweep,
)
from kompetanse.whatif.best import CHUNK, Search
from kompetanse.whatif.pareto import front


def _nothing(_: object) -> Value:
    return None


LESS = Measure("less", _nothing)
MORE = Measure("more", _nothing, Better.HIGHER)
DAY = Measure("day", _nothing)

rows_of_values = st.lists(
    st.tuples(
        st.none() | st.integers(-3, 3) | st.floats(-3, 3),
        st.none() | st.integers(-3, 3),
        st.none() | st.dates(date(2027, 1, 1), date(2027, 1, 9)),
    ),
    max_size=30,
)


def rows(values: list[tuple[Value, ...]]) -> list[Row]:
    return [Row(number, Status.DONE, None, one) for number, one in enumerate(values)]


@given(rows_of_values, st.integers(1, 5), st.sampled_from([LESS, MORE, DAY]))
def test_none_is_better_than_the_best_and_equals_stand_by_number(
    values: list[tuple[Value, ...]], count: int, goal: Measure
) -> None:
    some = rows(values)
    search = Search(
        (LESS, MORE, DAY), goal, (AtMost(LESS, 1.5), AtLeast(MORE, -1), AtMost(DAY, date(2027, 1, 8)))
    )
    found = search.best(lambda: iter(some), lambda _: None, count)
    at = search.measures.index(goal)

    def allowed(row: Row) -> bool:
        less, more, day = row.values
        good = less is not None and less <= 1.5 and more is not None and more >= -1  # type: ignore[operator]
        return good and isinstance(day, date) and day <= date(2027, 1, 8)

    ranked = sorted(filter(allowed, some), key=lambda one: one.values[at], reverse=goal is MORE)  # type: ignore[arg-type, return-value]
    assert list(found) == ranked[:count]


def test_keeping_looks_at_few_designs_at_once_and_finds_those_far_down() -> None:
    some = [Row(number, Status.DONE, None, (number % 7,)) for number in range(CHUNK * 5)]
    with_both = Programme("p", modules=(Module("a"), Module("b", requires=("a",))))
    asked: list[int] = []

    def programme_of(number: int) -> Programme | None:
        asked.append(number)
        return with_both if number in (CHUNK * 4, 3, CHUNK * 5 - 1) else None

    search = Search((LESS,), LESS, (Keeps("b", "a"),))
    found = search.best(lambda: iter(some), programme_of, 3)
    kept = (CHUNK * 4, 3, CHUNK * 5 - 1)
    assert [one.number for one in found] == sorted(kept, key=lambda one: (one % 7, one))
    assert len(asked) == len(set(asked)) > 4 * CHUNK
    asked.clear()

    def any_of_them(number: int) -> Programme:
        asked.append(number)
        return with_both

    search.best(lambda: iter(some), any_of_them, 2)
    assert len(asked) == 2


def test_the_best_of_a_sweep(base: Programme, space: Space) -> None:
    swept = sweep(base, space, measures=(measure.MODULES, measure.COMPLEXITY, measure.ORDERS))
    (best,) = swept.best(measure.ORDERS)
    most = max(one.values[2] for one in swept.rows() if one.values[2] is not None)
    assert best.values[2] == most
    kept = swept.best(measure.COMPLEXITY, [Keeps("m4", "m3"), AtLeast(measure.MODULES, 6)], 100)
    for one in kept:
        outcome = swept.outcome(one.number)
        assert outcome.result is not None
        order = outcome.result.order
        assert order is not None
        assert order.index("m3") < order.index("m4")
    assert len(kept) > 10
    assert swept.best(measure.COMPLEXITY, [AtMost(measure.MODULES, 2)]) == ()


def test_the_front_of_a_sweep_is_that_of_its_values(base: Programme, space: Space) -> None:
    measures = (measure.MODULES, measure.COMPLEXITY, measure.ORDERS)
    swept = sweep(base, space, measures=measures)
    done = [one for one in swept.rows() if one.status is Status.DONE]
    for chosen in (measures, measures[1:]):
        at = [measures.index(one) for one in chosen]
        expected = front(([one.values[place] for place in at] for one in done), chosen)
        assert swept.pareto(*chosen) == tuple(done[number] for number in expected)
    assert swept.pareto() == swept.pareto(*measures)


STRICT = (PrerequisiteKind.BEFORE, PrerequisiteKind.RECOMMENDED)
"""Kinds by which no two are taken together."""


def all_orders(programme: Programme) -> list[tuple[str, ...]]:
    from kompetanse.graph import DependencyGraph  # noqa: PLC0415

    graph = DependencyGraph(programme)
    ids = tuple(one.id for one in programme.modules)
    return [one for one in permutations(ids) if not graph.violated(one) and not graph.unmet(one)]


@given(st.data(), st.sampled_from([tuple(PrerequisiteKind), STRICT]))
def test_what_keeps_is_before_in_every_order(
    data: st.DataObject, kinds: tuple[PrerequisiteKind, ...]
) -> None:
    modules = []
    link = st.tuples(st.integers(0, 3), st.sampled_from(kinds))
    for at in range(4):
        links = data.draw(st.lists(link, max_size=2))
        required = {f"m{other}": kind for other, kind in links if other != at}
        modules.append(Module(f"m{at}", requires=tuple(Prerequisite(*one) for one in required.items())))
    programme = Programme("p", modules=tuple(modules))
    orders = all_orders(programme)
    first, then = data.draw(st.permutations([one.id for one in modules]))[:2]
    kept = Keeps(then, first).allows(programme)
    if kept:
        assert orders
        assert all(one.index(first) < one.index(then) for one in orders)
    elif kinds == STRICT and orders:
        assert any(one.index(first) > one.index(then) for one in orders)


def test_taken_together_is_not_before() -> None:
    def design(kind: PrerequisiteKind, *more: Module) -> Programme:
        return Programme("p", modules=(Module("a"), Module("b", requires=(Prerequisite("a", kind),)), *more))

    strict = Module("c", requires=("b",))
    assert Keeps("b", "a").allows(design(PrerequisiteKind.BEFORE))
    assert not Keeps("b", "a").allows(design(PrerequisiteKind.BEFORE_OR_TOGETHER))
    assert not Keeps("b", "a").allows(design(PrerequisiteKind.TOGETHER))
    assert not Keeps("b", "a").allows(design(PrerequisiteKind.RECOMMENDED))
    assert Keeps("c", "a").allows(design(PrerequisiteKind.BEFORE_OR_TOGETHER, strict))
    assert not Keeps("a", "b").allows(design(PrerequisiteKind.BEFORE))
    assert not Keeps("b", "x").allows(design(PrerequisiteKind.BEFORE))
    assert not Keeps("x", "a").allows(design(PrerequisiteKind.BEFORE))
    ring = attrs.evolve(design(PrerequisiteKind.BEFORE, strict), order=())
    assert not Keeps("b", "a").allows(ring.with_prerequisite("a", Prerequisite("c")))
    group = Module("c", any_of=(AnyOf((Prerequisite("a"), Prerequisite("b"))),))
    assert not Keeps("c", "a").allows(Programme("p", modules=(Module("a"), Module("b"), group)))


def test_what_was_not_recorded_is_told(base: Programme) -> None:
    swept = sweep(base, [Scenario("a", changes=(Drop("m0"),))], measures=(measure.MODULES,))
    told = "'cost' was not recorded of these designs, but only modules"
    with pytest.raises(NotMeasured, match=told):
        swept.best(measure.COST)
    with pytest.raises(NotMeasured, match=told):
        swept.best(measure.MODULES, [AtMost(measure.COST, 1)])
    with pytest.raises(NotMeasured, match=told):
        swept.pareto(measure.COST)


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (("modules",), "goal"),
        ((measure.MODULES, AtMost(measure.MODULES, 1)), "conditions"),
        ((measure.MODULES, ["x"]), "conditions"),
        ((measure.MODULES, [], 0), "count"),
        ((measure.MODULES, [], "1"), "count"),
        ((measure.MODULES, [AtMost(measure.MODULES, date(2027, 1, 1))]), "value"),
    ],
)
def test_what_is_no_search_is_refused(base: Programme, asked: tuple[Any, ...], field: str) -> None:
    swept = sweep(base, [Scenario("a", changes=(Drop("m0"),))], measures=(measure.MODULES,))
    with pytest.raises(InvalidValue) as caught:
        swept.best(*asked)
    assert caught.value.field == field
    with pytest.raises(InvalidValue, match=r"Sweep\.pareto\.measures"):
        swept.pareto("modules")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("condition", "given_", "field"),
    [
        (AtMost, ("x", 1), "measure"),
        (AtMost, (measure.COST, "1"), "value"),
        (AtMost, (measure.COST, float("nan")), "value"),
        (AtLeast, (measure.COST, True), "value"),
        (Keeps, ("", "a"), "module"),
        (Keeps, ("a", None), "required"),
    ],
)
def test_what_is_no_condition_is_refused(condition: Any, given_: tuple[Any, ...], field: str) -> None:  # noqa: ANN401
    with pytest.raises(InvalidValue) as caught:
        condition(*given_)
    assert caught.value.field == field


def test_a_date_is_held_against_a_date(base: Programme, parts: ModuleType) -> None:
    swept = sweep(base, pairs(singles(base, Drop)), measures=(parts.DAY,))
    assert swept.best(parts.DAY, [AtMost(parts.DAY, date(2027, 1, 3))]) == ()
    assert len(swept.best(parts.DAY, [AtMost(parts.DAY, date(2027, 1, 4))], 99)) == 15
    with pytest.raises(InvalidValue, match="should be a date; found"):
        swept.best(parts.DAY, [AtMost(parts.DAY, 3)])
    assert sweep(base, singles(base, Unrequire), measures=(parts.HUGE,)).best(parts.HUGE)
