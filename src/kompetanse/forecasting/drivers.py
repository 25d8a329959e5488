"""Which assumption a forecast, or the difference of two, hangs on most."""

import attrs

from kompetanse.forecasting.assumptions import assumptions_of
from kompetanse.forecasting.forecaster import Forecaster
from kompetanse.model import Factor, Programme
from kompetanse.model.brief import brief
from kompetanse.model.rules import demand
from kompetanse.scoring import sobol
from kompetanse.scoring.formulas import Floats


@attrs.frozen
class Driver:
    """How much of the variance one factor has a part in: its total Sobol index."""

    factor: Factor
    total: float
    """A share: what would be left of the variance if every other factor were known."""
    error: float
    """Its standard error, which comes of drawing."""


@attrs.frozen(eq=False)
class Varied:
    """A design's whole gain in several sets of draws: what its drivers are told by."""

    a: Floats
    b: Floats
    """With every factor drawn anew."""
    mixed: tuple[Floats, ...]
    """With one factor drawn anew, for each in the order of `Factor`."""

    __repr__ = brief("", "a as draws")

    def less(self, base: "Varied") -> "Varied":
        """Give what is gained more than by another design."""
        mixed = (one - other for one, other in zip(self.mixed, base.mixed, strict=True))
        return Varied(self.a - base.a, self.b - base.b, tuple(mixed))

    def drivers(self) -> tuple[Driver, ...]:
        """Give what it hangs on, most first; nothing where it does not vary."""
        if not sobol.variance(self.a, self.b):
            return ()
        estimates = {
            factor: sobol.total(self.a, self.b, one) for factor, one in zip(Factor, self.mixed, strict=True)
        }
        told = (Driver(factor, one.index, one.error) for factor, one in estimates.items() if one.index)
        return tuple(sorted(told, key=lambda one: -one.total))


def vary(forecaster: Forecaster, programme: Programme, organisation: str | None = None) -> Varied:
    """Forecast the whole, of the network or of one organisation, in every set of draws that drivers take.

    That is a forecast with all factors drawn anew, and one for each that is not known exactly. Raises
    `InvalidValue`, and `UnknownOrganisation`.
    """

    def drawn(*other: Factor) -> Floats:
        return forecaster.forecast(programme, frozenset(other)).drawn(organisation)

    base = forecaster.forecast(programme)
    a = base.drawn(organisation)
    known = {one.factor for one in assumptions_of(programme) if one.low == one.high}
    if all(None not in one for one in base.starts):
        known.add(Factor.START)
    return Varied(a, drawn(*Factor), tuple(a if one in known else drawn(one) for one in Factor))


def drivers(
    forecaster: Forecaster,
    programme: Programme,
    base: Programme | None = None,
    *,
    organisation: str | None = None,
) -> tuple[Driver, ...]:
    """Tell which factors drive what is gained as a whole, or gained more than by `base`; most first.

    It is told of the network, or of one organisation. A factor that is the same in every draw has no part and
    is left out, so that the tuple is empty where nothing varies. Raises `InvalidValue`, and
    `UnknownOrganisation`.
    """
    demand("drivers", "forecaster", forecaster, Forecaster)
    dated = forecaster.dated(programme if base is None else base)
    varied = vary(dated, programme, organisation)
    return (varied if base is None else varied.less(vary(dated, base, organisation))).drivers()
