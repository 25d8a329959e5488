"""What the exit status says where nobody listens: pipes that break, full disks, closed streams, ctrl-C."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

RUN = "import sys; from kompetanse.cli import main; sys.exit(main(sys.argv[1:]))"
UNSOUND = "kompetanse: 1\nid: p\nmodules:\n  - {id: a, requires: [a]}\n"


def shell(script: str, *words: str) -> "subprocess.CompletedProcess[str]":
    call = ["bash", "-c", f'k() {{ "$0" -c "$KOMPETANSE" "$@"; }}; {script}', sys.executable, *words]
    return subprocess.run(
        call, capture_output=True, text=True, check=False, env={**os.environ, "KOMPETANSE": RUN}
    )


@pytest.fixture
def unsound(tmp_path: Path) -> str:
    path = tmp_path / "p.yaml"
    path.write_text(UNSOUND, encoding="utf-8")
    return str(path)


def test_a_broken_pipe_never_says_that_all_is_well(unsound: str) -> None:
    expected = {
        "demo": "141",
        f"check {unsound}": "1",
        f"check {unsound}.missing.yaml": "2",
        "--help": "141",
    }
    scripts = [f"{{ ( {{ sleep 1; k {words}; echo $? >&3; }} | true ) 3>&1; }}" for words in expected]
    with ThreadPoolExecutor() as at_once:
        told = list(at_once.map(shell, scripts))
    assert [one.stdout.strip() for one in told] == list(expected.values())
    assert not [one for one in told if "Traceback" in one.stderr or "ignored" in one.stderr]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_what_cannot_be_written_is_told_and_is_wrong() -> None:
    for words in ("demo", "--help"):
        told = shell(f"k {words} > /dev/full")
        assert (told.returncode, told.stderr) == (
            2,
            "the output cannot be written (No space left on device)\n",
        )
    told = shell("k demo --lang nb > /dev/full 2>&1")
    assert told.returncode == 2


def test_closed_streams_are_passed_over(unsound: str) -> None:
    assert shell("k demo >&-").returncode == 0
    assert shell(f"k check {unsound} >&- 2>&-").returncode == 1
    missing = shell(f"k check {unsound}.missing.yaml 2>&-")
    assert (missing.returncode, missing.stdout) == (2, "")


def test_an_interruption_while_loading_ends_quietly() -> None:
    script = (
        "import builtins, sys; real = builtins.__import__\n"
        "from kompetanse.cli import main\n"
        "def stop(name, *rest):\n"
        "    if name == 'kompetanse.cli.call': raise KeyboardInterrupt\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = stop\n"
        "sys.exit(main(['demo']))\n"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (130, "", "")
