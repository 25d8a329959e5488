"""What changed between two designs, and what that does to each metric, module by module."""

from collections.abc import Iterator

import attrs

from kompetanse.graph.metrics import Metrics, ModuleMetrics
from kompetanse.model import AnyOf, Prerequisite, Programme

Statement = Prerequisite | AnyOf


@attrs.frozen
class ChangedPrerequisite:
    """A prerequisite of one module that one design has and the other has not, or has otherwise."""

    module: str
    was: tuple[Statement, ...]
    """``()`` where it is new."""
    now: tuple[Statement, ...]
    """``()`` where it is gone."""


@attrs.frozen
class GraphDifference:
    """What one design has that the other has not."""

    added: tuple[str, ...]
    """Modules that are new."""
    dropped: tuple[str, ...]
    """Modules that are gone."""
    prerequisites: tuple[ChangedPrerequisite, ...]
    """Of modules in both designs, in the teaching order of the first."""
    metrics: tuple[ModuleMetrics, ...] | None
    """By how much each metric rose, of each module in both designs; None where either cannot be measured."""
    total: ModuleMetrics | None
    """By how much each sum rose, modules added and dropped counted."""


def difference(was: Programme, now: Programme, measured: tuple[Metrics, Metrics] | None) -> GraphDifference:
    """Compare two designs: see `DependencyGraph.difference`."""
    before, after = was.teaching_order, now.teaching_order
    both = [module for module in before if module in set(after)]
    return GraphDifference(
        added=tuple(module for module in after if module not in set(before)),
        dropped=tuple(module for module in before if module not in set(after)),
        prerequisites=tuple(one for module in both for one in _changed(was, now, module)),
        metrics=tuple(_risen(both, *measured)) if measured else None,
        total=_minus(measured[1].total, measured[0].total) if measured else None,
    )


def _changed(was: Programme, now: Programme, module: str) -> Iterator[ChangedPrerequisite]:
    before, after = _by_subject(was, module), _by_subject(now, module)
    for subject in dict.fromkeys((*before, *after)):
        pair = before.get(subject, ()), after.get(subject, ())
        if set(pair[0]) != set(pair[1]):
            yield ChangedPrerequisite(module, *pair)


def _by_subject(programme: Programme, module: str) -> dict[frozenset[str], tuple[Statement, ...]]:
    """Give what a module requires, by the modules that it is about."""
    held = programme.module(module)
    found: dict[frozenset[str], tuple[Statement, ...]] = {}
    for one in held.requires:
        subject = frozenset((one.module,))
        found[subject] = (*found.get(subject, ()), one)
    for group in held.any_of:
        subject = frozenset(("any of", *group.modules))
        found[subject] = (*found.get(subject, ()), group)
    return found


def _risen(both: list[str], was: Metrics, now: Metrics) -> Iterator[ModuleMetrics]:
    before, after = ({one.module: one for one in metrics.modules} for metrics in (was, now))
    for module in both:
        yield _minus(after[module], before[module])


def _minus(now: ModuleMetrics, was: ModuleMetrics) -> ModuleMetrics:
    return ModuleMetrics(
        now.module,
        now.blocking - was.blocking,
        now.delay - was.delay,
        now.centrality - was.centrality,
        round(now.complexity - was.complexity, 1),
    )
