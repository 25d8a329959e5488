"""A file is put in its place whole, or not at all; whatever fails, what stood there stands there still."""

import os
import stat
import sys
from pathlib import Path

import pytest

from kompetanse.errors import InvalidFile, InvalidValue, UnwritableFile
from kompetanse.files import (
    ensure_writable,
    read_programme,
    write_programme,
    write_text,
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no quotes in a name")
def test_an_odd_name_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "på 'et' \"vis\"\n.yaml"
    write_programme(NEW, path)
    assert read_programme(path) == NEW


def test_text_is_written_as_it_is_whole_or_not_at_all(tmp_path: Path) -> None:
    write_text("<p>Å\n</p>", tmp_path / "t.html")
    assert (tmp_path / "t.html").read_bytes() == "<p>Å\n</p>".encode()
    with pytest.raises(InvalidValue):
        write_text(b"bytes", tmp_path / "t.html")  # type: ignore[arg-type]
    with pytest.raises(UnwritableFile):
        write_text("lone \ud800", tmp_path / "t.html")
    assert [one.name for one in tmp_path.iterdir()] == ["t.html"]
    assert (tmp_path / "t.html").read_bytes() == "<p>Å\n</p>".encode()


def test_an_ending_or_a_place_that_is_none_is_told_before_anything_is_made(tmp_path: Path) -> None:
    ensure_writable(tmp_path / "t.HTML", (".html", ".xlsx"))
    for path, key in (("t.pdf", "unknown-ending"), ("gone/t.html", "no-such-folder")):
        with pytest.raises(UnwritableFile) as caught:
            ensure_writable(tmp_path / path, (".html", ".xlsx"))
        assert caught.value.problem.key == key
    assert not list(tmp_path.iterdir())
