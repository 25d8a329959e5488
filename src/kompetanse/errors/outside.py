"""What can be wrong outside the program: files, and parts that are not installed."""

import attrs

from kompetanse.errors.base import KompetanseError, shown
from kompetanse.errors.problems import Problem


@attrs.frozen
class Fault:
    """One thing in a file that cannot be read as what it should be, and where it stands."""

    problem: Problem
    place: str = ""
    """Path into the design, such as ``modules/strategi/requires/0``; ``""`` for the whole file."""
    line: int | None = None
    """Counted from 1; None where the format keeps no lines (JSON)."""
    column: int | None = None
    """Counted from 1."""
    sheet: str | None = None
    """Of a spreadsheet; None in every other file."""

    @property
    def spot(self) -> str:
        """Where it stands, as far as that is known: ``14:9``, or of a spreadsheet ``Ledelse!D7``."""
        if self.sheet is None:
            return ":".join(str(part) for part in (self.line, self.column) if part is not None)
        cell = f"{column_letters(self.column or 0)}{self.line or ''}"
        return "!".join(part for part in (shown(self.sheet)[1:-1], cell) if part)

    def __str__(self) -> str:
        return ": ".join(part for part in (self.spot, self.place, str(self.problem)) if part)


def column_letters(number: int) -> str:
    """Give the letters by which a spreadsheet calls a column: A is 1, AA is 27; of none, nothing."""
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


@attrs.frozen
class InvalidFile(KompetanseError, ValueError):
    """A file cannot be read as what it should be; every fault of it at once."""

    path: str
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        return "\n".join(f"{self.path}:{'' if fault.spot else ' '}{fault}" for fault in self.faults)


@attrs.frozen
class InvalidFrame(KompetanseError, ValueError):
    """A data frame cannot be read as what it should be; every fault of it at once."""

    faults: tuple[Fault, ...]
    """The place of each is the name of its column; its line is the number of the row, from 1."""

    def __str__(self) -> str:
        return "\n".join(f"frame:{'' if fault.spot else ' '}{fault}" for fault in self.faults)


@attrs.frozen
class UnwritableFile(KompetanseError, OSError):
    """A file cannot be written where it was asked for; what stood there before stands there still."""

    path: str
    problem: Problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


@attrs.frozen
class MissingExtra(KompetanseError, ImportError):
    """A part of kompetanse was asked for whose library is not installed."""

    library: str
    extra: str

    def __str__(self) -> str:
        return (
            f"this needs {self.library}, which is not installed; run: pip install 'kompetanse[{self.extra}]'"
        )
