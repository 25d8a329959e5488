"""How early a module can come after others, where groups leave a choice."""

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush

from kompetanse.graph.blocks import Blocks, take
from kompetanse.model import Module, Programme

Met = tuple[int, int]
"""A constraint: the block that has it, and its number there."""


def earliest(
    programme: Programme, blocks: Blocks, number: Mapping[str, int], given: Mapping[int, int], sought: int
) -> float:
    """Give the earliest day of a block, each given one on its day and all else as early as can be.

    Minus infinity where it need not come after any of them. Constraints are met in the order of their days,
    as Knuth (1977) generalises Dijkstra: a block comes when the last of what it needs is met, and a group is
    met by the first of its options.
    """
    bound = set(range(len(blocks.members))).difference(take(blocks, without=frozenset(given)).order)
    if sought not in bound:
        return float("-inf")
    needs, serves = _constraints(programme, blocks, number, bound, given)
    events = [(day + days, met) for block, day in given.items() for days, met in serves.get(block, ())]
    heapify(events)
    done: set[Met] = set()
    while events:
        day, met = heappop(events)
        if met in done:
            continue
        done.add(met)
        block = met[0]
        needs[block] -= 1
        if not needs[block]:
            if block == sought:
                return day
            for days, following in serves.get(block, ()):
                heappush(events, (day + days, following))
    return float("inf")


def _constraints(
    programme: Programme, blocks: Blocks, number: Mapping[str, int], bound: set[int], given: Mapping[int, int]
) -> tuple[dict[int, int], dict[int, list[tuple[int, Met]]]]:
    """Give how many constraints each bound block waits for, and which ones each serves, after how many days.

    What a block that is not bound can serve is met as early as anyone likes, and is left out.
    """
    needs = dict.fromkeys(bound.difference(given), 0)
    serves: dict[int, list[tuple[int, Met]]] = {}
    for module in programme.modules:
        block = blocks.of[number[module.id]]
        if block not in needs:
            continue
        for options in _asked(module, number, blocks):
            others = [(other, days) for other, days in options if other != block]
            if others and all(other in bound for other, _ in others):
                met = (block, needs[block])
                needs[block] += 1
                for other, days in others:
                    serves.setdefault(other, []).append((days, met))
    return needs, serves


def _asked(module: Module, number: Mapping[str, int], blocks: Blocks) -> Iterator[list[tuple[int, int]]]:
    """Yield what a module asks for, each as the blocks of which one will do, with its days."""
    for one in module.requires:
        if one.kind.binding and one.module in number:
            yield [(blocks.of[number[one.module]], one.days)]
    for group in module.any_of:
        known = (one for one in group.options if one.module in number)
        yield [(blocks.of[number[one.module]], one.days) for one in known]
