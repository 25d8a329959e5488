"""The verb."""

from collections import deque
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing

from kompetanse.forecasting import Forecaster
from kompetanse.model import Programme
from kompetanse.model.rules import demand_list, refuse, shown
from kompetanse.whatif.designs import Designs, Planner
from kompetanse.whatif.measure import Measure
from kompetanse.whatif.scenario import Scenario, in_full
from kompetanse.whatif.sweeping.alone import rows_alone
from kompetanse.whatif.sweeping.crew import Crew
from kompetanse.whatif.sweeping.fingerprint import fingerprint
from kompetanse.whatif.sweeping.hiring import Executor, Factory
from kompetanse.whatif.sweeping.interrupting import Interruption, listening
from kompetanse.whatif.sweeping.rows import Row
from kompetanse.whatif.sweeping.stores import MemoryStore, Store, gaps
from kompetanse.whatif.sweeping.swept import Sweep
from kompetanse.whatif.sweeping.task import Task
from kompetanse.whatif.sweeping.usual import usual_measures
from kompetanse.whatif.sweeping.watching import Watch, Watching


def sweep(  # noqa: PLR0913  # what is asked for, each by its name
    programme: Programme,
    space: Sequence[Scenario],
    *,
    executor: Executor | Factory | None = None,
    store: Store | None = None,
    measures: Iterable[Measure] | None = None,
    planner: Planner | None = None,
    forecaster: Forecaster | None = None,
    watch: Watch | None = None,
) -> Sweep:
    """Evaluate every design of a space, and keep a row of each.

    `executor` is a `concurrent.futures.Executor`, or a factory of one such as `processes` gives, which makes
    it anew should a worker die; without it all is done in this process. The rows are the same either way.
    With a `store` from `kompetanse.files.open_store`, a sweep that was ended goes on where it was. Ctrl-C
    ends it, with what is done. `planner` and `forecaster` are as for `compare`. What is drawn at random has
    its seed in the space or the forecaster.

    Raises `InvalidValue`; `ScenarioExists`, `UnknownScenario` or `RingOfScenarios` where a list of scenarios
    does not fit together; `DifferentSweep`, and what else the store raises; of workers, `CannotBeSent`,
    `MissingOnWorkers` or `WorkersLost`; what the planner or a measure raises of the base.
    """
    space = _space(space)
    designs = Designs.of("sweep", programme, planner, forecaster)
    task = Task(designs, usual_measures(designs.base) if measures is None else _chosen(measures))
    if store is None:
        store = MemoryStore()
    _ensure_fit(executor, store, watch)
    base = task.base()
    store.begin(fingerprint(task, space))
    fresh = deque(gaps(store.numbers(), len(space)))
    left = sum(map(len, fresh))
    watching = Watching(watch, len(space) - left, len(space))
    with listening() as interruption:
        if executor is None:
            rows = rows_alone(task, space, fresh, interruption)
        else:
            rows = Crew(task, space, fresh, executor).rows()
        _run(rows, store, watching, interruption)
    return Sweep(space, task.measures, base, store, watching.done < len(space), designs)


def _run(
    rows: Generator[tuple[Row, ...], None, None], store: Store, watching: Watching, interruption: Interruption
) -> None:
    """Keep the rows as they come, until there are no more, or Ctrl-C."""
    try:
        with closing(rows):
            for some in rows:
                if some:
                    store.add(some)
                watching.add(len(some))
                if interruption.pressed:
                    return
    except KeyboardInterrupt:  # what was kept is the answer
        return


def _space(space: Sequence[Scenario]) -> Sequence[Scenario]:
    """Give a space, a list of scenarios with each in full."""
    given: object = space
    if isinstance(given, list | tuple):
        return in_full(demand_list("sweep", "space", given, Scenario))
    if isinstance(given, str | bytes) or not isinstance(given, Sequence):
        raise refuse("sweep", "space", "not-list", found=shown(given))
    return space


def _chosen(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    chosen = demand_list("sweep", "measures", measures, Measure)
    keys = [one.key for one in chosen]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            raise refuse("sweep", "measures", "duplicate-id", found=shown(key))
    return chosen


def _ensure_fit(executor: object, store: object, watch: object) -> None:
    if executor is not None and not callable(executor) and not hasattr(executor, "submit"):
        expected = "an executor, or a function that makes one"
        raise refuse("sweep", "executor", "not-a", expected=expected, found=shown(executor))
    if not isinstance(store, Store):
        raise refuse("sweep", "store", "not-a", expected="a store", found=shown(store))
    if watch is not None and not callable(watch):
        raise refuse("sweep", "watch", "not-a", expected="a function", found=shown(watch))
