"""Strategies for answers to an assessment."""

from collections.abc import Sequence
from itertools import product

from hypothesis import strategies as st

from kompetanse.model import Answer, Assessment, Indicator, MaturityFramework, NoAnswer, Outside, Scale, Value
from kompetanse.testing.words import IDS

NONE = st.sampled_from(NoAnswer)


def _values(indicator: Indicator, levels: int) -> st.SearchStrategy[Value]:
    """Give what may be answered to one indicator: nothing, the ends of its scale and a little between."""
    if indicator.scale is Scale.LEVELS:
        return st.integers(1, levels).map(float) | NONE
    if indicator.scale is Scale.SHARES:
        parts = st.lists(st.integers(0, 4), min_size=levels, max_size=levels)
        return parts.map(_as_shares) | NONE
    low, high = indicator.goalposts
    if indicator.scale is Scale.YES_NO:
        return st.sampled_from((low, high)) | NONE
    beyond = (low - 1, high + 1) if indicator.outside is not Outside.REFUSE else ()
    return st.sampled_from((low, high, (low + high) / 2, *beyond)) | NONE


def _as_shares(parts: Sequence[int]) -> tuple[float, ...]:
    """Give whole parts as shares of their sum; where all are 0, the first is all."""
    total = sum(parts)
    return tuple(one / total for one in parts) if total else (1.0, *(0.0 for _ in parts[1:]))


@st.composite
def _assessments(
    draw: st.DrawFn, *, framework: MaturityFramework, organisations: Sequence[str], max_respondents: int
) -> Assessment:
    answers = []
    indicators = tuple(framework.indicators())
    for organisation in organisations:
        respondents = (f"r{number}" for number in range(draw(st.integers(0, max_respondents))))
        for respondent, indicator in product(respondents, indicators):
            value = draw(_values(indicator, len(framework.levels)))
            answers.append(Answer(organisation, respondent, indicator.id, value))
    return Assessment(draw(IDS), answers)


def assessments(
    framework: MaturityFramework, *, organisations: Sequence[str] = ("a", "b"), max_respondents: int = 3
) -> st.SearchStrategy[Assessment]:
    """Give one wave of answers that fit a framework, with blanks and questions that do not apply.

    Each organisation has from none to `max_respondents` respondents, who are asked everything.
    """
    return _assessments(
        framework=framework, organisations=tuple(organisations), max_respondents=max_respondents
    )
