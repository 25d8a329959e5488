"""From one programme to another: the changes that lead there."""

from kompetanse.model.differing.difference import ProgrammeDifference, difference_between
from kompetanse.model.differing.spread import spread

__all__ = ["ProgrammeDifference", "difference_between", "spread"]
