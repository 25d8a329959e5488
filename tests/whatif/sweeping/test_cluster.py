"""The same rows from a real Dask cluster of two processes."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from kompetanse.errors import InvalidValue, MissingExtra, MissingOnWorkers, NoCluster
from kompetanse.model import Programme
from kompetanse.whatif import Scenario, Space, Status, SweepProgress, cluster, measure, sweep

LENGTHS = (measure.MODULES, measure.COMPLEXITY, measure.ERRORS)


@pytest.fixture
def dask(parts: ModuleType) -> Iterator[Any]:
    """A cluster whose workers find the measures of these tests."""
    distributed = pytest.importorskip("distributed")
    assert parts.SLOW
    once = import_module("dask").config.set({"distributed.scheduler.allowed-failures": 0})
    with (
        once,
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=60
        ) as made,
    ):
        yield made


@pytest.mark.slow
def test_a_cluster_gives_the_same_rows(base: Programme, space: Space, dask: Any) -> None:  # noqa: ANN401
    alone = tuple(sweep(base, space, measures=LENGTHS).rows())
    for _ in range(2):  # the cluster is left as it was, and can be used again
        swept = sweep(base, space, measures=LENGTHS, executor=cluster(dask.scheduler_address))
        assert tuple(swept.rows()) == alone
    with dask.get_client() as client:
        assert tuple(sweep(base, space, measures=LENGTHS, executor=client.get_executor()).rows()) == alone


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_gives_the_same_rows(
    base: Programme,
    space: Space,
    parts: ModuleType,
    dask: Any,  # noqa: ANN401
) -> None:
    measures = (*LENGTHS, parts.SLOW)
    alone = tuple(sweep(base, space, measures=measures).rows())
    killed: list[int] = []

    def watch(progress: SweepProgress) -> None:
        if progress.done > 50 and not killed:
            killed.append(next(iter(dask.workers.values())).pid)
            os.kill(killed[0], signal.SIGKILL)

    swept = sweep(base, space, measures=measures, executor=cluster(dask.scheduler_address), watch=watch)
    assert killed
    assert tuple(swept.rows()) == alone


@pytest.mark.slow
def test_a_design_that_kills_workers_of_a_cluster_is_found(
    base: Programme,
    drops: tuple[Scenario, ...],
    parts: ModuleType,
    dask: Any,  # noqa: ANN401
) -> None:
    swept = sweep(base, drops[:6], measures=[parts.KILLS], executor=cluster(dask.scheduler_address))
    assert [one.number for one in swept.rows() if one.status is Status.FAILED] == [3]
    assert swept.counts[Status.DONE] == 5


@pytest.mark.slow
def test_a_package_that_the_workers_of_a_cluster_lack_is_named(
    base: Programme,
    drops: tuple[Scenario, ...],
    parts: ModuleType,
    dask: Any,  # noqa: ANN401
) -> None:
    with pytest.raises(MissingOnWorkers) as caught:
        sweep(base, drops, measures=[parts.LACKS_PACKAGE_THERE], executor=cluster(dask.scheduler_address))
    assert caught.value == MissingOnWorkers("tulip_fields")


def test_an_address_at_which_there_is_no_cluster_is_told(base: Programme) -> None:
    pytest.importorskip("distributed")
    with import_module("dask").config.set({"distributed.comm.timeouts.connect": "200ms"}):
        for address in ("tcp://127.0.0.1:9", "nowhere", "", "tulip://x:1"):
            with pytest.raises(NoCluster) as caught:
                sweep(base, [], executor=cluster(address))
            assert caught.value.address == address
    with pytest.raises(InvalidValue, match=r"cluster\.address"):
        cluster(8786)  # type: ignore[arg-type]


@pytest.mark.parametrize("address", ["", "nowhere", "tls://127.0.0.1:9"])
def test_an_address_that_is_none_leaves_nothing_that_keeps_the_process(base: Programme, address: str) -> None:
    pytest.importorskip("distributed")
    before = set(threading.enumerate())
    with pytest.raises(NoCluster):
        sweep(base, [], executor=cluster(address))
    left = [one for one in threading.enumerate() if one not in before and not one.daemon]
    for one in left:
        one.join(5)
    assert not [one for one in left if one.is_alive()]


def test_without_distributed_the_install_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra, match=r"distributed.*pip install 'kompetanse\[cluster\]'"):
        cluster("tcp://127.0.0.1:8786")
