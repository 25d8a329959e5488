"""How fast many designs are evaluated by workers, and how much memory a million rows take.

By hand, on a machine that is otherwise idle, in an environment with the extras ``cluster`` and ``testing``:

    python -m pytest tests/benchmarks/bench_sweep.py -s -o "python_functions=bench_*"

Nothing here is collected by a plain ``pytest``. What is told is how many times as fast two workers are as
this process alone, in the same run, their own start included; and the memory that is added to this process
while a million rows go to a store. ``SWEEP_DESIGNS`` and ``SWEEP_ROWS`` have it done with fewer.
"""

import os
import resource
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from kompetanse.files import open_store
from kompetanse.model import Cohort, Drop, Gathering, Module, Move, Organisation, Programme, Shift, Timetable
from kompetanse.whatif import Factory, Space, Store, Sweep, cluster, grid, measure, processes, sweep

DESIGNS = int(os.environ.get("SWEEP_DESIGNS", "100000"))
ROWS = int(os.environ.get("SWEEP_ROWS", "1000000"))
MEASURES = (measure.COMPLEXITY, measure.LEADER_HOURS, measure.LAST_DATE, measure.MODULES)
IDS = [f"m{at:02}" for at in range(16)]


def design() -> Programme:
    """Give 16 modules in 4 layers, each of which requires two of the layer before; 3 groups that meet."""
    before = {
        id_: (IDS[at - 4], IDS[at // 4 * 4 - 4 + (at + 1) % 4]) for at, id_ in enumerate(IDS) if at >= 4
    }
    groups = [Cohort(f"c{at}", members=(f"o{at}",)) for at in range(3)]
    days = {id_: date(2027, 1, 4) + timedelta(days=28 * at) for at, id_ in enumerate(IDS)}
    meetings = [
        Gathering(id_, one.id, day + timedelta(days=at))
        for id_, day in days.items()
        for at, one in enumerate(groups)
    ]
    return Programme(
        "p",
        modules=[Module(id_, requires=before.get(id_, ())) for id_ in IDS],
        order=IDS,
        organisations=[Organisation(f"o{at}", leaders=20) for at in range(3)],
        cohorts=groups,
        timetable=Timetable(meetings),
    )


def space() -> Space:
    """Give a million designs, of each a module dropped, one moved, and two groups that meet later."""
    return grid(
        [None, *map(Drop, IDS[:9])],
        [None, *(Move("m15", before=one) for one in IDS[:9])],
        *([Shift(one, days) for days in range(1, 101)] for one in ("c0", "c1")),
    )


def timed(count: int, executor: Factory | None, store: Store | None = None) -> tuple[float, Sweep]:
    began = perf_counter()
    swept = sweep(design(), space()[:: 1_000_000 // count], measures=MEASURES, executor=executor, store=store)
    return perf_counter() - began, swept


def faster(capsys: pytest.CaptureFixture[str], name: str, executor: Factory) -> None:
    alone, first = timed(DESIGNS, None)
    together, second = timed(DESIGNS, executor)
    assert all(map(tuple.__eq__, *((one.values for one in swept.rows()) for swept in (first, second))))
    each, times = alone / DESIGNS * 1000, alone / together
    with capsys.disabled():
        told = f"{alone:.1f} s alone ({each:.2f} ms each), {together:.1f} s: {times:.2f} times as fast"
        print(f"\n{name}: {told}")  # noqa: T201


def bench_two_processes(capsys: pytest.CaptureFixture[str]) -> None:
    faster(capsys, f"{DESIGNS} designs, two processes", processes(2))


def bench_dask_of_two_workers(capsys: pytest.CaptureFixture[str]) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0"
    ) as local:
        faster(capsys, f"{DESIGNS} designs, Dask with two workers", cluster(local.scheduler_address))


def peak() -> float:
    """Give the most memory that this process has ever had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def bench_memory_of_a_million_rows(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with open_store(tmp_path / "warm.db") as store:
        timed(10_000, processes(2), store)
    before = peak()
    with open_store(tmp_path / "rows.db") as store:
        took, swept = timed(ROWS, processes(2), store)
        done = peak()
        best = swept.best(measure.COMPLEXITY, count=10)
        read = sum(1 for _ in swept.rows())
    assert (read, len(best)) == (ROWS, 10)
    size = (tmp_path / "rows.db").stat().st_size / 2**20  # once it is closed
    with capsys.disabled():
        print(  # noqa: T201
            f"\n{ROWS} designs to a store of {size:.0f} MiB: {took:.0f} s; memory {before:.0f} MiB before, "
            f"{done:.0f} at its end, {peak():.0f} after the best were sought"
        )
