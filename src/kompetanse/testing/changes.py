"""Strategies for changes to a given programme."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from kompetanse.model import (
    RANGES,
    Add,
    AnyOf,
    Assume,
    Assumption,
    Change,
    Develop,
    Drop,
    Factor,
    Merge,
    Move,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Shift,
    Split,
    Swap,
    Unrequire,
)
from kompetanse.testing.frameworks import WEIGHTS
from kompetanse.testing.modules import HOURS, SESSIONS, modules
from kompetanse.testing.words import BOOLEANS, MAYBE_TEXT, TEXTS

UNKNOWN = "ukjent"
NEW = st.sampled_from(("ny", "ny-2"))
KINDS = st.sampled_from(PrerequisiteKind)
LAGS = st.just(0) | st.integers(0, 30)
FEW_DAYS = st.none() | st.integers(0, 30)
SOME_DAYS = st.integers(-60, -1) | st.integers(1, 60)


class _Parts:
    """What a programme has, to draw from; where it has none of a sort, an id that is unknown."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.ids = [one.id for one in programme.modules] or [UNKNOWN]
        self.module = _mostly(self.ids)
        self.cohort = _mostly([one.id for one in programme.cohorts])
        self.organisation = _mostly([one.id for one in programme.organisations])
        framework = programme.framework
        self.dimension = _mostly([one.id for one in framework.walk()] if framework else [])

    def two(self, draw: st.DrawFn) -> list[str]:
        """Draw two modules."""
        among = self.ids if len(self.ids) > 1 else [*self.ids, UNKNOWN + "-2"]
        return draw(st.lists(st.sampled_from(among), min_size=2, max_size=2, unique=True))

    def prerequisite(self, draw: st.DrawFn) -> Prerequisite | AnyOf:
        if draw(st.sampled_from((False, False, True))):
            options = draw(st.lists(self.module, min_size=1, max_size=2, unique=True))
            return AnyOf(tuple(Prerequisite(one, lag=draw(LAGS)) for one in options))
        return Prerequisite(draw(self.module), draw(KINDS), draw(LAGS))


def _mostly(ids: list[str]) -> st.SearchStrategy[str]:
    return st.sampled_from((*ids * 4, UNKNOWN))


def _drop(draw: st.DrawFn, parts: _Parts) -> Drop:
    return Drop(draw(parts.module), draw(BOOLEANS))


def _add(draw: st.DrawFn, parts: _Parts) -> Add:
    requires = [Prerequisite(one) for one in draw(st.lists(parts.module, max_size=2, unique=True))]
    module = draw(modules(id=draw(NEW), requires=requires))
    beside = draw(st.none() | parts.module)
    return Add(module, before=beside) if draw(BOOLEANS) else Add(module, after=beside)


def _move(draw: st.DrawFn, parts: _Parts) -> Move:
    module, other = parts.two(draw)
    return Move(module, before=other) if draw(BOOLEANS) else Move(module, after=other)


def _swap(draw: st.DrawFn, parts: _Parts) -> Swap:
    return Swap(*parts.two(draw))


def _merge(draw: st.DrawFn, parts: _Parts) -> Merge:
    return Merge(*parts.two(draw))


def _split(draw: st.DrawFn, parts: _Parts) -> Split:
    module = draw(parts.module)
    there = next((one for one in parts.programme.modules if one.id == module), None)
    develops = there.develops if there else ()
    chosen = draw(st.lists(st.sampled_from(develops), max_size=2, unique=True)) if develops else []
    sessions = draw(st.none() | st.integers(0, len(there.sessions) if there else 1))
    return Split(module, draw(NEW), draw(TEXTS), sessions, chosen)


def _require(draw: st.DrawFn, parts: _Parts) -> Require:
    return Require(draw(parts.module), parts.prerequisite(draw))


def _unrequire(draw: st.DrawFn, parts: _Parts) -> Unrequire:
    """Draw a prerequisite that is there to be taken out, where there is any."""
    there: list[tuple[str, str | AnyOf]] = [
        *((one.id, it.module) for one in parts.programme.modules for it in one.requires),
        *((one.id, group) for one in parts.programme.modules for group in one.any_of),
    ]
    return Unrequire(*draw(st.sampled_from(there or [(UNKNOWN, UNKNOWN)])))


def _retime(draw: st.DrawFn, parts: _Parts) -> Retime:
    module, hours = draw(parts.module), st.none() | HOURS
    sessions = draw(st.none() | SESSIONS)
    if sessions is None:
        return Retime(module, draw(FEW_DAYS), draw(hours), draw(FEW_DAYS), draw(HOURS))
    return Retime(module, draw(FEW_DAYS), draw(hours), draw(FEW_DAYS), draw(hours), sessions)


def _shift(draw: st.DrawFn, parts: _Parts) -> Shift:
    """Draw a gathering, or a cohort, that is there to be moved, where there is any."""
    there = [(one.cohort, one.module) for one in parts.programme.timetable.gatherings]
    cohort, module = draw(st.sampled_from(there or [(UNKNOWN, UNKNOWN)]))
    return Shift(cohort, draw(SOME_DAYS), module if draw(BOOLEANS) else None)


def _develop(draw: st.DrawFn, parts: _Parts) -> Develop:
    return Develop(draw(parts.module), draw(st.lists(parts.dimension, max_size=2, unique=True)))


def _reweigh(draw: st.DrawFn, parts: _Parts) -> Reweigh:
    return Reweigh(draw(parts.dimension), draw(WEIGHTS))


def _regroup(draw: st.DrawFn, parts: _Parts) -> Regroup:
    return Regroup(draw(parts.organisation), draw(parts.cohort))


def _assume(draw: st.DrawFn, _: _Parts) -> Assume:
    factor = draw(st.sampled_from(Factor))
    numbers = st.lists(st.floats(*RANGES[factor]), min_size=3, max_size=3)
    low, likely, high = sorted(draw(numbers))
    return Assume(Assumption(factor, likely, low, high, draw(MAYBE_TEXT)))


_DRAWN: Mapping[Any, Callable[[st.DrawFn, _Parts], Change]] = MappingProxyType(
    {
        Require: _require,
        Unrequire: _unrequire,
        Develop: _develop,
        Retime: _retime,
        Shift: _shift,
        Move: _move,
        Swap: _swap,
        Drop: _drop,
        Add: _add,
        Merge: _merge,
        Split: _split,
        Reweigh: _reweigh,
        Regroup: _regroup,
        Assume: _assume,
    }
)


@st.composite
def _changes(draw: st.DrawFn, programme: Programme, kind: type[Change] | None) -> Change:
    one = draw(st.sampled_from(tuple(_DRAWN))) if kind is None else kind
    return _DRAWN[one](draw, _Parts(programme))


def changes(programme: Programme, *, kind: type[Change] | None = None) -> st.SearchStrategy[Change]:
    """Give changes to a programme, of every kind or of one.

    Most can be made, but not all: some name what the programme does not have.
    """
    return _changes(programme, kind)
