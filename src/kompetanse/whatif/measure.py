"""What designs are told apart by: numbers and dates, each with the direction in which it is better."""

from collections.abc import Callable
from datetime import date

import attrs

from kompetanse.model import Better, Unit
from kompetanse.whatif.outcome import Difference

Value = float | int | date | None


@attrs.frozen
class Measure:
    """A number, or a date, by which designs are compared.

    `of` is given a design's difference from the base (of the base itself, from itself). To be sent to other
    processes it has to be a function that a module has under its name.
    """

    key: str
    of: Callable[[Difference], Value]
    better: Better = Better.LOWER
    unit: Unit | None = None


def _errors(difference: Difference) -> Value:
    return len(difference.result.errors)


def _warnings(difference: Difference) -> Value:
    return len(difference.result.warnings)


def _modules(difference: Difference) -> Value:
    return len(difference.result.programme.modules)


def _orders(difference: Difference) -> Value:
    return difference.result.orders


def _complexity(difference: Difference) -> Value:
    metrics = difference.result.metrics
    return None if metrics is None else metrics.total.complexity


def _longest_chain(difference: Difference) -> Value:
    metrics = difference.result.metrics
    return None if metrics is None else len(metrics.longest_chain)


def _last_date(difference: Difference) -> Value:
    return difference.result.last_date


def _leader_hours(difference: Difference) -> Value:
    return difference.result.leader_hours


def _cost(difference: Difference) -> Value:
    return difference.result.cost


def _peak(difference: Difference) -> Value:
    return difference.result.peak


def _gain(difference: Difference) -> Value:
    gained = difference.result.gained
    return None if gained is None else round(gained.gain().mean, 2)


def _gain_more(difference: Difference) -> Value:
    return None if difference.gain is None else difference.gain.mean


def _gain_low(difference: Difference) -> Value:
    return None if difference.gain is None else difference.gain.low


def _gain_high(difference: Difference) -> Value:
    return None if difference.gain is None else difference.gain.high


def _gain_probability(difference: Difference) -> Value:
    return None if difference.gain is None else difference.gain.probability


ERRORS = Measure("errors", _errors)
WARNINGS = Measure("warnings", _warnings)
MODULES = Measure("modules", _modules)
ORDERS = Measure("orders", _orders, Better.HIGHER)
"""How many orders are valid."""
COMPLEXITY = Measure("complexity", _complexity)
"""Structural complexity, summed over the modules."""
LONGEST_CHAIN = Measure("longest-chain", _longest_chain)
LAST_DATE = Measure("last-date", _last_date)
LEADER_HOURS = Measure("leader-hours", _leader_hours, unit=Unit.HOURS)
COST = Measure("cost", _cost)
PEAK = Measure("peak", _peak, unit=Unit.HOURS)
"""Leader-hours of the busiest month."""
GAIN = Measure("gain", _gain, Better.HIGHER, Unit.POINTS)
"""What the network gains, in the mean over the draws, to a hundredth of a point."""
GAIN_MORE = Measure("gain-more", _gain_more, Better.HIGHER, Unit.POINTS)
"""What it gains more than by the base, in the mean over the draws."""
GAIN_LOW = Measure("gain-low", _gain_low, Better.HIGHER, Unit.POINTS)
"""The lower end of the 90 % interval of `GAIN_MORE`."""
GAIN_HIGH = Measure("gain-high", _gain_high, Better.HIGHER, Unit.POINTS)
"""The upper end of the 90 % interval of `GAIN_MORE`."""
GAIN_PROBABILITY = Measure("gain-probability", _gain_probability, Better.HIGHER, Unit.SHARE)
"""Share of the draws in which it gains more than the base."""
MEASURES = (
    ERRORS, WARNINGS, MODULES, ORDERS, COMPLEXITY, LONGEST_CHAIN, LAST_DATE, LEADER_HOURS, COST, PEAK,
    GAIN, GAIN_MORE, GAIN_LOW, GAIN_HIGH, GAIN_PROBABILITY,
)  # fmt: skip
"""Every measure that the library has."""
DOMINATING = (ERRORS, LAST_DATE, LEADER_HOURS, COST, PEAK, GAIN)
"""By what a design dominates another, where nothing else is said."""
