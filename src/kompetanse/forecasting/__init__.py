"""What a design would do, under assumptions that are all declared."""

from kompetanse.forecasting.forecaster import Forecaster
from kompetanse.forecasting.projection import Gain, GainDifference, Projection

__all__ = ["Forecaster", "Gain", "GainDifference", "Projection"]
