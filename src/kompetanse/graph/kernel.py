"""The hot module: a programme's binding prerequisites as plain integers, and what is asked of them most.

Modules are numbers, their ranks in the teaching order. Everything here is linear or nearly so, and nothing
recurses. The networkx graph in `dependency` is made of the same statements; a law holds the two equal.
"""

from collections.abc import Sequence
from functools import cached_property

import attrs

from kompetanse.model import PrerequisiteKind, Programme

BEFORE, TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.TOGETHER
RECOMMENDED = PrerequisiteKind.RECOMMENDED

Numbers = list[int]
Group = tuple[int, tuple[int, ...]]
"""A module, and those of which at least one must come before it."""


@attrs.frozen(eq=False)
class Kernel:
    """Who may not come before whom, as numbers."""

    ids: tuple[str, ...]
    after: list[Numbers]
    """For each module those that require it, each once."""
    before: list[Numbers]
    """For each module those that it requires, each once."""
    strict: frozenset[tuple[int, int]]
    """The pairs (first, then) that may not be taken together."""
    together: tuple[tuple[int, int], ...]
    """The pairs (required, owner) that must be."""
    groups: tuple[Group, ...]
    whole: bool
    """Whether every module that is named is there; what is not is left out above."""

    @cached_property
    def topological(self) -> Numbers:
        """The modules in an order of their directed edges; those on or behind a ring are left out."""
        return topological(self.after, self.before)

    @cached_property
    def component(self) -> Numbers | None:
        """The component of each module, "together" read both ways; None where each is one of its own."""
        both = self.after
        if self.together:
            both = [list(one) for one in self.after]
            for required, owner in self.together:
                both[owner].append(required)
        elif len(self.topological) == len(self.ids):
            return None
        return components(both)

    def is_torn(self) -> bool:
        """Tell whether modules that must be taken together may not be."""
        part = self.component
        return part is not None and any(part[first] == part[then] for first, then in self.strict)


def kernel_of(programme: Programme) -> Kernel:
    """Number a programme's modules; prerequisites on modules that it does not have are left out."""
    ids = programme.teaching_order
    number = {id_: place for place, id_ in enumerate(ids)}
    after: list[Numbers] = [[] for _ in ids]
    before: list[Numbers] = [[] for _ in ids]
    strict: set[tuple[int, int]] = set()
    together: list[tuple[int, int]] = []
    groups: list[Group] = []
    whole = True
    for module in programme.modules:
        then = number[module.id]
        seen = before[then]
        for one in module.requires:
            first = number.get(one.module)
            kind = one.kind
            if kind is RECOMMENDED:
                continue
            if first is None:
                whole = False
                continue
            if kind is BEFORE or one.lag:
                strict.add((first, then))
            if kind is TOGETHER:
                together.append((first, then))
            if first not in seen:
                seen.append(first)
                after[first].append(then)
        for group in module.any_of:
            options = tuple(number[id_] for id_ in group.modules if id_ in number)
            whole = whole and len(options) == len(group.options)
            groups.append((then, options))
    return Kernel(ids, after, before, frozenset(strict), tuple(together), tuple(groups), whole)


def topological(after: Sequence[Numbers], before: Sequence[Numbers]) -> Numbers:
    """Give the modules, each after all that lead to it; those on or behind a ring are left out."""
    waits = [len(one) for one in before]
    ready = [module for module, count in enumerate(waits) if not count]
    for module in ready:  # grows while it is read
        for then in after[module]:
            waits[then] -= 1
            if not waits[then]:
                ready.append(then)
    return ready


def components(after: Sequence[Sequence[int]]) -> Numbers:
    """Give each module the number of its strongly connected component (Tarjan 1972, without recursion)."""
    count = len(after)
    index, low = [0] * count, [0] * count
    component = [-1] * count
    stack: Numbers = []
    found, seen = 0, 0
    for root in range(count):
        if index[root]:
            continue
        seen += 1
        index[root] = low[root] = seen
        stack.append(root)
        path = [(root, iter(after[root]))]
        while path:
            module, edges = path[-1]
            for then in edges:
                if not index[then]:
                    seen += 1
                    index[then] = low[then] = seen
                    stack.append(then)
                    path.append((then, iter(after[then])))
                    break
                if component[then] < 0:
                    low[module] = min(low[module], index[then])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[module])
                if low[module] == index[module]:
                    while component[module] < 0:
                        component[stack.pop()] = found
                    found += 1
    return component
