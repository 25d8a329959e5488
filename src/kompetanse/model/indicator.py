"""One question of an assessment: on which scale it is answered, and what an answer is worth."""

from collections.abc import Iterable
from enum import Enum
from itertools import pairwise

import attrs

from kompetanse.model.rules import Field, a, an_id, as_float, as_str, as_tuple, each, number, refuse
from kompetanse.model.text import Text, as_text

LARGEST = 1e12
SMALLEST_WITH_LOGARITHM = 1e-12
WEIGHT = number(1e-6, 1e6)
GOALPOST = number(-LARGEST, LARGEST)


class Scale(Enum):
    """What an answer is."""

    NUMBER = "number"
    """A number, measured between goalposts or along knots."""
    POINTS = "points"
    """Points from 0 to 100, taken as they are."""
    YES_NO = "yes/no"
    """Yes (1) scores 100, no (0) scores 0."""
    LEVELS = "levels"
    """One of the framework's levels, counted from 1; it scores that level's points."""
    SHARES = "shares"
    """How much stands on each of the framework's levels: shares that make 1. It scores their mean points."""


class Better(Enum):
    """The direction in which an answer, or a measure of a design, is better."""

    HIGHER = "higher"
    LOWER = "lower"


class Curve(Enum):
    """How points rise from one goalpost to the other."""

    LINEAR = "linear"
    LOG = "log"
    """By the logarithm: each doubling is worth the same."""


class Outside(Enum):
    """What is done with a number that lies outside the goalposts."""

    REFUSE = "refuse"
    """It is a fault of the answers."""
    CAP = "cap"
    """It scores as the nearer goalpost does."""
    EXTEND = "extend"
    """It scores below 0 or above 100."""


@attrs.frozen
class Knot:
    """One corner of a piecewise scale: an answer and the points that it scores."""

    at: float = attrs.field(converter=as_float, validator=GOALPOST)
    points: float = attrs.field(converter=as_float, validator=number(0, 100))


def _knots(value: Iterable[Knot]) -> tuple[Knot, ...]:
    return as_tuple(value)


def _optional_goalpost(instance: object, field: Field, value: object) -> None:
    if value is not None:
        GOALPOST(instance, field, value)


@attrs.frozen
class Indicator:
    """One question of an assessment, and how its answers become points from 0 to 100."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    question: Text = attrs.field(converter=as_text, validator=a(Text))
    low: float | None = attrs.field(
        default=None, converter=attrs.converters.optional(as_float), validator=_optional_goalpost
    )
    """The answer that scores 0; only of a number without knots, which must have both goalposts."""
    high: float | None = attrs.field(
        default=None, converter=attrs.converters.optional(as_float), validator=_optional_goalpost
    )
    """The answer that scores 100."""
    weight: float = attrs.field(default=1.0, converter=as_float, validator=WEIGHT)
    """Relative to its siblings: only ratios count."""
    scale: Scale = attrs.field(default=Scale.NUMBER, validator=a(Scale))
    better: Better = attrs.field(default=Better.HIGHER, validator=a(Better))
    """Where lower is better, `low` scores 100 and `high` 0."""
    curve: Curve = attrs.field(default=Curve.LINEAR, validator=a(Curve))
    outside: Outside = attrs.field(default=Outside.REFUSE, validator=a(Outside))
    best: float | None = attrs.field(
        default=None, converter=attrs.converters.optional(as_float), validator=_optional_goalpost
    )
    """Where neither end is best: the answer that scores 100, between two goalposts that both score 0."""
    knots: tuple[Knot, ...] = attrs.field(default=(), converter=_knots, validator=each(a(Knot)))
    """In place of goalposts: corners between which points are interpolated; where two stand at one
    answer there is a step, and that answer scores what the later one says."""

    def __attrs_post_init__(self) -> None:
        if self.scale is not Scale.NUMBER:
            self._refuse_set(("low", "high", "curve", "outside", "best", "knots"))
        if self.scale in (Scale.LEVELS, Scale.SHARES):
            self._refuse_set(("better",))
        if self.scale is Scale.NUMBER and self.knots:
            self._refuse_set(("low", "high", "better", "curve", "best"))
            if self.outside is Outside.EXTEND:
                raise refuse(self, "outside", "not-beside", expected="knots of a number")
            self._demand_rising_knots()
        elif self.scale is Scale.NUMBER:
            self._demand_goalposts()

    def _refuse_set(self, names: tuple[str, ...]) -> None:
        for name in names:
            if getattr(self, name) != getattr(attrs.fields(type(self)), name).default:
                scale = f"knots of a {self.scale.value}" if self.knots else f"scale {self.scale.value}"
                raise refuse(self, name, "not-beside", expected=scale)

    def _demand_goalposts(self) -> None:
        low, high = self.low, self.high
        if low is None or high is None:
            raise refuse(self, "low" if low is None else "high", "no-goalpost")
        if high <= low:
            raise refuse(self, "", "high-not-above-low", low=low, found=high)
        if self.curve is Curve.LOG and low < SMALLEST_WITH_LOGARITHM:
            raise refuse(self, "low", "no-logarithm", found=low)
        if self.best is not None:
            self._refuse_beside_best()
            if not low <= self.best <= high:
                raise refuse(self, "best", "out-of-range", low=low, high=high, found=self.best)

    def _refuse_beside_best(self) -> None:
        for name in ("better", "curve"):
            if getattr(self, name) != getattr(attrs.fields(type(self)), name).default:
                raise refuse(self, name, "not-beside", expected="best")

    def _demand_rising_knots(self) -> None:
        ats = [one.at for one in self.knots]
        rising = all(one <= after for one, after in pairwise(ats))
        thrice = any(one == later for one, later in zip(ats, ats[2:], strict=False))
        if not rising or ats[0] == ats[-1] or thrice:
            raise refuse(self, "knots", "knots-not-rising")

    @property
    def goalposts(self) -> tuple[float, float]:
        """The smallest and the largest answer that are not outside; of levels and shares, from 0 to 1."""
        if self.knots:
            return self.knots[0].at, self.knots[-1].at
        if self.low is not None and self.high is not None:
            return self.low, self.high
        return 0.0, 100.0 if self.scale is Scale.POINTS else 1.0

    @property
    def taken(self) -> tuple[float, float]:
        """The smallest and the largest number that can be answered (of levels, there is no saying here)."""
        if self.outside is Outside.REFUSE:
            return self.goalposts
        logarithm = self.curve is Curve.LOG and self.outside is Outside.EXTEND
        return (SMALLEST_WITH_LOGARITHM if logarithm else -LARGEST), LARGEST
