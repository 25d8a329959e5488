"""Every code block in README and docs is run, in the order of its page, and says what the page says it does.

- ``yaml``: a whole file; its first line names it in a comment (``# mitt.yaml``), and it is written.
- ``csv``: as ``yaml``, without the comment: the fence names it (```` ```csv answers.csv ````).
- ``python``: run; a ``text`` block right after it is what it prints.
- ``console``: each ``$ `` line is run as a shell would; below it stands what it prints, where a line with
  only ``…`` stands for any lines.
- ``sh`` and ``powershell``: how to set up, and run so by CI itself; here only held to be those two commands.
"""

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from kompetanse.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\S*)[ ]?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
KNOWN = {"yaml", "csv", "python", "text", "console", "sh", "powershell"}


def blocks(page: Path) -> list[tuple[str, str, str]]:
    found = FENCE.findall(page.read_text(encoding="utf-8"))
    return [block for block in found if not block[0].startswith("{")]  # those are directives of the page


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder that shows the project's own source, as a clone does."""
    (tmp_path / "src").symlink_to(ROOT / "src")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_a_page_does_what_the_page_says(page: Path) -> None:
    names: dict[str, object] = {}
    printed: str | None = None
    for kind, argument, body in blocks(page):
        assert kind in KNOWN, f"a block of kind {kind!r} is not run by anything"
        if kind == "text":
            assert printed is not None, f"nothing printed this:\n{body}"
            assert matches(body, printed), f"expected:\n{body}\nprinted:\n{printed}"
        printed = python(body, names) if kind == "python" else None
        if kind == "console":
            console(body)
        if kind in ("yaml", "csv"):
            name = argument or body.split("\n", 1)[0].removeprefix("# ")
            Path(name).write_text(body, encoding="utf-8")


def python(body: str, names: dict[str, object]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(body, "block", "exec"), names)  # noqa: S102  # our own pages
    return out.getvalue()


def console(body: str) -> None:
    for command, expected in sessions(body):
        printed = run(command)
        if expected.strip():
            assert matches(expected, printed), f"$ {command}\nexpected:\n{expected}\nprinted:\n{printed}"


def sessions(body: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def run(command: str) -> str:
    program, *words = shlex.split(command)
    assert program == "kompetanse", f"only kompetanse is run in a console block, not {program}"
    out = io.StringIO()
    told = contextlib.redirect_stdout(out), contextlib.redirect_stderr(out)
    with told[0], told[1], contextlib.suppress(SystemExit):
        main(words)
    return out.getvalue()


def matches(expected: str, printed: str) -> bool:
    """Compare line by line; a line with only ``…`` stands for any lines, none included."""
    lines = printed.replace("\N{NO-BREAK SPACE}", " ").rstrip().split("\n")
    wanted = expected.replace("\N{NO-BREAK SPACE}", " ").rstrip().split("\n")
    parts: list[list[str]] = [[]]
    for line in wanted:
        if line.strip() == "…":
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) == 1:
        return lines == parts[0]
    first, *middle, last = parts
    if lines[: len(first)] != first or (last and lines[-len(last) :] != last):
        return False
    at = len(first)
    for part in middle:
        places = (at + skip for skip in range(len(lines)) if lines[at + skip : at + skip + len(part)] == part)
        at = next(places, len(lines)) + len(part)
    return at + len(last) <= len(lines)


def test_the_set_up_is_two_commands_for_each_system() -> None:
    told = {
        kind: body.splitlines()
        for kind, _, body in blocks(ROOT / "README.md")
        if kind in ("sh", "powershell")
    }
    assert told["sh"] == [
        "python3 -m venv .venv && .venv/bin/pip install -e '.[all]' && .venv/bin/kompetanse demo",
        "python3 -m venv .venv && .venv/bin/pip install -e '.[all,dev]' && .venv/bin/python -m pytest",
    ]
    assert len(told["powershell"]) == 2
    assert all("python -m venv .venv" in line for line in told["powershell"])


def test_every_page_is_in_the_table_of_contents() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert all(page.stem in index for page in PAGES if page.stem not in ("README", "index"))
