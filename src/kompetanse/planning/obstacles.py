"""Why modules cannot be placed in periods, as far as that can be told without a search."""

from collections.abc import Iterator
from fractions import Fraction

from kompetanse.errors import Problem
from kompetanse.planning.task import Task


def obstacles(task: Task) -> Iterator[Problem]:
    """Yield each reason that is enough by itself, with what would mend it."""
    yield from _too_long(task)
    yield from _too_heavy(task)
    yield from _in_all(task, "load", sum(task.loads), task.load, task.unit)
    yield from _in_all(task, "count", sum(map(len, task.blocks)), task.count, Fraction(1))


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
    for modules, load in zip(task.blocks, task.loads, strict=True):
        if most is not None and load > most:
            told = float(load * task.unit), float(most * task.unit)
            yield Problem("module-above-load", (("modules", modules), ("found", told[0]), ("high", told[1])))
        if most_modules is not None and len(modules) > most_modules:
            details = (("modules", modules), ("found", len(modules)), ("high", most_modules))
            yield Problem("modules-above-count", details)


def _in_all(
    task: Task, name: str, total: int, ends: tuple[int, int | None], unit: Fraction
) -> Iterator[Problem]:
    """Tell where all periods together must have more than there is, or room for less."""
    low, high = ends
    told = (("found", float(total * unit)), ("periods", task.periods))
    if total < task.periods * low:
        yield Problem(f"{name}-too-little", (*told, ("low", float(low * unit)), ("most", total // low)))
    if high and total > task.periods * high:
        yield Problem(f"{name}-too-much", (*told, ("high", float(high * unit)), ("needed", -(-total // high))))
