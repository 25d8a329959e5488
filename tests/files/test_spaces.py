"""Files of spaces: a grid in every combination, or scenarios in full."""

from pathlib import Path

import pytest

from kompetanse.errors import InvalidFile
from kompetanse.files import read_space
from kompetanse.model import Drop, Shift
from kompetanse.whatif import Scenario, grid

GRID = """\
kompetanse: 1
grid:
  - - []
    - [{drop: ledelse}]
  - - [{shift: nord, days: 7}]
    - [{shift: nord, days: 14}, {shift: sør, days: 14}]
"""


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_grid_is_every_combination(tmp_path: Path) -> None:
    week = Shift("nord", 7)
    assert read_space(written(tmp_path / "g.yaml", GRID)) == grid(
        [None, Drop("ledelse")], [week, [Shift("nord", 14), Shift("sør", 14)]]
    )
    told = '{"kompetanse": 1, "grid": [[[], [{"drop": "ledelse"}]]]}'
    assert read_space(written(tmp_path / "g.json", told)) == grid([None, Drop("ledelse")])


def test_scenarios_are_in_full(tmp_path: Path) -> None:
    told = (
        "kompetanse: 1\nscenarios:\n"
        "  - {id: b, on: a, changes: [{drop: y}]}\n"
        "  - {id: a, changes: [{drop: x}]}\n"
    )
    assert read_space(written(tmp_path / "s.yaml", told)) == (
        Scenario("b", changes=(Drop("x"), Drop("y"))),
        Scenario("a", changes=(Drop("x"),)),
    )
    with pytest.raises(InvalidFile, match=r"there is no scenario .c. in this file"):
        read_space(written(tmp_path / "s.yaml", told.replace("on: a", "on: c")))


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [("", "empty-file")]),
        ("grid: [[[]]]", [("", "no-version")]),
        ("kompetanse: 1\ngrid: []", [("grid", "no-options")]),
        ("kompetanse: 1\ngrid: [[[]], []]", [("grid/1", "no-options")]),
        ("kompetanse: 1\ngrid: [{drop: x}]", [("grid/0", "not-list")]),
        ("kompetanse: 1\ngrid: [[{drop: x}]]", [("grid/0/0", "not-list")]),
        ("kompetanse: 1\ngrid: [[[{dropp: x}]]]", [("grid/0/0/0", "not-a-change")]),
        (
            "kompetanse: 1\ngrid: [[[{shift: nord, days: x}], [{drop: ''}]]]",
            [("grid/0/0/0/days", "not-whole"), ("grid/0/1/0/drop", "not-id")],
        ),
        ("kompetanse: 1\ngrid: [[[]]]\nscenarios: []", [("scenarios", "unknown-key")]),
        ("kompetanse: 1\nmodules: []", [("", "programme-not-scenarios")]),
        ("kompetanse: 1\ngrid: [[[]]", [("", "yaml-syntax")]),
    ],
)
def test_every_fault_of_a_space_is_told_where_it_stands(
    tmp_path: Path, text: str, faults: list[tuple[str, str]]
) -> None:
    with pytest.raises(InvalidFile) as caught:
        read_space(written(tmp_path / "g.yaml", text))
    assert [(one.place, one.problem.key) for one in caught.value.faults] == faults
