"""Checks of large faulty designs end soon, and tell what the plain way of finding it would tell."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.checks import check
from kompetanse.checks.design import Design
from kompetanse.checks.moves import breaks
from kompetanse.model import Module, Move, Prerequisite, PrerequisiteKind, Programme

SIZE = 2_000
IDS = "abcdef"
PREREQUISITES = st.builds(Prerequisite, st.sampled_from(IDS), st.sampled_from(PrerequisiteKind))
GROUPS = st.lists(st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True), max_size=1)


@st.composite
def designs(draw: st.DrawFn) -> Design:
    modules = [
        Module(id_, requires=draw(st.lists(PREREQUISITES, max_size=2)), any_of=draw(GROUPS)) for id_ in IDS
    ]
    return Design(Programme("p", modules=modules, order=draw(st.permutations(IDS))))


@given(design=designs(), pair=st.lists(st.sampled_from(IDS), unique=True, min_size=2, max_size=2))
def test_a_move_breaks_what_the_whole_order_would_tell(design: Design, pair: list[str]) -> None:
    graph = design.graph
    for move in (Move(pair[0], before=pair[1]), Move(pair[0], after=pair[1])):
        moved = move.apply(design.programme).order
        newly = set(graph.violated(moved)) - design.violated, set(graph.unmet(moved)) - design.unmet
        assert breaks(design, move) == any(newly)


def ids(count: int = SIZE) -> list[str]:
    return [f"m{number:04}" for number in range(count)]


REVERSED = Programme(
    "reversed",
    modules=[Module(ids()[0]), *(Module(f"m{n:04}", requires=(f"m{n - 1:04}",)) for n in range(1, SIZE))],
    order=ids()[::-1],
)
UNKNOWN = Programme("unknown", modules=[Module(one, requires=(f"x{one}",)) for one in ids()])
RING = Programme(
    "ring", modules=[Module(f"m{n:04}", requires=(f"m{(n - 1) % SIZE:04}",)) for n in range(SIZE)]
)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("programme", "rule", "count"),
    [(REVERSED, "teaching-order", SIZE - 1), (UNKNOWN, "unknown-id", SIZE), (RING, "ring", 1)],
    ids=lambda value: getattr(value, "id", None),
)
def test_a_large_faulty_design_is_checked_soon(programme: Programme, rule: str, count: int) -> None:
    start = process_time()
    found = [one for one in check(programme) if one.rule == rule]
    assert process_time() - start < 20  # some two seconds here; quadratic ways took minutes
    assert len(found) == count
