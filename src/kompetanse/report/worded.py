"""Tables for people to work on: headings, names and coded words in one language, numbers as they are."""

import attrs

from kompetanse.model import Table
from kompetanse.report.catalogue import SENTENCES
from kompetanse.report.layout import in_words
from kompetanse.report.words import Words


def worded(table: Table, words: Words) -> Table:
    """Give the same table in words: headings, ids by their names, coded words and texts; nothing else.

    Numbers, dates and times stay what they are, so that they can be sorted and summed up.
    """
    columns = [attrs.evolve(one, heading=_heading(one.key, words)) for one in table.columns]
    rows = [[in_words(*pair, words) for pair in zip(row, table.columns, strict=True)] for row in table.rows]
    return Table(columns, rows)


def _heading(key: str, words: Words) -> str:
    return words.say(f"in-full.{key}") if f"in-full.{key}" in SENTENCES else words.heading(key)
