"""A programme file knows on which line and in which column each place stands."""

from pathlib import Path

import pytest

from kompetanse.files import ProgrammeFile, load_programme, read_programme, write_programme
from kompetanse.model import Module, Programme

NEW = Programme("new", modules=(Module("å"),))
PLACES = """\
kompetanse: 1
id: p
modules:
  - id: strategi
    name: {nb: a, en: b}
    requires:
      - ledelse
      - {module: x, lag: 14}
  - id: strategi
timetable:
  gatherings:
    - {module: strategi, cohort: nord, date: 2023-06-06}
    - {module: strategi, cohort: nord, date: 2023-06-07}
closed:
  - {from: 2023-04-03, to: 2023-04-10, name: Easter}
"""


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("", (1, 1)),
        ("modules", (4, 3)),
        ("modules/strategi", (4, 5)),
        ("modules/strategi[2]", (9, 5)),
        ("modules/strategi/name/en", (5, 23)),
        ("modules/strategi/requires", (7, 7)),
        ("modules/strategi/requires/0", (7, 9)),
        ("modules/strategi/requires/1/lag", (8, 26)),
        ("modules/strategi/preparation", (4, 5)),
        ("modules/teknologi/requires/0", (4, 3)),
        ("timetable/gatherings/strategi/nord", (12, 7)),
        ("timetable/gatherings/strategi/nord[2]/date", (13, 46)),
        ("timetable/gatherings/strategi/sør", (12, 5)),
        ("closed/0", (15, 5)),
        ("no/such/place", (1, 1)),
    ],
)
def test_a_programme_file_knows_where_each_place_stands(
    place: str, expected: tuple[int, int], tmp_path: Path
) -> None:
    (tmp_path / "p.yaml").write_text(PLACES)
    assert load_programme(tmp_path / "p.yaml").position(place) == expected


def test_a_programme_file_of_json_knows_no_lines(tmp_path: Path) -> None:
    write_programme(NEW, tmp_path / "p.json")
    loaded = load_programme(tmp_path / "p.json")
    assert loaded == ProgrammeFile(NEW, str(tmp_path / "p.json"))
    assert loaded.position("modules/å") is None
    assert hash(loaded) == hash(load_programme(str(tmp_path / "p.json")))


def test_a_path_may_be_text(tmp_path: Path) -> None:
    write_programme(NEW, str(tmp_path / "p.YAML"))
    assert read_programme(str(tmp_path / "p.YAML")) == NEW
