"""What cannot be read as a programme: each fault with its place, line and column, all of them at once."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from kompetanse.errors import Fault, InvalidFile
from kompetanse.files import load_programme, read_programme, read_scenarios
from kompetanse.files import yaml_tree as yaml_room
from kompetanse.model import Module, Prerequisite, PrerequisiteKind, Text

HEAD = "kompetanse: 1\nid: p\n"
Expected = tuple[str, str, int | None, int | None]
"""Key of the problem, place, line and column."""


def faults_in(text: str | bytes, folder: Path, name: str = "programme.yaml") -> tuple[Fault, ...]:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(InvalidFile) as caught:
        (read_scenarios if name.startswith("scenarios") else read_programme)(path)
    assert caught.value.path == str(path)
    assert str(caught.value).count("\n") == len(caught.value.faults) - 1
    return caught.value.faults


def told(faults: tuple[Fault, ...]) -> list[Expected]:
    return [(one.problem.key, one.place, one.line, one.column) for one in faults]


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_room, "LOADER", getattr(yaml, request.param))


YAML_FAULTS: dict[str, tuple[str, Expected]] = {
    "text where a whole number should be": (
        HEAD + "modules:\n  - id: m\n    preparation: {days: ten}\n",
        ("not-whole", "modules/m/preparation/days", 5, 25),
    ),
    "a part of a day": (
        HEAD + "modules:\n  - id: m\n    preparation: {days: 3.7}\n",
        ("not-whole", "modules/m/preparation/days", 5, 25),
    ),
    "a truth value where a whole number should be": (
        HEAD + "organisations:\n  - {id: o, leaders: true}\n",
        ("not-whole", "organisations/o/leaders", 4, 22),
    ),
    "a number out of range": (
        HEAD + "modules:\n  - id: m\n    follow_up: {hours: -1}\n",
        ("out-of-range", "modules/m/follow_up/hours", 5, 24),
    ),
    "no number at all": (
        HEAD + "modules:\n  - id: m\n    follow_up: {hours: .nan}\n",
        ("not-number", "modules/m/follow_up/hours", 5, 24),
    ),
    "a yes for a true": (
        HEAD + "provenance:\n  - {section: modules, illustrative: yes}\n",
        ("not-true-false", "provenance/0/illustrative", 4, 38),
    ),
    "an unknown section": (
        HEAD + "provenance:\n  - {section: moduler}\n",
        ("not-one-of", "provenance/0/section", 4, 15),
    ),
    "a day that is none": (
        HEAD + "timetable:\n  gatherings:\n    - {module: m, cohort: c, date: 2023-02-31}\n",
        ("not-date", "timetable/gatherings/m/c/date", 5, 36),
    ),
    "a date written otherwise": (
        HEAD + "closed:\n  - {from: 3.4.2023, to: 2023-04-10, name: x}\n",
        ("not-date", "closed/0/from", 4, 12),
    ),
    "a date out of range": (
        HEAD + "closed:\n  - {from: 1899-12-31, to: 2023-04-10, name: x}\n",
        ("out-of-range", "closed/0/from", 4, 12),
    ),
    "a time that is none": (
        HEAD + "modules:\n  - id: m\n    sessions:\n      - {from: 09:00, to: 24:00, theme: x}\n",
        ("not-time", "modules/m/sessions/0/to", 6, 27),
    ),
    "an end before its start": (
        HEAD + "modules:\n  - id: m\n    sessions:\n      - {from: 10:00, to: 09:00, theme: x}\n",
        ("end-before-start", "modules/m/sessions/0", 6, 9),
    ),
    "one language only": (HEAD + "name: {nb: Løft}\n", ("languages", "name", 3, 7)),
    "a third language": (HEAD + "name: {nb: a, en: b, nn: c}\n", ("unknown-key", "name/nn", 3, 22)),
    "blank text": (HEAD + "name: ' '\n", ("blank", "name", 3, 7)),
    "blank text in one language": (HEAD + "name: {nb: a, en: ' '}\n", ("blank", "name/en", 3, 19)),
    "a control character, escaped": (HEAD + 'name: "a\\x00b"\n', ("control-character", "name", 3, 7)),
    "a control character, as it is": (HEAD + "name: a\x00b\n", ("control-character", "", 3, 8)),
    "a list where text should be": (HEAD + "name: [a]\n", ("not-text", "name", 3, 7)),
    "text where a list should be": (HEAD + "order: abc\n", ("not-list", "order", 3, 8)),
    "a mapping where a list should be": (HEAD + "modules:\n  id: m\n", ("not-list", "modules", 4, 3)),
    "text where a mapping should be": (HEAD + "framework: f\n", ("not-mapping", "framework", 3, 12)),
    "nothing where an item should be": (HEAD + "order:\n  - a\n  -\n", ("not-text", "order/1", 5, 4)),
    "no id": (HEAD + "order: [a, 'b c']\n", ("not-id", "order/1", 3, 12)),
    "an empty id": (HEAD + "order: [a, '']\n", ("not-id", "order/1", 3, 12)),
    "no id of a module": (HEAD + "modules:\n  - id: a/b\n", ("not-id", "modules/0/id", 4, 9)),
    "no id of a prerequisite": (
        HEAD + "modules:\n  - id: m\n    requires: [a, b c]\n",
        ("not-id", "modules/m/requires/1", 5, 19),
    ),
    "an unknown kind": (
        HEAD + "modules:\n  - id: m\n    requires: [{module: a, kind: befor}]\n",
        ("not-one-of", "modules/m/requires/0/kind", 5, 34),
    ),
    "a prerequisite on nothing": (
        HEAD + "modules:\n  - id: m\n    requires: [{kind: before}]\n",
        ("missing-key", "modules/m/requires/0", 5, 16),
    ),
    "a wrong number of an organisation": (
        HEAD + "organisations:\n  - {id: oslo, number: 301}\n",
        ("not-organisation-number", "organisations/oslo/number", 4, 24),
    ),
    "goalposts in the wrong order": (
        HEAD + "framework:\n  id: f\n  dimensions:\n    - id: d\n      indicators:\n"
        "        - {id: i, question: q, low: 5, high: 1}\n",
        ("high-not-above-low", "framework/dimensions/d/indicators/i", 8, 11),
    ),
    "levels that do not rise": (
        HEAD + "framework:\n  id: f\n  levels: [{id: a, from: 0}, {id: b, from: 0}]\n",
        ("levels-not-rising", "framework", 4, 3),
    ),
    "an unknown key": (
        HEAD + "modules:\n  - id: m\n    requries: []\n",
        ("unknown-key", "modules/m/requries", 5, 5),
    ),
    "a missing key": (HEAD + "modules:\n  - name: m\n", ("missing-key", "modules/0", 4, 5)),
    "a key with nothing behind it": (HEAD + "modules:\n  - id:\n", ("missing-key", "modules/0", 4, 5)),
    "a double key": (HEAD + "name: a\nname: b\n", ("duplicate-key", "name", 4, 1)),
    "a double key inside": (
        HEAD + "modules:\n  - id: m\n    name: a\n    name: b\n",
        ("duplicate-key", "modules/m/name", 6, 5),
    ),
    "a fault in the second of one id": (
        HEAD + "modules:\n  - id: m\n  - id: m\n    tools: a\n",
        ("not-list", "modules/m[2]/tools", 6, 12),
    ),
    "a key that is no text": (HEAD + "? [a]\n: b\n", ("complex-key", "?", 4, 3)),
    "an anchor": (HEAD + "name: &n a\n", ("anchor", "name", 3, 7)),
    "a tag": (HEAD + "name: !!str a\n", ("tag", "name", 3, 7)),
    "an alias of nothing": (HEAD + "name: *n\n", ("alias", "name", 3, 7)),
    "a second document": (HEAD + "---\nid: q\n", ("several-documents", "", 3, 1)),
    "no version": ("id: p\n", ("no-version", "", 1, 1)),
    "a wrong version": ("kompetanse: 2\nid: p\n", ("wrong-version", "kompetanse", 1, 13)),
    "a version that is none": ("kompetanse: [1]\nid: p\n", ("wrong-version", "kompetanse", 1, 13)),
    "a list as a whole": ("- a\n", ("not-mapping", "", 1, 1)),
    "text as a whole": ("a\n", ("not-mapping", "", 1, 1)),
    "an open bracket": (HEAD + "order: [a\n", ("yaml-syntax", "", 4, 1)),
    "a tab for an indent": (HEAD + "modules:\n\t- id: m\n", ("yaml-syntax", "", 4, 1)),
    "a hundred thousand digits": (
        HEAD + f"organisations:\n  - {{id: o, leaders: {'9' * 100_000}}}\n",
        ("out-of-range", "organisations/o/leaders", 4, 22),
    ),
    "a hundred thousand digits for a part": (
        HEAD + f"modules:\n  - id: m\n    preparation: {{hours: {'9' * 100_000}}}\n",
        ("out-of-range", "modules/m/preparation/hours", 5, 26),
    ),
}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("text", "expected"), YAML_FAULTS.values(), ids=YAML_FAULTS.keys())
def test_a_fault_in_yaml_is_told_with_its_place_line_and_column(
    text: str, expected: Expected, tmp_path: Path
) -> None:
    assert told(faults_in(text, tmp_path)) == [expected]


BASE: dict[str, Any] = {"kompetanse": 1, "id": "p"}
JSON_FAULTS: dict[str, tuple[str | dict[str, Any], Expected]] = {
    "a number where text should be": (
        {"organisations": [{"id": "oslo", "number": 301}]},
        ("not-text", "organisations/oslo/number", None, None),
    ),
    "text where a number should be": (
        {"organisations": [{"id": "oslo", "leaders": "9"}]},
        ("not-whole", "organisations/oslo/leaders", None, None),
    ),
    "text where a number with parts should be": (
        {"modules": [{"id": "m", "preparation": {"hours": "9"}}]},
        ("not-number", "modules/m/preparation/hours", None, None),
    ),
    "a part of a leader": (
        {"organisations": [{"id": "oslo", "leaders": 9.0}]},
        ("not-whole", "organisations/oslo/leaders", None, None),
    ),
    "true where a whole number should be": (
        {"organisations": [{"id": "oslo", "leaders": True}]},
        ("not-whole", "organisations/oslo/leaders", None, None),
    ),
    "true where a number should be": (
        {"modules": [{"id": "m", "preparation": {"hours": True}}]},
        ("not-number", "modules/m/preparation/hours", None, None),
    ),
    "true where text should be": ({"name": True}, ("not-text", "name", None, None)),
    "true for the version": ({"kompetanse": True}, ("wrong-version", "kompetanse", None, None)),
    "text for the version": ({"kompetanse": "1"}, ("wrong-version", "kompetanse", None, None)),
    "text for a truth value": (
        {"provenance": [{"section": "modules", "illustrative": "true"}]},
        ("not-true-false", "provenance/0/illustrative", None, None),
    ),
    "one for a truth value": (
        {"provenance": [{"section": "modules", "illustrative": 1}]},
        ("not-true-false", "provenance/0/illustrative", None, None),
    ),
    "null in a list": ({"order": ["a", None]}, ("not-text", "order/1", None, None)),
    "an unknown key": ({"nmae": "x"}, ("unknown-key", "nmae", None, None)),
    "half an emoji": ({"name": "\ud83d"}, ("control-character", "name", None, None)),
    "a number that is none": (
        '{"kompetanse": 1, "id": "p", "modules": [{"id": "m", "preparation": {"hours": NaN}}]}',
        ("not-number", "modules/m/preparation/hours", None, None),
    ),
    "infinity": (
        '{"kompetanse": 1, "id": "p", "modules": [{"id": "m", "preparation": {"hours": 1e999}}]}',
        ("out-of-range", "modules/m/preparation/hours", None, None),
    ),
    "ten thousand digits": (
        f'{{"kompetanse": 1, "id": "p", "organisations": [{{"id": "o", "leaders": {"9" * 10_000}}}]}}',
        ("out-of-range", "organisations/o/leaders", None, None),
    ),
    "ten thousand digits for a part": (
        '{"kompetanse": 1, "id": "p", "modules": [{"id": "m", "preparation": {"hours": '
        + "9" * 10_000
        + "}}]}",
        ("out-of-range", "modules/m/preparation/hours", None, None),
    ),
    "a double key": ('{"kompetanse": 1, "id": "p", "id": "q"}', ("duplicate-key", "id", None, None)),
    "a double key inside": (
        '{"kompetanse": 1, "id": "p", "modules": [{"id": "m", "name": "a", "name": 3}]}',
        ("duplicate-key", "modules/m/name", None, None),
    ),
    "a comma too many": ('{"kompetanse": 1,\n "id": "p",}', ("json-syntax", "", 2, 12)),
    "a list as a whole": ("[]", ("not-mapping", "", None, None)),
    "a number as a whole": ("3", ("not-mapping", "", None, None)),
}


@pytest.mark.parametrize(("held", "expected"), JSON_FAULTS.values(), ids=JSON_FAULTS.keys())
def test_a_fault_in_json_is_told_with_its_place(
    held: str | dict[str, Any], expected: Expected, tmp_path: Path
) -> None:
    text = held if isinstance(held, str) else json.dumps({**BASE, **held})
    faults = faults_in(text, tmp_path, "programme.json")
    if expected[0] == "json-syntax":  # where a stray comma is pointed at depends on the version of Python
        assert told(faults)[0][:3] == expected[:3]
    else:
        assert told(faults) == [expected]


SCENARIOS = "kompetanse: 1\nscenarios:\n  - id: s\n    changes:\n"
SCENARIO_FAULTS: dict[str, tuple[str, Expected]] = {
    "no change": (SCENARIOS + "      - {drpo: m}\n", ("not-a-change", "scenarios/s/changes/0", 5, 9)),
    "nothing at all": (SCENARIOS + "      - {}\n", ("not-a-change", "scenarios/s/changes/0", 5, 9)),
    "text": (SCENARIOS + "      - drop\n", ("not-mapping", "scenarios/s/changes/0", 5, 9)),
    "two changes in one": (
        SCENARIOS + "      - {drop: m, shift: c}\n",
        ("unknown-key", "scenarios/s/changes/0/shift", 5, 19),
    ),
    "a module that is none": (
        SCENARIOS + "      - {drop: a b}\n",
        ("not-id", "scenarios/s/changes/0/drop", 5, 16),
    ),
    "a fault in a module to add": (
        SCENARIOS + "      - add: {id: m, tools: x}\n",
        ("not-list", "scenarios/s/changes/0/add/tools", 5, 29),
    ),
    "both before and after": (
        SCENARIOS + "      - {move: m, before: a, after: b}\n",
        ("before-or-after", "scenarios/s/changes/0", 5, 9),
    ),
    "neither before nor after": (
        SCENARIOS + "      - {move: m}\n",
        ("before-or-after", "scenarios/s/changes/0", 5, 9),
    ),
    "no days": (SCENARIOS + "      - {shift: c}\n", ("missing-key", "scenarios/s/changes/0", 5, 9)),
    "too many days": (
        SCENARIOS + "      - {shift: c, days: 99999}\n",
        ("out-of-range", "scenarios/s/changes/0/days", 5, 26),
    ),
    "no truth": (
        SCENARIOS + "      - {drop: m, bridge: no}\n",
        ("not-true-false", "scenarios/s/changes/0/bridge", 5, 27),
    ),
    "a wrong lag": (
        SCENARIOS + "      - {require: m, prerequisite: {module: a, lag: -1}}\n",
        ("out-of-range", "scenarios/s/changes/0/prerequisite/lag", 5, 53),
    ),
    "nothing to take out": (
        SCENARIOS + "      - {unrequire: m}\n",
        ("missing-key", "scenarios/s/changes/0", 5, 9),
    ),
    "one id twice": (
        SCENARIOS + "      - {drop: m}\n  - id: s\n",
        ("duplicate-id", "scenarios/s[2]", 6, 5),
    ),
    "no scenarios": ("kompetanse: 1\n", ("missing-key", "", 1, 1)),
    "no version": ("scenarios: []\n", ("no-version", "", 1, 1)),
}


@pytest.mark.parametrize(("text", "expected"), SCENARIO_FAULTS.values(), ids=SCENARIO_FAULTS.keys())
def test_a_fault_in_scenarios_is_told_with_its_place_line_and_column(
    text: str, expected: Expected, tmp_path: Path
) -> None:
    assert told(faults_in(text, tmp_path, "scenarios.yaml")) == [expected]


FAULTY = """\
kompetanse: 3
id: a b
modules:
  - id: strategi
    nmae: Strategi
    preparation: {days: ten, hours: -2, tasks: [x, ' ']}
    requires: [a b, {module: c d, kind: after, lag: 5000}]
    sessions:
      - {from: 9, to: 25:00}
order: [x, y z]
organisations:
  - {id: oslo, number: 301, leaders: many}
closed: [{from: 2023-04-10, to: 2023-04-03, name: *easter}]
"""


@pytest.mark.usefixtures("parser")
def test_all_faults_of_a_file_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    assert told(faults_in(FAULTY, tmp_path)) == [
        ("wrong-version", "kompetanse", 1, 13),
        ("not-id", "id", 2, 5),
        ("unknown-key", "modules/strategi/nmae", 5, 5),
        ("not-whole", "modules/strategi/preparation/days", 6, 25),
        ("out-of-range", "modules/strategi/preparation/hours", 6, 37),
        ("blank", "modules/strategi/preparation/tasks/1", 6, 52),
        ("not-id", "modules/strategi/requires/0", 7, 16),
        ("not-id", "modules/strategi/requires/1/module", 7, 30),
        ("not-one-of", "modules/strategi/requires/1/kind", 7, 41),
        ("out-of-range", "modules/strategi/requires/1/lag", 7, 53),
        ("missing-key", "modules/strategi/sessions/0", 9, 9),
        ("not-time", "modules/strategi/sessions/0/from", 9, 16),
        ("not-time", "modules/strategi/sessions/0/to", 9, 23),
        ("not-id", "order/1", 10, 12),
        ("not-organisation-number", "organisations/oslo/number", 12, 24),
        ("not-whole", "organisations/oslo/leaders", 12, 38),
        ("alias", "closed/0/name", 13, 51),
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (HEAD + "modlues: []\n", "modules"),
        (HEAD + "modules: [{id: m, folow_up: {days: 1}}]\n", "follow_up"),
        (HEAD + "modules: [{id: m, sessions: [{from: 09:00, too: 10:00, theme: x}]}]\n", "to"),
        (HEAD + "modules: [{id: m, requires: [{module: a, kind: befor}]}]\n", "before"),
        (HEAD + "modules: [{id: m, preparation: {hours: '2,5'}}]\n", "2.5"),
        (HEAD + "name: {nb: a, eng: b}\n", "en"),
    ],
)
def test_a_fault_says_what_may_have_been_meant(text: str, meant: str, tmp_path: Path) -> None:
    assert any(str(one).endswith(f"; did you mean {meant!r}?") for one in faults_in(text, tmp_path))


def test_a_change_that_is_none_says_which_may_have_been_meant(tmp_path: Path) -> None:
    faults = faults_in(SCENARIOS + "      - {drpo: m}\n", tmp_path, "scenarios.yaml")
    assert str(faults[0]).endswith("found 'drpo'; did you mean 'drop'?")


def test_faults_name_file_line_column_and_place(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(HEAD + "modules:\n  - id: m\n    tools: x\n", encoding="utf-8")
    with pytest.raises(InvalidFile) as caught:
        read_programme(path)
    assert str(caught.value) == f"{path}:5:12: modules/m/tools: should be a list; found 'x'"


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
