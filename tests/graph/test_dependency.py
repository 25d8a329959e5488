import graphlib
from functools import cache
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import RingOfPrerequisites, UnknownModule
from kompetanse.graph import DependencyGraph, Placement, Reason, placements
from kompetanse.model import Module, Prerequisite, PrerequisiteKind, Programme
from kompetanse.testing import strategies

BEFORE_OR_TOGETHER, TOGETHER = PrerequisiteKind.BEFORE_OR_TOGETHER, PrerequisiteKind.TOGETHER
RECOMMENDED = PrerequisiteKind.RECOMMENDED
MANY = settings(max_examples=80, deadline=None)


def graph_of(*modules: Module, order: tuple[str, ...] = ()) -> DependencyGraph:
    return DependencyGraph(Programme("p", modules=modules, order=order))


@MANY
@given(strategies.programmes())
def test_every_order_respects_every_binding_prerequisite(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    order = graph.order()
    place = {module: number for number, module in enumerate(order)}
    assert sorted(order) == sorted(module.id for module in programme.modules)
    for module in programme.modules:
        for one in module.requires:
            apart = graph.block_of[one.module] != graph.block_of[module.id]
            if one.strict or (one.kind is BEFORE_OR_TOGETHER and apart):
                assert place[one.module] < place[module.id]
    assert DependencyGraph(programme).order() == order
    assert not graph.violated(order)


@settings(max_examples=30, deadline=None)
@given(strategies.programmes_with_ring())
def test_a_programme_with_a_ring_never_yields_an_order(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    with pytest.raises(RingOfPrerequisites):
        graph.order()
    with pytest.raises(RingOfPrerequisites):
        graph.layers()
    with pytest.raises(RingOfPrerequisites):
        placements(graph)


@MANY
@given(st.lists(st.lists(st.integers(0, 7), max_size=3, unique=True), min_size=1, max_size=8))
def test_where_all_is_before_graphlib_and_networkx_agree_on_rings(requires: list[list[int]]) -> None:
    needs = {
        f"m{number}": [f"m{one}" for one in ones if one < len(requires)]
        for number, ones in enumerate(requires)
    }
    graph = graph_of(*(Module(id_, requires=ones) for id_, ones in needs.items()))
    sorter = graphlib.TopologicalSorter(needs)
    try:
        sorter.prepare()
    except graphlib.CycleError:
        satisfiable = False
    else:
        satisfiable = True
    drawn = nx.DiGraph((one, id_) for id_, ones in needs.items() for one in ones)
    assert graph.is_satisfiable() is satisfiable
    assert nx.is_directed_acyclic_graph(drawn) is satisfiable


def test_the_teaching_order_decides_where_prerequisites_leave_a_choice_and_then_the_id() -> None:
    modules = Module("a", requires=("d",)), Module("b"), Module("c"), Module("d")
    assert graph_of(*modules).order() == ("b", "c", "d", "a")
    assert graph_of(*modules, order=("d", "c")).order() == ("d", "c", "a", "b")
    assert graph_of(*modules, order=("a", "c", "d", "b")).order() == ("c", "d", "a", "b")


def test_modules_taken_together_stand_beside_one_another() -> None:
    modules = Module("a", requires=(Prerequisite("c", TOGETHER),)), Module("b"), Module("c")
    graph = graph_of(*modules, order=("a", "b", "c"))
    assert graph.blocks == (("a", "c"), ("b",))
    assert graph.order() == ("a", "c", "b")
    assert [link.prerequisite.module for link in graph.violated(("a", "b", "c"))] == ["c", "c"]


def test_the_shortest_of_several_rings_is_named() -> None:
    graph = graph_of(
        Module("a", requires=("b", "d")),
        Module("b", requires=("a",)),
        Module("c", requires=("a",)),
        Module("d", requires=("c",)),
    )
    assert [(ring.modules, ring.size) for ring in graph.rings()] == [(("a", "b"), 4)]


def test_an_unknown_module_is_named_with_what_may_have_been_meant() -> None:
    graph = graph_of(Module("strategi", requires=("ledelsen",)), Module("ledelse"))
    assert [link.first for link in graph.unknown] == ["ledelsen"]
    with pytest.raises(UnknownModule) as raised:
        graph.order()
    assert raised.value == UnknownModule("ledelsen", "ledelse")
    for ask in (graph.ancestors, graph.descendants):
        with pytest.raises(UnknownModule):
            ask("x")
    with pytest.raises(UnknownModule):
        graph.violated(("strategi", "x"))


def test_a_recommended_prerequisite_never_binds() -> None:
    graph = graph_of(
        Module("a", requires=(Prerequisite("b", RECOMMENDED, lag=14), Prerequisite("x", RECOMMENDED))),
        Module("b", requires=("a",)),
    )
    assert graph.order() == ("a", "b")
    assert not graph.unknown


def test_ancestors_and_descendants_are_all_that_may_not_come_after_or_before() -> None:
    graph = graph_of(
        Module("a"), Module("b", requires=("a",)), Module("c", requires=(Prerequisite("b", TOGETHER),))
    )
    assert graph.ancestors("c") == {"a", "b"}
    assert graph.descendants("a") == {"b", "c"}
    assert graph.descendants("c") == {"b"}


def test_layers_follow_the_longest_chain() -> None:
    graph = graph_of(
        Module("d", requires=("a", "c")),
        Module("c", requires=("b", Prerequisite("e", TOGETHER))),
        Module("b", requires=("a",)),
        Module("a"),
        Module("e"),
        Module("f"),
    )
    assert graph.layers() == (("a", "f"), ("b",), ("c", "e"), ("d",))
    assert graph_of().layers() == ()


def test_every_placement_says_why() -> None:
    graph = graph_of(
        Module("a", requires=("z",)),
        Module("b", requires=(Prerequisite("a", TOGETHER),)),
        Module("c"),
        Module("d"),
        Module("z"),
        order=("z", "a", "b", "c"),
    )
    assert placements(graph) == (
        Placement("z", 1, Reason.FIRST, None),
        Placement("a", 2, Reason.REQUIRES, "z"),
        Placement("b", 3, Reason.TOGETHER, "a"),
        Placement("c", 4, Reason.TEACHING_ORDER, "b"),
        Placement("d", 5, Reason.TEACHING_ORDER, "c"),
    )
    assert placements(graph_of(Module("b"), Module("a")))[1] == Placement("b", 2, Reason.ID, "a")


def test_the_graph_cannot_be_changed_by_those_who_look_at_it() -> None:
    graph = graph_of(Module("a"))
    with pytest.raises(nx.NetworkXError):
        graph.digraph.add_node("b")


def test_an_edge_says_which_prerequisites_made_it() -> None:
    requires = Prerequisite("a", BEFORE_OR_TOGETHER), Prerequisite("a", BEFORE_OR_TOGETHER, lag=3)
    graph = graph_of(Module("a"), Module("b", requires=requires))
    edge = graph.digraph.edges["a", "b"]
    assert edge["strict"]
    assert [(link.owner, link.prerequisite, link.strict) for link in edge["links"]] == [
        ("b", requires[0], False),
        ("b", requires[1], True),
    ]


LARGE = 100_000


@cache
def chain() -> tuple[Module, ...]:
    """A chain, each module before the next, from the largest id."""
    ids = [f"m{LARGE - number:06}" for number in range(LARGE)]
    return Module(ids[0]), *(Module(id_, requires=(one,)) for one, id_ in pairwise(ids))


@pytest.mark.slow
def test_a_chain_of_a_hundred_thousand_modules_is_ordered() -> None:
    ids = [module.id for module in chain()]
    graph = graph_of(*chain())
    assert graph.order() == tuple(ids)
    assert len(graph.layers()) == LARGE
    assert len(graph.ancestors(ids[-1])) == LARGE - 1
    assert not graph.violated(ids)


@pytest.mark.slow
def test_a_ring_of_a_hundred_thousand_modules_is_named_whole() -> None:
    first, *rest = chain()
    graph = graph_of(Module(first.id, requires=(rest[-1].id,)), *rest)
    (ring,) = graph.rings()
    assert ring.modules == (rest[-1].id, first.id, *(module.id for module in rest[:-1]))
    assert ring.size == LARGE


@pytest.mark.slow
def test_a_tangle_of_a_hundred_thousand_modules_is_ordered() -> None:
    needs = [(number * 7919 % number, number * 104_729 % number) for number in range(1, LARGE)]
    graph = graph_of(
        Module("m0"),
        *(
            Module(f"m{n}", requires=[f"m{one}" for one in dict.fromkeys(ones)])
            for n, ones in enumerate(needs, start=1)
        ),
    )
    order = graph.order()
    place = {module: number for number, module in enumerate(order)}
    assert all(place[f"m{one}"] < place[f"m{n}"] for n, ones in enumerate(needs, start=1) for one in ones)
    assert len(place) == LARGE
