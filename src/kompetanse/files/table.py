"""Tables of rows under a heading, from whatever source: their columns, their rows, the faults in them.

A source (CSV, a sheet, a data frame) gives every cell as the text that CSV would hold; what a text means
is the affair of who reads the table.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import attrs

from kompetanse.errors import Fault, InvalidValue, Problem, close_to
from kompetanse.files.nodes import composed
from kompetanse.files.scalars import id_in, unread
from kompetanse.files.typed import NOT_CALCULATED
from kompetanse.model.rules import ID, shown

T = TypeVar("T")

GUESSED = 200
"""Unknown words for which a known one is looked for: the look-up takes time, and nobody reads more."""
KEPT = 10_000
"""Texts of one column whose reading is kept, since most columns hold few: the rest is read each time."""
TOLD_ONCE = ("unknown-organisation", "unknown-indicator", "unknown-module", "excel-month", "two-versions")
"""What is wrong with an id wherever it stands: it is told where it stands first."""

Line = tuple[int, Sequence[str]]
"""The number of a row, from 1, and its cells."""

_COMMENT = re.compile(rf"\s*(?!{NOT_CALCULATED.pattern})#")
"""A row that begins so is a remark; but not with what a spreadsheet shows where it cannot calculate."""


class Readings(dict[str, T | Problem], Generic[T]):
    """What each text of a column was read as, or what is wrong with it; read when first asked for."""

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> T | Problem:
        try:
            value: T | Problem = self._read(text.strip())
        except InvalidValue as error:
            value = error.problem
        if len(self) < KEPT:
            self[text] = value
        return value


@attrs.define
class Faults:
    """The faults of one file so far, with those that are told once counted."""

    failed: Callable[[tuple[Fault, ...]], Exception]
    """What makes the error of them."""
    found: list[Fault] = attrs.field(factory=list)
    _again: Counter[tuple[str, str | None, Problem]] = attrs.field(factory=Counter)

    def note(self, fault: Fault) -> None:
        """Note one fault."""
        if fault.problem.key in TOLD_ONCE:
            key = fault.place, fault.sheet, fault.problem
            self._again[key] += 1
            if self._again[key] > 1:
                return
        self.found.append(fault)

    def close(self) -> None:
        """Raise the error of all faults, in their order in each table, if there are any."""
        if self.found:
            sheets = {
                one: number for number, one in enumerate(dict.fromkeys(one.sheet for one in self.found))
            }
            faults = sorted(
                map(self._counted, self.found),
                key=lambda one: (sheets[one.sheet], one.line or 0, one.column or 0),
            )
            raise self.failed(tuple(faults))

    def _counted(self, fault: Fault) -> Fault:
        more = self._again[fault.place, fault.sheet, fault.problem] - 1
        if more < 1:
            return fault
        details = (*fault.problem.details, ("more", more))
        return attrs.evolve(fault, problem=attrs.evolve(fault.problem, details=details))


@attrs.define
class RowTable:
    """A table while it is read: its columns, its rows one by one, and where faults are noted."""

    columns: tuple[str, ...]
    """Their names, as the heading has them."""
    lines: Iterator[Line]
    faults: Faults
    line: int | None
    """Of the heading; None where there is no such line, as in a data frame."""
    comma: bool
    """Whether numbers may have a decimal comma; not where commas separate the cells."""
    sheet: str | None = None
    empty: bool = True
    """Whether no row has been met so far."""

    @property
    def place_of(self) -> dict[str, int]:
        """The place of each column in a row, from 0; of two with one name, the first."""
        return {name: place for place, name in reversed(list(enumerate(self.columns)))}

    def refuse(self, line: int | None, place: int, problem: Problem) -> None:
        """Note what is wrong with the cell at some place of a line; it is told by the name of its column."""
        name = self.columns[place]
        name = name if ID.fullmatch(name) else shown(name)[1:-1]
        column = None if line is None else place + 1
        self.faults.note(Fault(problem, name, line, column, self.sheet))

    def refuse_all(self, problem: Problem, place: str = "", line: int | None = None) -> None:
        """Note what is wrong with the heading, or with one line, as a whole."""
        self.faults.note(Fault(problem, place, line or self.line, None, self.sheet))

    def rows(self) -> Iterator[Line]:
        """Yield each row that has as many cells as there are columns; note the others, pass over remarks."""
        width = len(self.columns)
        for line, cells in self.lines:
            if cells and _COMMENT.match(cells[0]):
                continue
            self.empty = False
            if len(cells) == width:
                yield line, cells
            else:
                details = (("expected", width), ("found", len(cells)))
                self.refuse_all(Problem("row-length", details), line=line)

    def take(self, row: Line, place: int | None, readings: Readings[T]) -> T | None:
        """Give what stands at some place of a row; note what is wrong, and give None, as for no place."""
        if place is None:
            return None
        line, cells = row
        value = readings[cells[place]]
        if isinstance(value, Problem):
            self.refuse(line, place, value)
            return None
        return value

    def demand_rows(self) -> None:
        """Note that there were no rows, if there were none."""
        if self.empty:
            self.refuse_all(Problem("no-rows"))

    def demand_distinct(self) -> None:
        """Note columns that are there twice."""
        first = self.place_of
        for place, name in enumerate(self.columns):
            if first[name] != place:
                self.refuse(self.line, place, Problem("duplicate-column", (("first", first[name] + 1),)))

    def demand_columns(self, needed: Iterable[str], known: Iterable[str]) -> None:
        """Note columns that are missing, unknown or there twice."""
        self.demand_distinct()
        first, options = self.place_of, tuple(needed)
        everyone = dict.fromkeys((*options, *known))
        for name, place in first.items():
            if name not in everyone:
                meant = close_to(name, everyone)
                details = (("found", shown(name)), *((("suggestion", meant),) if meant else ()))
                self.refuse(self.line, place, Problem("unknown-column", details))
        for name in options:
            if name not in first:
                self.refuse_all(
                    Problem("missing-of-columns", (("key", shown(name)), ("options", options))), name
                )

    def demand_kind(self, other: Iterable[str], own: Iterable[str], problem: str) -> None:
        """Refuse at once a table whose columns are those of another, `other`, and none of `own`."""
        if not set(other).isdisjoint(self.columns) and set(own).isdisjoint(self.columns):
            raise self.faults.failed((Fault(Problem(problem), "", self.line, None, self.sheet),))


def heading(lines: Iterator[Line]) -> tuple[int, tuple[str, ...]] | None:
    """Take the heading off the lines of a table: the first that holds anything but a remark."""
    for line, cells in lines:
        if any(map(str.strip, cells)) and not _COMMENT.match(cells[0]):
            return line, tuple(composed(name.strip()) for name in cells)
    return None


def demanded(column: str, read: Callable[[str], T]) -> Callable[[str], T]:
    """Give a reader that refuses an empty cell of a column."""

    def demanding(text: str) -> T:
        if not text:
            raise InvalidValue("", "", Problem("empty-cell", (("key", column),)))
        return read(text)

    return demanding


def known(key: str, ids: Iterable[str]) -> Callable[[str], str]:
    """Give a reader of ids that takes only those known, and guesses which was meant."""
    words = {id_: id_ for id_ in ids}
    meant: dict[str, str] = {}

    def read(text: str) -> str:
        word = id_in(text)
        if word in words:
            return words[word]
        if word not in meant and len(meant) < GUESSED:
            meant[word] = close_to(word, words)
        raise unread(key, found=shown(word), suggestion=meant.get(word, ""))

    return read
