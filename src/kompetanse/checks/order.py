"""Rules about the teaching order, where the programme states one."""

from collections.abc import Iterator

from kompetanse.checks.design import Design
from kompetanse.checks.moves import breaks
from kompetanse.checks.rule import Found, Rule, found
from kompetanse.graph import Unmet
from kompetanse.model import Move, Prerequisite, PrerequisiteKind, Severity, Unrequire


def against_teaching_order(design: Design) -> Iterator[Found]:
    """Find a binding prerequisite that the teaching order goes against.

    `module` requires `prerequisite`, in the way that `kind` says, but is not taught after it; or, where the
    two must be taken together, not beside it. What rings tie up is left to the rule about rings. Either move
    puts the two side by side; one that goes against no other prerequisite comes first.
    """
    graph = design.graph
    tied_up = {graph.block_of[ring.modules[0]] for ring in graph.rings()}
    violated = {
        (link.owner, link.prerequisite)
        for link in (design.violated if design.programme.order else ())
        if graph.block_of[link.first] not in tied_up
        or graph.block_of[link.first] != graph.block_of[link.then]
    }
    for module in design.modules.values():
        for number, one in enumerate(module.requires):
            if (module.id, one) in violated:
                moves = sorted(_moves(module.id, one), key=lambda move: breaks(design, move))
                yield found(
                    f"modules/{module.id}/requires/{number}",
                    (*moves, Unrequire(module.id, one.module)),
                    module=module.id, prerequisite=one.module, kind=one.kind.value,
                )  # fmt: skip


def any_of_against_order(design: Design) -> Iterator[Found]:
    """Find a group, `any_of`, of which the teaching order puts none before the `module` that needs one.

    What can never begin is left to the rule about that. A move that goes against no other prerequisite comes
    first.
    """
    unmet = design.unmet if design.programme.order else frozenset()
    for module in design.modules.values() if unmet else ():
        for number, group in enumerate(module.any_of):
            if Unmet(module.id, group) in unmet and module.id not in design.stuck:
                moves = [Move(module.id, after=one.module) for one in design.choices(module.id, group)]
                yield found(
                    f"modules/{module.id}/any_of/{number}",
                    (*sorted(moves, key=lambda move: breaks(design, move)), Unrequire(module.id, group)),
                    module=module.id, any_of=group.modules,
                )  # fmt: skip


def recommended_not_met(design: Design) -> Iterator[Found]:
    """Find a recommended prerequisite that the teaching order puts after the module that it is for.

    `prerequisite` is recommended for `module`. A move is only offered where it goes against no binding one.
    """
    if not design.programme.order:
        return
    for module in design.modules.values():
        for number, one in enumerate(module.requires):
            if one.kind is not PrerequisiteKind.RECOMMENDED or one.module not in design.modules:
                continue
            if design.rank[one.module] > design.rank[module.id]:
                moves = (move for move in _moves(module.id, one) if not breaks(design, move))
                yield found(
                    f"modules/{module.id}/requires/{number}",
                    (*moves, Unrequire(module.id, one.module)),
                    module=module.id, prerequisite=one.module,
                )  # fmt: skip


def _moves(module: str, one: Prerequisite) -> tuple[Move, Move]:
    return Move(module, after=one.module), Move(one.module, before=module)


RULES = (
    Rule("teaching-order", Severity.ERROR, ("module", "prerequisite", "kind"), against_teaching_order),
    Rule("any-of-order", Severity.ERROR, ("module", "any_of"), any_of_against_order),
    Rule("recommended-not-met", Severity.NOTE, ("module", "prerequisite"), recommended_not_met),
)
