"""What a design would do, under assumptions that are all declared.

Nothing here is measured: a forecast says what would follow if its assumptions held, and how much of that is
not known. For organisation o, dimension k and the day T that it is about, in every draw,

    gain = min(100 - start, spread · effect · deflation · transfer · (1 - exp(-x / saturation)))
    x = Σ attended · day · (own · W + (1 - own) · U) + own · home · W
    U = 2 ^ (-(days from the gathering to T) / half-life)
    W = 2 ^ (-(those of them on which no follow-up runs) / half-life)

with the sum over the gatherings that o's cohort has held by T for modules that develop k. ``day`` and
``home`` are a module's hours, shared evenly over the dimensions that it develops. ``own``, the share of the
work at home that is done, is taken as the share of the leaders who do it: they have learnt from it, and what
they know on k is kept in use, so that it does not fade, on every day of follow-up of a module on k. The
others forget from day to day. Each factor is an `Assumption` of the programme, or else one of `ASSUMED`.

Read `forecaster` first: what is taught and when (`taught`), by whom (`people`), drawn how (`draws`), put
together in `engine` by the bare `formulas`; a `Projection` keeps every draw, and `drivers` tells which
assumption matters most.
"""

from kompetanse.forecasting.assumptions import ASSUMED, assumptions_of
from kompetanse.forecasting.drivers import Driver, drivers
from kompetanse.forecasting.forecaster import FEWEST_DRAWS, MOST_DRAWS, Forecaster, forecast
from kompetanse.forecasting.gained import Gain, GainDifference, Gained
from kompetanse.forecasting.projection import Projection

__all__ = [
    "ASSUMED",
    "FEWEST_DRAWS",
    "MOST_DRAWS",
    "Driver",
    "Forecaster",
    "Gain",
    "GainDifference",
    "Gained",
    "Projection",
    "assumptions_of",
    "drivers",
    "forecast",
]
