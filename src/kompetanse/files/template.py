"""The workbook to fill answers in: made from the framework, a sheet for each topmost dimension."""

import os
from collections.abc import Iterable, Iterator

from kompetanse.errors import NoFramework
from kompetanse.files.answer_rows import LONG
from kompetanse.files.answer_values import NOT_APPLICABLE, words_of_levels, words_of_roles, words_of_yes_no
from kompetanse.files.atomic import create_file, unwritable
from kompetanse.files.excel import WrittenColumn, WrittenSheet, workbook_of
from kompetanse.files.respondents import TOLD, WHO
from kompetanse.files.sources import StrPath, ending_of
from kompetanse.files.subject import Subject, framework_of, organisations_of
from kompetanse.files.typed import number_text
from kompetanse.model import Indicator, Language, MaturityFramework, Outside, Programme, Scale, Text
from kompetanse.model.rules import demand, refuse, shown

N_A = Text(NOT_APPLICABLE[-1], NOT_APPLICABLE[0])
HINTS = {
    "wave": Text("Runden, for eksempel 2027-01.", "The wave, such as 2027-01."),
    "organisation": Text("Virksomheten, ved id-en sin.", "The organisation, by its id."),
    "respondent": Text(
        "En id uten mellomrom, for eksempel r1: den samme for samme person på hvert ark.",
        "An id without spaces, such as r1: the same for the same person on each sheet.",
    ),
    "role": Text("Kan stå tom.", "May be left empty."),
    "number": Text("Et tall fra {0} til {1}.", "A number from {0} to {1}."),
    "open": Text(
        "Et tall, også utenfor {0} til {1} når det er slik.",
        "A number, outside {0} to {1} too where it is so.",
    ),
    "points": Text("Poeng fra 0 til 100. Skriv 80, ikke 80 %.", "Points from 0 to 100. Write 80, not 80%."),
    "shares": Text(
        "Andelen på hvert nivå, laveste først, til sammen 100: for eksempel {0}.",
        "The share on each level, lowest first, 100 in all: for example {0}.",
    ),
    "blank": Text(
        "Tom: ikke besvart. «ikke aktuelt»: gjelder ikke oss.",
        "Empty: not answered. n/a: does not apply to us.",
    ),
}
"""What is shown beside a cell while it is filled in."""
"""What is chosen where a question is not applicable."""
MOST_STEPS = 11
"""Whole numbers that are given as a list to choose from; of more than that, any number may be written."""
REMARKS = {
    "wave": Text(
        "# Én rad for hver som svarer; denne raden leses ikke. Runden, for eksempel 2027-01",
        "# One row for each respondent; this row is not read. The wave, such as 2027-01",
    ),
    "organisation": Text("Virksomhetens id", "The organisation's id"),
    "respondent": Text(
        "Hvem som svarer: en id, ikke nødvendigvis navnet", "Who answers: an id, not necessarily a name"
    ),
    "role": Text("Hva den som svarer, er; kan stå tom", "What the respondent is; may be left empty"),
}
"""What stands below the headings; a row that begins with # is no answer."""


def write_template(subject: Subject, path: StrPath, *, lang: Language = "en") -> None:
    """Write a workbook (.xlsx) in which respondents fill in their answers; `read_answers` reads it.

    Each topmost dimension has a sheet, with all of its indicators; below their ids stand the questions, in
    `lang`, and beside each cell a hint of what may stand there. A file that is there already is left as it
    is: it may be filled in. Raises `NoFramework`, `InvalidValue` where there is nothing to ask or an
    indicator has the name of another column, `UnwritableFile` and `MissingExtra`.
    """
    demand("write_template", "subject", subject, Programme | MaturityFramework)
    demand("write_template", "path", path, str | os.PathLike)
    Text("-").language(lang)
    if ending_of(path) != ".xlsx":
        raise unwritable(path, "unknown-ending", options=(".xlsx",), found=shown(ending_of(path)))
    framework = framework_of(subject)
    if framework is None:
        raise NoFramework(subject.id)
    _demand_columns(one.id for one in framework.indicators())
    organisations = tuple(one.id for one in organisations_of(subject))
    create_file(path, workbook_of(_sheets(framework, organisations, lang), path))


def _demand_columns(ids: Iterable[str]) -> None:
    """Demand something to ask, and that a wide table can ask it."""
    asked = set(ids)
    if not asked:
        raise refuse("write_template", "subject", "no-indicators")
    taken = (*WHO, *LONG) if asked.issuperset(LONG) else WHO
    for name in taken:
        if name in asked:
            raise refuse("write_template", "subject", "column-of-answers", found=shown(name))


def _sheets(
    framework: MaturityFramework, organisations: tuple[str, ...], lang: Language
) -> Iterator[WrittenSheet]:
    """Give the sheets; an indicator that stands twice in the framework is asked where it stands first."""
    everyone = {one.id for one in framework.indicators()}
    who = (*WHO, *(one for one in TOLD if one == "role" and one not in everyone))
    leading = tuple(_who_column(one, organisations, lang) for one in who)
    met: set[str] = set()
    for dimension in framework.dimensions:
        asked = {
            one.id: one for narrower in dimension.walk() for one in narrower.indicators if one.id not in met
        }
        met.update(asked)
        if asked:
            questions = asked.values()
            yield WrittenSheet(
                dimension.name.language(lang),
                (*leading, *(_column(one, framework, lang) for one in questions)),
                (
                    (*who, *asked),
                    (
                        *(REMARKS[one].language(lang) for one in who),
                        *(_question(one, framework, lang) for one in questions),
                    ),
                ),
                headings=2,
                leading=len(WHO),
            )


def _who_column(name: str, organisations: tuple[str, ...], lang: Language) -> WrittenColumn:
    choices = {"organisation": organisations, "role": words_of_roles(lang)}.get(name, ())
    return WrittenColumn(20, "@", choices, hint=HINTS[name].language(lang))


def _column(indicator: Indicator, framework: MaturityFramework, lang: Language) -> WrittenColumn:
    low, high = indicator.taken
    blank, not_applicable = HINTS["blank"].language(lang), N_A.language(lang)
    match indicator.scale:
        case Scale.YES_NO:
            return WrittenColumn(24, "@", (*words_of_yes_no(lang), not_applicable), hint=blank)
        case Scale.LEVELS:
            words = words_of_levels(framework.levels, lang)
            return WrittenColumn(32, "@", (*words, not_applicable), hint=blank)
        case Scale.SHARES:
            told = HINTS["shares"].language(lang).format(_even(len(framework.levels)))
            return WrittenColumn(32, "@", hint=f"{told} {blank}")
    if low.is_integer() and high.is_integer() and high - low < MOST_STEPS:
        numbers = map(float, range(int(low), int(high) + 1))
        return WrittenColumn(24, choices=(*numbers, not_applicable), hint=blank)
    kind = "number" if indicator.outside is Outside.REFUSE else "open"
    kind = "points" if indicator.scale is Scale.POINTS else kind
    told = HINTS[kind].language(lang).format(*map(number_text, indicator.goalposts))
    return WrittenColumn(24, bounds=(low, high), besides=not_applicable, hint=f"{told} {blank}")


def _even(levels: int) -> str:
    """Give shares that are as even as whole percents can be."""
    each, left = divmod(100, levels)
    return "/".join(str(each + (number < left)) for number in range(levels))


def _question(indicator: Indicator, framework: MaturityFramework, lang: Language) -> str:
    """Give the question, with how it is answered where no drop-down tells."""
    question = indicator.question.language(lang)
    if indicator.scale is Scale.SHARES:
        names = "/".join(one.name.language(lang) for one in framework.levels)
        return f"{question} (%: {names}; {_even(len(framework.levels))})"
    if indicator.scale in (Scale.NUMBER, Scale.POINTS):
        return f"{question} ({'–'.join(map(number_text, indicator.goalposts))})"
    return question
