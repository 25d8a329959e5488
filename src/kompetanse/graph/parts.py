"""A part of a poset, spelled out element by element for counting."""

from collections.abc import Callable, Iterable
from functools import reduce
from itertools import combinations, starmap

import attrs

from kompetanse.graph.posets import bits
from kompetanse.graph.reduction import Chains

Groups = tuple[int, ...]
Need = tuple[int, int, Groups]
"""A number, then the mask of what all must be earlier, then the groups."""


def blocked(rest: int, before: int, groups: Groups) -> bool:
    """Tell whether something cannot be taken as long as `rest` has not been."""
    return bool(before & rest) or any(group & rest == group for group in groups)


@attrs.frozen
class Last:
    """A chain that nothing waits for."""

    node: int
    """The element of the poset that stands for the chain."""
    length: int
    before: int
    choices: Groups

    def waits(self, rest: int) -> bool:
        """Tell whether it cannot be taken as long as `rest` has not been."""
        return blocked(rest, self.before, self.choices)


@attrs.frozen
class Part:
    """Elements that are counted by themselves, apart from those that nothing waits for."""

    nodes: tuple[int, ...]
    """For each element, numbered anew from 0, the element of the poset that stands for its chain."""
    before: tuple[int, ...]
    choices: tuple[Groups, ...]
    last: tuple[Last, ...]
    waiting: tuple[tuple[Need, ...], ...]
    """For each element the bits and needs of those that wait for it."""
    freed: tuple[tuple[Need, ...], ...]
    """For each element the lengths and needs of the last ones that wait for it."""
    beside: tuple[int, ...]
    """For each element those to which something that must be earlier ties it."""
    ties: tuple[tuple[int, int], ...]
    """Masks, each with all that is tied together as long as none of the mask has been taken."""

    @property
    def size(self) -> int:
        """How many elements there are, the last ones with them."""
        return len(self.nodes) + sum(one.length for one in self.last)

    def has_choices(self) -> bool:
        """Tell whether any element has a group."""
        return any(self.choices) or any(one.choices for one in self.last)


def touched(part: Part, rest: int) -> int:
    """Give how many elements the last ones that wait for a member of `rest` stand for."""
    return sum(one.length for one in part.last if one.waits(rest))


def part_of(chains: Chains, mask: int) -> Part:
    """Spell out the chains of a mask that can be counted by itself."""
    poset = chains.poset
    outer = _last_of(chains, mask)
    core = mask & ~sum(1 << one for one in outer)
    nodes = tuple(one for one in bits(core) for _ in range(chains.length[one]))
    ends = {one: 1 << place for place, one in enumerate(nodes)}

    def inner(mask: int) -> int:
        return sum(ends[one] for one in bits(mask & core))

    def groups(one: int) -> Groups:
        return tuple(map(inner, poset.choices[one]))

    last = tuple(Last(one, chains.length[one], inner(poset.before[one]), groups(one)) for one in outer)
    return _part(nodes, last, lambda one: (inner(poset.before[one]), groups(one)))


def _last_of(chains: Chains, mask: int) -> tuple[int, ...]:
    """Give those that nothing waits for, but that wait for something."""
    poset = chains.poset
    needed = 0
    for one in bits(mask):
        needed |= poset.before[one]
        for group in poset.choices[one]:
            needed |= group
    return tuple(one for one in bits(mask & ~needed) if poset.before[one] & mask or poset.choices[one])


def _part(nodes: tuple[int, ...], last: tuple[Last, ...], needs: Callable[[int], tuple[int, Groups]]) -> Part:
    every: list[tuple[int, Groups]] = []
    for place, one in enumerate(nodes):
        follows = place > 0 and nodes[place - 1] == one
        every.append((1 << place - 1, ()) if follows else needs(one))
    inside = [(1 << place, *need) for place, need in enumerate(every)]
    outside = [(one.length, one.before, one.choices) for one in last]
    return Part(
        nodes,
        before=tuple(mask for mask, _ in every),
        choices=tuple(groups for _, groups in every),
        last=last,
        waiting=_by_element(len(nodes), inside),
        freed=_by_element(len(nodes), outside),
        beside=_beside(len(nodes), [*(bit | mask for bit, mask, _ in inside), *(one.before for one in last)]),
        ties=(
            *((group, group | bit) for bit, _, groups in inside for group in groups),
            *((group, group | one.before) for one in last for group in one.choices),
            *((two, two) for one in last for two in starmap(int.__or__, combinations(one.choices, 2))),
        ),
    )


def _by_element(count: int, needs: Iterable[Need]) -> tuple[tuple[Need, ...], ...]:
    """Give for each element the needs that name it."""
    naming: list[list[Need]] = [[] for _ in range(count)]
    for need in needs:
        for one in bits(reduce(int.__or__, need[2], need[1])):
            naming[one].append(need)
    return tuple(map(tuple, naming))


def _beside(count: int, tied: Iterable[int]) -> tuple[int, ...]:
    beside = [0] * count
    for mask in tied:
        for one in bits(mask):
            beside[one] |= mask
    return tuple(beside)
