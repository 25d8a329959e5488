"""Bare measures of a directed graph in plain integers: exact, linear or nearly so, no path ever listed.

The graph is given by its parts: each part is one module, or several that require each other in a ring of
"before or together" and then count as one step, as long as all of them. `order` is topological.
"""

from collections.abc import Sequence

import attrs

from kompetanse.graph.kernel import Kernel, Numbers, components, topological


@attrs.frozen(eq=False)
class Parts:
    """An acyclic graph of parts."""

    order: Numbers
    after: Sequence[Numbers]
    before: Sequence[Numbers]
    size: Numbers
    """How many modules each part holds."""
    of: Numbers
    """The part of each module."""


def parts_of(kernel: Kernel) -> Parts:
    """Give the directed edges of every binding kind, acyclic: what requires itself in a ring is one part."""
    order = kernel.topological
    count = len(kernel.ids)
    if len(order) == count:
        return Parts(order, kernel.after, kernel.before, [1] * count, list(range(count)))
    number: dict[int, int] = {}
    of = [number.setdefault(one, len(number)) for one in components(kernel.after)]
    size = [0] * len(number)
    for part in of:
        size[part] += 1
    edges = {(of[one], of[then]) for one, several in enumerate(kernel.after) for then in several}
    after: list[Numbers] = [[] for _ in size]
    before: list[Numbers] = [[] for _ in size]
    for first, then in sorted(edges):
        if first != then:
            after[first].append(then)
            before[then].append(first)
    return Parts(topological(after, before), after, before, size, of)


def blocking(parts: Parts) -> Numbers:
    """Give for each part how many modules cannot be reached without it, itself aside.

    Each row is a set of modules as the bits of an integer. A bit is the module's place from the end of the
    order, so that what lies near the end has short rows; a row is let go once every predecessor has used it,
    and what leads nowhere needs none.
    """
    size, after, before = parts.size, parts.after, parts.before
    rows = [0] * len(size)
    places = [0] * len(size)
    uses = [len(one) for one in before]
    found = [0] * len(size)
    place = 0
    for part in reversed(parts.order):
        row = 0
        for then in after[part]:
            row |= rows[then] or ((1 << size[then]) - 1) << places[then]
            uses[then] -= 1
            if not uses[then]:
                rows[then] = 0
        members = size[part]
        found[part] = row.bit_count() + members - 1
        if before[part] and row:
            rows[part] = row | ((1 << members) - 1) << place
        places[part] = place
        place += members
    return found


@attrs.frozen(eq=False)
class Walks:
    """What leads to each part from where walks can begin."""

    longest: Numbers
    """The modules on the longest chain that ends in it, itself among them."""
    paths: Numbers
    """How many paths end in it."""
    total: Numbers
    """The lengths of these paths, in modules, summed."""


def walks(order: Sequence[int], before: Sequence[Numbers], size: Numbers) -> Walks:
    """Count, in one pass, what leads to each part; with all turned around, what leads from it."""
    longest, paths, total = size.copy(), [1] * len(size), size.copy()
    for part in order:
        leading = before[part]
        if leading:
            most = count = length = 0
            for one in leading:
                if longest[one] > most:  # noqa: PLR1730  # the hot loop: a call would double it
                    most = longest[one]
                count += paths[one]
                length += total[one]
            longest[part] += most
            paths[part] = count
            total[part] = length + count * size[part]
    return Walks(longest, paths, total)


def delay(parts: Parts, into: Walks, out: Walks) -> Numbers:
    """Give for each part the modules on the longest chain through it."""
    return [
        before + after - size
        for before, after, size in zip(into.longest, out.longest, parts.size, strict=True)
    ]


def centrality(parts: Parts, into: Walks, out: Walks) -> Numbers:
    """Give for each part the lengths, in modules, of all source-to-sink paths through it, summed.

    0 for a source or a sink. With p paths, of length t in all, from the sources to a part of s modules, and q
    paths, of length u in all, from it to the sinks, it lies on p · q whole ones, whose lengths sum to
    t · q + p · u - s · p · q.
    """
    return [
        into.total[one] * out.paths[one] + into.paths[one] * (out.total[one] - size * out.paths[one])
        if parts.before[one] and parts.after[one]
        else 0
        for one, size in enumerate(parts.size)
    ]


def both_ways(parts: Parts) -> tuple[Walks, Walks]:
    """Give what leads to each part, and what leads from it."""
    into = walks(parts.order, parts.before, parts.size)
    return into, walks(parts.order[::-1], parts.after, parts.size)
