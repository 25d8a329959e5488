"""Where rows are kept while a sweep runs, and after."""

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

import attrs

from kompetanse.errors import DifferentSweep
from kompetanse.whatif.sweeping.rows import Row


@runtime_checkable
class Store(Protocol):
    """Keeps the rows of one sweep; `kompetanse.files.open_store` gives one that outlives its process."""

    def begin(self, sweep: str) -> None:
        """Take up the sweep of this fingerprint; raise `DifferentSweep` where another's rows are kept."""

    def add(self, rows: Iterable[Row]) -> None:
        """Keep rows, all of them or none; one of a number that is there already takes its place."""

    def numbers(self) -> Iterator[int]:
        """Give the number of each row, rising."""

    def rows(self) -> Iterator[Row]:
        """Give each row, by number."""


@attrs.define(eq=False)
class MemoryStore:
    """Keeps rows as long as it is kept itself."""

    _sweep: str | None = None
    _rows: dict[int, Row] = attrs.field(factory=dict, repr=False)

    def begin(self, sweep: str) -> None:
        """Take up the sweep of this fingerprint; raise `DifferentSweep` where another's rows are kept."""
        if self._sweep not in (None, sweep):
            raise DifferentSweep("MemoryStore")
        self._sweep = sweep

    def add(self, rows: Iterable[Row]) -> None:
        """Keep rows."""
        self._rows.update({one.number: one for one in rows})

    def numbers(self) -> Iterator[int]:
        """Give the number of each row, rising."""
        return iter(sorted(self._rows))

    def rows(self) -> Iterator[Row]:
        """Give each row, by number."""
        return (self._rows[number] for number in self.numbers())


def gaps(numbers: Iterable[int], total: int) -> tuple[range, ...]:
    """Give the numbers below `total` that are not among rising `numbers`, as ranges."""
    missing, begin = [], 0
    for number in numbers:
        if number > begin:
            missing.append(range(begin, min(number, total)))
        begin = number + 1
    return tuple(one for one in (*missing, range(begin, total)) if one)
