"""How far long work has come: on a terminal alone, and nothing of it is left there."""

import fcntl
import os
import pty
import struct
import sys
import termios
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from kompetanse.cli import main
from kompetanse.cli.progress import Stage, shown

RICH = ("rich", "rich.console", "rich.progress", "rich.table")
WATCHED = Namespace(quiet=False)
PLANNED = """\
kompetanse: 1
id: p
modules: [{id: a}, {id: b}]
cohorts: [{id: x}, {id: y}]
planning: {from: 2023-03-06, until: 2023-04-28}
"""
On = Callable[..., Any]


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch, screens: type[Any]) -> On:
    """Let what is said on the side be said to a terminal, and give its screen."""

    @contextmanager
    def on(columns: int = 80, *, rich: bool = True, **environment: str) -> Iterator[Any]:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        read: list[bytes] = []
        reader = Thread(target=lambda: read.extend(iter(lambda: reading(ours), b"")))
        reader.start()
        screen = screens(columns or 80)
        with monkeypatch.context() as patch:
            for name in ("NO_COLOR", "FORCE_COLOR"):
                patch.delenv(name, raising=False)
            for name, value in {"TERM": "xterm-256color", **environment}.items():
                patch.setenv(name, value)
            for name in () if rich else RICH:
                patch.setitem(sys.modules, name, None)
            with open(theirs, "w", encoding="utf-8") as stream:  # noqa: PTH123  # a terminal has no path
                patch.setattr(sys, "stderr", stream)
                try:
                    yield screen
                finally:
                    stream.flush()
        reader.join()
        os.close(ours)
        screen.take(b"".join(read).decode())

    return on


def reading(terminal: int) -> bytes:
    """Read what was written, or nothing where nobody has it open any more."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def some_work(arguments: Namespace = WATCHED, said: str = "halvveis, 3 i sekundet") -> None:
    def stage_of(done: int) -> Stage:
        return Stage(said, done, 8)

    with shown(arguments, stage_of, "leter") as watch:
        if watch is not None:
            watch(4)


def test_a_bar_stands_there_while_it_lasts_and_nothing_is_left(on_terminal: On) -> None:
    with on_terminal() as screen:
        some_work()
    screen.ensure_as_before()
    assert screen.coloured
    assert any(line.endswith(" leter") for line in screen.before)
    (half,) = {line for line in screen.before if "halvveis" in line}
    assert half.endswith("━ halvveis, 3 i sekundet")


def test_no_colour_is_shown_to_those_who_want_none(on_terminal: On) -> None:
    with on_terminal(NO_COLOR="1") as screen:
        some_work()
    screen.ensure_as_before()
    assert not screen.coloured
    (half,) = {line for line in screen.before if "halvveis" in line}
    assert half == "━━━━━━━━━╸          halvveis, 3 i sekundet"


@pytest.mark.parametrize("rich", [True, False])
@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_takes_nothing_back_is_shown_nothing(
    on_terminal: On, term: str, *, rich: bool
) -> None:
    with on_terminal(rich=rich, TERM=term) as screen:
        some_work()
    assert (screen.lines, screen.before, screen.escaped) == ([""], [], False)


def test_without_rich_it_is_one_plain_line(on_terminal: On) -> None:
    with on_terminal(rich=False) as screen:
        some_work()
    screen.ensure_as_before()
    assert not screen.escaped
    told = [line.rstrip() for line in screen.before if line.strip()]
    assert list(dict.fromkeys(told)) == ["leter", "[##########..........] halvveis, 3 i sekundet"]


@pytest.mark.parametrize("rich", [True, False])
@pytest.mark.parametrize("columns", [0, 5, 12, 30, 45, 200])
def test_no_line_is_longer_than_the_terminal_is_wide(on_terminal: On, columns: int, *, rich: bool) -> None:
    with on_terminal(columns, rich=rich) as screen:
        some_work(said="halvveis, og det er ennå langt igjen " * 3)
    screen.ensure_as_before()
    assert any(line.strip().startswith("h") or " h" in line for line in screen.before)


@pytest.mark.parametrize("rich", [True, False])
def test_a_sentence_is_shown_as_it_is(on_terminal: On, *, rich: bool) -> None:
    with on_terminal(rich=rich) as screen:
        some_work(said="[red]rød[/red] [/] :smile:")
    assert any("[red]rød[/red] [/] :smile:" in line for line in screen.before)


@pytest.mark.parametrize("rich", [True, False])
def test_an_interruption_leaves_the_terminal_as_it_was(on_terminal: On, *, rich: bool) -> None:
    def interrupted() -> None:
        with shown(WATCHED, Stage) as watch:
            assert watch is not None
            watch("halvveis")
            raise KeyboardInterrupt

    with on_terminal(rich=rich) as screen, pytest.raises(KeyboardInterrupt):
        interrupted()
    assert any("halvveis" in line for line in screen.before)
    screen.ensure_as_before()


def test_who_asks_for_quiet_or_watches_nothing_is_shown_nothing(
    on_terminal: On, capsys: pytest.CaptureFixture[str]
) -> None:
    with on_terminal() as screen:
        some_work(Namespace(quiet=True))
    assert (screen.before, screen.escaped) == ([], False)
    some_work()
    assert capsys.readouterr() == ("", "")


@pytest.fixture
def calls(tmp_path: Path, rogaland: Path) -> dict[str, tuple[str, ...]]:
    """Calls that take long enough to be watched, by what they show in bokmål and in English."""
    (tmp_path / "p.yaml").write_text(PLANNED, encoding="utf-8")
    (tmp_path / "grid.yaml").write_text("kompetanse: 1\ngrid: [[[], [{drop: ledelse}]]]\n", encoding="utf-8")
    case, grid = str(rogaland / "programme.yaml"), str(tmp_path / "grid.yaml")
    report = ("report", case, "--on", "2023-03-13", "--draws", "100", "--out", str(tmp_path / "r.xlsx"))
    return {
        "leter etter en samlingsplan|looking for a timetable": ("plan", str(tmp_path / "p.yaml")),
        "beste så langt: |best so far: ": ("plan", str(tmp_path / "p.yaml")),
        "2 av 2, |2 of 2, ": ("sweep", case, grid),
        "1 av 7: sjekker opplegget|1 of 7: checking the design": report,
    }


@pytest.mark.parametrize("place", [0, 1], ids=["nb", "en"])
def test_each_long_command_shows_how_far_it_has_come(
    calls: dict[str, tuple[str, ...]], on_terminal: On, capsys: pytest.CaptureFixture[str], place: int
) -> None:
    for said, call in calls.items():
        with on_terminal() as screen:
            assert main([*call, "--lang", ("nb", "en")[place]]) == 0
        screen.ensure_as_before()
        assert any(said.split("|")[place] in line for line in screen.before), said
        printed = capsys.readouterr().out
        assert "\x1b" not in printed
        assert said.split("|")[place] not in printed


def test_quiet_may_be_said_before_or_after_the_command(
    calls: dict[str, tuple[str, ...]], on_terminal: On, capsys: pytest.CaptureFixture[str]
) -> None:
    for call in calls.values():
        with on_terminal() as screen:
            assert main([*call, "--quiet"]) == 0
            first = capsys.readouterr().out
            assert main(["--quiet", *call]) == 0
        assert (screen.lines, screen.before, screen.escaped) == ([""], [], False)
        assert capsys.readouterr().out == first
        assert (first == "") is (call[0] == "report")
