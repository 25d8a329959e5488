"""Answers as arrays, respondent × indicator, after everything that does not fit was refused at once."""

from collections.abc import Iterable, Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from kompetanse.errors import InvalidAssessment
from kompetanse.model import Answer, Assessment, MaturityFramework, NoAnswer, Role, Scale, wave_order
from kompetanse.scoring.fitting import Answers, unfit, unknown, wrong_versions
from kompetanse.scoring.formulas import Floats, Whole
from kompetanse.scoring.normalisation import Scales


@attrs.frozen(eq=False)
class Wave:
    """The answers of one wave; its respondents stand by organisation, then by id."""

    id: str
    points: Floats
    """Respondents × indicators; NaN where no value was given."""
    applicable: NDArray[np.bool_]
    """Respondents × indicators: whether the question applies, answered or not."""
    organisation: Whole
    """The number of each respondent's organisation."""
    respondents: tuple[str, ...]
    """Their ids, within the organisation."""
    leaders: NDArray[np.bool_]
    """Whether each respondent is a leader, or may be one since no role is told."""
    shares: tuple[tuple[int, Floats], ...]
    """The columns of questions on shares, each with respondents × levels; NaN where there is no answer."""


def waves_of(
    assessments: Iterable[Assessment], organisations: Sequence[str], framework: MaturityFramework
) -> tuple[Wave, ...]:
    """Give the waves in the order of their ids; assessments of one wave are taken together.

    Raises `InvalidAssessment` for unknown organisations and indicators, answers that do not fit the scale,
    second answers of one respondent to one question, and another version of the framework.
    """
    by_wave: dict[str, list[Answer]] = {}
    faults = list(wrong_versions(assessments := tuple(assessments), framework))
    for assessment in assessments:
        by_wave.setdefault(assessment.wave, []).extend(assessment.answers)
    waves = []
    for id_ in sorted(by_wave, key=wave_order):
        answers = Answers.of(by_wave[id_], organisations, framework)
        found = [*unknown(id_, answers), *unfit(id_, answers)]
        faults.extend(found)
        if not found:
            waves.append(_wave(id_, answers))
    if faults:
        raise InvalidAssessment(tuple(faults))
    return tuple(waves)


def _wave(id_: str, answers: Answers) -> Wave:
    framework = answers.framework
    place_of = {one: number for number, one in enumerate(answers.organisations)}
    who = [(place_of[one.organisation], one.respondent) for one in answers.given]
    known = sorted(set(who))
    row_of = {one: number for number, one in enumerate(known)}
    row = np.array([row_of[one] for one in who], dtype=np.intp)
    shape = len(known), len(answers.indicators)
    values, applicable = np.full(shape, np.nan), np.ones(shape, dtype=np.bool_)
    leaders = np.ones(len(known), dtype=np.bool_)
    values[row, answers.column] = answers.numbers
    applicable[row, answers.column] = [one.value is not NoAnswer.NOT_APPLICABLE for one in answers.given]
    leaders[row[[one.role not in (None, Role.LEADER) for one in answers.given]]] = False
    shares = _shares(answers, row, len(known))
    for column, spread in shares:
        values[:, column] = spread @ np.array(framework.level_points)
    return Wave(
        id_,
        points=Scales.of(framework).points(values.T).T,
        applicable=applicable,
        organisation=np.array([place for place, _ in known], dtype=np.intp),
        respondents=tuple(respondent for _, respondent in known),
        leaders=leaders,
        shares=shares,
    )


def _shares(answers: Answers, row: Whole, rows: int) -> tuple[tuple[int, Floats], ...]:
    spread = {
        column: np.full((rows, len(answers.framework.levels)), np.nan)
        for column, one in enumerate(answers.indicators)
        if one.scale is Scale.SHARES
    }
    for place, one in enumerate(answers.given):
        if isinstance(one.value, tuple):
            parts = np.array(one.value)
            spread[int(answers.column[place])][row[place]] = parts / parts.sum()
    return tuple(spread.items())
