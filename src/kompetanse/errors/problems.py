"""What may be wrong with one value: a key, its details, and one English sentence for each key."""

from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType

import attrs

from kompetanse.errors.base import KompetanseError, did_you_mean

Detail = str | int | float | date | time | tuple[str, ...]
Details = tuple[tuple[str, Detail], ...]
"""Named details of a finding or a problem, in the order in which they were given."""

PROBLEMS: Mapping[str, str] = MappingProxyType(
    {
        # the kind of value
        "not-text": "should be text; found {found}",
        "not-whole": "should be a whole number, such as 14; found {found}",
        "not-number": "should be a number, such as 2.5; found {found}",
        "not-true-false": "should be true or false; found {found}",
        "not-date": "should be a date, such as 2023-06-06; found {found}",
        "not-time": "should be a time of day, such as 09:00; found {found}",
        "not-list": "should be a list; found {found}",
        "not-mapping": "should be a mapping of keys to values; found {found}",
        "not-a": "should be {expected}; found {found}",
        "not-one-of": "should be one of {options}; found {found}",
        # the value itself
        "not-id": (
            "should be an id: up to 64 letters, digits, '-', '_' or '.', beginning with a letter or a digit; "
            "found {found}"
        ),
        "blank": "should hold some text; found nothing but space",
        "control-character": "holds the character {found}, which cannot be shown; take it out",
        "out-of-range": "should lie between {low} and {high}; found {found}",
        "not-minutes": "should be in whole minutes and without a time zone; found {found}",
        "not-organisation-number": "should have 4 digits (municipality) or 9 (organisation); found {found}",
        # answers beside the programme
        "unknown-organisation": "the programme has no organisation {found}",
        "unknown-indicator": "the framework has no indicator {found}",
        "answered-twice": "one respondent may answer a question once; this is another answer to it",
        # values beside one another
        "end-before-start": "should end after it starts ({start}); found {end}",
        "high-not-above-low": "high should lie above low ({low}); found {high}",
        "levels-not-rising": "levels should start from 0 and rise; {level} starts from {found}",
        "before-or-after": "should name either the module to come before or the one to come after",
        "row-length": "a row should have {expected} cells, one for each column; found {found}",
        "languages": "should have both languages, nb and en, or be plain text",
    }
)
"""One English sentence for each key; every placeholder is a detail of the problem."""


@attrs.frozen
class Problem:
    """What is wrong with one value: a key of `PROBLEMS` and the details that its sentence needs.

    A detail named ``suggestion`` says what may have been meant; it is told after any sentence.
    """

    key: str
    details: Details = ()

    def __str__(self) -> str:
        known = {name: _plain(value) for name, value in self.details}
        sentence = PROBLEMS[self.key].format(**known)
        return sentence + did_you_mean(str(known.get("suggestion", "")))


def _plain(value: Detail) -> Detail:
    return ", ".join(value) if isinstance(value, tuple) else value


@attrs.frozen
class InvalidValue(KompetanseError, ValueError):
    """A noun was given a value that cannot be one of its own, such as a module with a blank name."""

    subject: str
    """The class that refused, such as ``Module``."""
    field: str
    """Its field, or ``""`` where several together are wrong."""
    problem: Problem

    def __str__(self) -> str:
        where = f"{self.subject}.{self.field}" if self.field else self.subject
        return f"{where}: {self.problem}"
