"""A module that requires more, or less."""

import attrs

from kompetanse.model.module import Module
from kompetanse.model.prerequisite import AnyOf, Prerequisite


def with_prerequisite(module: Module, prerequisite: Prerequisite | AnyOf) -> Module:
    """Give a module with a prerequisite, or a group, in place of any on the same."""
    if isinstance(prerequisite, AnyOf):
        return attrs.evolve(module, any_of=(*_without(module.any_of, prerequisite), prerequisite))
    kept = list(module.requires)
    places = [place for place, one in enumerate(kept) if one.module == prerequisite.module]
    place = places[0] if places else len(kept)
    kept = [one for one in kept if one.module != prerequisite.module]
    return attrs.evolve(module, requires=(*kept[:place], prerequisite, *kept[place:]))


def without_prerequisite(module: Module, required: str | AnyOf) -> Module | None:
    """Give a module that does not require another, or a group; None where it did not. Lags do not count."""
    if isinstance(required, AnyOf):
        groups = _without(module.any_of, required)
        return None if groups == module.any_of else attrs.evolve(module, any_of=groups)
    kept = tuple(one for one in module.requires if one.module != required)
    return None if kept == module.requires else attrs.evolve(module, requires=kept)


def _without(groups: tuple[AnyOf, ...], group: AnyOf) -> tuple[AnyOf, ...]:
    return tuple(one for one in groups if set(one.modules) != set(group.modules))
