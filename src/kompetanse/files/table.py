"""CSV tables: their cells, each knowing where it stands, and the faults found in them."""

import csv
import io
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import attrs

from kompetanse.errors import Fault, InvalidFile, InvalidValue, Problem, close_to
from kompetanse.files.nodes import composed
from kompetanse.files.scalars import id_in, unread
from kompetanse.files.sources import StrPath, demand_ending, invalid, read_text, unshowable
from kompetanse.model import Programme
from kompetanse.model.rules import ID, shown

T = TypeVar("T")

GUESSED = 200
"""Unknown words for which a known one is looked for: the look-up takes time, and nobody reads more."""


TOLD_ONCE = ("unknown-organisation", "unknown-indicator", "unknown-module", "excel-month")
"""What is wrong with an id wherever it stands: it is told where it stands first."""


@attrs.frozen
class Cell:
    """One cell: its text without space around it, the name of its column, and where it stands."""

    text: str
    name: str
    line: int
    number: int
    """Of the column, from 1."""


Row = dict[str, Cell]


@attrs.define
class CsvTable:
    """A table while it is read: its columns, its rows one by one, and the faults so far."""

    path: StrPath
    columns: tuple[Cell, ...]
    comma: bool
    """Whether numbers may have a decimal comma: only where the cells are separated by semicolons."""
    _lines: Iterator[tuple[int, list[str]]]
    faults: list[Fault] = attrs.field(factory=list)
    _again: Counter[tuple[str, Problem]] = attrs.field(factory=Counter)
    """How often each of the faults that are told once was met, by place and problem."""

    def refuse(self, cell: Cell, problem: Problem) -> None:
        """Note what is wrong with one cell; its place is the name of its column, on one line and short."""
        name = cell.name if ID.fullmatch(cell.name) else shown(cell.name)[1:-1]
        if problem.key in TOLD_ONCE:
            self._again[name, problem] += 1
            if self._again[name, problem] > 1:
                return
        self.faults.append(Fault(problem, name, cell.line, cell.number))

    def name_in(self, cell: Cell | None, read: Callable[[str], str]) -> str | None:
        """Give the id that a cell must hold, as `take` does."""
        if cell is not None and not cell.text:
            self.refuse(cell, Problem("empty-cell", (("key", cell.name),)))
            return None
        return self.take(cell, read)

    def take(self, cell: Cell | None, read: Callable[[str], T]) -> T | None:
        """Give what `read` makes of a cell; note what it refuses, and give None. No cell gives None."""
        if cell is None:
            return None
        try:
            return read(cell.text)
        except InvalidValue as error:
            self.refuse(cell, error.problem)
            return None

    def rows(self) -> Iterator[Row]:
        """Yield each row that has as many cells as there are columns; note the others."""
        empty = True
        try:
            for line, cells in self._lines:
                empty = False
                if len(cells) != len(self.columns):
                    details = (("expected", len(self.columns)), ("found", len(cells)))
                    self.faults.append(Fault(Problem("row-length", details), "", line))
                    continue
                yield {
                    column.name: Cell(text.strip(), column.name, line, column.number)
                    for column, text in zip(self.columns, cells, strict=True)
                }
        except csv.Error as error:
            raise self._failed(error) from None
        if empty:
            self.faults.append(Fault(Problem("no-rows"), "", self.columns[0].line))

    def _failed(self, error: csv.Error) -> InvalidFile:
        return InvalidFile(os.fspath(self.path), (*self.faults, _syntax(error)))

    def close(self) -> None:
        """Raise `InvalidFile` if there are any faults."""
        if self.faults:
            faults = sorted(map(self._counted, self.faults), key=lambda one: (one.line or 0, one.column or 0))
            raise InvalidFile(os.fspath(self.path), tuple(faults))

    def _counted(self, fault: Fault) -> Fault:
        more = self._again[fault.place, fault.problem] - 1
        if more < 1:
            return fault
        details = (*fault.problem.details, ("more", more))
        return attrs.evolve(fault, problem=attrs.evolve(fault.problem, details=details))

    def demand_kind(self, other: Iterable[str], own: Iterable[str], problem: str) -> None:
        """Raise `InvalidFile` where the columns are those of another table, `other`, and none of `own`."""
        names = {cell.name for cell in self.columns}
        if not names.isdisjoint(other) and names.isdisjoint(own):
            raise InvalidFile(os.fspath(self.path), (Fault(Problem(problem), "", self.columns[0].line),))

    def demand_columns(self, needed: Iterable[str], known: Iterable[str]) -> None:
        """Note columns that are missing, unknown or there twice."""
        first: dict[str, Cell] = {}
        everyone = (*needed, *known)
        for cell in self.columns:
            if cell.name in first:
                self.refuse(cell, Problem("duplicate-column", (("first", first[cell.name].number),)))
            elif cell.name not in everyone:
                suggestion = close_to(cell.name, everyone)
                details = (
                    ("found", shown(cell.name)),
                    *((("suggestion", suggestion),) if suggestion else ()),
                )
                self.refuse(cell, Problem("unknown-column", details))
            first.setdefault(cell.name, cell)
        options = tuple(needed)
        for name in options:
            if name not in first:
                problem = Problem("missing-of-columns", (("key", shown(name)), ("options", options)))
                self.faults.append(Fault(problem, name, self.columns[0].line))


def read_table(path: StrPath) -> CsvTable:
    """Open a CSV file, with commas or semicolons, and read its heading; raise `InvalidFile`."""
    demand_ending(path, (".csv",))
    text = read_text(path)
    faults = unshowable(text)
    if faults:
        raise InvalidFile(os.fspath(path), faults)
    named = _SEPARATOR.match(text)
    heading = text[named.end() if named else 0 :].lstrip().partition("\n")[0]
    semicolons = heading.count(";") > heading.count(",")
    lines = _lines(text, ";" if semicolons else ",")
    try:
        if named:
            next(lines)
        line, names = next(lines)
    except StopIteration:
        raise invalid(path, "empty-file") from None
    except csv.Error as error:
        raise InvalidFile(os.fspath(path), (_syntax(error),)) from None
    columns = tuple(
        Cell(name, name, line, number)
        for number, name in enumerate((composed(name.strip()) for name in names), start=1)
    )
    return CsvTable(path, columns, semicolons, lines)


_SEPARATOR = re.compile(r"\s*sep=.\r?\n")
"""The first line by which spreadsheets tell one another how they separate cells."""


class _SyntaxError(csv.Error):
    """What the csv module cannot read, with the line that it stopped at."""


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank, with the number of the line on which it starts."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _SyntaxError(str(error), start) from None
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield start, cells
        start = reader.line_num + 1


def _syntax(error: csv.Error) -> Fault:
    said, line = error.args
    return Fault(Problem("csv-syntax", (("said", said),)), "", line)


def known(key: str, ids: Iterable[str]) -> Callable[[str], str]:
    """Give a reader of ids that takes only those known, and guesses which was meant."""
    words = frozenset(ids)
    meant: dict[str, str] = {}

    def read(text: str) -> str:
        word = id_in(text)
        if word in words:
            return word
        if word not in meant and len(meant) < GUESSED:
            meant[word] = close_to(word, words)
        raise unread(key, found=shown(word), suggestion=meant.get(word, ""))

    return read


def an_organisation(programme: Programme) -> Callable[[str], str]:
    """Give a reader of organisations: those of the programme, or any where it names none."""
    ids = tuple(one.id for one in programme.organisations)
    return known("unknown-organisation", ids) if ids else id_in
