"""Taking a module out of the prerequisites without changing how the others must stand.

Each binding prerequisite says "later is not before earlier", strictly or with a lag; "together" says it both
ways. Taking out a module joins every statement that ends in it with every one that starts from it, as
Fourier and Motzkin eliminate a variable from inequalities. What the remaining modules may do is then
exactly what they could do before.
"""

from collections.abc import Iterable

import attrs

from kompetanse.model.module import Module
from kompetanse.model.prerequisite import Prerequisite, PrerequisiteKind

BEFORE, BEFORE_OR_TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER
TOGETHER, RECOMMENDED = PrerequisiteKind.TOGETHER, PrerequisiteKind.RECOMMENDED


def without_module(modules: Iterable[Module], dropped: str, *, bridge: bool) -> tuple[Module, ...]:
    """Give the modules without `dropped`; with `bridge`, what needed it inherits what it needed."""
    everyone = tuple(modules)
    inherited = _inherited(everyone, dropped) if bridge else {}
    remaining = []
    for module in everyone:
        if module.id == dropped:
            continue
        requires = tuple(one for one in module.requires if one.module != dropped)
        for prerequisite in inherited.get(module.id, ()):
            requires = joined(requires, prerequisite)
        remaining.append(module if requires == module.requires else attrs.evolve(module, requires=requires))
    return tuple(remaining)


def joined(requires: tuple[Prerequisite, ...], added: Prerequisite) -> tuple[Prerequisite, ...]:
    """Give `requires` with `added`: one prerequisite for each module, wherever one can say it all."""
    for place, present in enumerate(requires):
        if present.module == added.module and (both := _stricter(present, added)):
            return (*requires[:place], both, *requires[place + 1 :])
    return (*requires, added)


def _stricter(one: Prerequisite, other: Prerequisite) -> Prerequisite | None:
    """Give the one prerequisite that says both, or None where it takes two to say it."""
    kinds = {one.kind, other.kind}
    if RECOMMENDED in kinds and len(kinds) > 1:
        return one if one.kind.binding else other
    lag = max(one.lag, other.lag)
    if len(kinds) == 1:
        return attrs.evolve(one, lag=lag)
    if kinds == {BEFORE, BEFORE_OR_TOGETHER}:
        return Prerequisite(one.module, BEFORE, lag)
    if kinds == {TOGETHER, BEFORE_OR_TOGETHER} and lag == 0:
        return Prerequisite(one.module, TOGETHER)
    return None


def _inherited(modules: tuple[Module, ...], dropped: str) -> dict[str, list[Prerequisite]]:
    """Give, for each module, the prerequisites that it gets in place of `dropped`."""
    into: list[Prerequisite] = []
    out_of: list[tuple[str, Prerequisite]] = []
    for module in modules:
        for one in module.requires:
            if not one.kind.binding or (module.id == dropped) == (one.module == dropped):
                continue
            other_way = one.kind is TOGETHER
            if module.id == dropped:
                into.append(one)
                out_of += [(one.module, Prerequisite(dropped, TOGETHER))] * other_way
            else:
                out_of.append((module.id, one))
                into += [Prerequisite(module.id, TOGETHER)] * other_way
    inherited: dict[str, list[Prerequisite]] = {}
    for earlier in into:
        for later, one in out_of:
            through = Prerequisite(earlier.module, _composed(earlier.kind, one.kind), earlier.lag + one.lag)
            if through.module != later or through.strict:
                inherited.setdefault(later, []).append(through)
    return inherited


def _composed(first: PrerequisiteKind, then: PrerequisiteKind) -> PrerequisiteKind:
    if BEFORE in (first, then):
        return BEFORE
    return TOGETHER if first is then is TOGETHER else BEFORE_OR_TOGETHER
