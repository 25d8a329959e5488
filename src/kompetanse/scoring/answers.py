"""Answers as arrays, respondent × indicator, after everything that does not fit was refused at once."""

from collections.abc import Iterable, Iterator, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from kompetanse.errors import Fault, InvalidAssessment, Problem, close_to
from kompetanse.model import Answer, Assessment, Indicator, NoAnswer
from kompetanse.model.rules import shown
from kompetanse.scoring.formulas import Floats, Whole


@attrs.frozen(eq=False)
class Wave:
    """The answers of one wave."""

    id: str
    answers: Floats
    """Respondents × indicators, in the unit of the goalposts; NaN where no value was given."""
    applicable: NDArray[np.bool_]
    """Respondents × indicators: whether the question applies, answered or not."""
    organisation: Whole
    """The number of each respondent's organisation."""


def waves_of(
    assessments: Iterable[Assessment], organisations: Sequence[str], indicators: Sequence[Indicator]
) -> tuple[Wave, ...]:
    """Give the waves in the order of their ids; assessments of one wave are taken together.

    Raises `InvalidAssessment` for unknown organisations and indicators, values outside the goalposts and
    second answers of one respondent to one question.
    """
    by_wave: dict[str, list[Answer]] = {}
    for assessment in assessments:
        by_wave.setdefault(assessment.wave, []).extend(assessment.answers)
    faults: list[Fault] = []
    waves = [_wave(id_, by_wave[id_], organisations, indicators, faults) for id_ in sorted(by_wave)]
    if faults:
        raise InvalidAssessment(tuple(faults))
    return tuple(waves)


def _wave(
    id_: str,
    answers: Sequence[Answer],
    organisations: Sequence[str],
    indicators: Sequence[Indicator],
    faults: list[Fault],
) -> Wave:
    place_of = {one: number for number, one in enumerate(organisations)}
    column_of = {one.id: number for number, one in enumerate(indicators)}
    row_of: dict[tuple[str, str], int] = {}
    for one in answers:
        row_of.setdefault((one.organisation, one.respondent), len(row_of))
    shape = len(row_of), len(indicators)
    result = Wave(
        id_,
        answers=np.full(shape, np.nan),
        applicable=np.ones(shape, dtype=np.bool_),
        organisation=np.array([place_of.get(one, -1) for one, _ in row_of], dtype=np.intp),
    )
    row = np.array([row_of[one.organisation, one.respondent] for one in answers], dtype=np.intp)
    column = np.array([column_of.get(one.indicator, -1) for one in answers], dtype=np.intp)
    value = np.array([_number(one.value) for one in answers], dtype=np.float64)
    applies = np.array([one.value is not NoAnswer.NOT_APPLICABLE for one in answers], dtype=np.bool_)
    known = column >= 0
    result.answers[row[known], column[known]] = value[known]
    result.applicable[row[known], column[known]] = applies[known]
    faults.extend(_unknown(id_, answers, organisations, tuple(column_of)))
    faults.extend(
        Fault(problem, f"{id_}/{one.organisation}/{one.respondent}/{one.indicator}")
        for one, problem in _unfit(answers, indicators, row, column, value)
    )
    return result


def _number(value: float | NoAnswer) -> float:
    return np.nan if isinstance(value, NoAnswer) else value


def _unknown(
    wave: str, answers: Sequence[Answer], organisations: Sequence[str], indicators: Sequence[str]
) -> Iterator[Fault]:
    """Yield a fault for each organisation and each indicator that nobody knows, once in a wave."""
    for noun, ids, known in (
        ("organisation", (one.organisation for one in answers), organisations),
        ("indicator", (one.indicator for one in answers), indicators),
    ):
        there = set(known)
        for id_ in dict.fromkeys(ids):
            if id_ not in there:
                suggestion = close_to(id_, known)
                details = (("found", shown(id_)), *((("suggestion", suggestion),) if suggestion else ()))
                yield Fault(Problem(f"unknown-{noun}", details), f"{wave}/{id_}")


def _unfit(
    answers: Sequence[Answer], indicators: Sequence[Indicator], row: Whole, column: Whole, value: Floats
) -> Iterator[tuple[Answer, Problem]]:
    """Yield the answers to known questions that lie outside the goalposts or are not the first."""
    # an unknown indicator has column -1, and so the goalposts that stand last
    low = np.array([*(one.low for one in indicators), -np.inf])
    high = np.array([*(one.high for one in indicators), np.inf])
    outside = (value < low[column]) | (value > high[column])
    first = np.zeros(len(answers), dtype=np.bool_)
    first[np.unique(row * len(low) + column, return_index=True)[1]] = True
    for number in np.flatnonzero(outside | (~first & (column >= 0))).tolist():
        if outside[number]:
            posts = indicators[column[number]]
            found = float(value[number])
            yield (
                answers[number],
                Problem("out-of-range", (("low", posts.low), ("high", posts.high), ("found", found))),
            )
        if not first[number]:
            yield answers[number], Problem("answered-twice")
