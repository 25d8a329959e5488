"""Scenarios: every kind of change, read from YAML and from JSON."""

import json
from pathlib import Path

import pytest

from kompetanse.files import read_scenarios
from kompetanse.model import (
    Add,
    Drop,
    Module,
    Move,
    Prerequisite,
    PrerequisiteKind,
    Require,
    Shift,
    Text,
    Unrequire,
)
from kompetanse.whatif import Scenario

YAML = """\
kompetanse: 1
scenarios:
  - id: uten
    name: {nb: Uten, en: Without}
    changes:
      - drop: teknologi
      - {drop: ledelse, bridge: false}
      - add: {id: data, requires: [strategi]}
      - add: {id: etikk}
        before: data
      - {move: strategi, after: ledelse}
      - {before: ledelse, move: strategi}
      - {require: teknologi, prerequisite: strategi}
      - require: teknologi
        prerequisite: {module: strategi, kind: before or together, lag: 14}
      - {unrequire: teknologi, required: strategi}
      - {shift: nord, days: 28}
      - {shift: nord, days: -7, module: strategi}
  - id: tom
"""
EXPECTED = (
    Scenario(
        "uten",
        Text("Uten", "Without"),
        (
            Drop("teknologi"),
            Drop("ledelse", bridge=False),
            Add(Module("data", requires=("strategi",))),
            Add(Module("etikk"), before="data"),
            Move("strategi", after="ledelse"),
            Move("strategi", before="ledelse"),
            Require("teknologi", Prerequisite("strategi")),
            Require("teknologi", Prerequisite("strategi", PrerequisiteKind.BEFORE_OR_TOGETHER, 14)),
            Unrequire("teknologi", "strategi"),
            Shift("nord", 28),
            Shift("nord", -7, "strategi"),
        ),
    ),
    Scenario("tom"),
)
IN_JSON = {
    "kompetanse": 1,
    "scenarios": [
        {
            "id": "s",
            "changes": [
                {"drop": "m", "bridge": False},
                {"shift": "nord", "days": 28, "module": None},
                {"require": "m", "prerequisite": {"module": "a", "lag": 14}},
            ],
        }
    ],
}


def test_every_kind_of_change_is_read(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(YAML)
    assert read_scenarios(tmp_path / "s.yaml") == EXPECTED


def test_scenarios_are_read_from_json(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text(json.dumps(IN_JSON))
    changes = Drop("m", bridge=False), Shift("nord", 28), Require("m", Prerequisite("a", lag=14))
    assert read_scenarios(tmp_path / "s.json") == (Scenario("s", changes=changes),)


@pytest.mark.parametrize("text", ["scenarios: []", "scenarios: [  ]"])
def test_a_file_may_hold_no_scenario(text: str, tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(f"kompetanse: 1\n{text}\n")
    assert read_scenarios(tmp_path / "s.yaml") == ()
