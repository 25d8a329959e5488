"""Which modules are still to come: the next that develops a dimension, and what it requires first."""

from collections.abc import Mapping
from functools import cached_property

import attrs

from kompetanse.graph import DependencyGraph
from kompetanse.model import AnyOf, Module, Programme
from kompetanse.scoring.tree import Node

NextStep = tuple[str | None, tuple[str, ...]]
"""A module that helps, if any, and what must be taken before it or with it."""


@attrs.frozen(eq=False)
class Coming:
    """The modules of a programme, as those see them who have done some of them."""

    programme: Programme
    tree: tuple[Node, ...]

    @cached_property
    def graph(self) -> DependencyGraph:
        """What the modules require."""
        return DependencyGraph(self.programme)

    @cached_property
    def modules(self) -> Mapping[str, Module]:
        """By id, in teaching order; of several with one id the first."""
        by_id = {one.id: one for one in reversed(self.programme.modules)}
        return {id_: by_id[id_] for id_ in self.programme.teaching_order}

    @cached_property
    def _place(self) -> Mapping[str, int]:
        """The place of each module in a valid order, one for all that are taken together; or nothing."""
        if self.graph.unknown or not self.graph.is_satisfiable():
            return {}
        place_of: dict[int, int] = {}
        order = self.graph.order()
        return {one: place_of.setdefault(self.graph.block_of[one], place) for place, one in enumerate(order)}

    def steps(self, done: frozenset[str]) -> tuple[NextStep, ...]:
        """Give for each node the next module that develops it, and what that one requires first."""
        helping = self._developing(done)
        first = {one: self.required(one, done) for one in dict.fromkeys(helping) if one is not None}
        return tuple((one, () if one is None else first[one]) for one in helping)

    def _developing(self, done: frozenset[str]) -> tuple[str | None, ...]:
        """Give for each node the first module in teaching order, not done, that develops it.

        One that develops a node above or below develops it too. None where there is no such module.
        """
        number_of = {node.id: number for number, node in enumerate(self.tree)}
        ids = (*self.modules, None)
        own = [len(self.modules)] * len(self.tree)
        for place, module in enumerate(self.modules.values()):
            if module.id not in done:
                for number in (number_of[one] for one in module.develops if one in number_of):
                    own[number] = min(own[number], place)
        above, below = list(own), list(own)
        for number, node in enumerate(self.tree):
            for narrower in node.nodes:
                above[narrower] = min(above[narrower], above[number])
        for number, node in reversed(tuple(enumerate(self.tree))):
            below[number] = min((below[number], *(below[narrower] for narrower in node.nodes)))
        return tuple(ids[min(pair)] for pair in zip(above, below, strict=True))

    def required(self, module: str, done: frozenset[str]) -> tuple[str, ...]:
        """Give what must be taken before a module or with it and is not done, in teaching order.

        That is every module on which a chain of binding prerequisites leads back from it. A group asks for
        nothing where an option is done or needed anyway; else for the option that is earliest in the teaching
        order, of those that can come before. In a ring each needs all the others.
        """
        needed: set[str] = set()
        waiting = [module]
        while waiting:
            for one in waiting:
                needed |= {one, *self.graph.ancestors(one)} - done
            waiting = self._chosen(needed, done)
        return tuple(one for one in self.modules if one in needed and one != module)

    def _chosen(self, needed: set[str], done: frozenset[str]) -> list[str]:
        """Give the option to take for the first group, by teaching order, that is not met, or none."""
        for owner in (one for id_, one in self.modules.items() if id_ in needed):
            for group in owner.any_of:
                options = self._options(group, owner.id)
                if options and needed.isdisjoint(options) and done.isdisjoint(group.modules):
                    return options[:1]
        return []

    def _options(self, group: AnyOf, owner: str) -> list[str]:
        """Give the options that can come before; in a design without any valid order, all that there are."""
        known = [one for one in self.modules if one in group.modules]
        own = self._place.get(owner, len(self.modules))
        return [one for one in known if self._place.get(one, 0) < own]
