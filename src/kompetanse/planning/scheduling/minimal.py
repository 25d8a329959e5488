"""The least that is enough: a minimal set of constraints that clash, and the least number."""

from collections.abc import Callable

Clashes = Callable[[int], int | None]
"""Of constraints, as bits: gives some among them that clash, or None where none do."""


def minimal(numbers: int, clashes: Clashes) -> int:
    """Shrink constraints that clash, as bits, to some of which none can be left out.

    Half of them are left out at once where the rest clash all the same, then a quarter, down to single ones;
    those with low numbers first, so that what has a high number is kept rather. The last round, of single
    ones, is the deletion filter of Bakker and others, Diagnosing and solving over-determined constraint
    satisfaction problems, 1993.
    """
    size = max(numbers.bit_count() // 2, 1)
    while True:
        left = numbers
        while left:
            some = _lowest(left, size)
            left &= ~some
            fewer = clashes(numbers & ~some)
            if fewer is not None:
                numbers = fewer
                left &= numbers
        if size == 1:
            return numbers
        size //= 2


def _lowest(numbers: int, count: int) -> int:
    """Give the lowest of some bits."""
    some = 0
    for _ in range(min(count, numbers.bit_count())):
        one = numbers & -numbers
        some, numbers = some | one, numbers & ~one
    return some


def least(low: int, high: int, enough: Callable[[int], bool]) -> int:
    """Give the least number that is enough, where `low` is not and `high` is, by halves."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
