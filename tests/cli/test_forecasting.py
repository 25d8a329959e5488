"""``kompetanse forecast``: what is told, what is assumed, and what is wrong with the call."""

import json
from pathlib import Path

import pytest

from kompetanse.cli import main
from kompetanse.forecasting import ASSUMED


@pytest.fixture
def case(rogaland: Path) -> list[str]:
    return ["forecast", str(rogaland / "programme.yaml")]


def told(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(arguments) == status
    return " ".join(capsys.readouterr().out.split())


def test_it_tells_gains_assumptions_and_what_matters_and_promises_nothing(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    text = told(capsys, *case)
    assert "What the design may give, by 23 June 2024" in text
    assert "This is no promise, and no proof of what works." in text
    assert "The whole network, 23 organisations: gain of 0.84 points (90 %: 0.40 to 1." in text
    assert "Organisation Gain Interval" in text
    assert "Lacerenza, Reyes, Marlow, Joseph and Salas" in text
    assert text.count("(assumed)") == sum(one.source is None for one in ASSUMED)
    assert "hangs most on transfer" in text
    norwegian = told(capsys, *case, "--lang", "nb")
    assert "ikke noe løfte" in norwegian
    assert "halveringstid 335, fra 198 til 396" in norwegian
    assert norwegian.count("(antatt)") == text.count("(assumed)")


def test_of_one_organisation_it_tells_each_dimension_with_where_it_starts(
    case: list[str], rogaland: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers, seen = str(rogaland / "answers.csv"), str(rogaland / "participation.csv")
    text = told(capsys, *case, "--answers", answers, "--organisation", "Sola", "--participation", seen)
    assert "Sola: gain of " in text
    assert "Dimension Gain Interval At the start Target " in text
    assert "Ability to change 0.82 0.36 to 1.55 81.0 60.0" in text
    assert "Stavanger" not in text
    assert text != told(capsys, *case, "--answers", answers, "--organisation", "Sola")


def test_what_is_not_taught_by_the_day_is_said(case: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    text = told(capsys, *case, "--on", "2023-04-01")
    assert "counted as not taught there: Strategy and Technology." in text


def test_without_any_gathering_it_says_to_plan_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.yaml"
    path.write_text("kompetanse: 1\nid: p\nmodules: [{id: a}]\norganisations: [{id: x}]\n", encoding="utf-8")
    text = told(capsys, "forecast", str(path))
    assert "What the design may give ─" in text
    assert "No gathering has a day yet, so there is nothing to reckon with: plan first." in text
    assert "In no cohort, and therefore without a gain: x." in text
    assert "hangs most on" not in text


def test_the_files_own_assumption_is_told_with_its_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(
        "kompetanse: 1\nid: p\nassumptions: [{factor: transfer, likely: 0.3, source: Egen måling}]\n",
        encoding="utf-8",
    )
    assert "overføring 30 %: andelen av det lærte som viser igjen i virksomheten (Egen måling)" in told(
        capsys, "forecast", str(path), "--lang", "nb"
    )


def test_data_has_its_documented_keys(case: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(told(capsys, *case, "--on", "2023-04-01", "--seed", "3", "--draws", "200", "--json"))
    assert list(found) == [
        "sound", "on", "draws", "seed", "gains", "assumptions", "drivers", "not_taught", "in_no_cohort",
    ]  # fmt: skip
    assert (found["sound"], found["on"], found["draws"], found["seed"]) == (True, "2023-04-01", 200, 3)
    assert list(found["gains"][0]) == [
        "organisation", "dimension", "mean", "low", "high", "at_start", "target",
    ]  # fmt: skip
    assert len(found["gains"]) == 24 * 14
    assert [one["factor"] for one in found["assumptions"]] == [one.factor.value for one in ASSUMED]
    assert list(found["assumptions"][0]) == ["factor", "low", "likely", "high", "source"]
    assert list(found["drivers"][0]) == ["factor", "total", "error"]
    assert found["not_taught"] == ["strategi", "teknologi"]
    assert found["in_no_cohort"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--draws", "99"], "should be a whole number from 100 to 10000; found '99'"),
        (["--seed", "-1"], "should be a whole number of at most 18 digits"),
        (["--seed", "9" * 30], "should be a whole number of at most 18 digits"),
        (["--on", "soon"], "should be a date, such as 2023-06-06; found 'soon'"),
    ],
)
def test_a_wrong_call_is_refused(
    case: list[str], arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*case, *arguments])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--organisation", "solaa"], "there is no organisation 'solaa'; did you mean 'sola'?"),
        (["--on", "0001-01-01"], "should lie between 1900-01-01 and 2199-12-31"),
        (["--answers", "nowhere.csv"], "nowhere.csv: there is no such file"),
    ],
)
@pytest.mark.parametrize("json_too", [[], ["--json"]])
def test_what_is_not_there_is_told_and_nothing_printed(
    case: list[str], arguments: list[str], json_too: list[str], said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert main([*case, *arguments, *json_too]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in " ".join(err.split())
