"""The CSV of a curriculum as it is laid out: rows that name the whole, then tables below their titles."""

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from kompetanse.errors import Detail, Fault, InvalidFile, InvalidValue, Problem, close_to
from kompetanse.files.curriculum_cells import Read, some_text
from kompetanse.files.curriculum_layout import COURSES, CURRICULUM_OUTCOMES, HEADING, TITLE_OF, TITLES
from kompetanse.files.sources import StrPath, demand_ending, invalid, read_text, unshowable
from kompetanse.model.rules import shown

T = TypeVar("T")

GUESSED = 200
"""Unknown words for which a known one is looked for: the look-up takes time, and nobody reads more."""

Row = tuple[int, list[str]]
"""The line on which a row starts, and its cells."""


@attrs.define
class SheetTable:
    """One table: its title, the line of that, its heading and its rows, as far as the file has them."""

    title: str
    line: int
    heading: Row | None = None
    rows: list[Row] = attrs.field(factory=list)


@attrs.define
class Sheet:
    """The whole file, with the faults found so far."""

    path: StrPath
    head: list[Row] = attrs.field(factory=list)
    tables: list[SheetTable] = attrs.field(factory=list)
    faults: list[Fault] = attrs.field(factory=list)
    cut: bool = False
    """Whether the file cannot be read to its end."""
    guesses: int = GUESSED

    def refuse(
        self, key: str, place: str, line: int | None, column: int | None, /, **details: Detail
    ) -> None:
        """Note a fault; empty details are left out."""
        told = tuple((name, one) for name, one in details.items() if one != "")
        self.faults.append(Fault(Problem(key, told), place, line, column))

    def take(self, read: Callable[[str], T], text: str, place: str, line: int, column: int) -> T | None:
        """Give what `read` makes of a text; note what it refuses, and give None."""
        try:
            return read(text)
        except InvalidValue as error:
            self.faults.append(Fault(error.problem, place, line, column))
            return None

    def meant(self, word: str, known: Iterable[str]) -> str:
        """Give the known word that may have been meant, or ``""``."""
        self.guesses -= 1
        return close_to(word, known) if self.guesses >= 0 else ""

    def close(self) -> None:
        """Raise `InvalidFile` if there are any faults."""
        if self.faults:
            faults = sorted(self.faults, key=lambda fault: (fault.line or 0, fault.column or 0))
            raise InvalidFile(os.fspath(self.path), tuple(faults))


EVIDENCE = {"wave", "respondent"}
"""Columns that no curriculum has, and every table of answers."""


def read_sheet(path: StrPath) -> Sheet:
    """Read a CSV file and part it into its tables; raise `InvalidFile` where it is no text at all."""
    demand_ending(path, (".csv",))
    text = read_text(path)
    faults = unshowable(text)
    if faults:
        raise InvalidFile(os.fspath(path), faults)
    sheet = Sheet(path)
    for line, cells in _rows(text, sheet):
        word = cells[0].strip().casefold()
        if word in TITLE_OF and _opens(sheet, TITLE_OF[word], line, cells):
            continue
        if not sheet.tables and word == HEADING:
            sheet.refuse("no-section", "", line, 1, key=shown(COURSES))
            sheet.tables.append(SheetTable(COURSES, line))
        if not sheet.tables:
            sheet.head.append((line, cells))
        elif sheet.tables[-1].heading is None:
            sheet.tables[-1].heading = (line, cells)
        else:
            sheet.tables[-1].rows.append((line, cells))
    first = ";".join(sheet.head[0][1]) if sheet.head else ""
    if not sheet.tables and EVIDENCE.issubset(map(str.strip, first.split(";"))):
        raise invalid(path, "answers-not-programme")
    _demand_tables(sheet)
    return sheet


def _rows(text: str, sheet: Sheet) -> Iterator[Row]:
    """Yield each row that is not blank; note where the rest cannot be read."""
    reader = csv.reader(io.StringIO(text.replace("\r\n", "\n"), newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        sheet.refuse("csv-syntax", "", start, None, said=str(error))
        sheet.cut = True


def _opens(sheet: Sheet, title: str, line: int, cells: list[str]) -> bool:
    """Open the table with this title, if that is what the row is; note one that comes too late."""
    if any(map(str.strip, cells[1:])):
        return False
    last = sheet.tables[-1].title if sheet.tables else ""
    if last == CURRICULUM_OUTCOMES:
        return False  # a row of the last table may say anything
    if last and TITLES.index(title) <= TITLES.index(last):
        sheet.refuse("misplaced-section", title, line, 1, options=TITLES)
    sheet.tables.append(SheetTable(title, line))
    return True


def _demand_tables(sheet: Sheet) -> None:
    """Demand the courses, and of each table its heading."""
    if sheet.cut:
        return
    if all(table.title != COURSES for table in sheet.tables):
        sheet.refuse("no-section", "", None, None, key=shown(COURSES))
    for table in sheet.tables:
        if table.heading is None:
            sheet.refuse("no-heading", table.title, table.line, 1, key=shown(table.title))
        elif table.title == COURSES and not table.rows:
            sheet.refuse("no-courses", table.title, table.heading[0], 1)


@attrs.define
class Columns:
    """How the cells of a table are read: which stand where, and by what each is read."""

    sheet: Sheet
    names: tuple[str, ...]
    """The columns that the format knows, then further ones."""
    numbers: tuple[int, ...]
    """Where each stands, from 0; the first place after the heading for those that the file lacks."""
    reads: tuple[Read, ...]
    width: int

    def values(self, row: Row) -> list[Any] | None:
        """Give what the cells of a row hold; note every one that cannot be read, and give None."""
        line, cells = row
        if len(cells) > self.width:
            surplus = [number for number, text in enumerate(cells) if number >= self.width and text.strip()]
            if surplus:
                self.sheet.refuse(
                    "row-length", "", line, surplus[0] + 1, expected=self.width, found=surplus[-1] + 1
                )
            cells = cells[: self.width]
        cells = [*cells, *[""] * (self.width + 1 - len(cells))]
        try:
            return [read(cells[number]) for read, number in zip(self.reads, self.numbers, strict=True)]
        except InvalidValue:
            for read, number, name in zip(self.reads, self.numbers, self.names, strict=True):
                if number < self.width:  # else the column is missing, and was told once for all rows
                    self.sheet.take(read, cells[number], shown(name)[1:-1], line, number + 1)
            return None


def columns_of(
    sheet: Sheet, heading: Row, reads: Mapping[str, Read], *, optional: tuple[str, ...], further: Read | None
) -> Columns:
    """Find the columns of a table by its heading; note the missing, the doubled and the unknown."""
    line, cells = heading
    known = {name.casefold(): name for name in reads}
    width = max(number for number, text in enumerate(cells, start=1) if text.strip())
    first: dict[str, int] = {}
    others: list[str] = []
    for number, text in enumerate(cells[:width]):
        name = known.get(text.strip().casefold(), text.strip())
        place = shown(name)[1:-1]
        if name and name in first:
            sheet.refuse("duplicate-column", place, line, number + 1, first=first[name] + 1)
        elif not name or (name not in reads and further is not None):
            others += [name] if sheet.take(some_text, name, place, line, number + 1) else []
        elif name not in reads:
            meant = sheet.meant(name, reads)
            sheet.refuse("unknown-column", place, line, number + 1, found=shown(name), suggestion=meant)
        first.setdefault(name, number)
    for name in reads:
        if name not in first and name not in optional:
            sheet.refuse("missing-column", name, line, None, key=shown(name))
    names = (*reads, *others)
    readers = (*reads.values(), *[further or str] * len(others))
    return Columns(sheet, names, tuple(first.get(name, width) for name in names), readers, width)
