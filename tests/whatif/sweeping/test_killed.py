"""A sweep that is killed, or stopped by Ctrl-C: it goes on where it was, and leaves nothing running."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

from kompetanse.files import open_store
from kompetanse.model import Programme
from kompetanse.whatif import Measure, Row, Space, measure, sweep


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "s.db"


SWEEPING = dedent(
    """
    import sys
    from kompetanse.files import open_store
    from kompetanse.model import Module, Programme
    from kompetanse.whatif import measure, pairs, processes, sample, singles, sweep
    import sweep_parts

    def main():
        chain = (Module(f"m{at}", requires=(f"m{at - 1}",) if at else ()) for at in range(5))
        base = Programme("p", modules=(*chain, Module("m5")))
        crew = processes(2) if sys.argv[2] == "pool" else None
        with open_store(sys.argv[1]) as store:
            swept = sweep(
                base, pairs(sample(singles(base), 35)), store=store, executor=crew,
                measures=(measure.MODULES, measure.COMPLEXITY, sweep_parts.SLOW),
                watch=lambda one: print(one.done, flush=True),
            )
            print("interrupted" if swept.interrupted else "whole", len(list(swept.rows())), flush=True)

    if __name__ == "__main__":
        main()
    """
)


@pytest.fixture
def script(parts: ModuleType, tmp_path: Path) -> Path:
    assert parts.SLOW
    path = tmp_path / "sweeping.py"
    path.write_text(SWEEPING, encoding="utf-8")
    return path


def started(script: Path, path: Path, how: str) -> "subprocess.Popen[str]":
    command = [sys.executable, str(script), str(path), how]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def until(process: "subprocess.Popen[str]", done: int) -> None:
    """Wait until so many designs are done."""
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= done:
            return


@pytest.fixture(scope="module")
def whole(base: Programme, space: Space) -> list[Row]:
    """What a sweep gives that never was stopped; nothing is measured here where the others wait a while."""
    slow = Measure("slow", lambda _: None)
    return list(sweep(base, space, measures=(measure.MODULES, measure.COMPLEXITY, slow)).rows())


@pytest.mark.slow
@pytest.mark.parametrize("how", ["alone", "pool"])
def test_a_sweep_that_is_killed_and_started_again_equals_one_that_never_was(
    space: Space, whole: list[Row], script: Path, path: Path, how: str
) -> None:
    for done in (10, 200):
        process = started(script, path, how)
        until(process, done)
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        with open_store(path) as store:
            kept = list(store.numbers())
        assert len(kept) >= done
    told, wrong = started(script, path, how).communicate(timeout=60)
    assert wrong == ""
    assert f"whole {len(space)}" in told
    assert int(told.splitlines()[0]) >= len(kept)
    with open_store(path) as store:
        assert list(store.rows()) == whole


@pytest.mark.slow
@pytest.mark.parametrize("how", ["alone", "pool"])
def test_ctrl_c_keeps_what_is_done_and_leaves_nothing_running(
    space: Space, whole: list[Row], script: Path, path: Path, how: str
) -> None:
    process = started(script, path, how)
    until(process, 20)
    group = children_of(process.pid)
    assert len(group) >= (2 if how == "pool" else 0)
    process.send_signal(signal.SIGINT)
    for one in group:
        os.kill(one, signal.SIGINT)  # as a terminal does: it tells all of them
    told, wrong = process.communicate(timeout=30)
    assert (process.returncode, wrong) == (0, "")
    assert "interrupted" in told
    assert gone(group)
    with open_store(path) as store:
        kept = list(store.rows())
        assert len(space) > len(kept) >= 20
        assert set(kept) <= set(whole)
    told, _ = started(script, path, how).communicate(timeout=60)
    assert f"whole {len(space)}" in told


def children_of(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def gone(pids: list[int]) -> bool:
    """Wait until none of some processes runs; whoever should have taken notice of its end may have died."""
    for _ in range(100):
        if not any(map(runs, pids)):
            return True
        time.sleep(0.05)
    return False


def runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.slow
def test_workers_leave_when_whoever_started_them_is_killed(script: Path, path: Path) -> None:
    process = started(script, path, "pool")
    until(process, 20)
    group = children_of(process.pid)
    assert len(group) >= 2
    process.kill()
    process.communicate()
    assert gone(group)
