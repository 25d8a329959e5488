"""A line on a terminal that tells how far a search or a sweep has come; nothing where nobody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from kompetanse.planning import SearchProgress
from kompetanse.report import Words

T = TypeVar("T")
WIDTH = 79


@contextmanager
def progress_line(words: Words) -> Iterator[Callable[[SearchProgress], None] | None]:
    """Give what tells of each better solution on one line of its own, which is gone in the end."""

    def said(progress: SearchProgress) -> str:
        return words.say("cli.progress", value=progress.value, bound=progress.bound)

    with line_of(said) as tell:
        yield tell


@contextmanager
def line_of(said: Callable[[T], str]) -> Iterator[Callable[[T], None] | None]:
    """Give what shows how far something has come on one line of its own, which is gone in the end."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield lambda progress: _show(said(progress))
    finally:
        _show("")


def _show(text: str) -> None:
    print(f"\r{text[:WIDTH]:<{WIDTH}}\r", end="", file=sys.stderr, flush=True)
