"""How changes are combined into designs: each number stands for one combination."""

from collections.abc import Sequence
from math import isqrt, prod
from typing import Protocol

import attrs

from kompetanse.model import Change

Option = tuple[Change, ...]
"""Changes that are made together; none leave the design as it is."""


class Combinations(Protocol):
    """Numbered combinations of changes, from 0."""

    @property
    def size(self) -> int:
        """How many there are."""

    def changes(self, number: int) -> Option:
        """Give the changes of one of them."""


@attrs.frozen
class Grid:
    """One option of each axis, in every combination; the last axis turns fastest."""

    axes: tuple[tuple[Option, ...], ...]

    @property
    def size(self) -> int:
        """How many combinations there are."""
        return prod(map(len, self.axes))

    def changes(self, number: int) -> Option:
        """Give the changes of one combination, those of the first axis first."""
        chosen: list[Option] = []
        for options in reversed(self.axes):
            number, place = divmod(number, len(options))
            chosen.append(options[place])
        return tuple(change for option in reversed(chosen) for change in option)


@attrs.frozen
class Pairs:
    """Two of several options, in every combination; the second turns fastest."""

    options: Sequence[Option]

    @property
    def size(self) -> int:
        """How many pairs there are."""
        return _triangle(len(self.options) - 1)

    def changes(self, number: int) -> Option:
        """Give the changes of one pair.

        Counted backwards from the last pair, those whose first option stands `rows` before the last but one
        begin at the triangular number of `rows`.
        """
        backwards = self.size - 1 - number
        rows = (isqrt(8 * backwards + 1) - 1) // 2
        first = len(self.options) - 2 - rows
        second = len(self.options) - 1 - (backwards - _triangle(rows))
        return self.options[first] + self.options[second]


def _triangle(rows: int) -> int:
    return max(rows, 0) * (rows + 1) // 2
