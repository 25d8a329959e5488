"""How far long work has come, shown on a terminal while it lasts; nothing where nobody watches.

It is a bar where rich is installed, one line of plain characters where it is not. Either is gone in the end.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeAlias, TypeVar

import attrs

T = TypeVar("T")
WIDE = 80
"""Columns of a terminal that does not tell."""
BAR = 20
"""Columns of the bar, which takes no more than a quarter of a terminal."""
CANNOT_DRAW = ("dumb", "unknown")
"""What TERM says of terminals on which nothing that was written can be taken back."""


@attrs.frozen
class Stage:
    """How far something has come, in words and, where it is known how much there is to do, in numbers."""

    said: str
    done: int = 0
    total: int | None = None


Tell: TypeAlias = Callable[[Stage], None]


@contextmanager
def shown(
    arguments: Namespace, stage_of: Callable[[T], Stage], first: str = ""
) -> Iterator[Callable[[T], None] | None]:
    """Give what shows how far something has come; None where nobody watches, or where quiet is asked for.

    `first` is said until there is something to tell.
    """
    if arguments.quiet or not sys.stderr.isatty() or os.environ.get("TERM") in CANNOT_DRAW:
        yield None
        return
    width = _width()
    with _by_rich(width) or _plainly(width) as tell:
        tell(Stage(first))
        yield lambda progress: tell(stage_of(progress))


def _by_rich(width: int) -> Any:  # noqa: ANN401  # a context that gives a `Tell`, or None: mypy need not know rich
    """Give a bar of rich, which has colours unless NO_COLOR is set; None where rich is not installed."""
    try:
        from rich.console import Console  # noqa: PLC0415  # the one door to rich
        from rich.progress import BarColumn, Progress, TextColumn  # noqa: PLC0415
        from rich.table import Column  # noqa: PLC0415
    except ImportError:
        return None
    on_one_line = Column(no_wrap=True, overflow="ellipsis")
    bar = Progress(
        BarColumn(min(BAR, width // 4)),
        TextColumn("{task.description}", markup=False, table_column=on_one_line),
        console=Console(stderr=True, width=width),
        redirect_stdout=False,  # what is piped elsewhere is not to come out here
        transient=True,
    )
    return _drawn(bar)


@contextmanager
def _drawn(bar: Any) -> Iterator[Tell]:  # noqa: ANN401  # as above
    task = bar.add_task("", total=None)
    with bar:
        yield lambda stage: bar.update(
            task, description=stage.said, completed=stage.done, total=stage.total, refresh=True
        )


@contextmanager
def _plainly(width: int) -> Iterator[Tell]:
    """Write each stage over the one before."""

    def write(text: str) -> None:
        print(f"\r{text[:width]:<{width}}\r", end="", file=sys.stderr, flush=True)

    try:
        yield lambda stage: write(_in_characters(stage, width))
    finally:
        write("")


def _in_characters(stage: Stage, width: int) -> str:
    if stage.total is None:
        return stage.said
    filled = BAR * stage.done // max(stage.total, 1)
    told = f"[{'#' * filled:.<{BAR}}] {stage.said}"
    return told if len(told) <= width else stage.said


def _width() -> int:
    """Give the columns that a line may take: not the last, after which some terminals begin another line."""
    wide = 0
    with suppress(OSError):
        wide = os.get_terminal_size(sys.stderr.fileno()).columns
    return (wide or WIDE) - 1
