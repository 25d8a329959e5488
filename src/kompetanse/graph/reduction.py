"""Take a poset apart, so that as little as possible is left to count.

Elements that nothing tells apart ("twins") may be merged in every way, and an element that alone follows
another may stand right after it, as far as the constraints can tell; either way the two become one chain, and
only the number of ways to merge is kept. Repeated, this counts every series-parallel design, so every forest,
by itself (Valdes, Tarjan and Lawler 1982). What is left is cut wherever everything on one side comes before
everything on the other.
"""

from collections.abc import Iterator
from math import comb

import attrs

from kompetanse.graph.posets import Poset, bits, closure, covers, settled, successors


@attrs.frozen
class Merge:
    """The chain of `other` becomes part of the chain of `into`: shuffled with it, or after it."""

    into: int
    other: int
    shuffled: bool


@attrs.frozen
class Chains:
    """A poset whose elements stand for chains, and how these came about."""

    poset: Poset
    """`before` holds the covers only. Elements that were merged into another are isolated here."""
    length: tuple[int, ...]
    """How many elements each chain holds; 0 for an element that was merged into another."""
    merges: tuple[Merge, ...]
    """In the order in which they were made."""
    ways: int
    """The number of ways to merge; the orders of the original are those of `poset` times this."""

    @property
    def left(self) -> int:
        """The mask of the elements that are left."""
        return sum(1 << one for one, length in enumerate(self.length) if length)


def reduced(poset: Poset) -> Chains:
    """Merge twins and chains until nothing more can be merged."""
    return _Reducing(settled(poset)).result()


class _Reducing:
    """The lists that change while a settled poset is reduced."""

    def __init__(self, poset: Poset) -> None:
        self.pred = list(covers(poset))
        self.succ = list(successors(tuple(self.pred)))
        self.choices = poset.choices
        self.chosen = 0
        for groups in poset.choices:
            for group in groups:
                self.chosen |= group
        self.length = [1] * len(poset)
        self.merges: list[Merge] = []
        self.ways = 1

    def result(self) -> Chains:
        while self._merge_twins() or self._merge_chains():
            pass
        left = [bool(length) for length in self.length]
        choices = tuple(groups if here else () for groups, here in zip(self.choices, left, strict=True))
        return Chains(Poset(tuple(self.pred), choices), tuple(self.length), tuple(self.merges), self.ways)

    def _merge_twins(self) -> bool:
        alike: dict[tuple[int, int, tuple[int, ...]], int] = {}
        before = len(self.merges)
        for one in self._free():
            first = alike.setdefault((self.pred[one], self.succ[one], self.choices[one]), one)
            if first != one:
                self.ways *= comb(self.length[first] + self.length[one], self.length[one])
                self._absorb(Merge(first, one, shuffled=True))
        return len(self.merges) > before

    def _merge_chains(self) -> bool:
        before = len(self.merges)
        for one in self._free():
            while self._alone_before_next(one):
                then = self.succ[one].bit_length() - 1
                after = self.succ[then]
                self._absorb(Merge(one, then, shuffled=False))
                self.succ[one] = after
                for later in bits(after):
                    self.pred[later] |= 1 << one
        return len(self.merges) > before

    def _free(self) -> Iterator[int]:
        """Yield the elements that are left and that no group names."""
        for one, length in enumerate(self.length):
            if self.length[one] and length and not self.chosen >> one & 1:
                yield one

    def _alone_before_next(self, one: int) -> bool:
        then = self.succ[one].bit_length() - 1
        return (
            self.succ[one].bit_count() == 1
            and self.pred[then] == 1 << one
            and not self.choices[then]
            and not self.chosen >> then & 1
        )

    def _absorb(self, merge: Merge) -> None:
        into, other = merge.into, merge.other
        self.merges.append(merge)
        self.length[into] += self.length[other]
        self.length[other] = 0
        for one in bits(self.pred[other]):
            self.succ[one] &= ~(1 << other)
        for one in bits(self.succ[other]):
            self.pred[one] &= ~(1 << other)
        self.pred[other] = self.succ[other] = 0


def pieces(chains: Chains) -> tuple[int, ...]:
    """Cut what is left into masks of which each comes wholly before the next."""
    if not chains.left:
        return ()
    before = closure(chains.poset)
    order = sorted(bits(chains.left), key=lambda one: before[one].bit_count())
    shared = -1  # what comes before every element from here on
    cuts: list[int] = []
    rest = chains.left
    for one in reversed(order):
        shared &= before[one]
        rest ^= 1 << one
        if rest & shared == rest:
            cuts.append(rest)
    cuts.reverse()
    return tuple(low ^ high for low, high in zip(cuts, (*cuts[1:], chains.left), strict=True))
