"""How fast timetables are bounded, made, and explained away.

By hand, in an environment with the extras ``plan``, ``calendar`` and ``bench``:

    python -m pytest tests/benchmarks/bench_plan.py -o "python_functions=bench_*"

Nothing here is collected by a plain ``pytest``. No other library here makes such timetables; what bounds are
held against is networkx, which finds the longest paths through the same gatherings, calendars left out.
"""

from datetime import date
from typing import Any

import attrs
import networkx as nx
import pytest

from kompetanse.model import Cohort, Deadline, Facilitator, Module, ModuleOrder, PlanningRules, Programme
from kompetanse.planning import explain, first_fit, plan, repairs
from kompetanse.planning.scheduling.propagation import ranges_of
from kompetanse.planning.scheduling.statements import setting_of

pytest.importorskip("ortools", reason="the extra plan is not installed")
pytest.importorskip("holidays", reason="the extra calendar is not installed")


def design(modules: int, cohorts: int, facilitators: int, **rules: Any) -> Programme:
    """Give modules in a row for 15 months, all cohorts of each in one week, with Norway's holidays."""
    asked = {
        "start": date(2023, 1, 2), "end": date(2024, 3, 31), "min_gap": 28, "same_week": True,
        "public_holidays": True, "facilitators": [Facilitator(f"f{n}") for n in range(facilitators)],
    }  # fmt: skip
    chain = [Module(f"m{n:02}", requires=(f"m{n - 1:02}",) if n else ()) for n in range(modules)]
    return Programme(
        "p",
        modules=chain,
        order=[one.id for one in chain],
        cohorts=[Cohort(f"c{n}") for n in range(cohorts)],
        planning=PlanningRules(**{**asked, **rules}),
    )


SMALL = design(4, 3, 1)
LARGE = design(12, 60, 15)
IMPOSSIBLE = attrs.evolve(
    LARGE, planning=attrs.evolve(LARGE.planning, deadlines=(Deadline("m11", date(2023, 10, 1)),))
)


@pytest.mark.benchmark(group="the best timetable, proven")
@pytest.mark.parametrize(
    ("modules", "cohorts", "facilitators", "order"),
    [(4, 3, 1, "stated"), (12, 60, 15, "stated"), (12, 60, 12, "stated"), (12, 60, 15, "shared")],
)
def bench_plan(benchmark: Any, modules: int, cohorts: int, facilitators: int, order: str) -> None:
    programme = design(modules, cohorts, facilitators, order=ModuleOrder(order))
    assert benchmark(lambda: plan(programme)).proven


@pytest.mark.benchmark(group="the first timetable that fits, 12 modules, 60 cohorts")
def bench_first_fit(benchmark: Any) -> None:
    assert len(benchmark(lambda: first_fit(LARGE)).gatherings) == 720


@pytest.mark.benchmark(group="bounds of 12 modules, 60 cohorts")
def bench_bounds(benchmark: Any) -> None:
    setting = setting_of(LARGE)
    assert benchmark(lambda: ranges_of(setting, setting.everything)).spots


@pytest.mark.benchmark(group="bounds of 12 modules, 60 cohorts")
def bench_networkx(benchmark: Any) -> None:
    graph: nx.DiGraph[tuple[int, int]] = nx.DiGraph()
    for cohort in range(60):
        for module in range(11):
            graph.add_edge((module, cohort), (module + 1, cohort), weight=28)
    assert benchmark(lambda: nx.dag_longest_path_length(graph)) == 11 * 28


@pytest.mark.benchmark(group="why there is none: 12 modules, 60 cohorts")
def bench_explain(benchmark: Any) -> None:
    assert benchmark(lambda: explain(IMPOSSIBLE)) is not None


@pytest.mark.benchmark(group="what would repair it: 12 modules, 60 cohorts")
def bench_repairs(benchmark: Any) -> None:
    assert benchmark(lambda: repairs(IMPOSSIBLE))
