"""How fast scoring is, beside bare numpy and the package ``pymcdm``, in the same run.

By hand, in an environment with the extra ``bench``; docs/benchmarks.md has the command and what it gave.
Nothing here is collected by a plain ``pytest``. Without pymcdm, its row is left out.
"""

import tracemalloc
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from kompetanse.model import Indicator, MaturityDimension, MaturityFramework
from kompetanse.scoring import score_matrix
from kompetanse.scoring.evaluation import evaluate
from kompetanse.scoring.tree import tree_of

pytestmark = pytest.mark.filterwarnings("ignore")

NODES = 17
INDICATORS = 60
MILLION = 1_000_000


def _framework() -> MaturityFramework:
    """Three storeys: the whole, 4 dimensions, 12 narrower ones of 5 indicators each."""

    def narrower(name: str) -> MaturityDimension:
        asked = [Indicator(f"{name}-{number}", "?", 1, 5) for number in range(5)]
        return MaturityDimension(name, indicators=asked)

    def wider(name: str) -> MaturityDimension:
        return MaturityDimension(name, dimensions=[narrower(f"{name}{number}") for number in range(3)])

    return MaturityFramework("f", dimensions=[wider(name) for name in "abcd"])


FRAMEWORK = _framework()


def answers(rows: int) -> NDArray[np.float64]:
    """Answers of 1 to 5, one in twenty missing."""
    draw = np.random.default_rng(1)
    result = draw.integers(1, 6, (rows, INDICATORS)).astype(np.float64)
    result[draw.random(result.shape) < 0.05] = np.nan
    return result


@pytest.fixture(scope="module")
def few() -> NDArray[np.float64]:
    return answers(400)


@pytest.fixture(scope="module")
def many() -> NDArray[np.float64]:
    return answers(MILLION)


def bare(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weighted means of what is there, by numpy alone: rows × nodes."""
    there = ~np.isnan(values)
    means: NDArray[np.float64] = (np.where(there, values, 0) @ weights) / (there @ weights)
    return means


WEIGHTS = np.random.default_rng(2).random((INDICATORS, NODES))


@pytest.mark.benchmark(group="400 organisations × 60 indicators, all nodes")
def bench_few_ours(benchmark: Any, few: NDArray[np.float64]) -> None:
    tree = tree_of(FRAMEWORK)
    points, covered = few.T * 25 - 25, np.where(np.isnan(few.T), 0.0, 1.0)
    assert benchmark(lambda: evaluate(tree, points, covered).values).shape == (NODES + INDICATORS, 400)


@pytest.mark.benchmark(group="400 organisations × 60 indicators, all nodes")
def bench_few_numpy(benchmark: Any, few: NDArray[np.float64]) -> None:
    assert benchmark(lambda: bare(few, WEIGHTS)).shape == (400, NODES)


@pytest.mark.benchmark(group="1,000,000 × 60, all nodes, missing-aware")
def bench_many_ours(benchmark: Any, many: NDArray[np.float64]) -> None:
    run = lambda: score_matrix(FRAMEWORK, many).values  # noqa: E731  # what is timed
    assert benchmark.pedantic(run, rounds=5).shape == (MILLION, NODES)


@pytest.mark.benchmark(group="1,000,000 × 60, all nodes, missing-aware")
def bench_many_numpy(benchmark: Any, many: NDArray[np.float64]) -> None:
    assert benchmark.pedantic(lambda: bare(many, WEIGHTS), rounds=5).shape == (MILLION, NODES)


@pytest.mark.benchmark(group="1,000,000 × 60, all nodes, missing-aware")
def bench_many_pymcdm(benchmark: Any, many: NDArray[np.float64]) -> None:
    """The peer weighs one node at a time, and knows of no missing answers: it gets the whole, complete."""
    peer = pytest.importorskip("pymcdm", reason="the extra bench is not installed")
    complete = np.where(np.isnan(many), 3.0, many)
    weights, types = WEIGHTS[:, 0] / WEIGHTS[:, 0].sum(), np.ones(INDICATORS)
    method = peer.methods.WSM(peer.normalizations.minmax_normalization)
    assert len(benchmark.pedantic(lambda: method(complete, weights, types), rounds=3)) == MILLION


def bench_many_memory(many: NDArray[np.float64]) -> None:
    """The memory that scoring a million rows adds at its peak, its result included."""
    tracemalloc.start()
    score_matrix(FRAMEWORK, many)
    added = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"\nmemory added: {added:.0f} MB")  # noqa: T201  # it is what is measured
    assert added < 400
