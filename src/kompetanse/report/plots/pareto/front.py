"""The Pareto front as points on two axes, and the line between what is beaten and what is not."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import attrs

from kompetanse.report.plots.pareto.points import Point
from kompetanse.report.plots.pareto.scales import Scale, scale_of
from kompetanse.whatif import Measure


@attrs.frozen
class Front:
    """Points on two axes; one of them at least is not beaten."""

    points: tuple[Point, ...]
    x: Scale
    y: Scale

    @cached_property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """The corners of the line through those that are not beaten, from one edge to another.

        What lies behind it, on the worse side by both measures, is beaten.
        """
        best = sorted({(one.x, one.y) for one in self.points if one.best}, reverse=self.x.toward > 0)
        steps = [corner for (x1, y1), (x2, _) in pairwise(best) for corner in ((x1, y1), (x2, y1))]
        (first, _), last = best[0], best[-1]
        return ((first, self.y.worst), *steps, last, (self.x.worst, last[1]))

    def roomy(self, point: Point) -> tuple[int, int]:
        """Tell on which side of a point there is room: nothing is better than the best."""
        across, up = self.x.toward, self.y.toward
        return (across, up) if point.best else (-across, -up)


def front_of(points: Sequence[Point], measures: tuple[Measure, Measure]) -> Front:
    """Give points on the axes of two measures."""
    across, up = (scale_of(one, [point.at[place] for point in points]) for place, one in enumerate(measures))
    return Front(tuple(points), across, up)
