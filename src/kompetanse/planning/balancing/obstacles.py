"""Why modules cannot be placed in periods, as far as that can be told without a search."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from kompetanse.errors import Problem
from kompetanse.planning.balancing.task import Task
from kompetanse.planning.demands import Ends
from kompetanse.planning.exactly import exact


def obstacles(task: Task) -> Iterator[Problem]:
    """Yield each reason that is enough by itself, with what would mend it."""
    yield from _too_long(task)
    yield from _too_heavy(task)
    yield from _in_all(task, "load", sum(task.exact.values(), Fraction(0)), task.load)
    yield from _in_all(task, "count", Fraction(len(task.exact)), task.count)


def _too_long(task: Task) -> Iterator[Problem]:
    """Tell the longest chain of modules of which each needs a later period than the one before it."""
    last = max(range(len(task.blocks)), key=task.earliest.__getitem__, default=None)
    if last is None or task.earliest[last] <= task.periods:
        return
    chain = tuple(task.blocks[block][0] for block in task.chain_to(last))
    details = (("chain", " → ".join(chain)), ("needed", task.earliest[last]), ("periods", task.periods))
    yield Problem("chain-too-long", details)


def _too_heavy(task: Task) -> Iterator[Problem]:
    """Tell the modules, alone or taken together, that no period has room for."""
    most, most_modules = task.load[1], task.count[1]
    for modules in task.blocks:
        load = sum(task.exact[one] for one in modules)
        if most is not None and load > exact(most):
            details = (("modules", modules), ("found", float(load)), ("high", most))
            yield Problem("module-above-load", details)
        if most_modules is not None and len(modules) > most_modules:
            details = (("modules", modules), ("found", len(modules)), ("high", most_modules))
            yield Problem("modules-above-count", details)


def _in_all(task: Task, name: str, total: Fraction, ends: Ends) -> Iterator[Problem]:
    """Tell where all periods together must have more than there is, or room for less."""
    low, high = ends
    told = (("found", float(total)), ("periods", task.periods))
    if low and total < task.periods * exact(low):
        yield Problem(f"{name}-too-little", (*told, ("low", low), ("most", floor(total / exact(low)))))
    if high and total > task.periods * exact(high):
        yield Problem(f"{name}-too-much", (*told, ("high", high), ("needed", ceil(total / exact(high)))))
