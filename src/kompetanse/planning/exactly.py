"""Numbers as they were meant, so that sums are compared without rounding; and whole units of them."""

from collections.abc import Collection
from fractions import Fraction
from math import gcd, lcm

from kompetanse.model.rules import refuse

FINEST = 1_000_000
"""A fraction with a larger denominator is taken for the decimal number that it is written as."""
LARGEST = 2**62
"""The solver holds no larger number."""


def exact(value: float) -> Fraction:
    """Give the simplest fraction that a number stands for: of 0.1 a tenth, of 0.333… a third."""
    simple = Fraction(value).limit_denominator(FINEST)
    return simple if float(simple) == value else Fraction(str(float(value)))


def unit_of(subject: str, field: str, numbers: Collection[Fraction], limit: int) -> Fraction:
    """Give the largest unit of which every number is a whole multiple; 1 where all are 0.

    Raises `InvalidValue` where they come to more units in all than `limit`.
    """
    denominator = lcm(*(one.denominator for one in numbers))
    common = gcd(*(int(one * denominator) for one in numbers)) or denominator  # of nothing but 0, any will do
    unit = Fraction(common, denominator)
    if sum(map(abs, numbers)) / unit > limit:
        raise refuse(subject, field, "too-fine", limit=limit)
    return unit
