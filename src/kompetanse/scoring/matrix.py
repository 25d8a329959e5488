"""Scores of very many rows at once: an array of answers in, an array of every node's values out."""

from collections.abc import Iterator

import attrs
import numpy as np
from numpy.typing import NDArray

from kompetanse.errors import Fault, InvalidAssessment, Problem
from kompetanse.model import Indicator, MaturityFramework, Scale
from kompetanse.model.brief import brief
from kompetanse.model.rules import demand, refuse, shown
from kompetanse.scoring.evaluation import CHUNK, evaluate
from kompetanse.scoring.fitting import WHOLE, range_of
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.normalisation import Scales
from kompetanse.scoring.tree import tree_of

TOLD = 1000
"""How many faults are told one by one; the last says how many more there are."""


@attrs.frozen(eq=False)
class ScoredMatrix:
    """The value and the coverage of every node, for every row."""

    nodes: tuple[str, ...]
    """Ids: the framework, and then its dimensions in the order of the tree."""
    values: Floats
    """Rows × nodes, in points; NaN where there is no value."""
    coverages: Floats
    """Rows × nodes: the share, by weight, of what was answered."""

    __repr__ = brief("", "values as rows", "nodes")


def score_matrix(framework: MaturityFramework, answers: NDArray[np.floating]) -> ScoredMatrix:
    """Score each row of an array of answers by itself, without card, intervals or network.

    `answers` is rows × indicators, in the framework's order and each in the unit of its scale: a number, 1 or
    0 for yes or no, the number of a level from 1; of shares, the points that they come to. NaN is not
    answered. The work is done in chunks, so that little memory is needed beside the result.

    Raises `InvalidValue` for what is no such array, `AmbiguousFramework`, and `InvalidAssessment` for answers
    that do not fit their scale; a place is ``row/indicator``, with rows counted from 0.
    """
    demand("score_matrix", "framework", framework, MaturityFramework)
    tree, indicators, scales = tree_of(framework), tuple(framework.indicators()), Scales.of(framework)
    _demand_matrix(answers, len(indicators))
    fit = _Fit.of(indicators, len(framework.levels))
    values = np.empty((len(tree), len(answers)))
    coverages = np.empty_like(values)
    wrong: list[tuple[int, int]] = []
    for start in range(0, len(answers), CHUNK):
        some = slice(start, start + CHUNK)
        chunk = np.array(answers[some].T, dtype=np.float64, order="C")
        wrong.extend((start + row, column) for column, row in fit.wrong(chunk))
        if not wrong:
            result = evaluate(tree, scales.points(chunk), np.where(np.isnan(chunk), 0.0, 1.0))
            values[:, some] = result.values[: len(tree)]
            coverages[:, some] = result.coverages[: len(tree)]
    if wrong:
        raise InvalidAssessment(tuple(fit.faults(answers, sorted(wrong))))
    return ScoredMatrix(tuple(one.id for one in tree), values.T, coverages.T)


def _demand_matrix(answers: object, columns: int) -> None:
    if not isinstance(answers, np.ndarray) or answers.dtype.kind not in "fiub":
        raise refuse("score_matrix", "answers", "not-a", expected="array of numbers", found=shown(answers))
    if answers.ndim != 2 or answers.shape[1] != columns:
        expected = f"array of rows × {columns} indicators"
        found = " × ".join(map(str, answers.shape))
        raise refuse("score_matrix", "answers", "not-a", expected=expected, found=f"one of {found}")


@attrs.frozen(eq=False)
class _Fit:
    """What may be answered to each indicator; arrays are indicators × 1."""

    indicators: tuple[Indicator, ...]
    low: Floats
    high: Floats
    whole: NDArray[np.intp]
    """The numbers of the indicators whose answers are whole."""

    @classmethod
    def of(cls, indicators: tuple[Indicator, ...], levels: int) -> "_Fit":
        points = (0.0, 100.0)  # what shares have come to already
        ranges = [points if one.scale is Scale.SHARES else range_of(one, levels) for one in indicators]
        ends = np.array(ranges, dtype=np.float64).reshape(-1, 2)
        whole = [one.scale in WHOLE for one in indicators]
        return cls(indicators, ends[:, :1], ends[:, 1:], np.flatnonzero(whole))

    def wrong(self, chunk: Floats) -> Iterator[tuple[int, int]]:
        """Yield indicator and row of each answer that does not fit."""
        outside = (chunk < self.low) | (chunk > self.high)
        halves = chunk[self.whole]
        outside[self.whole] |= (halves != np.floor(halves)) & ~np.isnan(halves)
        if outside.any():
            yield from zip(*(one.tolist() for one in np.nonzero(outside)), strict=True)

    def faults(self, answers: NDArray[np.floating], wrong: list[tuple[int, int]]) -> Iterator[Fault]:
        """Yield what is wrong, in the order of the rows."""
        for number, (row, column) in enumerate(wrong[:TOLD], start=1):
            found, low, high = float(answers[row, column]), self.low[column, 0], self.high[column, 0]
            problem = Problem("not-on-scale", (("expected", self.indicators[column].scale.value),))
            if not low <= found <= high:
                problem = Problem("out-of-range", (("low", float(low)), ("high", float(high))))
            more = (("more", len(wrong) - TOLD),) if number == TOLD < len(wrong) else ()
            details = (*problem.details, ("found", shown(found)), *more)
            yield Fault(Problem(problem.key, details), f"{row}/{self.indicators[column].id}")
