"""Where on the scale of its question each answer stands: 0 is the lowest answer, 1 the highest.

Points tell how good an answer is; a place tells which one it is. They part where lower is better, and where
levels are unevenly high.
"""

import attrs
import numpy as np

from kompetanse.model import Indicator, MaturityFramework, Outside, Scale
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.normalisation import points_of
from kompetanse.scoring.reliability.coefficients import rectangular_variance, uniform_variance

WIDEST = 10
"""How far apart whole goalposts may be for the whole numbers from one to the other to be the answers."""


@attrs.frozen(eq=False)
class Places:
    """Where the answers of one wave stand, and what is known of the questions."""

    places: Floats
    """Respondents × indicators; NaN where there is no answer."""
    by_chance: Floats
    """Of each indicator: the variance of places that are taken by chance."""
    ordered: tuple[bool, ...]
    """Of each indicator: whether it has more than two answers, and points rise or fall from first to last."""

    @classmethod
    def of(cls, points: Floats, framework: MaturityFramework) -> "Places":
        """Give the places of answers by their points (respondents × indicators)."""
        places, by_chance, ordered = np.empty_like(points), [], []
        for column, indicator in enumerate(framework.indicators()):
            corners, options = _corners(indicator, framework)
            steps = np.diff(corners)
            one_way = bool(all(steps >= 0) or all(steps <= 0))
            in_order = one_way and bool(corners[0] != corners[-1])
            if options and in_order and all(steps):
                spots = np.linspace(0, 1, len(corners))
                turn = slice(None, None, 1 if steps[0] > 0 else -1)
                places[:, column] = np.interp(points[:, column], corners[turn], spots[turn])
            else:
                base, span = (corners[0], corners[-1] - corners[0]) if in_order else (0.0, 100.0)
                spots = (corners - base) / span
                places[:, column] = (points[:, column] - base) / span
            ends = float(spots.min()), float(spots.max())
            by_chance.append(uniform_variance(spots) if options else rectangular_variance(*ends))
            ordered.append(in_order and not (options and len(corners) == 2))
        return cls(places, np.array(by_chance, dtype=np.float64), tuple(ordered))


def _corners(indicator: Indicator, framework: MaturityFramework) -> tuple[Floats, bool]:
    """Give points of some answers, lowest answer first, and whether no others can be given."""
    if indicator.scale in (Scale.LEVELS, Scale.SHARES):
        return np.array(framework.level_points), indicator.scale is Scale.LEVELS
    low, high = indicator.goalposts
    whole = low.is_integer() and high.is_integer() and high - low <= WIDEST
    options = whole and indicator.outside is not Outside.EXTEND
    if options:
        answers = np.arange(low, high + 1)
    elif indicator.knots:
        answers = np.array([one.at for one in indicator.knots])
    else:
        answers = np.array([low, high] if indicator.best is None else [low, indicator.best, high])
    return points_of(answers, indicator, framework), options
