"""How many orders are valid, estimated by drawing some of them; for what is too open to count.

Sequential importance sampling: an order is built element by element, each drawn among those that can come
first with a probability that is known, and the product of the inverse probabilities is, on average, the
number of orders (Knuth 1975). An element is drawn in proportion to how many elements it comes before, itself
with them, which for forests gives every draw the same product (the hook length formula). As in counting,
what can be merged and what nothing waits for is not drawn but counted (see `kompetanse.graph.states`).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, exp, factorial, floor, log, prod, sqrt
from random import Random
from statistics import fmean, variance

import attrs

from kompetanse.errors import InvalidValue, Problem
from kompetanse.graph.parts import Part, blocked, part_of
from kompetanse.graph.posets import Poset, bits, closure
from kompetanse.graph.reduction import pieces, reduced

SAMPLES = 1000
"""How many orders are drawn unless told otherwise."""
_GRAIN = 1 << 64
"""Products are kept in whole numbers of this part of one order."""


@attrs.frozen
class Estimate:
    """About how many orders are valid: whole numbers, as large as they may be."""

    low: int
    value: int
    high: int
    """The number lies from `low` to `high` with a confidence of about 95 %; see `estimate_orders`."""
    samples: int


def estimate_orders(poset: Poset, seed: int, samples: int = SAMPLES) -> Estimate:
    """Estimate the number of valid orders, without bias; the same for the same seed.

    The interval is the wider, at either end, of two of 95 %: Student's for the logarithm of the mean, and
    Cox's for the mean of a lognormal distribution, which knows from the spread of the logarithms that rare
    large products may not have been drawn yet. Where products vary by orders of magnitude (a high end several
    times the low one) both are only approximate.
    Raises `InvalidValue` for fewer than 2 samples.
    """
    if samples < 2:
        details = (("low", "2"), ("high", "∞"), ("found", str(samples)))
        raise InvalidValue("estimate_orders", "samples", Problem("out-of-range", details))
    random = Random(seed)  # noqa: S311  # no secret: the same seed shall draw the same
    chains = reduced(poset)
    parts = [part_of(chains, mask) for mask in pieces(chains)]
    weights = [_weights(part) for part in parts]
    ways = chains.ways * _GRAIN
    products = [
        prod(
            (_product(part, weight, random) for part, weight in zip(parts, weights, strict=True)),
            start=Fraction(ways),
        )
        for _ in range(samples)
    ]
    return _estimate([floor(product) for product in products], factorial(len(poset)))


def _weights(part: Part) -> tuple[int, ...]:
    """Give for each element how many come after it, itself with them, as far as no choice decides."""
    before = closure(Poset(part.before, part.choices))
    weights = [1] * len(before)
    for mask in before:
        for one in bits(mask):
            weights[one] += 1
    for last in part.last:
        above = last.before
        for one in bits(last.before):
            above |= before[one]
        for one in bits(above):
            weights[one] += last.length
    return tuple(weights)


def _product(part: Part, weights: Sequence[int], random: Random) -> Fraction:
    """Draw an order of a part and give the inverse of its probability, times the places of the last ones."""
    rest = (1 << len(part.nodes)) - 1
    possible = [one for one in bits(rest) if not part.before[one] and not part.choices[one]]
    size = part.size
    above, below = factorial(size), prod(factorial(one.length) for one in part.last)
    while possible:
        total = sum(weights[one] for one in possible)
        drawn = random.randrange(total)
        for taken in possible:
            drawn -= weights[taken]
            if drawn < 0:
                break
        above *= total
        below *= size * weights[taken]
        left = rest ^ 1 << taken
        possible.remove(taken)
        for own, before, groups in part.waiting[taken]:
            one = own.bit_length() - 1
            if own & left and one not in possible and not blocked(left, before, groups):
                possible.append(one)
        for length, before, groups in part.freed[taken]:
            if blocked(rest, before, groups) and not blocked(left, before, groups):
                size -= length
        size -= 1
        rest = left
    return Fraction(above, below)


def _estimate(products: Sequence[int], most: int) -> Estimate:
    """Give the mean of products in grains, with its interval; there are from one to `most` orders."""
    count = len(products)
    mean = Fraction(sum(products), count)
    spread = variance([float(Fraction(one) / mean) for one in products])
    logs = [log(one) - log(products[0]) for one in products]
    of_logs = variance(logs)
    student = _student(count - 1)
    cox = student * sqrt(of_logs / count + of_logs**2 / (2 * (count - 1)))
    plain = student * sqrt(spread / count)
    middle = log(products[0]) - log(mean.numerator) + log(mean.denominator) + fmean(logs) + of_logs / 2
    orders = mean / _GRAIN
    if not spread:
        return Estimate(round(orders), round(orders), round(orders), count)
    low, high = (orders * Fraction(exp(one)) for one in (min(-plain, middle - cox), max(plain, middle + cox)))
    return Estimate(max(1, floor(low)), round(orders), min(most, ceil(high)), count)


def _student(freedom: int) -> float:
    """Give the 97.5 % quantile of Student's t, by its expansion (Abramowitz and Stegun 26.7.5)."""
    normal = 1.959964
    return normal + (normal**3 + normal) / (4 * freedom)
