"""What a programme takes of its leaders' time, and what it costs."""

from collections.abc import Iterable, Sequence

import attrs

from kompetanse.model import Module, Programme
from kompetanse.model.rules import demand


@attrs.frozen
class Leaders:
    """The leaders who meet together: those of a cohort, or of all organisations that are in none."""

    cohort: str
    """``""`` for those that are in none."""
    count: int
    travel: float
    """Hours that all of them together travel for one gathering."""


def leaders_of(programme: Programme) -> tuple[Leaders, ...]:
    """Give the leaders cohort by cohort; an organisation in several counts with the first of them."""
    cohort_of: dict[str, str] = {}
    for cohort in programme.cohorts:
        for member in cohort.members:
            cohort_of.setdefault(member, cohort.id)
    leaders = dict.fromkeys((*(one.id for one in programme.cohorts), ""), 0)
    travel = dict.fromkeys(leaders, 0.0)
    for one in programme.organisations:
        cohort_id = cohort_of.get(one.id, "")
        leaders[cohort_id] += one.leaders
        travel[cohort_id] += one.leaders * one.travel
    return tuple(Leaders(cohort, count, travel[cohort]) for cohort, count in leaders.items())


def leader_hours(programme: Programme) -> float:
    """Give the hours that all leaders together spend: people × hours, over organisations and modules.

    A module takes its preparation, its gathering day, the journey there and back, and its follow-up. The day
    lasts as long as the gathering of the organisation's cohort; where none is on the timetable, from the
    module's first session to the end of its last. An organisation in several cohorts counts once, with the
    first of them.
    """
    demand("leader_hours", "programme", programme, Programme)
    return _hours(programme.modules, leaders_of(programme), Days(programme))


def cost(programme: Programme) -> float | None:
    """Give what the programme costs by its rates; None where it states none.

    Hours are those of `leader_hours`. Each cohort meets for each module that has a gathering day, whether the
    day is on the timetable already or not.
    """
    demand("cost", "programme", programme, Programme)
    rates = programme.costs
    if rates is None:
        return None
    groups, days = leaders_of(programme), Days(programme)
    total = rates.leader_hour * _hours(programme.modules, groups, days)
    for group in groups:
        met = sum(days.hours(group.cohort, module) > 0 for module in programme.modules)
        total += met * (group.count * rates.attendance + (rates.gathering if group.cohort else 0.0))
    return total


def _hours(modules: Sequence[Module], groups: Iterable[Leaders], days: "Days") -> float:
    total = 0.0
    for group in groups:
        for module in modules if group.count else ():
            day = days.hours(group.cohort, module)
            total += group.count * (at_home(module) + day) + (group.travel if day else 0.0)
    return total


class Days:
    """How long the gathering days last."""

    def __init__(self, programme: Programme) -> None:
        self._planned = programme.timetable.first_of_each()

    def hours(self, cohort: str, module: Module) -> float:
        """Give the hours of a cohort's gathering for a module, as planned, or else as its sessions say."""
        planned = self._planned.get((cohort, module.id))
        return day_of_sessions(module) if planned is None else planned.hours


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
