"""What a move within the teaching order goes against that was kept before.

A move changes how one module stands to those that it passes, and nothing else; so only what that module has
to do with is asked again, unless it has to do with a block, which must not be split.
"""

from collections.abc import Callable, Iterator

from kompetanse.checks.design import Design
from kompetanse.graph import Link
from kompetanse.model import Move


def breaks(design: Design, move: Move) -> bool:
    """Tell whether a move goes against a binding prerequisite or a group that the teaching order respects."""
    before, after = _beside(design, move)
    block_of, blocks = design.graph.block_of, design.graph.blocks
    splits = before is not None and after is not None and block_of[before] == block_of[after]
    if splits or len(blocks[block_of[move.module]]) > 1:
        moved = _moved(design.taught, move)
        return not (
            design.violated.issuperset(design.graph.violated(moved))
            and design.unmet.issuperset(design.graph.unmet(moved))
        )
    last = design.rank[before] if before is not None else -1

    def is_first(one: str, other: str) -> bool:
        """Tell whether one module stands before another in the moved order."""
        if move.module == other:
            return design.rank[one] <= last and one != other
        return design.rank[other] > last if move.module == one else design.rank[one] < design.rank[other]

    return any(
        not is_first(link.first, link.then) and link not in design.violated
        for link in _links(design, move.module)
    ) or _leaves_unmet(design, move.module, is_first)


def _links(design: Design, module: str) -> Iterator[Link]:
    digraph = design.graph.digraph
    for edges in (digraph.pred[module], digraph.succ[module]):
        for other, edge in edges.items():
            if other != module:  # how it stands to itself, no move changes
                yield from edge["links"]


def _leaves_unmet(design: Design, module: str, is_first: Callable[[str, str], bool]) -> bool:
    block_of = design.graph.block_of
    return any(
        one not in design.unmet
        and not any(
            option in block_of and block_of[option] != block_of[one.module] and is_first(option, one.module)
            for option in one.group.modules
        )
        for one in design.groups_about.get(module, ())
    )


def _beside(design: Design, move: Move) -> tuple[str | None, str | None]:
    """Give the modules that a move puts its module between, as far as there are any."""
    order = design.taught
    place = design.rank[move.before] if move.before is not None else design.rank[str(move.after)] + 1
    left, right = place - 1, place
    if left >= 0 and order[left] == move.module:
        left -= 1
    if right < len(order) and order[right] == move.module:
        right += 1
    return (order[left] if left >= 0 else None, order[right] if right < len(order) else None)


def _moved(order: tuple[str, ...], move: Move) -> list[str]:
    """Give the order that a move leads to."""
    moved = [one for one in order if one != move.module]
    place = moved.index(move.before) if move.before is not None else moved.index(str(move.after)) + 1
    moved.insert(place, move.module)
    return moved
