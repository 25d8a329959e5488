"""How far those who rate the same thing agree: the bare formulas, numbers in and numbers out.

All take ratings as a matrix, targets × raters: what is rated stands in rows (an organisation), each rating
of it in a column (a respondent). NaN stands for no rating. Where a formula has no answer it gives NaN.
Nothing is cut off at 0 but rwg: an intraclass correlation or an alpha below 0 says that those who rate one
target differ more than chance would have them do.
"""

from enum import Enum

import numpy as np

from kompetanse.scoring.formulas import Floats, Whole

ROUNDING = 64 * np.finfo(np.float64).eps
"""Differences below this part of the largest rating are those of rounding, and no variance."""


class Metric(Enum):
    """What counts as a difference between two ratings."""

    NOMINAL = "nominal"
    """That they are not the same."""
    ORDINAL = "ordinal"
    """How many ratings stand between them."""
    INTERVAL = "interval"
    """How far they are apart."""


def uniform_variance(options: Floats) -> float:
    """Give the variance of ratings that fall on each of the options equally often.

    ``σ² = Σ (option − mean)² / A``, which for the A options 1, 2, …, A is ``(A² − 1) / 12``. Source: James,
    Demaree & Wolf, Journal of Applied Psychology 69 (1984), 85–98.
    """
    return float(np.var(options))


def rectangular_variance(low: float, high: float) -> float:
    """Give the variance of ratings that fall everywhere between two ends equally often.

    ``σ² = (high − low)² / 12``: what `uniform_variance` comes to with ever more options in between.
    """
    return (high - low) ** 2 / 12


def rwg(ratings: Floats, null_variance: Floats) -> Floats:
    """Give the agreement within one group on each item: 1 where all rate alike, 0 where as if by chance.

    ``rwg = 1 − s² / σ²``, s² being the raters' variance (over n − 1) and σ² the variance of ratings given
    by chance. Takes ratings (raters × items) and σ² (items). As is the custom, what comes out below 0 is
    told as 0. NaN with fewer than two ratings, or where σ² is 0. Source: James, Demaree & Wolf (1984).
    """
    there = ~np.isnan(ratings)
    count = there.sum(axis=0).astype(np.float64)
    mean = np.divide(
        np.where(there, ratings, 0).sum(axis=0), count, where=count > 0, out=np.zeros(len(count))
    )
    squares = (np.where(there, ratings - mean, 0) ** 2).sum(axis=0)
    told = (count > 1) & (null_variance > 0)
    part = np.divide(squares, (count - 1) * null_variance, where=told, out=np.full(len(count), np.nan))
    result: Floats = np.maximum(0.0, 1 - part)
    return result


def icc_1_1(ratings: Floats) -> float:
    """Give the reliability of one rating, each target having raters of its own.

    ``ICC(1,1) = (BMS − WMS) / (BMS + (k₀ − 1) · WMS)``, from the mean squares between and within targets of
    a one-way analysis of variance. Targets may have different numbers of ratings n, N in all over m
    targets: ``k₀ = (N − Σ n² / N) / (m − 1)``. NaN with fewer than two targets, where none has two ratings,
    and where all ratings are the same. Sources: Shrout & Fleiss, Psychological Bulletin 86 (1979), 420–428,
    where it has this name; McGraw & Wong, Psychological Methods 1 (1996), 30–46, who name it ICC(1);
    Snedecor & Cochran, Statistical Methods, for k₀.
    """
    between, within, size = _one_way(ratings)
    return _ratio(between - within, between + (size - 1) * within)


def icc_1_k(ratings: Floats) -> float:
    """Give the reliability of a target's mean rating, each target having raters of its own.

    ``ICC(1,k) = (BMS − WMS) / BMS``: of means over k₀ raters where targets have different numbers. NaN where
    `icc_1_1` is, and where all targets have the same mean. Source: Shrout & Fleiss (1979); ICC(k) of McGraw &
    Wong (1996).
    """
    between, within, _ = _one_way(ratings)
    return _ratio(between - within, between)


def icc_2_1(ratings: Floats) -> float:
    """Give how well one rater's rating agrees with others', all raters rating all targets.

    ``ICC(2,1) = (BMS − EMS) / (BMS + (k − 1) · EMS + k · (JMS − EMS) / n)``, from the mean squares of n
    targets, k raters and the rest in a two-way analysis of variance; raters are a sample of many. NaN with
    fewer than two targets or raters, where a rating is missing, and where all are the same. Source: Shrout
    & Fleiss (1979); ICC(A,1), absolute agreement, of McGraw & Wong (1996).
    """
    targets, raters, rest = _two_way(ratings)
    n, k = ratings.shape
    return _ratio(targets - rest, targets + (k - 1) * rest + k * (raters - rest) / max(n, 1))


def icc_2_k(ratings: Floats) -> float:
    """Give how well the mean over the raters agrees with that of other raters, all rating all targets.

    ``ICC(2,k) = (BMS − EMS) / (BMS + (JMS − EMS) / n)``. NaN where `icc_2_1` is, and where what it is
    divided by is not above 0. Source: Shrout & Fleiss (1979); ICC(A,k) of McGraw & Wong (1996).
    """
    targets, raters, rest = _two_way(ratings)
    return _ratio(targets - rest, targets + (raters - rest) / max(len(ratings), 1))


def icc_3_1(ratings: Floats) -> float:
    """Give how consistently one rater orders the targets with these raters, all rating all targets.

    ``ICC(3,1) = (BMS − EMS) / (BMS + (k − 1) · EMS)``: raters are these and no others, and one who always
    rates higher than the rest is no disagreement. NaN where `icc_2_1` is, and where targets and rest both
    have no variance. Source: Shrout & Fleiss (1979); ICC(C,1), consistency, of McGraw & Wong (1996).
    """
    targets, _, rest = _two_way(ratings)
    return _ratio(targets - rest, targets + (ratings.shape[1] - 1) * rest)


def icc_3_k(ratings: Floats) -> float:
    """Give how consistently the mean over these raters orders the targets, all rating all targets.

    ``ICC(3,k) = (BMS − EMS) / BMS``: Cronbach's alpha. NaN where `icc_2_1` is, and where all targets have the
    same mean. Source: Shrout & Fleiss (1979); ICC(C,k) of McGraw & Wong (1996).
    """
    targets, _, rest = _two_way(ratings)
    return _ratio(targets - rest, targets)


def krippendorff_alpha(ratings: Floats, metric: Metric) -> float:
    """Give Krippendorff's alpha: 1 where the raters of each target agree, 0 where as if by chance.

    ``α = 1 − Dₒ / Dₑ``: the mean squared difference between two ratings of one target, each target's pairs
    weighing 1 / (its ratings − 1), over that between any two ratings. A difference is 0 or 1 (nominal), the
    distance of the two (interval), or that of their mean ranks among all ratings (ordinal), which equals
    the published ``Σ n_g − (n_c + n_k) / 2``. Targets with fewer than two ratings are left out. NaN where
    fewer than two targets are left, and where all ratings are the same. Source: Krippendorff, Content
    Analysis, 2nd ed. 2004, chapter 11; Computing Krippendorff's Alpha-Reliability, 2011.
    """
    given = ~np.isnan(ratings)
    given &= given.sum(axis=1, keepdims=True) > 1
    target, _ = np.nonzero(given)
    values = ratings[given]
    if not values.size or target[0] == target[-1] or values.min() == values.max():
        return np.nan
    if metric is Metric.ORDINAL:
        values = _mean_ranks(values)
    squares = _unequal if metric is Metric.NOMINAL else _squares
    sizes = np.bincount(target)
    within = (sizes / (sizes - 1) * squares(values, target)).sum() / len(values)
    between_any = squares(values, np.zeros_like(target)).sum() / (len(values) - 1)
    return float(1 - within / between_any)


def _squares(values: Floats, group: Whole) -> Floats:
    """Give for each group the squared distances of its values from their mean, summed."""
    from_mean = values - _means(values, group)[group]
    return np.bincount(group, weights=from_mean**2).astype(np.float64)


def _means(values: Floats, group: Whole) -> Floats:
    """Give the mean of each group, and 0 for a number that none has."""
    means: Floats = np.bincount(group, weights=values) / np.maximum(np.bincount(group), 1)
    return means


def _unequal(values: Floats, group: Whole) -> Floats:
    """Give for each group the same sum where any two values that differ are equally far apart."""
    _, kind = np.unique(values, return_inverse=True)
    kinds = int(kind.max()) + 1
    cells, times = np.unique(group * kinds + kind, return_counts=True)
    sizes = np.bincount(group)
    alike = np.bincount(cells // kinds, weights=times.astype(np.float64) ** 2)
    unequal: Floats = sizes - alike / np.maximum(sizes, 1)
    return unequal


def _mean_ranks(values: Floats) -> Floats:
    """Give the rank of each value among all, equal ones sharing the mean of theirs."""
    _, kind, times = np.unique(values, return_inverse=True, return_counts=True)
    ranks: Floats = (np.cumsum(times) - (times - 1) / 2)[kind]
    return ranks


def _one_way(ratings: Floats) -> tuple[float, float, float]:
    """Give the mean squares between and within targets, and k₀; NaN where there are none."""
    given = ~np.isnan(ratings)
    target, _ = np.nonzero(given)
    values = ratings[given]
    sizes = np.bincount(target, minlength=1)
    sizes = sizes[sizes > 0]
    targets, number = len(sizes), len(values)
    if targets < 2 or number == targets:
        return np.nan, np.nan, np.nan
    within = _sum_of_squares(_squares(values, target).sum(), values)
    apart = _means(values, target)[target] - values.mean()
    between = _sum_of_squares((apart**2).sum(), values)
    size = (number - float((sizes.astype(np.float64) ** 2).sum()) / number) / (targets - 1)
    return between / (targets - 1), within / (number - targets), size


def _two_way(ratings: Floats) -> tuple[float, float, float]:
    """Give the mean squares of targets, of raters and of the rest; NaN where there are none."""
    targets, raters = ratings.shape
    if targets < 2 or raters < 2 or np.isnan(ratings).any():
        return np.nan, np.nan, np.nan
    whole = ratings.mean()
    by_target, by_rater = ratings.mean(axis=1) - whole, ratings.mean(axis=0) - whole
    rest = ratings - whole - by_target[:, None] - by_rater
    return (
        _sum_of_squares(raters * (by_target**2).sum(), ratings) / (targets - 1),
        _sum_of_squares(targets * (by_rater**2).sum(), ratings) / (raters - 1),
        _sum_of_squares((rest**2).sum(), ratings) / ((targets - 1) * (raters - 1)),
    )


def _sum_of_squares(found: float, ratings: Floats) -> float:
    """Give a sum of squares, and 0 where it is no more than what rounding makes of nothing."""
    smallest = ratings.size * (ROUNDING * float(np.abs(ratings).max())) ** 2
    return float(found) if found > smallest else 0.0


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else np.nan
