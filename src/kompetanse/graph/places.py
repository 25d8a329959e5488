"""The earliest and the latest place that each element can have in a valid order."""

from heapq import heappop, heappush

from kompetanse.errors import TooManyOrders
from kompetanse.graph.counting import BUDGET
from kompetanse.graph.posets import Poset, bits, build, closure, reverse, settled


def positions(poset: Poset, budget: int = BUDGET) -> tuple[tuple[int, int], ...]:
    """Give the earliest and the latest place of each element, from 1.

    The latest is the place after all that can be built without it. The earliest is the size of a smallest set
    that is built with it, which with choices is searched for; `TooManyOrders` is raised where that takes more
    than `budget` sets for one element.

    >>> positions(Poset((0, 0, 0b11), ((), (), ())))
    ((1, 2), (1, 2), (3, 3))
    """
    whole = settled(poset)
    before = closure(whole)
    if whole.is_poset():
        after = closure(reverse(whole))
        return tuple(
            (earlier.bit_count() + 1, len(whole) - later.bit_count())
            for earlier, later in zip(before, after, strict=True)
        )
    whole = Poset(before, whole.choices)
    return tuple(
        (_earliest(whole, one, budget), len(build(whole, 1 << one)) + 1) for one in range(len(whole))
    )


def _earliest(poset: Poset, element: int, budget: int) -> int:
    """Search sets, the smallest first, for one that can be built and holds the element."""
    start = poset.before[element] | 1 << element
    waiting = [(start.bit_count(), start)]
    seen = {start}
    while True:
        size, chosen = heappop(waiting)
        missing = _missing(poset, chosen)
        if not missing:
            return size
        for one in bits(missing):
            wider = chosen | poset.before[one] | 1 << one
            if wider not in seen:
                seen.add(wider)
                heappush(waiting, (wider.bit_count(), wider))
        if len(seen) > budget:
            raise TooManyOrders(budget)


def _missing(poset: Poset, chosen: int) -> int:
    """Give elements of which any wider set that can be built has one; none if the chosen set can be built."""
    for one in bits(chosen):
        for group in poset.choices[one]:
            if not group & chosen:
                return group
    stuck = chosen & ~sum(1 << one for one in build(poset, ~chosen))
    groups = (group for one in bits(stuck) for group in poset.choices[one] if not group & chosen & ~stuck)
    missing = 0
    for group in groups:
        missing |= group & ~chosen
    return missing
