"""What a forecast assumes: each factor a distribution, with its source or the word "assumed"."""

from collections.abc import Mapping
from enum import Enum
from math import inf
from types import MappingProxyType

import attrs

from kompetanse.model.rules import Field, a, as_float, number, refuse
from kompetanse.model.text import Text, as_optional_text


class Factor(Enum):
    """What a forecast is made of; see `kompetanse.forecasting` for how."""

    EFFECT = "effect"
    """What training does at most, as a standardised mean difference d."""
    DEFLATION = "deflation"
    """The share of it that stricter studies would have found."""
    TRANSFER = "transfer"
    """The share of what leaders learn that comes to show in the organisation."""
    SPREAD = "spread"
    """The standard deviation, in points of the scale, that turns d into points; of each organisation."""
    SATURATION = "saturation"
    """Hours of work on one dimension after which 1 - 1/e, nearly two thirds, of the effect is reached."""
    HALF_LIFE = "half-life"
    """Days without use after which half of what was learnt is left."""
    ATTENDED = "attended"
    """Share of an organisation's leaders who come to a gathering, where that is not known."""
    OWN_WORK = "own-work"
    """Share of the work at home that is done, where that is not known."""
    START = "start"
    """The score in points from which an organisation starts, where that is not known."""
    HORIZON = "horizon"
    """Days from the end of the programme to the day that the forecast is about."""


RANGES: Mapping[Factor, tuple[float, float]] = MappingProxyType(
    {
        Factor.EFFECT: (-5, 5),
        Factor.DEFLATION: (0, 1),
        Factor.TRANSFER: (0, 1),
        Factor.SPREAD: (0, 100),
        Factor.SATURATION: (0.1, 10_000),
        Factor.HALF_LIFE: (1, 36_600),
        Factor.ATTENDED: (0, 1),
        Factor.OWN_WORK: (0, 1),
        Factor.START: (0, 100),
        Factor.HORIZON: (0, 3_660),
    }
)
"""The least and the most that each factor can be."""
_LIKELY = attrs.Factory(lambda self: self.likely, takes_self=True)


def _within(instance: object, field: Field, value: object) -> None:
    """Demand a number that the factor can be; where that is not known yet, as in a file, any number."""
    factor = getattr(instance, "factor", None)
    low, high = RANGES[factor] if isinstance(factor, Factor) else (-inf, inf)
    number(low, high)(instance, field, value)


@attrs.frozen
class Assumption:
    """One factor: a triangular distribution from `low` to `high` with its mode at `likely`.

    Given `likely` alone, the factor is exactly that.
    """

    factor: Factor = attrs.field(validator=a(Factor))
    likely: float = attrs.field(converter=as_float, validator=_within)
    low: float = attrs.field(default=_LIKELY, converter=as_float, validator=_within)
    high: float = attrs.field(default=_LIKELY, converter=as_float, validator=_within)
    source: Text | None = attrs.field(
        default=None, converter=as_optional_text, validator=attrs.validators.optional(a(Text))
    )
    """Where the numbers come from; None where they are assumed."""

    def __attrs_post_init__(self) -> None:
        if not self.low <= self.likely <= self.high:
            raise refuse(self, "", "not-rising", low=self.low, likely=self.likely, high=self.high)
