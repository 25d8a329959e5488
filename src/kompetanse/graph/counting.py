"""How many orders are valid, counted exactly; and how often one element comes before another."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from kompetanse.errors import TooManyOrders
from kompetanse.graph.parts import part_of
from kompetanse.graph.posets import Poset, closure, is_feasible, reverse, settled
from kompetanse.graph.reduction import Chains, pieces, reduced
from kompetanse.graph.states import States, explore

BUDGET = 1_000_000
"""How many states a count may visit unless told otherwise: some seconds, and some hundred megabytes.

A state of 128 elements or more counts as several, as it takes several times the memory.
"""


def count_orders(poset: Poset, budget: int = BUDGET) -> int:
    """Count the valid orders exactly; raise `TooManyOrders` past `budget` states.

    >>> count_orders(Poset((0, 0, 0b11), ((), (), ())))
    2
    """
    chains = reduced(poset)
    orders = chains.ways
    for _, states in explored(chains, budget):
        orders *= states.orders(states.shares())
    return orders


def explored(chains: Chains, budget: int) -> Iterator[tuple[bool, States]]:
    """Yield the states of each piece, from the first, and whether it was turned around.

    A piece without choices has as many orders when it is turned around, and may then have fewer states.
    """
    visited = 0
    turned = attrs.evolve(chains, poset=reverse(chains.poset))
    for mask in pieces(chains):
        ways = [(False, part_of(chains, mask))]
        if not ways[0][1].has_choices():
            ways.append((True, part_of(turned, mask)))
        ways.sort(key=lambda way: len(way[1].nodes))
        for number, (backwards, part) in enumerate(ways, start=1):
            try:
                states = explore(part, budget - visited)
            except TooManyOrders as error:
                if number == len(ways):
                    raise TooManyOrders(budget) from error
            else:
                visited += states.visited
                yield backwards, states
                break


def precedence(poset: Poset, first: int, then: int, budget: int = BUDGET) -> Fraction:
    """Give the share of the valid orders in which one element comes before another; it is 0 for itself.

    Raises `TooManyOrders` past `budget` states, unless the constraints alone decide.
    """
    if first == then:
        return Fraction(0)
    before = closure(settled(poset))
    if before[then] >> first & 1:
        return Fraction(1)
    if before[first] >> then & 1:
        return Fraction(0)
    needs = list(before)
    needs[then] |= 1 << first
    stricter = attrs.evolve(poset, before=tuple(needs))
    if not is_feasible(stricter):
        return Fraction(0)
    return Fraction(count_orders(stricter, budget), count_orders(poset, budget))
