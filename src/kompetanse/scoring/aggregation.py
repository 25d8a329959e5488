"""The bare methods by which parts become one value: vectors in, a vector out, nothing checked.

Each takes the parts of one node, every part a vector over the rows (organisations, respondents, draws), and
gives one vector. Vectors are added one by one, so that no row's result depends on how many rows there are.
Where no part is there, the result is NaN. "The handbook" is OECD/JRC, Handbook on Constructing Composite
Indicators, 2008, step 6 (weighting and aggregation).
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

import attrs
import numpy as np

from kompetanse.model import Aggregation, AggregationMethod, MissingPolicy
from kompetanse.scoring.formulas import DECIMALS, Floats, ratio

Weight = float | Floats
"""Of one part: a number, or one for each row."""
VALUE, THERE, COVERED, APPLIES = range(4)
"""The planes of a part: its value, 0 where there is none; 1 where there is one; its coverage, 0 where
nothing applies; 1 where something does. They stand together so that one product weighs all four."""
SLACK = 1e-9
"""How far the share that is there may fall short of a threshold, for the sake of rounding."""

SMALLEST_POWER = 1e-8
"""Nearer to 0, rounding hides the power, and the mean is the geometric one to some six digits."""


def weighed(weights: Sequence[Weight], vectors: Sequence[Floats]) -> Floats:
    """Give the weighted sum of vectors (or planes), added one after the other."""
    result: Floats = weights[0] * vectors[0]
    for weight, one in zip(weights[1:], vectors[1:], strict=True):
        result += weight * one
    return result


@attrs.frozen(eq=False)
class Parts:
    """The parts of one node; every sequence has one entry for each part."""

    planes: Sequence[Floats]
    """Four planes × rows of each."""
    weights: Sequence[Weight]
    marks: Sequence[float]
    """The points from which a part holds, for the staged method."""
    sums: Floats
    """The weighted sums of the four planes."""

    @classmethod
    def of(cls, planes: Sequence[Floats], weights: Sequence[Weight], marks: Sequence[float]) -> "Parts":
        """Give the parts with their weighted sums."""
        return cls(planes, weights, marks, weighed(weights, planes))

    def with_zeros(self) -> "Parts":
        """Let what applies and has no value be there, with the 0 that stands in its place."""
        planes = [one[[VALUE, APPLIES, COVERED, APPLIES]] for one in self.planes]
        return Parts.of(planes, self.weights, self.marks)

    def mean(self, vectors: Sequence[Floats]) -> Floats:
        """Give the weighted mean of one vector for each part, 0 where the part is not there."""
        return ratio(weighed(self.weights, vectors), self.sums[THERE])

    def values(self, function: Callable[[Floats], Floats], absent: float) -> list[Floats]:
        """Give a function of each part's values, with `absent` where it is not there."""
        return [np.where(one[THERE] > 0, function(one[VALUE]), absent) for one in self.planes]


def aggregate(aggregation: Aggregation, parts: Parts) -> Floats:
    """Give the value of a node by its own method and its own policy on what is missing."""
    if aggregation.missing is MissingPolicy.ZERO:
        parts = parts.with_zeros()
    value = METHODS[aggregation.method](parts, aggregation.power)
    least = 1.0 if aggregation.missing is MissingPolicy.REFUSE else aggregation.threshold
    if least:
        slack = SLACK if least < 1 else 0.0  # where all must be there, a part of the least weight counts too
        enough = parts.sums[THERE] >= (least - slack) * parts.sums[APPLIES]
        value = np.where(enough, value, np.nan)
    return value


def arithmetic(parts: Parts, _: float | None = None) -> Floats:
    """Give the weighted mean: ``Σ w·x / Σ w`` (linear aggregation of the handbook)."""
    return ratio(parts.sums[VALUE], parts.sums[THERE])


def geometric(parts: Parts, _: float | None = None) -> Floats:
    """Give the weighted geometric mean: ``exp(Σ w·ln x / Σ w)``; 0 where a part is at 0, or below.

    Source: the handbook, geometric aggregation; UNDP's Human Development Index since 2010.
    """
    with np.errstate(divide="ignore"):
        result: Floats = np.exp(parts.mean(parts.values(lambda one: np.log(np.maximum(one, 0.0)), 0.0)))
    return result


def harmonic(parts: Parts, _: float | None = None) -> Floats:
    """Give the weighted harmonic mean: ``Σ w / Σ (w/x)``; 0 where a part is at 0, or below."""
    return power_mean(parts, -1.0)


def power_mean(parts: Parts, power: float | None) -> Floats:
    """Give the weighted power mean: ``(Σ w·xᵖ / Σ w)^(1/p)``; for p = 0 its limit, the geometric mean.

    It is worked out relative to the largest part (p > 0) or the smallest (p < 0), so that no power grows out
    of range. A part below 0 counts as 0, which makes the mean 0 where p ≤ 0. Source: Hardy, Littlewood &
    Pólya, Inequalities, 1934, chapter II.
    """
    if power is None or abs(power) < SMALLEST_POWER:
        return geometric(parts)
    known = parts.values(lambda one: np.maximum(one, 0.0), 0.0 if power > 0 else np.inf)
    scale = _reduced(np.maximum if power > 0 else np.minimum, known)
    usable = np.isfinite(scale) & (scale > 0)
    unit = np.where(usable, scale, 1.0)
    with np.errstate(divide="ignore", over="ignore"):  # beside a 0 all is 0, whatever the others come to
        powers = parts.values(lambda one: (np.maximum(one, 0.0) / unit) ** power, 0.0)
        mean = parts.mean(powers) ** (1 / power)
    return np.where(usable | np.isnan(mean), unit * mean, 0.0)


def minimum(parts: Parts, _: float | None = None) -> Floats:
    """Give the smallest value: the weakest link. Weights do not count."""
    least = _reduced(np.minimum, parts.values(lambda one: one, np.inf))
    return np.where(np.isinf(least), np.nan, least)


def staged(parts: Parts, _: float | None = None) -> Floats:
    """Give ``100 · Σ w of the parts that hold without a gap / Σ w``, from the first part on.

    A part holds from its mark on; after the first that does not, none counts. One that is not there is
    passed over. Source: the staged representation of CMMI (Carnegie Mellon, 2010), where a maturity level is
    reached only with all below it; the share by weight is ours.
    """
    unbroken = np.ones_like(parts.sums[VALUE])
    held = []
    for one, mark in zip(parts.planes, parts.marks, strict=True):
        unbroken = unbroken * ((one[VALUE].round(DECIMALS) >= mark) | (one[THERE] == 0))
        held.append(unbroken * one[THERE])
    return 100 * parts.mean(held)


def weighted_sum(parts: Parts, _: float | None = None) -> Floats:
    """Give ``Σ w·x``, with weights as they stand; it may pass 100.

    Where parts that apply have no value, the sum of the others is raised in proportion: ``Σ w·x / Σ w`` over
    what is there, times ``Σ w`` over what applies.
    """
    incomplete = parts.sums[THERE] != parts.sums[APPLIES]
    raised = arithmetic(parts) * parts.sums[APPLIES]
    result: Floats = np.where(incomplete | (parts.sums[THERE] == 0), raised, parts.sums[VALUE])
    return result


def _reduced(pick: Callable[[Floats, Floats], Floats], vectors: Sequence[Floats]) -> Floats:
    result = vectors[0]
    for one in vectors[1:]:
        result = pick(result, one)
    return result


METHODS: Mapping[AggregationMethod, Callable[[Parts, float | None], Floats]] = MappingProxyType(
    {
        AggregationMethod.ARITHMETIC: arithmetic,
        AggregationMethod.GEOMETRIC: geometric,
        AggregationMethod.HARMONIC: harmonic,
        AggregationMethod.POWER: power_mean,
        AggregationMethod.MINIMUM: minimum,
        AggregationMethod.STAGED: staged,
        AggregationMethod.SUM: weighted_sum,
    }
)
