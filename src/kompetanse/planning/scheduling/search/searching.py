"""The search itself: a model of all that must hold, and one objective after another made small."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from kompetanse.planning.reached import Reached
from kompetanse.planning.scheduling.planned import Objective
from kompetanse.planning.scheduling.search.objectives import EXPRESSIONS, Wishes, measured
from kompetanse.planning.scheduling.search.rounds import Case, Rounds, rounds_of
from kompetanse.planning.scheduling.search.sharing import keep_room
from kompetanse.planning.scheduling.search.spacing import keep_apart, keep_limits, keep_waits
from kompetanse.planning.scheduling.search.taking import Taking, taking_of
from kompetanse.planning.scheduling.setting import Alike, Days, days_of
from kompetanse.planning.solver import Linear, Search, Status, Watch, search

DaysTaken = tuple[tuple[int, ...], ...]
"""For each block and cohort, the day on which it is taken."""


@attrs.frozen(eq=False)
class Request:
    """What a search is asked for."""

    objectives: tuple[Objective, ...]
    start: int
    """The first day of planning."""
    avoid: tuple[tuple[Days, ...], ...]
    """For each cohort, the days that it had better avoid."""
    kept: Mapping[tuple[int, int], int]
    """The day of each block and cohort in a timetable to keep to."""
    seed: int
    effort: float
    watch: Watch | None = None


@attrs.frozen(eq=False)
class Answer:
    """What a search has come to."""

    status: Status
    days: DaysTaken
    """Empty where nothing was found."""
    reached: tuple[Reached, ...]
    interrupted: bool


@attrs.frozen(eq=False)
class Model:
    """All that must hold."""

    rounds: Rounds
    taking: Taking

    def days(self, result: Search) -> DaysTaken:
        """Read the days from what was found."""
        case = self.rounds.case

        def day(block: int, cohort: int) -> int:
            taken = (k for k in case.rounds if _holds(result, self.taking.at(cohort, block, k)))
            return result.of(self.rounds.days[next(taken)][cohort])

        return tuple(tuple(day(block, cohort) for cohort in case.cohorts) for block in case.rounds)

    def hint(self, result: Search) -> None:
        """Let the next search begin where this one has ended."""
        model = self.rounds.model
        model.clear_hints()
        for index in range(len(model.proto.variables)):
            variable = model.get_int_var_from_proto_index(index)
            model.add_hint(variable, result.of(variable))


@attrs.frozen(eq=False)
class Stage:
    """One expression to be made small."""

    objective: Objective
    place: int
    """Its place among the expressions of the objective."""
    expression: Linear

    def value(self, model: Model, wishes: Wishes, found: Search) -> int:
        """Give what it comes to in what was found."""
        return measured(self.objective, wishes, model.days(found))[self.place]

    def reached(self, value: int, bound: int) -> Reached:
        """Give how far the objective was brought."""
        return Reached(self.objective.value, value, bound)


def _holds(result: Search, literal: object) -> bool:
    return literal if isinstance(literal, bool) else bool(result.of(literal))


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


def is_possible(case: Case, *, seed: int, effort: float) -> bool | None:
    """Tell whether any timetable keeps to all that must hold; None where the search comes to no end."""
    model = model_of(case)
    if model is None:
        return False
    _tell_apart(model, case.setting.alike)
    result = search(model.rounds.model, seed=seed, effort=effort, relax=False)
    return {Status.INFEASIBLE: False, Status.UNKNOWN: None}.get(result.status, True)


def find(case: Case, request: Request) -> Answer:
    """Find the days that are best by one objective after another, those before it kept as they were reached.

    Each may take half of the effort that is left, the last all of it; where the first finds nothing, it goes
    on with the rest.
    """
    model = model_of(case)
    if model is None:
        return Answer(Status.INFEASIBLE, (), (), interrupted=False)
    _tell_apart(model, _alike_in_wishes(case, request))
    wishes = Wishes(model.rounds, model.taking, request.start, request.avoid, request.kept)
    stages = [
        Stage(objective, place, expression)
        for objective in request.objectives
        for place, expression in enumerate(EXPRESSIONS[objective](wishes))
    ]
    return _by_stages(model, wishes, stages, request)


def _by_stages(model: Model, wishes: Wishes, stages: Sequence[Stage], request: Request) -> Answer:
    """Go through the stages; what is told of each is what the timetable has, whatever the search ended on."""
    found: Search | None = None
    reached: dict[Objective, Reached] = {}
    left, interrupted = request.effort, False
    for number, stage in enumerate(stages):
        if isinstance(stage.expression, int):  # nothing bears on it
            reached.setdefault(stage.objective, stage.reached(stage.expression, stage.expression))
            continue
        bound = 0
        if found is None or (left > 0 and not interrupted and stage.value(model, wishes, found) > 0):
            share = left if number == len(stages) - 1 else left / 2
            tried = _smallest(model, stage.expression, request, share)
            left, interrupted = left - tried.spent, tried.interrupted
            if found is None and tried.status is Status.UNKNOWN and left > 0 and not interrupted:
                tried = _smallest(model, stage.expression, request, left)
                left, interrupted = left - tried.spent, tried.interrupted
            if tried.found:
                found, bound = tried, max(tried.bound, 0)
            elif found is None:
                return Answer(tried.status, (), (), interrupted)
        value = stage.value(model, wishes, found)
        reached.setdefault(stage.objective, stage.reached(value, min(bound, value)))
        model.rounds.model.add(stage.expression <= value)
        model.hint(found)
    if found is None:
        found = search(model.rounds.model, seed=request.seed, effort=left, relax=False)
        if not found.found:
            return Answer(found.status, (), (), found.interrupted)
    return Answer(found.status, model.days(found), tuple(reached.values()), interrupted)


def _smallest(model: Model, expression: Linear, request: Request, effort: float) -> Search:
    model.rounds.model.minimize(expression)
    return search(model.rounds.model, seed=request.seed, effort=effort, watch=request.watch, relax=False)


def _alike_in_wishes(case: Case, request: Request) -> Alike:
    """Give the cohorts of whom the same is asked, and the same wished."""
    groups: dict[object, list[int]] = {}
    for cohort in case.cohorts:
        kept = tuple(request.kept.get((block, cohort)) for block in case.rounds)
        wished = case.kind_of[cohort], days_of(request.avoid[cohort], -1), kept
        groups.setdefault(wished, []).append(cohort)
    return tuple(map(tuple, groups.values()))


def _tell_apart(model: Model, alike: Alike) -> None:
    """Let cohorts alike first meet in their order, which spares the solver all the other orders."""
    for cohorts in alike:
        for one, following in pairwise(cohorts):
            days = model.rounds.days[0]
            model.rounds.model.add(days[one] <= days[following])
