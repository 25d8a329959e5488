"""How a node of a maturity framework is made of what stands below it."""

from enum import Enum

import attrs

from kompetanse.model.rules import a, as_float, number, refuse


class AggregationMethod(Enum):
    """How the values of the parts become one."""

    ARITHMETIC = "arithmetic"
    """The weighted mean: a strong part makes up for a weak one."""
    GEOMETRIC = "geometric"
    """The weighted geometric mean: a weak part counts more, and a 0 makes the whole 0."""
    HARMONIC = "harmonic"
    """The weighted harmonic mean: a weak part counts more still, and a 0 makes the whole 0."""
    POWER = "power"
    """The weighted power mean, of the exponent that `power` gives."""
    MINIMUM = "minimum"
    """The weakest link; weights do not count."""
    STAGED = "staged"
    """The share of the parts, by weight and from the first on, that hold without a gap."""
    SUM = "sum"
    """The values times their weights, added up; it may pass 100."""


class MissingPolicy(Enum):
    """What a part that has no value does to the whole. A part that does not apply is never missing."""

    REWEIGHT = "reweight"
    """Its weight goes to the other parts, in proportion."""
    ZERO = "zero"
    """It counts as 0 points."""
    REFUSE = "refuse"
    """The whole has no value either."""


@attrs.frozen
class Aggregation:
    """How one node is made of its parts: by which method, and what is done where a part has no value."""

    method: AggregationMethod = attrs.field(
        default=AggregationMethod.ARITHMETIC, validator=a(AggregationMethod)
    )
    power: float | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(as_float),
        validator=attrs.validators.optional(number(-100, 100)),
    )
    """The exponent of a power mean: 1 is arithmetic, 0 geometric, -1 harmonic; only with that method."""
    missing: MissingPolicy = attrs.field(default=MissingPolicy.REWEIGHT, validator=a(MissingPolicy))
    threshold: float = attrs.field(default=0.0, converter=as_float, validator=number(0, 1))
    """Only where missing parts are reweighted: the smallest share of the weight of those that apply
    which must have a value, or the whole has none."""

    def __attrs_post_init__(self) -> None:
        if (self.power is not None) != (self.method is AggregationMethod.POWER):
            raise refuse(self, "power", "power-of-power-mean")
        if self.threshold and self.missing is not MissingPolicy.REWEIGHT:
            raise refuse(self, "threshold", "threshold-of-reweight")
