"""The only door to OR-Tools: one search of a CP-SAT model, which goes the same way on every run."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import Any

import attrs

from kompetanse.errors import MissingExtra

EFFORT = 60.0
"""How long a search may take, in the solver's own deterministic seconds: about as many of a clock."""
POLL = 0.1
"""Seconds between two looks at whether someone has pressed Ctrl-C."""


Linear = Any
"""A whole number that depends on a model's variables: a variable, a sum of them, or a plain number."""
Literal = Any
"""A truth value of a model, or its opposite."""


class Status(Enum):
    """How a search ended."""

    OPTIMAL = "optimal"
    """What was found is proven to be best."""
    FEASIBLE = "feasible"
    """Something was found, and there may be better."""
    INFEASIBLE = "infeasible"
    """It is proven that there is nothing to find."""
    UNKNOWN = "unknown"
    """Nothing was found, and nothing proven."""


@attrs.frozen
class Progress:
    """How far a search has come."""

    value: float
    """The least value of the objective that was found so far."""
    bound: float
    """No value is less than this."""


Watch = Callable[[Progress], None]
"""Is told of each better solution, as it is found."""


@attrs.frozen(eq=False)
class Search:
    """What a search has come to."""

    status: Status
    value: int
    """Of the objective; 0 where nothing was found, or where there is none."""
    bound: int
    interrupted: bool
    """Whether it was stopped by Ctrl-C."""
    spent: float
    """What it took, in the solver's own seconds."""
    of: Callable[[Any], int]
    """Gives the value of a variable or an expression in what was found."""
    core: tuple[int, ...] = ()
    """Of an infeasible model: the indexes of assumptions that cannot all hold."""

    @property
    def found(self) -> bool:
        """Whether there is a solution."""
        return self.status in (Status.OPTIMAL, Status.FEASIBLE)


def cp_model() -> Any:  # noqa: ANN401  # the module, whose models have no types that mypy could follow
    """Give OR-Tools' module of constraint models; raise `MissingExtra`."""
    try:
        from ortools.sat.python import cp_model as module  # noqa: PLC0415  # an optional part
    except ImportError:
        raise MissingExtra("ortools", "plan") from None
    return module


def search(
    model: Any,  # noqa: ANN401  # as above
    *,
    seed: int,
    effort: float,
    watch: Watch | None = None,
    relax: bool = True,
) -> Search:
    """Search for the best solution of a model, by one worker, so that every run finds the same.

    `effort` bounds it in deterministic seconds. Ctrl-C ends it too; what was found by then is kept. Without
    `relax`, no linear relaxation is solved on the way and no value is tried beforehand, which is quicker
    where that would say little.
    """
    cp = cp_model()
    solver = cp.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = effort
    solver.parameters.catch_sigint_signal = False
    solver.parameters.linearization_level = int(relax)
    solver.parameters.cp_model_probing_level = 2 if relax else 0
    statuses = {
        cp.OPTIMAL: Status.OPTIMAL, cp.FEASIBLE: Status.FEASIBLE, cp.INFEASIBLE: Status.INFEASIBLE,
        cp.UNKNOWN: Status.UNKNOWN,
    }  # fmt: skip
    told, interrupted = _run(cp, solver, model, watch)
    status = statuses[told]  # a model that is invalid is a mistake of ours: a KeyError
    found = status in (Status.OPTIMAL, Status.FEASIBLE)
    spent = solver.response_proto.deterministic_time
    core = tuple(solver.sufficient_assumptions_for_infeasibility()) if status is Status.INFEASIBLE else ()
    value = round(solver.objective_value) if found and model.has_objective() else 0
    bound = round(solver.best_objective_bound) if found and model.has_objective() else 0
    return Search(status, value, bound, interrupted, spent, solver.value, core)


def _run(cp: Any, solver: Any, model: Any, watch: Watch | None) -> tuple[Any, bool]:  # noqa: ANN401  # as above
    """Solve beside the main thread, which alone is told of Ctrl-C."""

    class Callback(cp.CpSolverSolutionCallback):  # type: ignore[misc]  # a class without types
        def on_solution_callback(self) -> None:
            if watch is not None and model.has_objective():
                watch(Progress(round(self.objective_value), round(self.best_objective_bound)))

    interrupted = False
    with ThreadPoolExecutor(max_workers=1) as aside:
        answer = aside.submit(solver.solve, model, Callback())
        while True:
            try:
                return answer.result(POLL), interrupted
            except TimeoutError:
                continue
            except KeyboardInterrupt:
                if answer.done() and answer.exception() is not None:  # raised by what watches
                    raise
                interrupted = True
                solver.stop_search()
