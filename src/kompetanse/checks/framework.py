"""Rules about modules against the maturity framework."""

from collections.abc import Iterator

from kompetanse.checks.design import Design
from kompetanse.checks.dimensions import DimensionTree
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.model import Severity


def develops_nothing(design: Design) -> Iterator[Found]:
    """Find a `module` that develops no dimension of maturity, where there is a framework."""
    if design.programme.framework is None:
        return
    for module in design.modules.values():
        if not module.develops:
            yield found(f"modules/{module.id}", module=module.id)


def undeveloped(design: Design) -> Iterator[Found]:
    """Find a `dimension` that no module develops: neither itself, nor one above it, nor one below.

    Of dimensions below one another, only the topmost is found. Where there are no modules at all, it is the
    framework that is written down, and no programme.
    """
    tree = DimensionTree(design.programme.framework if design.modules else None)
    named = {dimension for module in design.modules.values() for dimension in module.develops}
    itself = [one.id in named for one in tree.dimensions]
    below = list(itself)
    for number in reversed(range(len(below))):
        if below[number] and tree.parents[number] >= 0:
            below[tree.parents[number]] = True
    settled: list[bool] = []
    """Whether a dimension is developed as a whole, or found to be developed not at all."""
    for number, dimension in enumerate(tree.dimensions):
        parent = tree.parents[number]
        above = parent >= 0 and settled[parent]
        if not above and not below[number]:
            yield found(tree.place(number), dimension=dimension.id)
        settled.append(above or itself[number] or not below[number])


RULES = (
    Rule("develops-nothing", Severity.WARNING, ("module",), develops_nothing),
    Rule("undeveloped", Severity.WARNING, ("dimension",), undeveloped),
)
