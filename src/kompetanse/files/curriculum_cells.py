"""Single cells of a curriculum's CSV: from their text to what a noun holds, or to an `InvalidValue`.

Most cells are short and plain, so a cheap test comes first; what fails it is read with more care.
"""

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

import attrs

from kompetanse.files.scalars import id_in, number_in, unread
from kompetanse.model import Course, CurriculumSystem, Module, Prerequisite, PrerequisiteKind, Programme, Text
from kompetanse.model.curriculum import LAST_TERM, MOST_HOURS, plain
from kompetanse.model.rules import shown

Read = Callable[[str], Any]
"""Gives what a cell holds; raises `InvalidValue`."""

PREFIX = attrs.fields(Course).prefix
LONGEST_ID = 64
NEARLY = 0.9
"""How alike a misspelt word must be to be taken for the one meant: a letter may be wrong."""


def ident(text: str) -> str:
    """Read an id, with or without space around it."""
    word = text.strip()
    return word if word.isdecimal() and word.isascii() and len(word) <= LONGEST_ID else id_in(word)


def name(text: str) -> Text | None:
    """Read the name of a course; None where there is none, for it is then named by its id."""
    if not text or text.isspace():
        return None
    return Text(text) if text.isprintable() else Module("id", text).name


def name_of_all(text: str) -> str:
    """Read the name of a curriculum."""
    return Programme("id", text).name.nb


def some_text(text: str) -> str:
    """Read text that should be there."""
    return Text(text).nb


def free_text(text: str) -> str:
    """Read text as it stands, space and all; it may be empty."""
    if not text.isprintable():
        plain("", PREFIX, text)
    return text


def hours(text: str) -> float:
    """Read a number of hours; none is 0."""
    word = text.strip()
    if len(word) < 4 and word.isdecimal() and word.isascii():
        return float(word)
    value = number_in(word) if word else 0.0
    if not 0 <= value <= MOST_HOURS:
        raise unread("out-of-range", low=0, high=MOST_HOURS, found=shown(word))
    return value


def term(text: str) -> int | None:
    """Read the number of a term; None where there is none."""
    word = text.strip()
    if not word:
        return None
    if not (word.isdecimal() and word.isascii()):
        raise unread("not-whole", found=shown(word))
    value = int(word[:300])  # of more digits than Python reads: as far out of range without its tail
    if not 1 <= value <= LAST_TERM:
        raise unread("out-of-range", low=1, high=LAST_TERM, found=shown(word))
    return value


def term_of_plan(text: str) -> int | None:
    """Read the number of a term in a degree plan, where each course has one."""
    if not text or text.isspace():
        raise unread("no-term")
    return term(text)


def ids(text: str) -> tuple[str, ...]:
    """Read ids with semicolons between them."""
    return tuple(map(_one_of_several, text.split(";"))) if text and not text.isspace() else ()


def requirements(kind: PrerequisiteKind) -> Callable[[str], tuple[Prerequisite, ...]]:
    """Give a reader of ids that makes each a prerequisite of a kind, and each only once."""
    made: dict[str, Prerequisite] = {}

    def one(text: str) -> Prerequisite:
        if text not in made:
            made[text] = Prerequisite(_one_of_several(text), kind)
        return made[text]

    def read(text: str) -> tuple[Prerequisite, ...]:
        return tuple(map(one, text.split(";"))) if text and not text.isspace() else ()

    return read


def _one_of_several(text: str) -> str:
    word = text.strip()
    if "," in word:
        raise unread("not-id", found=shown(word), suggestion=word[:60].replace(",", ";"))
    return ident(word)


def system(text: str) -> CurriculumSystem:
    """Read how the school divides its year, in letters of any case; nothing is by semesters."""
    word = text.strip().casefold()
    options = tuple(one.value for one in CurriculumSystem)
    meant = get_close_matches(word[:20], options, n=1, cutoff=NEARLY) if word else ["semester"]
    if not meant:
        raise unread("not-one-of", options=options, found=shown(text))
    return CurriculumSystem(meant[0])
