"""What is sent to workers, and what they do with it."""

import pickle
from collections.abc import Sequence
from functools import lru_cache
from time import perf_counter
from typing import Any

import attrs

from kompetanse.errors import CannotBeSent
from kompetanse.whatif.scenario import Scenario
from kompetanse.whatif.sweeping.rows import Row
from kompetanse.whatif.sweeping.task import Task

UNREADABLE = (pickle.PickleError, AttributeError, TypeError, EOFError, IndexError, ValueError, RecursionError)
"""What pickling raises of what it cannot write or read."""


@attrs.frozen
class Done:
    """What a batch came to."""

    rows: tuple[Row, ...]
    seconds: float
    """How long its designs took, without what a worker does only once."""


def evaluated(task: Task, first: int, scenarios: Sequence[Scenario]) -> Done:
    """Evaluate the designs that stand in the space from place `first` on."""
    began = perf_counter()
    rows = tuple(task.row(number, one) for number, one in enumerate(scenarios, first))
    return Done(rows, perf_counter() - began)


def work(task: bytes, first: int, scenarios: bytes, serial: int) -> Done:  # noqa: ARG001  # see below
    """Evaluate a batch in a worker; raise `ImportError` or `CannotBeSent`, and nothing of a design's own.

    All comes as bytes, which no executor can fail to read. `serial` tells one trial of a batch from another,
    since Dask takes equal calls for one.
    """
    return evaluated(_task(task), first, unpacked("space", scenarios))


@lru_cache(maxsize=1)
def _task(packed_task: bytes) -> Task:
    """Unpack a task once for each worker; its base is measured once too."""
    task: Task = unpacked("task", packed_task)
    task.base()
    return task


def packed(what: str, value: object) -> bytes:
    """Give a value as bytes; raise `CannotBeSent`."""
    try:
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except UNREADABLE as error:
        raise CannotBeSent(what, str(error)) from None


def unpacked(what: str, data: bytes) -> Any:  # noqa: ANN401  # whatever was packed
    """Give the value of bytes; raise `CannotBeSent`, or `ImportError` where a module of it is missing."""
    try:
        return pickle.loads(data)  # noqa: S301  # our own bytes, of this very sweep
    except UNREADABLE as error:
        raise CannotBeSent(what, str(error)) from None
