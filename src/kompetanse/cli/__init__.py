"""The command line: words in, a verb called, text out."""

from kompetanse.cli.main import main

__all__ = ["main"]
