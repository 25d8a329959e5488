"""Where are we in the journey: the verb."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kompetanse.model import Gathering, Participation, Programme
from kompetanse.model.rules import demand, demand_date, demand_list
from kompetanse.planning.position import Homework, Journey, ModuleStage, PhaseName, Progress, Stage


def journey(programme: Programme, *, on: date, participation: Iterable[Participation] = ()) -> Journey:
    """Say where every cohort and organisation is on a date.

    `participation` is what is known on that date; an organisation of which nothing is known is told
    so. A gathering of a module or a cohort that the programme does not have is left out (`check` finds it).
    Raises `InvalidValue` where `on` is no date, `UnknownOrganisation` or `UnknownModule` where participation
    speaks of what the programme does not have.
    """
    demand("journey", "programme", programme, Programme)
    demand_date("journey", "on", on)
    seen = demand_list("journey", "participation", participation, Participation)
    stages, of = tuple(_stages(programme, on)), {one.module for one in seen}
    return Journey(
        programme,
        on,
        stages,
        homework=tuple(_homework(programme, on, stages)),
        progress=tuple(_progress(programme, stages, seen)),
        reported=tuple(id_ for id_ in programme.teaching_order if id_ in of),
    )


def _stages(programme: Programme, on: date) -> Iterator[ModuleStage]:
    modules = [programme.module(id_) for id_ in programme.teaching_order]
    first: dict[tuple[str, str], Gathering] = {}
    for gathering in programme.timetable.gatherings:
        first.setdefault((gathering.cohort, gathering.module), gathering)
    for cohort in dict.fromkeys(one.id for one in programme.cohorts):
        for module in modules:
            held = first.get((cohort, module.id))
            if held is None:
                yield ModuleStage(cohort, module.id, Stage.TO_COME, None, None, None)
                continue
            start, end = module.span(held.date)
            yield ModuleStage(cohort, module.id, _stage(on, start, held.date, end), start, held, end)


def _stage(on: date, start: date, gathering: date, end: date) -> Stage:
    if on < start:
        return Stage.TO_COME
    if on < gathering:
        return Stage.PREPARATION
    if on == gathering:
        return Stage.GATHERING
    return Stage.FOLLOW_UP if on <= end else Stage.DONE


def _homework(programme: Programme, on: date, stages: tuple[ModuleStage, ...]) -> Iterator[Homework]:
    """Yield, for each cohort, the follow-up that is running and the preparation for what comes next."""
    for cohort in dict.fromkeys(one.cohort for one in stages):
        planned = sorted(
            (one.gathering for one in stages if one.cohort == cohort and one.gathering),
            key=lambda gathering: gathering.date,
        )
        for gathering in planned:
            module = programme.module(gathering.module)
            _, end = module.span(gathering.date)
            if gathering.date <= on <= end and end > gathering.date:
                start, phase = gathering.date + timedelta(days=1), module.follow_up
                yield Homework(cohort, module.id, PhaseName.FOLLOW_UP, start, end, phase.hours, phase.tasks)
        following = [gathering for gathering in planned if gathering.date > on]
        for gathering in following:
            module = programme.module(gathering.module)
            start, _ = module.span(gathering.date)
            if gathering.date == following[0].date and start < gathering.date:
                end, phase = gathering.date - timedelta(days=1), module.preparation
                yield Homework(cohort, module.id, PhaseName.PREPARATION, start, end, phase.hours, phase.tasks)


def _progress(
    programme: Programme, stages: tuple[ModuleStage, ...], participation: Iterable[Participation]
) -> Iterator[Progress]:
    reported: dict[tuple[str, str], Participation] = {}
    for one in participation:
        programme.organisation(one.organisation)
        programme.module(one.module)
        reported[one.organisation, one.module] = one
    for cohort in programme.cohorts:
        begun = [one for one in stages if one.cohort == cohort.id and one.gathering and one.stage.met]
        if not begun:
            continue
        latest = max(begun, key=lambda one: one.gathering.date if one.gathering else date.min).module
        for member in cohort.members:
            seen = reported.get((member, latest))
            shares = (seen.attended, seen.own_work) if seen else (None, None)
            yield Progress(member, cohort.id, latest, *shares)
