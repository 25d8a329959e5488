"""Modules into periods, as evenly as can be."""

import json
import sys
from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kompetanse.errors import (
    CannotBalance,
    InvalidValue,
    KompetanseError,
    MissingExtra,
    NothingCanBegin,
    NothingFound,
    RingOfPrerequisites,
    UnknownModule,
)
from kompetanse.model import (
    AnyOf,
    Course,
    Curriculum,
    Module,
    Phase,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    curriculum_id,
)
from kompetanse.planning import Balance, balance
from kompetanse.planning.balancing import evening
from kompetanse.planning.exactly import exact
from kompetanse.planning.solver import Progress, Search, search

pytest.importorskip("ortools", reason="the extra plan is not installed")

BACP = Path(__file__).parents[2] / ".." / "shared" / "data" / "bacp.json"
KNOWN = {
    "bacp8": (17, 1, 2213),
    "bacp10": (14, 1, 1798),
    "bacp-4": (44, 17, 9421),
    "bacp-9": (38, 9, 9308),
}
"""The largest loads are published with the instances; so are range and sum of squares of the first two."""
Kind = PrerequisiteKind


def of(*modules: Module) -> Programme:
    return Programme("p", modules=modules)


def periods_of(found: Balance) -> dict[str, int]:
    return {module: period.number for period in found.periods for module in period.modules}


@pytest.mark.skipif(not BACP.exists(), reason="the instances are not here")
@pytest.mark.parametrize("name", KNOWN)
def test_published_instances_are_solved_and_proven(name: str) -> None:
    data = json.loads(BACP.read_text(encoding="utf-8"))[name]
    requires: dict[str, dict[str, None]] = {course: {} for course in data["courses"]}
    for first, then in data["prereq_before_after"]:
        requires[then][first] = None
    programme = of(*(Module(id_, requires=tuple(needed)) for id_, needed in requires.items()))
    found = balance(
        programme,
        periods=data["n_periods"],
        load=(data["load_lb"], data["load_ub"]),
        count=(data["count_lb"], data["count_ub"]),
        loads=dict(zip(data["courses"], data["credits"], strict=True)),
    )
    assert (found.max_load, found.range, found.sum_of_squares) == KNOWN[name]
    assert found.max_load == data["optimum_max_load"]
    assert found.proven
    place = periods_of(found)
    assert all(place[first] < place[then] for first, then in data["prereq_before_after"])
    assert sorted(place) == sorted(data["courses"])


# an oracle that knows nothing of the model: it tries every way

LOADS = st.sampled_from((0, 1, 2, 3.5, 7.5, 0.1))
Ends = tuple[float | None, float | None]
ENDS = st.none() | st.integers(1, 9)


@st.composite
def small_programmes(draw: st.DrawFn) -> Programme:
    count = draw(st.integers(1, 5))
    modules = []
    for number in range(count):
        requires = [
            Prerequisite(f"m{other}", draw(st.sampled_from(Kind)), draw(st.sampled_from((0, 0, 0, 5))))
            for other in range(count)
            if other != number and draw(st.integers(0, 4)) == 0
        ]
        options = [f"m{other}" for other in range(count) if other != number and draw(st.integers(0, 3)) == 0]
        any_of = [AnyOf(tuple(map(Prerequisite, options)))] if options else []
        modules.append(Module(f"m{number}", requires=requires, any_of=any_of))
    return of(*modules)


def keeps(programme: Programme, place: Mapping[str, int]) -> bool:
    for module in programme.modules:
        then = place[module.id]
        for one in module.requires:
            first = place[one.module]
            wrong = {
                Kind.BEFORE: first >= then,
                Kind.BEFORE_OR_TOGETHER: first > then or (one.lag > 0 and first == then),
                Kind.TOGETHER: first != then or one.lag > 0,
                Kind.RECOMMENDED: False,
            }
            if wrong[one.kind]:
                return False
        if any(all(place[option] >= then for option in group.modules) for group in module.any_of):
            return False
    return True


def within(value: Fraction, ends: Ends) -> bool:
    return (ends[0] is None or value >= ends[0]) and (ends[1] is None or value <= ends[1])


def best(
    programme: Programme, periods: int, loads: Mapping[str, float], load: Ends, count: Ends
) -> tuple[Fraction, ...] | None:
    found = []
    ids = [one.id for one in programme.modules]
    for ways in product(range(periods), repeat=len(ids)):
        if not keeps(programme, dict(zip(ids, ways, strict=True))):
            continue
        sums = [Fraction(0)] * periods
        for id_, period in zip(ids, ways, strict=True):
            sums[period] += exact(loads[id_])
        counts = [Fraction(ways.count(period)) for period in range(periods)]
        if all(within(one, load) for one in sums) and all(within(one, count) for one in counts):
            found.append((max(sums), max(sums) - min(sums), sum((one**2 for one in sums), Fraction(0))))
    return min(found, default=None)


@settings(max_examples=120)
@given(small_programmes(), st.integers(1, 4), st.data())
def test_no_way_that_is_allowed_is_better_and_none_is_found_where_there_is_none(
    programme: Programme, periods: int, data: st.DataObject
) -> None:
    loads = {one.id: data.draw(LOADS) for one in programme.modules}
    load, count = data.draw(st.tuples(ENDS, ENDS)), data.draw(st.tuples(ENDS, ENDS))
    assume(all(low is None or high is None or low <= high for low, high in (load, count)))
    expected = best(programme, periods, loads, load, count)
    try:
        found = balance(programme, periods=periods, load=load, count=count, loads=loads)
    except (CannotBalance, RingOfPrerequisites, NothingCanBegin):
        assert expected is None
        return
    assert expected is not None
    assert (found.max_load, found.range, found.sum_of_squares) == tuple(map(float, expected))
    assert found.proven
    place = periods_of(found)
    assert keeps(programme, place)
    assert set(place) == {one.id for one in programme.modules}
    for period in found.periods:
        assert period.load == float(sum(exact(loads[one]) for one in period.modules))
        assert within(exact(period.load), load)
        assert within(Fraction(len(period.modules)), count)
    assert found == balance(programme, periods=periods, load=load, count=count, loads=loads)


def test_a_programme_is_balanced_by_the_hours_of_one_leader(programme: Programme) -> None:
    found = balance(programme, periods=3)
    assert found.max_load == 48
    assert sum(period.load for period in found.periods) == 96
    assert found.table().rows[0] == (1, "organisasjon", 22.0)


def test_a_curriculum_is_balanced_by_its_credit_hours() -> None:
    modules = (Module("a"), Module("b", requires=("a",)), Module("c"))
    courses = [Course(id_, credit_hours=hours) for id_, hours in (("a", 3), ("b", 4), ("c", 1))]
    curriculum = Curriculum(Programme(curriculum_id("c"), modules=modules), courses)
    found = balance(curriculum, periods=2)
    assert [(one.modules, one.load) for one in found.periods] == [(("a", "c"), 4), (("b",), 4)]


def test_thirds_of_an_hour_are_reckoned_exactly() -> None:
    loads = {"a": 1 / 3, "b": 1 / 3, "c": 1 / 3, "d": 1}
    found = balance(of(*map(Module, "abcd")), periods=2, loads=loads)
    assert (found.max_load, found.range, found.sum_of_squares) == (1, 0, 2)


def test_a_search_that_runs_out_says_what_is_proven_and_never_that_there_is_no_way() -> None:
    ids = [f"m{number}" for number in range(60)]
    loads = {id_: 1 + (number * 7919 % 1000) / 997 for number, id_ in enumerate(ids)}
    rounded = {id_: round(load, 3) for id_, load in loads.items()}
    programme = of(*map(Module, ids))
    found = balance(programme, periods=7, loads=rounded, effort=0.2)
    assert not found.proven
    assert found.reached[0].bound <= found.max_load
    with pytest.raises(NothingFound):
        balance(programme, periods=7, loads=rounded, effort=0)


def test_each_better_value_is_told_in_the_units_of_the_loads() -> None:
    seen: list[Progress] = []
    balance(of(*map(Module, "abc")), periods=2, loads=dict.fromkeys("abc", 2.5), watch=seen.append)
    assert 5.0 in {one.value for one in seen}
    assert all(one.bound <= one.value for one in seen)


def test_an_interrupted_search_gives_what_it_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(model: object, *, seed: int, effort: float, watch: None) -> Search:
        return attrs.evolve(search(model, seed=seed, effort=effort, watch=watch), interrupted=True)

    monkeypatch.setattr("kompetanse.planning.searching.search", stopped)
    monkeypatch.setattr(evening, "search", None)  # it is not asked again
    found = balance(of(*map(Module, "abc")), periods=2, loads={"a": 3, "b": 2, "c": 2})
    assert found.interrupted
    assert found.max_load == 4


def test_without_the_solver_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ortools.sat.python", None)
    with pytest.raises(MissingExtra, match=r"kompetanse\[plan\]"):
        balance(of(Module("a")), periods=1, loads={"a": 1})


A_BEFORE_B = of(Module("a"), Module("b", requires=("a",)))
THREE = of(*map(Module, "abc"))
TOGETHER = of(Module("a"), Module("b", requires=(Prerequisite("a", Kind.TOGETHER),)))


@pytest.mark.parametrize(
    ("programme", "asked", "keys"),
    [
        (A_BEFORE_B, {"periods": 1}, ["chain-too-long"]),
        (A_BEFORE_B, {"periods": 2, "load": (None, 2)}, ["module-above-load"] * 2 + ["load-too-much"]),
        (A_BEFORE_B, {"periods": 3, "load": (3, None)}, ["load-too-little"]),
        (A_BEFORE_B, {"periods": 2, "count": (2, None)}, ["count-too-little"]),
        (THREE, {"periods": 2, "count": (None, 1)}, ["count-too-much"]),
        (TOGETHER, {"periods": 2, "count": (None, 1)}, ["modules-above-count"]),
        (Programme("p"), {"periods": 2, "count": (1, None)}, ["count-too-little"]),
        (THREE, {"periods": 2, "load": (4, 5)}, ["no-placement"]),
    ],
)
def test_what_cannot_be_says_why(programme: Programme, asked: dict[str, Any], keys: list[str]) -> None:
    loads = {one.id: 3 for one in programme.modules}
    with pytest.raises(CannotBalance) as caught:
        balance(programme, loads=loads, **asked)
    assert [one.key for one in caught.value.reasons] == keys


def test_of_bounds_that_do_not_go_together_only_those_to_blame_are_named() -> None:
    with pytest.raises(CannotBalance, match=r"2 periods and load ≤ 5 do not"):
        balance(THREE, periods=2, load=(2, 5), count=(1, 3), loads=dict.fromkeys("abc", 3))


def test_how_many_periods_would_do_is_told() -> None:
    loads = dict.fromkeys("abc", 3)
    for bounds, name, periods in (((4, None), "most", 2), ((None, 4), "needed", 3)):
        with pytest.raises(CannotBalance) as caught:
            balance(THREE, periods=4 if name == "most" else 2, load=bounds, loads=loads)
        assert dict(caught.value.reasons[0].details)[name] == periods


def test_the_largest_load_counts_before_the_sum_of_squares() -> None:
    needs = {"a": (), "b": (), "c": ("a",), "d": ("c",), "e": ("b",)}
    modules = [Module(id_, requires=some) for id_, some in needs.items()]
    found = balance(of(*modules), periods=3, loads=dict(zip("abcde", (5, 4, 3, 4, 7), strict=True)))
    assert (found.max_load, found.range, found.sum_of_squares) == (
        10,
        6,
        197,
    )  # there is a way with 11 and 195
    assert found.proven


def test_what_cannot_be_even_is_proven_all_the_same() -> None:
    found = balance(THREE, periods=2, loads={"a": 5, "b": 1, "c": 1})
    assert (found.max_load, found.range, found.sum_of_squares) == (5, 3, 29)
    assert found.proven


def test_of_a_prerequisite_said_twice_the_stricter_holds() -> None:
    kinds = Kind.BEFORE, Kind.BEFORE_OR_TOGETHER
    for some in (kinds, kinds[::-1]):
        twice = of(Module("a"), Module("b", requires=[Prerequisite("a", kind) for kind in some]))
        with pytest.raises(CannotBalance, match="a → b"):
            balance(twice, periods=1, loads={"a": 1, "b": 1})


def test_the_longest_chain_is_named_in_its_order() -> None:
    chain = of(Module("c", requires=("b",)), Module("b", any_of=(("a", "c"),)), Module("a"))
    with pytest.raises(CannotBalance, match="a → b → c take 3 periods"):
        balance(chain, periods=2, loads=dict.fromkeys("abc", 1))


NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(
    ("asked", "error", "told"),
    [
        ({"periods": 0}, InvalidValue, "periods"),
        ({"periods": True}, InvalidValue, "periods"),
        ({"periods": 2.0}, InvalidValue, "periods"),
        ({"periods": 10**9}, InvalidValue, "periods"),
        ({"periods": 2, "load": (5, 3)}, InvalidValue, "load: .*least, 5"),
        ({"periods": 2, "load": (NAN, 3)}, InvalidValue, "load"),
        ({"periods": 2, "load": (0, INFINITE)}, InvalidValue, "load"),
        ({"periods": 2, "load": 5}, InvalidValue, "load"),
        ({"periods": 2, "load": "12"}, InvalidValue, "load"),
        ({"periods": 2, "load": (-1, 2)}, InvalidValue, "load"),
        ({"periods": 2, "count": (1.5, 2)}, InvalidValue, "count"),
        ({"periods": 2, "count": (0, 0)}, InvalidValue, "count"),
        ({"periods": 2, "loads": {"a": 1}}, InvalidValue, "lacks 'b'"),
        ({"periods": 2, "loads": {"a": 1, "b": NAN}}, InvalidValue, "loads/b"),
        ({"periods": 2, "loads": {"a": 1, "b": 1e300}}, InvalidValue, "loads/b"),
        ({"periods": 2, "loads": {"a": 1, "b": "1"}}, InvalidValue, "loads/b"),
        ({"periods": 2, "loads": {"a": 1, "b": True}}, InvalidValue, "loads/b"),
        ({"periods": 2, "loads": {"a": 1e-9, "b": 1e6}}, InvalidValue, "round them"),
        ({"periods": 2, "loads": {"a": 1, "b": 1, "bb": 1}}, UnknownModule, "did you mean 'b'"),
        ({"periods": 2, "loads": {3: 1}}, UnknownModule, "3"),
        ({"periods": 2, "loads": [1, 1]}, InvalidValue, "loads"),
        ({"periods": 2, "loads": None}, InvalidValue, "no module has any"),
        ({"periods": 2, "seed": -1}, InvalidValue, "seed"),
        ({"periods": 2, "effort": NAN}, InvalidValue, "effort"),
    ],
)
def test_what_makes_no_sense_is_refused(
    asked: dict[str, Any], error: type[KompetanseError], told: str
) -> None:
    with pytest.raises(error, match=told):
        balance(A_BEFORE_B, **{"loads": {"a": 1, "b": 1}, **asked})


def test_designs_that_cannot_be_ordered_are_refused_as_order_refuses_them() -> None:
    ring = of(Module("a", requires=("b",)), Module("b", requires=("a",)))
    stuck = of(Module("a", any_of=(("b",),)), Module("b", any_of=(("a",),)))
    unknown = of(Module("a", requires=("x",)))
    for programme, error in ((ring, RingOfPrerequisites), (stuck, NothingCanBegin), (unknown, UnknownModule)):
        with pytest.raises(error):
            balance(programme, periods=2, loads={one.id: 1 for one in programme.modules})
    with pytest.raises(InvalidValue, match="id 'a' already"):
        balance(of(Module("a"), Module("a")), periods=1, loads={"a": 1})
    with pytest.raises(InvalidValue, match="Programme or Curriculum"):
        balance("programme.yaml", periods=1)  # type: ignore[arg-type]  # what a script may pass all the same


def test_a_programme_without_modules_has_empty_periods() -> None:
    found = balance(Programme("p"), periods=2)
    assert [one.modules for one in found.periods] == [(), ()]
    assert (found.max_load, found.proven) == (0, True)


def test_preparation_and_follow_up_count() -> None:
    modules = Module("a", preparation=Phase(hours=1.5)), Module("b", follow_up=Phase(hours=0.1))
    found = balance(of(*modules), periods=1)
    assert found.max_load == 1.6
