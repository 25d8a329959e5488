"""Workers: whoever evaluates a design, and whatever befalls them, the rows are the same."""

import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from threading import Thread
from types import ModuleType, TracebackType
from typing import Any, Self

import attrs
import pytest

from kompetanse.errors import (
    CannotBeSent,
    InvalidValue,
    MissingExtra,
    MissingOnWorkers,
    Problem,
    WorkersLost,
)
from kompetanse.model import Programme
from kompetanse.planning import first_fit
from kompetanse.whatif import Measure, Row, Scenario, Space, Status, Sweep, measure, processes, sweep
from kompetanse.whatif.sweeping.batches import Pace
from kompetanse.whatif.sweeping.losses import told

pytestmark = pytest.mark.usefixtures("no_orphans")

LENGTHS = (measure.MODULES, measure.COMPLEXITY, measure.ERRORS)


def rows(swept: Sweep) -> tuple[Row, ...]:
    return tuple(swept.rows())


@attrs.define
class Here:
    """An executor that calls at once, backwards in every ten, and remembers how much it was given."""

    calls: list[tuple[Any, ...]] = attrs.field(factory=list)

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> "Future[Any]":  # noqa: ANN401
        self.calls.append(args)
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args))
        except Exception as error:  # noqa: BLE001
            future.set_exception(error)
        return future


def test_a_pool_gives_the_same_rows(base: Programme, space: Space) -> None:
    assert rows(sweep(base, space, executor=processes(2))) == rows(sweep(base, space))


@pytest.mark.parametrize("size", [1, 7, 100, 10_000])
def test_rows_are_the_same_whatever_the_batches(
    base: Programme, space: Space, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    alone = rows(sweep(base, space))

    def heard(pace: Pace, *_: object) -> None:
        pace.size = size

    monkeypatch.setattr(Pace, "heard", heard)
    here = Here()
    assert rows(sweep(base, space, executor=here)) == alone
    assert len(here.calls) == 2 + -(-(len(space) - 2) // size) if size < 10_000 else len(here.calls) in (2, 3)
    assert rows(sweep(base, space)) == alone


def test_threads_and_executors_of_ones_own_will_do(base: Programme, space: Space) -> None:
    alone = rows(sweep(base, space))
    with ThreadPoolExecutor(3) as threads:
        assert rows(sweep(base, space, executor=threads)) == alone
        assert threads.submit(int, "3").result() == 3  # it is not ours to shut down
    assert rows(sweep(base, space, executor=ThreadPoolExecutor)) == alone


def test_one_call_is_never_equal_to_another(base: Programme, space: Space) -> None:
    here = Here()
    sweep(base, space, executor=here)
    assert len({args[3] for args in here.calls}) == len(here.calls)


def test_what_is_sent_is_small(base: Programme, space: Space) -> None:
    here = Here()
    sweep(base, space, executor=here)
    assert max(len(args[2]) for args in here.calls) < 5_000


def test_a_planner_with_a_name_can_be_sent(programme: Programme) -> None:
    planned = attrs.evolve(programme, planning=attrs.evolve(programme.planning, start=dt_start(programme)))
    some = [Scenario("same")]
    assert rows(sweep(planned, some, planner=first_fit, executor=processes(1))) == rows(
        sweep(planned, some, planner=first_fit)
    )


def dt_start(programme: Programme) -> Any:  # noqa: ANN401
    return min(one.date for one in programme.timetable.gatherings).replace(day=1)


def test_what_has_no_name_cannot_be_sent(base: Programme, space: Space) -> None:
    here = Here()
    with pytest.raises(CannotBeSent, match="define planner, measures and spaces by name") as caught:
        sweep(base, space, planner=lambda one: one.timetable, executor=here)
    assert caught.value.what == "task"
    with pytest.raises(CannotBeSent, match="task"):
        sweep(base, space, measures=[Measure("m", lambda _: 1)], executor=here)
    assert here.calls == []
    assert sweep(base, space, planner=lambda one: one.timetable).counts[Status.DONE]


def test_a_space_that_cannot_be_sent_is_told(base: Programme) -> None:
    from collections import UserList  # noqa: PLC0415

    class Local(UserList[Scenario]):
        pass

    with pytest.raises(CannotBeSent, match="the space of the sweep"):
        sweep(base, Local([Scenario("a")]), executor=Here())


def test_a_package_that_workers_lack_is_named(
    base: Programme, drops: tuple[Scenario, ...], parts: ModuleType
) -> None:
    with pytest.raises(MissingOnWorkers) as caught:
        sweep(base, drops, measures=[parts.LACKS_PACKAGE_THERE], executor=processes(1))
    assert caught.value == MissingOnWorkers("tulip_fields")
    with pytest.raises(MissingOnWorkers) as caught:
        sweep(base, drops, planner=parts.planner_without_library, executor=processes(1))
    assert caught.value == MissingOnWorkers("ortools")


def test_what_goes_wrong_on_workers_alone_is_told(
    base: Programme, drops: tuple[Scenario, ...], parts: ModuleType
) -> None:
    with pytest.raises(WorkersLost, match=r"cannot go on \(ValueError: only here\)"):
        sweep(base, drops, measures=[parts.BREAKS_THERE], executor=processes(1))


@pytest.mark.slow
def test_a_worker_that_is_killed_midway_changes_nothing(
    base: Programme, space: Space, parts: ModuleType, living: Callable[[], set[int]]
) -> None:
    measures = (*LENGTHS, parts.SLOW)
    alone = rows(sweep(base, space, measures=measures))
    killed: list[int] = []

    def kill(progress: Any) -> None:  # noqa: ANN401
        if progress.done > 50 and len(killed) < 1:
            killed.append(living().pop())
            os.kill(killed[0], signal.SIGKILL)

    told: list[Any] = []

    def watch(progress: Any) -> None:  # noqa: ANN401
        told.append(progress)
        kill(progress)

    swept = sweep(base, space, measures=measures, executor=processes(2), watch=watch)
    assert killed
    assert rows(swept) == alone
    assert [one.done for one in told] == sorted(one.done for one in told)


@pytest.mark.slow
def test_a_worker_that_dies_once_is_no_designs_fault(
    base: Programme,
    drops: tuple[Scenario, ...],
    parts: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SWEEP_FLAG", str(tmp_path / "killed"))
    swept = sweep(base, drops, measures=[parts.KILLS_ONCE], executor=processes(2))
    assert (tmp_path / "killed").exists()
    assert [one.values for one in swept.rows()] == [(0,)] * 24


@pytest.mark.slow
def test_a_design_that_kills_its_worker_is_found_and_no_other_suffers(
    base: Programme, drops: tuple[Scenario, ...], parts: ModuleType
) -> None:
    some = drops[:14]  # of which two kill
    swept = sweep(base, some, measures=[parts.KILLS], executor=processes(2))
    found = rows(swept)
    assert {one.number: one.reason for one in found if one.status is Status.FAILED} == dict.fromkeys(
        (3, 9), "its worker died of it"
    )
    assert all(one.values == (5,) for one in found if one.status is Status.DONE)
    assert swept.counts[Status.DONE] == 12


@pytest.mark.slow
def test_workers_that_die_at_once_are_not_tried_for_ever(
    base: Programme, drops: tuple[Scenario, ...], parts: ModuleType
) -> None:
    with pytest.raises(WorkersLost) as caught:
        sweep(base, drops, measures=[parts.KILLS_ALWAYS], executor=processes(1))
    assert caught.value.problem == Problem("workers-die-at-once")


def test_without_a_factory_lost_workers_end_the_sweep(
    base: Programme, drops: tuple[Scenario, ...], parts: ModuleType
) -> None:
    import multiprocessing  # noqa: PLC0415

    context = multiprocessing.get_context("spawn")
    told = "pass a function that makes the executor, such as processes"
    with ProcessPoolExecutor(1, context) as pool, pytest.raises(WorkersLost, match=told):
        sweep(base, drops, measures=[parts.KILLS], executor=pool)
    with pytest.raises(WorkersLost) as caught:
        sweep(base, drops, executor=pool)
    assert caught.value.problem == Problem("no-factory")


@attrs.define
class Fragile:
    """A factory of executors that lose what they are sent whenever a fatal number is in it, or by chance."""

    fatal: frozenset[int]
    unlucky: int
    made: int = 0
    tried: list[int] = attrs.field(factory=list)

    def __call__(self) -> "FragileExecutor":
        self.made += 1
        return FragileExecutor(self)


@attrs.define
class FragileExecutor:
    factory: Fragile
    broken: bool = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.broken = True

    def submit(self, fn: Callable[..., Any], /, *args: Any) -> "Future[Any]":  # noqa: ANN401
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

        if self.broken:
            raise BrokenProcessPool
        future: Future[Any] = Future()
        done = fn(*args)
        numbers = {one.number for one in done.rows}
        self.factory.tried.append(len(numbers))
        if numbers & self.factory.fatal or (args[3] == self.factory.unlucky and numbers):
            self.broken = True
            future.set_exception(BrokenProcessPool())
        else:
            Thread(target=future.set_result, args=(done,)).start()
        return future


@pytest.mark.parametrize("unlucky", [-1, 0, 1, 5])
@pytest.mark.parametrize("fatal", [frozenset[int](), frozenset({0}), frozenset({7, 8, 500, 594})])
def test_what_is_fatal_is_narrowed_down_and_the_rest_is_whole(
    base: Programme, space: Space, fatal: frozenset[int], unlucky: int
) -> None:
    factory = Fragile(fatal, unlucky)
    found = rows(sweep(base, space, executor=factory, measures=LENGTHS))
    alone = rows(sweep(base, space, measures=LENGTHS))
    assert [one.number for one in found] == list(range(len(space)))
    assert {one.number for one in found if one.status is Status.FAILED} == fatal
    assert all(one == other for one, other in zip(found, alone, strict=True) if one.number not in fatal)
    assert factory.made <= 2 + len(fatal) * 14


@pytest.mark.parametrize("count", [0, 513, 1.5, "2", True])
def test_a_number_of_processes_that_cannot_be_is_refused(count: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidValue, match=r"processes\.count"):
        processes(count)


def test_as_many_processes_as_processors_unless_told() -> None:
    with processes()() as crew:
        assert crew.submit(int, "3").result() == 3  # type: ignore[arg-type, comparison-overlap]


def test_what_workers_say_is_told_in_one_sentence_however_deep_it_lies() -> None:
    lacks = ModuleNotFoundError("No module named 'kompetanse.whatif'", name="kompetanse.whatif")
    deep = RuntimeError("cannot deserialise")
    deep.__cause__ = ValueError("a")
    deep.__cause__.__context__ = lacks
    for error in (lacks, deep):
        assert told(error) == MissingOnWorkers("kompetanse")
    assert told(MissingExtra("ortools", "plan")) == MissingOnWorkers("ortools")
    assert told(CannotBeSent("task", "x")) == CannotBeSent("task", "x")
    ring = RuntimeError("a\nb")
    ring.__context__ = ValueError()
    ring.__context__.__context__ = ring
    assert told(ring) == WorkersLost(Problem("workers-said", (("said", "RuntimeError: a b"),)))


def test_what_is_called_off_as_workers_leave_breaks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: list[object] = []
    monkeypatch.setattr(threading, "excepthook", broken.append)
    with processes(1)() as executor:
        pool = executor._pool  # type: ignore[attr-defined]
        manager = pool._executor_manager_thread
        futures = [executor.submit(time.sleep, 9) for _ in range(9)]  # type: ignore[arg-type]
        for one in futures:
            one.cancel()
    manager.join(10)
    assert not manager.is_alive()
    assert broken == []


def test_no_room_for_workers_is_told(base: Programme, drops: tuple[Scenario, ...]) -> None:
    def none() -> Any:  # noqa: ANN401
        raise OSError(24, "Too many open files")

    with pytest.raises(WorkersLost, match="Too many open files"):
        sweep(base, drops, executor=none)
