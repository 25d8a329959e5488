"""The bare formulas of ranks and quantiles over draws: arrays in, arrays out, nothing checked."""

import numpy as np
from numpy.typing import NDArray

from kompetanse.scoring.formulas import DECIMALS, Floats

Ranks = NDArray[np.int32]
CHUNK = 64
"""Draws ranked at once: what they need stays in the processor's cache."""

TAILS = (0.05, 0.50, 0.95)
"""The quantiles that are told: of a 90 % interval, and the middle."""


def ranks(scores: Floats) -> Ranks:
    """Give the rank of each organisation in each draw: 1 for the highest, equal ones sharing the better.

    Takes and gives organisations × draws. "Standard competition ranking": 1, 2, 2, 4.
    """
    result = np.empty(scores.shape, dtype=np.int32)
    for start in range(0, scores.shape[1], CHUNK):
        some = slice(start, start + CHUNK)
        result[:, some] = _ranks_by_draw(np.ascontiguousarray(-scores[:, some].T)).T
    return result


def ranks_of(values: Floats) -> Floats:
    """Give the rank of each organisation by its value, in points; NaN where there is none.

    Values that differ by rounding alone are equal.
    """
    there = ~np.isnan(values)
    result = np.full(len(values), np.nan)
    result[there] = ranks(values[there].round(DECIMALS)[:, None])[:, 0]
    return result


def _ranks_by_draw(negative: Floats) -> Ranks:
    """Give the ranks in each row, where the smallest number is the best."""
    order = negative.argsort(axis=1)
    ordered = np.take_along_axis(negative, order, axis=1)
    place = np.broadcast_to(np.arange(1, negative.shape[1] + 1, dtype=np.int32), order.shape)
    tied = ordered[:, 1:] == ordered[:, :-1]
    if tied.any():
        place = place.copy()
        place[:, 1:][tied] = 0
        place = np.maximum.accumulate(place, axis=1)
    result = np.empty(order.shape, dtype=np.int32)
    np.put_along_axis(result, order, place, axis=1)
    return result


def quantiles(ascending: Floats) -> Floats:
    """Give the 5, 50 and 95 % quantiles of each row, whose values rise: rows × 3.

    Between two draws it is interpolated: definition 7 of Hyndman & Fan, Sample Quantiles in Statistical
    Packages, The American Statistician 50 (1996), 361–365.
    """
    at = np.array(TAILS) * (ascending.shape[1] - 1)
    below = np.floor(at).astype(np.intp)
    above = np.minimum(below + 1, ascending.shape[1] - 1)
    low, high = ascending[:, below], ascending[:, above]
    result: Floats = low + (at - below) * (high - low)
    return result


def whole_quantiles(ascending: Ranks) -> Ranks:
    """Give the same of ranks: the smallest rank that so large a share of the draws does not exceed.

    Definition 1 of Hyndman & Fan (1996), the inverse of the distribution function.
    """
    draws = ascending.shape[1]
    at = [max(int(np.ceil(tail * draws - 1e-9)) - 1, 0) for tail in TAILS]
    return ascending[:, at]


def level_probabilities(scores: Floats, floors: Floats) -> Floats:
    """Give rows × levels: the share of a row's draws that stands on each level.

    Takes rows × draws and the levels' floors, which rise from 0; a score below 0 stands on the first.
    """
    reached = [(scores >= floor).mean(axis=1) for floor in (-np.inf, *floors[1:])][: len(floors)]
    edges = np.array([*reached, np.zeros(len(scores))], dtype=np.float64)
    return (edges[:-1] - edges[1:]).T
