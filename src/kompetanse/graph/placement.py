"""Why each module stands where it stands in the order."""

from enum import Enum

import attrs

from kompetanse.graph.dependency import DependencyGraph


class Reason(Enum):
    """Why a module comes right after the one before it."""

    FIRST = "first"
    """Nothing comes before it."""
    REQUIRES = "requires"
    """It needs the one before it, itself or through a module taken together with it."""
    TOGETHER = "together"
    """The two are taken together."""
    TEACHING_ORDER = "teaching-order"
    """No prerequisite decides between the two; the stated teaching order does."""
    ID = "id"
    """Neither prerequisites nor the teaching order decide; the ids do."""


@attrs.frozen
class Placement:
    """One module's place in the order, from 1, and why it stands right after the one before it."""

    module: str
    place: int
    reason: Reason
    after: str | None
    """The module just before it; or, of several taken together there, the one that it really requires."""


def placements(graph: DependencyGraph) -> tuple[Placement, ...]:
    """Say of each module, in order, why it stands there; raise as `DependencyGraph.order` does."""
    stated = set(graph.programme.order)
    result: list[Placement] = []
    order = graph.order()
    for place, (before, module) in enumerate(zip((None, *order), order, strict=False), start=1):
        if before is None:
            reason = Reason.FIRST
        elif graph.block_of[before] == graph.block_of[module]:
            reason = Reason.TOGETHER
        elif _waited(graph, module, before):
            reason = Reason.REQUIRES
        else:
            reason = Reason.TEACHING_ORDER if before in stated else Reason.ID
        after = _required(graph, module, before) if reason is Reason.REQUIRES and before else before
        result.append(Placement(module, place, reason, after))
    return tuple(result)


def _waited(graph: DependencyGraph, module: str, before: str) -> bool:
    """Tell whether the module could not be taken until the one before it, or one taken with that, was."""
    freed_by = graph.waited_for(module)
    return freed_by is not None and graph.block_of[freed_by] == graph.block_of[before]


def _required(graph: DependencyGraph, module: str, before: str) -> str:
    """Give the one, of those taken together with the one before, that `module` or its own block requires."""
    beside = graph.blocks[graph.block_of[before]]
    nearest = (before, *(one for one in beside if one != before))
    for then in (module, *graph.blocks[graph.block_of[module]]):
        options = {option for group in graph.programme.module(then).any_of for option in group.modules}
        for first in nearest:
            if graph.digraph.has_edge(first, then) or first in options:
                return first
    return before
