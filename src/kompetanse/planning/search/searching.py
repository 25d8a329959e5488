"""The search itself: a model of all that must hold, and one objective after another made as small as can be."""

from collections.abc import Sequence

import attrs

from kompetanse.planning.search.objectives import EXPRESSIONS, Wishes
from kompetanse.planning.search.rounds import Case, Expression, Rounds, rounds_of
from kompetanse.planning.search.sharing import keep_room
from kompetanse.planning.search.spacing import keep_apart, keep_limits, keep_waits
from kompetanse.planning.search.taking import Taking, taking_of
from kompetanse.planning.solver import Search, Status, Watch, search
from kompetanse.planning.timetabling import Goal, Objective


@attrs.frozen(eq=False)
class Found:
    """Days that keep to all that must hold."""

    days: tuple[tuple[int, ...], ...]
    """For each block and cohort."""


@attrs.frozen(eq=False)
class Model:
    """All that must hold."""

    rounds: Rounds
    taking: Taking


def model_of(case: Case) -> Model | None:
    """Give the model of all that must hold; None where some round has no day at all."""
    rounds = rounds_of(case)
    if rounds is None:
        return None
    taking = taking_of(rounds)
    keep_apart(rounds, taking)
    keep_waits(rounds, taking)
    keep_limits(rounds, taking)
    keep_room(rounds, taking)
    return Model(rounds, taking)


def found_in(model: Model, result: Search) -> Found:
    """Read the days from what was found."""
    case = model.rounds.case

    def day(block: int, cohort: int) -> int:
        rounds = (k for k in case.rounds if _holds(result, model.taking.at(cohort, block, k)))
        return result.of(model.rounds.days[next(rounds)][cohort])

    return Found(tuple(tuple(day(block, cohort) for cohort in case.cohorts) for block in case.rounds))


def _holds(result: Search, literal: object) -> bool:
    return literal if isinstance(literal, bool) else bool(result.of(literal))
