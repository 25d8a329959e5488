"""Orders drawn at random, each valid one as likely as any other."""

from collections.abc import Sequence
from random import Random

import attrs

from kompetanse.graph.counting import BUDGET, explored
from kompetanse.graph.posets import Poset, bits
from kompetanse.graph.reduction import Chains, reduced
from kompetanse.graph.states import States


def sample_order(poset: Poset, seed: int, budget: int = BUDGET) -> tuple[int, ...]:
    """Draw one valid order, exactly uniformly, the same for the same seed.

    Raises `TooManyOrders` past `budget` steps, as counting does. Only whole numbers are drawn.

    >>> sample_order(Poset((0, 0b1, 0b10), ((), (), ())), seed=1)
    (0, 1, 2)
    """
    random = Random(seed)  # noqa: S311  # no secret: the same seed shall draw the same
    chains = reduced(poset)
    order: list[int] = []
    for backwards, states in explored(chains, budget):
        drawn = _draw(states, random)
        order.extend(reversed(drawn) if backwards else drawn)
    return _spelled_out(chains, order, random)


@attrs.frozen
class _Step:
    """A remaining set, and what its order is made of: an element put before, or components shuffled."""

    rest: int
    taken: int | None
    parts: tuple[int, ...]


def _draw(states: States, random: Random) -> list[int]:
    """Draw an order of a part; an element of it stands there as the chain that it belongs to."""
    shares = states.shares()
    steps: list[_Step] = []
    waiting = [states.full]
    for rest in waiting:  # grows while it is read
        components = states.components(rest)
        if len(components) == 1 and rest:
            taken = _first(states, rest, shares, random)
            components = (rest ^ 1 << taken,)
            steps.append(_Step(rest, taken, components))
        elif rest:
            steps.append(_Step(rest, None, components))
        waiting.extend(components if rest else ())
    orders: dict[int, list[int]] = {0: []}
    for step in reversed(steps):
        order: list[int] = []
        for part in step.parts:
            order = _shuffled(order, orders.pop(part) if part else [], random)
        orders[step.rest] = order if step.taken is None else _put_before(states, step, order, random)
    return orders[states.full]


def _first(states: States, rest: int, shares: dict[int, int], random: Random) -> int:
    possible = tuple(bits(states.first(rest)))
    drawn = random.randrange(sum(shares[rest ^ 1 << one] for one in possible))
    for one in possible:
        drawn -= shares[rest ^ 1 << one]
        if drawn < 0:
            break
    return one


def _put_before(states: States, step: _Step, order: list[int], random: Random) -> list[int]:
    """Put the element that was taken before an order, and the last ones that it frees into it."""
    (left,) = step.parts
    for one in states.part.last:
        if one.waits(step.rest) and not one.waits(left):
            order = _shuffled(order, [one.node] * one.length, random)
    taken = step.rest ^ left
    return [states.part.nodes[taken.bit_length() - 1], *order]


def _shuffled(left: list[int], right: list[int], random: Random) -> list[int]:
    """Merge two orders, each way as likely as any other."""
    if not left or not right:
        return left or right
    places = set(random.sample(range(len(left) + len(right)), len(right)))
    ones, others = iter(left), iter(right)
    return [next(others if place in places else ones) for place in range(len(left) + len(right))]


def _spelled_out(chains: Chains, order: Sequence[int], random: Random) -> tuple[int, ...]:
    """Put the elements of each chain where the chain stands."""
    inside = {one: [one] for one in range(len(chains.length))}
    for merge in chains.merges:
        into, other = inside[merge.into], inside.pop(merge.other)
        inside[merge.into] = _shuffled(into, other, random) if merge.shuffled else into + other
    rows = {one: iter(elements) for one, elements in inside.items()}
    return tuple(next(rows[one]) for one in order)
