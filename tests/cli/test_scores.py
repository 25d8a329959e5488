"""``kompetanse score`` and ``template``: frameworks alone, what is held back, tables and workbooks."""

import csv
import json
from pathlib import Path

import pytest

from kompetanse.cli import main
from kompetanse.errors import InvalidFile
from kompetanse.files import read_answers, read_framework

FRAMEWORK = """\
kompetanse: 1
framework:
  id: hdi
  aggregation: geometric
  dimensions:
    - id: health
      indicators: [{id: life, question: Life expectancy, low: 20, high: 85, outside: cap}]
    - id: income
      indicators: [{id: gni, question: GNI per head, low: 100, high: 75000, curve: log, outside: cap}]
"""
ANSWERS = """\
wave,organisation,respondent,life,gni
2021,NOR,undp,83.2339,64660.11
2021,IRL,undp,81.9976,76168.98
"""


@pytest.fixture
def case(tmp_path: Path) -> list[str]:
    """A framework in a file of its own, and answers to it."""
    (tmp_path / "hdi.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (tmp_path / "2021.csv").write_text(ANSWERS, encoding="utf-8")
    return [str(tmp_path / "hdi.yaml"), str(tmp_path / "2021.csv")]


@pytest.fixture
def rogaland_case(rogaland: Path) -> list[str]:
    return [str(rogaland / "programme.yaml"), str(rogaland / "answers.csv")]


def test_a_framework_alone_is_enough_to_score_by(case: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", *case, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    scores = {(one["organisation"], one["node"]): one["value"] for one in found["scores"]}
    assert scores["NOR", "health"] == pytest.approx(97.2829, abs=1e-4)
    assert scores["IRL", "income"] == 100
    assert main(["score", *case]) == 0
    assert "IRL" in capsys.readouterr().out


def test_a_score_stands_with_its_interval_and_the_changes_that_are_more_than_noise(
    rogaland_case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *rogaland_case]) == 0
    told = capsys.readouterr().out
    assert "Sokndal 37.1 32–42 5/8 +9.1 2 of 5" in " ".join(told.split())
    assert "Suldal 53.2 all answered 8/8" in " ".join(told.split())
    assert "explain for 17 of 23: Eigersund, Stavanger" in told


def test_what_rests_on_too_few_is_held_back_in_text_and_data(
    rogaland_case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *rogaland_case, "--minimum", "5"]) == 0
    told = capsys.readouterr().out
    assert "What rests on fewer than 5 respondents is held back" in told
    assert "(held back)" in next(line for line in told.splitlines() if line.startswith("Utsira"))
    assert main(["score", *rogaland_case, "--minimum", "5", "--organisation", "Utsira"]) == 0
    assert "Utsira: held back" in capsys.readouterr().out
    assert main(["score", *rogaland_case, "--minimum", "5", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["minimum"] == 5
    utsira = [one for one in found["scores"] if one["organisation"] == "utsira" and one["wave"] == "2023-02"]
    assert {one["flag"] for one in utsira} == {"withheld"}
    assert {one["value"] for one in utsira} == {one["respondents"] for one in utsira} == {None}
    assert not [one for one in found["advice"] if one["organisation"] == "utsira"]


def test_a_minimum_that_holds_nothing_back_is_refused(
    rogaland_case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for wrong in ("1", "x", "-5", "9" * 30):
        with pytest.raises(SystemExit):
            main(["score", *rogaland_case, "--minimum", wrong])
        assert "--minimum: should be a whole number from 2" in capsys.readouterr().err


def test_the_files_of_several_municipalities_are_put_together(
    case: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "che.csv"
    other.write_text(ANSWERS.splitlines()[0] + "\n2021,CHE,undp,83.9872,66933\n", encoding="utf-8")
    assert main(["score", *case, str(other), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["organisation"] for one in found["scores"]} == {"NOR", "IRL", "CHE", None}


def test_more_answers_than_leaders_are_told(case: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with Path(case[0]).open("a", encoding="utf-8") as file:
        file.write("organisations: [{id: NOR, leaders: 1}, {id: IRL}]\n")
    with Path(case[1]).open("a", encoding="utf-8") as file:
        file.write("2021,NOR,other,83,70000\n")
    assert main(["score", *case]) == 0
    assert "More answered than the leaders that are stated: NOR." in capsys.readouterr().out


def test_where_there_are_no_targets_there_is_no_talk_of_having_reached_them(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *case, "--organisation", "NOR"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("hdi, 2021")
    assert "The framework has no targets" in told


def test_every_score_goes_into_a_table(
    rogaland_case: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "scores.csv"
    assert main(["score", *rogaland_case, "--out", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2 * 24 * 18
    assert {"organisation", "wave", "node", "value", "coverage", "low", "high"} <= set(rows[0])


def test_a_table_of_another_kind_cannot_be_written(
    rogaland_case: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *rogaland_case, "--out", str(tmp_path / "scores.pdf")]) == 2
    assert "should be named with one of .csv, .xlsx" in capsys.readouterr().err


def test_a_template_asks_what_the_framework_asks(
    case: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("xlsxwriter", reason="the extra excel is not installed")
    out = tmp_path / "answers.xlsx"
    assert main(["template", case[0], str(out)]) == 0
    assert f"kompetanse score {case[0]} {out}" in capsys.readouterr().out
    with pytest.raises(InvalidFile, match="no rows under its heading"):
        read_answers(out, read_framework(case[0]))


def test_a_template_never_takes_the_place_of_what_may_be_filled_in(
    case: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "answers.xlsx"
    out.write_text("filled in", encoding="utf-8")
    assert main(["template", case[0], str(out)]) == 2
    assert "stands there already" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "filled in"


def test_answers_given_for_a_framework_are_told_as_that(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", case[1], case[0]]) == 2
    assert "the two may be swapped" in capsys.readouterr().err


def test_a_wave_in_which_nobody_answered_is_told_so(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(case[1]).write_text(ANSWERS.splitlines()[0] + "\n2021,NOR,undp,n/a,\n", encoding="utf-8")
    assert main(["score", *case]) == 0
    assert "Nobody answered anything in this wave." in capsys.readouterr().out


def test_a_programme_without_a_framework_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "p.yaml").write_text("kompetanse: 1\nid: p\n", encoding="utf-8")
    assert main(["score", str(tmp_path / "p.yaml"), "nothing.csv"]) == 2
    assert "has no maturity framework" in capsys.readouterr().err


def test_scores_are_never_written_over_what_they_are_made_of(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *case, "--out", case[1]]) == 2
    assert "stands there already" in capsys.readouterr().err
    assert Path(case[1]).read_text(encoding="utf-8") == ANSWERS


def test_a_table_is_written_of_an_unsound_design_too_and_the_status_says_so(
    case: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = FRAMEWORK + "organisations: [{id: NOR}, {id: IRL}, {id: IRL}]\n"
    Path(case[0]).write_text(twice, encoding="utf-8")
    assert main(["score", *case, "--out", str(tmp_path / "out.csv")]) == 1
    assert (tmp_path / "out.csv").exists()
    assert "Wrote" in capsys.readouterr().out


def test_an_interval_is_told_alike_in_the_heading_and_in_the_table(
    rogaland_case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", *rogaland_case, "--organisation", "utsira"]) == 0
    told = capsys.readouterr().out.split("Utsira: ")[1]
    assert "(90 %: 21 to 36)" in told
    assert "21–36" in told


def test_answers_are_no_design_to_check(case: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", case[1]]) == 2
    assert "holds answers and no programme; kompetanse score takes it" in capsys.readouterr().err
