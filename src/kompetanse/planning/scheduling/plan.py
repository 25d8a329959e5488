"""The best timetable: the verb."""

from collections.abc import Iterable

import attrs

from kompetanse.errors import NothingFound, NoTimetable
from kompetanse.model import Programme, Timetable
from kompetanse.model.rules import demand, demand_list, demand_whole, refuse
from kompetanse.planning.demands import MOST, demand_number, demand_watch
from kompetanse.planning.scheduling.blame import demand_ranges, to_blame
from kompetanse.planning.scheduling.fitting import Fit, fitting_or_none, last_day
from kompetanse.planning.scheduling.gatherings import gathered
from kompetanse.planning.scheduling.planned import Objective, Plan
from kompetanse.planning.scheduling.propagation import Ranges
from kompetanse.planning.scheduling.search.rounds import Case
from kompetanse.planning.scheduling.search.searching import Request, find
from kompetanse.planning.scheduling.setting import Days, Setting
from kompetanse.planning.scheduling.statements import setting_of
from kompetanse.planning.solver import EFFORT, Status, Watch

OBJECTIVES = (Objective.CONFLICTS, Objective.END, Objective.SPACING)


def plan(  # noqa: PLR0913  # what is asked for, each by its name
    programme: Programme,
    *,
    objectives: Iterable[Objective] = OBJECTIVES,
    keep: Timetable | None = None,
    seed: int = 0,
    effort: float = EFFORT,
    watch: Watch | None = None,
) -> Plan:
    """Give the programme with the best timetable that keeps to all its constraints.

    The objectives come in the order of their priority: each is made as small as can be, those before it kept
    as they were reached. With `keep`, least change from that timetable comes before them all. `effort` bounds
    the search, in the solver's own seconds; the same `seed` gives the same plan. `watch` is told of each
    better value. Ctrl-C gives the best so far. Where the programme does not say until when, the search goes
    to a year after the first timetable that fits.

    Raises `NoTimetable` where it is proven that there is none, with constraints that are to blame;
    `NothingFound` where none was found; `InvalidValue`, as where the programme does not say from when to
    plan; `MissingExtra` without OR-Tools; and as `DependencyGraph.order` does.
    """
    wanted = _wanted(programme, objectives, keep)
    demand_whole("plan", "seed", seed, 0, 2**31 - 1)
    demand_number("plan", "effort", effort, 0, MOST)
    demand_watch("plan", watch)
    setting = setting_of(programme)
    ranges = demand_ranges(setting, seed=seed)
    if not ranges.spots:
        return Plan(programme, (), (), interrupted=False)
    avoided, kept = tuple(_avoided(setting)), _kept(setting, keep or Timetable())
    start = setting.day(programme.planning.start or setting.first)
    request = Request(wanted, start, avoided, kept, seed, effort, watch)
    until = _until(ranges, fitting_or_none(ranges), request)
    answer = find(Case(setting, setting.everything, ranges, 0, until), request)
    if answer.status is Status.INFEASIBLE and programme.planning.end is not None:
        raise NoTimetable(setting.chosen(to_blame(setting, setting.every_number, seed=seed)))
    if not answer.days and answer.interrupted:
        raise KeyboardInterrupt
    if not answer.days:
        raise NothingFound(effort)
    result = gathered(setting, answer.days)
    planned = attrs.evolve(programme, timetable=result.timetable)
    return Plan(planned, answer.reached, result.facilitators, answer.interrupted)


def _wanted(
    programme: Programme, objectives: Iterable[Objective], keep: Timetable | None
) -> tuple[Objective, ...]:
    """Demand what `plan` is given, and give the objectives, each once."""
    demand("plan", "programme", programme, Programme)
    if programme.planning.start is None:
        raise refuse("plan", "programme", "no-start")
    wanted = demand_list("plan", "objectives", objectives, Objective)
    if keep is None:
        return tuple(dict.fromkeys(wanted))
    demand("plan", "keep", keep, Timetable)
    return tuple(dict.fromkeys((Objective.CHANGES, *wanted)))


def _until(ranges: Ranges, fit: Fit | None, request: Request) -> int:
    """Give the last day to look at: none after a timetable that fits, where the end matters first."""
    idle = {Objective.CONFLICTS} if not any(request.avoid) else set()
    idle |= {Objective.CHANGES} if not request.kept else set()
    first = next((one for one in request.objectives if one not in idle), None)
    if fit and first in (None, Objective.END):
        return max(map(max, fit))
    return last_day(ranges, fit)


def _avoided(setting: Setting) -> Iterable[tuple[Days, ...]]:
    """Yield for each cohort the days that it had better avoid, as far as they are looked at."""
    for cohort in setting.cohorts:
        days = [(0, max(setting.day(one.start), 0), setting.day(one.end)) for one in cohort.avoid]
        yield tuple((number, start, end) for number, start, end in days if end >= start)


def _kept(setting: Setting, keep: Timetable) -> dict[tuple[int, int], int]:
    """Give the day of each block and cohort in a timetable to keep to, as far as it has any."""
    blocks = {one.id: block for block, modules in enumerate(setting.blocks) for one in modules}
    cohorts = {one.id: number for number, one in enumerate(setting.cohorts)}
    kept: dict[tuple[int, int], int] = {}
    for one in keep.gatherings:
        if one.module in blocks and one.cohort in cohorts:
            kept.setdefault((blocks[one.module], cohorts[one.cohort]), setting.day(one.date))
    return kept
