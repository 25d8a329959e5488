"""Designs to sweep over, and the measures that workers find by name."""

import importlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from kompetanse.model import Drop, Module, Programme
from kompetanse.whatif import Scenario, Space, pairs, sample, singles

HERE = Path(__file__).parent


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of measures and planners, in a place where workers find it too."""
    monkeypatch.syspath_prepend(HERE)
    monkeypatch.setenv("SWEEP_PARENT", str(os.getpid()))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(HERE), os.environ.get("PYTHONPATH", ""))))
    return importlib.import_module("sweep_parts")


@pytest.fixture(scope="session")
def base() -> Programme:
    """Six modules in a chain, m0 to m5, the last one free."""
    chain = (Module(f"m{at}", requires=(f"m{at - 1}",) if at else ()) for at in range(5))
    return Programme("p", modules=(*chain, Module("m5")))


@pytest.fixture(scope="session")
def space(base: Programme) -> Space:
    """595 pairs of single changes: some can't be made, since the first of a pair is in the second's way."""
    return pairs(sample(singles(base), 35))


@pytest.fixture(scope="session")
def drops(base: Programme) -> tuple[Scenario, ...]:
    """Each module dropped, 4 times over: number 3, 9, 15 and 21 drop m3."""
    return tuple(
        Scenario(f"s{turn}-{one.id}", changes=(Drop(one.id),)) for turn in range(4) for one in base.modules
    )


@pytest.fixture
def living() -> Callable[[], set[int]]:
    """What gives the worker processes of this one."""
    return workers


@pytest.fixture
def no_orphans() -> Iterator[None]:
    """See that no worker is left behind."""
    before = workers()
    yield
    for _ in range(100):
        if workers() <= before:
            return
        time.sleep(0.05)
    raise AssertionError(workers() - before)


def workers() -> set[int]:
    """Give the worker processes that this one has begun."""
    found = set()
    for path in Path("/proc").glob("[0-9]*"):
        try:
            fields = (path / "stat").read_text().rpartition(")")[2].split()
            told = (path / "cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and b"spawn_main" in told and fields[0] != "Z":
            found.add(int(path.name))
    return found
