"""Axes of measures: what they count, which way is better, numbers and dates as the language writes them."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from math import ceil, log10
from typing import TYPE_CHECKING, Literal

import attrs

from kompetanse.model import Better, Unit
from kompetanse.report.catalogue import SENTENCES
from kompetanse.report.plots.lettering import shortened, width_of
from kompetanse.report.words import Words
from kompetanse.whatif import Measure, Value

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FIRST = date(1970, 1, 1)
"""The day from which matplotlib counts days."""
LARGEST = 1e300
LABEL, TIGHT = 24.0, 0.85
"""Points that the name of the upright axis takes; how wide numbers are, of what they take at most."""
NAME = 200
"""Points across that the name of a measure may take."""


@attrs.frozen
class Scale:
    """One axis: a measure, the values on it as numbers, and how far it reaches."""

    measure: Measure
    dated: bool
    counted: bool
    """Whether all values are whole numbers."""
    low: float
    high: float

    @property
    def toward(self) -> int:
        """Which way is better: 1 or -1."""
        return 1 if self.measure.better is Better.HIGHER else -1

    @property
    def worst(self) -> float:
        """The end of the axis that is worse."""
        return self.low if self.measure.better is Better.HIGHER else self.high


def number(value: Value) -> float | None:
    """Give a value as a number, a date in days; None where there is none, or none that can be drawn."""
    if isinstance(value, date):
        return float((value - FIRST).days)
    return float(value) if value is not None and -LARGEST <= value <= LARGEST else None


def scale_of(measure: Measure, values: Sequence[Value]) -> Scale:
    """Give the axis on which the values stand, with some room at either end."""
    numbers = [one for one in map(number, values) if one is not None]
    low, high = min(numbers), max(numbers)
    room = 0.2 * (high - low) or 0.05 * abs(low) or 1.0
    dated = any(isinstance(one, date) for one in values)
    return Scale(measure, dated, all(isinstance(one, int) for one in values), low - room, high + room)


def measure_name(measure: Measure, words: Words) -> str:
    """Give what a measure counts; its key where it is somebody else's."""
    known = f"measure.{measure.key}"
    return words.say(known) if known in SENTENCES else shortened(measure.key, NAME)


def set_up(ax: "Axes", x: Scale, y: Scale, words: Words) -> float:
    """Give both axes ends, numbers and names, and tell how many points those of the upright one take."""
    ax.set_xlim(x.low, x.high)
    ax.set_ylim(y.low, y.high)
    ax.set_xlabel(_label(x, words))
    ax.set_ylabel(_label(y, words))
    _number(ax, "x", x, words)
    _number(ax, "y", y, words)
    written = [_written(y, words, one) for one in (y.low, y.high)]
    return LABEL + TIGHT * max(map(width_of, written))


def _number(ax: "Axes", name: Literal["x", "y"], scale: Scale, words: Words) -> None:
    axis = ax.xaxis if name == "x" else ax.yaxis
    if scale.dated:
        axis.axis_date()
    else:
        ax.locator_params(axis=name, nbins=5, integer=scale.counted)
    axis.set_major_formatter(partial(_written, scale, words))


def _label(scale: Scale, words: Words) -> str:
    way = "earlier" if scale.dated and scale.toward < 0 else "later" if scale.dated else ""
    way = way or ("higher" if scale.toward > 0 else "lower")
    return words.say(f"picture-pareto.{way}", measure=measure_name(scale.measure, words))


def _written(scale: Scale, words: Words, value: float, _: object = None) -> str:
    if scale.dated:
        return words.value(FIRST + timedelta(days=round(value)), "short")
    if scale.measure.unit is Unit.SHARE:
        return words.value(value, "%")
    span = scale.high - scale.low
    return words.value(value, f".{ceil(-log10(span)) + 1}" if span < 1 else "")
