"""Links: prerequisites as edges between modules."""

from collections.abc import Container, Iterator

import attrs

from kompetanse.model import Module, Prerequisite, PrerequisiteKind


@attrs.frozen
class Link:
    """One statement that `then` is not taken before `first`."""

    first: str
    then: str
    owner: str
    """The module that has the prerequisite: `then`; or `first`, where "together" is read the other way."""
    prerequisite: Prerequisite

    @property
    def strict(self) -> bool:
        """Whether the two may not be taken together either."""
        return self.prerequisite.strict and self.owner == self.then


def links_of(module: Module) -> Iterator[Link]:
    """Yield the binding links that a module's prerequisites make; "together" makes one each way."""
    for one in module.requires:
        if one.kind.binding:
            yield Link(one.module, module.id, module.id, one)
        if one.kind is PrerequisiteKind.TOGETHER:
            yield Link(module.id, one.module, module.id, one)


def unknown_in(module: Module, known: Container[str]) -> Iterator[Link]:
    """Yield the links from modules that are not known; the options of a group are told one by one."""
    for one in module.requires:
        if one.kind.binding and one.module not in known:
            yield Link(one.module, module.id, module.id, one)
    for group in module.any_of:
        for one in group.options:
            if one.module not in known:
                yield Link(one.module, module.id, module.id, one)
