"""kompetanse sweep: the best of many designs, from files to text."""

import csv
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kompetanse.cli import main
from kompetanse.files import open_store

GRID = "kompetanse: 1\ngrid: [[[], [{drop: ledelse}], [{drop: nowhere}]], [[], [{drop: strategi}]]]\n"


@pytest.fixture
def file(rogaland: Path) -> str:
    return str(rogaland / "programme.yaml")


@pytest.fixture
def grid(tmp_path: Path) -> str:
    path = tmp_path / "grid.yaml"
    path.write_text(GRID, encoding="utf-8")
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    status = main(["sweep", *words])
    printed = capsys.readouterr()
    assert (status, printed.err) == (0, "")
    return printed.out


def test_the_best_are_told_with_their_changes_and_differences(
    file: str, grid: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = told(capsys, file, grid, "--count", "2")
    assert "6 designs in all: 4 measured, 2 not possible, 0 failed" in text
    assert "Best by “Leader-hours”:\nConditions: “Errors” at most 0\n" in text
    assert "Design no. 3: sound\n  • change: take out the module Leadership" in text
    assert text.index("Design no. 3: sound") < text.index("Design no. 1: sound")
    assert "the base           0" in text
    text = told(capsys, file, grid, "--lang", "nb", "--count", "1")
    assert "6 opplegg i alt: 4 målt, 2 lot seg ikke gjøre, 0 feilet" in text
    assert "Best målt på «Ledertimer»:\nVilkår: «Feil» høyst 0\n" in text
    assert "Opplegg nr. 3: i orden\n  • endring: ta ut modulen Ledelse" in text


def test_conditions_are_told_and_kept(file: str, grid: str, capsys: pytest.CaptureFixture[str]) -> None:
    limits = ("--at-least", "leader-hours=15000", "--at-most", "last-date=2023-12-31")
    conditions = (*limits, "--at-most", "errors=9")
    text = told(capsys, file, grid, *conditions, "--keep", "teknologi:organisasjon", "--count", "9")
    assert (
        "Conditions: “Last day” no later than 31 December 2023, “Errors” at most 9, “Leader-hours” at least\n"
        "15,000 and Organisation still before Technology" in text
    )
    assert "Design no. 0: sound" in text
    assert "Design no. 1" not in text
    text = told(capsys, file, grid, "--at-most", "leader-hours=1", "--lang", "nb")
    assert "Ingen av oppleggene oppfyller vilkårene.\n\nHva deltakerne får ut av det" in text


def test_no_value_is_cut_short_however_many_measures(
    file: str, grid: str, capsys: pytest.CaptureFixture[str]
) -> None:
    limits = ("--at-most", "orders=99", "--at-most", "warnings=99", "--at-most", "peak=9999")
    text = told(capsys, file, grid, *limits, "--best", "gain-more", "--count", "1", "--lang", "nb")
    assert max(map(len, text.splitlines())) <= 100
    assert "…" not in text
    assert text.count("\nScenario ") == text.count("\ngrunnlaget ") == 2
    assert "9. nov. 2023" in text


def test_a_sweep_says_what_it_leaves_out_and_that_a_forecast_is_no_promise(
    file: str, grid: str, capsys: pytest.CaptureFixture[str]
) -> None:
    without = "What those who take part gain by it is no part of this"
    assert without in told(capsys, file, grid)
    text = told(capsys, file, grid, "--best", "gain-more")
    assert without not in text
    assert "Best by “Difference in gain”:" in text
    assert "it is no promise and\nproves no effect" in text


def test_data_have_documented_keys(file: str, grid: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(told(capsys, file, grid, "--json", "--best", "complexity", "--count", "1"))
    (best,) = data.pop("best")
    assert data == {
        "sound": True,
        "designs": 6,
        "done": 4,
        "refused": 2,
        "failed": 0,
        "interrupted": False,
        "base": {"errors": 0, "last_date": "2023-11-09", "leader_hours": 20256.0, "complexity": 15},
    }
    assert {key: best[key] for key in ("number", "scenario", "name", "changes")} == {
        "number": 3,
        "scenario": "3",
        "name": "Design no. 3",
        "changes": [{"drop": "ledelse"}, {"drop": "strategi"}],
    }
    assert best["values"].keys() == data["base"].keys()


def test_without_a_space_it_is_every_single_change(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    alone = json.loads(told(capsys, file, "--json"))["designs"]
    assert json.loads(told(capsys, file, "--pairs", "--sample", "7", "--json"))["designs"] == 7
    assert alone > 50
    first = told(capsys, file, "--pairs", "--sample", "5", "--seed", "1", "--json")
    assert first == told(capsys, file, "--pairs", "--sample", "5", "--seed", "1", "--json")
    assert first != told(capsys, file, "--pairs", "--sample", "5", "--seed", "2", "--json")


def test_a_forecast_is_made_where_it_is_asked_for(
    file: str, grid: str, rogaland: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = json.loads(told(capsys, file, grid, "--best", "gain-more", "--json"))["base"]
    assert base["gain_more"] == 0
    answers = str(rogaland / "answers.csv")
    data = json.loads(told(capsys, file, grid, "--answers", answers, "--draws", "100", "--json"))
    assert "gain_low" in data["base"]
    assert "gain_low" not in json.loads(told(capsys, file, grid, "--json"))["base"]


def test_workers_and_replanning_give_the_same_or_another(
    file: str, grid: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, file, grid, "--workers", "1") == told(capsys, file, grid)


def test_every_row_is_written_where_it_is_asked_for(
    file: str, grid: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    assert told(capsys, file, grid, "--out", str(out)) == f"Wrote {out}.\n"
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    assert [one["status"] for one in rows] == ["done", "done", "done", "done", "refused", "refused"]
    assert rows[4]["reason"] == "there is no module 'nowhere'"
    assert [one["changes"].count("take out the module ") for one in rows] == [0, 1, 1, 2, 1, 2]
    assert rows[3]["changes"].startswith("take out the module Leadership; ")
    assert main(["sweep", file, grid, "--out", grid]) == 2
    assert "stands there already" in capsys.readouterr().err


def test_a_store_goes_on_and_takes_no_other_sweep(
    file: str, grid: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(tmp_path / "s.db")
    first = told(capsys, file, grid, "--store", store)
    assert told(capsys, file, grid, "--store", store) == first
    assert main(["sweep", file, "--store", store]) == 2
    assert "has the rows of another sweep" in capsys.readouterr().err
    assert main(["--lang", "nb", "sweep", file, grid, "--store", grid]) == 2
    assert "er ikke lageret til en gjennomgang" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("new.csv", "choose another name"),
        ("./new.csv", "choose another name"),
        ("new.txt", "should be named with one of .csv, .xlsx"),
        ("nowhere/new.csv", "there is no folder of that name"),
        (".", "should be named with one of .csv, .xlsx"),
        ("folder.csv", "is a folder"),
    ],
)
def test_where_no_table_can_be_written_is_told_before_the_work(  # noqa: PLR0913, PLR0917  # fixtures
    file: str,
    out: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    assert main(["sweep", file, "--store", "new.csv", "--out", out]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "new.csv").exists()


def test_a_store_without_a_name_is_no_store(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sweep", file, "--store", ""]) == 2
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["1e30", "1e308", "-1e308", "inf", "-inf"])
def test_a_limit_may_be_of_any_size(file: str, value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sweep", file, "--at-most", f"leader-hours={value}"]) == 0
    assert "at most" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--best", "tulips"), "should be one of errors, warnings"),
        (("--at-most", "cost"), "should be a measure and a number or a date"),
        (("--at-most", "cost=x"), "should be a measure and a number or a date"),
        (("--at-most", "cost=nan"), "should be a measure and a number or a date"),
        (("--at-least", "last-date=3"), "should be a measure and a number or a date"),
        (("--keep", "x"), "should be a module and one that it required"),
        (("--count", "0"), "should be a whole number from 1 to 1000"),
        (("--workers", "0"), "should be a whole number from 1 to 512"),
        (("--sample", "-1"), "should be a whole number from 0"),
        (("--workers", "1", "--cluster", "x"), "not allowed with argument"),
    ],
)
def test_a_call_that_is_wrong_is_told(
    file: str, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["sweep", file, *words])
    assert caught.value.code == 2
    assert said in capsys.readouterr().err.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--keep", "ledelse:strategi"), "the programme itself does not have strategi before ledelse"),
        (("--keep", "teknolog:strategi"), "there is no module 'teknolog'; did you mean 'teknologi'?"),
        (("--keep", "teknologi:strateg"), "there is no module 'strateg'; did you mean 'strategi'?"),
        (("--sample", "1000000"), "sample.count: should lie between 0 and"),
        (("nowhere.yaml",), "nowhere.yaml: there is no such file"),
        (("--store", "nowhere/s.db"), "there is no folder of that name to write in"),
        (("--cluster", "tulip://x"), "no Dask cluster answers at tulip://x"),
    ],
)
def test_what_cannot_be_swept_is_told(
    file: str, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if words[0] == "--cluster":
        pytest.importorskip("distributed")
    assert main(["sweep", file, *words]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.slow
def test_ctrl_c_tells_what_is_done_and_how_to_go_on(file: str, tmp_path: Path, screens: type[Any]) -> None:
    store = tmp_path / "s.db"
    command = [sys.executable, "-m", "kompetanse", "sweep", file, "--pairs", "--store", str(store)]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True)
    shown = b""
    while b" a second, " not in shown:
        shown += os.read(ours, 4096)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "Best by “Leader-hours”" in out
    os.close(theirs)
    shown += os.read(ours, 100_000)
    screen = screens(80).take(shown.decode())
    assert screen.cursor
    told = " ".join(" ".join(screen.lines).split())
    assert re.fullmatch(
        r"Stopped after \d+ of [\d,]+\. Run the same command again to go on from there\.", told
    )
    with open_store(store) as kept:
        assert len(list(kept.numbers())) > 10
