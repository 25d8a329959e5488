"""Tables for people to work on: headings, names and coded words in one language, numbers as they are."""

import attrs

from kompetanse.model import Cell, Column, Table, Text
from kompetanse.report.catalogue import SENTENCES
from kompetanse.report.layout import CODED
from kompetanse.report.words import NAMES_OF, Words


def worded(table: Table, words: Words) -> Table:
    """Give the same table in words: headings, ids by their names, coded words and texts; nothing else.

    Numbers, dates and times stay what they are, so that they can be sorted and summed up.
    """
    columns = [attrs.evolve(one, heading=_heading(one.key, words)) for one in table.columns]
    rows = [[_worded(*pair, words) for pair in zip(row, table.columns, strict=True)] for row in table.rows]
    return Table(columns, rows)


def _heading(key: str, words: Words) -> str:
    return words.say(f"in-full.{key}") if f"in-full.{key}" in SENTENCES else words.heading(key)


def _worded(cell: Cell, column: Column, words: Words) -> Cell:
    match cell:
        case str() if column.key in CODED:
            return words.say(f"{column.key}.{cell}")
        case str() if column.key in NAMES_OF:
            return words.name(NAMES_OF[column.key], cell)
        case Text():
            return words.value(cell)
        case _:
            return cell
