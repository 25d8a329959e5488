"""Tables from CSV files, with commas or semicolons."""

import csv
import os
import re
from collections.abc import Iterator
from functools import partial

from kompetanse.errors import Fault, InvalidFile, Problem
from kompetanse.files.sources import StrPath, demand_ending, invalid, read_text, unshowable
from kompetanse.files.table import Faults, Line, RowTable, heading

_SEPARATOR = re.compile(r"\s*sep=.\r?\n")
"""The first line by which spreadsheets tell one another how they separate cells."""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def read_csv(path: StrPath) -> RowTable:
    """Open a CSV file and read its heading; raise `InvalidFile` here or, where it is no CSV, on the way."""
    demand_ending(path, (".csv",))
    text = read_text(path)
    faults = unshowable(text)
    if faults:
        raise InvalidFile(os.fspath(path), faults)
    named = _SEPARATOR.match(text)
    semicolons = _has_semicolons(text, named.end() if named else 0)
    noted = Faults(partial(InvalidFile, os.fspath(path)))
    lines = _lines(noted, text, ";" if semicolons else ",")
    if named:
        next(lines)
    head = heading(lines)
    if head is None:
        raise invalid(path, "empty-file")
    line, columns = head
    return RowTable(columns, lines, noted, line, comma=semicolons)


def _has_semicolons(text: str, start: int) -> bool:
    """Tell whether semicolons separate the cells of the first line that holds anything but a remark."""
    for match in _LINE.finditer(text, start):
        line = match[0].strip()
        if line.strip(",; ") and not line.startswith("#"):
            return line.count(";") > line.count(",")
    return False


def _lines(noted: Faults, text: str, separator: str) -> Iterator[Line]:
    """Yield each row that is not blank, with the number of the line on which it starts."""
    reader = csv.reader((match[0] for match in _LINE.finditer(text)), delimiter=separator, strict=True)
    start = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            fault = Fault(Problem("csv-syntax", (("said", str(error)),)), "", start)
            raise noted.failed((*noted.found, fault)) from None
        if cells is None:
            return
        if any(map(str.strip, cells)):
            yield start, cells
        start = reader.line_num + 1
