"""What is to be placed in periods, as plain integers: the task that `balance` puts to the solver."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from math import ceil, floor, isqrt

import attrs

from kompetanse.graph import DependencyGraph
from kompetanse.model import Programme
from kompetanse.planning.demands import Ends
from kompetanse.planning.exactly import LARGEST, exact, unit_of


@attrs.frozen(eq=False)
class Task:
    """Blocks of modules taken together, how they stand to one another, and what a period may hold."""

    blocks: tuple[tuple[str, ...], ...]
    loads: tuple[int, ...]
    """Of each block, in units."""
    exact: Mapping[str, Fraction]
    """The load of each module, as it was given."""
    unit: Fraction
    before: tuple[tuple[int, int, int], ...]
    """Two blocks, and the least number of periods from the first to the second: 0 or 1."""
    groups: tuple[tuple[int, tuple[int, ...]], ...]
    """A block, and those of which one must stand in an earlier period."""
    order: tuple[int, ...]
    """The blocks, each after all that it requires and one at least of each group."""
    periods: int
    load: Ends
    """Of each period, as it was asked for."""
    count: Ends

    def load_in_units(self) -> tuple[int, int]:
        """Give the least and the most that a period may hold, in units; all, where there is no most."""
        low, high = self.load
        least = 0 if low is None else ceil(exact(low) / self.unit)
        return least, sum(self.loads) if high is None else floor(exact(high) / self.unit)

    @cached_property
    def earliest(self) -> tuple[int, ...]:
        """The first period, from 1, that each block can stand in; it may be later than the last there is.

        The least that meets every prerequisite and every group, found by going round until nothing moves.
        """
        found = [1] * len(self.blocks)
        moved = True
        while moved:
            moved = False
            for block in self.order:
                least = max((period for _, period in self._leading_to(block, found)), default=1)
                if least > found[block]:
                    found[block], moved = least, True
        return tuple(found)

    def _leading_to(self, block: int, at: list[int] | tuple[int, ...]) -> Iterator[tuple[int, int]]:
        """Yield what a block must follow, and the first period that leaves to it."""
        for first, gap in self._required[block]:
            yield first, at[first] + gap
        for options in self._choices[block]:
            first = min(options, key=at.__getitem__)
            yield first, at[first] + 1

    @cached_property
    def _required(self) -> list[list[tuple[int, int]]]:
        found: list[list[tuple[int, int]]] = [[] for _ in self.blocks]
        for first, then, gap in self.before:
            found[then].append((first, gap))
        return found

    @cached_property
    def _choices(self) -> list[list[tuple[int, ...]]]:
        found: list[list[tuple[int, ...]]] = [[] for _ in self.blocks]
        for block, options in self.groups:
            found[block].append(options)
        return found

    @cached_property
    def latest(self) -> tuple[int, ...]:
        """The last period that each block can stand in, by what requires it in any case."""
        found = [self.periods] * len(self.blocks)
        for block in reversed(self.order):
            for first, gap in self._required[block]:
                found[first] = min(found[first], found[block] - gap)
        return tuple(found)

    def chain_to(self, block: int) -> tuple[int, ...]:
        """Give the blocks of a longest chain to `block`, each in a later period than the one before it."""
        chain = [block]
        while self.earliest[block] > 1:
            block = next(
                first
                for first, period in self._leading_to(block, self.earliest)
                if period == self.earliest[block]
            )
            if self.earliest[block] < self.earliest[chain[-1]]:
                chain.append(block)
            else:
                chain[-1] = block
        return tuple(reversed(chain))


def task_of(
    programme: Programme, loads: Mapping[str, Fraction], periods: int, load: Ends, count: Ends
) -> Task:
    """Put a programme's modules, their exact loads and the bounds of each period into integers.

    Raises as `DependencyGraph.order` does, and `InvalidValue` where the loads are too large, or too finely
    divided, to reckon with.
    """
    graph = DependencyGraph(programme)
    order = graph.order()
    of = graph.block_of
    unit = unit_of("balance", "loads", loads.values(), isqrt(LARGEST // periods))  # room for all squares
    groups = [(of[module.id], group) for module in programme.modules for group in module.any_of]
    return Task(
        graph.blocks,
        tuple(sum(int(loads[module] / unit) for module in block) for block in graph.blocks),
        loads,
        unit,
        _before(programme, graph),
        tuple(
            (then, tuple({of[one]: None for one in group.modules if of[one] != then}))
            for then, group in groups
        ),
        tuple(dict.fromkeys(of[module] for module in order)),
        periods,
        load,
        count,
    )


def _before(programme: Programme, graph: DependencyGraph) -> tuple[tuple[int, int, int], ...]:
    """Give what requires what, once each, the stricter where it is said twice."""
    gaps: dict[tuple[int, int], int] = {}
    for module in programme.modules:
        then = graph.block_of[module.id]
        for one in module.requires:
            first = graph.block_of[one.module] if one.kind.binding else then
            if first != then:
                gaps[first, then] = max(gaps.get((first, then), 0), int(one.strict))
    return tuple((first, then, gap) for (first, then), gap in gaps.items())
