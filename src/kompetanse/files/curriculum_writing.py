"""Writing a curriculum or a degree plan as the CSV of the CurricularAnalytics toolbox."""

import csv
import io
from collections.abc import Iterable, Iterator

import attrs

from kompetanse.files.atomic import replace_file, unwritable
from kompetanse.files.curriculum_layout import (
    ADDITIONAL,
    COURSE_OUTCOME_COLUMNS,
    COURSE_OUTCOMES,
    COURSES,
    CURRICULUM_OUTCOME_COLUMNS,
    CURRICULUM_OUTCOMES,
    HEAD,
    KIND_OF,
)
from kompetanse.files.sources import LARGEST, TOLD, StrPath, ending_of, unshowable
from kompetanse.model import Course, Curriculum, Module, Programme, curriculum_id, item_keys
from kompetanse.model.curriculum import COURSE_COLUMNS
from kompetanse.model.rules import shown

ENDING = ".csv"
SAID_OF = {Programme: ("id", "name", "modules"), Module: ("id", "name", "requires")}
"""The fields that the format has a place for; any other must be as it is by default."""

Cells = tuple[str, ...]


def write_curriculum(curriculum: Curriculum, path: StrPath) -> None:
    """Write a curriculum to a CSV file, whole or not at all; raise `UnwritableFile`.

    Reading the file gives an equal curriculum, except that the prerequisites of a course stand by kind. What
    the format has no place for (a lag, a recommendation, a choice, a timetable …) is refused, not dropped.
    Text is written as it is, also where a spreadsheet would take it for a formula.
    """
    if ending_of(path) != ENDING:
        raise unwritable(path, "unknown-ending", options=(ENDING,), found=shown(ending_of(path)))
    beyond = tuple(_beyond(curriculum.programme))
    if beyond:
        more = ("…",) if len(beyond) > TOLD else ()
        raise unwritable(path, "beyond-csv", found=(*beyond[:TOLD], *more))
    rows = list(_rows(curriculum))
    longest, limit = max(len(cell) for row in rows for cell in row), csv.field_size_limit()
    if longest > limit:
        raise unwritable(path, "long-cell", found=longest, limit=limit)
    text = _as_csv(rows)
    for fault in unshowable(text):
        raise unwritable(path, fault.problem.key, **dict(fault.problem.details))  # type: ignore[arg-type]  # it is text
    if len(text.encode()) > LARGEST * 2**20:
        raise unwritable(path, "too-large", limit=LARGEST)
    replace_file(path, text)


def _beyond(programme: Programme) -> Iterator[str]:
    """Yield the places of all that the format cannot say."""
    if programme.id != curriculum_id(programme.name.nb):
        yield f"id (it gives {curriculum_id(programme.name.nb)})"
    yield from _unsaid(programme, "")
    keys = item_keys(module.id for module in programme.modules)
    for key, module in zip(keys, programme.modules, strict=True):
        place = f"modules/{key}/"
        yield from _unsaid(module, place)
        for number, one in enumerate(module.requires):
            if one.lag:
                yield f"{place}requires/{number}/lag"
            if one.kind not in KIND_OF.values():
                yield f"{place}requires/{number}/kind"


def _unsaid(noun: Programme | Module, place: str) -> Iterator[str]:
    if noun.name.nb != noun.name.en:
        yield f"{place}name/en"
    for field in attrs.fields(type(noun)):
        if field.name not in SAID_OF[type(noun)] and getattr(noun, field.name) != field.default:
            yield f"{place}{field.name}"


def _rows(curriculum: Curriculum) -> Iterator[Cells]:
    head = (
        curriculum.programme.name.nb,
        curriculum.degree_plan,
        curriculum.institution,
        curriculum.degree_type,
        curriculum.system.value,
        curriculum.cip,
    )
    yield from ((key, text) for key, text in zip(HEAD, head, strict=True) if text is not None)
    with_term = any(course.term is not None for course in curriculum.courses)
    further = tuple(sorted({column for course in curriculum.courses for column, _ in course.extra}))
    heading = (*(COURSE_COLUMNS if with_term else COURSE_COLUMNS[:-1]), *further)
    additional = ""
    yield (COURSES,)
    yield heading
    for module, course in zip(curriculum.programme.modules, curriculum.courses, strict=True):
        if course.additional and not additional:
            additional = ADDITIONAL
            yield (additional,)
            yield heading
        yield _course(module, course, further, with_term=with_term)
    yield from _outcomes(curriculum)


def _course(module: Module, course: Course, further: Iterable[str], *, with_term: bool) -> Cells:
    extra = dict(course.extra)
    term = "" if course.term is None else str(int(course.term))
    return (
        module.id,
        module.name.nb,
        course.prefix,
        course.number,
        *(";".join(one.module for one in module.requires if one.kind is kind) for kind in KIND_OF.values()),
        _number(course.credit_hours),
        course.institution,
        course.canonical_name,
        *((term,) if with_term else ()),
        *(extra.get(column, "") for column in further),
    )


def _outcomes(curriculum: Curriculum) -> Iterator[Cells]:
    if curriculum.outcomes:
        yield (COURSE_OUTCOMES,)
        yield tuple(COURSE_OUTCOME_COLUMNS)
    for one in curriculum.outcomes:
        yield one.course, one.id, one.name, one.description, ";".join(one.requisites), _number(one.hours)
    if curriculum.curriculum_outcomes:
        yield (CURRICULUM_OUTCOMES,)
        yield tuple(CURRICULUM_OUTCOME_COLUMNS)
    for outcome in curriculum.curriculum_outcomes:
        yield outcome.name, outcome.description


def _number(value: float) -> str:
    return repr(float(value)).removesuffix(".0")


def _as_csv(rows: list[Cells]) -> str:
    """Give rows as CSV, all of them as wide as the widest."""
    width = max(map(len, rows))
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows((*row, *[""] * (width - len(row))) for row in rows)
    return stream.getvalue()
