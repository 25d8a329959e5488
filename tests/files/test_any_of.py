"""Groups of which any one will do, in files: read, refused in words, and written so that they come back."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kompetanse.errors import Fault, InvalidFile
from kompetanse.files import load_programme, read_programme, read_scenarios, write_programme
from kompetanse.model import AnyOf, Module, Prerequisite, Programme, Require, Unrequire

Told = tuple[str, str, int | None, int | None]
"""Key of the problem, place, line and column."""
ToldIn = Callable[[str, str], list[Told]]
FaultsIn = Callable[[str, str], tuple[Fault, ...]]

HEAD = "kompetanse: 1\nid: p\nmodules:\n  - id: m\n"
CHANGES = "kompetanse: 1\nscenarios:\n  - id: s\n    changes:\n"
GROUPS = AnyOf(("a", "b")), AnyOf((Prerequisite("c", lag=7), "d"))


def test_groups_are_read_and_written_one_on_each_line(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    text = HEAD + "    any_of:\n      - [a, b]\n      - [{module: c, lag: 7}, d]\n"
    path.write_text(text)
    programme = read_programme(path)
    assert programme == Programme("p", modules=(Module("m", any_of=GROUPS),))
    write_programme(programme, path)
    assert path.read_text() == text


def test_the_places_of_a_group_are_its_number_and_that_of_each_option(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(HEAD + "    any_of: [[a, b], [{module: c, lag: 7}, d]]\n")
    read = load_programme(path)
    assert read.position("modules/m/any_of/1") == (5, 22)
    assert read.position("modules/m/any_of/0/1") == (5, 18)
    assert read.position("modules/m/any_of/1/0/lag") == (5, 40)


def test_changes_take_a_group_where_a_list_stands(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(
        CHANGES
        + "      - {require: m, prerequisite: [a, {module: b, lag: 7}]}\n"
        + "      - {unrequire: m, required: [a, b]}\n"
        + "      - {unrequire: m, required: a}\n"
    )
    assert read_scenarios(path)[0].changes == (
        Require("m", AnyOf(("a", Prerequisite("b", lag=7)))),
        Unrequire("m", AnyOf(("a", "b"))),
        Unrequire("m", "a"),
    )


FAULTS: dict[str, tuple[str, Told]] = {
    "no list": ("any_of: a", ("not-list", "modules/m/any_of", 5, 13)),
    "one list alone": ("any_of: [[a], b]", ("not-list", "modules/m/any_of/1", 5, 19)),
    "an empty group": ("any_of: [[a], []]", ("empty-group", "modules/m/any_of/1", 5, 19)),
    "an option of another kind": (
        "any_of: [[a, {module: b, kind: together}]]",
        ("group-of-before", "modules/m/any_of/0/1", 5, 18),
    ),
    "an option twice": (
        "any_of: [[a, {module: a, lag: 1}]]",
        ("option-twice", "modules/m/any_of/0", 5, 14),
    ),
    "no id": ("any_of: [[a, b c]]", ("not-id", "modules/m/any_of/0/1", 5, 18)),
    "a group in a group": ("any_of: [[a, [b]]]", ("not-text", "modules/m/any_of/0/1", 5, 18)),
    "a wrong lag": ("any_of: [[{module: a, lag: x}]]", ("not-whole", "modules/m/any_of/0/0/lag", 5, 32)),
    "an unknown key": ("any_of: [[{module: a, lga: 1}]]", ("unknown-key", "modules/m/any_of/0/0/lga", 5, 27)),
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_in_a_group_is_told_where_it_stands(text: str, expected: Told, told_in: ToldIn) -> None:
    assert told_in(f"{HEAD}    {text}\n", "programme.yaml") == [expected]


CHANGE_FAULTS: dict[str, tuple[str, Told]] = {
    "an empty group": (
        "{require: m, prerequisite: []}",
        ("empty-group", "scenarios/s/changes/0/prerequisite", 5, 36),
    ),
    "an option of another kind": (
        "{require: m, prerequisite: [{module: a, kind: together}]}",
        ("group-of-before", "scenarios/s/changes/0/prerequisite/0", 5, 37),
    ),
    "no module of a group": (
        "{unrequire: m, required: [a, '']}",
        ("not-id", "scenarios/s/changes/0/required/1", 5, 38),
    ),
    "neither": (
        "{unrequire: m, required: {module: a}}",
        ("not-text", "scenarios/s/changes/0/required", 5, 34),
    ),
}


@pytest.mark.parametrize(("text", "expected"), CHANGE_FAULTS.values(), ids=CHANGE_FAULTS.keys())
def test_a_fault_in_the_group_of_a_change_is_told_where_it_stands(
    text: str, expected: Told, told_in: ToldIn
) -> None:
    assert told_in(f"{CHANGES}      - {text}\n", "scenarios.yaml") == [expected]


PLAIN: dict[str, Any] = {
    "programme": {
        "kompetanse": 1,
        "id": "p",
        "name": {"nb": "Løft", "en": "Lift"},
        "order": ["m"],
        "modules": [
            {
                "id": "m",
                "requires": ["a", {"module": "b", "kind": "together", "lag": 1}],
                "any_of": [["a", {"module": "b", "lag": 1}]],
                "develops": ["d"],
                "preparation": {"days": 1, "hours": 1.5, "tasks": ["x"]},
                "sessions": [{"from": "09:00", "to": "10:00", "theme": "x"}],
                "tools": ["x"],
            }
        ],
        "framework": {
            "id": "f",
            "levels": [{"id": "g", "from": 0}],
            "dimensions": [
                {"id": "d", "target": 60, "indicators": [{"id": "i", "question": "q", "low": 1, "high": 5}]}
            ],
        },
        "organisations": [{"id": "o", "number": "0301", "leaders": 1}],
        "cohorts": [{"id": "c", "members": ["o"]}],
        "closed": [{"from": "2023-04-03", "to": "2023-04-10", "name": "x"}],
        "timetable": {"gatherings": [{"module": "m", "cohort": "c", "date": "2023-05-05", "place": "x"}]},
        "provenance": [{"section": "modules", "illustrative": True, "source": "x"}],
    },
    "scenarios": {
        "kompetanse": 1,
        "scenarios": [
            {
                "id": "s",
                "changes": [
                    {"drop": "m", "bridge": False},
                    {"add": {"id": "x"}, "before": "m"},
                    {"move": "m", "after": "x"},
                    {"require": "m", "prerequisite": {"module": "a"}},
                    {"require": "m", "prerequisite": ["a"]},
                    {"unrequire": "m", "required": ["a"]},
                    {"shift": "c", "days": 1, "module": "m"},
                ],
            }
        ],
    },
}
ODD: tuple[Any, ...] = (
    None, True, 0, 1.5, "", "x", [], {}, [None], [[]], [{}], ["x"], [["x"]], [[{}]], {"module": "x"},
    {"x": None}, [{"x": None}], {"nb": "x"},
)  # fmt: skip


def with_odd_values(node: Any) -> Iterator[Any]:  # noqa: ANN401  # whatever JSON can hold
    """Yield the data with each odd value in each of its places."""
    yield from ODD
    if isinstance(node, dict):
        for key, one in node.items():
            for odd in with_odd_values(one):
                yield {**node, key: odd}
    elif isinstance(node, list):
        for number, one in enumerate(node):
            for odd in with_odd_values(one):
                yield [*node[:number], odd, *node[number + 1 :]]


@pytest.mark.parametrize("name", PLAIN)
def test_whatever_stands_wherever_is_read_or_refused_in_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.json"
    read = read_scenarios if name == "scenarios" else read_programme
    path.write_text(json.dumps(PLAIN[name]))
    read(path)
    refusals = []
    for data in with_odd_values(PLAIN[name]):
        path.write_text(json.dumps(data))
        try:
            read(path)
        except InvalidFile as error:
            refusals.append(str(error))
    assert refusals
    assert all(one.startswith(str(path)) for one in refusals)
