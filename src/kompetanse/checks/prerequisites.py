"""Rules about prerequisites alone: those said twice, and those that can never be met."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kompetanse.checks.design import Design
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.graph import Link, Ring
from kompetanse.model import Prerequisite, Require, Severity, Unrequire
from kompetanse.model.bridging import joined

Edge = Sequence[Link]
"""Every link from one module to another."""


def duplicate_prerequisites(design: Design) -> Iterator[Found]:
    """Find a module that requires another more than once.

    `module` has the prerequisites, `prerequisite` is the module that they are on, and `first` the number,
    from 0, of the first of them. The remedy says all of them in one, where one can.
    """
    for module in design.modules.values():
        first: dict[str, int] = {}
        for number, one in enumerate(module.requires):
            if one.module not in first:
                first[one.module] = number
                continue
            merged = _in_one([other for other in module.requires if other.module == one.module])
            possible = merged is not None and one.module in design.modules
            yield found(
                f"modules/{module.id}/requires/{number}",
                (Require(module.id, merged),) if possible and merged else (),
                module=module.id, prerequisite=one.module, first=first[one.module],
            )  # fmt: skip


def _in_one(requires: Sequence[Prerequisite]) -> Prerequisite | None:
    """Give the one prerequisite that says all, or None where it takes several to say it."""
    merged = joined((), requires)
    return merged[0] if len(merged) == 1 else None


def rings(design: Design) -> Iterator[Found]:
    """Find modules that wait for one another, so that none of them can ever begin.

    `modules` are those of one shortest ring, each before the next, from the smallest id; `size` is how many
    modules are tied up with them. Each remedy takes out a prerequisite without which this ring is none.
    """
    for ring in design.graph.rings():
        breaking = list(_breaking(design, ring))
        link = breaking[0] if breaking else ring.links[0]
        number = design.modules[link.owner].requires.index(link.prerequisite)
        remedies = tuple(Unrequire(one.owner, one.prerequisite.module) for one in breaking)
        place = f"modules/{link.owner}/requires/{number}"
        yield found(place, remedies, modules=ring.modules, size=ring.size)


def stuck(design: Design) -> Iterator[Found]:
    """Find `modules` that can never begin, since whichever is chosen in their groups waits for them in turn.

    Rings are left to the rule about them. Each remedy alone lets the whole design be taken.
    """
    if design.stuck:
        yield found(f"modules/{design.stuck[0]}", design.graph.repairs(), modules=design.stuck)


def _breaking(design: Design, ring: Ring) -> Iterator[Link]:
    """Yield one link for each prerequisite whose removal leaves no such ring, in the order of the ring."""
    edges: list[Edge] = [design.graph.digraph.edges[one.first, one.then]["links"] for one in ring.links]
    alone: set[tuple[str, str]] = set()
    strict: Counter[tuple[str, str]] = Counter()
    for edge in edges:
        saying = {_said_by(link) for link in edge}
        alone |= saying if len(saying) == 1 else set()
        strict.update(_said_by(link) for link in edge if link.strict)
    of_all, tried = strict.total(), set()
    for own, edge in zip(ring.links, edges, strict=True):
        for link in (own, *edge):
            one = _said_by(link)
            if one not in tried and (one in alone or strict[one] == of_all):
                yield link
            tried.add(one)


def _said_by(link: Link) -> tuple[str, str]:
    """Give what taking out a prerequisite goes by: the module that has it, and the one that it is on."""
    return link.owner, link.prerequisite.module


RULES = (
    Rule(
        "duplicate-prerequisite",
        Severity.WARNING,
        ("module", "prerequisite", "first"),
        duplicate_prerequisites,
    ),
    Rule("ring", Severity.ERROR, ("modules", "size"), rings),
    Rule("stuck", Severity.ERROR, ("modules",), stuck),
)
