"""A maturity framework in a file of its own: read alone, and as what answers are given to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kompetanse.errors import InvalidFile, InvalidValue, NoFramework
from kompetanse.files import (
    read_answers,
    read_framework,
    read_programme,
    read_scenarios,
    write_programme,
)
from kompetanse.files.plain import plain_noun
from kompetanse.files.writing import as_json, as_yaml
from kompetanse.model import MaturityFramework, Organisation, Programme
from kompetanse.testing import strategies

FRAMEWORK = """kompetanse: 1
framework:
  id: modell
  name: {nb: Modellen, en: The model}
  aggregation: {method: power, power: 2, threshold: 0.5}
  levels: [{id: g1, points: 10}, {id: g2, from: 50}]
  dimensions:
    - id: d
      aggregation: minimum
      indicators:
        - {id: i1, question: Q, low: 1, high: 100, curve: log, outside: cap, better: lower}
        - {id: i2, question: Q, knots: [{at: 0, points: 0}, {at: 4, points: 100}]}
        - {id: i3, question: Q, scale: shares}
"""
ORGANISATIONS = "organisations: [{id: oslo, number: 0301}]\n"
PROGRAMME = "id: kurs\n" + FRAMEWORK
SCENARIOS = "kompetanse: 1\nscenarios: []\n"


def written(folder: Path, text: str, name: str = "fil.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(read: Callable[[Path], object], path: Path) -> list[tuple[str, str, int | None]]:
    with pytest.raises(InvalidFile) as caught:
        read(path)
    return [(one.problem.key, one.place, one.line) for one in caught.value.faults]


def test_a_framework_is_read_alike_from_its_own_file_and_from_a_programmes(tmp_path: Path) -> None:
    own = read_framework(written(tmp_path, FRAMEWORK))
    assert own == read_framework(written(tmp_path, PROGRAMME))
    assert [one.id for one in own.indicators()] == ["i1", "i2", "i3"]


def test_what_answers_are_given_to_is_a_programme_in_either_case(tmp_path: Path) -> None:
    alone = read_programme(written(tmp_path, FRAMEWORK + ORGANISATIONS))
    assert alone == Programme(
        "modell",
        alone.framework.name if alone.framework else "",
        framework=read_framework(tmp_path / "fil.yaml"),
        organisations=(Organisation("oslo", number="0301"),),
    )


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(framework=strategies.frameworks())
def test_a_framework_that_is_written_out_is_read_back_equal(
    framework: MaturityFramework, tmp_path: Path
) -> None:
    data = plain_noun(framework)
    for name, text in (
        ("f.yaml", as_yaml({"kompetanse": 1, "framework": data})),
        ("f.json", as_json({"kompetanse": 1, "framework": data})),
    ):
        assert read_framework(written(tmp_path, text, name)) == framework
    write_programme(Programme("p", framework=framework), tmp_path / "p.yaml")
    assert read_framework(tmp_path / "p.yaml") == framework


def test_answers_to_a_framework_may_come_from_anybody_but_those_of_its_file_if_it_names_them(
    tmp_path: Path,
) -> None:
    answers = written(tmp_path, "wave,organisation,respondent,i1\nw,bergen,r,5\n", "svar.csv")
    path = written(tmp_path, FRAMEWORK)
    assert read_answers(answers, read_framework(path)) == read_answers(answers, read_programme(path))
    named = read_programme(written(tmp_path, FRAMEWORK + ORGANISATIONS))
    assert told(lambda one: read_answers(one, named), answers) == [
        ("unknown-organisation", "organisation", 2)
    ]


FAULTS: dict[str, tuple[str, list[tuple[str, str, int | None]]]] = {
    "a wrong value": (
        FRAMEWORK.replace("low: 1,", "low: x,") + "extra: []\n",
        [("not-number", "framework/dimensions/d/indicators/i1/low", 11), ("unknown-key", "extra", 14)],
    ),
    "a rule between values": (
        FRAMEWORK.replace("low: 1,", "low: 0,"),
        [("no-logarithm", "framework/dimensions/d/indicators/i1/low", 11)],
    ),
    "a key that does not go with another": (
        FRAMEWORK.replace("low: 1,", "low: 1, best: 2,"),
        [("not-beside", "framework/dimensions/d/indicators/i1/better", 11)],
    ),
    "no mapping": ("kompetanse: 1\nframework: x\n", [("not-mapping", "framework", 2)]),
    "no version": (FRAMEWORK.removeprefix("kompetanse: 1\n"), [("no-version", "", 1)]),
    "a key twice": (FRAMEWORK + "framework: {id: f}\n", [("duplicate-key", "framework", 14)]),
    "nothing": ("", [("empty-file", "", None)]),
    "scenarios": (SCENARIOS, [("scenarios-not-programme", "", 1)]),
    "a grid": ("kompetanse: 1\ngrid: [[[]]]\n", [("grid-not-programme", "", 1)]),
    "a list": ("- 1\n", [("not-mapping", "", 1)]),
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_in_a_framework_file_is_told_with_its_place(
    text: str, expected: list[tuple[str, str, int | None]], tmp_path: Path
) -> None:
    path = written(tmp_path, text)
    for read in (read_framework, read_programme):
        assert [(key, place, line) for key, place, line in told(read, path)] == expected


def test_a_file_of_another_kind_is_told_as_what_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, FRAMEWORK)
    assert told(read_scenarios, path) == [("framework-not-scenarios", "", 1)]
    assert told(read_scenarios, written(tmp_path, PROGRAMME)) == [("programme-not-scenarios", "", 1)]
    with pytest.raises(InvalidFile, match=r"found 'svar\.txt'"):
        read_framework(tmp_path / "svar.txt")
    with pytest.raises(InvalidValue, match="should be str or PathLike"):
        read_framework(3)  # type: ignore[arg-type]  # the point of the test


def test_a_programme_without_a_framework_has_none_to_read(tmp_path: Path) -> None:
    path = written(tmp_path, "kompetanse: 1\nid: kurs\n")
    with pytest.raises(NoFramework, match="programme 'kurs' has no maturity framework"):
        read_framework(path)
    assert read_programme(path).framework is None
