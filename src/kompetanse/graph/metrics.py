"""Metrics of curricular analytics: how much each module holds back, delays, and lies in the middle.

Source: Heileman, Abdallah, Slim and Hickman, "Curricular analytics: a framework for quantifying the impact of
curricular reforms and pedagogical innovations" (2018); for bottlenecks, which require or are required by
at least 3 others, or 5 both ways together: Wigdahl, Heileman, Slim and Abdallah (2014).
"""

from collections.abc import Sequence

import attrs

from kompetanse.graph.kernel import Kernel
from kompetanse.graph.measures import Parts, blocking, both_ways, centrality, delay, parts_of
from kompetanse.model import Column, Table
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table

BOTTLENECK = 3
"""Modules that a bottleneck requires, or is required by, at least."""
BOTTLENECK_IN_ALL = 5
"""Modules that a bottleneck requires and is required by together, at least."""


@attrs.frozen
class ModuleMetrics:
    """The metrics of one module."""

    module: str
    blocking: int
    """Blocking factor: how many modules cannot be reached without it."""
    delay: int
    """Delay factor: how many modules stand on the longest chain through it, itself among them."""
    centrality: int
    """Lengths, in modules, of all source-to-sink paths through it, summed; 0 for a source or a sink."""
    complexity: float
    """Structural complexity: blocking + delay; in a quarter system two thirds of it, to one decimal."""


@attrs.frozen
class Metrics:
    """The metrics of a design, on the directed edges of every binding kind; exact.

    Modules that require each other ("before or together" both ways) count as one step, as long as all of
    them. Columns are kept side by side, in the teaching order.
    """

    ids: tuple[str, ...]
    blocking: tuple[int, ...]
    delay: tuple[int, ...]
    centrality: tuple[int, ...]
    complexity: tuple[float, ...]
    longest_chain: tuple[str, ...]
    """Modules each of which requires the one before it, as many as there can be."""
    bottlenecks: tuple[str, ...]
    """Modules that require, or are required by, at least 3 others, or 5 both ways together."""

    __repr__ = brief("", "ids as modules", "bottlenecks")
    _repr_html_ = html_of_table

    @property
    def modules(self) -> tuple[ModuleMetrics, ...]:
        """The metrics module by module, in the teaching order."""
        columns = (self.ids, self.blocking, self.delay, self.centrality, self.complexity)
        return tuple(ModuleMetrics(*row) for row in zip(*columns, strict=True))

    @property
    def total(self) -> ModuleMetrics:
        """The sum of each metric over all modules; it has no module."""
        complexity = round(sum(self.complexity), 1)
        return ModuleMetrics("", sum(self.blocking), sum(self.delay), sum(self.centrality), complexity)

    def table(self) -> Table:
        """Give a row for each module, the most complex first."""
        rows = sorted(self.modules, key=lambda one: (-one.complexity, -one.centrality))
        columns = [Column(field.name) for field in attrs.fields(ModuleMetrics)]
        return Table(columns, [attrs.astuple(one) for one in rows])


def metrics_of(kernel: Kernel, *, quarter: bool = False) -> Metrics:
    """Measure a satisfiable design."""
    parts = parts_of(kernel)
    into, out = both_ways(parts)
    columns = [blocking(parts), delay(parts, into, out), centrality(parts, into, out)]
    if len(parts.size) < len(kernel.ids):
        columns = [[column[part] for part in parts.of] for column in columns]
    b, d, c = columns
    return Metrics(
        kernel.ids,
        tuple(b),
        tuple(d),
        tuple(c),
        tuple(map(_quarter if quarter else int.__add__, b, d)),
        _longest_chain(kernel, parts, into.longest),
        tuple(_bottlenecks(kernel)),
    )


def _quarter(blocked: int, delay: int) -> float:
    return round((blocked + delay) * 2 / 3, 1)


def _longest_chain(kernel: Kernel, parts: Parts, ending: Sequence[int]) -> tuple[str, ...]:
    """Walk back from the end of a longest chain, always to the module taught earliest."""
    if not ending:
        return ()
    at = ending.index(max(ending))
    chain = [at]
    while parts.before[at]:
        at = max(sorted(parts.before[at]), key=ending.__getitem__)
        chain.append(at)
    if len(ending) == len(kernel.ids):
        return tuple(kernel.ids[part] for part in reversed(chain))
    place = {part: number for number, part in enumerate(reversed(chain))}
    members = (module for module, part in enumerate(parts.of) if part in place)
    return tuple(kernel.ids[module] for module in sorted(members, key=lambda one: place[parts.of[one]]))


def _bottlenecks(kernel: Kernel) -> list[str]:
    degrees = zip(kernel.ids, map(len, kernel.before), map(len, kernel.after), strict=True)
    return [
        id_
        for id_, into, out in degrees
        if into >= BOTTLENECK or out >= BOTTLENECK or into + out >= BOTTLENECK_IN_ALL
    ]
