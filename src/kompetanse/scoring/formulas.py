"""The bare formulas of scoring: numbers in, numbers out, nothing checked.

All take and give float arrays. NaN stands for "no value"; it is never taken for 0. Scores are points from 0
to 100. "The handbook" is OECD/JRC, Handbook on Constructing Composite Indicators, 2008.
"""

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.intp]

DECIMALS = 9
"""Before it is placed on a level, a score is rounded to these decimals, so that 59.999999999999 is 60."""


def mean_by_group(values: Floats, group: Whole, groups: int) -> Floats:
    """Give for each group and column the plain mean of the values that there are; NaN where there is none.

    ``mean[g, c] = Σ values[r, c] / n`` over the n rows r of group g that have a value in column c. Takes
    values (rows × columns) and the group of each row (rows); gives groups × columns.
    """
    present = ~np.isnan(values)
    total = sum_by_group(np.where(present, values, 0.0), group, groups)
    return ratio(total, sum_by_group(present.astype(np.float64), group, groups))


def sum_by_group(values: Floats, group: Whole, groups: int) -> Floats:
    """Give the sum of each group's rows: rows × columns, and the group of each row, to groups × columns."""
    columns = values.shape[1]
    cells = (group[:, None] * columns + np.arange(columns)).ravel()
    total = np.bincount(cells, weights=values.ravel(), minlength=groups * columns)
    return total.astype(np.float64).reshape(groups, columns)


def mean_of_rows(values: Floats) -> Floats:
    """Give the plain mean of the values that each row has, as a column; NaN where it has none."""
    return mean_by_group(values.T, np.zeros(values.shape[1], dtype=np.intp), 1).T


def ratio(part: Floats, whole: Floats) -> Floats:
    """Give ``part / whole``, and NaN where the whole is 0; both of one shape."""
    result: Floats = np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole != 0)
    return result


def or_none(number: float) -> float | None:
    """Give a number as Python's own, and None for NaN."""
    return None if math.isnan(number) else float(number)


def coverage(given: Floats, applicable: Floats) -> Floats:
    """Give the share of the applicable answers that were given, from 0 to 1; NaN where none is applicable.

    ``coverage = given / (respondents − not applicable)``: the complement of the missing share that the
    handbook (step 3, imputation of missing data) asks to be told beside every score.
    """
    return ratio(given, applicable)


def shares(present: NDArray[np.bool_], weights: Floats) -> Floats:
    """Give the share of each part in its whole: the weights of those present, made to sum to 1.

    ``share[i] = weight[i] · present[i] / Σ weight[j] · present[j]`` along the last axis, and 0 throughout
    where none is present: the weight of what is missing is spread over what is there, in proportion.
    """
    weighed = np.where(present, weights, 0.0)
    total = weighed.sum(axis=-1, keepdims=True)
    result: Floats = np.divide(weighed, total, out=np.zeros(weighed.shape), where=total > 0)
    return result


def level_of(points: Floats, floors: Floats) -> Whole:
    """Give the number of the level, from 0, that each score stands on: the last whose floor it reaches.

    ``floors`` rises from 0; a score below 0 stands on the first. NaN stands on the last level, so
    ask only for scores that there are.
    """
    found = np.searchsorted(floors, points.round(DECIMALS), side="right") - 1
    return np.maximum(found, 0)


def level_profile(on_level: Floats) -> Floats:
    """Give the share of the weight that stands on each level; all 0 where nothing stands on any.

    ``profile[l] = Σ weight[a] · on[a, l] / Σ weight[a]`` over answers a, of which ``on`` says how much stands
    on level l; takes the sums (… × levels). This keeps what a single mean hides: that an organisation
    typically stands on several generations of digital maturity at once (Kræmmergaard, DI2X). The formula is
    ours.
    """
    return shares(np.ones(on_level.shape, dtype=np.bool_), on_level)
