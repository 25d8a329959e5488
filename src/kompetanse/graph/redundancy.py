"""Prerequisites that say only what others say already, kinds and lags counted.

A prerequisite is redundant if, without it, every timetable that keeps to the rest keeps to it all the
same. So its removal changes neither the valid orders nor any earliest date, whenever the modules begin.
"""

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

import attrs

from kompetanse.graph.blocks import Blocks, blocks_of, take
from kompetanse.graph.earliest import earliest
from kompetanse.graph.kernel import Kernel, kernel_of
from kompetanse.model import AnyOf, Module, Prerequisite, PrerequisiteKind, Programme, Unrequire

TOGETHER = PrerequisiteKind.TOGETHER


def redundant(programme: Programme, kernel: Kernel) -> tuple[Unrequire, ...]:
    """Give the changes of which each alone takes out what is redundant: see `DependencyGraph.redundant`."""
    chains = None if kernel.groups else _Chains.of(programme, kernel)
    known = frozenset(kernel.ids)
    return tuple(
        change for module in programme.modules for change in _of_module(programme, known, chains, module)
    )


def _of_module(
    programme: Programme, known: frozenset[str], chains: "_Chains | None", module: Module
) -> Iterator[Unrequire]:
    by_module: dict[str, list[Prerequisite]] = {}
    for one in module.requires:
        if one.kind.binding and one.module in known:
            by_module.setdefault(one.module, []).append(one)
    for required, several in by_module.items():
        change = Unrequire(module.id, required)
        implied = chains.imply(module.id, several) if chains else None
        if _implied(change.apply(programme), module.id, several) if implied is None else implied:
            yield change
    for group in module.any_of:
        change = Unrequire(module.id, group)
        if _implied(change.apply(programme), module.id, group):
            yield change


def _implied(rest: Programme, module: str, said: list[Prerequisite] | AnyOf) -> bool:
    """Tell whether what was said of `module` holds in every timetable of `rest`."""
    kernel = kernel_of(rest)
    blocks = blocks_of(kernel)
    number = {id_: place for place, id_ in enumerate(kernel.ids)}
    then = blocks.of[number[module]]
    if isinstance(said, AnyOf):
        options = [(blocks.of[number[one.module]], one) for one in said.options if one.module in number]
        given = {block: -one.days for block, one in options if block != then}  # its own is no choice
        return bool(given) and earliest(rest, blocks, number, given, then) >= 0
    first = blocks.of[number[said[0].module]]
    if first == then:
        return True  # the rest takes the two together, and no prerequisite that could be met says more
    days = max(one.days for one in said)
    together = any(one.kind is TOGETHER for one in said)
    return not together and earliest(rest, blocks, number, {first: 0}, then) >= days


@attrs.frozen(eq=False)
class _Chains:
    """Longest chains between blocks, for a design without groups: only what lies between two is looked at."""

    blocks: Blocks
    number: Mapping[str, int]
    place: Mapping[int, int]
    """The place of each block in a valid order."""
    said: Mapping[tuple[int, int], list[tuple[str, str, int]]]
    """For two blocks, who requires whom between them, with the days."""

    @classmethod
    def of(cls, programme: Programme, kernel: Kernel) -> "_Chains":
        blocks = blocks_of(kernel)
        number = {id_: place for place, id_ in enumerate(kernel.ids)}
        said: dict[tuple[int, int], list[tuple[str, str, int]]] = {}
        for module in programme.modules:
            for one in module.requires:
                if one.kind.binding and one.module in number:
                    pair = blocks.of[number[one.module]], blocks.of[number[module.id]]
                    said.setdefault(pair, []).append((module.id, one.module, one.days))
        place = {block: place for place, block in enumerate(take(blocks).order)}
        return cls(blocks, number, place, said)

    def imply(self, module: str, several: list[Prerequisite]) -> bool | None:
        """Tell whether chains of others say what `module` requires; None for two in one block."""
        required = several[0].module
        first, then = self.blocks.of[self.number[required]], self.blocks.of[self.number[module]]
        if first == then:
            return None
        longest = {then: 0}
        waiting = [(-self.place[then], then)]
        while waiting:
            _, block = heappop(waiting)
            if block == first:
                return longest[first] >= max(one.days for one in several)
            for before in self.blocks.before[block]:
                others = [
                    days for owner, of, days in self.said[before, block] if (owner, of) != (module, required)
                ]
                if not others or self.place[before] < self.place[first]:
                    continue
                if before not in longest:
                    heappush(waiting, (-self.place[before], before))
                longest[before] = max(longest.get(before, 0), longest[block] + max(others))
        return False
