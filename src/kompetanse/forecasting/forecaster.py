"""The verb."""

import datetime as dt

import attrs
import numpy as np

from kompetanse.forecasting.projection import Projection
from kompetanse.model import Participation, Programme
from kompetanse.scoring import ScoreCard


@attrs.frozen
class Forecaster:
    """Forecasts one design after another under the same draws."""

    card: ScoreCard | None = None
    """Where organisations start; None where that is not known."""
    participation: tuple[Participation, ...] = ()
    on: dt.date | None = None
    """The day that the forecast is about; None for the horizon of each programme."""
    draws: int = 1000
    seed: int = 0

    def dated(self, base: Programme) -> "Forecaster":
        """Give the forecaster for the day that it would forecast `base` for, whatever the design."""
        return attrs.evolve(self, on=self.on or dt.date(2024, 1, 1))

    def __call__(self, programme: Programme) -> Projection:
        """Forecast a design."""
        on = self.on or dt.date(2024, 1, 1)
        return Projection(programme, on, self.seed, (), ("x",), ("k",), (1.0,), np.zeros((1, 1, self.draws)))
