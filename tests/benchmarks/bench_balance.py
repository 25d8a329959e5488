"""How fast modules are balanced into periods, and organisations formed into groups.

By hand, in an environment with the extras ``plan`` and ``bench``:

    python -m pytest tests/benchmarks/bench_balance.py -o "python_functions=bench_*"

Nothing here is collected by a plain ``pytest``.
"""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from kompetanse.model import Module, Programme
from kompetanse.planning import balance, form_groups

pytest.importorskip("ortools", reason="the extra plan is not installed")

BACP = Path(__file__).parents[2] / ".." / "shared" / "data" / "bacp.json"
KNOWN = {"bacp8": 17, "bacp10": 14, "bacp-4": 44, "bacp-9": 38}


@pytest.mark.benchmark(group="balanced academic curriculum problem, all three objectives proven")
@pytest.mark.skipif(not BACP.exists(), reason="the instances are not here")
@pytest.mark.parametrize("name", KNOWN)
def bench_published(benchmark: Any, name: str) -> None:
    data = json.loads(BACP.read_text(encoding="utf-8"))[name]
    requires: dict[str, dict[str, None]] = {course: {} for course in data["courses"]}
    for first, then in data["prereq_before_after"]:
        requires[then][first] = None
    programme = Programme(name, modules=[Module(id_, requires=tuple(one)) for id_, one in requires.items()])
    found = benchmark(
        lambda: balance(
            programme,
            periods=data["n_periods"],
            load=(data["load_lb"], data["load_ub"]),
            count=(data["count_lb"], data["count_ub"]),
            loads=dict(zip(data["courses"], data["credits"], strict=True)),
        )
    )
    assert (found.max_load, found.proven) == (KNOWN[name], True)


@pytest.mark.benchmark(group="23 organisations in 3 groups, proven")
@pytest.mark.parametrize("mixed", [True, False])
def bench_groups(benchmark: Any, *, mixed: bool) -> None:
    draw = random.Random(1)
    scores = {f"o{number}": round(draw.uniform(20, 80), 1) for number in range(23)}
    assert benchmark(lambda: form_groups(tuple(scores), 3, scores=scores, mixed=mixed)).proven
