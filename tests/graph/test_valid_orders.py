"""Orders by enumeration, written from what prerequisites mean and not from the graph's code."""

from itertools import permutations, product

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import RingOfPrerequisites
from kompetanse.graph import DependencyGraph
from kompetanse.model import Module, Prerequisite, PrerequisiteKind, Programme

Order = tuple[str, ...]
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


def equal_in_time(ids: Order, stated: set[tuple[str, str, bool]]) -> set[tuple[str, str]]:
    """The pairs that the statements force to one time, if they can be met at all."""
    not_after = {(one, one) for one in ids} | {(earlier, later) for earlier, later, _ in stated}
    for middle, earlier, later in product(ids, ids, ids):
        if {(earlier, middle), (middle, later)} <= not_after:
            not_after.add((earlier, later))
    return {(one, other) for one, other in not_after if (other, one) in not_after}


def valid_orders(programme: Programme) -> set[Order]:
    """Every order of the modules that meets every binding prerequisite."""
    ids = tuple(module.id for module in programme.modules)
    stated = statements(programme)
    equal = equal_in_time(ids, stated)
    if any(strictly and (earlier, later) in equal for earlier, later, strictly in stated):
        return set()

    def meets(order: Order) -> bool:
        place = {module: number for number, module in enumerate(order)}
        kept = all((a, b) in equal or place[a] < place[b] for a, b, _ in stated)
        return kept and all(
            (a, between) in equal for a, b in equal for between in order[place[a] : place[b] + 1]
        )

    return {order for order in permutations(ids) if meets(order)}


def prerequisites() -> st.SearchStrategy[Prerequisite]:
    kinds = st.sampled_from((BEFORE, BEFORE_OR_TOGETHER, BEFORE_OR_TOGETHER, TOGETHER, RECOMMENDED))
    return st.builds(Prerequisite, st.sampled_from(IDS), kinds, st.sampled_from((0, 0, 0, 3)))


@st.composite
def designs(draw: st.DrawFn) -> Programme:
    """Designs of up to five modules, satisfiable or not, with any prerequisites among them."""
    ids = IDS[: draw(st.integers(1, 5))]
    modules = [Module(id_) for id_ in ids]
    for owner, one in draw(st.lists(st.tuples(st.sampled_from(ids), prerequisites()), max_size=7)):
        number = ids.index(owner)
        if one.module in ids:
            requires = (*modules[number].requires, one)
            modules[number] = attrs.evolve(modules[number], requires=requires)
    order = draw(st.permutations(ids)) if draw(st.booleans()) else ()
    return Programme("p", modules=draw(st.permutations(modules)), order=order)


MANY = settings(max_examples=120, deadline=None)


@MANY
@given(designs())
def test_there_is_an_order_exactly_when_enumeration_finds_one(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    valid = valid_orders(programme)
    assert graph.is_satisfiable() is bool(valid)
    assert bool(graph.rings()) is not bool(valid)
    if valid:
        assert graph.order() in valid
    else:
        with pytest.raises(RingOfPrerequisites) as raised:
            graph.order()
        assert raised.value.rings == tuple(ring.modules for ring in graph.rings())


@MANY
@given(designs())
def test_an_order_goes_against_nothing_exactly_when_enumeration_finds_it(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    valid = valid_orders(programme)
    if graph.is_satisfiable():
        for order in permutations(module.id for module in programme.modules):
            assert (not graph.violated(order)) is (order in valid)
    else:
        for order in permutations(module.id for module in programme.modules):
            assert graph.violated(order)


@MANY
@given(designs())
def test_a_valid_teaching_order_is_the_order(programme: Programme) -> None:
    for order in sorted(valid_orders(programme))[:5]:
        assert DependencyGraph(programme.reorder(order)).order() == order


@MANY
@given(designs(), st.data())
def test_bridging_leaves_the_others_exactly_the_orders_that_they_had(
    programme: Programme, data: st.DataObject
) -> None:
    dropped = data.draw(st.sampled_from([module.id for module in programme.modules]))
    if any(one.module == dropped and one.strict for one in programme.module(dropped).requires):
        return  # it waits for itself, and takes that with it
    restricted = {tuple(one for one in order if one != dropped) for order in valid_orders(programme)}
    assert valid_orders(programme.without(dropped)) == restricted


@MANY
@given(designs(), st.data())
def test_without_bridging_the_others_are_only_freer(programme: Programme, data: st.DataObject) -> None:
    dropped = data.draw(st.sampled_from([module.id for module in programme.modules]))
    bare = programme.without(dropped, bridge=False)
    assert all(one.module != dropped for module in bare.modules for one in module.requires)
    assert bare.modules == tuple(
        attrs.evolve(one, requires=[it for it in one.requires if it.module != dropped])
        for one in programme.modules
        if one.id != dropped
    )


@MANY
@given(designs(), st.data())
def test_the_order_is_the_same_whatever_the_order_of_the_lists(
    programme: Programme, data: st.DataObject
) -> None:
    modules = [
        attrs.evolve(module, requires=data.draw(st.permutations(module.requires)))
        for module in data.draw(st.permutations(programme.modules))
    ]
    one, other = DependencyGraph(programme), DependencyGraph(attrs.evolve(programme, modules=modules))
    assert one.is_satisfiable() == other.is_satisfiable()
    assert [ring.modules for ring in one.rings()] == [ring.modules for ring in other.rings()]
    assert one.blocks == other.blocks
    if one.is_satisfiable():
        assert one.order() == other.order()
        assert one.layers() == other.layers()


@MANY
@given(designs())
def test_every_ring_is_a_shortest_ring_of_the_design_from_its_smallest_id(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    stated = statements(programme)
    equal = equal_in_time(tuple(module.id for module in programme.modules), stated)
    tied_up = {
        frozenset(other for one, other in equal if one == earlier)
        for earlier, later, strictly in stated
        if strictly and (earlier, later) in equal
    }
    rings = graph.rings()
    assert len(rings) == len(tied_up)
    assert [ring.modules for ring in rings] == sorted(ring.modules for ring in rings)
    for ring in rings:
        (block,) = (one for one in tied_up if ring.modules[0] in one)
        assert ring.size == len(block)
        assert ring.modules[0] == min(ring.modules)
        assert len(ring.modules) == shortest_ring_length(block, stated)
        assert any(link.strict for link in ring.links)
        for link, following in zip(ring.links, (*ring.links[1:], ring.links[0]), strict=True):
            assert link.then == following.first
            assert link.prerequisite in programme.module(link.owner).requires
            assert {link.owner, link.prerequisite.module} == {link.first, link.then}
            assert (link.first, link.then, link.strict) in stated


def shortest_ring_length(block: frozenset[str], stated: set[tuple[str, str, bool]]) -> int:
    """The length of the shortest ring in a block that passes a strict statement."""
    pairs = {(earlier, later) for earlier, later, _ in stated}
    strict = {(earlier, later) for earlier, later, strictly in stated if strictly}
    for length in range(1, len(block) + 1):
        for modules in permutations(sorted(block), length):
            steps = set(zip(modules, (*modules[1:], modules[0]), strict=True))
            if steps <= pairs and steps & strict:
                return length
    raise AssertionError
