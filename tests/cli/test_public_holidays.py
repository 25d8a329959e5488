"""A file that asks for Norway's public holidays is checked with them, on the command line."""

import json
import sys
from pathlib import Path

import pytest

from kompetanse.cli import main

DESIGN = """\
kompetanse: 1
id: p
modules: [{id: a}, {id: b}]
cohorts: [{id: nord}]
closed:
  - {from: 2023-02-27, to: 2023-03-03, name: Vinterferie}
planning: {public_holidays: true}
timetable:
  gatherings:
    - {module: a, cohort: nord, date: 2023-03-01}
    - {module: b, cohort: nord, date: 2023-05-29}
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "plan.yaml"
    file.write_text(DESIGN, encoding="utf-8")
    return str(file)


def test_a_gathering_on_a_public_holiday_is_found_on_its_line(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", path, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    told = [(one["line"], one["details"]["period_nb"]) for one in found if one["rule"] == "closed-period"]
    assert told == [(10, "Vinterferie"), (11, "Andre pinsedag")]
    assert main(["check", path, "--lang", "nb"]) == 1
    assert f"{path}:11:" in capsys.readouterr().out


@pytest.mark.parametrize("step", [["check"], ["order"], ["journey", "--on", "2023-03-01"]])
def test_every_step_says_by_its_status_what_check_finds(step: list[str], path: str) -> None:
    assert main([*step, path]) == 1


def test_without_the_extra_the_install_line_is_told(
    path: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert main(["check", path]) == 2
    assert "pip install 'kompetanse[calendar]'" in capsys.readouterr().err


def test_a_file_that_does_not_ask_needs_no_extra(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    Path(path).write_text(
        DESIGN.replace("true", "false").replace("2023-03-01", "2023-03-06"), encoding="utf-8"
    )
    assert main(["check", path]) == 0
    assert list(tmp_path.iterdir()) == [Path(path)]
