"""``kompetanse balance``."""

import json
from pathlib import Path
from typing import Any

import pytest

from kompetanse.cli import balancing, main
from kompetanse.model import Programme
from kompetanse.planning import Balance, Period, Reached

pytest.importorskip("ortools", reason="the extra plan is not installed")

CURRICULUM = """\
Curriculum,Small,,,,,,,
Degree Type,BS,,,,,,,
Courses,,,,,,,,
Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours
1,First,,,,,,3
2,Second,,,1,,,3
3,Third,,,2,,,2.5
4,Free,,,,,,4
"""


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.csv"
    path.write_text(CURRICULUM, encoding="utf-8")
    return str(path)


def test_a_curriculum_as_data(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["balance", small, "--periods", "3", "--load", "2.5..7", "--count", "1..", "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (found["max_load"], found["proven"], found["sound"]) == (6.5, True, True)
    assert found["bounds"]["max_load"] == 6.5
    assert found["periods"][0] == {"period": 1, "load": 3, "modules": ["1"]}
    assert found["loads"]["3"] == 2.5


@pytest.mark.parametrize(("lang", "told"), [("en", "Largest load: 48"), ("nb", "Største belastning: 48")])
def test_a_programme_in_words(
    rogaland: Path, capsys: pytest.CaptureFixture[str], lang: str, told: str
) -> None:
    path = str(rogaland / "programme.yaml")
    assert main(["balance", path, "--periods", "3", "--lang", lang]) == 0
    assert told in capsys.readouterr().out


def test_what_cannot_be_is_told_with_status_2(small: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["balance", small, "--periods", "2", "--lang", "nb"]) == 2
    assert "1 → 2 → 3 krever 3 perioder" in capsys.readouterr().err
    assert main(["balance", small, "--periods", "3", "--load", "5..3"]) == 2


@pytest.mark.parametrize("words", [["--load", "x"], ["--load", ".."], ["--count", "1.5..2"], ["--load", "7"]])
def test_bounds_that_are_none_are_refused(
    small: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["balance", small, "--periods", "3", *words])
    assert caught.value.code == 2
    assert "such as 10..24" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["0", "x", "-1", "1001"])
def test_periods_that_are_none_are_refused(
    small: str, number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["balance", small, "--periods", number])
    assert "from 1 to 1000" in capsys.readouterr().err


def test_a_ring_is_told_as_findings_with_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ring.yaml"
    head = "kompetanse: 1\nid: p\nmodules:\n"
    one, other = "{id: a, requires: [b], preparation: {hours: 1}}", "{id: b, requires: [a]}"
    path.write_text(f"{head}  - {one}\n  - {other}\n", encoding="utf-8")
    assert main(["balance", str(path), "--periods", "2"]) == 1
    assert "There is no order" in capsys.readouterr().out
    assert main(["balance", str(path), "--periods", "2", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["periods"], found["max_load"], found["proven"]) == (None, None, False)
    assert found["findings"]


def test_an_interrupted_search_is_told_by_text_and_status(
    small: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = tuple(Reached(name, 5.0, 4.0) for name in ("max-load", "range", "sum-of-squares"))
    had = Balance(Programme("p"), (Period(1, (), (), 0.0),), reached, interrupted=True)
    monkeypatch.setattr(balancing, "balance", lambda *_, **__: had)
    assert main(["balance", small, "--periods", "1"]) == 3
    told = capsys.readouterr().out
    assert "interrupted" in told
    assert "only that less than 4 is not possible" in told
