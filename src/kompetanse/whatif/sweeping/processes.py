"""Workers on this machine: processes that end when whoever started them ends, however that is."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from threading import Thread
from types import TracebackType
from typing import Self, TypeVar

import attrs

from kompetanse.model.rules import demand_whole
from kompetanse.whatif.sweeping.hiring import Factory

T = TypeVar("T")
MOST_PROCESSES = 512


def processes(count: int | None = None) -> Factory:
    """Give a factory of `count` worker processes; as many as this process may use processors, unless told.

    A script that sweeps in processes has to do so below ``if __name__ == "__main__":``, since each process
    imports it. Raises `InvalidValue` unless `count` is from 1 to 512.
    """
    if count is None:
        count = min(_processors(), MOST_PROCESSES)
    demand_whole("processes", "count", count, 1, MOST_PROCESSES)
    return partial(Processes, count)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@attrs.define(eq=False)
class Processes:
    """An executor whose workers hold one end of a line, and leave at once when the other end is let go."""

    count: int
    _pool: ProcessPoolExecutor = attrs.field(init=False)
    _line: Connection = attrs.field(init=False)

    def __enter__(self) -> Self:
        theirs, self._line = multiprocessing.Pipe(duplex=False)
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(self.count, context, _begin, (theirs,))
        with _deaf():
            for _ in range(self.count):  # each starts a worker, none of which is free as yet
                self._pool.submit(os.getpid)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._line.close()

    def submit(self, fn: Callable[..., T], /, *args: object) -> Future[T]:
        """Have a function called in a worker.

        What is given may be called off at any time; the pool's own may not, since what looks after the pool
        breaks where workers leave and one of its futures was called off.
        """
        given: Future[T] = Future()
        self._pool.submit(fn, *args).add_done_callback(partial(_pass_on, given))
        return given


def _pass_on(given: Future[T], future: Future[T]) -> None:
    """Let one future have what another came to."""
    if future.cancelled():
        given.cancel()
    if not given.set_running_or_notify_cancel():
        return
    error = future.exception()
    if error is None:
        given.set_result(future.result())
    else:
        given.set_exception(error)


def _begin(line: Connection) -> None:
    """Begin as a worker: Ctrl-C is for whoever started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with, args=(line,), daemon=True).start()


def _leave_with(line: Connection) -> None:
    """End this process as soon as the other end of the line is let go, as the death of its holder does."""
    try:
        line.recv()
    except EOFError:
        os._exit(0)


@contextmanager
def _deaf() -> Iterator[None]:
    """Keep Ctrl-C from processes that are started here, before they can see to that themselves."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
