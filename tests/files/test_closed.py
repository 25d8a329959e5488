"""Closed periods from tables, such as school breaks."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it has none

from kompetanse import read_closed
from kompetanse.errors import InvalidFile, InvalidValue, MissingExtra
from kompetanse.model import ClosedPeriod, Programme, Text

WINTER = ClosedPeriod(date(2023, 2, 27), date(2023, 3, 3), "Vinterferie")
AUTUMN = ClosedPeriod(date(2023, 10, 9), date(2023, 10, 13), "Høstferie")


def table(folder: Path, text: str) -> Path:
    path = folder / "skoleferie.csv"
    path.write_text(text, encoding="utf-8")
    return path


def workbook(folder: Path, *sheets: tuple[str, Sequence[Sequence[object]]]) -> Path:
    path = folder / "skoleferie.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "dd.mm.yyyy"}) as book:
        for name, rows in sheets:
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return path


def told(path: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(InvalidFile) as caught:
        read_closed(path)
    return [(one.spot, one.place, one.problem.key) for one in caught.value.faults]


def test_school_breaks_are_read_in_their_order(tmp_path: Path) -> None:
    text = "# Skolerute\nfrom,to,name\n2023-10-09,2023-10-13,Høstferie\n\n2023-02-27,2023-03-03,Vinterferie\n"
    periods = read_closed(table(tmp_path, text))
    assert periods == (AUTUMN, WINTER)
    assert Programme("p").with_closed(periods).closed == (AUTUMN, WINTER)


def test_a_name_may_be_given_in_both_languages(tmp_path: Path) -> None:
    text = "name_en;from;to;name_nb\nWinter break;2023-02-27;2023-03-03;Vinterferie\n"
    (period,) = read_closed(table(tmp_path, text))
    assert period.name == Text("Vinterferie", "Winter break")


def test_a_workbook_may_hold_dates_of_its_own(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["from", "to", "name"],
        [date(2023, 2, 27), datetime(2023, 3, 3), "Vinterferie"],  # noqa: DTZ001  # workbooks know no time zones
        ["2023-10-09", "2023-10-13", "Høstferie"],
    ]
    path = workbook(tmp_path, ("Om", [["Skolerute for Rogaland"]]), ("Ruta", rows))
    assert read_closed(path) == (WINTER, AUTUMN)


def test_every_fault_is_told_at_once_with_row_and_column(tmp_path: Path) -> None:
    text = (
        "from,to,name\n2023-02-27,2023-02-20,Vinterferie\n27.02.2023,2023-03-03,Vinterferie\n"
        "2023-02-30,,Påske\n2023-04-03,2023-04-10,\n1815-02-18,2023-01-01,x\n2023-01-01,2023-01-02\n"
    )
    path = table(tmp_path, text)
    assert told(path) == [
        ("2:2", "to", "end-before-start"),
        ("3:1", "from", "not-date"),
        ("4:1", "from", "not-date"),
        ("4:2", "to", "empty-cell"),
        ("5:3", "name", "empty-cell"),
        ("6:1", "from", "out-of-range"),
        ("7", "", "row-length"),
    ]
    with pytest.raises(InvalidFile, match=r"found '27.02.2023'; did you mean '2023-02-27'\?"):
        read_closed(path)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("from,to\n2023-02-27,2023-03-03\n", [("1", "name", "missing-of-columns")]),
        (
            "fram,to,name\n2023-02-27,2023-03-03,x\n",
            [("1", "from", "missing-of-columns"), ("1:1", "fram", "unknown-column")],
        ),
        ("from,to,name_nb\n2023-02-27,2023-03-03,x\n", [("1", "name_en", "missing-of-columns")]),
        ("from,to,name,to\n2023-02-27,2023-03-03,x,\n", [("1:4", "to", "duplicate-column")]),
        ("from,to,name\n", [("1", "", "no-rows")]),
        ("", [("", "", "empty-file")]),
    ],
)
def test_a_heading_that_does_not_do_is_told(
    tmp_path: Path, text: str, faults: list[tuple[str, str, str]]
) -> None:
    assert told(table(tmp_path, text)) == faults


def test_faults_of_a_workbook_name_sheet_and_cell(tmp_path: Path) -> None:
    rows = [["from", "to", "name"], ["2023-02-27", "snart", "Vinterferie"]]
    assert told(workbook(tmp_path, ("Ruta", rows))) == [("Ruta!B2", "to", "not-date")]


def test_a_moment_is_no_date(tmp_path: Path) -> None:
    moment = datetime(2023, 3, 3, 13, 30)  # noqa: DTZ001  # workbooks know no time zones
    rows: list[list[object]] = [["from", "to", "name"], [date(2023, 2, 27), moment, "Vinterferie"]]
    assert told(workbook(tmp_path, ("Ruta", rows))) == [("Ruta!B2", "to", "not-date")]


def test_what_is_no_table_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(tmp_path / "ferie.yaml") == [("", "", "unknown-ending")]
    assert told(tmp_path / "ferie.csv") == [("", "", "no-such-file")]
    with pytest.raises(InvalidValue, match=r"read_closed\.path"):
        read_closed(3)  # type: ignore[arg-type]  # that is what is tested
    path = workbook(tmp_path, ("Ruta", [["from", "to", "name"]]))
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(MissingExtra, match=r"kompetanse\[excel\]"):
        read_closed(path)
