"""The constraint model of clusters of organisations in groups."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from math import ceil, lcm
from typing import Any

import attrs

from kompetanse.planning.solver import Linear, Search, cp_model

FINEST = 1_000_000
"""Means are compared exactly, or, where that takes more parts of a unit than these, to within one of them."""

MANY = 100
"""Clusters up to which solutions that differ in numbers only are kept out."""


@attrs.frozen
class Cluster:
    """Organisations that stay together."""

    size: int
    scores: tuple[int, ...]
    """Of those that have one, in units from the lowest of all."""


@attrs.define(eq=False)
class Sharing:
    """The model, with what its objectives are made of."""

    clusters: Sequence[Cluster]
    model: Any
    inside: list[list[Linear]]
    """For each cluster and each group, whether it is in it."""
    size_range: Linear

    def groups_in(self, found: Search) -> tuple[int, ...]:
        """Give the group of each cluster, from 0, in what was found."""
        return tuple(next(group for group, one in enumerate(row) if found.of(one)) for row in self.inside)

    def hint(self, groups: Sequence[int]) -> None:
        """Begin the next search from these groups, one for each cluster, whatever they are called."""
        self.model.clear_hints()
        number: dict[int, int] = {}
        for row, group in zip(self.inside, groups, strict=True):
            place = number.setdefault(group, len(number))
            for other, variable in enumerate(row):
                if not isinstance(variable, int):
                    self.model.add_hint(variable, int(other == place))

    def _sums(self, amounts: Sequence[int]) -> list[Linear]:
        """Give what each group holds, of an amount for each cluster."""
        return [
            sum(amount * one for amount, one in zip(amounts, column, strict=True) if amount)
            for column in zip(*self.inside, strict=True)
        ]

    def mean_distance(self, counts: Sequence[int] | None) -> tuple[Linear, int, Fraction]:
        """Give the largest distance of a group's mean from the mean of all, its bound, and the unit of both.

        With n scores that sum to T, a group with k of them that sum to t has a mean (n·t - k·T) / (n·k) above
        that of all. `counts` are the k, where they are known.
        """
        all_scores = [score for cluster in self.clusters for score in cluster.scores]
        n, total = len(all_scores), sum(all_scores)
        may_be = sorted(set(counts or range(n + 1)) - {0})
        parts = min(lcm(*may_be), FINEST)
        distance = self.model.new_int_var(0, parts * n * max(all_scores), "")
        bound = ceil(parts * least_distance(n, total, counts)) if counts else 0
        self.model.add(distance >= bound)
        held = self._sums([len(one.scores) for one in self.clusters])
        for count, score in zip(held, self._sums([sum(one.scores) for one in self.clusters]), strict=True):
            kinds = {k: self.model.new_bool_var("") for k in (0, *may_be)}
            self.model.add_exactly_one(kinds.values())
            self.model.add(count == sum(k * kind for k, kind in kinds.items()))
            above = n * score - total * count
            for k in may_be:
                for side in (above, -above):
                    self.model.add(k * distance >= parts * side).only_enforce_if(kinds[k])
        return distance, bound, Fraction(1, parts * n)

    def spread(self) -> Linear:
        """Give the highest score less the lowest of each group, summed."""
        highest = max(score for one in self.clusters for score in one.scores)
        spreads = []
        for column in zip(*self.inside, strict=True):
            low, spread = self.model.new_int_var(0, highest, ""), self.model.new_int_var(0, highest, "")
            for one, inside in zip(self.clusters, column, strict=True):
                if one.scores and not isinstance(inside, int):
                    self.model.add(low <= min(one.scores)).only_enforce_if(inside)
                    self.model.add(low + spread >= max(one.scores)).only_enforce_if(inside)
            spreads.append(spread)
        return sum(spreads)


def sharing_of(clusters: Sequence[Cluster], apart: Sequence[tuple[int, int]], groups: int) -> Sharing:
    """Make the model, without an objective; raise `MissingExtra`.

    Groups are told apart by their first clusters alone, so that no two solutions differ in numbers only; of
    many clusters this would take more room than it saves.
    """
    model = cp_model().CpModel()
    inside = [
        [model.new_bool_var("") if group <= place else 0 for group in range(groups)]
        for place in range(len(clusters))
    ]
    for place, row in enumerate(inside):
        model.add_exactly_one(one for one in row if not isinstance(one, int))
        for group in range(1, min(place + 1, groups)) if len(clusters) <= MANY else ():
            model.add(row[group] <= sum(earlier[group - 1] for earlier in inside[:place]))
    for one, other in apart:
        for group in range(groups):
            model.add(inside[one][group] + inside[other][group] <= 1)
    total = sum(one.size for one in clusters)
    largest = model.new_int_var(-(-total // groups), total, "")
    smallest = model.new_int_var(0, total // groups, "")
    for column in zip(*inside, strict=True):
        size = sum(cluster.size * one for cluster, one in zip(clusters, column, strict=True))
        model.add(size <= largest)
        model.add(size >= smallest)
        model.add(sum(column) >= 1)
    return Sharing(clusters, model, inside, largest - smallest)


def shared_out(clusters: Sequence[Cluster], apart: Sequence[tuple[int, int]], groups: int) -> tuple[int, ...]:
    """Give each cluster a group at once, to begin a search for mixed groups from.

    The largest and highest first, each into the smallest group, and of these the one with the lowest scores.
    """
    enemies: dict[int, list[int]] = {}
    for one, other in apart:
        enemies.setdefault(one, []).append(other)
        enemies.setdefault(other, []).append(one)
    found: dict[int, int] = {}
    held = [(0, 0)] * groups
    for place in sorted(
        range(len(clusters)), key=lambda one: (-clusters[one].size, -sum(clusters[one].scores))
    ):
        barred = {found[one] for one in enemies.get(place, ()) if one in found}
        group = min(range(groups), key=lambda group: (group in barred, held[group], group))
        size, score = held[group]
        held[group] = size + clusters[place].size, score + sum(clusters[place].scores)
        found[place] = group
    return tuple(found[place] for place in range(len(clusters)))


def cut_up(clusters: Sequence[Cluster], groups: int) -> tuple[int, ...]:
    """Give each cluster a group at once, to begin a search for groups alike from: in their order."""
    total = sum(one.size for one in clusters) or 1
    before = accumulate((one.size for one in clusters), initial=0)
    return tuple(min(groups - 1, size * groups // total) for size, _ in zip(before, clusters, strict=False))


def least_distance(n: int, total: int, counts: Sequence[int]) -> Fraction:
    """Give the least that the largest (n·t - k·T) / k can be, sign aside, for whole t that sum to T.

    There is one t for each k of `counts`.

    So near can means come at best, were there organisations with every score.
    """
    options = sorted(
        {
            Fraction(abs(n * t - k * total), k)
            for k in set(counts)
            for t in range(k * total // n - len(counts), k * total // n + len(counts) + 2)
        }
    )
    for most in options:
        low = [ceil((k * total - most * k) / n) for k in counts]
        high = [(k * total + most * k) // n for k in counts]
        if sum(low) <= total <= sum(high) and all(a <= b for a, b in zip(low, high, strict=True)):
            return most
    return options[-1]
