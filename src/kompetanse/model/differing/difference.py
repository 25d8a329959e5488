"""From one programme to another: the changes that lead there, and what no change can say."""

from collections.abc import Iterator

import attrs

from kompetanse.model.changes import Change, Merge, Split
from kompetanse.model.differing.spread import spread
from kompetanse.model.differing.steps import STEPS, Telling
from kompetanse.model.programme import Programme


@attrs.frozen
class ProgrammeDifference:
    """How another programme differs from this one."""

    changes: tuple[Change, ...]
    """Applied one after another, they make the other of this one, but for what is untold."""
    untold: tuple[str, ...]
    """The places that differ and that no change can say, such as ``modules/ledelse/name``."""


def difference_between(base: Programme, other: Programme) -> ProgrammeDifference:
    """Give how `other` differs from `base`: in few changes, though not always in the fewest."""
    telling = Telling(base, other)
    for step in STEPS:
        step(telling)
    told = ProgrammeDifference(tuple(telling.changes), _untold(telling.now, other))
    if len(told.changes) > 1 or told.untold:
        for change in _whole(base, other):
            if not _untold(change.apply(base), other):
                return ProgrammeDifference((change,), ())
    return told


def _untold(now: Programme, other: Programme) -> tuple[str, ...]:
    """Give the places that differ, without those below another of them."""
    one, two = spread(now), spread(other)
    places: list[str] = []
    for place in sorted(one.keys() | two.keys(), key=lambda it: it.split("/")):
        below = bool(places) and place.startswith(f"{places[-1]}/")
        if not below and (place not in one or place not in two or one[place] != two[place]):
            places.append(place)
    return tuple(places)


def _whole(base: Programme, other: Programme) -> Iterator[Merge | Split]:
    """Yield the merges and splits that may say all that is different."""
    before, after = ({one.id: one for one in it.modules} for it in (base, other))
    gone, new = before.keys() - after.keys(), after.keys() - before.keys()
    if len(gone) == 1 and not new:
        yield from (Merge(min(gone), id_) for id_ in sorted(after))
    if len(new) == 1 and not gone:
        second = after[min(new)]
        for first in sorted(before.keys() & {one.module for one in second.requires}):
            was, taken = before[first], len(second.sessions)
            if taken <= len(was.sessions) and set(second.develops) <= set(was.develops):
                sessions = None if taken == len(was.sessions) // 2 else taken
                develops = () if after[first].develops == was.develops else second.develops
                yield Split(first, second.id, second.name, sessions, develops)
