"""Answers from workbooks: typed cells, several sheets, and files that are broken or mean harm."""

import io
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it has none

from kompetanse.errors import Fault, InvalidFile, MissingExtra, column_letters
from kompetanse.files import read_answers
from kompetanse.model import (
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    NoAnswer,
    Organisation,
    Programme,
    Scale,
    Text,
    Value,
)
from kompetanse.report import Words, error_text, faults_data

INDICATORS = (
    Indicator("i1", Text("Q"), 1, 5),
    Indicator("ja", Text("Q"), scale=Scale.YES_NO),
    Indicator("deler", Text("Q"), scale=Scale.SHARES),
)
FRAMEWORK = MaturityFramework(
    "f",
    levels=(MaturityLevel("a"), MaturityLevel("b", floor=50)),
    dimensions=(MaturityDimension("d", indicators=INDICATORS),),
)
PROGRAMME = Programme("p", framework=FRAMEWORK, organisations=(Organisation("sola"),))
WHO = ["wave", "organisation", "respondent"]
Fill = Callable[[xlsxwriter.Workbook], None]


def workbook(folder: Path, *sheets: tuple[str, Sequence[Sequence[object]]]) -> Path:
    path = folder / "svar.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "mmm.yy"}) as book:
        for name, rows in sheets:
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return path


def faults(path: Path, subject: Programme | MaturityFramework = FRAMEWORK) -> tuple[Fault, ...]:
    with pytest.raises(InvalidFile) as caught:
        read_answers(path, subject)
    assert caught.value.path == str(path)
    return caught.value.faults


def values(path: Path) -> list[Value]:
    return [answer.value for wave in read_answers(path, FRAMEWORK) for answer in wave.answers]


def test_a_typed_cell_is_what_it_shows(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [*WHO, "i1", "ja", "deler"],
        ["w", "x", 1.0, 4.0, True, "0,25/0,75"],
        [2027, "x", "2", "3,5", 0, None],
    ]
    waves = read_answers(workbook(tmp_path, ("A", rows)), FRAMEWORK)
    assert [one.wave for one in waves] == ["2027", "w"]
    assert [one.respondent for one in waves[1].answers] == ["1"] * 3
    assert [one.value for one in waves[1].answers] == [4.0, 1.0, (0.25, 0.75)]
    assert [one.value for one in waves[0].answers] == [3.5, 0.0, NoAnswer.NOT_ANSWERED]


@pytest.mark.parametrize(
    ("day", "meant"),
    [(date(2027, 1, 1), "2027-01"), (datetime(2027, 5, 12, 9, 30), "2027-05-12")],  # noqa: DTZ001  # as workbooks hold it
)
def test_a_date_for_a_wave_is_told_with_what_was_meant(day: date, meant: str, tmp_path: Path) -> None:
    path = workbook(tmp_path, ("Ledelse", [[*WHO, "i1"], [day, "x", "r", 2]]))
    (fault,) = faults(path)
    assert (fault.problem.key, fault.spot) == ("excel-month", "Ledelse!A2")
    assert str(fault).endswith(f"; did you mean {meant!r}?")


def test_a_date_for_an_answer_and_an_error_cell_are_told(tmp_path: Path) -> None:
    path = tmp_path / "svar.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("A")
        page.write_row(0, 0, [*WHO, "i1", "deler"])
        page.write_row(1, 0, ["w", "x", "r"])
        page.write_formula(1, 3, "=NA()", None, "#N/A")
        page.write_datetime(1, 4, date(1970, 10, 20), book.add_format({"num_format": "d/m/yy"}))
        page.write_formula(2, 0, "=1/0", None, "#DIV/0!")
        page.write_row(2, 1, ["x", "r", 2])
    told = [(one.spot, one.problem.key) for one in faults(path)]
    assert told == [("A!D2", "not-calculated"), ("A!E2", "became-date"), ("A!A3", "not-id")]


def test_every_sheet_that_names_respondents_is_read_and_no_other(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ("Om", [["Dette er notater"], ["i1", "hva det er"]]),
        ("Tom", []),
        ("Ledelse", [[*WHO, "i1"], ["w", "sola", "r", 4], ["w", "sola", "s", 2]]),
        ("Resten", [["# fyll ut"], [], [*WHO, "indicator", "value"], ["w", "sola", "r", "ja", "nei"]]),
        ("Skår", [["wave", "organisation", "value"], ["w", "sola", 50]]),
    )
    (wave,) = read_answers(path, PROGRAMME)
    told = [(one.respondent, one.indicator, one.value) for one in wave.answers]
    assert told == [("r", "i1", 4.0), ("s", "i1", 2.0), ("r", "ja", 0.0)]


def test_a_second_answer_on_another_sheet_is_told_with_the_first(tmp_path: Path) -> None:
    wide, long = [*WHO, "i1", "ja"], [*WHO, "indicator", "value"]
    path = workbook(
        tmp_path,
        ("A", [wide, ["w", "x", "r", 4, "ja"]]),
        ("B", [long, ["w", "x", "r", "i1", 4], ["w", "x", "s", "i1", 4], ["w", "x", "r", "deler", "1/0"]]),
        ("C", [[*WHO, "i1"], ["w", "x", "s", 4], ["w", "x", "t", 4]]),
    )
    assert [str(one) for one in faults(path)] == [
        "B!D2: indicator: says again what A!2 said; keep one of them",
        "C!C2: respondent: says again what B!3 said; keep one of them",
    ]


def test_faults_come_sheet_by_sheet_each_with_its_cell(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ("Å være", [[*WHO, "i1"], ["w", "bergen", "r", 9]]),
        ("B", [[*WHO, "ja", "hva"], ["w", "sola", "r", 4, 1], ["w", "bergen", "s", "ja", 1]]),
    )
    error = InvalidFile(str(path), faults(path, PROGRAMME))
    lines = [line.removeprefix(str(path)) for line in str(error).splitlines()]
    assert lines[0] == ":Å være!B2: organisation: the programme has no organisation 'bergen'"
    assert [line.split(": ")[0] for line in lines] == [":Å være!B2", ":Å være!D2", ":B!E1", ":B!D2", ":B!B3"]


def test_a_lone_sheet_is_taken_to_be_meant(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("A", [["wave", "organisation", "i1"], ["w", "x", 2]]))
    assert [(one.problem.key, one.spot) for one in faults(path)] == [("missing-of-columns", "A!1")]


def test_a_workbook_without_answers_is_told(tmp_path: Path) -> None:
    notes: list[list[object]] = [["Notat"], ["mer"]]
    assert faults(workbook(tmp_path, ("A", notes), ("B", notes)))[0].problem.key == "no-answer-sheet"
    assert faults(workbook(tmp_path, ("A", []), ("B", [])))[0].problem.key == "empty-file"


ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Svar">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""


def ods(folder: Path, rows: list[list[str]], more: str = "") -> Path:
    path = folder / "svar.ods"
    cells = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(rows=cells + more))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def text(value: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def test_an_open_document_is_read_alike(tmp_path: Path) -> None:
    four = (
        '<table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell>'
    )
    yes = '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    gone = (
        '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
        "<text:p>#N/A</text:p></table:table-cell>"
    )
    head = [text(one) for one in (*WHO, "i1", "ja")]
    who = [text("w"), text("x"), text("r")]
    blank = '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    blank = f'<table:table-row table:number-rows-repeated="1048570">{blank}'
    assert values(ods(tmp_path, [head, [*who, four, yes]], blank)) == [4.0, 1.0]
    (fault,) = faults(ods(tmp_path, [head, [*who, gone, yes]]))
    assert (fault.problem.key, fault.spot) == ("not-calculated", "Svar!D2")


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "not-a-workbook"),
    "no archive": (b"wave,organisation\n", "not-a-workbook"),
    "the head of one": (b"PK\x03\x04", "not-a-workbook"),
    "an archive of something else": (zipped(hei_xml="<hei/>"), "not-a-workbook"),
    "a document of the old kind": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "protected"),
    "a protected open document": (
        zipped(mimetype="x", content_xml="?", **{"META-INF__manifest_xml": "<manifest:encryption-data/>"}),
        "protected",
    ),
    "far more than it is": (zipped(xl__worksheets__sheet1_xml=" " * (65 * 2**20)), "too-large"),
}


@pytest.mark.parametrize(("data", "key"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_workbook_is_told_as_that(data: bytes, key: str, tmp_path: Path) -> None:
    for name in ("svar.xlsx", "svar.ods"):
        path = tmp_path / name
        path.write_bytes(data)
        assert [one.problem.key for one in faults(path)] == [key]


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, change(content) if name == part else content)
    return path


SHEET, SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
FAR = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
FAR_UNSAID = b'<row r="1048576">' + b"<c><v>1</v></c>" * 16384 + b"</row></sheetData>"


@pytest.mark.parametrize("far", [FAR, FAR_UNSAID, FAR.replace(b'"', b"'")])
def test_two_cells_that_lie_far_apart_are_refused_before_room_is_made_for_them(
    far: bytes, tmp_path: Path
) -> None:
    path = workbook(tmp_path, ("A", [[*WHO, "i1"], ["w", "x", "r", 2]]))
    changed(path, SHEET, lambda content: content.replace(b"</sheetData>", far))
    assert [one.problem.key for one in faults(path)] == ["too-many-cells"]


def test_repeated_cells_of_an_open_document_are_refused_before_room_is_made_for_them(tmp_path: Path) -> None:
    cell = text("1").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"')
    more = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    assert [one.problem.key for one in faults(ods(tmp_path, [], more))] == ["too-many-cells"]


def test_one_long_text_in_many_cells_is_refused(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [[*WHO, "i1"], *(["w", "x", f"r{n}", "lang"] for n in range(2000))]
    path = workbook(tmp_path, ("A", rows))
    changed(path, SHARED, lambda content: content.replace(b">lang<", b">" + b"x" * 2**20 + b"<"))
    started = time.process_time()
    assert [one.problem.key for one in faults(path)] == ["too-large"]
    assert time.process_time() - started < 5


def test_formatted_cells_that_hold_nothing_are_no_cells(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("A", [[*WHO, "i1"], ["w", "x", "r", 2]]))
    empty = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    assert values(changed(path, SHEET, lambda content: content.replace(b"</sheetData>", empty))) == [2.0]


def test_a_workbook_cut_short_anywhere_is_told_as_that(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("A", [[*WHO, "i1"], ["w", "x", "r", 2]]))
    data = path.read_bytes()
    for length in range(0, len(data), 97):
        path.write_bytes(data[:length])
        assert [one.problem.key for one in faults(path)] == ["not-a-workbook"]


def test_broken_parts_are_told_as_that(tmp_path: Path) -> None:
    for part in (SHEET, SHARED, "xl/workbook.xml"):
        path = workbook(tmp_path, ("A", [[*WHO, "i1"], ["w", "x", "r", 2]]))
        changed(path, part, lambda content: content[: len(content) // 2])
        assert faults(path)


def test_a_workbook_that_lies_about_how_large_it_is_is_not_unpacked_any_further(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("A", [[*WHO, "i1"], ["w", "x", "r", 2]]))
    with zipfile.ZipFile(path) as archive:
        true = archive.getinfo(SHEET).file_size
    size, claimed = true.to_bytes(4, "little"), (100).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, claimed))
    assert [one.problem.key for one in faults(path)] == ["not-a-workbook"]


def test_a_fault_of_a_sheet_is_told_in_words_and_as_data(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("Å", [[*WHO, "i1"], ["w", "x", "r", 9]]))
    error, words = InvalidFile(str(path), faults(path)), Words("nb")
    assert error_text(error, words) == f"{path}:Å!D2: i1: skal ligge mellom 1 og 5; fant «9»"
    (told,) = faults_data(error, words)
    assert (told["sheet"], told["line"], told["column"], told["place"]) == ("Å", 2, 4, "i1")


@pytest.mark.parametrize(
    ("number", "letters"),
    [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")],
)
def test_columns_are_called_as_spreadsheets_call_them(number: int, letters: str) -> None:
    assert column_letters(number) == letters


def test_without_the_extra_the_install_line_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path, ("A", [[*WHO, "i1"], ["w", "x", "r", 2]]))
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(MissingExtra, match=r"python-calamine.*pip install 'kompetanse\[excel\]'"):
        read_answers(path, FRAMEWORK)
