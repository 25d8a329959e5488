"""Writing tables of results, as CSV or as a workbook; headings are keys, unless a table has others."""

import csv
import io
import os
from collections.abc import Iterable, Mapping

from kompetanse.files.atomic import ensure_writable, replace_file
from kompetanse.files.excel import Written, WrittenColumn, WrittenSheet, workbook_of
from kompetanse.files.sources import StrPath, ending_of
from kompetanse.files.typed import plain_text
from kompetanse.model import Cell, Column, Language, Table, Text, Unit
from kompetanse.model.rules import demand

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a text begins with that a spreadsheet may take for a formula (OWASP, CSV injection)."""
NARROW, WIDE = 12, 60
"""Characters that a column has room for, at least and at most."""
FORMATS: Mapping[Unit | None, str] = {
    Unit.POINTS: "0.00",
    Unit.SHARE: "0 %",
    Unit.HOURS: "0.0",
    Unit.DAYS: "0",
    None: "General",
}


def write_table(table: Table, path: StrPath, *, lang: Language = "en") -> None:
    """Write a table to a CSV file or a workbook (.xlsx), whole or not at all; raise `UnwritableFile`.

    The same table gives the same bytes. In CSV numbers are written in full, and a text that a spreadsheet
    could take for a formula gets an apostrophe before it; in a workbook all text is text. Names are written
    in `lang`.
    """
    demand("write_table", "table", table, Table)
    demand("write_table", "path", path, str | os.PathLike)
    Text("-").language(lang)
    ensure_table(path)
    if ending_of(path) == ".csv":
        replace_file(path, _as_csv(table, lang))
        return
    replace_file(path, workbook_of((_sheet("table", table, lang),), path))


def ensure_table(path: StrPath) -> None:
    """Raise `UnwritableFile` where no table can be written; asked before long work, too."""
    ensure_writable(path, (".csv", ".xlsx"))


def write_tables(tables: Mapping[str, Table], path: StrPath, *, lang: Language = "en") -> None:
    """Write several tables to one workbook (.xlsx), each on a sheet of its name; raise as `write_table`."""
    demand("write_tables", "tables", tables, Mapping)
    demand("write_tables", "path", path, str | os.PathLike)
    Text("-").language(lang)
    for table in tables.values():
        demand("write_tables", "tables", table, Table)
    ensure_writable(path, (".xlsx",))
    replace_file(path, workbook_of((_sheet(name, table, lang) for name, table in tables.items()), path))


def _as_csv(table: Table, lang: Language) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_as_text(one.headed(lang), lang) for one in table.columns)
    for row in table.rows:
        writer.writerow(_as_text(one, lang) for one in row)
    return out.getvalue()


def _as_text(cell: Cell, lang: Language) -> str:
    value = _worded(cell, lang)
    text = plain_text(value).replace("\r\n", "\n").replace("\r", "\n")  # a lone \r would not be quoted
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def _worded(cell: Cell, lang: Language) -> Written:
    return cell.language(lang) if isinstance(cell, Text) else cell


def _sheet(name: str, table: Table, lang: Language) -> WrittenSheet:
    heading = tuple(one.headed(lang) for one in table.columns)
    rows = tuple(tuple(_worded(cell, lang) for cell in row) for row in table.rows)
    cells = zip(*(heading, *rows), strict=True)
    columns = tuple(_column(*pair) for pair in zip(table.columns, cells, strict=True))
    return WrittenSheet(name, columns, (heading, *rows))


def _column(column: Column, cells: Iterable[Written]) -> WrittenColumn:
    """Give a column wide enough for its texts, if they are no whole sentences."""
    longest = max(len(one) for one in cells if isinstance(one, str))
    return WrittenColumn(min(max(NARROW, longest + 2), WIDE), FORMATS[column.unit])
