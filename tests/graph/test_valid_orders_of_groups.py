"""Orders with groups by enumeration, written from what prerequisites and groups mean, not from the code."""

from collections.abc import Iterator
from itertools import permutations, product

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import NothingCanBegin, RingOfPrerequisites
from kompetanse.graph import DependencyGraph, Reason, placements
from kompetanse.model import AnyOf, Module, Prerequisite, PrerequisiteKind, Programme

Order = tuple[str, ...]
Pairs = frozenset[tuple[str, str]]
BEFORE, BEFORE_OR_TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER
TOGETHER, RECOMMENDED = PrerequisiteKind.TOGETHER, PrerequisiteKind.RECOMMENDED
IDS = ("a", "b", "c", "d", "e")


def statements(programme: Programme) -> set[tuple[str, str, bool]]:
    """Each (earlier, later, strictly) that the binding prerequisites state."""
    stated = set()
    for module in programme.modules:
        for one in module.requires:
            if one.kind is not RECOMMENDED:
                stated.add((one.module, module.id, one.kind is BEFORE or one.lag > 0))
            if one.kind is TOGETHER:
                stated.add((module.id, one.module, False))
    return stated


def one_time(programme: Programme) -> Pairs:
    """The pairs that the prerequisites force to one time; each module with itself."""
    ids = [module.id for module in programme.modules]
    not_after = {(one, one) for one in ids} | {
        (earlier, later) for earlier, later, _ in statements(programme)
    }
    for middle, earlier, later in product(ids, ids, ids):
        if {(earlier, middle), (middle, later)} <= not_after:
            not_after.add((earlier, later))
    return frozenset((one, other) for one, other in not_after if (other, one) in not_after)


def meets(programme: Programme, equal: Pairs, order: Order) -> bool:
    """Whether an order of some modules gives each all that it needs, in time, and keeps blocks whole."""
    place = {module: number for number, module in enumerate(order)}
    for earlier, later, strictly in statements(programme):
        if later not in place:
            continue
        if earlier not in place or (strictly and (earlier, later) in equal):
            return False
        if (earlier, later) not in equal and place[earlier] > place[later]:
            return False
    for one, other in equal:
        if (one in place) is not (other in place):
            return False
        between = order[place[one] : place[other] + 1] if one in place else ()
        if any((one, it) not in equal for it in between):
            return False
    return all(
        any(place.get(it, 9) < place[module.id] and (it, module.id) not in equal for it in group.modules)
        for module in programme.modules
        if module.id in place
        for group in module.any_of
    )


def valid_orders(programme: Programme) -> set[Order]:
    """Every order of all the modules that meets every binding prerequisite and every group."""
    equal = one_time(programme)
    ids = [module.id for module in programme.modules]
    return {order for order in permutations(ids) if meets(programme, equal, order)}


def begun(programme: Programme) -> set[str]:
    """The modules that stand in an order of any of the modules."""
    equal = one_time(programme)
    ids = [module.id for module in programme.modules]
    orders = (order for count in range(len(ids) + 1) for order in permutations(ids, count))
    return {one for order in orders if meets(programme, equal, order) for one in order}


@st.composite
def designs(draw: st.DrawFn, *, most: int = 5) -> Programme:
    """Designs of a few modules, satisfiable or not, with prerequisites of every kind and groups."""
    ids = IDS[: draw(st.integers(1, most))]
    some = st.sampled_from(ids)
    kinds = st.sampled_from((BEFORE, BEFORE_OR_TOGETHER, TOGETHER, RECOMMENDED))
    lags = st.sampled_from((0, 0, 0, 3))
    requires = st.lists(st.tuples(some, st.builds(Prerequisite, some, kinds, lags)), max_size=4)
    options = st.lists(some, min_size=1, max_size=3, unique=True).map(AnyOf)
    groups = st.lists(st.tuples(some, options), min_size=1, max_size=4)
    needs, choices = draw(requires), draw(groups)
    modules = [
        Module(
            id_,
            requires=[one for owner, one in needs if owner == id_],
            any_of=[one for owner, one in choices if owner == id_],
        )
        for id_ in ids
    ]
    return Programme("p", modules=modules, order=draw(st.permutations(ids)) if draw(st.booleans()) else ())


MANY = settings(max_examples=120, deadline=None)


@MANY
@given(designs())
def test_the_order_is_the_first_of_those_that_enumeration_finds(programme: Programme) -> None:
    graph, valid = DependencyGraph(programme), valid_orders(programme)
    assert graph.is_satisfiable() is bool(valid)
    if valid:
        assert graph.order() == min(valid, key=lambda order: [graph.rank[one] for one in order])
        assert not graph.stuck()
    else:
        with pytest.raises(RingOfPrerequisites if graph.rings() else NothingCanBegin):
            graph.order()


@settings(max_examples=80, deadline=None)
@given(designs(most=4))
def test_what_is_stuck_stands_in_no_order_of_any_of_the_modules(programme: Programme) -> None:
    ids = {module.id for module in programme.modules}
    assert DependencyGraph(programme).stuck() == ids - begun(programme)


@MANY
@given(designs())
def test_an_order_meets_all_exactly_when_enumeration_finds_it(programme: Programme) -> None:
    graph, valid = DependencyGraph(programme), valid_orders(programme)
    for order in permutations(module.id for module in programme.modules):
        assert (not graph.violated(order) and not graph.unmet(order)) is (order in valid)


@MANY
@given(designs(), st.data())
def test_bridging_leaves_the_others_exactly_the_orders_that_they_had(
    programme: Programme, data: st.DataObject
) -> None:
    dropped = data.draw(st.sampled_from([module.id for module in programme.modules]))
    valid = valid_orders(programme)
    if valid:
        restricted = {tuple(one for one in order if one != dropped) for order in valid}
        assert valid_orders(programme.without(dropped)) == restricted


@MANY
@given(designs(), st.data())
def test_without_bridging_a_group_has_one_choice_less(programme: Programme, data: st.DataObject) -> None:
    dropped = data.draw(st.sampled_from([module.id for module in programme.modules]))
    for module in programme.without(dropped, bridge=False).modules:
        left = [
            tuple(one for one in group.modules if one != dropped)
            for group in programme.module(module.id).any_of
        ]
        assert [group.modules for group in module.any_of] == list(dict.fromkeys(one for one in left if one))


def rounds(programme: Programme, equal: Pairs) -> Iterator[set[str]]:
    """Yield what can be taken in each round, all at once."""
    taken: Order = ()
    left = {module.id for module in programme.modules}
    while left:
        now = {
            one
            for one in left
            if meets_all(programme, equal, taken, tuple(other for other in left if (one, other) in equal))
        }
        yield now
        taken += tuple(now)
        left -= now


def meets_all(programme: Programme, equal: Pairs, taken: Order, block: Order) -> bool:
    """Whether a block can be taken when these modules are."""
    needed = {earlier for earlier, later, _ in statements(programme) if later in block} - {*block}
    groups = (group for one in block for group in programme.module(one).any_of)
    return needed.issubset(taken) and all(
        any(it in taken and (it, block[0]) not in equal for it in group.modules) for group in groups
    )


@MANY
@given(designs())
def test_layers_and_reasons_follow_from_what_can_be_taken_when(programme: Programme) -> None:
    graph, equal = DependencyGraph(programme), one_time(programme)
    if not graph.is_satisfiable():
        return
    assert [set(layer) for layer in graph.layers()] == list(rounds(programme, equal))
    order = graph.order()
    for placed in placements(graph)[1:]:
        before, block = str(placed.after), tuple(one for one in order if (one, placed.module) in equal)
        if (before, placed.module) in equal:
            assert placed.reason is Reason.TOGETHER
            continue
        earlier = tuple(one for one in order[: placed.place - 1] if (one, before) not in equal)
        waits = not meets_all(programme, equal, earlier, block)
        assert (placed.reason is Reason.REQUIRES) is waits


def test_dropping_an_option_that_needs_nothing_frees_the_group() -> None:
    programme = Programme("p", modules=(Module("a"), Module("b"), Module("m", any_of=(("a", "b"),))))
    assert programme.without("a").module("m").any_of == ()
    assert programme.without("a", bridge=False).module("m").any_of == (AnyOf(("b",)),)


def test_a_dropped_option_hands_on_what_it_needs_with_its_lag() -> None:
    programme = Programme(
        "p",
        modules=(
            Module("a"),
            Module("b", requires=(Prerequisite("a", lag=7),)),
            Module("c"),
            Module("m", any_of=((Prerequisite("b", lag=3), "c"),)),
        ),
    )
    assert programme.without("b").module("m").any_of == (AnyOf(("c", Prerequisite("a", lag=10))),)
    assert attrs.evolve(programme, order=("c", "m", "a", "b")).without("b").order == ("c", "m", "a")


@pytest.mark.slow
def test_layers_of_a_hundred_thousand_modules_with_groups_do_not_crawl() -> None:
    modules = [Module("m0"), *(Module(f"m{n}", any_of=[[f"m{n - 1}"]]) for n in range(1, 100_000))]
    graph = DependencyGraph(Programme("p", modules=modules))
    assert len(graph.layers()) == 100_000
    wide = Module("z", any_of=[[f"m{n}" for n in range(100_000)]])
    graph = DependencyGraph(Programme("p", modules=[*(Module(f"m{n}") for n in range(100_000)), wide]))
    assert [len(layer) for layer in graph.layers()] == [100_000, 1]
