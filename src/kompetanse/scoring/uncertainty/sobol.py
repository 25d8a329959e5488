"""What drives a variance: the bare formulas of Sobol indices, arrays in and numbers out.

A and B are two independent sets of draws of all inputs; AB is A with one input, or one group of them, taken
from B. Each formula takes what the model gives for each draw. Source of the scheme: Saltelli et al., Variance
based sensitivity analysis of model output, Computer Physics Communications 181 (2010), 259–270.
"""

import attrs
import numpy as np

from kompetanse.scoring.formulas import Floats

NO_VARIANCE = 1e-18
"""A variance that is only rounding: of scores that are rounded to 9 decimals."""


@attrs.frozen
class Estimate:
    """An index as estimated by so many draws."""

    index: float
    error: float
    """The standard error that comes of drawing; more draws make it smaller."""


def variance(a: Floats, b: Floats) -> float:
    """Give the variance of the output over both sets, about one mean; 0 where it is only rounding."""
    found = float(np.var(np.concatenate((a, b))))
    return found if found > NO_VARIANCE else 0.0


def first_order(a: Floats, b: Floats, ab: Floats) -> Estimate:
    """Give the share of the variance that the input makes by itself.

    ``S = 1/N · Σ f(B) · (f(AB) − f(A)) / V`` (Saltelli et al. 2010, table 2b), with the common mean taken off
    f(B), which leaves the expectation alone and takes away much of the noise.
    """
    centred = b - np.concatenate((a, b)).mean()
    return _mean(centred * (ab - a), variance(a, b))


def total(a: Floats, b: Floats, ab: Floats) -> Estimate:
    """Give the share of the variance that the input has any part in, by itself or together with others.

    ``T = 1/2N · Σ (f(A) − f(AB))² / V``. Source: Jansen, Analysis of variance designs for model output,
    Computer Physics Communications 117 (1999), 35–43.
    """
    return _mean((a - ab) ** 2 / 2, variance(a, b))


def _mean(terms: Floats, whole: float) -> Estimate:
    return Estimate(float(terms.mean()) / whole, float(terms.std()) / len(terms) ** 0.5 / whole)
