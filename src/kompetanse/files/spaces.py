"""Reading a space of designs: a list of scenarios, or a grid of options."""

import os
from collections.abc import Iterator, Sequence

import attrs

from kompetanse.errors import Fault, InvalidFile, Problem
from kompetanse.files.faults import fault
from kompetanse.files.nodes import Mapping, Node, placed
from kompetanse.files.reading import read_as, read_tree
from kompetanse.files.scenarios import read_scenarios
from kompetanse.files.sources import StrPath
from kompetanse.model import Change
from kompetanse.whatif import Scenario, grid, in_full


@attrs.frozen
class _GridFile:
    grid: tuple[tuple[tuple[Change, ...], ...], ...]


def read_space(path: StrPath) -> Sequence[Scenario]:
    """Read a space from a YAML or JSON file; raise `InvalidFile` with every fault of it.

    Of ``grid``, a list of axes, each a list of options, each a list of changes, every combination is given;
    of ``scenarios``, each with the changes of those that it builds on. Raises `UnknownScenario` or
    `RingOfScenarios` where these do not fit together, and `InvalidValue` where there are too many to count.
    """
    tree = read_tree(path)
    if not isinstance(tree.root, Mapping) or "grid" not in tree.root.children:
        return tuple(attrs.evolve(one, on=None) for one in in_full(read_scenarios(path)))
    held, root = read_as(_GridFile, tree, path)
    faults = tuple(_empty_axes(held, root))
    if faults:
        raise InvalidFile(os.fspath(path), faults)
    return grid(*held.grid)


def _empty_axes(held: _GridFile, root: Node) -> Iterator[Fault]:
    nodes = dict(placed(root))
    if not held.grid:
        yield fault(Problem("no-options"), "grid", nodes["grid"].spot)
    for number, axis in enumerate(held.grid):
        if not axis:
            yield fault(Problem("no-options"), f"grid/{number}", nodes[f"grid/{number}"].spot)
