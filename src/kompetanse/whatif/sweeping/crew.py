"""The parent's part: batches go out to an executor, and rows come back whatever happens to its workers."""

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from itertools import count
from queue import Empty, SimpleQueue
from time import perf_counter
from typing import cast

import attrs

from kompetanse.errors import KompetanseError, Problem, WorkersLost
from kompetanse.whatif.scenario import Scenario
from kompetanse.whatif.sweeping.batches import Pace, taken
from kompetanse.whatif.sweeping.hiring import Executor, Factory, is_factory
from kompetanse.whatif.sweeping.losses import KILLED, error_of, is_broken, is_killed, told
from kompetanse.whatif.sweeping.rows import Row, Status
from kompetanse.whatif.sweeping.task import Task
from kompetanse.whatif.sweeping.work import Done, packed, work

POLL = 0.1
"""Seconds after which whoever waits for rows may look about."""
PARTS = 16
"""Into which a batch that killed its worker is split: to send one is quick, to make workers anew is not."""


@attrs.frozen(eq=False)
class Sent:
    """A batch that is under way."""

    numbers: range
    at: float
    beside: int
    """Batches that were under way from then on, itself included."""
    alone: bool


@attrs.define(eq=False)
class Crew:
    """Evaluates the designs of a space in workers.

    A batch that lost its worker is a suspect: it is tried with nothing beside it, then in parts, until what
    is left is the one design that kills its worker.
    """

    task: Task
    space: Sequence[Scenario]
    fresh: deque[range]
    hire: Executor | Factory
    pace: Pace = attrs.field(factory=Pace)
    _packed: bytes = attrs.field(init=False)
    _executor: Executor = attrs.field(init=False)
    _hired: ExitStack = attrs.field(init=False, factory=ExitStack)
    _suspects: deque[range] = attrs.field(init=False, factory=deque)
    _under_way: dict[Future[Done], Sent] = attrs.field(init=False, factory=dict)
    _back: SimpleQueue[Future[Done]] = attrs.field(init=False, factory=SimpleQueue)
    _serial: Iterator[int] = attrs.field(init=False, factory=count)

    def rows(self) -> Generator[tuple[Row, ...], None, None]:
        """Give the rows of each batch as it comes back, and none now and then while that takes long.

        Raises `CannotBeSent`, `MissingOnWorkers` or `WorkersLost`. Closed early, it calls off what is under
        way.
        """
        self._packed = packed("task", self.task)
        packed("space", self.space[:1])
        try:
            self._enter()
            while self.fresh or self._suspects or self._under_way:
                self._send()
                yield self._come_back()
        finally:
            for future in self._under_way:
                future.cancel()
            self._hired.close()

    def _enter(self) -> None:
        if is_factory(self.hire):
            try:
                self._executor = self._hired.enter_context(self.hire())
            except KompetanseError:
                raise
            except OSError as error:  # a machine that has no room for as many processes
                raise told(error) from error
        else:
            self._executor = cast("Executor", self.hire)

    def _send(self) -> None:
        """Send all that may be under way now."""
        while (batch := self._next_batch()) is not None:
            if not self._submit(batch[0], alone=batch[1]):
                return

    def _next_batch(self) -> tuple[range, bool] | None:
        """Give the numbers to send next, and whether alone: a suspect goes with nothing beside it."""
        if any(sent.alone for sent in self._under_way.values()):
            return None
        if self._suspects:
            return None if self._under_way else (self._suspects.popleft(), True)
        if self.fresh and len(self._under_way) < self.pace.under_way:
            return taken(self.fresh, self.pace.size), False
        return None

    def _submit(self, numbers: range, *, alone: bool) -> bool:
        """Send one batch; tell whether it went."""
        scenarios = packed("space", self.space[numbers.start : numbers.stop])
        arguments = self._packed, numbers.start, scenarios, next(self._serial)
        try:
            future = self._executor.submit(work, *arguments)
        except Exception as error:  # each has its own for a pool that is broken or shut
            if alone and not numbers:
                raise WorkersLost(Problem("workers-die-at-once")) from error
            (self._suspects if alone else self.fresh).appendleft(numbers)
            self._remake(error)
            return False
        self._under_way[future] = Sent(numbers, perf_counter(), len(self._under_way) + 1, alone)
        future.add_done_callback(self._back.put)
        return True

    def _come_back(self) -> tuple[Row, ...]:
        """Give the rows of the batch that comes back first; none where that takes long, or it was lost."""
        try:
            future = self._back.get(timeout=POLL)
        except Empty:
            return ()
        sent = self._under_way.pop(future, None)
        if sent is None:  # given up, with the executor that it was sent to
            return ()
        error = error_of(future)
        if error is not None:
            return self._lost(sent, error)
        done = future.result()
        if sent.numbers:
            self.pace.heard(len(sent.numbers), done.seconds, perf_counter() - sent.at, sent.beside)
        return done.rows

    def _lost(self, sent: Sent, error: BaseException) -> tuple[Row, ...]:
        """Take in that a batch came back without rows."""
        if not (is_broken(error) or is_killed(error)):
            raise told(error) from error
        rows = self._blamed(sent.numbers, error) if sent.alone else ()
        if not sent.alone:
            self._suspects.append(sent.numbers)
        if is_broken(error):
            self._remake(error)
        return rows

    def _blamed(self, numbers: range, error: BaseException) -> tuple[Row, ...]:
        """Narrow down what it is that kills a worker; give the row of a design that is found out.

        By then it has lost at least two: one with others beside it, and one alone.
        """
        if not numbers:
            raise WorkersLost(Problem("workers-die-at-once")) from error
        if len(numbers) > 1:
            size = -(-len(numbers) // PARTS)
            parts = [numbers[at : at + size] for at in range(0, len(numbers), size)]
            self._suspects.extendleft(reversed(parts))
            return ()
        return (self.task.without_values(numbers.start, Status.FAILED, KILLED),)

    def _remake(self, error: BaseException) -> None:
        """Make the executor anew; what it had is a suspect, and what came back from it is not lost."""
        if not is_factory(self.hire):
            raise WorkersLost(Problem("no-factory")) from error
        self._hired.close()
        for future, sent in tuple(self._under_way.items()):
            if not future.done() or error_of(future) is not None:
                del self._under_way[future]
                self._suspects.append(sent.numbers)
        self._suspects.appendleft(range(0))  # whether workers live at all, with nothing to do
        self._enter()
