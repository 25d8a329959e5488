"""The networkx graph of a programme: the only door to networkx."""

from typing import TYPE_CHECKING

import networkx as nx

from kompetanse.graph.links import Link, links_of
from kompetanse.model import Programme

if TYPE_CHECKING:
    Digraph = nx.DiGraph[str]
else:
    Digraph = nx.DiGraph


def digraph_of(programme: Programme) -> Digraph:
    """Give the graph, frozen: see `DependencyGraph.digraph`."""
    graph: Digraph = nx.DiGraph()
    graph.add_nodes_from(programme.teaching_order)
    between: dict[tuple[str, str], list[Link]] = {}
    for module in programme.modules:
        for link in links_of(module):
            if link.first in graph and link.then in graph:
                between.setdefault((link.first, link.then), []).append(link)
    for (first, then), links in between.items():
        graph.add_edge(first, then, links=tuple(links), strict=any(link.strict for link in links))
    nx.freeze(graph)
    return graph


def reached_from(graph: Digraph, module: str) -> frozenset[str]:
    """Give every module that an edge, or several, lead to."""
    return frozenset(nx.descendants(graph, module))


def leading_to(graph: Digraph, module: str) -> frozenset[str]:
    """Give every module from which an edge, or several, lead here."""
    return frozenset(nx.ancestors(graph, module))
