"""Reading scenarios: what if we did it otherwise."""

import os
from collections.abc import Iterator

import attrs

from kompetanse.errors import InvalidFile, Problem, close_to
from kompetanse.files.faults import fault
from kompetanse.files.nodes import placed
from kompetanse.files.reading import ENDINGS, read_as, read_tree
from kompetanse.files.sources import StrPath
from kompetanse.model import item_keys
from kompetanse.model.rules import shown
from kompetanse.whatif import Scenario
from kompetanse.whatif.scenario import rings

SCENARIO_ENDINGS = ENDINGS


@attrs.frozen
class _ScenarioFile:
    scenarios: tuple[Scenario, ...]


def read_scenarios(path: StrPath) -> tuple[Scenario, ...]:
    """Read scenarios from a YAML or JSON file; raise `InvalidFile` with every fault of it.

    An id that stands twice is a fault, as is a scenario that builds on one that is not there, or on itself by
    way of others: what is compared is told apart by ids, and no check looks here.
    """
    held, root = read_as(_ScenarioFile, read_tree(path), path)
    nodes = dict(placed(root))
    faults = tuple(fault(problem, place, nodes[place].spot) for problem, place in _problems(held.scenarios))
    if faults:
        raise InvalidFile(os.fspath(path), faults)
    return held.scenarios


def _problems(scenarios: tuple[Scenario, ...]) -> Iterator[tuple[Problem, str]]:
    """Yield what is wrong with scenarios beside one another, and where."""
    by_id = {one.id: one for one in reversed(scenarios)}
    ring_from = {ring[0]: ring for ring in rings(by_id)}
    steps = item_keys(one.id for one in scenarios)
    for one, place in ((one, f"scenarios/{step}") for one, step in zip(scenarios, steps, strict=True)):
        if place != f"scenarios/{one.id}":
            yield Problem("duplicate-id", (("found", shown(one.id)),)), place
        elif one.on is not None and one.on not in by_id:
            suggestion = close_to(one.on, by_id)
            meant = (("suggestion", suggestion),) if suggestion else ()
            yield Problem("unknown-scenario", (("found", shown(one.on)), *meant)), f"{place}/on"
        elif one.id in ring_from:
            told = " → ".join((*ring_from[one.id], one.id))
            yield Problem("ring-of-scenarios", (("ring", told),)), f"{place}/on"
