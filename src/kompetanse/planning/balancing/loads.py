"""What each module takes, as exact numbers, so that sums of loads are compared without rounding."""

from collections.abc import Mapping
from fractions import Fraction

from kompetanse.errors import UnknownModule
from kompetanse.model import Curriculum, Module, Programme
from kompetanse.model.rules import demand, refuse
from kompetanse.planning.demands import demand_all, demand_known, demand_number
from kompetanse.planning.exactly import exact
from kompetanse.planning.hours import day_of_sessions

MOST = 1_000_000
"""No single load is larger."""


def loads_of(design: Programme | Curriculum, given: Mapping[str, float] | None) -> dict[str, Fraction]:
    """Give the load of each module by its id, in the teaching order.

    It is what is given; else of a curriculum the credit hours, of a programme the hours of one leader. Raises
    `InvalidValue`, and `UnknownModule` for a load of a module that the programme does not have.
    """
    programme = design if isinstance(design, Programme) else design.programme
    ids = programme.teaching_order
    if given is not None:
        return _given(ids, given)
    if isinstance(design, Curriculum):
        loads = {course.module: exact(course.credit_hours) for course in design.courses}
    else:
        loads = {module.id: hours_of(module) for module in programme.modules}
    if ids and not any(loads.values()):
        raise refuse("balance", "loads", "no-load")
    return {id_: loads[id_] for id_ in ids}


def hours_of(module: Module) -> Fraction:
    """Give the hours that a module takes of one leader: preparation, the day of its sessions, follow-up."""
    day = Fraction(round(day_of_sessions(module) * 60), 60)  # sessions are in whole minutes
    return exact(module.preparation.hours) + day + exact(module.follow_up.hours)


def _given(ids: tuple[str, ...], given: Mapping[str, float]) -> dict[str, Fraction]:
    demand("balance", "loads", given, Mapping)
    for id_, load in given.items():
        demand_known(id_, ids, UnknownModule)
        demand_number("balance", f"loads/{id_}", load, 0, MOST)
    demand_all("balance", "loads", given, ids)
    return {id_: exact(given[id_]) for id_ in ids}
