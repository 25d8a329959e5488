"""How fast the graph room is, beside its peer, the package ``curricularanalytics``, in the same run.

By hand, in an environment with the extra ``bench``; docs/benchmarks.md has the command and what it gave.
Nothing here is collected by a plain ``pytest``. Without the peer, its rows are left out.
"""

import copy
import random
from pathlib import Path
from typing import Any

import attrs
import pytest

from kompetanse.checks import check
from kompetanse.files import read_curriculum, write_curriculum
from kompetanse.graph import DependencyGraph, measures
from kompetanse.graph.kernel import kernel_of
from kompetanse.model import Course, Curriculum, Module, Prerequisite, Programme

peer = pytest.importorskip("curricularanalytics", reason="the extra bench is not installed")
pytestmark = pytest.mark.filterwarnings("ignore")

REAL = sorted((Path(__file__).parents[2] / ".." / "shared" / "data" / "curricula").glob("K*_CS.csv"))


def layered(count: int, layers: int, *, requires: int = 2) -> Programme:
    """Modules in layers of one width, each requiring a few of the layer before it."""
    draw, width = random.Random(1), count // layers
    modules = []
    for number in range(count):
        layer = number // width
        before = range(max(0, (layer - 1) * width), layer * width)
        wanted = dict.fromkeys(f"m{draw.choice(before)}" for _ in range(requires)) if before else ()
        modules.append(Module(f"m{number}", requires=tuple(wanted)))
    return Programme("p", modules=modules, order=[one.id for one in modules])


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A curriculum of about 45 courses that both can read: a real one, or one as large."""
    source = read_curriculum(REAL[0]) if REAL else _drawn()
    path = tmp_path_factory.mktemp("real") / "curriculum.csv"
    write_curriculum(source, path)
    return path


def _drawn() -> Curriculum:
    modules = [
        Module(str(number), requires=[str(one) for one in range(1, number) if (number * one) % 17 == 1])
        for number in range(1, 44)
    ]
    courses = [Course(one.id, credit_hours=3) for one in modules]
    return Curriculum(Programme("drawn", modules=modules), courses=courses)


@pytest.mark.benchmark(group="read one curriculum, checked")
def bench_read_ours(benchmark: Any, real: Path) -> None:
    assert not benchmark(lambda: check(read_curriculum(real).programme))


@pytest.mark.benchmark(group="read one curriculum, checked")
def bench_read_peer(benchmark: Any, real: Path) -> None:
    assert benchmark(lambda: peer.read_csv(str(real)).is_valid())


@pytest.mark.benchmark(group="one what-if: change, satisfiability, all metrics")
def bench_what_if_ours(benchmark: Any, real: Path) -> None:
    programme = read_curriculum(real).programme
    last, first = programme.modules[-1].id, programme.modules[0].id

    def what_if() -> int:
        graph = DependencyGraph(programme.with_prerequisite(last, Prerequisite(first)))
        return graph.metrics().total.blocking if graph.is_satisfiable() else 0

    assert benchmark(what_if)


@pytest.mark.benchmark(group="one what-if: change, satisfiability, all metrics")
def bench_what_if_peer(benchmark: Any, real: Path) -> None:
    base = peer.read_csv(str(real))

    def what_if() -> int:
        courses = copy.deepcopy(base.courses)  # the base stays as it is, as it does in ours
        courses[-1].add_requisite(courses[0], peer.pre)
        return _all_of_peer(peer.Curriculum("changed", courses))

    assert benchmark(what_if)


@pytest.mark.benchmark(group="one what-if: change, satisfiability, all metrics")
def bench_what_if_peer_in_place(benchmark: Any, real: Path) -> None:
    base = peer.read_csv(str(real))
    last, first = base.courses[-1], base.courses[0]

    def what_if() -> int:
        last.add_requisite(first, peer.pre)
        measured = _all_of_peer(peer.Curriculum("changed", base.courses))
        last.delete_requisite(first)  # and undone by hand
        return measured

    assert benchmark(what_if)


def _all_of_peer(changed: Any) -> int:
    valid = changed.is_valid()
    measured = changed.total_blocking_factor, changed.total_delay_factor, changed.total_centrality
    return int(measured[0] + changed.total_complexity) if valid else 0


def as_peer(programme: Programme) -> Any:
    """Give a design to the peer, course by course."""
    courses = {one.id: peer.Course(one.id, 3) for one in programme.modules}
    for module in programme.modules:
        for one in module.requires:
            courses[module.id].add_requisite(courses[one.module], peer.pre)
    return peer.Curriculum("c", list(courses.values()))


MANY = layered(1_000, 10)


@pytest.mark.benchmark(group="1,000 modules in 10 layers: blocking and centrality")
@pytest.mark.parametrize("measure", ["blocking", "centrality"])
def bench_many_ours(benchmark: Any, measure: str) -> None:
    kernel = DependencyGraph(MANY).kernel
    parts = measures.parts_of(kernel)
    assert sum(benchmark(lambda: _measured(parts, measure)))


def _measured(parts: measures.Parts, measure: str) -> list[int]:
    if measure == "blocking":
        return measures.blocking(parts)
    found: list[int] = getattr(measures, measure)(parts, *measures.both_ways(parts))
    return found


@pytest.mark.benchmark(group="1,000 modules in 10 layers: blocking and centrality")
@pytest.mark.parametrize("measure", ["total_blocking_factor", "total_centrality"])
def bench_many_peer(benchmark: Any, measure: str) -> None:
    base = as_peer(MANY)

    def measured() -> int:
        value: int = getattr(peer.Curriculum("c", base.courses), measure)
        return value

    assert benchmark.pedantic(measured, rounds=1)


@pytest.mark.benchmark(group="100,000 modules")
@pytest.mark.parametrize("layers", [10, 316])
@pytest.mark.parametrize("measure", ["satisfiability", "blocking", "delay", "centrality"])
def bench_nation(benchmark: Any, measure: str, layers: int) -> None:
    kernel = kernel_of(layered(100_000, layers))
    if measure == "satisfiability":
        assert not benchmark.pedantic(lambda: attrs.evolve(kernel).is_torn(), rounds=3)
    else:
        parts = measures.parts_of(kernel)
        assert benchmark.pedantic(lambda: _measured(parts, measure), rounds=3)


@pytest.mark.benchmark(group="order count, 8 layers")
@pytest.mark.parametrize("count", [32, 64])
def bench_count(benchmark: Any, count: int) -> None:
    programme = layered(count, 8)
    assert benchmark.pedantic(lambda: DependencyGraph(programme).count_orders(), rounds=3)
