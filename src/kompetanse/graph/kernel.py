"""The hot module: a programme's binding prerequisites as plain integers, and what is asked of them most.

Modules are numbers, their ranks in the teaching order. Everything here is linear or nearly so, and nothing
recurses. The networkx graph in `dependency` is made of the same statements; a law holds the two equal.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush

import attrs

from kompetanse.model import Module, PrerequisiteKind, Programme

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

    @cached_property
    def topological(self) -> Numbers:
        """The modules in an order of their directed edges; those on or behind a ring are left out."""
        return topological(self.after, self.before)


def kernel_of(programme: Programme) -> Kernel:
    """Number a programme's modules; prerequisites on modules that it does not have are left out."""
    ids = programme.teaching_order
    number = {id_: place for place, id_ in enumerate(ids)}
    after: list[Numbers] = [[] for _ in ids]
    before: list[Numbers] = [[] for _ in ids]
    strict: set[tuple[int, int]] = set()
    together: list[tuple[int, int]] = []
    groups: list[Group] = []
    for module in programme.modules:
        then = number[module.id]
        seen = before[then]
        for one in module.requires:
            first = number.get(one.module)
            kind = one.kind
            if first is None or kind is RECOMMENDED:
                continue
            if kind is BEFORE or one.lag:
                strict.add((first, then))
            if kind is TOGETHER:
                together.append((first, then))
            if first not in seen:
                seen.append(first)
                after[first].append(then)
        if module.any_of:
            groups.extend(_groups(module, then, number))
    return Kernel(ids, after, before, frozenset(strict), tuple(together), tuple(groups))


def _groups(module: Module, then: int, number: dict[str, int]) -> Iterable[Group]:
    for group in module.any_of:
        yield then, tuple(number[id_] for id_ in group.modules if id_ in number)


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


@attrs.frozen(eq=False)
class Blocks:
    """Modules that must be taken together count as one: how the blocks stand to one another."""

    members: list[Numbers]
    """The modules of each block; blocks, and modules in each, by rank."""
    of: Numbers
    """The block of each module."""
    after: list[Numbers]
    before: list[Numbers]
    groups: list[list[tuple[int, ...]]]
    """For each block its groups, as blocks; one in the block itself is no choice."""
    torn: frozenset[int]
    """The blocks that hold two modules which may not be taken together."""


def blocks_of(kernel: Kernel) -> Blocks:
    """Contract what must be taken together."""
    both = kernel.after
    if kernel.together:
        both = [list(one) for one in kernel.after]
        for required, owner in kernel.together:
            both[owner].append(required)
    elif len(kernel.topological) == len(kernel.ids):
        alone = list(range(len(kernel.ids)))
        return Blocks(
            [[one] for one in alone],
            alone,
            kernel.after,
            kernel.before,
            _of_blocks(kernel, alone),
            frozenset(),
        )
    return _contracted(kernel, components(both))


def _contracted(kernel: Kernel, component: Numbers) -> Blocks:
    number: dict[int, int] = {}
    of = [number.setdefault(one, len(number)) for one in component]
    members: list[Numbers] = [[] for _ in number]
    for module, block in enumerate(of):
        members[block].append(module)
    edges = {
        (of[first], of[then]) for first, several in enumerate(kernel.after) for then in several
        if of[first] != of[then]
    }  # fmt: skip
    after: list[Numbers] = [[] for _ in members]
    before: list[Numbers] = [[] for _ in members]
    for first, then in sorted(edges):
        after[first].append(then)
        before[then].append(first)
    torn = frozenset(of[first] for first, then in kernel.strict if of[first] == of[then])
    return Blocks(members, of, after, before, _of_blocks(kernel, of, len(members)), torn)


def _of_blocks(kernel: Kernel, of: Numbers, count: int | None = None) -> list[list[tuple[int, ...]]]:
    groups: list[list[tuple[int, ...]]] = [[] for _ in range(len(kernel.ids) if count is None else count)]
    for owner, options in kernel.groups:
        block = of[owner]
        groups[block].append(tuple({of[one]: None for one in options if of[one] != block}))
    return groups


@attrs.frozen(eq=False)
class Taken:
    """How far the blocks can be taken, one after another."""

    order: Numbers
    """Blocks, each as soon as what it needs is taken, the lowest rank first."""
    freed_by: dict[int, int]
    """For each block that had to wait, the block after which it had to no longer."""


def take(blocks: Blocks, *, without: frozenset[int] = frozenset()) -> Taken:
    """Take blocks as long as any can be: forward chaining, exact for groups too, linear but for the heap.

    Torn blocks, and those in `without`, are never taken.
    """
    open_groups = [len(one) for one in blocks.groups]
    offered: list[list[tuple[int, int]]] = [[] for _ in blocks.members]
    for block, groups in enumerate(blocks.groups):
        for place, options in enumerate(groups):
            for option in options:
                offered[option].append((block, place))
    waits = [len(one) + groups for one, groups in zip(blocks.before, open_groups, strict=True)]
    barred = blocks.torn | without
    ready = [block for block, count in enumerate(waits) if not count and block not in barred]
    heapify(ready)
    met: set[tuple[int, int]] = set()
    order: Numbers = []
    freed_by: dict[int, int] = {}
    while ready:
        block = heappop(ready)
        order.append(block)
        fresh = [one for one in offered[block] if one not in met]
        met.update(fresh)
        for then in (*blocks.after[block], *(one for one, _ in fresh)):
            waits[then] -= 1
            if not waits[then] and then not in barred:
                freed_by[then] = block
                heappush(ready, then)
    return Taken(order, freed_by)


def rounds(blocks: Blocks, taken: Taken) -> Numbers:
    """Give for each block the round in which it can be taken first, from 0, all of a round at once.

    It is the longest chain of required blocks, where of a group the one that comes first will do.
    """
    count = len(blocks.members)
    found = [0] * count
    if not any(blocks.groups):
        for block in taken.order:
            for then in blocks.after[block]:
                found[then] = max(found[then], found[block] + 1)
        return found
    left, number = set(range(count)), 0
    done: set[int] = set()
    while left:
        now = {
            block
            for block in left
            if done.issuperset(blocks.before[block])
            and all(not done.isdisjoint(options) for options in blocks.groups[block])
        }
        for block in now:
            found[block] = number
        done |= now
        left -= now
        number += 1
    return found
