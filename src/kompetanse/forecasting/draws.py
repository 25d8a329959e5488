"""Common random numbers: every design is forecast with the same draws of what is not known.

A factor has a stream of its own, and one for each organisation (and dimension) where it is theirs. So a new
neighbour changes nobody's draws, and another assumption moves every draw the same way.
"""

from functools import lru_cache

import attrs

from kompetanse.forecasting.formulas import triangular
from kompetanse.model import Assumption, Factor
from kompetanse.scoring import stream
from kompetanse.scoring.formulas import Floats

KEPT = 512
"""Streams that are held ready, since one design after another asks for the same."""


@attrs.frozen(cache_hash=True)
class Draws:
    """So many draws of every factor."""

    assumptions: tuple[Assumption, ...]
    """One for each factor, in the order of `Factor`."""
    seed: int
    count: int
    other: frozenset[Factor] = frozenset()
    """The factors that are drawn from a second set of streams, independent of the first."""

    def of(self, factor: Factor, *whose: str) -> Floats:
        """Give the draws of a factor, of one organisation (and dimension) where it is theirs."""
        told = self.assumption(factor)
        family = "b" if factor in self.other else "a"
        numbers = told.low, told.likely, told.high
        return _drawn(numbers, self.seed, self.count, family, factor.value, *whose)

    def assumption(self, factor: Factor) -> Assumption:
        """Give what is assumed of a factor."""
        return self.assumptions[PLACE_OF[factor]]


PLACE_OF = {factor: place for place, factor in enumerate(Factor)}


@lru_cache(maxsize=KEPT)
def _drawn(numbers: tuple[float, float, float], seed: int, count: int, *purpose: str) -> Floats:
    """Give draws from the low by the likely to the high number; nobody may write in them."""
    drawn = triangular(uniform(seed, count, *purpose), *numbers)
    drawn.flags.writeable = False
    return drawn


@lru_cache(maxsize=KEPT)
def uniform(seed: int, count: int, *purpose: str) -> Floats:
    """Give uniform draws from 0 to 1 for one purpose; nobody may write in them."""
    drawn = stream(seed, "forecast", *purpose).random(count)
    drawn.flags.writeable = False
    return drawn
