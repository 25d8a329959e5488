"""What cannot be read as scenarios: each fault with its place, line and column."""

from collections.abc import Callable

import pytest

from kompetanse.errors import Fault

Expected = tuple[str, str, int | None, int | None]
"""Key of the problem, place, line and column."""
ToldIn = Callable[[str, str], list[Expected]]
FaultsIn = Callable[[str, str], tuple[Fault, ...]]

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
    "a programme": (
        "kompetanse: 1\nid: p\nname: P\nmodules:\n  - id: m\n",
        ("programme-not-scenarios", "", 1, 1),
    ),
    "no scenarios": ("kompetanse: 1\n", ("missing-key", "", 1, 1)),
    "no version": ("scenarios: []\n", ("no-version", "", 1, 1)),
}


@pytest.mark.parametrize(("text", "expected"), SCENARIO_FAULTS.values(), ids=SCENARIO_FAULTS.keys())
def test_a_fault_in_scenarios_is_told_with_its_place_line_and_column(
    text: str, expected: Expected, told_in: ToldIn
) -> None:
    assert told_in(text, "scenarios.yaml") == [expected]


def test_a_change_that_is_none_says_which_may_have_been_meant(faults_in: FaultsIn) -> None:
    faults = faults_in(SCENARIOS + "      - {drpo: m}\n", "scenarios.yaml")
    assert str(faults[0]).endswith("found 'drpo'; did you mean 'drop'?")
