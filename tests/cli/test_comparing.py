"""``kompetanse compare``: designs planned anew, forecast, and written."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from kompetanse.cli import main

PROGRAMME = """\
kompetanse: 1
id: p
planning: {from: 2027-01-04, min_gap: 7}
costs: {leader_hour: 700, gathering: 20000}
framework:
  id: f
  dimensions: [{id: d, indicators: [{id: i, question: q, low: 0, high: 10}]}]
organisations: [{id: x, leaders: 10, travel: 1}, {id: y, leaders: 5}]
cohorts: [{id: one, members: [x, y]}]
modules:
  - {id: a, develops: [d], preparation: {days: 7, hours: 2}}
  - {id: b, develops: [d], requires: [a], follow_up: {days: 30, hours: 5}}
"""
SCENARIOS = """\
kompetanse: 1
scenarios:
  - {id: shorter, changes: [{drop: b}]}
  - {id: lagged, changes: [{require: b, prerequisite: {module: a, lag: 100}}]}
  - {id: impossible, changes: [{require: a, prerequisite: b}]}
"""
ANSWERS = "wave,organisation,respondent,i\nw1,x,r1,10\nw1,y,r1,8\n"


@pytest.fixture
def case(tmp_path: Path) -> list[str]:
    paths = []
    for name, text in (("p.yaml", PROGRAMME), ("s.yaml", SCENARIOS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        paths.append(str(tmp_path / name))
    (tmp_path / "a.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "t.csv").write_text(
        "organisation,module,attended,own_work\nx,a,100 %,50 %\n", encoding="utf-8"
    )
    return paths


def data_of(capsys: pytest.CaptureFixture[str], *call: str) -> dict[str, Any]:
    assert main(["compare", *call, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_designs_are_planned_anew_and_what_cannot_be_is_an_outcome(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = data_of(capsys, *case, "--replan")
    shorter, lagged, impossible = told["outcomes"]
    assert told["base"]["last_date"] == "2027-01-18"
    assert (shorter["difference"]["days"], lagged["difference"]["days"]) == (-7, 93)
    assert impossible["result"] is None
    assert "planned anew" in impossible["refused"]
    assert told["base"]["load"][0] == {"month": "2027-01-01", "leader_hours": told["base"]["peak"]}


def test_without_replan_a_design_keeps_its_timetable(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = data_of(capsys, *case)
    assert [one["result"]["last_date"] for one in told["outcomes"]] == [None, None, None]
    assert told["base"]["peak"] is None


def test_cost_freedom_and_the_front_are_told(case: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = data_of(capsys, *case)
    assert told["base"]["cost"] == 700 * told["base"]["leader_hours"]
    assert [one["result"]["orders"] for one in told["outcomes"]] == ["1", "1", "0"]
    assert told["outcomes"][0]["difference"]["cost"] < 0
    assert told["measures"] == ["errors", "leader_hours", "cost", "gain"]
    assert told["pareto"] == ["shorter"]
    assert {"better": None, "worse": "impossible"} in told["dominance"]


def test_a_forecast_starts_from_the_answers_and_from_who_took_part(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(case[0]).parent
    seen = ("--participation", str(folder / "t.csv"))
    calls = ((), ("--answers", str(folder / "a.csv")), seen, ("--seed", "3"), ("--draws", "500"))
    told = [data_of(capsys, *case, "--replan", *call) for call in calls]
    assert len({str(one["base"]["gain"]) for one in told}) == len(calls)
    assert [one["forecast"]["on"] for one in told] == [told[0]["forecast"]["on"]] * len(calls)
    assert (told[3]["forecast"]["seed"], told[4]["forecast"]["draws"]) == (3, 500)
    gain = told[0]["outcomes"][0]["difference"]["gain"]
    assert gain["low"] <= gain["mean"] <= gain["high"] < 0
    assert gain["probability"] == 0
    assert gain["drivers"][0]["total"] > 0


def test_nothing_is_forecast_where_nothing_is_developed(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path(case[0]).write_text("kompetanse: 1\nid: p\nmodules: [{id: a}, {id: b}]\n", encoding="utf-8")
    told = data_of(capsys, *case)
    assert told["forecast"] is None
    assert told["outcomes"][0]["difference"]["gain"] is None


@pytest.mark.parametrize("lang", ["en", "nb"])
def test_the_table_is_written_in_place_of_being_printed(
    lang: str, case: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    assert main(["--lang", lang, "compare", *case, "--out", str(out)]) == 0
    assert capsys.readouterr().out.count("\n") == 1
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert [row["scenario"] for row in rows] == ["base", "shorter", "lagged", "impossible"]
    assert main(["--lang", lang, "compare", *case, "--out", str(tmp_path / "out.xlsx")]) == 0


@pytest.mark.parametrize("read", [0, 1])
def test_what_is_read_is_not_written_over(
    read: int, case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(case[read]).read_bytes()
    assert main(["compare", *case, "--out", case[read]]) == 2
    assert capsys.readouterr().err
    assert Path(case[read]).read_bytes() == before


def test_without_a_first_day_nothing_is_planned_anew(
    case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(case[0])
    path.write_text(path.read_text(encoding="utf-8").replace("from: 2027-01-04, ", ""), encoding="utf-8")
    assert main(["compare", *case, "--replan"]) == 2
    assert "give planning: from" in capsys.readouterr().err


@pytest.mark.parametrize(
    "option", [("--draws", "7"), ("--draws", "x"), ("--seed", "-1"), ("--seed", "9" * 19)]
)
def test_draws_and_seeds_that_cannot_be_are_told(
    option: tuple[str, str], case: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as told:
        main(["compare", *case, *option])
    assert told.value.code == 2
    assert "whole number" in capsys.readouterr().err
