"""Taking a module out of the prerequisites without changing how the others must stand.

Each binding prerequisite says "later is not before earlier", strictly or with a lag; "together" says it both
ways; a group says "after one of these". A module that is taken out could always be taken as soon as
all that it needs is done. So every statement that ends in it is joined with every one that starts from it
(as Fourier and Motzkin eliminate a variable from inequalities), and where it was one of a group, all that it
needs takes its place. What the remaining modules may do is then exactly what they could do before, if
anything; a ring that runs through the dropped module alone goes with it.
"""

from collections.abc import Iterable, Iterator

import attrs

from kompetanse.model.module import Module
from kompetanse.model.prerequisite import AnyOf, Prerequisite, PrerequisiteKind

BEFORE, BEFORE_OR_TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER
TOGETHER, RECOMMENDED = PrerequisiteKind.TOGETHER, PrerequisiteKind.RECOMMENDED

Options = tuple[Prerequisite, ...]


def without_module(modules: Iterable[Module], dropped: str, *, bridge: bool) -> tuple[Module, ...]:
    """Give the modules without `dropped`; with `bridge`, what needed it inherits what it needed."""
    everyone = tuple(modules)
    joint = _Joint(everyone, dropped) if bridge else _Joint((), dropped)
    return tuple(_without(one, dropped, joint, bridge=bridge) for one in everyone if one.id != dropped)


def _without(module: Module, dropped: str, joint: "_Joint", *, bridge: bool) -> Module:
    if module.id not in joint.out_of and not module.any_of and dropped not in _named(module):
        return module  # most are; it is told in little time, since designs are dropped from by the thousand
    requires = tuple(one for one in module.requires if one.module != dropped)
    inherited = tuple(joint.prerequisites(module.id))
    requires = joined(requires, inherited) if inherited else requires
    groups = dict.fromkeys((*_regrouped(module, dropped, joint, bridge=bridge), *joint.groups(module.id)))
    if requires == module.requires and tuple(groups) == module.any_of:
        return module
    return attrs.evolve(module, requires=requires, any_of=tuple(groups))


def _named(module: Module) -> list[str]:
    return [one.module for one in module.requires]


def _regrouped(module: Module, dropped: str, joint: "_Joint", *, bridge: bool) -> Iterator[AnyOf]:
    """Yield a module's groups, with what `dropped` needed in its place; or, without bridging, with less."""
    for group in module.any_of:
        lag = next((one.lag for one in group.options if one.module == dropped), None)
        others = tuple(one for one in group.options if one.module != dropped)
        if lag is None:
            yield group
        elif bridge:
            for needed in joint.needs():
                yield _group(module.id, (*others, *_later(needed, lag)))
        elif others:
            yield AnyOf(others)


def _later(options: Options, lag: int) -> Options:
    return tuple(Prerequisite(one.module, BEFORE, one.lag + lag) for one in options)


def _group(module: str, options: Options) -> AnyOf:
    """Give a group for `module`: its own id is no choice, and of two with one id the nearer will do."""
    choices = nearest(one for one in options if one.module != module)
    return AnyOf(choices or (Prerequisite(module),))


def nearest(options: Iterable[Prerequisite]) -> Options:
    """Give the options of a group, of two on one module the one with the smaller lag."""
    by_module: dict[str, Prerequisite] = {}
    for one in options:
        if one.module not in by_module or one.lag < by_module[one.module].lag:
            by_module[one.module] = one
    return tuple(by_module.values())


def joined(requires: Options, added: Iterable[Prerequisite]) -> Options:
    """Give `requires` with all `added`: one prerequisite for each module, wherever one can say it all."""
    by_module: dict[str, list[Prerequisite]] = {}
    for one in requires:
        by_module.setdefault(one.module, []).append(one)
    for one in added:
        several = by_module.setdefault(one.module, [])
        for place, present in enumerate(several):
            if both := _stricter(present, one):
                several[place] = both
                break
        else:
            several.append(one)
    return tuple(one for several in by_module.values() for one in several)


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


class _Joint:
    """What a dropped module needed, what needed it, and what comes of the two."""

    def __init__(self, modules: tuple[Module, ...], dropped: str) -> None:
        self.into: list[Prerequisite] = []
        """What it may not come before."""
        self.out_of: dict[str, list[Prerequisite]] = {}
        """By module, the prerequisites on it: what may not come before it."""
        self.choices: list[AnyOf] = []
        for module in modules:
            if module.id == dropped:
                self.choices += module.any_of
            for one in module.requires:
                if one.kind.binding and (module.id == dropped) != (one.module == dropped):
                    self._note(module.id, one, dropped)

    def _note(self, owner: str, one: Prerequisite, dropped: str) -> None:
        """Note a prerequisite of the dropped module, or on it; "together" is noted both ways."""
        if owner == dropped:
            self.into.append(one)
            if one.kind is TOGETHER:
                self.out_of.setdefault(one.module, []).append(Prerequisite(dropped, TOGETHER))
        else:
            self.out_of.setdefault(owner, []).append(one)
            if one.kind is TOGETHER:
                self.into.append(Prerequisite(owner, TOGETHER))

    def prerequisites(self, module: str) -> Iterator[Prerequisite]:
        """Yield what a module inherits; that it is not before itself goes without saying."""
        for later in self.out_of.get(module, ()):
            for earlier in self.into:
                through = Prerequisite(
                    earlier.module, _composed(earlier.kind, later.kind), earlier.lag + later.lag
                )
                if through.module != module or through.strict:
                    yield through

    def groups(self, module: str) -> Iterator[AnyOf]:
        """Yield the groups that a module inherits."""
        for later in self.out_of.get(module, ()):
            for group in self.choices:
                yield _group(module, _later(group.options, later.lag))

    def needs(self) -> Iterator[Options]:
        """Yield all that the dropped module needed, each as the options of which one would do."""
        for one in self.into:
            yield (one,)
        for group in self.choices:
            yield group.options


def _composed(first: PrerequisiteKind, then: PrerequisiteKind) -> PrerequisiteKind:
    if BEFORE in (first, then):
        return BEFORE
    return TOGETHER if first is then is TOGETHER else BEFORE_OR_TOGETHER
