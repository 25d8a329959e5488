"""What tells one sweep from another, so that a store goes on with none but its own."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial

from kompetanse.whatif.scenario import Scenario
from kompetanse.whatif.sweeping.task import Task

FORMAT = 1
"""Of the fingerprint and the rows; a store of another is of another sweep."""


def fingerprint(task: Task, space: Sequence[Scenario]) -> str:
    """Give the SHA-256 of all that the rows depend on, in hexadecimal digits."""
    digest = hashlib.sha256()
    for part in _parts(task, space):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _parts(task: Task, space: Sequence[Scenario]) -> Iterator[str]:
    base, planner = task.designs.base, task.designs.planner
    yield str(FORMAT)
    yield repr(base.programme)
    yield repr(base.forecaster)
    yield "" if planner is None else _named(planner)
    for one in task.measures:
        yield f"{one.key} {_named(one.of)}"
    yield str(len(space))
    if isinstance(space, tuple) or type(space).__repr__ is object.__repr__:  # what does not say what it holds
        yield from map(repr, space)
    else:
        yield repr(space)


def _named(function: object) -> str:
    """Give the name by which a function is found; one that is an instance says what it holds."""
    if isinstance(function, partial):
        return f"{_named(function.func)} {function.args!r} {function.keywords!r}"
    name = getattr(function, "__qualname__", None)
    if name is not None:
        return f"{getattr(function, '__module__', '')}.{name}"
    kind = type(function)
    return f"{kind.__module__}.{kind.__qualname__}" if kind.__repr__ is object.__repr__ else repr(function)
