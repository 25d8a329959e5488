"""What does not fit: answers that cannot be scored by the framework, every one with its place."""

from collections.abc import Iterable, Iterator, Sequence

import attrs
import numpy as np

from kompetanse.errors import Detail, Fault, Problem, close_to
from kompetanse.model import Answer, Assessment, Indicator, MaturityFramework, NoAnswer, Scale
from kompetanse.model.rules import shown
from kompetanse.scoring.formulas import Floats, Whole

WHOLE = (Scale.LEVELS, Scale.YES_NO)
"""The scales on which only whole numbers are answers."""


@attrs.frozen(eq=False)
class Answers:
    """The answers of one wave, with what is looked up again and again."""

    given: Sequence[Answer]
    organisations: Sequence[str]
    framework: MaturityFramework
    indicators: tuple[Indicator, ...]
    column: Whole
    """The number of each answer's indicator; -1 where it is unknown."""
    numbers: Floats
    """The number answered; NaN where none was, or shares were."""

    @classmethod
    def of(
        cls, given: Sequence[Answer], organisations: Sequence[str], framework: MaturityFramework
    ) -> "Answers":
        """Give the answers with their numbers looked up."""
        indicators = tuple(framework.indicators())
        column_of = {one.id: number for number, one in enumerate(indicators)}
        return cls(
            given,
            organisations,
            framework,
            indicators,
            column=np.array([column_of.get(one.indicator, -1) for one in given], dtype=np.intp),
            numbers=np.array(
                [one.value if isinstance(one.value, float) else np.nan for one in given], dtype=np.float64
            ),
        )


def wrong_versions(assessments: Iterable[Assessment], framework: MaturityFramework) -> Iterator[Fault]:
    """Yield a fault for each assessment that answers to another version of the framework."""
    for one in assessments:
        if one.version is not None and one.version != framework.version:
            details = (("expected", shown(framework.version)), ("found", shown(one.version)))
            yield Fault(Problem("wrong-framework-version", details), one.wave)


def unknown(wave: str, answers: Answers) -> Iterator[Fault]:
    """Yield a fault for each organisation and each indicator that nobody knows, once in a wave."""
    indicators = tuple(one.id for one in answers.indicators)
    for noun, ids, known in (
        ("organisation", (one.organisation for one in answers.given), answers.organisations),
        ("indicator", (one.indicator for one in answers.given), indicators),
    ):
        there = set(known)
        for id_ in dict.fromkeys(ids):
            if id_ not in there:
                suggestion = close_to(id_, known)
                details = (("found", shown(id_)), *((("suggestion", suggestion),) if suggestion else ()))
                yield Fault(Problem(f"unknown-{noun}", details), f"{wave}/{id_}")


def unfit(wave: str, answers: Answers) -> Iterator[Fault]:
    """Yield the answers to known questions that do not fit their scale or are not the first."""
    places = [(one.organisation, one.respondent, one.indicator) for one in answers.given]
    first: dict[tuple[str, str, str], int] = {}
    for number, place in enumerate(places):
        first.setdefault(place, number)
    suspect = _suspects(answers)
    for number, place in enumerate(places):
        if answers.column[number] < 0:
            continue
        there = "/".join((wave, *place))
        if suspect[number]:
            yield from (
                Fault(problem, there)
                for problem in _misfit(
                    answers.given[number].value, answers.indicators[answers.column[number]], answers.framework
                )
            )
        if first[place] != number:
            yield Fault(Problem("answered-twice"), there)


def _suspects(answers: Answers) -> list[bool]:
    """Tell of each answer whether it must be looked at closer: all but numbers within a number's range."""
    plain = (Scale.NUMBER, Scale.POINTS)
    # an unknown indicator has column -1, and so the range that stands last
    ranges = [one.taken if one.scale in plain else (np.inf, -np.inf) for one in answers.indicators]
    low, high = np.array([*ranges, (-np.inf, np.inf)]).T
    good = (low[answers.column] <= answers.numbers) & (answers.numbers <= high[answers.column])
    return [
        not (fine or isinstance(one.value, NoAnswer))
        for fine, one in zip(good.tolist(), answers.given, strict=True)
    ]


def range_of(indicator: Indicator, levels: int) -> tuple[float, float]:
    """Give the smallest and the largest number that can be answered, where there are so many levels."""
    return (1.0, float(levels)) if indicator.scale is Scale.LEVELS else indicator.taken


def _misfit(
    value: float | tuple[float, ...] | NoAnswer, indicator: Indicator, framework: MaturityFramework
) -> Iterator[Problem]:
    """Yield what is wrong with an answer on the scale of its indicator, if anything is."""
    levels = len(framework.levels)
    if isinstance(value, tuple) or indicator.scale is Scale.SHARES:
        if not isinstance(value, tuple) or indicator.scale is not Scale.SHARES or len(value) != levels:
            details: tuple[tuple[str, Detail], ...] = (
                ("expected", indicator.scale.value),
                ("found", shown(value)),
            )
            yield Problem("not-on-scale", details)
        return
    low, high = range_of(indicator, levels)
    number = value if isinstance(value, float) else np.nan
    if not low <= number <= high:
        yield Problem("out-of-range", (("low", low), ("high", high), ("found", number)))
    elif indicator.scale in WHOLE and not number.is_integer():
        yield Problem("not-on-scale", (("expected", indicator.scale.value), ("found", shown(number))))
