"""The blocks of a design, in the order in which every cohort may take them."""

from kompetanse.graph import DependencyGraph
from kompetanse.model import Module, Programme

Blocks = tuple[tuple[Module, ...], ...]
"""Modules that are taken together, in the order in which blocks are taken."""


def in_plan_order(programme: Programme) -> Blocks:
    """Give the blocks in the teaching order, as far as prerequisites let them; raise as `order` does."""
    graph = DependencyGraph(programme)
    modules = {module.id: module for module in reversed(programme.modules)}
    blocks: dict[int, list[Module]] = {}
    for id_ in graph.order():
        blocks.setdefault(graph.block_of[id_], []).append(modules[id_])
    return tuple(map(tuple, blocks.values()))
