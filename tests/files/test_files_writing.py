"""A file is put in its place whole, or not at all; whatever fails, what stood there stands there still."""

import os
import stat
import sys
from pathlib import Path

import pytest

from kompetanse.checks import check
from kompetanse.errors import InvalidFile, KompetanseError, UnwritableFile
from kompetanse.files import (
    ProgrammeFile,
    bundled,
    load_programme,
    read_answers,
    read_participation,
    read_programme,
    read_scenarios,
    start_programme,
    write_programme,
)
from kompetanse.model import Module, Programme

OLD, NEW = Programme("old"), Programme("new", modules=(Module("å"),))
POSIX = pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes as POSIX has them")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_programme(OLD, tmp_path / "p.yaml")
    return tmp_path / "p.yaml"


def refusal(programme: Programme, path: Path) -> str:
    with pytest.raises(UnwritableFile) as caught:
        write_programme(programme, path)
    assert caught.value.path == str(path)
    assert str(caught.value).startswith(f"{path}: ")
    return caught.value.problem.key


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_failure_on_the_way_leaves_the_old_file_and_nothing_beside_it(
    broken: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, broken, fail)
    assert refusal(NEW, path) == "system"
    assert names(path.parent) == ["p.yaml"]
    assert read_programme(path) == OLD


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_an_interruption_leaves_the_old_file_and_nothing_beside_it(
    broken: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, broken, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_programme(NEW, path)
    assert names(path.parent) == ["p.yaml"]
    assert read_programme(path) == OLD


def test_the_file_is_complete_on_the_disk_before_it_takes_its_place(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(descriptor: int) -> None:
        seen.append("fsync")
        fsync(descriptor)

    def note_replace(source: Path, target: Path) -> None:
        seen.append("replace")
        assert source.parent == target.parent
        assert read_programme(path) == OLD
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    write_programme(NEW, path)
    assert seen == ["fsync", "replace"]
    assert read_programme(path) == NEW


def test_files_are_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    for name in ("p.yaml", "p.json"):
        write_programme(NEW, tmp_path / name)
        data = (tmp_path / name).read_bytes()
        assert "å".encode() in data
        assert b"\r" not in data
        assert data.endswith(b"\n")


@POSIX
def test_an_existing_file_keeps_its_mode_and_a_new_one_gets_the_usual_one(tmp_path: Path) -> None:
    (tmp_path / "usual.txt").touch()
    write_programme(NEW, tmp_path / "p.yaml")
    assert (tmp_path / "p.yaml").stat().st_mode == (tmp_path / "usual.txt").stat().st_mode
    for mode in (0o600, 0o640, 0o755):
        (tmp_path / "p.yaml").chmod(mode)
        write_programme(NEW, tmp_path / "p.yaml")
        assert stat.S_IMODE((tmp_path / "p.yaml").stat().st_mode) == mode


@POSIX
def test_writing_through_a_link_keeps_the_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link, far = tmp_path / "real" / "p.yaml", tmp_path / "link.yaml", tmp_path / "far.yaml"
    link.symlink_to(target)
    far.symlink_to(link)
    for programme in (OLD, NEW):  # the first finds nothing where the link leads
        write_programme(programme, far)
        assert far.is_symlink()
        assert link.is_symlink()
        assert not target.is_symlink()
        assert read_programme(target) == programme
    assert names(tmp_path / "real") == ["p.yaml"]


@POSIX
def test_links_in_a_ring_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert refusal(NEW, tmp_path / "a.yaml") == "system"
    with pytest.raises(InvalidFile):
        read_programme(tmp_path / "a.yaml")


@POSIX
def test_a_pipe_is_refused_and_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.yaml")
    assert refusal(NEW, tmp_path / "p.yaml") == "not-a-file"
    assert stat.S_ISFIFO((tmp_path / "p.yaml").stat().st_mode)


@POSIX
def test_a_device_is_refused_and_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").symlink_to("/dev/null")
    assert refusal(NEW, tmp_path / "p.yaml") == "not-a-file"
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_where_a_file_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "file").touch()
    assert refusal(NEW, tmp_path / "folder.yaml") == "is-directory"
    assert refusal(NEW, tmp_path / "nowhere" / "p.yaml") == "no-such-folder"
    assert refusal(NEW, tmp_path / "file" / "p.yaml") == "no-such-folder"
    assert refusal(NEW, tmp_path / "p.txt") == "unknown-ending"
    assert refusal(NEW, tmp_path / "p") == "unknown-ending"
    assert refusal(NEW, tmp_path / "a\0.yaml") == "system"
    assert refusal(NEW, tmp_path / ("a" * 300 + ".yaml")) == "system"
    assert names(tmp_path) == ["file", "folder.yaml"]


def test_a_file_that_may_not_be_written_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert refusal(NEW, path) == "no-permission"
    assert read_programme(path) == OLD


def test_what_is_too_large_to_be_read_again_is_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kompetanse.files.writing.LARGEST", 0)
    assert refusal(NEW, path) == "too-large"
    assert read_programme(path) == OLD


def test_a_long_name_that_the_system_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 240 + ".yaml")
    write_programme(NEW, path)
    write_programme(NEW, path)
    assert names(tmp_path) == [path.name]


def test_the_starting_file_checks_without_a_finding(tmp_path: Path) -> None:
    start_programme(tmp_path / "mine.yaml")
    programme = read_programme(tmp_path / "mine.yaml")
    assert check(programme) == ()
    assert [module.id for module in programme.modules] == list(programme.order)
    assert (len(programme.modules), len(programme.cohorts), len(programme.organisations)) == (3, 2, 4)
    assert programme.framework is not None
    text = (tmp_path / "mine.yaml").read_text(encoding="utf-8")
    assert text.count("#") > 20
    assert max(map(len, text.splitlines())) <= 115


def test_the_starting_file_uses_every_section_of_the_format(tmp_path: Path) -> None:
    start_programme(tmp_path / "mine.yml")
    programme = read_programme(tmp_path / "mine.yml")
    assert programme.closed
    assert programme.timetable.gatherings
    assert programme.provenance
    assert programme.about is not None


@pytest.mark.parametrize("name", ["p.yaml", "folder.yaml"])
def test_the_starting_file_overwrites_nothing(name: str, path: Path) -> None:
    (path.parent / "folder.yaml").mkdir()
    with pytest.raises(UnwritableFile, match="stands there already"):
        start_programme(path.parent / name)
    assert read_programme(path) == OLD


@POSIX
def test_the_starting_file_is_not_written_through_a_link(path: Path) -> None:
    link = path.parent / "link.yaml"
    link.symlink_to(path.parent / "elsewhere.yaml")
    with pytest.raises(UnwritableFile, match="stands there already"):
        start_programme(link)
    assert not (path.parent / "elsewhere.yaml").exists()


def test_a_starting_file_that_cannot_be_finished_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UnwritableFile, match="No space left"):
        start_programme(tmp_path / "mine.yaml")
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["mine.json", "mine", "mine.txt", "nowhere/mine.yaml", "a\0.yaml"])
def test_a_starting_file_that_cannot_be_there_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnwritableFile):
        start_programme(tmp_path / name)
    assert names(tmp_path) == []


def test_the_bundled_case_is_read_whole() -> None:
    folder = bundled()
    programme = read_programme(folder / "programme.yaml")
    assert len(programme.organisations) == 23
    assert len(read_answers(folder / "answers.csv", programme)) == 2
    assert read_participation(folder / "participation.csv", programme)
    assert len(read_scenarios(folder / "scenarios.yaml")) >= 4


@pytest.mark.parametrize("name", ["rogalad", "..", "", ".", "rogaland/..", "a\0b", "start.yaml"])
def test_a_case_that_is_not_bundled_is_told(name: str) -> None:
    with pytest.raises(KompetanseError) as caught:
        bundled(name)
    assert ("did you mean 'rogaland'?" in str(caught.value)) == (name in {"rogalad", "rogaland/.."})


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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no quotes in a name")
def test_an_odd_name_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "på 'et' \"vis\"\n.yaml"
    write_programme(NEW, path)
    assert read_programme(path) == NEW
