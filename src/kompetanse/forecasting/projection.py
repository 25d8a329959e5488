"""What a forecast gives: gains, draw by draw, and how two designs differ under the same draws."""

import datetime as dt

import attrs
import numpy as np
from numpy.typing import NDArray

from kompetanse.model import Assumption, Programme

Floats = NDArray[np.float64]


@attrs.frozen
class Gain:
    """What is gained, in points of the scale: the mean over the draws, and a 90 % interval."""

    organisation: str | None
    """None for the network: the mean over its organisations."""
    dimension: str | None
    """None for the whole: the mean over dimensions, by the weights of the framework."""
    mean: float
    low: float
    high: float


@attrs.frozen
class GainDifference:
    """How much more one design gains than another under the same draws, in points, with a 90 % interval."""

    organisation: str | None
    dimension: str | None
    mean: float
    low: float
    high: float
    probability: float
    """Share of the draws in which the difference is above 0."""

    @property
    def drowned(self) -> bool:
        """Whether the difference may as well be none: its interval holds 0."""
        return self.low <= 0 <= self.high


@attrs.frozen(eq=False)
class Projection:
    """What a programme would do by a day, under declared assumptions."""

    programme: Programme
    on: dt.date
    seed: int
    assumptions: tuple[Assumption, ...]
    """Every factor, in the order of `Factor`."""
    organisations: tuple[str, ...]
    dimensions: tuple[str, ...]
    weights: tuple[float, ...]
    """Of each dimension in the whole; together 1."""
    gains: Floats
    """Organisations × dimensions × draws, in points."""

    def gain(self, organisation: str | None = None, dimension: str | None = None) -> Gain:
        """Give one gain; raise `UnknownOrganisation` or `UnknownDimension`."""
        drawn = self.drawn(organisation, dimension)
        low, high = np.quantile(drawn, (0.05, 0.95))
        return Gain(organisation, dimension, float(drawn.mean()), float(low), float(high))

    def difference(
        self, base: "Projection", organisation: str | None = None, dimension: str | None = None
    ) -> GainDifference:
        """Give what this design gains more than `base` does, under the same draws."""
        more = self.drawn(organisation, dimension) - base.drawn(organisation, dimension)
        low, high = np.quantile(more, (0.05, 0.95))
        probability = float((more > 0).mean())
        return GainDifference(
            organisation, dimension, float(more.mean()), float(low), float(high), probability
        )

    def drawn(self, organisation: str | None = None, dimension: str | None = None) -> Floats:
        """Give one gain in every draw."""
        whole: Floats = np.tensordot(np.array(self.weights), self.gains.mean(axis=0), axes=1)
        return whole
