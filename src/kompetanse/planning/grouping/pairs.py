"""Pairs to keep together and pairs to keep apart: what they make of organisations, and where they clash."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import attrs

from kompetanse.errors import Problem, UnknownOrganisation
from kompetanse.model.rules import as_tuple, refuse, shown
from kompetanse.planning.demands import demand_known

Pair = tuple[str, str]


def demand_pairs(name: str, value: object, known: Sequence[str]) -> tuple[Pair, ...]:
    """Give pairs of known organisations; raise `InvalidValue` or `UnknownOrganisation`."""
    pairs: object = as_tuple(value) if isinstance(value, Iterable) else value
    if not isinstance(pairs, tuple):
        raise refuse("form_groups", name, "not-list", found=shown(value))
    found = []
    for one in pairs:
        ids = tuple(one) if isinstance(one, tuple | list) else ()
        if len(ids) != 2:
            raise refuse("form_groups", name, "not-pair", found=shown(one))
        for id_ in ids:
            demand_known(id_, known, UnknownOrganisation)
        found.append((ids[0], ids[1]))
    return tuple(found)


@attrs.frozen
class Clusters:
    """Organisations that stay together, as one; and which of these may not meet."""

    members: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[int, int], ...]
    """Two clusters by number, the lower first, each two once."""


def clusters_of(ids: Sequence[str], together: Iterable[Pair], apart: Iterable[Pair]) -> Clusters:
    """Put together what stays together; a cluster stands where its first organisation does."""
    neighbours = _neighbours(together)
    of: dict[str, int] = {}
    members: list[tuple[str, ...]] = []
    for id_ in ids:
        if id_ not in of:
            reached = _reached(id_, neighbours)
            of.update(dict.fromkeys(reached, len(members)))
            members.append(tuple(one for one in ids if one in reached))
    numbers = {(min(of[one], of[other]), max(of[one], of[other])): None for one, other in apart}
    return Clusters(tuple(members), tuple(numbers))


def clashes(
    clusters: Clusters, together: Iterable[Pair], apart: Iterable[Pair], groups: int
) -> Iterator[Problem]:
    """Yield each reason why no groups can be made of them, as far as it is told without a search."""
    neighbours = _neighbours(together)
    for one, other in dict.fromkeys(apart):
        if one == other:
            yield Problem("apart-from-itself", (("found", one),))
        elif other in (came_from := _reached(one, neighbours)):
            yield Problem("together-and-apart", (("chain", _chain(came_from, other)), ("pair", (one, other))))
    if len(clusters.members) < groups:
        yield Problem("too-few-to-group", (("found", len(clusters.members)), ("groups", groups)))
    crowd = _crowd(clusters)
    if len(crowd) > groups:
        told = tuple(clusters.members[one][0] for one in crowd)
        yield Problem("all-apart", (("organisations", told), ("found", len(crowd)), ("groups", groups)))


def _neighbours(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def _reached(start: str, neighbours: dict[str, list[str]]) -> dict[str, str]:
    """Give all that is reached from `start`, nearest first, each with what it was reached from."""
    came_from = {start: start}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        for other in neighbours.get(one, ()):
            if other not in came_from:
                came_from[other] = one
                waiting.append(other)
    return came_from


def _chain(came_from: dict[str, str], end: str) -> str:
    chain = [end]
    while came_from[chain[-1]] != chain[-1]:
        chain.append(came_from[chain[-1]])
    return " – ".join(reversed(chain))


def _crowd(clusters: Clusters) -> list[int]:
    """Give clusters that are all apart from one another: many, though not always the most there are."""
    apart: dict[int, set[int]] = {}
    for one, other in clusters.apart:
        apart.setdefault(one, set()).add(other)
        apart.setdefault(other, set()).add(one)
    best: list[int] = []
    for start, enemies in apart.items():
        crowd = [start]
        for one in sorted(enemies, key=lambda one: (-len(apart[one]), one)):
            if apart[one].issuperset(crowd):
                crowd.append(one)
        best = max(best, crowd, key=len)
    return sorted(best)
