"""Metrics where modules may choose what to come after: the least and the most over all choices."""

from collections.abc import Iterator, Sequence
from itertools import product
from math import inf, prod

import attrs

from kompetanse.graph.blocks import blocks_of
from kompetanse.graph.kernel import Kernel, components
from kompetanse.graph.metrics import Metrics, metrics_of

MOST_CHOICES = 4096
"""The most choices that are tried for one part of a design; beyond, the ends are bounds."""
MEASURES = ("blocking", "delay", "centrality", "complexity")


@attrs.frozen
class Choice:
    """The module that one group is met by."""

    module: str
    """Whose group it is."""
    option: str


@attrs.frozen
class MetricRange:
    """The least and the most of one metric, with a choice that gives each."""

    low: float
    high: float
    low_choice: tuple[Choice, ...]
    """Of the groups that matter to it; ``()`` where none does, and where the end is only a bound."""
    high_choice: tuple[Choice, ...]
    exact: bool
    """Whether both ends are reached; else they only bound it, and `high` may be infinite."""


@attrs.frozen
class ModuleRanges:
    """The metrics of one module, or of all together, over the choices."""

    module: str
    blocking: MetricRange
    delay: MetricRange
    centrality: MetricRange
    complexity: MetricRange


@attrs.frozen
class MetricRanges:
    """The metrics of a design over all choices that can be taken."""

    modules: tuple[ModuleRanges, ...]
    """In the teaching order."""
    total: ModuleRanges
    """Of the sums over all modules; it has no module."""


def ranges_of(kernel: Kernel, *, quarter: bool) -> MetricRanges:
    """Measure a satisfiable design for every choice, one separate part of it after another.

    Parts that no prerequisite and no group joins do not bear on each other, so that each is tried on its
    own. One with more than `MOST_CHOICES` is bounded: every metric can but grow with a further edge, so that
    no choice goes below no choice at all, or above all of them at once.
    """
    rows: dict[int, ModuleRanges] = {}
    totals: list[ModuleRanges] = []
    for members in _separate(kernel):
        tried = _tried(_part(kernel, members), quarter=quarter)
        rows.update(zip(members, tried[:-1], strict=True))
        totals.append(tried[-1])
    return MetricRanges(tuple(rows[one] for one in range(len(kernel.ids))), _sum(totals))


def _separate(kernel: Kernel) -> Iterator[list[int]]:
    """Yield the modules of each part that nothing joins to another."""
    joined = [[*after, *before] for after, before in zip(kernel.after, kernel.before, strict=True)]
    for owner, options in kernel.groups:
        for option in options:
            joined[owner].append(option)
            joined[option].append(owner)
    parts: dict[int, list[int]] = {}
    for module, part in enumerate(components(joined)):
        parts.setdefault(part, []).append(module)
    yield from parts.values()


def _part(kernel: Kernel, members: list[int]) -> Kernel:
    number = {module: place for place, module in enumerate(members)}
    groups = [(owner, options) for owner, options in kernel.groups if owner in number]
    return Kernel(
        tuple(kernel.ids[one] for one in members),
        [[number[then] for then in kernel.after[one]] for one in members],
        [[number[first] for first in kernel.before[one]] for one in members],
        frozenset((number[one], number[then]) for one, then in kernel.strict if one in number),
        tuple((number[one], number[then]) for one, then in kernel.together if one in number),
        tuple((number[owner], tuple(number[one] for one in options)) for owner, options in groups),
        whole=True,
    )


def _tried(part: Kernel, *, quarter: bool) -> list[ModuleRanges]:
    """Give the ranges of each module of one part, and last those of its sums."""
    if prod(len(options) for _, options in part.groups) > MOST_CHOICES:
        every = tuple((owner, one) for owner, options in part.groups for one in options)
        all_at_once = _with(part, every)
        ends = [metrics_of(_with(part, ()), quarter=quarter), metrics_of(all_at_once, quarter=quarter)]
        bounds = _ranges(part, ends, [(), ()], exact=False)
        ring = len(all_at_once.topological) < len(part.ids)
        return (
            [attrs.evolve(one, centrality=_unbounded(one.centrality)) for one in bounds] if ring else bounds
        )
    found: list[Metrics] = []
    choices: list[tuple[Choice, ...]] = []
    owners = [owner for owner, _ in part.groups]
    for chosen in product(*(options for _, options in part.groups)):
        edges = tuple(zip(owners, chosen, strict=True))
        chosen_part = _with(part, edges)
        if not blocks_of(chosen_part).torn:
            found.append(metrics_of(chosen_part, quarter=quarter))
            choices.append(tuple(Choice(part.ids[owner], part.ids[one]) for owner, one in edges))
    return _ranges(part, found, choices, exact=True)


def _unbounded(one: MetricRange) -> MetricRange:
    """Give a range without an upper end, where all options at once lead in a ring."""
    return MetricRange(one.low, inf, (), (), exact=False)


def _with(part: Kernel, edges: Sequence[tuple[int, int]]) -> Kernel:
    """Give a part with each chosen option as a prerequisite of the kind before, and without groups."""
    after = [list(one) for one in part.after]
    before = [list(one) for one in part.before]
    for owner, option in edges:
        if option not in before[owner]:
            before[owner].append(option)
            after[option].append(owner)
    strict = part.strict | {(option, owner) for owner, option in edges}
    return Kernel(part.ids, after, before, strict, part.together, groups=(), whole=True)


def _ranges(
    part: Kernel, found: Sequence[Metrics], choices: Sequence[tuple[Choice, ...]], *, exact: bool
) -> list[ModuleRanges]:
    rows = []
    for place, module in enumerate(part.ids):
        columns = [[getattr(one, measure)[place] for one in found] for measure in MEASURES]
        rows.append(ModuleRanges(module, *(_range(column, choices, exact=exact) for column in columns)))
    sums = [[getattr(one.total, measure) for one in found] for measure in MEASURES]
    rows.append(ModuleRanges("", *(_range(column, choices, exact=exact) for column in sums)))
    return rows


def _range(column: list[float], choices: Sequence[tuple[Choice, ...]], *, exact: bool) -> MetricRange:
    low, high = min(column), max(column)
    if low == high:
        return MetricRange(low, high, (), (), exact=True)
    return MetricRange(low, high, choices[column.index(low)], choices[column.index(high)], exact)


def _sum(totals: Sequence[ModuleRanges]) -> ModuleRanges:
    return ModuleRanges("", *(_added([getattr(one, measure) for one in totals]) for measure in MEASURES))


def _added(ranges: Sequence[MetricRange]) -> MetricRange:
    unbounded = any(one.high == inf for one in ranges)
    return MetricRange(
        _total([one.low for one in ranges]),
        inf if unbounded else _total([one.high for one in ranges]),
        tuple(choice for one in ranges for choice in one.low_choice),
        tuple(choice for one in ranges for choice in one.high_choice),
        all(one.exact for one in ranges),
    )


def _total(ends: Sequence[float]) -> float:
    """Add up ends to one decimal; whole numbers stay whole, however large they are."""
    total = sum(ends)
    return total if isinstance(total, int) else round(total, 1)
