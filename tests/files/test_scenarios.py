"""Scenarios: every kind of change, read from YAML and from JSON."""

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.files import read_scenarios
from kompetanse.model import (
    Add,
    Assume,
    Assumption,
    Develop,
    Drop,
    Factor,
    Merge,
    Module,
    Move,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Session,
    Shift,
    Split,
    Swap,
    Text,
    Unrequire,
)
from kompetanse.report import change_data
from kompetanse.testing import strategies
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
      - {merge: teknologi, into: ledelse}
      - {split: ledelse, new: ledelse-2, name: Mer ledelse, sessions: 1, develops: [retning]}
      - {split: ledelse, new: ledelse-3}
      - {swap: strategi, with: ledelse}
      - retime: strategi
        preparation_days: 7
        preparation_hours: 2.5
        follow_up_days: 0
        follow_up_hours: 0
        sessions:
          - {from: 10:00, to: 12:00, theme: Retning}
      - {develop: strategi, dimensions: [retning, drift]}
      - {reweigh: retning, weight: 2}
      - {regroup: bokn, cohort: nord}
      - assume: {factor: half-life, likely: 365, low: 180, high: 700, source: Arthur 1998}
      - {assume: {factor: effect, likely: 0.5}}
  - id: tom
    on: uten
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
            Merge("teknologi", "ledelse"),
            Split("ledelse", "ledelse-2", "Mer ledelse", 1, ("retning",)),
            Split("ledelse", "ledelse-3"),
            Swap("strategi", "ledelse"),
            Retime("strategi", 7, 2.5, 0, 0, (Session(dt.time(10), dt.time(12), "Retning"),)),
            Develop("strategi", ("retning", "drift")),
            Reweigh("retning", 2),
            Regroup("bokn", "nord"),
            Assume(Assumption(Factor.HALF_LIFE, 365, 180, 700, "Arthur 1998")),
            Assume(Assumption(Factor.EFFECT, 0.5)),
        ),
    ),
    Scenario("tom", on="uten"),
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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scenarios")


@settings(max_examples=150)
@given(strategies.programmes(), st.data())
def test_a_change_given_as_data_is_read_as_itself(
    folder: Path, programme: Programme, data: st.DataObject
) -> None:
    change = data.draw(strategies.changes(programme))
    held = {"kompetanse": 1, "scenarios": [{"id": "s", "changes": [change_data(change)]}]}
    (folder / "s.json").write_text(json.dumps(held))
    (folder / "s.yaml").write_text(yaml.safe_dump(held, allow_unicode=True), encoding="utf-8")
    assert read_scenarios(folder / "s.json") == (Scenario("s", changes=(change,)),)
    assert read_scenarios(folder / "s.yaml") == (Scenario("s", changes=(change,)),)
