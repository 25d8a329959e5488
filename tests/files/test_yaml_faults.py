"""What YAML cannot be read as a programme: each fault with its place, line and column, all at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kompetanse.errors import Fault, InvalidFile
from kompetanse.files import read_programme

HEAD = "kompetanse: 1\nid: p\n"
Expected = tuple[str, str, int | None, int | None]
"""Key of the problem, place, line and column."""
ToldIn = Callable[[str, str], list[Expected]]
FaultsIn = Callable[[str, str], tuple[Fault, ...]]

YAML_FAULTS: dict[str, tuple[str, Expected]] = {
    "text where a whole number should be": (
        HEAD + "modules:\n  - id: m\n    preparation: {days: ten}\n",
        ("not-whole", "modules/m/preparation/days", 5, 25),
    ),
    "too long a journey": (
        HEAD + "organisations:\n  - {id: o, travel: 1001}\n",
        ("out-of-range", "organisations/o/travel", 4, 21),
    ),
    "a cost below nothing": (
        HEAD + "costs:\n  gathering: -1\n",
        ("out-of-range", "costs/gathering", 4, 14),
    ),
    "a cost of another kind": (HEAD + "costs: {room: 1}\n", ("unknown-key", "costs/room", 3, 9)),
    "a cost alone": (HEAD + "costs: 500\n", ("not-mapping", "costs", 3, 8)),
    "an unknown factor": (
        HEAD + "assumptions:\n  - {factor: efect, likely: 1}\n",
        ("not-one-of", "assumptions/efect/factor", 4, 14),
    ),
    "nothing assumed": (
        HEAD + "assumptions:\n  - {factor: effect}\n",
        ("missing-key", "assumptions/effect", 4, 5),
    ),
    "more than the whole": (
        HEAD + "assumptions:\n  - {factor: transfer, likely: 0.5, high: 2}\n",
        ("out-of-range", "assumptions/transfer/high", 4, 43),
    ),
    "an assumption that is no number": (
        HEAD + "assumptions:\n  - {factor: transfer, likely: half}\n",
        ("not-number", "assumptions/transfer/likely", 4, 32),
    ),
    "a likely number below the low one": (
        HEAD + "assumptions:\n  - {factor: transfer, likely: 0.5, low: 0.6}\n",
        ("not-rising", "assumptions/transfer", 4, 5),
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
        ("levels-not-rising", "framework/levels", 5, 11),
    ),
    "an unknown key": (
        HEAD + "modules:\n  - id: m\n    requries: []\n",
        ("unknown-key", "modules/m/requries", 5, 5),
    ),
    "an unknown key with nothing behind it": (
        HEAD + "modules:\n  - {id: m, reqires: }\n",
        ("unknown-key", "modules/m/reqires", 4, 13),
    ),
    "an unknown language with nothing behind it": (
        HEAD + "name: {nb: a, en: b, nn: }\n",
        ("unknown-key", "name/nn", 3, 22),
    ),
    "a decimal comma in braces": (
        HEAD + "modules:\n  - id: m\n    preparation: {hours: 4,5, days: 3}\n",
        ("split-decimal", "modules/m/preparation/hours", 5, 26),
    ),
    "scenarios": ("kompetanse: 1\nscenarios:\n  - id: s\n", ("scenarios-not-programme", "", 1, 1)),
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
    text: str, expected: Expected, told_in: ToldIn
) -> None:
    assert told_in(text, "programme.yaml") == [expected]


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
def test_all_faults_of_a_file_are_told_at_once_in_the_order_of_the_file(told_in: ToldIn) -> None:
    assert told_in(FAULTY, "programme.yaml") == [
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
        (HEAD + "modules: [{id: m, preparation: {hours: 4,5}}]\n", "4.5"),
        (HEAD + "modules: [{id: m, preparation: {hours: 4,5}}]\n".replace("4,5", "-0,25"), "-0.25"),
    ],
)
def test_a_fault_says_what_may_have_been_meant(text: str, meant: str, faults_in: FaultsIn) -> None:
    assert any(str(one).endswith(f"; did you mean {meant!r}?") for one in faults_in(text, "programme.yaml"))


def test_faults_name_file_line_column_and_place(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(HEAD + "modules:\n  - id: m\n    tools: x\n", encoding="utf-8")
    with pytest.raises(InvalidFile) as caught:
        read_programme(path)
    assert str(caught.value) == f"{path}:5:12: modules/m/tools: should be a list; found 'x'"
