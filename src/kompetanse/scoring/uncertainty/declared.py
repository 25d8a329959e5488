"""What is declared uncertain about scores, beside the answers themselves."""

from collections.abc import Iterable

import attrs

from kompetanse.model import AggregationMethod
from kompetanse.model.rules import (
    Field,
    a,
    as_float,
    as_tuple,
    number,
    refuse,
    shown,
    true_or_false,
)

MEANS = (AggregationMethod.ARITHMETIC, AggregationMethod.GEOMETRIC, AggregationMethod.HARMONIC)
"""The methods that can take each other's place: all give the common value where all parts are alike."""

AS_SURE: float | None = 100.0
"""How sure weights are unless told: of four equal ones, each is from 18 to 32 % in nine draws of ten."""


def _methods(value: Iterable[AggregationMethod]) -> tuple[AggregationMethod, ...]:
    return as_tuple(value)


def _each_a_mean(instance: object, field: Field, value: object) -> None:
    if not isinstance(value, tuple):
        raise refuse(instance, field.name, "not-list", found=shown(value))
    for one in value:
        a(AggregationMethod)(instance, field, one)
        if one not in MEANS:
            options = tuple(mean.value for mean in MEANS)
            raise refuse(instance, field.name, "not-one-of", options=options, found=one.value)


@attrs.frozen
class Uncertainty:
    """What is held to be uncertain: choices that others might have made, and who happened to answer."""

    weights: float | None = attrs.field(
        default=AS_SURE,
        converter=attrs.converters.optional(as_float),
        validator=attrs.validators.optional(number(1, 1e9)),
    )
    """How sure the weights are: the concentration of a Dirichlet distribution around each node's own. The
    larger, the surer; None where they are beyond doubt. A part with a share p of its node gets shares with
    the standard deviation ``√(p·(1 − p) / (concentration + 1))``."""
    aggregations: tuple[AggregationMethod, ...] = attrs.field(
        default=(), converter=_methods, validator=_each_a_mean
    )
    """The means (arithmetic, geometric, harmonic) that might be used, each as likely as the others, in all
    nodes that are made by one of these three; empty where the framework's own are beyond doubt."""
    respondents: bool = attrs.field(default=True, validator=true_or_false)
    """Whether others might have answered: the sampling error of an organisation's respondents."""
