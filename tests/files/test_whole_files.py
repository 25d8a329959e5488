"""What is wrong with a file as a whole, and what the values in a sound one are read as."""

import json
import os
from pathlib import Path

import pytest

from kompetanse.errors import InvalidFile
from kompetanse.files import load_programme, read_programme
from kompetanse.model import Module, Prerequisite, PrerequisiteKind, Text

HEAD = "kompetanse: 1\nid: p\n"


def whole_file(name: str, data: bytes | None, folder: Path) -> tuple[str, int | None, int | None]:
    path = folder / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InvalidFile) as caught:
        read_programme(path)
    (fault,) = caught.value.faults
    assert fault.place == ""
    assert str(caught.value)
    return fault.problem.key, fault.line, fault.column


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("p.yaml", None, ("no-such-file", None, None)),
        ("\0.yaml", None, ("no-such-file", None, None)),
        ("p.txt", b"kompetanse: 1", ("unknown-ending", None, None)),
        ("p", b"kompetanse: 1", ("unknown-ending", None, None)),
        ("p.yaml", b"", ("empty-file", None, None)),
        ("p.yml", b" \n\n", ("empty-file", None, None)),
        ("p.json", b"\n", ("empty-file", None, None)),
        ("p.yaml", b"# only a remark\n", ("empty-file", None, None)),
        ("p.yaml", b"id: p\nname: L\xf8ft\n", ("not-utf-8", 2, 8)),
        ("p.yaml", "id: å\xf8".encode() + b"\xff", ("not-utf-8", 1, 7)),
        ("p.json", "{}".encode("utf-16"), ("not-utf-8", 1, 1)),
    ],
)
def test_a_file_that_is_none_of_ours_is_told_as_a_whole(
    name: str, data: bytes | None, expected: tuple[str, int | None, int | None], tmp_path: Path
) -> None:
    assert whole_file(name, data, tmp_path) == expected


def test_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").mkdir()
    assert whole_file("p.yaml", None, tmp_path)[0] == "is-directory"


def test_a_file_inside_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert whole_file("a/p.yaml", None, tmp_path)[0] == "no-such-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.yaml")
    assert whole_file("p.yaml", None, tmp_path)[0] == "not-a-file"


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "p.yaml").write_text(HEAD)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InvalidFile, match="may not be read or written by you"):
        read_programme(tmp_path / "p.yaml")


def test_a_file_that_the_disk_fails_on_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    (tmp_path / "p.yaml").write_text(HEAD)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InvalidFile, match="Input/output error"):
        read_programme(tmp_path / "p.yaml")


def test_a_file_beyond_the_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kompetanse.files.sources.LARGEST", 0)
    assert whole_file("p.yaml", b"a", tmp_path)[0] == "too-large"


def test_a_missing_file_says_which_of_its_neighbours_may_have_been_meant(tmp_path: Path) -> None:
    (tmp_path / "programme.yaml").write_text(HEAD)
    with pytest.raises(InvalidFile, match=r"did you mean 'programme\.yaml'\?"):
        read_programme(tmp_path / "program.yaml")


@pytest.mark.usefixtures("parser")
def test_yaml_reads_as_what_it_is_and_guesses_no_types(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_bytes(
        "\ufeffkompetanse: 1\r\n"
        "id: no\r\n"
        "about: null\r\n"
        "name: yes\r\n"
        "order:\r\n"
        "modules:\r\n"
        "  - id: 0301\r\n"
        "    tools: [1.10, 09:00, 2023-06-06, ~]\r\n"
        "    sessions: [{from: 9:00, to: 10:30, theme: on}]\r\n"
        "framework: {id: off, version: 1.10}\r\n"
        "organisations: [{id: oslo, number: 0301}]\r\n".encode()
    )
    programme = read_programme(path)
    assert (programme.id, programme.name, programme.about) == ("no", Text("yes"), Text("null"))
    module = programme.modules[0]
    assert module.id == "0301"
    assert module.tools == (Text("1.10"), Text("09:00"), Text("2023-06-06"), Text("~"))
    assert f"{module.sessions[0].start:%H:%M}-{module.sessions[0].end:%H:%M}" == "09:00-10:30"
    assert programme.framework is not None
    assert programme.framework.version == "1.10"
    assert programme.organisations[0].number == "0301"


@pytest.mark.parametrize("name", ["p.yaml", "p.json"])
def test_what_has_nothing_behind_it_is_not_given(name: str, tmp_path: Path) -> None:
    data = {
        "kompetanse": 1,
        "id": "p",
        "about": None,
        "modules": [{"id": "m", "requires": None}],
        "framework": None,
    }
    text = (
        json.dumps(data)
        if name.endswith("json")
        else HEAD + "about:\nmodules: [{id: m, requires: }]\nframework:\n"
    )
    (tmp_path / name).write_text(text)
    assert read_programme(tmp_path / name).modules == (Module("m"),)


def test_ids_are_composed_and_texts_are_left_as_they_are(tmp_path: Path) -> None:
    apart = "a\u030a"
    (tmp_path / "p.yaml").write_text(
        HEAD + f"name: {apart}\norder: [{apart}]\nframework: {{id: {apart}, version: {apart}}}\n"
        f"modules:\n  - id: {apart}\n    develops: [{apart}]\n"
        f"    requires: [{apart}, {{module: {apart}, lag: 1}}]\n",
        encoding="utf-8",
    )
    read = load_programme(tmp_path / "p.yaml")
    programme = read.programme
    assert (programme.name.nb, programme.order) == (apart, ("å",))
    assert programme.framework is not None
    assert (programme.framework.id, programme.framework.version) == ("å", apart)
    assert programme.modules[0].develops == ("å",)
    assert [one.module for one in programme.modules[0].requires] == ["å", "å"]
    assert read.position("modules/å/requires/1") == (9, 20)


def test_a_prerequisite_is_an_id_or_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(
        HEAD + "modules: [{id: m, requires: [a, {module: b, kind: before or together, lag: 14}]}]\n"
    )
    requires = read_programme(tmp_path / "p.yaml").modules[0].requires
    assert requires == (Prerequisite("a"), Prerequisite("b", PrerequisiteKind.BEFORE_OR_TOGETHER, 14))
