"""Rings: modules that wait for one another, so that none of them can ever begin."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from kompetanse.graph.links import Link
from kompetanse.graph.networks import Digraph

Successors = Mapping[str, Sequence[tuple[str, bool]]]
"""For each module the modules that may not come before it, and whether they must come after it."""


@attrs.frozen
class Ring:
    """Modules of which each must come before the next, and the last before the first."""

    links: tuple[Link, ...]
    """Each leads to the next; the first starts from the smallest id."""
    size: int
    """How many modules are tied up together, in this ring or in others that share a module with it."""

    @property
    def modules(self) -> tuple[str, ...]:
        """The ids of the modules, in order, from the smallest."""
        return tuple(link.first for link in self.links)


def ring_in(digraph: Digraph, block: Iterable[str]) -> Ring:
    """Give a shortest ring among the modules of a block that cannot be taken."""
    members = set(block)
    edges = digraph.adj
    successors = {
        module: sorted((then, edge["strict"]) for then, edge in edges[module].items() if then in members)
        for module in sorted(members)
    }
    modules = shortest_ring(successors)
    pairs = zip(modules, (*modules[1:], modules[0]), strict=True)
    links = (max(edges[first][then]["links"], key=lambda link: link.strict) for first, then in pairs)
    return Ring(tuple(links), size=len(members))


def shortest_ring(successors: Successors) -> tuple[str, ...]:
    """Give one shortest ring that passes a strict edge, from its smallest id; ``()`` where there is none.

    Every ring holds an edge that closes a depth-first search, and every one that is sought holds a strict
    edge, so only the fewer of these need a search of their own. The search keeps apart whether a strict
    edge was passed yet; a shortest closed walk with one is a ring, since any smaller ring in it that held
    the edge would have been found instead.
    """
    closing = list(_closing_edges(successors))
    keep_apart = [
        (one, then, True) for one, several in successors.items() for then, strict in several if strict
    ]
    best: tuple[str, ...] = ()
    for last, first, strict in min(closing, keep_apart, key=len):
        found = _path(successors, first, last, strict=strict, limit=len(best) - 1 if best else None)
        best = found or best
        if len(best) == 1:
            break
    smallest = best.index(min(best)) if best else 0
    return best[smallest:] + best[:smallest]


def _closing_edges(successors: Successors) -> Iterator[tuple[str, str, bool]]:
    """Yield the edges that lead back to a module on the current path of a depth-first search."""
    on_path: dict[str, bool] = {}
    for root in successors:
        if root in on_path:
            continue
        on_path[root] = True
        stack = [(root, iter(successors[root]))]
        while stack:
            module, edges = stack[-1]
            for then, strict in edges:
                if on_path.get(then):
                    yield module, then, strict
                elif then not in on_path:
                    on_path[then] = True
                    stack.append((then, iter(successors[then])))
                    break
            else:
                on_path[module] = False
                stack.pop()


def _path(
    successors: Successors, first: str, last: str, *, strict: bool, limit: int | None
) -> tuple[str, ...]:
    """Give a shortest walk of at most `limit` modules that, closed by its edge, passes a strict one."""
    start, goal = (first, strict), (last, True)
    came_from: dict[tuple[str, bool], tuple[str, bool] | None] = {start: None}
    waiting = deque([(start, 1)])
    while waiting and goal not in came_from:
        state, length = waiting.popleft()
        if limit is not None and length >= limit:
            break
        module, passed = state
        for then, strict_edge in successors[module]:
            following = (then, passed or strict_edge)
            if following not in came_from:
                came_from[following] = state
                waiting.append((following, length + 1))
    walk: list[str] = []
    at: tuple[str, bool] | None = goal if goal in came_from else None
    if limit is not None and limit < 1:
        at = None
    while at is not None:
        walk.append(at[0])
        at = came_from[at]
    return tuple(reversed(walk))
