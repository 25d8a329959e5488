"""Tables from the sheets of a workbook."""

import os
from functools import partial

from kompetanse.errors import InvalidFile
from kompetanse.files.excel import read_sheets
from kompetanse.files.sources import StrPath, invalid
from kompetanse.files.table import Faults, RowTable, heading


def sheet_tables(path: StrPath) -> tuple[RowTable, ...]:
    """Open a workbook and read the heading of each sheet that holds anything.

    All note their faults together. Raises `InvalidFile` where there is no such sheet; `MissingExtra`.
    """
    faults = Faults(partial(InvalidFile, os.fspath(path)))
    tables = []
    for sheet in read_sheets(path):
        lines = sheet.lines()
        head = heading(lines)
        if head is not None:
            tables.append(RowTable(head[1], lines, faults, head[0], comma=True, sheet=sheet.name))
    if not tables:
        raise invalid(path, "empty-file")
    return tuple(tables)
