"""Tables: the one value that every printed, exported or drawn table is made of."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import Decimal
from enum import Enum
from html import escape
from math import isfinite
from typing import Protocol

import attrs

from kompetanse.model.brief import brief
from kompetanse.model.rules import a, an_id, as_str, each, refuse
from kompetanse.model.text import Language, Text, a_name, as_optional_text

Cell = str | int | float | date | time | Text | None

SHOWN = 60
"""Rows that a notebook shows of a table."""
READABLE = 10**60
"""Whole numbers from here on are shown by their size: Python writes no more than some thousand digits."""
NO_FORMULAS = "tex2jax_ignore"
"""The class of what Jupyter looks for no formulas in: a name with dollar signs is none."""


class Unit(Enum):
    """What a column's numbers count."""

    POINTS = "points"
    """A score or a difference of scores, from 0 to 100."""
    SHARE = "share"
    """A part of a whole, from 0 to 1."""
    HOURS = "hours"
    DAYS = "days"


@attrs.frozen
class Column:
    """One column: its key, the unit of its numbers, and the heading that people read."""

    key: str = attrs.field(converter=as_str, validator=an_id)
    unit: Unit | None = attrs.field(default=None, validator=attrs.validators.optional(a(Unit)))
    heading: Text | None = attrs.field(
        default=None, converter=as_optional_text, validator=attrs.validators.optional(a_name)
    )
    """None where the key itself stands above the column."""

    def headed(self, lang: Language) -> str:
        """Give the heading in a language, or else the key."""
        return self.key if self.heading is None else self.heading.language(lang)


def _rows(value: Iterable[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(row) for row in value)


def _columns(value: Iterable[Column | str]) -> tuple[Column, ...]:
    return tuple(Column(one) if isinstance(one, str) else one for one in value)


@attrs.frozen
class Table:
    """Rows of cells under named columns; None is an empty cell."""

    columns: tuple[Column, ...] = attrs.field(converter=_columns, validator=each(a(Column)))
    rows: tuple[tuple[Cell, ...], ...] = attrs.field(converter=_rows)

    def __attrs_post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise refuse(self, "rows", "row-length", expected=len(self.columns), found=len(row))

    __repr__ = brief("", "rows", "columns")

    def filled(self) -> "Table":
        """Give the table without the columns that are empty in every row; without rows, as it is."""
        kept = [
            place for place in range(len(self.columns)) if any(row[place] is not None for row in self.rows)
        ]
        if not self.rows:
            return self
        return Table(
            [self.columns[place] for place in kept], [[row[place] for place in kept] for row in self.rows]
        )

    def html(self, *, more: int = 0) -> str:
        """Give the first rows for a notebook, and how many are left out: those, and as many `more`.

        Texts are in English, as are headings where they are not keys.
        """
        heads = "".join(f"<th>{escape(one.headed('en'))}</th>" for one in self.columns)
        rows = (
            "".join(f"<td>{escape(_plain(*pair))}</td>" for pair in zip(row, self.columns, strict=True))
            for row in self.rows[:SHOWN]
        )
        body = "\n".join(f"<tr>{cells}</tr>" for cells in rows)
        head = f"<table class='{NO_FORMULAS}'>\n<thead><tr>{heads}</tr></thead>"
        whole = f"{head}\n<tbody>\n{body}\n</tbody>\n</table>"
        left = max(len(self.rows) - SHOWN, 0) + more
        return f"{whole}\n<p>… and {left:,} more {'row' if left == 1 else 'rows'}</p>" if left else whole

    def _repr_html_(self) -> str:
        return self.html()


class _Tabled(Protocol):
    def table(self) -> Table: ...


def html_of_table(result: _Tabled) -> str:
    """Show a result in a notebook by its table, without the columns that are empty.

    A class whose values are results has it for a method: ``_repr_html_ = html_of_table``.
    """
    return result.table().filled().html()


def _plain(cell: Cell, column: Column) -> str:
    match cell:
        case None:
            return ""
        case Text():
            return cell.en
        case time():
            return f"{cell:%H:%M}"
        case int() | float():
            return _number(cell, column.unit)
        case _:
            return str(cell).encode("utf-8", "backslashreplace").decode()  # half a character stops a notebook


def _number(number: float, unit: Unit | None) -> str:
    if isinstance(number, int) and abs(number) >= READABLE:
        return f"{Decimal(number):.3e}"
    if unit is Unit.SHARE and isfinite(number):
        return f"{number:z.0%}"
    if isinstance(number, float):
        return f"{number:z.2f}" if unit is Unit.POINTS else f"{number:.12g}"
    return str(number)
