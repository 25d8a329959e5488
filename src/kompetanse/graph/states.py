"""The hot part of counting: which sets of elements can remain, and in how many orders each can be taken.

An element that nothing waits for (a last one) bounds nothing, so it is left out of the states: it may stand
in any place after the one that sets it free, and how many places there are depends on sizes alone. With f(R)
orders of a remaining set R together with the last ones that still wait for a member of R, m(R) elements in
all, the share q(R) = f(R) / m(R)! obeys

    q(R) = (1 / m(R)) · Σ q(R ∖ x), over the x of R that can come first,   and   q(R) = Π q(component of R).

To stay exact, g(R) = N! · q(R) is kept, N the size of the part: a whole number, since m(R)! divides N!.
Sets are visited by size, first from the largest to find them, then from the smallest to count.
"""

from math import factorial, prod

import attrs

from kompetanse.errors import TooManyOrders
from kompetanse.graph.parts import Need, Part, blocked, touched


@attrs.frozen(eq=False)
class States:
    """The remaining sets of a part, and g of each."""

    part: Part
    whole: tuple[dict[int, tuple[int, int]], ...]
    """By size: the sets that hang together, each with the mask of its possible first elements, and m."""
    split: tuple[dict[int, tuple[int, ...]], ...]
    """By size: the sets that fall apart, each with its components."""
    steps: int
    """How much work it was: one for each element taken from a set, more for each large set that was new."""

    @property
    def full(self) -> int:
        """The set of all elements but the last ones."""
        return (1 << len(self.part.nodes)) - 1

    def components(self, rest: int) -> tuple[int, ...]:
        """Give the components of a remaining set that was visited."""
        return self.split[rest.bit_count()].get(rest, (rest,))

    def first(self, rest: int) -> int:
        """Give the mask of the elements that can come first in a set that hangs together."""
        return self.whole[rest.bit_count()][rest][0]

    def shares(self) -> dict[int, int]:
        """Give g of every set."""
        unit = factorial(self.part.size)
        shares = {0: unit}
        for whole, split in zip(self.whole[1:], self.split[1:], strict=True):
            for rest, (first, size) in whole.items():
                total, pending = 0, first
                while pending:
                    bit = pending & -pending
                    pending ^= bit
                    total += shares[rest ^ bit]
                shares[rest] = total // size
            for rest, components in split.items():
                product = prod(shares[one] for one in components)
                shares[rest] = product // unit ** (len(components) - 1)
        return shares

    def orders(self, shares: dict[int, int]) -> int:
        """Give the number of orders of the part."""
        return shares[self.full] // prod(factorial(one.length) for one in self.part.last)


def explore(part: Part, budget: int) -> States:
    """Find every remaining set, in at most `budget` steps; raise `TooManyOrders` past them."""
    count = len(part.nodes)
    states = States(part, tuple({} for _ in range(count + 1)), tuple({} for _ in range(count + 1)), 0)
    possible = sum(1 << one for one in range(count) if not part.before[one] and not part.choices[one])
    components = _components(part, states.full, states.full)
    if len(components) > 1:
        _enter(states, states.full, possible, part.size, components)
    else:
        states.whole[count][states.full] = (possible, part.size)
    steps = 0
    for size in range(count, 0, -1):
        for rest, (first, total) in states.whole[size].items():
            new = _expand(states, rest, first, total)
            steps += first.bit_count() + new * size // 16
            if steps > budget:
                raise TooManyOrders(budget)
    return attrs.evolve(states, steps=steps)


def _enter(states: States, rest: int, first: int, size: int, components: tuple[int, ...]) -> None:
    """Keep a set that falls apart, and those of its components that are new."""
    states.split[rest.bit_count()][rest] = components
    new = [one for one in components if one not in states.whole[one.bit_count()]]
    if len(new) == 1:  # mostly so, and then its m is what the others leave
        known = sum(states.whole[one.bit_count()][one][1] for one in components if one != new[0])
        states.whole[new[0].bit_count()][new[0]] = (first & new[0], size - known)
        return
    for one in new:
        states.whole[one.bit_count()][one] = (first & one, one.bit_count() + touched(states.part, one))


def _expand(states: States, rest: int, first: int, total: int) -> int:
    """Visit every set that taking one element leaves of one that hangs together; give how many were new."""
    part, size = states.part, rest.bit_count()
    below, split = states.whole[size - 1], states.split[size - 1]
    known = len(below) + len(split)
    pending = first
    while pending:
        bit = pending & -pending
        pending ^= bit
        left = rest ^ bit
        if left in below or left in split:
            continue
        taken = bit.bit_length() - 1
        possible = first ^ bit | _set_free(part.waiting[taken], left)
        smaller = total - 1 - _set_loose(part.freed[taken], rest, left)
        near = part.beside[taken] & left
        if part.ties or near & (near - 1):
            components = _components(part, left, left if part.ties else near)
            if len(components) > 1:
                _enter(states, left, possible, smaller, components)
                continue
        below[left] = (possible, smaller)
    return len(below) + len(split) - known


def _set_free(waiting: tuple[Need, ...], left: int) -> int:
    """Give the mask of those of `left` that wait for nothing in it."""
    free = 0
    for own, before, groups in waiting:
        if not before & left and not (groups and blocked(left, 0, groups)):
            free |= own
    return free & left


def _set_loose(waiting: tuple[Need, ...], rest: int, left: int) -> int:
    """Give how many elements are set free among the last ones, as `rest` becomes `left`."""
    loose = 0
    for length, before, groups in waiting:
        if before & left or (groups and (blocked(left, 0, groups) or not blocked(rest, before, groups))):
            continue
        loose += length
    return loose


def _components(part: Part, rest: int, near: int) -> tuple[int, ...]:
    """Split a set of which every component has a member in `near`."""
    components: list[int] = []
    while near & (near - 1):
        reached = _reached(part, rest, near)
        components.append(reached)
        rest &= ~reached
        near &= rest
    return (*components, rest) if rest else tuple(components)


def _reached(part: Part, rest: int, near: int) -> int:
    """Give the component of the lowest of `near`; all of `rest` as soon as all of `near` is in it."""
    beside = part.beside
    reached = waiting = near & -near
    while waiting:
        top = waiting.bit_length() - 1
        new = beside[top] & rest & ~reached
        waiting ^= 1 << top | new
        reached |= new
        if reached & near == near:
            return rest
        if not waiting:
            for mask, tied in part.ties:
                if mask & rest == mask and tied & reached:
                    waiting |= tied & rest & ~reached
            reached |= waiting
    return reached
