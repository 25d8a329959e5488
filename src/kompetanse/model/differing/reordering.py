"""From one teaching order to another, by as few changes as can be."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from kompetanse.model.calendar import Timetable
from kompetanse.model.changes import Move, Swap
from kompetanse.model.programme import Programme

Reordering = tuple[Move | Swap, ...]


def reordering(now: Programme, other: Programme) -> Reordering:
    """Give the changes after which the modules are taught as in `other`, as far as it has them.

    One order may be reached in several ways, which differ in what they do to the days of a cohort that takes
    the modules otherwise; the one that comes closest to the timetable of `other` is given.
    """
    order = now.teaching_order
    there = frozenset(order)
    goal = tuple(one for one in other.teaching_order if one in there)
    if order == goal:
        return ()
    return min(
        _ways(order, goal), key=lambda way: (_astray(_taken(now, way).timetable, other.timetable), len(way))
    )


def _taken(programme: Programme, way: Reordering) -> Programme:
    for change in way:
        programme = change.apply(programme)
    return programme


def _astray(timetable: Timetable, goal: Timetable) -> int:
    """Count the gatherings that the other timetable does not have."""
    return (Counter(timetable.gatherings) - Counter(goal.gatherings)).total()


def _ways(order: tuple[str, ...], goal: tuple[str, ...]) -> Iterator[Reordering]:
    moves = tuple(_moves(order, goal))
    yield moves
    if len(moves) == 1:
        for change in _single_moves(order, goal):
            yield (change,)
    apart = [one for one, other in zip(order, goal, strict=True) if one != other]
    if len(apart) == 2:
        yield (Swap(*apart),)


def _moves(order: tuple[str, ...], goal: tuple[str, ...]) -> Iterator[Move]:
    """Yield moves of all but the longest run of modules that stand right to one another."""
    staying = _longest_run(order, goal)
    first = next(one for one in goal if one in staying)
    for place, module in enumerate(goal):
        if module not in staying:
            yield Move(module, after=goal[place - 1]) if place else Move(module, before=first)


def _longest_run(order: tuple[str, ...], goal: tuple[str, ...]) -> frozenset[str]:
    """Give the most modules that need not move: the longest rising subsequence, by patience sorting."""
    places = {module: place for place, module in enumerate(goal)}
    tops: list[int] = []
    """Of the runs of each length, the lowest place that one ends in."""
    before: dict[int, int | None] = {}
    for module in order:
        place = places[module]
        length = bisect_left(tops, place)
        before[place] = tops[length - 1] if length else None
        tops[length : length + 1] = [place]
    run = set()
    last: int | None = tops[-1]
    while last is not None:
        run.add(goal[last])
        last = before[last]
    return frozenset(run)


def _single_moves(order: tuple[str, ...], goal: tuple[str, ...]) -> Iterator[Move]:
    """Yield every single move that makes the one order of the other."""
    for place, module in enumerate(goal):
        if _without(order, module) == _without(goal, module):
            if place:
                yield Move(module, after=goal[place - 1])
            if place + 1 < len(goal):
                yield Move(module, before=goal[place + 1])


def _without(order: tuple[str, ...], module: str) -> tuple[str, ...]:
    return tuple(one for one in order if one != module)
