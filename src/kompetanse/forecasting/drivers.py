"""Which assumption a forecast, or the difference of two, hangs on most."""

from collections.abc import Callable

import attrs

from kompetanse.forecasting.forecaster import Forecaster
from kompetanse.model import Factor, Programme
from kompetanse.model.rules import demand
from kompetanse.scoring import sobol
from kompetanse.scoring.formulas import Floats

Output = Callable[[frozenset[Factor]], Floats]


@attrs.frozen
class Driver:
    """How much of the variance one factor has a part in: its total Sobol index."""

    factor: Factor
    total: float
    """A share: what would be left of the variance if every other factor were known."""
    error: float
    """Its standard error, which comes of drawing."""


def drivers(
    forecaster: Forecaster, programme: Programme, base: Programme | None = None
) -> tuple[Driver, ...]:
    """Tell which factors drive what the network gains as a whole, or gains more than `base`; most first.

    A factor that is the same in every draw has no part and is left out, so that the tuple is empty where
    nothing varies. Takes a forecast with all factors drawn anew, and one for each factor. Raises
    `InvalidValue`.
    """
    demand("drivers", "forecaster", forecaster, Forecaster)
    dated = forecaster.dated(programme if base is None else base)
    output = _output(dated, programme, base)
    a, b = output(frozenset()), output(frozenset(Factor))
    if not sobol.variance(a, b):
        return ()
    estimates = {one: sobol.total(a, b, output(frozenset({one}))) for one in Factor}
    told = (Driver(factor, one.index, one.error) for factor, one in estimates.items() if one.index)
    return tuple(sorted(told, key=lambda one: -one.total))


def _output(forecaster: Forecaster, programme: Programme, base: Programme | None) -> Output:
    def output(other: frozenset[Factor]) -> Floats:
        gained = forecaster.forecast(programme, other).drawn()
        return gained if base is None else gained - forecaster.forecast(base, other).drawn()

    return output
