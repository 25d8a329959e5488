"""What a search for the best came to."""

from collections.abc import Iterable

import attrs


@attrs.frozen
class Reached:
    """How far one objective was brought; less is better."""

    objective: str
    """Its key, such as ``max-load``."""
    value: float
    """What the solution has."""
    bound: float
    """No solution that is as good in the objectives before this one has less."""

    @property
    def proven(self) -> bool:
        """Whether no other solution is better."""
        return self.value <= self.bound


def value_of(reached: Iterable[Reached], objective: str) -> float:
    """Give what was reached in one objective that is among them."""
    return next(one.value for one in reached if one.objective == objective)
