"""Metrics over the choices that groups leave, against trying every choice."""

from itertools import product

import pytest
from hypothesis import given, settings

from kompetanse.graph import Choice, DependencyGraph, Metrics
from kompetanse.graph import ranges as room
from kompetanse.model import Module, Prerequisite, Programme
from kompetanse.testing.strategies import designs

MEASURES = ("blocking", "delay", "centrality", "complexity")


def chosen(programme: Programme) -> list[Metrics]:
    """Measure every choice that can be taken."""
    groups = [(module.id, group) for module in programme.modules for group in module.any_of]
    found = []
    for choice in product(*(group.modules for _, group in groups)):
        modules = {module.id: Module(module.id, requires=module.requires) for module in programme.modules}
        for (owner, _), option in zip(groups, choice, strict=True):
            modules[owner] = Module(owner, requires=(*modules[owner].requires, Prerequisite(option)))
        graph = DependencyGraph(Programme("p", modules=modules.values(), order=programme.order))
        if graph.is_satisfiable():
            found.append(graph.metrics())
    return found


@settings(max_examples=600)
@given(designs(groups=True))
def test_ranges_are_what_trying_every_choice_gives(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    found = chosen(programme)
    assert bool(found) is graph.is_satisfiable()
    if not found:
        return
    ranges = graph.metric_ranges()
    for measure in MEASURES:
        for place, one in enumerate(ranges.modules):
            values = [getattr(metrics, measure)[place] for metrics in found]
            told = getattr(one, measure)
            assert (told.low, told.high, told.exact) == (min(values), max(values), True)
        sums = [getattr(metrics.total, measure) for metrics in found]
        told = getattr(ranges.total, measure)
        assert (told.low, told.high) == (min(sums), max(sums))


SHORT = Module("short")
LONG = Module("long", requires=("short",))
CHOOSER = Module("chooser", any_of=[("short", "long")])


def test_each_end_names_the_choice_that_gives_it() -> None:
    ranges = DependencyGraph(Programme("p", modules=(SHORT, LONG, CHOOSER))).metric_ranges()
    chooser = ranges.modules[0]
    assert (chooser.delay.low, chooser.delay.high) == (2, 3)
    assert chooser.delay.low_choice == (Choice("chooser", "short"),)
    assert chooser.delay.high_choice == (Choice("chooser", "long"),)
    assert chooser.blocking.low_choice == ()  # no choice changes it


@given(designs(groups=True))
def test_beyond_the_most_choices_the_ends_are_bounds_and_say_so(programme: Programme) -> None:
    graph = DependencyGraph(programme)
    if not graph.is_satisfiable():
        return
    exact = graph.metric_ranges()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(room, "MOST_CHOICES", 0)
        bounds = graph.metric_ranges()
    for one, other in zip((*exact.modules, exact.total), (*bounds.modules, bounds.total), strict=True):
        for measure in MEASURES:
            within, around = getattr(one, measure), getattr(other, measure)
            assert around.low <= within.low <= within.high <= around.high
            assert around.exact <= (around.low == around.high)


def test_a_part_without_an_upper_end_leaves_the_sum_without_one_however_large_the_rest() -> None:
    layers = [[f"m{layer}-{one}" for one in range(8)] for layer in range(400)]
    lattice = [
        Module(one, requires=before)
        for before, layer in zip(((), *layers), layers, strict=False)
        for one in layer
    ]
    circle = [f"q{one}" for one in range(14)]
    choosers = [Module(one, any_of=[[*(other for other in circle if other != one), "r"]]) for one in circle]
    programme = Programme("p", modules=(*lattice, *choosers, Module("r")))
    total = DependencyGraph(programme).metric_ranges().total
    assert total.centrality.high == float("inf")
    assert isinstance(total.centrality.low, int)
    assert total.centrality.low > 10**300
    assert not total.centrality.exact
