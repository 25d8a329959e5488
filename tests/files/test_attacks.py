"""Files that were made to hurt, or that are no files of ours at all, are refused in words and quickly."""

import json
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kompetanse.errors import InvalidFile
from kompetanse.files import (
    load_programme,
    read_answers,
    read_participation,
    read_programme,
    read_scenarios,
    write_programme,
)
from kompetanse.files import yaml_tree as yaml_room
from kompetanse.model import Module, Phase, Programme, Session, Text

HEAD = "kompetanse: 1\nid: p\n"
SECONDS = 10.0
"""Far more than any of these files needs, and far less than one that hurts takes."""


def keys_told(text: str, path: Path) -> list[tuple[str, str]]:
    path.write_bytes(text.encode())
    started = time.process_time()
    with pytest.raises(InvalidFile) as caught:
        read_programme(path)
    assert time.process_time() - started < SECONDS
    return [(one.problem.key, one.place) for one in caught.value.faults]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 900, "/".join("0" * 40)),
        ("[" * 900 + "]" * 900, "/".join("0" * 40)),
        ("{" * 900, "/".join("?" * 40)),
        (HEAD + "name: " + "[" * 900, "name" + "/0" * 39),
        (HEAD + "name: " + "{a: " * 200_000, "name" + "/a" * 39),
        ("".join(f"{' ' * level}a:\n" for level in range(2_000)), "/".join("a" * 40)),
        ("- " * 200_000, "/".join("0" * 40)),
    ],
    ids=["open", "closed", "braces", "inside", "flow mappings", "block mappings", "block lists"],
)
def test_yaml_that_nests_too_deep_is_read_no_further(text: str, place: str, tmp_path: Path) -> None:
    assert ("too-deep", place) in keys_told(text, tmp_path / "p.yaml")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text", ["[" * 200_000, "[" * 200_000 + "]" * 200_000, "{" * 200_000, HEAD + "name: " + "[" * 200_000]
)
def test_two_hundred_thousand_brackets_are_refused_as_too_deep(text: str, tmp_path: Path) -> None:
    assert keys_told(text, tmp_path / "p.yaml")[-1][0] == "too-deep"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "[" * 200_000 + "]" * 200_000,
        '{"a":' * 200_000,
        "[" * 500 + "]" * 500,
        "[" * 41 + "]" * 41,
    ],
)
def test_json_that_nests_too_deep_is_refused(text: str, tmp_path: Path) -> None:
    assert keys_told(text, tmp_path / "p.json")[0][0] in {"too-deep", "json-syntax"}


def test_json_that_nests_too_deep_in_one_place_tells_that_place_and_the_other_faults(tmp_path: Path) -> None:
    deep = json.loads("[" * 60 + "]" * 60)
    text = json.dumps({"kompetanse": 1, "id": "a b", "name": deep})
    assert keys_told(text, tmp_path / "p.json") == [
        ("too-deep", "name" + "/0" * 39),
        ("not-id", "id"),
        ("not-text", "name"),
    ]


@pytest.mark.usefixtures("parser")
def test_an_alias_bomb_is_not_expanded(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    told = keys_told(HEAD + bomb, tmp_path / "p.yaml")
    assert ("anchor", "a29") in told
    assert ("alias", "a29/8") in told
    assert len(told) == 30 + 29 * 9


@pytest.mark.usefixtures("parser")
def test_a_thing_that_holds_itself_is_refused(tmp_path: Path) -> None:
    assert keys_told(HEAD + "order: &o [*o]\n", tmp_path / "p.yaml") == [
        ("anchor", "order"),
        ("alias", "order/0"),
    ]


@pytest.mark.usefixtures("parser")
def test_merging_is_refused(tmp_path: Path) -> None:
    text = HEAD + "modules:\n  - &m {id: a}\n  - {<<: *m}\n"
    told = keys_told(text, tmp_path / "p.yaml")
    assert ("anchor", "modules/a") in told
    assert ("alias", "modules/1/<<") in told


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system", "!!python/name:os.system", "!x", "!!binary", "!"]
)
def test_a_tag_is_never_obeyed(tag: str, tmp_path: Path) -> None:
    assert keys_told(HEAD + f"name: {tag} 'touch x'\n", tmp_path / "p.yaml") == [("tag", "name")]


def test_twenty_thousand_unknown_keys_are_told_quickly(tmp_path: Path) -> None:
    told = keys_told(HEAD + "".join(f"k{number}: x\n" for number in range(20_000)), tmp_path / "p.yaml")
    assert len(told) == 20_000


def test_the_faults_of_five_thousand_modules_are_told_quickly(tmp_path: Path) -> None:
    modules = "".join(f"  - {{id: m{number}, tools: x, requires: a}}\n" for number in range(5_000))
    told = keys_told(HEAD + "modules:\n" + modules, tmp_path / "p.yaml")
    assert told[-1] == ("not-list", "modules/m4999/requires")
    assert len(told) == 10_000


@pytest.mark.parametrize("key", ["a" * 100_000, '"a\\nb"', '"a\\u202eb"', "😀" * 1000, '"\\ud800"'])
def test_an_odd_key_is_told_on_one_short_line(key: str, tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_text(
        f'{{"kompetanse": 1, "id": "p", {key if key[0] == chr(34) else json.dumps(key)}: 1}}', "utf-8"
    )
    with pytest.raises(InvalidFile) as caught:
        read_programme(path)
    assert len(caught.value.faults) == 1
    assert str(caught.value).isprintable()
    assert len(str(caught.value).removeprefix(str(path))) < 400


PIECES = st.lists(
    st.sampled_from(
        [b"kompetanse: 1\n", b"id: p\n", b"modules:\n", b"  - id: m\n", b"    name: ", b"{", b"}",
         b"[", b"]", b": ", b", ", b"- ", b"&a", b"*a", b"!t", b"'", b'"', b"|\n", b"\n", b"\t", b"#",
         b"%YAML 1.1\n", b"---\n", b"?", b"\x00", b"\xff", "å".encode(), b"\xef\xbb\xbf",
         b'"kompetanse"', b'"id"', b"1", b"wave,organisation,respondent", b",", b";", b"\r",
         b"scenarios:\n", b"organisation,module,attended,own_work", b"\xc2\x85", b"\xe2\x80\xa8",
         b"null"]
    ),
    max_size=30,
).map(b"".join)  # fmt: skip


@given(data=st.binary(max_size=200) | PIECES)
@settings(max_examples=400)
@example(data=b"%YAML 9.9\n---\nid: p\n")
@example(data=b"%TAG ! x\n--- !<> a")
@example(data=b'"\\ud800": 1')
@example(data=b"\xef\xbb\xbf\xef\xbb\xbfid: p")
@example(data=b'{"kompetanse": 1, "id": "\\ud800"}')
def test_whatever_stands_in_a_file_it_is_read_or_told(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    programme = Programme("p", modules=(Module("m"),))
    for name in ("junk.yaml", "junk.json", "junk.csv"):
        path = folder / name
        path.write_bytes(data)
        try:
            if name == "junk.csv":
                read_participation(path, programme)
                read_answers(path, programme)
            else:
                read_scenarios(path)
                read_programme(path)
        except InvalidFile as error:
            assert error.faults  # noqa: PT017  # raising is one of two good ends
            assert str(error)  # noqa: PT017  # each fault has a sentence


@given(text=st.text("{}[],:-&*!|>'\"%@`#? \n\tab1\u2028\x85\ufeff", max_size=60))
@settings(max_examples=300)
def test_both_parsers_of_yaml_read_or_tell(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "junk.yaml"
    path.write_bytes((HEAD + text).encode())
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml_room, "LOADER", loader)
            try:
                read_programme(path)
            except InvalidFile as error:
                assert str(error)  # noqa: PT017  # each fault has a sentence


def test_a_programme_of_a_hundred_modules_is_read_in_a_moment(tmp_path: Path) -> None:
    from datetime import time as at  # noqa: PLC0415  # beside the time module

    modules = tuple(
        Module(
            f"m{n}",
            Text(f"Modul {n}", f"Module {n}"),
            requires=tuple(f"m{k}" for k in range(max(0, n - 3), n)),
            preparation=Phase(14, 4, ("Les", "Skriv")),
            sessions=tuple(
                Session(at(hour), at(hour + 1), Text("Økt", "Session")) for hour in (9, 10, 12, 13)
            ),
        )
        for n in range(100)
    )
    programme = Programme("p", modules=modules)
    path = tmp_path / "p.yaml"
    write_programme(programme, path)
    read_programme(path)
    started = time.process_time()
    assert load_programme(path).programme == programme
    assert time.process_time() - started < 1
