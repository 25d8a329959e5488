"""Plain text: headings, bullets, tables. Nothing here knows what it says."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date

from kompetanse.model import Cell, Column, Table, Text, Unit
from kompetanse.report.words import NAMES_OF, Words

WIDTH = 100
WIDEST_CELL = 44
CODED = ("stage", "status")
"""Columns whose cells are keys of the catalogue."""
SPECS = {Unit.POINTS: ".1", Unit.SHARE: "%", Unit.HOURS: ".0", Unit.DAYS: ""}


def title(text: str) -> str:
    """Give a heading, underlined."""
    return f"{text}\n{'─' * min(len(text), WIDTH)}"


def line(text: str, depth: int = 0, mark: str = "") -> str:
    """Give a paragraph, indented by `depth` steps, its first line led by `mark`."""
    indent = "  " * depth
    lead = f"{mark} " if mark else ""
    filled = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent + lead,
        subsequent_indent=indent + " " * len(lead),
        break_on_hyphens=False,
    )
    return "\n".join(filled)


def bullet(text: str, depth: int = 0) -> str:
    """Give one item of a list."""
    return line(text, depth, "•")


def block(*parts: str | Iterable[str]) -> str:
    """Join parts, each a text or several, a line below the other; empty ones leave no trace."""
    lines = [one for part in parts for one in ([part] if isinstance(part, str) else part)]
    return "\n".join(one for one in lines if one)


def sections(*texts: str) -> str:
    """Join texts with an empty line between."""
    return "\n\n".join(text for text in texts if text)


def table_text(table: Table, words: Words) -> str:
    """Give a table with its headings, numbers to the right."""
    cells = [
        tuple(_cell(value, column, words) for value, column in zip(row, table.columns, strict=True))
        for row in table.rows
    ]
    heads = tuple(words.say(f"column.{column.key}") for column in table.columns)
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    right = [
        any(isinstance(row[place], int | float) for row in table.rows) for place in range(len(table.columns))
    ]
    ruled = tuple("─" * width for width in widths)
    return "\n".join(_row(row, widths, right) for row in (heads, ruled, *cells))


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    )
    return "  ".join(padded).rstrip()


def _cell(value: Cell, column: Column, words: Words) -> str:
    match value:
        case None:
            text = ""
        case str() if column.key in CODED:
            text = words.say(f"{column.key}.{value}")
        case str() if column.key in NAMES_OF:
            text = words.name(NAMES_OF[column.key], value)
        case date() | Text() | str():
            text = words.value(value)
        case _:
            text = words.value(value, SPECS[column.unit] if column.unit else "")
    text = " ".join(text.split())
    return text if len(text) <= WIDEST_CELL else text[: WIDEST_CELL - 1] + "…"
