"""How fast a design is changed and evaluated.

By hand, in an environment with the extra ``bench``:

    python -m pytest tests/benchmarks/bench_whatif.py -o "python_functions=bench_*"

Nothing here is collected by a plain ``pytest``. The programme has 16 modules, 23 organisations in 3 cohorts,
4 dimensions and a timetable; each variant is without one of the modules.
"""

from collections.abc import Callable
from datetime import date, time
from itertools import cycle
from typing import Any

import attrs
import pytest

from kompetanse.forecasting import Forecaster
from kompetanse.graph import DependencyGraph
from kompetanse.model import (
    Cohort,
    Costs,
    Drop,
    MaturityDimension,
    MaturityFramework,
    Module,
    Organisation,
    Phase,
    PlanningRules,
    Prerequisite,
    Programme,
    Session,
)
from kompetanse.planning import first_fit
from kompetanse.whatif import DOMINATING, Difference, Measure, Planner, grid, pairs, sample, singles
from kompetanse.whatif.designs import Designs
from kompetanse.whatif.measure import COMPLEXITY, COST, ERRORS, GAIN_LOW, LAST_DATE, LEADER_HOURS, PEAK
from kompetanse.whatif.pareto import front

MODULES, ORGANISATIONS, COHORTS, DIMENSIONS = 16, 23, 3, 4
DAY = (Session(time(9), time(12), "one"), Session(time(12, 30), time(15), "two"))


def module(number: int) -> Module:
    before = {number - 1, number // 2, number - 3} & set(range(number))
    return Module(
        f"m{number}",
        requires=[Prerequisite(f"m{one}", lag=7 * (one % 2)) for one in sorted(before)],
        develops=[f"d{number % DIMENSIONS}"],
        preparation=Phase(days=14, hours=3),
        sessions=DAY,
        follow_up=Phase(days=21, hours=6),
    )


BARE = Programme(
    "p",
    modules=[module(number) for number in range(MODULES)],
    framework=MaturityFramework("f", dimensions=[MaturityDimension(f"d{n}") for n in range(DIMENSIONS)]),
    organisations=[Organisation(f"o{n}", leaders=20 + n, travel=1) for n in range(ORGANISATIONS)],
    cohorts=[
        Cohort(f"c{n}", members=[f"o{one}" for one in range(n, ORGANISATIONS, COHORTS)])
        for n in range(COHORTS)
    ],
    planning=PlanningRules(start=date(2023, 1, 2)),
    costs=Costs(leader_hour=700, gathering=20_000),
)
BASE = attrs.evolve(BARE, timetable=first_fit(BARE))
DROPS = singles(BASE, Drop)
GRID = grid(*[[None, Drop(f"m{number}")] for number in range(MODULES)])


def evaluated(
    tell: Callable[[Difference], object], planner: Planner | None = None, forecaster: Forecaster | None = None
) -> Callable[[], None]:
    """Give what evaluates one variant after another."""
    designs = Designs.of("bench", BASE, planner, forecaster)
    variants = cycle(DROPS)

    def run() -> None:
        difference = designs.outcome(next(variants)).difference
        assert difference is not None
        tell(difference)

    return run


def told(*measures: Measure) -> Callable[[Difference], object]:
    return lambda difference: [one.of(difference) for one in measures]


@pytest.mark.benchmark(group="one variant of 16 modules")
def bench_the_graph_room_alone(benchmark: Any) -> None:
    programmes = cycle([BASE.without(f"m{n}") for n in range(MODULES)])
    benchmark(lambda: DependencyGraph(next(programmes)).metrics())


@pytest.mark.benchmark(group="one variant of 16 modules")
def bench_change_to_metrics(benchmark: Any) -> None:
    benchmark(evaluated(told(COMPLEXITY)))


@pytest.mark.benchmark(group="one variant of 16 modules")
def bench_change_to_metrics_hours_cost_and_load(benchmark: Any) -> None:
    benchmark(evaluated(told(COMPLEXITY, LAST_DATE, LEADER_HOURS, COST, PEAK)))


@pytest.mark.benchmark(group="one variant of 16 modules")
def bench_planned_anew_checked_and_forecast(benchmark: Any) -> None:
    """In full: a timetable by first fit, every finding, 1,000 draws."""
    tell = told(COMPLEXITY, ERRORS, LAST_DATE, LEADER_HOURS, GAIN_LOW)
    benchmark(evaluated(tell, first_fit, Forecaster()))


@pytest.mark.benchmark(group="spaces")
def bench_a_design_of_a_grid(benchmark: Any) -> None:
    benchmark(lambda: GRID[12_345])


@pytest.mark.benchmark(group="spaces")
def bench_a_pair(benchmark: Any) -> None:
    space = pairs(singles(BASE))
    benchmark(lambda: space[len(space) // 3])


@pytest.mark.benchmark(group="spaces")
def bench_a_sample_of_10_000(benchmark: Any) -> None:
    benchmark(lambda: sample(GRID, 10_000, seed=1))


@pytest.mark.benchmark(group="the front of 100,000 designs by 6 measures")
def bench_front(benchmark: Any) -> None:
    def row(number: int) -> tuple[float, ...]:
        hours, noise = number * 7919 % 1500, number * 104_729 % 1009
        gain = hours / 100 - noise / 500
        return (number % 4, number * 31 % 200, hours, hours * 500 + noise, hours / 5 + noise / 30, gain)

    rows = [row(number) for number in range(100_000)]
    assert benchmark.pedantic(lambda: front(rows, DOMINATING), rounds=3)
