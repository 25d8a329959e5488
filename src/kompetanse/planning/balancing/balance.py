"""Modules into periods, as evenly as can be: the Balanced Academic Curriculum Problem."""

from collections.abc import Mapping

from kompetanse.errors import CannotBalance
from kompetanse.model import Curriculum, Programme
from kompetanse.model.rules import demand, demand_whole, refuse, shown
from kompetanse.planning.balancing.evening import Evened, evened
from kompetanse.planning.balancing.loads import loads_of
from kompetanse.planning.balancing.obstacles import obstacles
from kompetanse.planning.balancing.periods import Balance, Period
from kompetanse.planning.balancing.task import Task, task_of
from kompetanse.planning.demands import MOST, Ends, demand_ends, demand_number, demand_watch
from kompetanse.planning.solver import EFFORT, Watch

MOST_PERIODS = 1_000
OPEN: Ends = (None, None)


def balance(  # noqa: PLR0913  # what is asked for, each by its name
    design: Programme | Curriculum,
    *,
    periods: int,
    load: Ends = OPEN,
    count: Ends = OPEN,
    loads: Mapping[str, float] | None = None,
    seed: int = 0,
    effort: float = EFFORT,
    watch: Watch | None = None,
) -> Balance:
    """Place every module in one of so many periods, so that the periods are loaded as evenly as can be.

    What is required "before", or with a lag, stands in an earlier period; "before or together" may stand in
    the same one, "together" does; of each any-of group one module at least stands in an earlier period. Each
    period has a load and a number of modules within `load` and `count`: the least and the most, None for no
    bound. A module's load is what `loads` says; else of a curriculum its credit hours, and of a programme the
    hours that it takes of one leader.

    The largest load is made as small as can be, then the range of the loads, then the sum of their squares.
    `effort` bounds the search, in the solver's own seconds; the same `seed` gives the same answer. `watch` is
    told of each better value. Ctrl-C gives the best so far.

    Raises `CannotBalance` where there is no way, `NothingFound` where none was found, and else as
    `DependencyGraph.order` does, `InvalidValue`, and `MissingExtra` without OR-Tools.
    """
    task = _task(design, periods, load, count, loads)
    demand_whole("balance", "seed", seed, 0, 2**31 - 1)
    demand_number("balance", "effort", effort, 0, MOST)
    demand_watch("balance", watch)
    reasons = tuple(obstacles(task))
    if reasons:
        raise CannotBalance(reasons)
    return _told(design, task, evened(task, seed=seed, effort=effort, watch=watch))


def _task(
    design: Programme | Curriculum, periods: int, load: Ends, count: Ends, loads: Mapping[str, float] | None
) -> Task:
    """Demand what `balance` is given, and put it into integers."""
    demand("balance", "design", design, Programme | Curriculum)
    programme = _programme(design)
    seen: set[str] = set()
    for module in programme.modules:
        if module.id in seen:
            raise refuse("balance", "design", "duplicate-id", found=shown(module.id))
        seen.add(module.id)
    demand_whole("balance", "periods", periods, 1, MOST_PERIODS)
    ends = demand_ends("balance", "load", load), demand_ends("balance", "count", count, whole=True)
    return task_of(programme, loads_of(design, loads), periods, *ends)


def _programme(design: Programme | Curriculum) -> Programme:
    return design if isinstance(design, Programme) else design.programme


def _told(design: Programme | Curriculum, task: Task, found: Evened) -> Balance:
    """Give what was found as modules in periods, with loads as they were given."""
    programme = _programme(design)
    period_of = {
        module: period
        for modules, period in zip(task.blocks, found.period_of, strict=True)
        for module in modules
    }
    periods = []
    for number in range(1, task.periods + 1):
        modules = tuple(id_ for id_ in programme.teaching_order if period_of[id_] == number)
        loads = [task.exact[id_] for id_ in modules]
        periods.append(Period(number, modules, tuple(map(float, loads)), float(sum(loads))))
    return Balance(programme, tuple(periods), found.reached, found.interrupted)
