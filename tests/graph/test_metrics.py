"""Metrics against a slow implementation that lists every path, and against the published ones."""

import csv
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import NothingCanBegin, RingOfPrerequisites
from kompetanse.files import read_curriculum
from kompetanse.graph import DependencyGraph, Metrics
from kompetanse.model import Module, Prerequisite, PrerequisiteKind, Programme
from kompetanse.testing.strategies import designs

MANY = settings(max_examples=1000)
CURRICULA = Path(__file__).parents[2] / ".." / "shared" / "data" / "curricula"
KNOWN = sorted(CURRICULA.glob("*_w_metrics.csv"))


def satisfiable(programme: Programme) -> DependencyGraph | None:
    graph = DependencyGraph(programme)
    return graph if graph.is_satisfiable() else None


def slow(programme: Programme) -> dict[str, tuple[int, int, int]]:
    """List every path; only for acyclic designs."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(one.id for one in programme.modules)
    graph.add_edges_from(
        (one.module, it.id) for it in programme.modules for one in it.requires if one.kind.binding
    )
    sources = [one for one in graph if not graph.in_degree(one)]
    sinks = [one for one in graph if not graph.out_degree(one)]
    paths = [[one] for one in sources if one in sinks]
    for source in sources:
        for sink in sinks:
            if source != sink:
                paths += nx.all_simple_paths(graph, source, sink)
    found = {}
    for one in graph:
        through = [path for path in paths if one in path]
        inner = [len(path) for path in through if path[0] != one and path[-1] != one]
        found[one] = (len(nx.descendants(graph, one)), max(map(len, through)), sum(inner))
    return found


@MANY
@given(designs(onward=True))
def test_metrics_are_what_listing_every_path_gives(programme: Programme) -> None:
    graph = satisfiable(programme)
    if graph is None:
        return
    metrics = graph.metrics()
    assert {one.module: (one.blocking, one.delay, one.centrality) for one in metrics.modules} == slow(
        programme
    )
    assert all(one.complexity == one.blocking + one.delay for one in metrics.modules)


@MANY
@given(designs(onward=True))
def test_the_longest_chain_is_one(programme: Programme) -> None:
    graph = satisfiable(programme)
    if graph is None:
        return
    metrics = graph.metrics()
    chain = metrics.longest_chain
    assert len(chain) == max(metrics.delay)
    assert all(graph.digraph.has_edge(first, then) for first, then in pairwise(chain))


@given(designs(onward=True), st.data())
def test_a_further_prerequisite_never_lowers_a_sum(programme: Programme, data: st.DataObject) -> None:
    graph = satisfiable(programme)
    ids = programme.teaching_order
    required = data.draw(st.sampled_from(ids))
    module = data.draw(st.sampled_from(ids[ids.index(required) :]))
    more = satisfiable(_with(programme, module, required))
    if graph is None or more is None:
        return
    before, after = graph.metrics().total, more.metrics().total
    assert before.blocking <= after.blocking
    assert before.delay <= after.delay
    assert before.complexity <= after.complexity


def _with(programme: Programme, module: str, required: str) -> Programme:
    if any(one.module == required for one in programme.module(module).requires):
        return programme
    return programme.with_prerequisite(module, Prerequisite(required))


def test_modules_that_require_each_other_count_as_one_step_as_long_as_both() -> None:
    both = Prerequisite("b", PrerequisiteKind.BEFORE_OR_TOGETHER)
    back = Prerequisite("c", PrerequisiteKind.BEFORE_OR_TOGETHER)
    modules = (
        Module("a"),
        Module("b", requires=(Prerequisite("a"), back)),
        Module("c", requires=(both,)),
        Module("d", requires=("c",)),
    )
    metrics = DependencyGraph(Programme("p", modules=modules)).metrics()
    assert metrics.blocking == (3, 2, 2, 0)
    assert metrics.delay == (4, 4, 4, 4)
    assert metrics.centrality == (0, 4, 4, 0)
    assert metrics.longest_chain == ("a", "b", "c", "d")


def test_a_quarter_counts_two_thirds_to_one_decimal_course_by_course() -> None:
    modules = (Module("a"), Module("b", requires=("a",)), Module("c", requires=("b",)))
    metrics = DependencyGraph(Programme("p", modules=modules)).metrics(quarter=True)
    assert metrics.complexity == (3.3, 2.7, 2.0)
    assert metrics.total.complexity == 8.0


def test_a_bottleneck_requires_or_is_required_by_many() -> None:
    modules = [
        Module("hub"),
        *(Module(id_, requires=("hub",)) for id_ in "abc"),
        Module("z", requires=("a",)),
    ]
    assert DependencyGraph(Programme("p", modules=modules)).metrics().bottlenecks == ("hub",)


def test_a_design_that_cannot_be_taken_has_no_metrics() -> None:
    ring = Programme("p", modules=(Module("a", requires=("b",)), Module("b", requires=("a",))))
    with pytest.raises(RingOfPrerequisites):
        DependencyGraph(ring).metrics()
    stuck = Programme("p", modules=(Module("a", any_of=[("b",)]), Module("b", requires=("a",))))
    with pytest.raises(NothingCanBegin):
        DependencyGraph(stuck).metric_ranges()


def test_a_programme_without_modules_measures_nothing() -> None:
    metrics = DependencyGraph(Programme("p")).metrics()
    assert metrics == Metrics((), (), (), (), (), (), ())
    assert metrics.total.blocking == 0


# Colorado State University's B.S. in computer science, the courses that require or are required: number,
# what each requires (c: as a corequisite), then complexity, blocking, delay and centrality as
# curricularanalytics.org gave them. From NeuCurricularAnalytics/NuAnalytics, 2025.
COLORADO = """
1: 9 6 3 0
2: 22 16 6 0
3 2: 19 13 6 44
5 3: 17 11 6 39
6 2 1: 5 2 3 12
7 5: 11 5 6 22
8 3: 7 2 5 5
9 1: 4 1 3 3
10 1: 2 0 2 0
11 7: 8 2 6 12
12 5 6: 4 0 4 0
13 5 8: 6 1 5 10
14 7: 5 0 5 0
15 6 1: 3 0 3 0
16 11: 6 0 6 0
17 11: 6 0 6 0
18 7 9: 5 0 5 0
19 5: 4 0 4 0
20 5: 4 0 4 0
21 13: 5 0 5 0
22: 3 1 2 0
23 22: 2 0 2 0
25: 3 1 2 0
26 c25: 2 0 2 0
"""


def test_metrics_are_the_published_ones_of_a_real_curriculum() -> None:
    modules, expected = [], {}
    for row in COLORADO.strip().splitlines():
        course, figures = row.split(":")
        id_, *required = course.split()
        modules.append(Module(id_, requires=[_required(one) for one in required]))
        expected[id_] = tuple(map(int, figures.split()))
    metrics = DependencyGraph(Programme("colorado", modules=modules)).metrics()
    found = {one.module: (one.complexity, one.blocking, one.delay, one.centrality) for one in metrics.modules}
    assert found == expected


def _required(one: str) -> Prerequisite:
    kind = PrerequisiteKind.BEFORE_OR_TOGETHER if one.startswith("c") else PrerequisiteKind.BEFORE
    return Prerequisite(one.removeprefix("c"), kind)


@pytest.mark.skipif(not KNOWN, reason="the five curricula with reference metrics are not here")
@pytest.mark.parametrize("path", KNOWN, ids=lambda path: path.stem)
def test_metrics_are_the_published_ones_course_by_course(path: Path) -> None:
    plain = path.with_name(path.name.replace("_w_metrics", ""))
    for source in (path, plain):
        metrics = DependencyGraph(read_curriculum(source).programme).metrics()
        found = {
            one.module: (one.complexity, one.blocking, one.delay, one.centrality) for one in metrics.modules
        }
        assert found == dict(published(path))


def published(path: Path) -> Iterator[tuple[str, tuple[float, int, float, int]]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    heading = next(row for row in rows if row[0] == "Course ID")
    columns = [heading.index(name) for name in ("Complexity", "Blocking", "Delay", "Centrality")]
    for row in rows[rows.index(heading) + 1 :]:
        if row and row[0]:
            complexity, blocking, delay, centrality = (float(row[column]) for column in columns)
            yield row[0], (complexity, int(blocking), delay, int(centrality))
