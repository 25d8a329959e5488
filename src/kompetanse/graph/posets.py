"""Posets and antimatroids on plain integers: what must be earlier than what, as bit masks."""

from collections.abc import Iterator
from functools import reduce

import attrs


@attrs.frozen
class Poset:
    """What each of n elements, numbered from 0, must come after.

    A set is feasible if it can be built element by element; an order is valid if every element comes after
    all of its `before` and after at least one member of each of its `choices`. With choices this is an
    antimatroid rather than a poset. The caller guarantees that at least one order is valid.
    """

    before: tuple[int, ...]
    """For each element a mask of those that must be earlier; what follows by transitivity may be left out."""
    choices: tuple[tuple[int, ...], ...]
    """For each element its any-of groups, each a mask of which at least one member must be earlier."""

    def __len__(self) -> int:
        return len(self.before)

    def is_poset(self) -> bool:
        """Tell whether there are no choices."""
        return not any(self.choices)


def bits(mask: int) -> Iterator[int]:
    """Yield the elements of a mask, from the smallest."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def successors(before: tuple[int, ...]) -> tuple[int, ...]:
    """Give for each element the mask of those that have it in their `before`."""
    after = [0] * len(before)
    for element, mask in enumerate(before):
        for one in bits(mask):
            after[one] |= 1 << element
    return tuple(after)


def build(poset: Poset, without: int = 0) -> tuple[int, ...]:
    """Give the largest feasible set that has no element of `without`, in one order that builds it."""
    wants = [mask.bit_count() + len(groups) for mask, groups in zip(poset.before, poset.choices, strict=True)]
    serves: list[list[tuple[int, int]]] = [[] for _ in wants]
    for element, (mask, groups) in enumerate(zip(poset.before, poset.choices, strict=True)):
        for number, group in enumerate((*groups, *(1 << one for one in bits(mask)))):
            for member in bits(group):
                serves[member].append((element, number))
    met: set[tuple[int, int]] = set()
    built = [element for element, want in enumerate(wants) if not want and not without >> element & 1]
    for element in built:  # grows while it is read
        for claim in serves[element]:
            if claim not in met:
                met.add(claim)
                wants[claim[0]] -= 1
                if not wants[claim[0]] and not without >> claim[0] & 1:
                    built.append(claim[0])
    return tuple(built)


def is_feasible(poset: Poset) -> bool:
    """Tell whether at least one order is valid."""
    return len(build(poset)) == len(poset)


def settled(poset: Poset) -> Poset:
    """Give the same orders without any choice that decides nothing.

    A group goes where a member is earlier anyway, or where another group lies inside it; a member that can
    only come later leaves its group; a group of one becomes `before`.
    """
    while not poset.is_poset():
        before = closure(poset)
        choices = tuple(_open_groups(poset.choices[one], one, before) for one in range(len(poset)))
        single = [sum(group for group in groups if group.bit_count() == 1) for groups in choices]
        poset = Poset(tuple(map(int.__or__, poset.before, single)), choices)
        if not any(single):
            break
    return poset


def closure(poset: Poset) -> tuple[int, ...]:
    """Give for each element all that must be earlier by `before`, directly or not."""
    before = list(poset.before)
    for element in build(poset):
        for one in bits(poset.before[element]):
            before[element] |= before[one]
    return tuple(before)


def _open_groups(groups: tuple[int, ...], element: int, before: tuple[int, ...]) -> tuple[int, ...]:
    found: list[int] = []
    for group in groups:
        if not group & before[element]:
            own = sum(1 << one for one in bits(group) if one != element and not before[one] >> element & 1)
            found.append(own)
    kept = {one for one in found if not any(other != one and other & one == other for other in found)}
    return tuple(sorted(kept))


def covers(poset: Poset) -> tuple[int, ...]:
    """Give `before` without what follows by transitivity."""
    before = closure(poset)
    return tuple(mask & ~reduce(int.__or__, (before[one] for one in bits(mask)), 0) for mask in poset.before)


def reverse(poset: Poset) -> Poset:
    """Give the poset in which everything that came before comes after; it may have no choices."""
    return Poset(successors(poset.before), poset.choices)
