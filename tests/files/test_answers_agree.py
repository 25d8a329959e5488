"""Answers from CSV, workbooks and data frames: the same in each is read as the same, faults and all."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it has none
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetanse.errors import Fault, InvalidFile, InvalidFrame, KompetanseError
from kompetanse.files import answers_from_frame, read_answers
from kompetanse.model import (
    Answer,
    Assessment,
    Indicator,
    Knot,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    NoAnswer,
    Role,
    Scale,
    Text,
    Value,
)

Cell = str | float | bool | None
Rows = Sequence[Sequence[Cell]]
Read = Callable[[Rows, MaturityFramework], tuple[Assessment, ...]]

LEVELS = (
    MaturityLevel("g1", Text("Første", "First")),
    MaturityLevel("g2", Text("Andre", "Second"), 30),
    MaturityLevel("g3", Text("Tredje", "Third"), 60),
)
INDICATORS = (
    Indicator("tall", Text("Q"), 1, 5),
    Indicator("knekk", Text("Q"), knots=(Knot(0, 0), Knot(10, 100))),
    Indicator("poeng", Text("Q"), scale=Scale.POINTS),
    Indicator("ja", Text("Q"), scale=Scale.YES_NO),
    Indicator("trinn", Text("Q"), scale=Scale.LEVELS),
    Indicator("andeler", Text("Q"), scale=Scale.SHARES),
)
FRAMEWORK = MaturityFramework("f", levels=LEVELS, dimensions=(MaturityDimension("d", indicators=INDICATORS),))
HEAD = ("wave", "organisation", "respondent", "role", "version", *(one.id for one in INDICATORS))
GIVEN: dict[str, st.SearchStrategy[tuple[Cell, Value]]] = {
    "tall": st.integers(10, 50).map(lambda tenths: (tenths / 10, tenths / 10)),
    "knekk": st.integers(0, 10).map(lambda value: (value, float(value))),
    "poeng": st.sampled_from([(0, 0.0), (55.5, 55.5), (100, 100.0)]),
    "ja": st.sampled_from([("ja", 1.0), ("Nei", 0.0), ("YES", 1.0), ("no", 0.0), (True, 1.0), (0, 0.0)]),
    "trinn": st.sampled_from([("g1", 1.0), ("andre", 2.0), ("Third", 3.0), (2, 2.0), ("3", 3.0)]),
    "andeler": st.sampled_from(
        [("20/50/30", (0.2, 0.5, 0.3)), ("0/1/0", (0.0, 1.0, 0.0)), ("50%/50 %/0", (0.5, 0.5, 0.0))]
    ),
}
MISSING: st.SearchStrategy[tuple[Cell, Value]] = st.sampled_from(
    [
        (None, NoAnswer.NOT_ANSWERED),
        ("n/a", NoAnswer.NOT_APPLICABLE),
        ("Ikke aktuelt", NoAnswer.NOT_APPLICABLE),
    ]
)
ROLES: list[tuple[Cell, Role | None]] = [(None, None), ("leder", Role.LEADER), ("Staff", Role.STAFF)]


def as_text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def from_csv(folder: Path) -> Read:
    def read(rows: Rows, framework: MaturityFramework) -> tuple[Assessment, ...]:
        with (folder / "svar.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([as_text(cell) for cell in row] for row in rows)
        return read_answers(folder / "svar.csv", framework)

    return read


def from_sheet(folder: Path) -> Read:
    def read(rows: Rows, framework: MaturityFramework) -> tuple[Assessment, ...]:
        with xlsxwriter.Workbook(folder / "svar.xlsx") as workbook:
            page = workbook.add_worksheet("Svar")
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
        return read_answers(folder / "svar.xlsx", framework)

    return read


def from_pandas(rows: Rows, framework: MaturityFramework) -> tuple[Assessment, ...]:
    return answers_from_frame(pd.DataFrame(rows[1:], columns=list(rows[0])), framework)


def from_polars(rows: Rows, framework: MaturityFramework) -> tuple[Assessment, ...]:
    columns = {
        str(name): [as_text(row[place]) or None for row in rows[1:]] for place, name in enumerate(rows[0])
    }
    return answers_from_frame(pl.DataFrame(columns), framework)


def from_lazy(rows: Rows, framework: MaturityFramework) -> tuple[Assessment, ...]:
    columns = {str(name): [as_text(row[place]) for row in rows[1:]] for place, name in enumerate(rows[0])}
    return answers_from_frame(pl.LazyFrame(columns), framework)


@pytest.fixture
def readers(tmp_path: Path) -> dict[str, Read]:
    return {
        "csv": from_csv(tmp_path),
        "sheet": from_sheet(tmp_path),
        "pandas": from_pandas,
        "polars": from_polars,
        "lazy": from_lazy,
    }


@st.composite
def evidence(draw: st.DrawFn) -> tuple[list[list[Cell]], list[list[Cell]], tuple[Assessment, ...]]:
    """Give a wide table, a long one, and what both say."""
    wide: list[list[Cell]] = [list(HEAD)]
    long: list[list[Cell]] = [[*HEAD[:5], "indicator", "value"]]
    waves: dict[str, list[Answer]] = {}
    people = st.tuples(st.sampled_from(["2026-09", "2027-01"]), st.sampled_from("xy"), st.sampled_from("rs"))
    for wave, organisation, respondent in draw(st.lists(people, min_size=1, max_size=4, unique=True)):
        role_cell, role = draw(st.sampled_from(ROLES))
        cells, who = [], [wave, organisation, respondent, role_cell, "1.10"]
        for one in INDICATORS:
            cell, value = draw(GIVEN[one.id] | MISSING)
            cells.append(cell)
            long.append([*who, one.id, cell])
            waves.setdefault(wave, []).append(Answer(organisation, respondent, one.id, value, role))
        wide.append([*who, *cells])
    return wide, long, tuple(Assessment(one, waves[one], "1.10") for one in sorted(waves))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=evidence())
def test_the_same_evidence_is_the_same_wherever_it_stands(
    told: tuple[list[list[Cell]], list[list[Cell]], tuple[Assessment, ...]], readers: dict[str, Read]
) -> None:
    wide, long, expected = told
    for name, read in readers.items():
        assert read(wide, FRAMEWORK) == expected, name
        assert read(long, FRAMEWORK) == expected, name


FAULTY: list[list[Cell]] = [
    list(HEAD),
    ["# a remark", "", "", "", "", "", "", "", "", "", ""],
    ["w", "x", "r", "sjef", "1", "9", "x", "101", "kanskje", "g9", "50/40/20"],
    ["jan.27", "x y", None, "leder", "2", "0.5", "-1", "-0.1", "2", "0", "1/2"],
    ["w", "x", "r", None, "2", "1", "2", "3", "1", "1", "1/0/0"],
    ["w", "x", "s", None, "1", "#N/A", "nan", "inf", "-", "4", "150/-50/0"],
]
EXPECTED = [
    ("not-one-of", "role", 3, 4),
    ("out-of-range", "tall", 3, 6),
    ("not-number", "knekk", 3, 7),
    ("out-of-range", "poeng", 3, 8),
    ("not-one-of", "ja", 3, 9),
    ("not-a-level", "trinn", 3, 10),
    ("shares-not-one", "andeler", 3, 11),
    ("excel-month", "wave", 4, 1),
    ("not-id", "organisation", 4, 2),
    ("empty-cell", "respondent", 4, 3),
    ("out-of-range", "tall", 4, 6),
    ("out-of-range", "knekk", 4, 7),
    ("out-of-range", "poeng", 4, 8),
    ("not-one-of", "ja", 4, 9),
    ("not-a-level", "trinn", 4, 10),
    ("not-shares", "andeler", 4, 11),
    ("given-twice", "respondent", 5, 3),
    ("two-versions", "version", 5, 5),
    ("not-calculated", "tall", 6, 6),
    ("not-number", "knekk", 6, 7),
    ("not-number", "poeng", 6, 8),
    ("not-a-level", "trinn", 6, 10),
    ("out-of-range", "andeler", 6, 11),
]


def faults(read: Read, rows: Rows) -> tuple[Fault, ...]:
    with pytest.raises(KompetanseError) as caught:
        read(rows, FRAMEWORK)
    error = caught.value
    assert isinstance(error, InvalidFile | InvalidFrame)
    assert str(error).count("\n") == len(error.faults) - 1
    return error.faults


def test_every_fault_is_told_with_its_place_wherever_it_stands(readers: dict[str, Read]) -> None:
    for name, read in readers.items():
        down = 0 if name in ("csv", "sheet") else 1  # a frame has no line for its heading
        expected = [(key, place, line - down, column) for key, place, line, column in EXPECTED]
        found = faults(read, FAULTY)
        assert [(one.problem.key, one.place, one.line, one.column) for one in found] == expected, name
        assert {one.sheet for one in found} == ({"Svar"} if name == "sheet" else {None})


HEADINGS: list[tuple[list[str], list[tuple[str, str]]]] = [
    (
        ["wave", "organisation", "respondant", "tall"],
        [("missing-of-columns", "respondent"), ("unknown-column", "respondant")],
    ),
    (["wave", "organisation", "respondent", "tal"], [("unknown-column", "tal")]),
    (["wave", "organisation", "respondent"], [("no-indicator-column", "")]),
    (["wave", "organisation", "respondent", "indicator"], [("missing-of-columns", "value")]),
    (["attended", "own_work"], [("participation-not-answers", "")]),
]


@pytest.mark.parametrize(("head", "expected"), HEADINGS)
def test_every_fault_of_a_heading_is_told_wherever_it_stands(
    head: list[str], expected: list[tuple[str, str]], readers: dict[str, Read]
) -> None:
    for name, read in readers.items():
        row = [{"tall": "1", "indicator": "tall", "tal": "1"}.get(one, "w") for one in head]
        found = [(one.problem.key, one.place) for one in faults(read, [head, row])]
        assert sorted(found) == sorted(expected), name


def test_a_column_that_stands_twice_is_told_wherever_it_stands(readers: dict[str, Read]) -> None:
    for name in ("csv", "sheet", "pandas"):
        (found,) = faults(readers[name], [[*HEAD[:3], "tall", "tall"], ["w", "x", "r", 1, 1]])
        assert (found.problem.key, found.place, dict(found.problem.details)["first"]) == (
            "duplicate-column",
            "tall",
            4,
        )


def test_a_table_without_rows_is_told_wherever_it_stands(readers: dict[str, Read]) -> None:
    for read in readers.values():
        (found,) = faults(read, [list(HEAD)])
        assert found.problem.key == "no-rows"


def test_faults_in_three_of_many_rows_are_told_and_no_others(readers: dict[str, Read]) -> None:
    rows: list[list[Cell]] = [["wave", "organisation", "respondent", "tall"]]
    rows += [
        ["w", "x", f"r{number}", "6" if number in (7, 10_000, 19_999) else "3"] for number in range(20_000)
    ]
    for name in ("csv", "sheet", "polars"):
        down = 1 if name == "polars" else 0
        assert [one.line for one in faults(readers[name], rows)] == [9 - down, 10_002 - down, 20_001 - down]
