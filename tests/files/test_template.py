"""The workbook to fill answers in: what can be chosen in it can be read, and nothing in it is a formula."""

import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import unescape

import pytest
import python_calamine
import xlsxwriter  # type: ignore[import-untyped]  # it has none
from hypothesis import HealthCheck, given, settings

from kompetanse.errors import InvalidFile, InvalidValue, MissingExtra, NoFramework, UnwritableFile
from kompetanse.files import read_answers, write_template
from kompetanse.model import (
    Answer,
    Indicator,
    Language,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    NoAnswer,
    Organisation,
    Outside,
    Programme,
    Role,
    Scale,
    Text,
    Value,
)
from kompetanse.model.text import LANGUAGES
from kompetanse.testing import strategies

LEVELS = (
    MaturityLevel("g1", Text("=1+1", "One, of two")),
    MaturityLevel("g2", Text("3", "3"), 30),
    MaturityLevel("na", Text("n/a"), 60),
)
NARROW = MaturityDimension("smal", indicators=(Indicator("ja", Text("Er det slik?"), scale=Scale.YES_NO),))
FRAMEWORK = MaturityFramework(
    "f",
    levels=LEVELS,
    dimensions=(
        MaturityDimension(
            "ledelse",
            Text("=HYPERLINK(A1)/[ledelse]:*?", "+Leadership"),
            dimensions=(NARROW,),
            indicators=(
                Indicator("i1", Text("@Eier ledelsen det?", "-Owned?"), 1, 5),
                Indicator("i2", Text("Hvor mye?"), 0, 12.5),
                Indicator("i3", Text("Hvor langt?"), 1, 5, outside=Outside.CAP),
            ),
        ),
        MaturityDimension(
            "LEDELSE-2",
            Text("Ledelse", "+leadership"),
            indicators=(
                Indicator("trinn", Text("Hvor?"), scale=Scale.LEVELS),
                Indicator("deler", Text("Hvordan?"), scale=Scale.SHARES),
                Indicator("poeng", Text("Poeng?"), scale=Scale.POINTS),
            ),
        ),
        MaturityDimension("tom"),
    ),
)
PROGRAMME = Programme("p", framework=FRAMEWORK, organisations=(Organisation("sola"), Organisation("å")))


def written(folder: Path, subject: Programme | MaturityFramework = PROGRAMME, lang: Language = "en") -> Path:
    path = folder / "svar.xlsx"
    path.unlink(missing_ok=True)
    write_template(subject, path, lang=lang)
    return path


def pages(path: Path) -> dict[str, list[list[object]]]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names
    }


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def choices(path: Path, sheet: int) -> dict[str, list[object]]:
    """Give what can be chosen in each column of a sheet, by its letter."""
    rules = re.findall(
        r'type="list"[^>]*sqref="([A-Z]+)3:[^>]*><formula1>\'lists\'!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)<',
        parts(path)[f"xl/worksheets/sheet{sheet}.xml"],
    )
    lists = pages(path)["lists"]
    return {
        letter: [lists[row][ord(column) - ord("A")] for row in range(int(last))]
        for letter, column, last in rules
    }


def filled(path: Path, rows: dict[str, list[object]]) -> Path:
    """Write the template's pages anew, with one more row on each of those named."""
    held = pages(path)
    with xlsxwriter.Workbook(path) as book:
        for name, page in held.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate([*page, *([rows[name]] if name in rows else [])]):
                for place, cell in enumerate(row):
                    put = sheet.write_string if isinstance(cell, str) else sheet.write
                    put(number, place, cell)
    return path


def test_each_topmost_dimension_has_a_sheet_with_all_of_its_indicators(tmp_path: Path) -> None:
    held = pages(written(tmp_path, lang="nb"))
    assert list(held) == ["=HYPERLINK(A1)  ledelse", "Ledelse", "lists"]
    who = ["wave", "organisation", "respondent", "role"]
    first, second, _ = held.values()
    assert first[0] == [*who, "i1", "i2", "i3", "ja"]
    assert second[0] == [*who, "trinn", "deler", "poeng"]
    assert first[1][4:] == [
        "@Eier ledelsen det? (1–5)",
        "Hvor mye? (0–12.5)",
        "Hvor langt? (1–5)",
        "Er det slik?",
    ]
    assert second[1][5] == "Hvordan? (%: =1+1/3/n/a; 34/33/33)"
    assert str(first[1][0]).startswith("# Én rad for hver som svarer")
    assert list(pages(written(tmp_path))) == ["+Leadership", "+leadership 2", "lists"]


def test_drop_downs_hold_what_can_be_answered(tmp_path: Path) -> None:
    path = written(tmp_path)
    roles = ["leader", "coordinator", "staff"]
    assert choices(path, 1) == {
        "B": ["sola", "å"],
        "D": roles,
        "E": [1.0, 2.0, 3.0, 4.0, 5.0, "n/a"],
        "H": ["yes", "no", "n/a"],
    }
    assert choices(path, 2) == {"B": ["sola", "å"], "D": roles, "E": ["One, of two", "3", "na", "n/a"]}
    sheet = parts(path)["xl/worksheets/sheet1.xml"]
    assert 'OR(F3="n/a",AND(ISNUMBER(F3),F3>=0,F3<=12.5))' in unescape(sheet)
    assert 'state="hidden"' in parts(path)["xl/workbook.xml"]
    assert "B" not in choices(written(tmp_path, FRAMEWORK), 1)


def test_the_wave_is_text_and_the_headings_stay_in_sight(tmp_path: Path) -> None:
    held = parts(written(tmp_path))
    sheet, styles = held["xl/worksheets/sheet1.xml"], held["xl/styles.xml"]
    (style,) = re.findall(r'<col min="1" max="\d+"[^>]* style="(\d+)"', sheet)
    formats = re.findall(r"<xf [^>]*>", styles[styles.index("<cellXfs") :])
    (number,) = re.findall(r'numFmtId="(\d+)"', formats[int(style)])
    assert f'<numFmt numFmtId="{number}" formatCode="@"/>' in styles
    assert '<pane xSplit="3" ySplit="2"' in sheet


def test_nothing_written_is_a_formula(tmp_path: Path) -> None:
    for lang in LANGUAGES:
        for name, part in parts(written(tmp_path, lang=lang)).items():
            assert "<f>" not in part, name
            assert "<hyperlink" not in part, name


ANSWERS: list[tuple[dict[str, list[object]], list[tuple[str, Value]]]] = [
    (
        {
            "+Leadership": ["2027-01", "sola", "r1", "leader", 4, "n/a", 7, "yes"],
            "+leadership 2": ["2027-01", "sola", "r1", "leader", "na", "20/50/30", 55.5],
        },
        [
            ("i1", 4.0), ("i2", NoAnswer.NOT_APPLICABLE), ("i3", 7.0), ("ja", 1.0),
            ("trinn", 3.0), ("deler", (0.2, 0.5, 0.3)), ("poeng", 55.5),
        ],
    ),
    (
        {"+leadership 2": ["2027-01", "å", "r1", "", "g2", "", "n/a"]},
        [("trinn", 2.0), ("deler", NoAnswer.NOT_ANSWERED), ("poeng", NoAnswer.NOT_APPLICABLE)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), ANSWERS)
def test_what_is_filled_in_is_what_is_read(
    rows: dict[str, list[object]], expected: list[tuple[str, Value]], tmp_path: Path
) -> None:
    (wave,) = read_answers(filled(written(tmp_path), rows), PROGRAMME)
    _, organisation, respondent, role, *_ = next(iter(rows.values()))
    assert wave.wave == "2027-01"
    assert wave.answers == tuple(
        Answer(str(organisation), str(respondent), name, value, Role.LEADER if role else None)
        for name, value in expected
    )


def test_an_empty_template_has_no_answers(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="has no rows under its heading"):
        read_answers(written(tmp_path), PROGRAMME)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(framework=strategies.frameworks())
def test_every_choice_in_every_template_can_be_read(framework: MaturityFramework, tmp_path: Path) -> None:
    if not any(framework.indicators()):
        with pytest.raises(InvalidValue, match="no indicator to ask about"):
            write_template(framework, tmp_path / "svar.xlsx")
        return
    path = written(tmp_path, framework)
    heads = {name: page[0] for name, page in pages(path).items() if name != "lists"}
    told = {
        name: ["w", "x", "r", "", *(options[0] for options in _asked(path, number, head))]
        for number, (name, head) in enumerate(heads.items(), start=1)
    }
    (wave,) = read_answers(filled(path, told), framework)
    assert [one.indicator for one in wave.answers] == [
        str(one) for head in heads.values() for one in head[4:]
    ]


def _asked(path: Path, sheet: int, head: list[object]) -> list[list[object]]:
    held = choices(path, sheet)
    return [held.get(chr(ord("A") + place), ["n/a"]) for place in range(4, len(head))]


def test_the_same_framework_gives_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path).read_bytes() == written(tmp_path).read_bytes()


def test_what_cannot_be_asked_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "svar.xlsx"
    with pytest.raises(NoFramework):
        write_template(Programme("p"), path)
    for id_ in ("wave", "respondent"):
        asked = (Indicator(id_, Text("Q"), 1, 5),)
        with pytest.raises(InvalidValue, match="is a column of every table of answers"):
            write_template(
                MaturityFramework("f", dimensions=(MaturityDimension("d", indicators=asked),)), path
            )
    with pytest.raises(InvalidValue, match="Programme or MaturityFramework"):
        write_template("f", path)  # type: ignore[arg-type]  # the point of the test
    with pytest.raises(InvalidValue, match="should be one of nb, en"):
        write_template(PROGRAMME, path, lang="fr")  # type: ignore[arg-type]  # the point of the test
    with pytest.raises(UnwritableFile, match=r"one of \.xlsx"):
        write_template(PROGRAMME, tmp_path / "svar.csv")
    long = (Indicator("i", Text("Q" * 40_000), 1, 5),)
    with pytest.raises(UnwritableFile, match="more than a sheet holds"):
        write_template(MaturityFramework("f", dimensions=(MaturityDimension("d", indicators=long),)), path)
    assert not path.exists()


def test_an_indicator_named_role_is_asked_and_takes_the_place_of_the_role(tmp_path: Path) -> None:
    asked = (Indicator("role", Text("Q"), 1, 5), Indicator("value", Text("Q"), 1, 5))
    framework = MaturityFramework("f", dimensions=(MaturityDimension("d", indicators=asked),))
    path = filled(written(tmp_path, framework), {"d": ["w", "x", "r", 3, 4]})
    (wave,) = read_answers(path, framework)
    assert [(one.indicator, one.value, one.role) for one in wave.answers] == [
        ("role", 3.0, None),
        ("value", 4.0, None),
    ]


def test_without_the_extra_the_install_line_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match=r"XlsxWriter.*pip install 'kompetanse\[excel\]'"):
        write_template(PROGRAMME, tmp_path / "svar.xlsx")


def test_beside_every_cell_stands_what_may_be_filled_in(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, lang="nb")) as archive:
        sheets = [one for one in archive.namelist() if one.startswith("xl/worksheets/sheet")]
        hints = re.findall(r'prompt="([^"]*)"', "".join(archive.read(one).decode() for one in sheets))
    assert "Runden, for eksempel 2027-01." in hints
    assert any("laveste først, til sammen 100: for eksempel 34/33/33" in one for one in hints)
    assert any("Skriv 80, ikke 80 %" in one for one in hints)
    assert all(len(one) <= 255 for one in hints)
