"""What would free a design that cannot be taken: each single prerequisite that stands in its way alone."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from kompetanse.graph.kernel import components
from kompetanse.graph.rings import Ring
from kompetanse.model import Module, Programme, Unrequire


class _Graph(Protocol):
    def is_satisfiable(self) -> bool: ...


def repairs(
    programme: Programme,
    rings: tuple[Ring, ...],
    stuck: frozenset[str],
    block_of: Mapping[str, int],
    graph_of: Callable[[Programme], _Graph],
) -> tuple[Unrequire, ...]:
    """Give the changes of which each alone makes the design satisfiable: see `DependencyGraph.repairs`.

    Whatever mends a design must break each of its rings, and each set of blocks that wait only for one
    another; so it is enough to try what holds one of these together, blocks included.
    """
    if len(rings) > 1:
        return ()
    if rings:
        tried = [Unrequire(link.owner, link.prerequisite.module) for link in rings[0].links]
    else:
        tried = _holding(programme, stuck, block_of)
    return tuple(
        change for change in dict.fromkeys(tried) if graph_of(change.apply(programme)).is_satisfiable()
    )


def _holding(programme: Programme, stuck: frozenset[str], block_of: Mapping[str, int]) -> list[Unrequire]:
    """Give what holds one set of stuck blocks together: what each waits for, and what makes it one."""
    waits: dict[int, tuple[Unrequire, list[str]]] = {}
    for module in programme.modules:
        if module.id in stuck and block_of[module.id] not in waits:
            for change, others in _waited_for(module, stuck, block_of):
                waits[block_of[module.id]] = change, others
                break
    blocks = {block: number for number, block in enumerate(waits)}
    leads = [[blocks[block_of[one]] for one in others] for _, others in waits.values()]
    closed = components(leads)  # the component that is found first leads to no other
    changes = [change for change, _ in waits.values()]
    held = {block for block, number in blocks.items() if closed[number] == 0}
    inside = (
        Unrequire(module.id, one.module)
        for module in programme.modules
        if block_of[module.id] in held
        for one in module.requires
        if one.kind.binding and block_of.get(one.module) == block_of[module.id]
    )
    return [*(change for change, part in zip(changes, closed, strict=True) if part == 0), *inside]


def _waited_for(
    module: Module, stuck: frozenset[str], block_of: Mapping[str, int]
) -> Iterator[tuple[Unrequire, list[str]]]:
    """Yield what a stuck module waits for in vain, each with the modules of other blocks in question."""
    block = block_of[module.id]
    for one in module.requires:
        if one.kind.binding and one.module in stuck and block_of[one.module] != block:
            yield Unrequire(module.id, one.module), [one.module]
    for group in module.any_of:
        others = [one for one in group.modules if one in block_of and block_of[one] != block]
        if stuck.issuperset(others):
            yield Unrequire(module.id, group), others
