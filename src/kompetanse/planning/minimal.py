"""A minimal set of constraints that cannot all be kept to."""

from collections.abc import Callable

Clashes = Callable[[int], int | None]
"""Of constraints, as bits: gives some among them that clash, or None where none do."""


def minimal(numbers: int, clashes: Clashes) -> int:
    """Shrink constraints that clash, as bits, to some of which none can be left out.

    One after another is left out, the lowest number first, and stays out where the rest clash all the same:
    so what has a high number is kept rather than what has a low one. Source: Bakker and others, Diagnosing
    and solving over-determined constraint satisfaction problems, 1993 (the deletion filter).
    """
    left = numbers
    while left:
        one = left & -left
        left &= ~one
        fewer = clashes(numbers & ~one)
        if fewer is not None:
            numbers = fewer
            left &= numbers
    return numbers
