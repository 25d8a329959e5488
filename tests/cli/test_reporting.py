"""``kompetanse report``: what it takes, what it writes, and what it refuses before it begins."""

import csv
import datetime as dt
import os
import shutil
import sys
from pathlib import Path

import pytest
import python_calamine

from kompetanse.cli import main, reporting

ALL = ("programme.yaml", "answers.csv", "scenarios.yaml", "--participation", "participation.csv")
DAY = ("--on", "2023-03-13", "--draws", "100")


@pytest.fixture
def case(rogaland: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bundled case in a folder of its own, in which the command runs."""
    for one in rogaland.iterdir():
        shutil.copy(one, tmp_path / one.name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sheets(path: str) -> dict[str, list[list[object]]]:
    book = python_calamine.CalamineWorkbook.from_path(path)
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names
    }


@pytest.mark.usefixtures("case")
def test_what_follows_the_programme_is_told_apart_by_its_ending(capsys: pytest.CaptureFixture[str]) -> None:
    for given in (["answers.csv", "scenarios.yaml"], ["scenarios.yaml", "answers.csv"]):
        assert main(["--lang", "nb", "report", "programme.yaml", *given, *DAY, "--out", "r.xlsx"]) == 0
        told = capsys.readouterr()
        assert told.out == (
            "Skrev r.xlsx. For én virksomhet: --organisation ID. Før den deles med andre: --minimum 5.\n"
        )
        assert told.err == ""
        assert tuple(sheets("r.xlsx")) == (
            *("Om", "Skårer (illustrativt)", "Råd (illustrativt)", "Samlingsplan (illustrativt)"),
            *("Hva om (illustrativt)", "Forutsetninger", "Kilder"),
        )


@pytest.mark.usefixtures("case")
def test_a_programme_alone_has_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "programme.yaml", *DAY, "--out", "r.xlsx"]) == 0
    assert "--minimum" not in capsys.readouterr().out
    assert not any(name.startswith("Scores") for name in sheets("r.xlsx"))


def test_several_files_of_answers_are_put_together(case: Path) -> None:
    rows = list(csv.reader((case / "answers.csv").read_text(encoding="utf-8").splitlines()))
    for name, kept in (("a.csv", rows[1:101]), ("b.csv", rows[101:])):
        text = "\n".join(",".join(row) for row in (rows[0], *kept))
        (case / name).write_text(text, encoding="utf-8")
    assert main(["report", "programme.yaml", "answers.csv", *DAY, "--out", "one.xlsx"]) == 0
    assert main(["report", "programme.yaml", "a.csv", "b.csv", *DAY, "--out", "two.xlsx"]) == 0
    assert (case / "one.xlsx").read_bytes() == (case / "two.xlsx").read_bytes()


@pytest.mark.parametrize("ending", reporting.WRITERS)
def test_run_twice_it_writes_the_same_bytes(ending: str, case: Path) -> None:
    written = set()
    for name in ("a", "b"):
        out = case / f"{name}{ending}"
        assert main(["report", *ALL, *DAY, "--minimum", "5", "--out", str(out)]) == 0
        written.add(out.read_bytes())
    assert len(written) == 1


@pytest.mark.parametrize(("lang", "told"), [("nb", "Kompetanseløft"), ("en", "Competence programme")])
def test_a_page_is_in_the_language_that_is_asked_for(lang: str, told: str, case: Path) -> None:
    (case / "r.html").write_text("an older page", encoding="utf-8")
    assert main(["report", "programme.yaml", *DAY, "--lang", lang, "--out", "r.html"]) == 0
    page = (case / "r.html").read_text(encoding="utf-8")
    assert f'lang="{lang}"' in page
    assert f"<title>{told}" in page
    assert "13. mars 2023" in page if lang == "nb" else "13 March 2023" in page
    assert [one.name for one in case.iterdir() if one.name.startswith(".")] == []


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("organisation", ["sokndal", "Sokndal", "SOKNDAL"])
def test_one_organisation_is_told_of_by_its_id_or_name(
    organisation: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["report", "programme.yaml", "answers.csv", *DAY, "--out", "r.xlsx"]
    assert main([*call, "--organisation", organisation]) == 0
    assert "--organisation" not in capsys.readouterr().out
    _, *rows = sheets("r.xlsx")["Advice (illustrative)"]
    assert {row[0] for row in rows} == {"Sokndal"}


def test_a_name_that_two_have_is_neithers(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "kompetanse: 1\nid: p\norganisations: [{id: a, name: Nes}, {id: b, name: nes}]\n"
    (case / "two.yaml").write_text(text, encoding="utf-8")
    assert main(["report", "two.yaml", *DAY, "--organisation", "Nes", "--out", "r.xlsx"]) == 2
    assert "there is no organisation 'Nes'" in capsys.readouterr().err
    assert main(["report", "two.yaml", *DAY, "--organisation", "b", "--out", "r.xlsx"]) == 0


@pytest.mark.usefixtures("case")
def test_with_a_minimum_it_holds_back_and_asks_for_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "programme.yaml", "answers.csv", *DAY, "--minimum", "6", "--out", "r.xlsx"]) == 0
    assert capsys.readouterr().out == "Wrote r.xlsx. Of one organisation: --organisation ID.\n"
    told = sheets("r.xlsx")
    assert ["Fewest respondents behind a score", 6] in told["About"]
    assert any(row[-1] == "held back" for row in told["Scores (illustrative)"])


@pytest.mark.usefixtures("case")
def test_unless_a_day_is_given_it_tells_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock:
        @staticmethod
        def today() -> dt.date:
            return dt.date(2023, 6, 6)

    monkeypatch.setattr(reporting, "date", Clock)
    assert main(["report", "programme.yaml", "--out", "r.xlsx"]) == 0
    assert ["As of", dt.date(2023, 6, 6)] in sheets("r.xlsx")["About"]


def test_of_an_unsound_design_it_tells_and_the_status_says_so(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "kompetanse: 1\nid: p\nmodules: [{id: a, requires: [b]}, {id: b, requires: [a]}]\n"
    (case / "ring.yaml").write_text(text, encoding="utf-8")
    assert main(["report", "ring.yaml", *DAY, "--out", "r.xlsx"]) == 1
    told = capsys.readouterr()
    assert told.out == "Wrote r.xlsx.\n"
    assert "kompetanse check ring.yaml" in told.err
    assert len(sheets("r.xlsx")["Findings"]) == 2


@pytest.mark.parametrize("taken", ["programme.yaml", "answers.csv", "scenarios.yaml", "participation.csv"])
def test_what_is_read_is_never_written_over(
    taken: str, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (case / taken).read_bytes()
    (case / "r.xlsx").symlink_to(case / taken)
    assert main(["report", *ALL, "--out", "r.xlsx"]) == 2
    assert (case / taken).read_bytes() == before
    assert "choose another name" in capsys.readouterr().err


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["programme.yaml", "--out", "r.pdf"], "r.pdf: should be named with one of"),
        (["programme.yaml", "--out", "nowhere/r.xlsx"], "nowhere/r.xlsx: there is no folder"),
        (["programme.yaml", "answers.txt", "--out", "r.xlsx"], ".xlsx, .ods, .yaml, .yml, .json"),
        (["programme.yaml", "gone.csv", "--out", "r.xlsx"], "gone.csv: there is no such file"),
        (["gone.yaml", "--out", "r.xlsx"], "gone.yaml: there is no such file"),
        (["programme.yaml", "--organisation", "sokndl", "--out", "r.xlsx"], "did you mean 'sokndal'?"),
        (["programme.yaml", "programme.yaml", "--out", "r.xlsx"], "scenarios"),
        (["scenarios.yaml", "--out", "r.xlsx"], "scenarios.yaml"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    call: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *call]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert not Path("r.xlsx").exists()


@pytest.mark.usefixtures("case")
def test_a_place_that_is_none_is_told_before_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "read_programme", None)
    assert main(["report", "programme.yaml", "--out", "nowhere/r.xlsx"]) == 2


@pytest.mark.usefixtures("case")
def test_a_folder_in_which_nothing_may_be_written_is_told_before_the_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reporting, "read_programme", None)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert main(["report", "programme.yaml", "--out", "r.xlsx"]) == 2
    assert "may not be read or written" in capsys.readouterr().err


def test_a_link_that_leads_in_a_circle_is_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "a.html").symlink_to(case / "b.html")
    (case / "b.html").symlink_to(case / "a.html")
    assert main(["report", "programme.yaml", "--out", "a.html"]) == 2
    assert "a.html: the system refuses" in capsys.readouterr().err


def test_answers_without_a_framework_are_refused(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "bare.yaml").write_text("kompetanse: 1\nid: p\nmodules: [{id: m}]\n", encoding="utf-8")
    assert main(["report", "bare.yaml", "answers.csv", "--out", "r.xlsx"]) == 2
    assert "framework" in capsys.readouterr().err


@pytest.mark.usefixtures("case")
def test_each_step_is_told_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert main(["report", "programme.yaml", *DAY, "--out", "r.xlsx"]) == 0
    told = capsys.readouterr().err
    assert "1 of 7: checking the design" in told
    assert "7 of 7: comparing scenarios" in told
