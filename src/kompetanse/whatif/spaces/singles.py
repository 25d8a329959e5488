"""Every single change of a design that needs nothing new to be thought of."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from types import MappingProxyType

from kompetanse.model import Change, Drop, Merge, Move, Programme, Regroup, Shift, Swap, Unrequire
from kompetanse.model.rules import demand, refuse, shown
from kompetanse.whatif.spaces.combining import Grid
from kompetanse.whatif.spaces.space import Space

WEEK = 7


def _drops(programme: Programme) -> Iterator[Drop]:
    return map(Drop, programme.teaching_order)


def _moves(programme: Programme) -> Iterator[Move]:
    """Yield a move for every teaching order that one makes; of two neighbours, the first moves."""
    order = programme.teaching_order
    for place, module in enumerate(order):
        for before in order[: max(place - 1, 0)]:
            yield Move(module, before=before)
        for after in order[place + 1 :]:
            yield Move(module, after=after)


def _swaps(programme: Programme) -> Iterator[Swap]:
    """Yield a swap for every two modules that are no neighbours: those change places by a move."""
    for (place, one), (other_place, other) in combinations(enumerate(programme.teaching_order), 2):
        if other_place - place > 1:
            yield Swap(one, other)


def _merges(programme: Programme) -> Iterator[Merge]:
    """Yield for every two modules the later one made part of the earlier."""
    for one, other in combinations(programme.teaching_order, 2):
        yield Merge(other, one)


def _unrequired(programme: Programme) -> Iterator[Unrequire]:
    for module in programme.modules:
        for one in module.requires:
            yield Unrequire(module.id, one.module)
        for group in module.any_of:
            yield Unrequire(module.id, group)


def _regrouped(programme: Programme) -> Iterator[Regroup]:
    for organisation in programme.organisations:
        there = {one.id for one in programme.cohorts if organisation.id in one.members}
        for cohort in programme.cohorts:
            if there != {cohort.id}:
                yield Regroup(organisation.id, cohort.id)


def _shifts(programme: Programme) -> Iterator[Shift]:
    for one in programme.timetable.gatherings:
        yield Shift(one.cohort, -WEEK, one.module)
        yield Shift(one.cohort, WEEK, one.module)


SINGLES: Mapping[type[Change], Callable[[Programme], Iterator[Change]]] = MappingProxyType(
    {
        Drop: _drops,
        Move: _moves,
        Swap: _swaps,
        Merge: _merges,
        Unrequire: _unrequired,
        Regroup: _regrouped,
        Shift: _shifts,
    }
)
"""The kinds of change of which `singles` makes every one, and how."""


def singles(programme: Programme, *kinds: type[Change]) -> Space:
    """Give every single change of these kinds, or of all in `SINGLES`.

    A module is moved to every other place, of two the later is merged into the earlier, an organisation
    regrouped to every other cohort, a gathering shifted by a week either way. What two kinds would say, one
    says: neighbours change places by a move, and are not swapped. Raises `InvalidValue` where one of `kinds`
    is none of them.
    """
    demand("singles", "programme", programme, Programme)
    for kind in kinds:
        if kind not in tuple(SINGLES):  # compared, since what is given may have no hash
            names = tuple(one.__name__ for one in SINGLES)
            raise refuse("singles", "kinds", "not-one-of", options=names, found=shown(kind))
    changes = dict.fromkeys(change for kind in kinds or SINGLES for change in SINGLES[kind](programme))
    options = tuple((change,) for change in changes)
    return Space(Grid((options,)), range(len(options)))
