"""What ties the modules of a picture: each prerequisite once, and the layer that it puts each module in."""

from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter

import attrs

from kompetanse.graph import DependencyGraph
from kompetanse.model import AnyOf, Module, Prerequisite, PrerequisiteKind, Programme

Layers = tuple[tuple[str, ...], ...]


@attrs.frozen
class Tie:
    """One line of the picture."""

    first: str
    then: str
    kind: PrerequisiteKind
    lag: int = 0
    group: int | None = None
    """The number of the group, among those of `then`, of which `first` is one to choose from."""

    @property
    def end(self) -> tuple[str, int | str]:
        """Where it ends at its module: the options of a group end in one point."""
        return (self.then, self.first if self.group is None else self.group)


def without_unknown(programme: Programme) -> Programme:
    """Give the design without what its prerequisites say of modules that it does not have."""
    modules = {one.id: one for one in reversed(programme.modules)}

    def known(required: tuple[Prerequisite, ...]) -> tuple[Prerequisite, ...]:
        return tuple(one for one in required if one.module in modules)

    def kept(module: Module) -> Module:
        groups = filter(None, (known(one.options) for one in module.any_of))
        return attrs.evolve(module, requires=known(module.requires), any_of=tuple(map(AnyOf, groups)))

    return attrs.evolve(programme, modules=tuple(map(kept, reversed(modules.values()))))


def ties_of(programme: Programme) -> tuple[Tie, ...]:
    """Give every prerequisite as a line; two modules that are taken together have one line for it."""
    return tuple(dict.fromkeys(one for module in programme.modules for one in _ties(module)))


def _ties(module: Module) -> Iterator[Tie]:
    for one in module.requires:
        ends = one.module, module.id
        if one.kind is PrerequisiteKind.TOGETHER and not one.lag:
            ends = min(ends), max(ends)
        yield Tie(*ends, one.kind, one.lag)
    for number, group in enumerate(module.any_of):
        for one in group.options:
            yield Tie(one.module, module.id, one.kind, one.lag, number)


def ringed(graph: DependencyGraph) -> frozenset[str]:
    """Give the modules that a ring ties up."""
    torn = {graph.block_of[ring.modules[0]] for ring in graph.rings()}
    return frozenset(module for module, block in graph.block_of.items() if block in torn)


def layers_of(graph: DependencyGraph, ties: tuple[Tie, ...]) -> Layers:
    """Give the layers; of a design that cannot be taken, those that are left where each ring is cut.

    A ring is cut where it goes against the teaching order, and groups to choose from say nothing.
    """
    if graph.is_satisfiable():
        return graph.layers()
    torn, rank = ringed(graph), graph.rank
    unit: Mapping[str, str | int] = {
        module: module if module in torn else block for module, block in graph.block_of.items()
    }
    before: dict[str | int, set[str | int]] = {unit[module]: set() for module in rank}
    for tie in ties:
        forward = graph.block_of[tie.first] != graph.block_of[tie.then] or rank[tie.first] < rank[tie.then]
        if tie.kind.binding and tie.group is None and forward and unit[tie.first] != unit[tie.then]:
            before[unit[tie.then]].add(unit[tie.first])
    layer: dict[str | int, int] = {}
    for one in TopologicalSorter(before).static_order():
        layer[one] = max((layer[each] + 1 for each in before[one]), default=0)
    layers: list[list[str]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for module in rank:
        layers[layer[unit[module]]].append(module)
    return tuple(map(tuple, layers))
