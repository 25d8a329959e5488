"""A line on a terminal that tells how far a search has come; nothing where nobody watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kompetanse.planning import SearchProgress
from kompetanse.report import Words

WIDTH = 79


@contextmanager
def progress_line(words: Words) -> Iterator[Callable[[SearchProgress], None] | None]:
    """Give what tells of each better solution on one line of its own, which is gone in the end."""
    if not sys.stderr.isatty():
        yield None
        return

    def tell(progress: SearchProgress) -> None:
        _show(words.say("cli.progress", value=progress.value, bound=progress.bound))

    try:
        yield tell
    finally:
        _show("")


def _show(text: str) -> None:
    print(f"\r{text[:WIDTH]:<{WIDTH}}\r", end="", file=sys.stderr, flush=True)
