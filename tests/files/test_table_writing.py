"""Tables of results, written as CSV, as workbooks and as data frames."""

import csv
import io
import math
import re
import sys
import zipfile
from datetime import date, time
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
import python_calamine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue, MissingExtra, UnwritableFile
from kompetanse.files import table_to_frame, write_table, write_tables
from kompetanse.model import Cell, Column, Language, Table, Text, Unit

TABLE = Table(
    (Column("score", Unit.POINTS), Column("share", Unit.SHARE), "name", "on", "at", "none"),
    (
        (1 / 3, 0.25, Text("Å lede", "To lead"), date(2027, 1, 31), time(9, 5), None),
        (12, None, "=1+1", date(2027, 2, 1), None, None),
    ),
)
DANGEROUS = ("=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1", "-", "=")


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def cells_of(path: Path, sheet: int = 0) -> list[list[object]]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return [list(row) for row in book.get_sheet_by_index(sheet).to_python()]


def test_csv_has_the_keys_for_headings_and_every_number_in_full(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_table(TABLE, path, lang="nb")
    assert path.read_bytes().decode() == (
        "score,share,name,on,at,none\n"
        "0.3333333333333333,0.25,Å lede,2027-01-31,09:05,\n"
        "12,,'=1+1,2027-02-01,,\n"
    )


@given(numbers=st.lists(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15)))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_number_of_a_csv_is_read_back_equal(numbers: list[float], tmp_path: Path) -> None:
    write_table(Table(("n", "x"), [(one, "x") for one in numbers]), tmp_path / "t.csv")
    assert [float(row[0]) for row in rows_of(tmp_path / "t.csv")[1:]] == numbers


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_looks_like_a_formula_is_never_one(text: str, tmp_path: Path) -> None:
    table = Table(("a", "b"), ((text, -1.5), (text + "x", -2)))
    write_table(table, tmp_path / "t.csv")
    assert [row[0][:1] for row in rows_of(tmp_path / "t.csv")[1:]] == ["'", "'"]
    assert [row[1] for row in rows_of(tmp_path / "t.csv")[1:]] == ["-1.5", "-2"]
    write_table(table, tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_a_workbook_holds_text_as_text_numbers_as_numbers_and_dates_as_dates(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_table(TABLE, path)
    assert cells_of(path) == [
        ["score", "share", "name", "on", "at", "none"],
        [pytest.approx(1 / 3), 0.25, "To lead", date(2027, 1, 31), time(9, 5), ""],
        [12.0, "", "=1+1", date(2027, 2, 1), "", ""],
    ]
    with zipfile.ZipFile(path) as archive:
        styles = archive.read("xl/styles.xml").decode()
    assert 'formatCode="0.00"' in styles
    assert 'formatCode="0 %"' in styles


def test_what_only_looks_like_a_number_or_a_link_stays_text(tmp_path: Path) -> None:
    texts: tuple[Cell, ...] = ("0301", "1e5", "https://example.org", "true", "", "2027-01")
    write_table(Table(("a",), [(one,) for one in texts]), tmp_path / "t.xlsx")
    held = [row[0] for row in cells_of(tmp_path / "t.xlsx")[1:]]
    assert held == list(texts)
    with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
        assert not any("rels" in name and b"example" in archive.read(name) for name in archive.namelist())


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("t.csv", "t.xlsx"):
        write_table(TABLE, tmp_path / name)
        first = (tmp_path / name).read_bytes()
        write_table(TABLE, tmp_path / name)
        assert (tmp_path / name).read_bytes() == first


def test_no_number_is_an_empty_cell(tmp_path: Path) -> None:
    table = Table(("a", "b"), ((math.nan, 1), (math.inf, 2)))
    write_table(table, tmp_path / "t.csv")
    assert rows_of(tmp_path / "t.csv")[1:] == [["", "1"], ["inf", "2"]]
    write_table(table, tmp_path / "t.xlsx")
    assert cells_of(tmp_path / "t.xlsx")[1:] == [["", 1.0], ["inf", 2.0]]


def test_several_tables_stand_on_a_sheet_each(tmp_path: Path) -> None:
    names = ("skår", "SKÅR", "a/b", "x" * 40, "x" * 41, "", "History", "'q'", "😀" * 20)
    write_tables(dict.fromkeys(names, TABLE), tmp_path / "t.xlsx")
    held = python_calamine.CalamineWorkbook.from_path(tmp_path / "t.xlsx").sheet_names
    assert held[:4] == ["skår", "SKÅR 2", "a b", "x" * 31]
    assert held[4:] == ["x" * 29 + " 2", "-", "History -", "q", "😀" * 15]
    assert cells_of(tmp_path / "t.xlsx", 8) == cells_of(tmp_path / "t.xlsx", 0)


def test_what_cannot_be_written_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    for path in (tmp_path / "t.txt", tmp_path / "t.ods"):
        with pytest.raises(UnwritableFile, match=r"one of \.csv, \.xlsx"):
            write_table(TABLE, path)
    with pytest.raises(UnwritableFile, match=r"one of \.xlsx"):
        write_tables({"a": TABLE}, tmp_path / "t.csv")
    with pytest.raises(UnwritableFile, match="more than a sheet holds"):
        write_table(Table(("a",), (("x" * 32768,),)), tmp_path / "t.xlsx")
    with pytest.raises(UnwritableFile, match="no folder of that name"):
        write_table(TABLE, tmp_path / "nowhere" / "t.xlsx")
    with pytest.raises(InvalidValue, match="should be Table"):
        write_table("table", tmp_path / "t.csv")  # type: ignore[arg-type]  # the point of the test
    with pytest.raises(InvalidValue, match="should be Table"):
        write_tables({"a": 1}, tmp_path / "t.xlsx")  # type: ignore[dict-item]  # the point of the test
    assert not list(tmp_path.iterdir())


def test_a_frame_holds_each_column_in_its_own_type() -> None:
    polars = table_to_frame(TABLE, "polars", lang="nb")
    assert isinstance(polars, pl.DataFrame)
    assert polars.columns == ["score", "share", "name", "on", "at", "none"]
    assert polars["score"].to_list() == [1 / 3, 12.0]
    assert polars["name"].to_list() == ["Å lede", "=1+1"]
    assert polars["on"].to_list() == [date(2027, 1, 31), date(2027, 2, 1)]
    assert polars["at"].to_list() == [time(9, 5), None]
    pandas = table_to_frame(TABLE, "pandas")
    assert isinstance(pandas, pd.DataFrame)
    assert list(pandas["score"]) == [1 / 3, 12.0]
    assert pandas["share"].isna().tolist() == [False, True]
    assert list(pandas["name"]) == ["To lead", "=1+1"]


def test_a_column_of_several_types_becomes_text_and_an_empty_table_an_empty_frame() -> None:
    for backend in ("pandas", "polars"):
        frame = table_to_frame(Table(("a",), ((1,), ("x",), (date(2027, 1, 1),), (None,))), backend)
        assert list(frame["a"])[:3] == ["1", "x", "2027-01-01"]
        assert table_to_frame(Table(("a", "b"), ()), backend).shape == (0, 2)


@pytest.mark.parametrize("rows", [((2**63,), (1,)), ((10**400,), (0.5,))], ids=["whole", "mixed"])
@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_a_whole_number_too_large_for_a_frame_becomes_text(
    backend: str, rows: tuple[tuple[Cell, ...], ...]
) -> None:
    frame = table_to_frame(Table(("a",), rows), backend)
    assert all(isinstance(one, str) for one in frame["a"].to_list())


def test_an_unknown_kind_of_frame_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidValue, match="one of pandas, polars, pyarrow"):
        table_to_frame(TABLE, "excel")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InvalidValue, match="is not installed here"):
        table_to_frame(TABLE, "pyarrow")


def test_without_an_extra_the_install_line_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtra, match=r"XlsxWriter.*pip install 'kompetanse\[excel\]'"):
        write_table(TABLE, tmp_path / "t.xlsx")
    with pytest.raises(MissingExtra, match=r"narwhals.*pip install 'kompetanse\[frames\]'"):
        table_to_frame(TABLE, "pandas")
    write_table(TABLE, tmp_path / "t.csv")  # needs none


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_headings_that_a_table_has_are_written_in_place_of_keys(lang: Language, tmp_path: Path) -> None:
    table = Table((Column("value", heading=Text("=Skår", "=Score")), "key"), [(1.5, "x")])
    written = {"nb": "=Skår", "en": "=Score"}[lang]
    write_table(table, tmp_path / "t.csv", lang=lang)
    assert rows_of(tmp_path / "t.csv")[0] == [f"'{written}", "key"]
    write_table(table, tmp_path / "t.xlsx", lang=lang)
    assert cells_of(tmp_path / "t.xlsx") == [[written, "key"], [1.5, "x"]]


def test_a_column_has_room_for_its_texts_unless_they_are_sentences(tmp_path: Path) -> None:
    write_table(Table(("a", "b", "c"), [("x" * 30, "x" * 200, 1)]), tmp_path / "t.xlsx")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    widths = [round(float(one)) for one in re.findall(r'<col min="\d+" max="\d+" width="([\d.]+)"', sheet)]
    assert widths == [33, 61, 13]
