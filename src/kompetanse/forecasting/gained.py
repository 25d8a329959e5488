"""What is gained, and how two gains differ under the same draws."""

import attrs
import numpy as np

from kompetanse.model.brief import brief
from kompetanse.scoring.formulas import Floats

INTERVAL = (0.05, 0.95)
DECIMALS = 9
"""A difference is rounded to these, in points: what is left then is no rounding error."""


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
    below: float
    """Share of the draws in which it is below 0; in the rest there is none."""

    @property
    def same(self) -> bool:
        """Whether there is no difference in any draw."""
        return self.probability == self.below == 0

    @property
    def drowned(self) -> bool:
        """Whether the difference may as well be none: its interval holds 0."""
        return self.low <= 0 <= self.high


@attrs.frozen(eq=False)
class Gained:
    """One gain in every draw: all of a projection that two designs need to be told apart by it."""

    organisation: str | None
    dimension: str | None
    drawn: Floats

    __repr__ = brief("organisation", "dimension", "drawn as draws")

    def gain(self) -> Gain:
        """Give its mean and interval."""
        low, high = np.quantile(self.drawn, INTERVAL).tolist()
        return Gain(self.organisation, self.dimension, float(self.drawn.mean()), low, high)

    def difference(self, base: "Gained") -> GainDifference:
        """Give how much more it is than another, drawn for the same day with the same draws."""
        more = (self.drawn - base.drawn).round(DECIMALS)
        low, high = np.quantile(more, INTERVAL).tolist()
        return GainDifference(
            self.organisation,
            self.dimension,
            mean=float(more.mean()),
            low=low,
            high=high,
            probability=float((more > 0).mean()),
            below=float((more < 0).mean()),
        )
