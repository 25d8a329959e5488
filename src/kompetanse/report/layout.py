"""Plain text: headings, bullets, tables. Nothing here knows what it says."""

import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import wraps
from itertools import accumulate
from typing import ParamSpec

from kompetanse.model import Cell, Column, Table, Text, Unit
from kompetanse.report.parts import Block, Grid, Line, Part, Shares, Title
from kompetanse.report.words import NAMES_OF, Words

P = ParamSpec("P")
WIDTH = 100
NARROWEST = 8
BAR = 20
"""The characters that a share of 1 is drawn with."""
LEADING = 30
"""What the first column may take where a table is told in parts; the rest of it is cut short."""
CODED = ("flag", "part-kind", "scenario", "source", "stage", "status")
"""Columns whose words are keys of the catalogue."""
SIGNED = (
    *("change", "days", "hours-more", "complexity-more", "cost-more", "peak-more"),
    *("gain-more", "gain-low", "gain-high"),
)
"""Columns of differences, shown with their sign."""
FINE = ("gain", "gain-more", "gain-low", "gain-high")
"""Columns of points that are so few that hundredths count."""
SPECS = {Unit.POINTS: ".1", Unit.SHARE: "%", Unit.HOURS: "", Unit.DAYS: ""}


GLUE = "\N{FIGURE SPACE}"
"""Stands, while a paragraph is broken into lines, for a space at which it may not be."""
HELD = re.compile(
    r"(?:\w*(?:dag|day) )?\d{1,2}\.? [^\W\d]+\.? \d{4}"  # a date
    r"(?: – (?:\w*(?:dag|day) )?\d{1,2}\.? [^\W\d]+\.? \d{4})?"  # or two, from one to the other
    r"|\d(?: [^\W\d]+)"  # a number and what it counts
)
"""What stays on one line."""


def as_text(part: Part) -> str:
    """Give what is told as plain text, no line of it too long."""
    match part:
        case Title(text):
            return f"{text}\n{'─' * min(len(text), WIDTH)}"
        case Line():
            return _paragraph(part)
        case Grid(table, words, uncut):
            return "\n\n".join(tables_text(table, words)) if uncut else table_text(table, words)
        case Shares():
            return "\n".join(_bars(part))
        case Block(parts, apart):
            return ("\n\n" if apart else "\n").join(map(as_text, parts))


def text_of(tell: Callable[P, Part]) -> Callable[P, str]:
    """Give what tells the same as plain text."""

    @wraps(tell)
    def text(*arguments: P.args, **named: P.kwargs) -> str:
        return as_text(tell(*arguments, **named))

    return text


def _paragraph(part: Line) -> str:
    indent, lead = "  " * part.depth, "• " if part.item else ""
    filled = textwrap.wrap(
        HELD.sub(lambda held: held[0].replace(" ", GLUE), part.text),
        WIDTH,
        initial_indent=indent + lead,
        subsequent_indent=indent + " " * len(lead),
        break_on_hyphens=False,
    )
    return "\n".join(filled).replace(GLUE, " ")


def _bars(shares: Shares) -> Iterator[str]:
    for name, percent in shares.of:
        bar = ("█" * round(percent / 100 * BAR)).ljust(BAR, "·")
        yield f"  {bar} {shares.words.value(percent / 100, '%')} {name}"


def table_text(table: Table, words: Words) -> str:
    """Give a table with its headings, numbers to the right, cells cut short where it would be too wide.

    A column without a value in any row is left out.
    """
    table = table.filled()
    heads, *cells = _written(table, words)
    widths = _fitted(_widths(heads, *cells))
    right = [any(isinstance(row[place], int | float) for row in table.rows) for place in range(len(heads))]
    ruled = tuple("─" * width for width in widths)
    return "\n".join(_row(row, widths, right) for row in (heads, ruled, *cells))


def tables_text(table: Table, words: Words) -> Iterator[str]:
    """Give a table in as many parts as it takes to cut no value short, each led by the first column."""
    table = table.filled()
    first, *others = _widths(*_written(table, words))
    keys, room = [column.key for column in table.columns], WIDTH - min(first, LEADING)
    while others:
        ends = accumulate(others, lambda sum_, width: sum_ + 2 + width, initial=0)
        kept = max(1, sum(end <= room for end in ends) - 1)
        yield table_text(with_columns(table, keys[0], *keys[1 : kept + 1]), words)
        others, keys = others[kept:], [keys[0], *keys[kept + 1 :]]


def _written(table: Table, words: Words) -> Iterator[tuple[str, ...]]:
    """Give the headings, then the cells of each row."""
    yield tuple(words.heading(column.key) for column in table.columns)
    for row in table.rows:
        yield tuple(cell_text(*pair, words) for pair in zip(row, table.columns, strict=True))


def _widths(*rows: Sequence[str]) -> list[int]:
    return [max(map(len, column)) for column in zip(*rows, strict=True)]


def with_columns(table: Table, *keys: str) -> Table:
    """Give a table with these of its columns alone, in its own order."""
    kept = [place for place, column in enumerate(table.columns) if column.key in keys]
    rows = [[row[place] for place in kept] for row in table.rows]
    return Table([table.columns[place] for place in kept], rows)


def without_columns(table: Table, *keys: str) -> Table:
    """Give a table without some of its columns."""
    return with_columns(table, *(one.key for one in table.columns if one.key not in keys))


def _fitted(widths: list[int]) -> list[int]:
    """Give the widths with the widest columns made narrower until all fit beside one another."""
    surplus = sum(widths) + 2 * (len(widths) - 1) - WIDTH
    fitted = list(widths)
    while surplus > 0 and max(fitted) > NARROWEST:
        widest = fitted.index(max(fitted))
        second = max((width for width in fitted if width < fitted[widest]), default=NARROWEST)
        cut = min(surplus, fitted[widest] - max(second, NARROWEST) or 1)
        fitted[widest] -= cut
        surplus -= cut
    return fitted


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (
        text.rjust(width) if to_right else text.ljust(width)
        for cell, width, to_right in zip(cells, widths, right, strict=True)
        for text in (cell if len(cell) <= width else cell[: width - 1] + "…",)
    )
    return "  ".join(padded).rstrip()


def in_words(value: Cell, column: Column, words: Words) -> Cell:
    """Give one cell in words where it is an id, a coded word or a text; else as it is."""
    match value:
        case str() if column.key in CODED:
            return words.say(f"{column.key}.{value}")
        case str() if column.key in NAMES_OF:
            return words.name(NAMES_OF[column.key], value)
        case Text():
            return words.value(value)
        case _:
            return value


def cell_text(value: Cell, column: Column, words: Words) -> str:
    """Give one cell as the language writes it: ids by name, what is coded in words."""
    told = in_words(value, column, words)
    match told:
        case None:
            return ""
        case date():
            return words.value(told, "short")
    spec = ".2" if column.key in FINE else SPECS[column.unit] if column.unit else ""
    return " ".join(words.value(told, f"+{spec}" if column.key in SIGNED else spec).split())
