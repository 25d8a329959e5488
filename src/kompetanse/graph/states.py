"""The hot part of counting: which sets of elements can remain, and in how many orders each can be taken.

An element that nothing waits for (a last one) bounds nothing, so it is left out of the states: it may stand in any place
after the one that sets it free, and how many places there are depends on sizes alone. With f(R) orders of a
remaining set R together with the last ones that still wait for a member of R, m(R) elements in all, the share
q(R) = f(R) / m(R)! obeys

    q(R) = (1 / m(R)) · Σ q(R ∖ x), over the x of R that can come first,   and   q(R) = Π q(component of R).

To stay exact, g(R) = N! · q(R) is kept, N the size of the part: a whole number, since m(R)! divides N!.
Sets are visited by size, first from the largest to find them, then from the smallest to count.
"""

from math import factorial, prod

import attrs

from kompetanse.errors import TooManyOrders
from kompetanse.graph.parts import Part, touched


@attrs.frozen(eq=False)
class States:
    """The remaining sets of a part, and g of each."""

    part: Part
    whole: tuple[dict[int, tuple[int, int]], ...]
    """By size: the sets that hang together, each with the mask of its possible first elements, and m."""
    split: tuple[dict[int, tuple[int, ...]], ...]
    """By size: the sets that fall apart, each with its components."""
    visited: int

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
                total = 0
                while first:
                    bit = first & -first
                    first ^= bit
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
    """Find every remaining set; raise `TooManyOrders` past `budget` of them."""
    count = len(part.nodes)
    states = States(part, tuple({} for _ in range(count + 1)), tuple({} for _ in range(count + 1)), 0)
    possible = sum(1 << one for one in range(count) if not part.before[one] and not part.choices[one])
    _enter(states, states.full, possible, _components(part, states.full, states.full))
    visited = 0
    for size in range(count, 0, -1):
        visited += len(states.whole[size]) + len(states.split[size])
        _expand(states, size, budget - visited, budget)
    return attrs.evolve(states, visited=visited)


def _enter(states: States, rest: int, first: int, components: tuple[int, ...]) -> None:
    if len(components) > 1:
        states.split[rest.bit_count()][rest] = components
    for one in components:
        states.whole[one.bit_count()][one] = (first & one, one.bit_count() + touched(states.part, one))


def _expand(states: States, size: int, room: int, budget: int) -> None:
    """Visit all sets that are one smaller than those of a size."""
    part = states.part
    below, split = states.whole[size - 1], states.split[size - 1]
    for rest, (first, total) in states.whole[size].items():
        if len(below) + len(split) > room:
            raise TooManyOrders(budget)
        left_over = first
        while left_over:
            bit = left_over & -left_over
            left_over ^= bit
            left = rest ^ bit
            if left in below or left in split:
                continue
            taken = bit.bit_length() - 1
            possible = first ^ bit
            for own, before, groups in part.waiting[taken]:
                if not before & left and not (groups and any(one & left == one for one in groups)):
                    possible |= own & left
            near = part.beside[taken] & left
            if part.ties or near & (near - 1):
                components = _components(part, left, near)
                if len(components) > 1:
                    _enter(states, left, possible, components)
                    continue
            smaller = total - 1
            for length, before, groups in part.freed[taken]:
                if not before & left and (not groups or _freed(rest, left, before, groups)):
                    smaller -= length
            below[left] = (possible, smaller)


def _freed(rest: int, left: int, before: int, groups: tuple[int, ...]) -> bool:
    """Tell whether one whose `before` is taken is free now, but was not when `rest` remained."""
    blocked = any(one & left == one for one in groups)
    return not blocked and bool(before & rest or any(one & rest == one for one in groups))


def _components(part: Part, rest: int, near: int) -> tuple[int, ...]:
    """Split a set; without ties, one that hangs together is known as soon as all of `near` is reached."""
    components: list[int] = []
    remaining = rest
    while remaining:
        reached = waiting = (near & remaining or remaining) & -(near & remaining or remaining)
        while waiting:
            one = waiting.bit_length() - 1
            waiting ^= 1 << one
            new = part.beside[one] & remaining & ~reached
            reached |= new
            waiting |= new
            if not waiting:
                for group, whole in part.ties:
                    if group & rest == group and whole & reached:
                        waiting |= whole & remaining & ~reached
                reached |= waiting
            elif not components and not part.ties and near & reached == near:
                return (rest,)
        components.append(reached)
        remaining ^= reached
    return tuple(components)

