"""How many designs go in a batch, and how many batches are under way."""

from collections import deque

import attrs

TARGET = 0.1
"""Seconds of work in a batch: enough to outweigh its sending, little enough to lose."""
WAIT = 2.5
"""How many times its work a batch may be away: always one in wait for each worker, and no more than two."""
GROWTH = 4
"""A batch is at most so many times as large as the largest that was tried before."""
MOST = 1 << 20
FEWEST_UNDER_WAY, MOST_UNDER_WAY = 2, 256


@attrs.define
class Pace:
    """Adapts to what workers report; what comes out is the same at any pace.

    Batches are to take `TARGET`. Under way are as many as keep the time from sending one to having it back
    `WAIT` times its work, whatever the number of workers: by Little's law, so many times those that work.
    """

    size: int = 1
    """Designs in the next batch."""
    under_way: int = FEWEST_UNDER_WAY
    """Batches that may be under way."""
    _each: float | None = None
    """Seconds that a design takes, lately."""
    _working: float = 1.0
    """Batches that are worked on at once, lately."""

    def heard(self, count: int, seconds: float, turnaround: float, beside: int) -> None:
        """Take in that a batch of `count` took `seconds`, and came back `turnaround` after it was sent.

        `beside` is how many were under way from then on, itself included.
        """
        each = max(seconds / count, 1e-7)
        self._each = each if self._each is None else (self._each + each) / 2
        allowed = max(self.size, GROWTH * count)
        self.size = max(1, min(round(TARGET / self._each), allowed, MOST))
        if seconds < TARGET / 3:
            return  # too little work to tell waiting from sending
        self._working += (beside * min(1.0, seconds / turnaround) - self._working) / 4
        self.under_way = max(FEWEST_UNDER_WAY, min(round(WAIT * self._working), MOST_UNDER_WAY))


def taken(fresh: deque[range], size: int) -> range:
    """Take the next batch from the numbers that are left."""
    numbers = fresh.popleft()
    if len(numbers) > size:
        fresh.appendleft(numbers[size:])
    return numbers[:size]
