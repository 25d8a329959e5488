"""The dependency graph: a frozen networkx graph, and the questions it answers."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

import attrs
import networkx as nx

from kompetanse.errors import RingOfPrerequisites, UnknownModule, close_to
from kompetanse.graph.links import Link, links_of
from kompetanse.graph.rings import Ring, shortest_ring
from kompetanse.model import Programme

if TYPE_CHECKING:
    Digraph = nx.DiGraph[str]
else:
    Digraph = nx.DiGraph


@attrs.frozen(eq=False)
class DependencyGraph:
    """How the binding prerequisites of a programme tie its modules.

    Modules that prerequisites force to be taken together form one block; every module stands in exactly one.
    Prerequisites on modules that the programme does not have are left out (see `unknown`).

    >>> from kompetanse.model import Module, Programme
    >>> graph = DependencyGraph(Programme("p", modules=(Module("b", requires=("a",)), Module("a"))))
    >>> graph.order()
    ('a', 'b')
    """

    programme: Programme

    @cached_property
    def digraph(self) -> Digraph:
        """The graph, frozen. An edge leads from a module to one that may not come before it.

        "Together" gives an edge each way. An edge holds ``links``, every `Link` that says so, and ``strict``,
        whether one of them keeps the two apart.
        """
        graph: Digraph = nx.DiGraph()
        graph.add_nodes_from(self.programme.teaching_order)
        between: dict[tuple[str, str], list[Link]] = {}
        for module in self.programme.modules:
            for link in links_of(module):
                if link.first in graph and link.then in graph:
                    between.setdefault((link.first, link.then), []).append(link)
        for (first, then), links in between.items():
            strict = any(link.strict for link in links)
            graph.add_edge(first, then, links=tuple(links), strict=strict)
        nx.freeze(graph)
        return graph

    @cached_property
    def unknown(self) -> tuple[Link, ...]:
        """The links to modules that the programme does not have."""
        return tuple(
            link
            for module in self.programme.modules
            for link in links_of(module)
            if link.owner == link.then and link.first not in self.digraph
        )

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of each module in the teaching order, from 0."""
        return {module: place for place, module in enumerate(self.programme.teaching_order)}

    @cached_property
    def blocks(self) -> tuple[tuple[str, ...], ...]:
        """Modules that must be taken together, if they can be taken at all; a module on its own is a block.

        Blocks, and the modules in each, stand in the teaching order.
        """
        found = nx.strongly_connected_components(self.digraph)
        inside = (tuple(sorted(block, key=self.rank.__getitem__)) for block in found)
        return tuple(sorted(inside, key=lambda block: self.rank[block[0]]))

    @cached_property
    def block_of(self) -> Mapping[str, int]:
        """The number of each module's block, from 0, as in `blocks`."""
        return {module: number for number, block in enumerate(self.blocks) for module in block}

    @cached_property
    def _strict_inside(self) -> frozenset[int]:
        """The blocks that hold a link which keeps two of their modules apart."""
        return frozenset(
            self.block_of[first]
            for first, then, edge in self.digraph.edges(data=True)
            if edge["strict"] and self.block_of[first] == self.block_of[then]
        )

    def is_satisfiable(self) -> bool:
        """Tell whether there is any order that respects every binding prerequisite."""
        return not self._strict_inside

    def rings(self) -> tuple[Ring, ...]:
        """Give one shortest ring for each block that cannot be taken, by smallest id."""
        found = (self._ring_in(self.blocks[number]) for number in self._strict_inside)
        return tuple(sorted(found, key=lambda ring: ring.modules))

    def _ring_in(self, block: tuple[str, ...]) -> Ring:
        number = self.block_of[block[0]]
        edges = self.digraph.adj
        successors = {
            module: sorted(
                (then, edge["strict"])
                for then, edge in edges[module].items()
                if self.block_of[then] == number
            )
            for module in sorted(block)
        }
        modules = shortest_ring(successors)
        pairs = zip(modules, (*modules[1:], modules[0]), strict=True)
        links = (max(edges[first][then]["links"], key=lambda link: link.strict) for first, then in pairs)
        return Ring(tuple(links), size=len(block))

    def order(self) -> tuple[str, ...]:
        """Give the modules in an order that respects every binding prerequisite.

        Where prerequisites leave a choice, the teaching order decides, and where it is silent the id. The
        modules of a block stand beside one another. Raises `RingOfPrerequisites`, or `UnknownModule` where
        a prerequisite names a module that the programme does not have.
        """
        for link in self.unknown:
            raise UnknownModule(link.first, close_to(link.first, self.digraph))
        if not self.is_satisfiable():
            raise RingOfPrerequisites(tuple(ring.modules for ring in self.rings()))
        return tuple(module for number in self._sorted_blocks() for module in self.blocks[number])

    def _block_edges(self) -> Iterator[tuple[int, int]]:
        """Yield the links between different blocks."""
        for first, then in self.digraph.edges:
            if self.block_of[first] != self.block_of[then]:
                yield self.block_of[first], self.block_of[then]

    def _sorted_blocks(self) -> Iterator[int]:
        """Yield the blocks, each as soon as all before it are out, the earliest taught first."""
        waits_for = [0] * len(self.blocks)
        frees: list[list[int]] = [[] for _ in self.blocks]
        for first, then in self._block_edges():
            waits_for[then] += 1
            frees[first].append(then)
        ready = [number for number, count in enumerate(waits_for) if not count]
        heapify(ready)
        while ready:
            number = heappop(ready)
            yield number
            for then in frees[number]:
                waits_for[then] -= 1
                if not waits_for[then]:
                    heappush(ready, then)

    def layers(self) -> tuple[tuple[str, ...], ...]:
        """Give the modules by the length of the longest chain that leads to them; the first need nothing.

        Each layer stands in the teaching order. Raises as `order` does.
        """
        self.order()
        depth = [0] * len(self.blocks)
        before: dict[int, list[int]] = {}
        for first, then in self._block_edges():
            before.setdefault(then, []).append(first)
        for number in self._sorted_blocks():
            depth[number] = max((depth[one] + 1 for one in before.get(number, ())), default=0)
        layers: list[list[str]] = [[] for _ in range(max(depth, default=-1) + 1)]
        for module in self.rank:
            layers[depth[self.block_of[module]]].append(module)
        return tuple(map(tuple, layers))

    def ancestors(self, module: str) -> frozenset[str]:
        """Give every module that may not come after `module`; raise `UnknownModule`."""
        return frozenset(nx.ancestors(self.digraph, self._known(module)))

    def descendants(self, module: str) -> frozenset[str]:
        """Give every module that may not come before `module`; raise `UnknownModule`."""
        return frozenset(nx.descendants(self.digraph, self._known(module)))

    def _known(self, module: str) -> str:
        if module not in self.digraph:
            raise UnknownModule(module, close_to(module, self.digraph))
        return module

    def violated(self, order: Iterable[str]) -> tuple[Link, ...]:
        """Give the links that an order of modules goes against; modules that it leaves out bind nothing.

        Within a block, modules may stand in any order, but with no module of another block between them;
        in a block that cannot be taken, every order goes against something.
        """
        place: dict[str, int] = {}
        run: dict[str, int] = {}
        block_before = -1
        for module in order:
            block = self.block_of[self._known(module)]
            run[module] = len(run) if block != block_before else run[next(reversed(run))]
            place[module] = len(place)
            block_before = block

        def broken(link: Link) -> bool:
            block = self.block_of[link.first]
            if link.strict or block != self.block_of[link.then] or block in self._strict_inside:
                return place[link.first] >= place[link.then]
            return run[link.first] != run[link.then]

        return tuple(
            link
            for first, then, edge in self.digraph.edges(data=True)
            if first in place and then in place
            for link in edge["links"]
            if broken(link)
        )
