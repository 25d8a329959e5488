"""The search for the most even way: one objective after another, each from what the one before it found."""

from fractions import Fraction

import attrs

from kompetanse.errors import CannotBalance, Problem
from kompetanse.planning.balancing.periods import MAX_LOAD, RANGE, SUM_OF_SQUARES
from kompetanse.planning.balancing.placing import Placing, least_squares, placing_of
from kompetanse.planning.balancing.task import Task
from kompetanse.planning.reached import Reached
from kompetanse.planning.searching import first_found
from kompetanse.planning.solver import Linear, Progress, Search, Status, Watch, search

BLAME = 5.0
"""How long a search may take, in the solver's own seconds, for whether it goes without one of the bounds."""


@attrs.frozen
class Evened:
    """What the search has come to."""

    period_of: tuple[int, ...]
    """Of each block, from 1."""
    reached: tuple[Reached, ...]
    interrupted: bool


def evened(task: Task, *, seed: int, effort: float, watch: Watch | None) -> Evened:
    """Search; raise `CannotBalance` where it is proven that there is no way, `NothingFound` without a proof.

    Each objective but the last may take half of the effort that is left.
    """
    placing = placing_of(task)
    found: Search | None = None
    left, interrupted = effort, False
    reached = []
    for name in (MAX_LOAD, RANGE, SUM_OF_SQUARES):
        unit = task.unit**2 if name == SUM_OF_SQUARES else task.unit
        objective, bound = _objective(placing, name, found)
        placing.model.minimize(objective)
        told = _in_units(watch, unit)
        if found is None:
            found = tried = first_found(
                placing.model, seed=seed, effort=effort, watch=told, nothing=lambda: _impossible(task, seed)
            )
            left, interrupted, bound = left - tried.spent, tried.interrupted, max(bound, tried.bound)
        elif left > 0 and not interrupted and _measured(placing, name, found) > bound:
            share = left if name == SUM_OF_SQUARES else left / 2
            tried = search(placing.model, seed=seed, effort=share, watch=told)
            left, interrupted = left - tried.spent, tried.interrupted
            if tried.found:
                found, bound = tried, max(bound, tried.bound)
        value = _measured(placing, name, found)
        reached.append(Reached(name, float(value * unit), float(min(bound, value) * unit)))
        placing.model.add(objective <= value)
        placing.hint(found)
    assert found is not None  # noqa: S101  # it is what the first objective found
    periods = tuple(placing.period_of(found, block) for block in range(len(task.blocks)))
    return Evened(periods, tuple(reached), interrupted)


def _impossible(task: Task, seed: int) -> CannotBalance:
    details = (("periods", task.periods), ("bounds", _to_blame(task, seed)))
    return CannotBalance((Problem("no-placement", details),))


def _loads(placing: Placing, found: Search) -> list[int]:
    return [found.of(load) for load in placing.loads]


def _measured(placing: Placing, name: str, found: Search) -> int:
    loads = _loads(placing, found)
    if name == SUM_OF_SQUARES:
        return sum(load * load for load in loads)
    return max(loads) - (min(loads) if name == RANGE else 0)


def _objective(placing: Placing, name: str, found: Search | None) -> tuple[Linear, int]:
    """Give an objective, and what it cannot be less than whatever is required."""
    total, periods = sum(placing.task.loads), placing.task.periods
    least, most = total // periods, -(-total // periods)
    if name == MAX_LOAD or found is None:
        return placing.most, max(most, *placing.task.loads, 0)
    if name == RANGE:
        return placing.most - placing.least, most - least
    loads = _loads(placing, found)
    highest, widest = max(loads), max(loads) - min(loads)
    return placing.sum_of_squares(max(0, least - widest), highest), least_squares(total, periods)


def _in_units(watch: Watch | None, unit: Fraction) -> Watch | None:
    """Let a watch be told in the units that the loads were given in."""
    if watch is None:
        return None
    return lambda seen: watch(Progress(float(seen.value * unit), float(seen.bound * unit)))


def _to_blame(task: Task, seed: int) -> tuple[str, ...]:
    """Give the bounds that together leave no way: without any one of them there is one, if that is known."""
    kept = {"load": list(task.load), "count": list(task.count)}
    for ends in kept.values():
        for place in (0, 1):
            end, ends[place] = ends[place], None
            load, count = kept.values()
            without = placing_of(attrs.evolve(task, load=(load[0], load[1]), count=(count[0], count[1])))
            if search(without.model, seed=seed, effort=BLAME).status is not Status.INFEASIBLE:
                ends[place] = end
    return tuple(
        f"{name} {sign} {end:g}"
        for name, ends in kept.items()
        for sign, end in zip("≥≤", ends, strict=True)
        if end is not None
    )
