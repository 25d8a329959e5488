"""What tells one sweep from another, so that a store goes on with none but its own."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from reprlib import recursive_repr
from types import CodeType, FunctionType, MethodType

import attrs

from kompetanse.whatif.scenario import Scenario
from kompetanse.whatif.sweeping.task import Task

FORMAT = 2
"""Of the fingerprint and the rows; a store of another is of another sweep."""


def fingerprint(task: Task, space: Sequence[Scenario]) -> str:
    """Give the SHA-256 of all that the rows depend on, in hexadecimal digits."""
    digest = hashlib.sha256()
    for part in _parts(task, space):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _parts(task: Task, space: Sequence[Scenario]) -> Iterator[str]:
    base, planner = task.designs.base, task.designs.planner
    yield f"{FORMAT} {release()}"
    yield _whole(base.programme)
    yield _whole(base.forecaster)
    yield "" if planner is None else _named(planner)
    for one in task.measures:
        yield f"{one.key} {_named(one.of)}"
    yield str(len(space))
    if isinstance(space, tuple) or type(space).__repr__ is object.__repr__:  # what does not say what it holds
        yield from map(_whole, space)
    else:
        yield _whole(space)


def release() -> str:
    """Give the version of kompetanse; nothing where it is run from its source, without being installed."""
    try:
        return version("kompetanse")
    except PackageNotFoundError:
        return ""


def _named(function: object) -> str:
    """Give the name by which a function is found, and what it holds; an instance says what it is."""
    if isinstance(function, partial):
        return f"{_named(function.func)} {_whole(function.args)} {_whole(function.keywords)}"
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
    kind = type(value)
    return f"{kind.__module__}.{kind.__qualname__}" if kind.__repr__ is object.__repr__ else _whole(value)


@recursive_repr()
def _whole(value: object) -> str:
    """Write a value with all that makes it equal to another: its ``repr`` may say less, to be short."""
    kind = type(value)
    inside: Iterable[str]
    match value:
        case str() | int() | float() | None:
            return repr(value)
        case tuple() | list():
            inside = map(_whole, value)
        case _ if names := _compared(kind):
            inside = (f"{one}={_whole(getattr(value, one))}" for one in names)
        case set() | frozenset():
            inside = sorted(map(_whole, value))
        case dict():
            inside = (f"{_whole(key)}: {_whole(one)}" for key, one in value.items())
        case _:
            return repr(value)
    return f"{kind.__qualname__}({', '.join(inside)})"


def _compared(kind: type) -> tuple[str, ...]:
    """Give the fields by which two values of a class are told apart."""
    if attrs.has(kind):
        return tuple(one.name for one in attrs.fields(kind) if one.eq)
    return tuple(one.name for one in fields(kind) if one.compare) if is_dataclass(kind) else ()
