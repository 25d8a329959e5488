"""Reading scenarios: what if we did it otherwise."""

import os

import attrs

from kompetanse.errors import InvalidFile, Problem
from kompetanse.files.faults import fault
from kompetanse.files.nodes import placed
from kompetanse.files.reading import read_as, read_tree
from kompetanse.files.sources import StrPath
from kompetanse.model import item_keys
from kompetanse.model.rules import shown
from kompetanse.whatif import Scenario


@attrs.frozen
class _ScenarioFile:
    scenarios: tuple[Scenario, ...]


def read_scenarios(path: StrPath) -> tuple[Scenario, ...]:
    """Read scenarios from a YAML or JSON file; raise `InvalidFile` with every fault of it.

    An id that stands twice is a fault: what is compared is told apart by it, and no check looks here.
    """
    held, root = read_as(_ScenarioFile, read_tree(path), path)
    steps = item_keys(one.id for one in held.scenarios)
    nodes = dict(placed(root))
    faults = tuple(
        fault(Problem("duplicate-id", (("found", shown(one.id)),)), place, nodes[place].spot)
        for one, place in (
            (one, f"scenarios/{step}") for one, step in zip(held.scenarios, steps, strict=True)
        )
        if place != f"scenarios/{one.id}"
    )
    if faults:
        raise InvalidFile(os.fspath(path), faults)
    return held.scenarios
