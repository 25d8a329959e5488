"""A timetable by the first days that fit: the verb."""

from kompetanse.model import Programme, Timetable
from kompetanse.model.rules import demand, refuse
from kompetanse.planning.scheduling.blame import demand_ranges
from kompetanse.planning.scheduling.fitting import fitting
from kompetanse.planning.scheduling.gatherings import gathered
from kompetanse.planning.scheduling.statements import setting_of


def first_fit(programme: Programme) -> Timetable:
    """Give a timetable in which each module in turn is put on the first days that fit.

    All cohorts take the modules in one order. Raises `TimetableNotFound` where some module finds no days,
    though there may be a timetable all the same; `NoTimetable` where it shows that there is none;
    `InvalidValue` where the programme does not say from when to plan; and as `DependencyGraph.order` does.
    """
    demand("first_fit", "programme", programme, Programme)
    if programme.planning.start is None:
        raise refuse("first_fit", "programme", "no-start")
    setting = setting_of(programme)
    ranges = demand_ranges(setting)
    return gathered(setting, fitting(ranges)).timetable
