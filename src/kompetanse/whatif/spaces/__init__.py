"""Spaces of designs: scenarios by the million, each made when it is asked for."""

from kompetanse.whatif.spaces.combining import Combinations, Grid, Pairs
from kompetanse.whatif.spaces.making import grid, pairs, sample
from kompetanse.whatif.spaces.singles import SINGLES, singles
from kompetanse.whatif.spaces.space import Space

__all__ = ["SINGLES", "Combinations", "Grid", "Pairs", "Space", "grid", "pairs", "sample", "singles"]
