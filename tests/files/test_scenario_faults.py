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
    "merged with itself": (
        SCENARIOS + "      - {merge: m, into: m}\n",
        ("nothing-to-do", "scenarios/s/changes/0", 5, 9),
    ),
    "merged into nothing": (
        SCENARIOS + "      - {merge: m}\n",
        ("missing-key", "scenarios/s/changes/0", 5, 9),
    ),
    "a half without its id": (
        SCENARIOS + "      - {split: m}\n",
        ("missing-key", "scenarios/s/changes/0", 5, 9),
    ),
    "half a session": (
        SCENARIOS + "      - {split: m, new: n, sessions: 0.5}\n",
        ("not-whole", "scenarios/s/changes/0/sessions", 5, 38),
    ),
    "swapped with itself": (
        SCENARIOS + "      - {swap: m, with: m}\n",
        ("nothing-to-do", "scenarios/s/changes/0", 5, 9),
    ),
    "another time that is none": (
        SCENARIOS + "      - {retime: m}\n",
        ("nothing-to-do", "scenarios/s/changes/0", 5, 9),
    ),
    "too many hours": (
        SCENARIOS + "      - {retime: m, follow_up_hours: 10001}\n",
        ("out-of-range", "scenarios/s/changes/0/follow_up_hours", 5, 38),
    ),
    "a session that ends before it begins": (
        SCENARIOS + "      - retime: m\n        sessions: [{from: 10:00, to: 09:00, theme: T}]\n",
        ("end-before-start", "scenarios/s/changes/0/sessions/0", 6, 20),
    ),
    "one dimension as text": (
        SCENARIOS + "      - {develop: m, dimensions: d}\n",
        ("not-list", "scenarios/s/changes/0/dimensions", 5, 34),
    ),
    "no weight": (
        SCENARIOS + "      - {reweigh: d, weight: 0}\n",
        ("out-of-range", "scenarios/s/changes/0/weight", 5, 30),
    ),
    "no cohort": (
        SCENARIOS + "      - {regroup: o}\n",
        ("missing-key", "scenarios/s/changes/0", 5, 9),
    ),
    "no factor": (
        SCENARIOS + "      - assume: {factor: efekt, likely: 1}\n",
        ("not-one-of", "scenarios/s/changes/0/assume/factor", 5, 26),
    ),
    "a share above one": (
        SCENARIOS + "      - assume: {factor: transfer, likely: 1.5}\n",
        ("out-of-range", "scenarios/s/changes/0/assume/likely", 5, 44),
    ),
    "numbers that fall": (
        SCENARIOS + "      - assume: {factor: effect, likely: 1, high: 0}\n",
        ("not-rising", "scenarios/s/changes/0/assume", 5, 17),
    ),
    "on one that is not there": (
        "kompetanse: 1\nscenarios:\n  - {id: uten, on: utn}\n",
        ("unknown-scenario", "scenarios/uten/on", 3, 20),
    ),
    "on itself": (
        "kompetanse: 1\nscenarios:\n  - {id: s, on: s}\n",
        ("ring-of-scenarios", "scenarios/s/on", 3, 17),
    ),
    "a programme": (
        "kompetanse: 1\nid: p\nname: P\nmodules:\n  - id: m\n",
        ("programme-not-scenarios", "", 1, 1),
    ),
    "a grid": ("kompetanse: 1\ngrid: [[[]]]\n", ("grid-not-scenarios", "", 1, 1)),
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


def test_every_fault_of_what_scenarios_build_on_is_told_once(faults_in: FaultsIn) -> None:
    text = """\
kompetanse: 1
scenarios:
  - {id: d, on: c}
  - {id: c, on: a}
  - {id: b, on: c}
  - {id: a, on: b}
  - {id: f, on: e}
  - {id: e, on: f}
  - {id: a, on: x}
  - {id: uten, on: utne}
"""
    told = [str(one) for one in faults_in(text, "scenarios.yaml")]
    ring = "scenarios build on one another in a ring"
    assert told == [
        f"6:17: scenarios/a/on: {ring}: a → b → c → a; let one of them start from the base",
        f"8:17: scenarios/e/on: {ring}: e → f → e; let one of them start from the base",
        "9:5: scenarios/a[2]: another here has the id 'a' already; give each its own",
        "10:20: scenarios/uten/on: there is no scenario 'utne' in this file to build on; "
        "did you mean 'uten'?",
    ]
