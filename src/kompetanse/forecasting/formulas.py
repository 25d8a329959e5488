"""The bare formulas of a forecast: arrays in, arrays out, nothing checked."""

import numpy as np

from kompetanse.scoring.formulas import Floats


def triangular(uniform: Floats, low: float, likely: float, high: float) -> Floats:
    """Give draws of a triangular distribution from uniform ones, by its inverse distribution function.

    ``low + √(u · (high - low) · (likely - low))`` for u up to ``(likely - low) / (high - low)``, and
    ``high - √((1 - u) · (high - low) · (high - likely))`` above. It rises with u and with each of the three
    numbers. Source: Kotz & van Dorp, Beyond Beta, 2004, chapter 1.
    """
    if low == high:
        return np.full(uniform.shape, low)
    width = high - low
    rising = low + np.sqrt(uniform * (width * (likely - low)))
    falling = high - np.sqrt((1 - uniform) * (width * (high - likely)))
    drawn: Floats = np.where(uniform * width <= likely - low, rising, falling)
    return drawn


def remaining(days: Floats, half_life: Floats) -> Floats:
    """Give the share that is left after days without use: ``2 ^ (-days / half-life)``, days × draws.

    Half-life: Tatel & Ackerman, Psychological Bulletin, doi 10.1037/bul0000481. The exponential form is
    assumed.
    """
    left: Floats = np.exp2(np.multiply.outer(-days, 1 / half_life))
    return left


def realised(scale: Floats, exponent: Floats, out: Floats) -> Floats:
    """Give the gain in points where there is room for it: ``scale · (1 - exp(exponent))``.

    The exponent is -x / saturation, where x is the hours of work that still count. The form is assumed: the
    first hours give most, and no number of hours more than the scale. Works in `out`, which may be the
    exponent itself.
    """
    np.exp(exponent, out=out)
    np.subtract(1.0, out, out=out)
    return np.multiply(out, scale, out=out)
