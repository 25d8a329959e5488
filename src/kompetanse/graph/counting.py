"""How many orders are valid, counted exactly; and how often one element comes before another."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from kompetanse.errors import TooManyOrders
from kompetanse.graph.parts import part_of
from kompetanse.graph.posets import Poset, closure, is_feasible, reverse, settled
from kompetanse.graph.reduction import Chains, pieces, reduced
from kompetanse.graph.states import States, explore

BUDGET = 3_000_000
"""How many steps a count may take unless told otherwise: some seconds, and some hundred megabytes.

A step takes one element from one set that can remain; a set met for the first time counts as one more for
every 16 elements that it has.
"""


def count_orders(poset: Poset, budget: int = BUDGET) -> int:
    """Count the valid orders exactly; raise `TooManyOrders` past `budget` steps.

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

    A piece without choices has as many orders when it is turned around; it is, where more of its elements are
    last ones then.
    """
    steps = 0
    turned = attrs.evolve(chains, poset=reverse(chains.poset))
    for mask in pieces(chains):
        part = part_of(chains, mask)
        other = part if part.has_choices() else part_of(turned, mask)
        backwards = len(other.nodes) < len(part.nodes)
        try:
            states = explore(other if backwards else part, budget - steps)
        except TooManyOrders as error:
            raise TooManyOrders(budget) from error
        steps += states.steps
        yield backwards, states


def precedence(poset: Poset, first: int, then: int, budget: int = BUDGET) -> Fraction:
    """Give the share of the valid orders in which one element comes before another; it is 0 for itself.

    Raises `TooManyOrders` past `budget` steps, unless the constraints alone decide.
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
