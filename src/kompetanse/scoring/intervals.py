"""How sure a score is: the sampling error of few respondents out of a known number, node by node.

The interval is Student's t about the value, with the jackknife's standard error over an organisation's
respondents. Where every respondent answered everything and all means are arithmetic, that is the familiar
t interval of a mean. A percentile bootstrap is not used: with 3 to 10 respondents it covers too seldom.
"""

from collections.abc import Sequence

import attrs
import numpy as np

from kompetanse.model import Organisation
from kompetanse.scoring.evaluation import evaluate
from kompetanse.scoring.formulas import Floats, mean_of_rows, ratio, sum_by_group
from kompetanse.scoring.student import t_quantile
from kompetanse.scoring.tree import Node, columns_below
from kompetanse.scoring.waves import Wave

CONFIDENCE = 0.90
"""How often an interval is meant to hold the value that all of an organisation's leaders would give."""
NO_SPREAD = 1e-9
"""A standard error, in points, that is only rounding."""


@attrs.frozen(eq=False)
class Sampling:
    """How sure the values of one wave are; arrays are nodes and indicators × organisations."""

    respondents: Floats
    """How many answered anything below."""
    error: Floats
    """The standard error, in points; NaN where there is no saying."""
    freedom: Floats
    """The degrees of freedom of the standard error."""

    def half_width(self) -> Floats:
        """Give how far an interval reaches to either side, in points; NaN where there is none."""
        return np.where(self.error == 0, 0.0, self.error * quantiles(self.freedom))


def quantiles(freedom: Floats) -> Floats:
    """Give Student's t that an interval reaches by, for each number of degrees of freedom; NaN below 1."""
    known = {one: t_quantile((1 + CONFIDENCE) / 2, int(one)) for one in np.unique(freedom) if one >= 1}
    result = np.full(freedom.shape, np.nan)
    for one, value in known.items():
        result[freedom == one] = value
    return result


def sampling_of(
    tree: Sequence[Node], wave: Wave, without: Floats, organisations: Sequence[Organisation]
) -> Sampling:
    """Give how sure every value of a wave is.

    Takes the values without each respondent, as `without_each` gives them.

    ``error² = (n − 1) / n · Σ (θ₍₋ᵣ₎ − mean θ₍₋ᵣ₎)² · (1 − n / N)`` over the n respondents r who answered
    anything below the node, with θ₍₋ᵣ₎ the value without r (jackknife: Tukey 1958; Efron & Stein 1981) and
    the finite-population correction for the N leaders of the organisation (Cochran, Sampling Techniques,
    1977, section 2.6). Where N is not known, or more answered, or some who did are no leaders, there is none.
    There is no saying (NaN) from one respondent, nor from several who all answered alike, unless they are all
    there are.
    """
    groups = len(organisations)
    contributes = _contributes(tree, wave)
    count = _sum(contributes, wave, groups)
    mean = ratio(_sum(np.where(contributes, without, 0.0), wave, groups), count)
    deviation = np.where(contributes, without - mean[:, wave.organisation], 0.0)
    squares = _sum(deviation**2, wave, groups)
    rest = not_asked(wave, count, organisations)
    error = np.sqrt(ratio((count - 1) * squares, count) * rest)
    error = np.where(rest == 0, 0.0, np.where(error > NO_SPREAD, error, np.nan))
    return Sampling(count, error, count - 1)


def of_network(values: Floats, sampling: Sampling) -> Sampling:
    """Give how sure the network's plain means over organisations are: nodes and indicators × 1.

    Two stages of sampling: which organisations answered, and who did so in each. ``error² = ((1 − m / M) · s²
    + (m / M) · mean(errorₒ²)) / m`` for the m organisations of M that have a value, with s² the variance
    between them; an organisation whose own error there is no saying of is taken to have the others' mean
    (Cochran, Sampling Techniques, 1977, section 10.3). The m − 1 degrees of freedom are on the safe side.
    From some organisations that all stand alike there is no saying of the others.
    """
    there = ~np.isnan(values)
    count = there.sum(axis=1, keepdims=True).astype(np.float64)
    deviation = np.where(there, values - mean_of_rows(values), 0.0)
    between = ratio((deviation**2).sum(axis=1, keepdims=True), count - 1)
    within = mean_of_rows(np.where(there, sampling.error**2, np.nan))
    between = np.where(between > NO_SPREAD**2, between, np.nan)
    heard = count / max(values.shape[1], 1)
    square = np.where(heard < 1, (1 - heard) * between, 0.0) + heard * within
    error = np.sqrt(ratio(square, count))
    respondents = sampling.respondents.sum(axis=1, keepdims=True)
    return Sampling(respondents, np.where(count > 1, error, np.nan), count - 1)


def _sum(values: Floats, wave: Wave, groups: int) -> Floats:
    """Give the sums over each organisation's respondents: nodes and indicators × organisations."""
    return sum_by_group(values.T, wave.organisation, groups).T


def _contributes(tree: Sequence[Node], wave: Wave) -> Floats:
    """Give nodes and indicators × respondents: whether a respondent answered anything there."""
    given = ~np.isnan(wave.points)
    nodes = [given[:, columns.start : columns.stop].any(axis=1) for columns in columns_below(tuple(tree))]
    return np.concatenate((np.array(nodes), given.T)).astype(np.float64)


def without_each(tree: Sequence[Node], wave: Wave, covered: Floats) -> Floats:
    """Give nodes and indicators × respondents: the values of the organisation without each respondent.

    Takes the coverages of the indicators, indicators × organisations.
    """
    means = means_without_each(wave, covered.shape[1])
    return evaluate(tree, means, covered[:, wave.organisation]).values


def means_without_each(wave: Wave, groups: int) -> Floats:
    """Give indicators × respondents: the means of the organisation without each respondent."""
    given = ~np.isnan(wave.points)
    points = np.where(given, wave.points, 0.0)
    whole = sum_by_group(points, wave.organisation, groups)[wave.organisation]
    count = sum_by_group(given.astype(np.float64), wave.organisation, groups)[wave.organisation]
    return ratio(whole - points, count - given).T


def not_asked(wave: Wave, count: Floats, organisations: Sequence[Organisation]) -> Floats:
    """Give the finite-population correction: the share of an organisation's leaders who did not answer."""
    leaders = np.array([one.leaders for one in organisations], dtype=np.float64)
    others = np.bincount(wave.organisation[~wave.leaders], minlength=len(organisations)) > 0
    answered = ~np.isnan(wave.points).all(axis=1)
    heard = np.bincount(wave.organisation[answered], minlength=len(organisations))
    known = (leaders >= np.maximum(heard, 1)) & ~others  # where more answered, the number is mistaken
    asked = np.where(known, leaders, np.inf)
    return np.where(count > 0, np.clip(1 - count / asked, 0.0, 1.0), 1.0)
