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
    waits, offered = _waiting(blocks)
    barred = blocks.torn | without
    ready = [block for block, count in enumerate(waits) if not count and block not in barred]
    heapify(ready)
    met: set[tuple[int, int]] = set()
    order: Numbers = []
    freed_by: dict[int, int] = {}
    while ready:
        block = heappop(ready)
        order.append(block)
        for then in _serves(blocks, offered, block, met):
            waits[then] -= 1
            if not waits[then] and then not in barred:
                freed_by[then] = block
                heappush(ready, then)
    return Taken(order, freed_by)


def rounds(blocks: Blocks) -> Numbers:
    """Give for each block the round in which it can be taken first, from 0, all of a round at once.

    It is the longest chain of required blocks, where of a group the one that comes first will do.
    """
    waits, offered = _waiting(blocks)
    found = [0] * len(waits)
    now = [block for block, count in enumerate(waits) if not count]
    met: set[tuple[int, int]] = set()
    number = 0
    while now:
        following = []
        for block in now:
            found[block] = number
            for then in _serves(blocks, offered, block, met):
                waits[then] -= 1
                if not waits[then]:
                    following.append(then)
        now = following
        number += 1
    return found


Offers = list[list[tuple[int, int]]]
"""For each block the groups that it is an option of: who has them, and their numbers there."""


def _waiting(blocks: Blocks) -> tuple[Numbers, Offers]:
    """Give how many things each block waits for, and the groups that each can meet."""
    offered: Offers = [[] for _ in blocks.members]
    for block, groups in enumerate(blocks.groups):
        for place, options in enumerate(groups):
            for option in options:
                offered[option].append((block, place))
    waits = [len(one) + len(groups) for one, groups in zip(blocks.before, blocks.groups, strict=True)]
    return waits, offered


def _serves(blocks: Blocks, offered: Offers, block: int, met: set[tuple[int, int]]) -> Numbers:
    """Give the blocks that wait for one thing less once `block` is taken, and mark the groups it meets."""
    if not offered[block]:
        return blocks.after[block]
    fresh = [one for one in offered[block] if one not in met]
    met.update(fresh)
    return [*blocks.after[block], *(one for one, _ in fresh)]
