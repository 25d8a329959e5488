"""What a programme takes of its leaders' time."""

from kompetanse.model import Module, Programme


def leader_hours(programme: Programme) -> float:
    """Give the hours that all leaders together spend: people × hours, over organisations and modules.

    A module takes its preparation, its gathering day and its follow-up. The day lasts as long as the
    gathering of the organisation's cohort; where none is on the timetable, from the module's first session to
    the end of its last. An organisation in several cohorts counts once, with the first of them.
    """
    cohort_of: dict[str, str] = {}
    for cohort in programme.cohorts:
        for member in cohort.members:
            cohort_of.setdefault(member, cohort.id)
    day = {(one.cohort, one.module): one.hours for one in reversed(programme.timetable.gatherings)}
    return sum(
        organisation.leaders * (at_home(module) + day.get((cohort, module.id), day_of_sessions(module)))
        for organisation in programme.organisations
        for cohort in (cohort_of.get(organisation.id, ""),)
        for module in programme.modules
    )


def at_home(module: Module) -> float:
    """Give the hours of preparation and follow-up, for one leader."""
    return module.preparation.hours + module.follow_up.hours


def day_of_sessions(module: Module) -> float:
    """Give the hours from the start of a module's first session to the end of its last."""
    if not module.sessions:
        return 0.0
    start = min(one.start for one in module.sessions)
    end = max(one.end for one in module.sessions)
    return end.hour - start.hour + (end.minute - start.minute) / 60
