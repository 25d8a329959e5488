"""What can be wrong outside the program: files, and parts that are not installed."""

import attrs

from kompetanse.errors.base import KompetanseError
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

    def __str__(self) -> str:
        spot = ":".join(str(part) for part in (self.line, self.column) if part is not None)
        return ": ".join(part for part in (spot, self.place, str(self.problem)) if part)


@attrs.frozen
class InvalidFile(KompetanseError, ValueError):
    """A file cannot be read as what it should be; every fault of it at once."""

    path: str
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        return "\n".join(f"{self.path}:{'' if fault.line else ' '}{fault}" for fault in self.faults)


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
