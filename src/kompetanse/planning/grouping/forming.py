"""The search for groups: even sizes first, then what the scores ask for."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property

import attrs

from kompetanse.errors import CannotGroup, Problem
from kompetanse.model import Cohort, Text
from kompetanse.planning.exactly import LARGEST, unit_of
from kompetanse.planning.grouping.grouping import MEAN_DISTANCE, SIZE_RANGE, SPREAD, Group, Grouping
from kompetanse.planning.grouping.pairs import Clusters
from kompetanse.planning.grouping.sharing import FINEST, Cluster, Sharing, cut_up, shared_out, sharing_of
from kompetanse.planning.reached import Reached
from kompetanse.planning.searching import first_found
from kompetanse.planning.solver import Search, Status, search

Members = tuple[tuple[str, ...], ...]
"""The organisations of each group."""


@attrs.frozen(eq=False)
class Wanted:
    """What groups are asked for, once that is known to be sound."""

    clusters: Clusters
    groups: int
    sizes: Mapping[str, int]
    scores: Mapping[str, Fraction]
    mixed: bool

    @cached_property
    def unit(self) -> Fraction:
        """What every score lies a whole number of above the lowest; raise `InvalidValue` if too fine."""
        limit = LARGEST // (4 * FINEST * max(1, len(self.scores)))
        return unit_of("form_groups", "scores", [one - self.lowest for one in self.scores.values()], limit)

    @cached_property
    def lowest(self) -> Fraction:
        """The lowest of all scores."""
        return min(self.scores.values(), default=Fraction(0))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The clusters as the model takes them: by score where groups are to be alike, which it then sees."""
        numbers = range(len(self.clusters.members))
        return tuple(numbers) if self.mixed else tuple(sorted(numbers, key=self._lowest_of))

    def _lowest_of(self, cluster: int) -> Fraction:
        known = [self.scores[one] for one in self.clusters.members[cluster] if one in self.scores]
        return min(known, default=self.lowest)

    def sharing(self) -> Sharing:
        """Make the model, with a guess to begin from."""
        place = {cluster: number for number, cluster in enumerate(self.order)}
        clusters = [self._cluster(self.clusters.members[one]) for one in self.order]
        apart = [(place[one], place[other]) for one, other in self.clusters.apart]
        sharing = sharing_of(clusters, apart, self.groups)
        alike = not self.mixed
        sharing.hint(cut_up(clusters, self.groups) if alike else shared_out(clusters, apart, self.groups))
        return sharing

    def _cluster(self, members: tuple[str, ...]) -> Cluster:
        scores = [self.scores[one] for one in members if one in self.scores]
        units = tuple(int((score - self.lowest) / self.unit) for score in scores)
        return Cluster(sum(self.sizes[one] for one in members), units)

    def members(self, sharing: Sharing, found: Search) -> Members:
        """Give the groups that were found, each and all in the order of the organisations."""
        groups: list[list[str]] = [[] for _ in range(self.groups)]
        group_of = dict(zip(self.order, sharing.groups_in(found), strict=True))
        cluster_of = {one: place for place, several in enumerate(self.clusters.members) for one in several}
        for id_ in self.sizes:
            groups[group_of[cluster_of[id_]]].append(id_)
        place = {id_: number for number, id_ in enumerate(self.sizes)}
        return tuple(sorted(map(tuple, groups), key=lambda members: place[members[0]]))

    def known(self, members: tuple[str, ...]) -> list[Fraction]:
        """Give the scores of those members that have one."""
        return [self.scores[one] for one in members if one in self.scores]


def formed(wanted: Wanted, *, seed: int, effort: float) -> Grouping:
    """Search; raise `CannotGroup` where it is proven that there is no way, `NothingFound` without a proof."""
    sharing = wanted.sharing()
    sharing.model.minimize(sharing.size_range)
    found = first_found(sharing.model, seed=seed, effort=effort, watch=None, nothing=_impossible(wanted))
    reached = [Reached(SIZE_RANGE, found.value, found.bound)]
    interrupted = found.interrupted
    if wanted.scores:
        sharing.model.add(sharing.size_range <= found.value)
        sharing.hint(sharing.groups_in(found))
        left = 0 if interrupted else max(0, effort - found.spent)
        found, by_scores = _by_scores(wanted, sharing, found, seed, left)
        reached.append(by_scores)
        interrupted = interrupted or found.interrupted
    groups = [
        _group(wanted, number, one) for number, one in enumerate(wanted.members(sharing, found), start=1)
    ]
    return Grouping(tuple(groups), tuple(reached), interrupted)


def _impossible(wanted: Wanted) -> Callable[[], CannotGroup]:
    return lambda: CannotGroup((Problem("no-grouping", (("groups", wanted.groups),)),))


def _by_scores(
    wanted: Wanted, sharing: Sharing, found: Search, seed: int, effort: float
) -> tuple[Search, Reached]:
    """Search on from what was found, for what the scores ask for."""
    name = MEAN_DISTANCE if wanted.mixed else SPREAD
    value = _measured(wanted, wanted.members(sharing, found))
    if not value:
        return found, Reached(name, 0.0, 0.0)
    if wanted.mixed:
        objective, least, part = sharing.mean_distance(_counts(wanted, sharing, found))
    else:
        objective, least, part = sharing.spread(), 0, Fraction(1)
    bound = least * part * wanted.unit
    if value > bound and effort:
        sharing.model.minimize(objective)
        tried = search(sharing.model, seed=seed, effort=effort)
        if tried.found:
            found, value = tried, _measured(wanted, wanted.members(sharing, tried))
            bound = max(bound, tried.bound * part * wanted.unit)
        bound = value if tried.status is Status.OPTIMAL else bound
    return found, Reached(name, float(value), float(min(bound, value)))


def _measured(wanted: Wanted, groups: Members) -> Fraction:
    """Give what the scores ask to have small: the largest distance of a mean, or all spreads."""
    scores = [known for members in groups if (known := wanted.known(members))]
    if not wanted.mixed:
        return sum((max(known) - min(known) for known in scores), Fraction(0))
    mean = sum(wanted.scores.values(), Fraction(0)) / len(wanted.scores)
    return max(abs(sum(known, Fraction(0)) / len(known) - mean) for known in scores)


def _counts(wanted: Wanted, sharing: Sharing, found: Search) -> tuple[int, ...] | None:
    """Give how many scores each group has, where that is the same for all groups as even as these."""
    by_number = set(wanted.sizes.values()) == {1} and found.value <= 1
    if not by_number or len(wanted.scores) < len(wanted.sizes):
        return None
    return tuple(map(len, wanted.members(sharing, found)))


def _group(wanted: Wanted, number: int, members: tuple[str, ...]) -> Group:
    known = wanted.known(members)
    mean = float(sum(known) / len(known)) if known else None
    cohort = Cohort(f"group-{number}", Text(f"Gruppe {number}", f"Group {number}"), members)
    return Group(cohort, sum(wanted.sizes[one] for one in members), mean)
