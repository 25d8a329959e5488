"""What may be wrong with one value: a key, its details, and one English sentence for each key."""

from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType

import attrs

from kompetanse.errors.base import KompetanseError, did_you_mean
from kompetanse.errors.forecast_problems import FORECAST_PROBLEMS
from kompetanse.errors.search_problems import SEARCH_PROBLEMS
from kompetanse.errors.sweep_problems import SWEEP_PROBLEMS

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
        "turning-character": "holds the character {found}, which turns the text after it round; take it out",
        "several-lines": "should stand on one line, without line breaks or tabs; found {found}",
        "out-of-range": "should lie between {low} and {high}; found {found}",
        "not-minutes": "should be in whole minutes and without a time zone; found {found}",
        "not-organisation-number": "should have 4 digits (municipality) or 9 (organisation); found {found}",
        # answers beside the programme
        "unknown-organisation": "the programme has no organisation {found}",
        "unknown-indicator": "the framework has no indicator {found}",
        "not-on-scale": "should be an answer on the scale {expected}; found {found}",
        "wrong-framework-version": (
            "answers to version {found} of the framework, but it is scored by version {expected}"
        ),
        "answered-twice": "one respondent may answer a question once; this is another answer to it",
        "no-wave": "holds no wave of answers; give at least one assessment",
        # values beside one another
        "wrong-check-digit": "is no organisation number, since its last digit does not fit; found {found}",
        "end-before-start": "should end after it starts ({start}); found {end}",
        "not-rising": "low, likely and high should rise; found {low}, {likely}, {high}",
        "not-before": "should be a wave before {expected}; found {found}",
        "high-not-above-low": "high should lie above low ({low}); found {found}",
        "no-goalpost": "a number needs both goalposts, low and high, or knots in their place",
        "not-beside": "has no meaning beside {expected}; leave it out",
        "no-logarithm": "should lie above 0, where there is a logarithm; found {found}",
        "knots-not-rising": "should be two or more, at rising answers; two at one answer are a step",
        "power-of-power-mean": "the exponent should stand with the method power, and only there",
        "threshold-of-reweight": "has no meaning unless what is missing is reweighted; leave it out",
        "no-levels": "there are none for the answers to indicator {indicator}; give the framework its levels",
        "points-off-level": "the points of level {level} should lie on that level itself; found {found}",
        "shares-not-one": "shares of the levels should make 1, or 100 %; found {found}",
        "levels-not-rising": "levels should start from 0 and rise; {level} starts from {found}",
        "week-and-days": "cannot stand beside same_week; keep one of the two",
        "unknown-scenario": "there is no scenario {found} in this file to build on",
        "ring-of-scenarios": (
            "scenarios build on one another in a ring: {ring}; let one of them start from the base"
        ),
        "not-developed": "the module {module} does not develop {found}; name some of what it does",
        "nothing-to-keep": "has no gatherings yet, so that there is nothing to keep to; plan without --keep",
        "no-start": "does not say from when to plan; give planning: from, before which nothing begins",
        "before-or-after": "should name either the module to come before or the one to come after",
        "nothing-to-do": "leaves everything as it is; say what is to be otherwise",
        "empty-group": "should hold at least one module to choose from",
        "group-of-before": "a group to choose from holds only the kind before; found {found}",
        "option-twice": "a group to choose from names each module once; found {found} again",
        "row-length": "a row should have {expected} cells, one for each column; found {found}",
        "languages": "should have both languages, nb and en, or be plain text",
        **SEARCH_PROBLEMS,
        **SWEEP_PROBLEMS,
        **FORECAST_PROBLEMS,
        # keys, and what a file holds
        "missing-key": "lacks {key}",
        "unknown-key": "has {found}, which is not known here; known are {options}",
        "duplicate-key": "has {key} twice; keep one of them",
        "duplicate-id": "another here has the id {found} already; give each its own",
        "split-decimal": "is cut in two by its comma, which parts keys here; write decimals with a point",
        "not-a-change": "a change begins with one of {options}; found {found}",
        "no-version": "should say which format it is written in, at its head: kompetanse: 1",
        "wrong-version": "should be 1, the format that this version of kompetanse knows; found {found}",
        "alias": "stands for a value written elsewhere ({found}); write the value itself here",
        "anchor": "names a value for use elsewhere ({found}); take the name out",
        "tag": "has a tag ({found}); take it out, the format itself says what each value is",
        "complex-key": "a key should be plain text; found {found}",
        "too-deep": "nests deeper than {limit} levels",
        # the file itself
        "no-such-file": "there is no such file",
        "no-such-folder": "there is no folder of that name to write in",
        "no-permission": "may not be read or written by you",
        "is-directory": "is a folder; name a file in it",
        "not-a-file": "is no ordinary file but a pipe, a device or the like",
        "file-exists": "stands there already and is left as it is; choose another name",
        "own-input": (
            "is the file that is planned from, which would lose its comments if it were written anew; choose "
            "another name"
        ),
        "not-own-calendar": (
            "stands there already, but is not the calendar {expected} that kompetanse keeps, and is left as "
            "it is; move it, or choose another folder"
        ),
        "broken-calendar": (
            "stands there already, but cannot be read as a calendar, and is left as it is; move it away, or "
            "put a whole copy in its place"
        ),
        "unknown-ending": "should be named with one of {options} at its end; found {found}",
        "too-large": "is larger than {limit} MiB, the most that is read or written",
        "not-utf-8": "should be UTF-8; found the byte {found}; save it as UTF-8",
        "csv-not-utf-8": (
            "should be UTF-8; found the byte {found}; save it as UTF-8, which Excel calls “CSV UTF-8”"
        ),
        "empty-file": "is empty",
        "scenarios-not-programme": "holds scenarios, but should hold a programme; the two may be swapped",
        "programme-not-scenarios": "holds a programme, but should hold scenarios; the two may be swapped",
        "grid-not-programme": "holds a grid of options, but should hold a programme",
        "grid-not-scenarios": "holds a grid of options and no scenarios; kompetanse sweep takes it",
        "framework-not-scenarios": (
            "holds a maturity framework, but should hold scenarios; the two may be swapped"
        ),
        "participation-not-answers": "holds participation, but should hold answers; the two may be swapped",
        "answers-not-participation": "holds answers, but should hold participation; the two may be swapped",
        "answers-not-programme": "holds answers and no programme; kompetanse score takes it, after one",
        "table-not-framework": "is a table, no programme and no framework; the two may be swapped",
        "several-documents": "holds a second document from here on; a file holds one",
        "yaml-syntax": (
            "cannot be read as YAML; an indent, a colon, a quote or a bracket may be out of place here "
            "(the parser says: {said})"
        ),
        "json-syntax": (
            "cannot be read as JSON; a comma, a quote or a bracket may be out of place here "
            "(the parser says: {said})"
        ),
        "csv-syntax": (
            "cannot be read as CSV; a quote may be left open, or a cell be too long (the parser says: {said})"
        ),
        "system": "the system refuses ({said})",
        # tables
        "missing-column": "lacks the column {key}",
        "missing-of-columns": "lacks the column {key}; needed are {options}",
        "unknown-column": "{found} is no column of this table",
        "duplicate-column": "stands in two columns, the first of them number {first}",
        "no-indicator-column": "lacks a column for any indicator of the framework",
        "no-rows": "has no rows under its heading",
        "unknown-module": "the programme has no module {found}",
        "empty-cell": "is empty; give the {key}",
        "excel-month": (
            "{found} is what Excel makes of a month, and it sorts wrongly; write the wave as text, "
            "such as 2027-01, or otherwise, such as w1"
        ),
        "given-twice": "says again what line {first} said; keep one of them",
        "given-on-sheet": "says again what {first} said; keep one of them",
        "two-versions": "one wave answers to one version of the framework; found {found} after {expected}",
        "became-date": (
            "{found} is a date, as a spreadsheet makes of much that is typed; format the cell as text"
        ),
        "not-calculated": (
            "holds {found}, as a spreadsheet shows where it cannot calculate; give the answer"
        ),
        "not-a-level": (
            "should be one of {options}, its name, or its number from 1 to {high}; found {found}"
        ),
        "not-shares": (
            "should be {expected} shares, one for each level, lowest first, with / between; found {found}"
        ),
        "not-a-workbook": "cannot be read as a spreadsheet; save it anew as .xlsx or .ods",
        "protected": ("is protected by a password, or of an old kind; save it without one, as .xlsx or .ods"),
        "too-many-cells": "has a sheet that spans more than {limit} cells; delete what stands far out in it",
        "no-answer-sheet": "holds no sheet whose heading has the columns {options}",
        "beyond-sheet": (
            "is more than a sheet holds: 1048576 rows, 16384 columns and 32767 characters in a cell"
        ),
        "no-indicators": "has no indicator to ask about",
        "column-of-answers": "{found} is a column of every table of answers; give the indicator another id",
        "not-a-frame": (
            "should be a data frame of pandas, polars or another that narwhals knows; found {found}"
        ),
        "not-installed": "is not installed here; found {found}",
        # curricula
        "no-section": "lacks the row {key}, below which its table stands",
        "no-heading": "ends before the heading of its table {key}; it may be cut short",
        "misplaced-section": "stands out of order; the tables of a curriculum come in this one: {options}",
        "no-courses": "holds no course; a curriculum has at least one",
        "no-term": "lacks a term; a degree plan gives each course one",
        "unknown-course": "the curriculum has no course {found}",
        "not-the-modules": "should be the programme's modules, each once and in the same order",
        "not-a-further-column": "should be a column that the format does not have itself; found {found}",
        "column-twice": "says twice what stands in the column {found}",
        "additional-outside-plan": "only a degree plan has additional courses, and this is none",
        "additional-not-last": "additional courses should come after the others",
        "beyond-csv": (
            "a curriculum's CSV cannot say {found}; take it out, or write the programme as YAML or JSON"
        ),
        "long-cell": "has a text of {found} characters; a cell of CSV holds {limit}",
    }
)
"""One English sentence for each key; every placeholder is a detail of the problem."""


@attrs.frozen
class Problem:
    """What is wrong with one value: a key of `PROBLEMS` and the details that its sentence needs.

    A detail named ``suggestion`` says what may have been meant, one named ``more`` on how many further lines
    the same is wrong; they are told after any sentence.
    """

    key: str
    details: Details = ()

    def __str__(self) -> str:
        known = {name: _plain(value) for name, value in self.details}
        sentence = PROBLEMS[self.key].format(**known)
        more = f" ({known['more']} more like this below)" if "more" in known else ""
        return sentence + more + did_you_mean(str(known.get("suggestion", "")))


def _plain(value: Detail) -> Detail:
    if isinstance(value, float) and value.is_integer():
        return int(value)
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
