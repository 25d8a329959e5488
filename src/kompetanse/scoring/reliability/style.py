"""Answering in one style: signs that answers tell of the respondent more than of the question."""

from collections.abc import Iterator
from enum import Enum

import attrs
import numpy as np

from kompetanse.scoring.formulas import Floats

FEWEST = 5
"""Answers that it takes to speak of a style."""
SLACK = 1e-9
"""Parts of a scale that two answers may be apart by rounding alone."""


class Style(Enum):
    """How a respondent answered, whatever was asked."""

    STRAIGHT_LINING = "straight-lining"
    """The same answer to every question."""
    EXTREME = "extreme"
    """Nothing but the two ends of the scale, and both of them."""


@attrs.frozen
class AnswerStyle:
    """A respondent whose answers in one wave are all in one style: worth a question, and no verdict."""

    wave: str
    organisation: str
    respondent: str
    style: Style
    answers: int
    """How many answers show it."""


def styles_of(positions: Floats) -> Iterator[tuple[int, Style, int]]:
    """Yield the row, the style and the number of answers of each respondent who has one.

    Takes where on its scale each answer stands (respondents × questions), from 0 at the one end to 1 at the
    other; NaN where there is no answer, or where the question tells nothing of style. Straight-lining: at
    least 5 answers, and all the same. Extreme: at least 5 answers, all of them at 0 or 1. Sources: Krosnick,
    Applied Cognitive Psychology 5 (1991), 213–236, and Greenleaf, Public Opinion Quarterly 56 (1992),
    328–351, for the two styles; that it takes 5 is ours.
    """
    there = ~np.isnan(positions)
    number = there.sum(axis=1)
    lowest = np.min(positions, axis=1, where=there, initial=np.inf)
    highest = np.max(positions, axis=1, where=there, initial=-np.inf)
    from_end = np.minimum(np.abs(positions), np.abs(1 - positions))
    at_ends = np.max(from_end, axis=1, where=there, initial=0.0) <= SLACK
    enough = number >= FEWEST
    alike = enough & (highest - lowest <= SLACK)
    for row in np.flatnonzero(enough & (alike | at_ends)).tolist():
        yield row, Style.STRAIGHT_LINING if alike[row] else Style.EXTREME, int(number[row])
