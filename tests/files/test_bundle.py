"""What comes with the library: the bundled case, and a file to start from that overwrites nothing."""

import os
from pathlib import Path

import pytest

from kompetanse.checks import check
from kompetanse.errors import KompetanseError, UnwritableFile
from kompetanse.files import (
    bundled,
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


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


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
