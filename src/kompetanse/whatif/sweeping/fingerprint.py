"""What tells one sweep from another, so that a store goes on with none but its own."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from types import CodeType, FunctionType, MethodType

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
    yield f"{FORMAT} {_version()}"
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


def _version() -> str:
    """Give the version of kompetanse; nothing where it is run from its source, without being installed."""
    try:
        return version("kompetanse")
    except PackageNotFoundError:
        return ""


def _named(function: object) -> str:
    """Give the name by which a function is found, and what it holds; an instance says what it is."""
    if isinstance(function, partial):
        return f"{_named(function.func)} {function.args!r} {function.keywords!r}"
    if isinstance(function, MethodType):
        return f"{_named(function.__func__)} {_named(function.__self__)}"
    name = getattr(function, "__qualname__", None)
    if name is not None:
        return f"{getattr(function, '__module__', '')}.{name}{_held(function)}"
    return _written(function)


def _held(function: object) -> str:
    """Tell apart functions of one name, such as lambdas: by their code, and what they hold."""
    if not isinstance(function, FunctionType) or "<" not in function.__qualname__:
        return ""
    held = (*(function.__defaults__ or ()), *(function.__kwdefaults__ or {}).values(), *_cells(function))
    return " ".join(("", _written(function), *map(_written, held)))


def _cells(function: FunctionType) -> Iterator[object]:
    for cell in function.__closure__ or ():
        with suppress(ValueError):  # one that is empty as yet
            yield cell.cell_contents


def _written(value: object) -> str:
    """Write a value alike in every process; a function by its code alone, since it may hold itself."""
    match value:
        case FunctionType():
            return _written(value.__code__)
        case CodeType():
            return " ".join((value.co_code.hex(), *value.co_names, *map(_written, value.co_consts)))
        case frozenset():
            return " ".join(sorted(map(repr, value)))
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}" if kind.__repr__ is object.__repr__ else repr(value)
