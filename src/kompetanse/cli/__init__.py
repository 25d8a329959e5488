"""The command line: words in, a verb called, text out."""

import os
import sys
from collections.abc import Sequence

__all__ = ["main"]

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv`, or with the words it was called with, and give its exit status.

    What the command needs is loaded here, so that an interruption ends even the loading quietly.
    """
    try:
        for name in ("stdout", "stderr"):
            if getattr(sys, name) is None:  # closed by whoever called: what is said there is for nobody
                setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # to the end
        from kompetanse.cli.call import run  # noqa: PLC0415  # see above

        return run(argv)
    except KeyboardInterrupt:
        return INTERRUPTED
