"""Blocks: modules that must be taken together count as one; and how far blocks can be taken."""

from heapq import heapify, heappop, heappush

import attrs

from kompetanse.graph.kernel import Kernel, Numbers


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
    if kernel.component is None:
        alone = list(range(len(kernel.ids)))
        return Blocks(
            [[one] for one in alone],
            alone,
            kernel.after,
            kernel.before,
            _of_blocks(kernel, alone),
            frozenset(),
        )
    return _contracted(kernel, kernel.component)


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
