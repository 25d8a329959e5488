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
    order, so that what lies near the end has short rows; a row is let go once every predecessor has used it.
    """
    size, before = parts.size, parts.before
    rows = [0] * len(size)
    uses = [len(one) for one in before]
    found = [0] * len(size)
    place = 0
    for part in reversed(parts.order):
        row = 0
        for then in parts.after[part]:
            row |= rows[then]
            uses[then] -= 1
            if not uses[then]:
                rows[then] = 0
        members = size[part]
        found[part] = row.bit_count() + members - 1
        if before[part]:
            rows[part] = row | ((1 << members) - 1) << place
        place += members
    return found


def chains(parts: Parts) -> tuple[Numbers, Numbers]:
    """Give for each part the modules on the longest chain that ends in it, and on the one that starts."""
    size = parts.size
    ending, starting = size.copy(), size.copy()
    for part in parts.order:
        before = parts.before[part]
        if before:
            ending[part] += max([ending[one] for one in before])
    for part in reversed(parts.order):
        after = parts.after[part]
        if after:
            starting[part] += max([starting[one] for one in after])
    return ending, starting


def centrality(parts: Parts) -> Numbers:
    """Give for each part the lengths, in modules, of all source-to-sink paths through it, summed.

    0 for a source or a sink. With p paths, of length t in all, from the sources to a part of s modules, and q
    paths, of length u in all, from it to the sinks, it lies on p · q whole ones, whose lengths sum to
    t · q + p · u - s · p · q.
    """
    size, after, before = parts.size, parts.after, parts.before
    paths, total = _paths(parts.order, before, size)
    onward, onward_total = _paths(parts.order[::-1], after, size)
    return [
        total[one] * onward[one] + paths[one] * onward_total[one] - size[one] * paths[one] * onward[one]
        if before[one] and after[one]
        else 0
        for one in range(len(size))
    ]


def _paths(order: Numbers, before: Sequence[Numbers], size: Numbers) -> tuple[Numbers, Numbers]:
    """Give for each part how many paths lead to it from where they can begin, and their summed lengths."""
    paths, total = [0] * len(size), [0] * len(size)
    for part in order:
        leading = before[part]
        if leading:
            count = sum([paths[one] for one in leading])
            paths[part] = count
            total[part] = sum([total[one] for one in leading]) + count * size[part]
        else:
            paths[part], total[part] = 1, size[part]
    return paths, total
