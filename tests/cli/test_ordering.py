"""``kompetanse order --metrics --count``."""

import json
from pathlib import Path
from typing import Any

import pytest

from kompetanse.cli import main
from kompetanse.errors import TooManyOrders
from kompetanse.graph import counting

CURRICULUM = """\
Curriculum,Small,,,,,,,,
Institution,,,,,,,,,
Degree Type,BS,,,,,,,,
System Type,SYSTEM,,,,,,,,
CIP,,,,,,,,,
Courses,,,,,,,,,
Course ID,Course Name,Prefix,Number,Prerequisites,Corequisites,Strict-Corequisites,Credit Hours
1,First,,,,,,3
2,Second,,,1,,,3
3,Third,,,2,,,3
4,Free,,,,,,3
"""
GROUPS = """\
kompetanse: 1
id: p
modules:
  - {id: short}
  - {id: long, requires: [short]}
  - {id: chooser, any_of: [[short, long]]}
"""


def small(folder: Path, system: str = "semester") -> str:
    path = folder / "small.csv"
    path.write_text(CURRICULUM.replace("SYSTEM", system), encoding="utf-8")
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["order", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_metrics_and_count_of_a_curriculum(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, small(tmp_path), "--metrics", "--count")
    assert found["total"] == {"blocking": 3, "delay": 10, "centrality": 3, "complexity": 13}
    second = found["modules"]["2"]
    assert [second[name] for name in ("blocking", "delay", "centrality", "complexity")] == [1, 3, 3, 4]
    assert (found["longest_chain"], found["redundant"], found["orders"]) == (["1", "2", "3"], [], "4")


def test_a_quarter_system_counts_two_thirds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, small(tmp_path, "quarter"), "--metrics")
    assert found["total"]["complexity"] == pytest.approx(3.3 + 2.7 + 2.0 + 0.7)
    assert "orders" not in found


def test_groups_are_told_as_ranges(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(GROUPS, encoding="utf-8")
    found = told(capsys, str(path), "--metrics", "--count")
    assert found["ranges"]["modules"]["chooser"]["delay"] == {
        "low": 2,
        "high": 3,
        "low_choice": [{"module": "chooser", "option": "short"}],
        "high_choice": [{"module": "chooser", "option": "long"}],
        "exact": True,
    }
    assert found["orders"] == "2"
    assert main(["order", str(path), "--metrics", "--lang", "nb"]) == 0
    assert "Alt etter valget" in capsys.readouterr().out


def test_where_there_are_too_many_orders_it_says_so_and_estimates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "explored", _past_its_budget)
    found = told(capsys, small(tmp_path), "--count")
    assert found["orders"] is None
    assert found["why_not"]
    assert int(found["estimate"]["low"]) <= 4 <= int(found["estimate"]["high"])
    assert main(["order", small(tmp_path), "--count"]) == 0
    assert "too many orders" in capsys.readouterr().out


def _past_its_budget(*_: object) -> object:
    raise TooManyOrders(1)


def test_what_can_never_begin_is_told_with_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(
        "kompetanse: 1\nid: p\nmodules:\n  - {id: a, any_of: [[b]]}\n  - {id: b, requires: [a]}\n",
        encoding="utf-8",
    )
    assert main(["order", str(path), "--metrics", "--count"]) == 1
    assert "There is no order" in capsys.readouterr().out
