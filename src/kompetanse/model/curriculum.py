"""Curricula: a programme of courses, and what the field's own CSV files say of them beyond that."""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum
from itertools import pairwise

import attrs

from kompetanse.model.brief import brief
from kompetanse.model.programme import Programme
from kompetanse.model.rules import (
    Field,
    a,
    an_id,
    as_float,
    as_ids,
    as_int,
    as_optional_str,
    as_str,
    as_tuple,
    demand_shown,
    each,
    number,
    readable,
    refuse,
    shown,
    true_or_false,
    whole,
)

MOST_HOURS = 10_000
"""Credit hours, or hours of a learning outcome, that are never passed."""
HOURS = number(0, MOST_HOURS)
LAST_TERM = 1_000
Extra = tuple[tuple[str, str], ...]


class CurriculumSystem(Enum):
    """How a school divides its year."""

    SEMESTER = "semester"
    QUARTER = "quarter"


def plain(instance: object, field: Field, value: object) -> None:
    """Demand text that can be shown and written to a file; it may be empty."""
    if not isinstance(value, str):
        raise refuse(instance, field.name, "not-text", found=shown(value))
    demand_shown(instance, field.name, value)


def _pair(instance: object, field: Field, value: object) -> None:
    """Demand the name of a further column, and what stands in it."""
    if not isinstance(value, tuple) or len(value) != 2:
        raise refuse(instance, field.name, "not-a", expected="(column, value)", found=shown(value))
    column, text = value
    if not (isinstance(column, str) and column.isalnum()):  # a cheap test first: there may be very many
        readable(instance, field, column)
    plain(instance, field, text)
    if not text:
        raise refuse(instance, field.name, "blank")
    if column != column.strip() or column.casefold() in KNOWN_COLUMNS:
        raise refuse(instance, field.name, "not-a-further-column", found=shown(column))


def _pairs(value: Iterable[tuple[str, str]]) -> Extra:
    """Sort further columns by name, so that two courses that say the same are equal."""
    items = as_tuple(value)
    if not isinstance(items, tuple):
        return items  # the validator refuses it, in words
    return tuple(sorted(items, key=_column))


def _column(pair: object) -> str:
    return str(pair[0]) if isinstance(pair, tuple) and pair else ""


COURSE_COLUMNS = (
    "Course ID", "Course Name", "Prefix", "Number", "Prerequisites", "Corequisites", "Strict-Corequisites",
    "Credit Hours", "Institution", "Canonical Name", "Term",
)  # fmt: skip
"""The columns that the format gives every course, in their order; the last only in a degree plan."""
KNOWN_COLUMNS = frozenset(column.casefold() for column in COURSE_COLUMNS)


@attrs.frozen
class Course:
    """What a curriculum says of a module beyond what the module itself holds."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    """The id of the module that it is."""
    prefix: str = attrs.field(default="", converter=as_str, validator=plain)
    """The department or subject, such as ``MATH``."""
    number: str = attrs.field(default="", converter=as_str, validator=plain)
    """The catalogue number, as text: ``61A``."""
    credit_hours: float = attrs.field(default=0.0, converter=as_float, validator=HOURS)
    institution: str = attrs.field(default="", converter=as_str, validator=plain)
    """Where it is taught, if elsewhere than the rest."""
    canonical_name: str = attrs.field(default="", converter=as_str, validator=plain)
    term: int | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(as_int),
        validator=attrs.validators.optional(whole(1, LAST_TERM)),
    )
    """The term in which a degree plan places it, from 1."""
    additional: bool = attrs.field(default=False, validator=true_or_false)
    """Whether a degree plan has it beyond what the curriculum asks for."""
    extra: Extra = attrs.field(default=(), converter=_pairs, validator=each(_pair))
    """Further columns of its file and what stands there, as text, by column; empty cells are left out."""

    def __attrs_post_init__(self) -> None:
        columns = [column for column, _ in self.extra]
        for column, following in pairwise(columns):
            if column == following:
                raise refuse(self, "extra", "column-twice", found=shown(column))


@attrs.frozen
class LearningOutcome:
    """What those who took a course are to know or master."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    course: str = attrs.field(converter=as_str, validator=an_id)
    """The id of the module that leads to it."""
    name: str = attrs.field(default="", converter=as_str, validator=plain)
    description: str = attrs.field(default="", converter=as_str, validator=plain)
    requisites: tuple[str, ...] = attrs.field(default=(), converter=as_ids, validator=each(an_id))
    """Ids of the outcomes that it builds on; they are kept, and not looked up."""
    hours: float = attrs.field(default=0.0, converter=as_float, validator=HOURS)


@attrs.frozen
class CurriculumOutcome:
    """What those who took the whole curriculum are to know or master."""

    name: str = attrs.field(converter=as_str, validator=readable)
    description: str = attrs.field(default="", converter=as_str, validator=plain)


def _courses(value: Iterable[Course]) -> tuple[Course, ...]:
    return as_tuple(value)


def _outcomes(value: Iterable[LearningOutcome]) -> tuple[LearningOutcome, ...]:
    return as_tuple(value)


def _curriculum_outcomes(value: Iterable[CurriculumOutcome]) -> tuple[CurriculumOutcome, ...]:
    return as_tuple(value)


@attrs.frozen
class Curriculum:
    """A curriculum or, where it has a `degree_plan`, one way through it, term by term.

    >>> from kompetanse.model import Module
    >>> modules = Module("1", "Calculus 1"), Module("2", "Calculus 2", requires=("1",))
    >>> courses = Course("1", "MATH", "241", 4), Course("2", "MATH", "242", 4)
    >>> name = "Computer Science"
    >>> Curriculum(Programme(curriculum_id(name), name, modules=modules), courses).programme.id
    'computer-science'
    """

    programme: Programme = attrs.field(validator=a(Programme))
    """Its courses as modules, in the order of the file; a curriculum states no teaching order."""
    courses: tuple[Course, ...] = attrs.field(converter=_courses, validator=each(a(Course)))
    """One for each module, in their order; additional ones last."""
    institution: str = attrs.field(default="", converter=as_str, validator=plain)
    degree_plan: str | None = attrs.field(
        default=None, converter=as_optional_str, validator=attrs.validators.optional(readable)
    )
    """The name of the degree plan; None for a curriculum alone."""
    degree_type: str = attrs.field(default="", converter=as_str, validator=plain)
    """Such as ``BS``."""
    system: CurriculumSystem = attrs.field(default=CurriculumSystem.SEMESTER, validator=a(CurriculumSystem))
    cip: str = attrs.field(default="", converter=as_str, validator=plain)
    """The code of the field in the Classification of Instructional Programs, as text."""
    outcomes: tuple[LearningOutcome, ...] = attrs.field(
        default=(), converter=_outcomes, validator=each(a(LearningOutcome))
    )
    """The learning outcomes of its courses, each with an id of its own."""
    curriculum_outcomes: tuple[CurriculumOutcome, ...] = attrs.field(
        default=(), converter=_curriculum_outcomes, validator=each(a(CurriculumOutcome))
    )

    __repr__ = brief("programme.id", "courses")

    def __attrs_post_init__(self) -> None:
        ids = [course.module for course in self.courses]
        if ids != [module.id for module in self.programme.modules]:
            raise refuse(self, "courses", "not-the-modules")
        if all(course.additional for course in self.courses):
            raise refuse(self, "courses", "no-courses")
        self._demand_places()
        known, seen = frozenset(ids), set[str]()
        for outcome in self.outcomes:
            if outcome.course not in known:
                raise refuse(self, "outcomes", "unknown-course", found=shown(outcome.course))
            if outcome.id in seen:
                raise refuse(self, "outcomes", "duplicate-id", found=shown(outcome.id))
            seen.add(outcome.id)

    def _demand_places(self) -> None:
        """Demand what a degree plan has, and that nothing else has additional courses."""
        additional = [course.additional for course in self.courses]
        if self.degree_plan is None and any(additional):
            raise refuse(self, "courses", "additional-outside-plan")
        if additional != sorted(additional):
            raise refuse(self, "courses", "additional-not-last")
        if self.degree_plan is not None and any(course.term is None for course in self.courses):
            raise refuse(self, "courses", "no-term")


def curriculum_id(name: str) -> str:
    """Give the id of the programme that a curriculum of this name holds.

    It is the name in small letters, with a hyphen for whatever an id cannot hold, cut to 64 characters;
    ``curriculum`` where nothing is left.

    >>> curriculum_id("Data & Computing (B.Sc.)")
    'data-computing-b.sc'
    """
    letters = unicodedata.normalize("NFC", name.lower())
    words = re.sub(r"[^\w.]+", "-", letters).strip("-_.")
    return words[:64].rstrip("-_.") or "curriculum"
