"""From answers to points: each indicator by its own scale, with goalposts that the framework fixes.

Never by the sample's own smallest and largest answer: a score must mean the same in every wave, whoever
else answered. "The handbook" is OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 5.
"""

from collections.abc import Sequence
from itertools import pairwise

import attrs
import numpy as np

from kompetanse.model import Better, Curve, Indicator, MaturityFramework, Outside, Scale
from kompetanse.scoring.formulas import Floats


def normalise(answers: Floats, low: float, high: float) -> Floats:
    """Give answers as points between two goalposts: ``100 · (x − low) / (high − low)``.

    The min-max method of the handbook, with fixed goalposts as in UNDP's Human Development Index; also its
    distance to a reference, where `high` is the target.
    """
    return 100 * ((answers - low) / (high - low))  # so that the answer `high` scores 100 exactly


def logarithmic(answers: Floats, low: float, high: float) -> Floats:
    """Give points by the logarithm: ``100 · (ln x − ln low) / (ln high − ln low)``, as UNDP takes income."""
    return normalise(np.log(answers), float(np.log(low)), float(np.log(high)))


def piecewise(answers: Floats, ats: Sequence[float], points: Sequence[float]) -> Floats:
    """Give points interpolated between corners; beyond the first and the last, as there.

    ``points = p₀ + (p₁ − p₀) · (x − a₀) / (a₁ − a₀)`` between the corners (a₀, p₀) and (a₁, p₁). Where two
    corners stand at one answer, that answer scores as the later one.
    """
    result = np.interp(answers, ats, points)
    for at in {one for one, after in pairwise(ats) if one == after}:
        result[answers == at] = points[len(ats) - 1 - list(reversed(ats)).index(at)]
    return result


def points_of(answers: Floats, indicator: Indicator, framework: MaturityFramework) -> Floats:
    """Give the points of answers to one indicator, of any shape; NaN where there is none.

    Levels are given by their numbers, from 1; shares by the points that they have come to already.
    """
    if indicator.scale is Scale.SHARES:
        return answers
    if indicator.scale is Scale.LEVELS:
        worth = np.array((*framework.level_points, np.nan))
        return worth[np.where(np.isnan(answers), 0, answers).astype(np.intp) - 1]
    if indicator.knots:
        ats, points = zip(*(attrs.astuple(one) for one in indicator.knots), strict=True)
        return piecewise(answers, ats, points)
    low, high = indicator.goalposts
    if indicator.outside is Outside.CAP:
        answers = np.clip(answers, low, high)
    if indicator.best is not None:
        return _around(answers, low, indicator.best, high)
    rise = logarithmic if indicator.curve is Curve.LOG else normalise
    risen = rise(answers, low, high)
    return 100 - risen if indicator.better is Better.LOWER else risen


def _around(answers: Floats, low: float, best: float, high: float) -> Floats:
    """Give the distance to the best answer as points: 100 there, 0 at either goalpost."""
    rise = normalise(answers, low, best) if best > low else 100.0
    fall = 100 - normalise(answers, best, high) if high > best else 100.0
    return np.where(np.isnan(answers), np.nan, np.minimum(rise, fall))


@attrs.frozen(eq=False)
class Scales:
    """The scales of a framework's indicators, those alike taken together: most ask everything on one."""

    framework: MaturityFramework
    alike: tuple[tuple[Indicator, slice | list[int]], ...]
    """An indicator for each scale, and the rows of all that are answered on it."""

    @classmethod
    def of(cls, framework: MaturityFramework) -> "Scales":
        """Give the scales of a framework."""
        rows: dict[Indicator, list[int]] = {}
        for row, one in enumerate(framework.indicators()):
            alike = attrs.evolve(one, id="x", question="x", weight=1.0)
            rows.setdefault(alike, []).append(row)
        return cls(framework, tuple((one, _as_slice(several)) for one, several in rows.items()))

    def points(self, answers: Floats) -> Floats:
        """Give the points of answers to every indicator: indicators × rows, in the framework's order."""
        result = np.empty_like(answers)
        for indicator, rows in self.alike:
            result[rows] = points_of(answers[rows], indicator, self.framework)
        return result


def _as_slice(rows: list[int]) -> slice | list[int]:
    """Give rows that stand side by side as a slice, which needs no copy."""
    together = rows[-1] - rows[0] + 1 == len(rows)
    return slice(rows[0], rows[-1] + 1) if together else rows
