"""How far a sweep has come, told now and then."""

from collections.abc import Callable
from time import perf_counter

import attrs

SELDOM = 0.25
"""Seconds between two tellings."""


@attrs.frozen
class SweepProgress:
    """How far a sweep has come."""

    done: int
    """Designs that have a row, those from before included."""
    before: int
    """Designs that had a row in the store already."""
    total: int
    seconds: float
    """Since this run began."""

    @property
    def rate(self) -> float:
        """Designs a second in this run."""
        return (self.done - self.before) / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds that the rest may take; None while there is no saying."""
        return (self.total - self.done) / self.rate if self.rate else None


Watch = Callable[[SweepProgress], None]


@attrs.define
class Watching:
    """Counts rows, and tells whoever watches."""

    watch: Watch | None
    before: int
    total: int
    done: int = attrs.field(init=False)
    _began: float = attrs.field(init=False, factory=perf_counter)
    _told: float = attrs.field(init=False, default=0.0)

    def __attrs_post_init__(self) -> None:
        self.done = self.before

    def add(self, rows: int) -> None:
        """Count rows; tell of them unless that was done a moment ago, or there are more to come soon."""
        self.done += rows
        now = perf_counter()
        if self.watch is not None and (now - self._told >= SELDOM or self.done == self.total):
            self._told = now
            self.watch(SweepProgress(self.done, self.before, self.total, now - self._began))
