"""Letting modules require one module in place of another."""

from collections.abc import Iterable

import attrs

from kompetanse.model.bridging import joined, nearest
from kompetanse.model.module import Module
from kompetanse.model.prerequisite import AnyOf, Prerequisite

Options = tuple[Prerequisite, ...]


def required_instead(modules: Iterable[Module], was: str, now: str) -> tuple[Module, ...]:
    """Give the modules, each requiring `now` where it required `was`, of the same kind and with the same lag.

    Where one then requires `now` twice, the stricter of the two stays; where a group names it twice, the
    nearer, since one of the two is enough.
    """
    return tuple(_instead(one, was, now) for one in modules)


def _instead(module: Module, was: str, now: str) -> Module:
    requires, any_of = module.requires, module.any_of
    if any(one.module == was for one in requires):
        requires = joined((), renamed(requires, was, now))
    if any(was in group.modules for group in any_of):
        groups = (
            AnyOf(nearest(renamed(group.options, was, now))) if was in group.modules else group
            for group in any_of
        )
        any_of = tuple(dict.fromkeys(groups))
    if requires is module.requires and any_of is module.any_of:
        return module
    return attrs.evolve(module, requires=requires, any_of=any_of)


def renamed(options: Options, was: str, now: str) -> Options:
    """Give prerequisites with `now` in place of `was`."""
    return tuple(attrs.evolve(one, module=now) if one.module == was else one for one in options)
