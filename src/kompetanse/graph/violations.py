"""What an order of modules goes against."""

from collections.abc import Iterable, Mapping

import attrs

from kompetanse.graph.links import Link
from kompetanse.graph.networks import Digraph
from kompetanse.model import AnyOf, Programme


@attrs.frozen
class Unmet:
    """A module that comes before all of those of which it needs one."""

    module: str
    group: AnyOf


def violated(
    digraph: Digraph, block_of: Mapping[str, int], torn: frozenset[int], order: Iterable[str]
) -> tuple[Link, ...]:
    """Give the links that `order` goes against: see `DependencyGraph.violated`."""
    place: dict[str, int] = {}
    run: dict[str, int] = {}
    block_before = -1
    for module in order:
        block = block_of[module]
        run[module] = len(run) if block != block_before else run[next(reversed(run))]
        place[module] = len(place)
        block_before = block

    def broken(link: Link) -> bool:
        block = block_of[link.first]
        if link.strict or block != block_of[link.then] or block in torn:
            return place[link.first] >= place[link.then]
        return run[link.first] != run[link.then]

    return tuple(
        link
        for first, then, edge in digraph.edges(data=True)
        if first in place and then in place
        for link in edge["links"]
        if broken(link)
    )


def unmet(programme: Programme, block_of: Mapping[str, int], order: Iterable[str]) -> tuple[Unmet, ...]:
    """Give the groups that `order` goes against: see `DependencyGraph.unmet`."""
    place = {module: number for number, module in enumerate(order)}
    return tuple(
        Unmet(module.id, group)
        for module in programme.modules
        if module.id in place
        for group in module.any_of
        if not any(
            option in place and place[option] < place[module.id] and block_of[option] != block_of[module.id]
            for option in group.modules
        )
    )
