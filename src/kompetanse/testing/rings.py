"""Strategies for programmes whose prerequisites run in a ring."""

import attrs
from hypothesis import strategies as st

from kompetanse.model import Prerequisite, PrerequisiteKind, Programme, Timetable
from kompetanse.testing.programmes import programmes

KINDS = st.sampled_from((PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER))


@st.composite
def _with_ring(draw: st.DrawFn, *, min_modules: int, max_modules: int) -> Programme:
    sound = draw(programmes(min_modules=min_modules, max_modules=max_modules))
    modules = tuple(attrs.evolve(one, any_of=()) for one in sound.modules)  # a ring may leave no choice
    programme = attrs.evolve(sound, modules=modules, timetable=Timetable())
    known = tuple(sorted(module.id for module in programme.modules))
    ring = draw(st.lists(st.sampled_from(known), unique=True, min_size=1))
    kinds = [PrerequisiteKind.BEFORE, *(draw(KINDS) for _ in ring[1:])]
    for before, module, kind in zip(ring, (*ring[1:], ring[0]), kinds, strict=True):
        programme = programme.with_prerequisite(module, Prerequisite(before, kind))
    return programme


def programmes_with_ring(*, min_modules: int = 1, max_modules: int = 5) -> st.SearchStrategy[Programme]:
    """Give programmes in which at least one ring of prerequisites lets nobody begin.

    Apart from rings, `kompetanse.checks.check` finds nothing in them; they have no timetable, since no
    timetable can keep such prerequisites, and no groups, since a ring may tie up all that there is to choose.
    """
    return _with_ring(min_modules=min_modules, max_modules=max_modules)
