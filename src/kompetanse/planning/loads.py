"""What each module takes, as exact numbers, so that sums of loads are compared without rounding."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from math import gcd, lcm

from kompetanse.errors import InvalidValue, Problem, UnknownModule
from kompetanse.model import Curriculum, Module, Programme
from kompetanse.model.rules import demand, refuse, shown
from kompetanse.planning.demands import demand_known, demand_number
from kompetanse.planning.hours import day_of_sessions

MOST = 1_000_000
"""No single load is larger."""
FINEST = 1_000_000
"""A fraction with a larger denominator is taken for the decimal number that it is written as."""
LARGEST = 2**62
"""The solver holds no larger number."""


def exact(value: float) -> Fraction:
    """Give the simplest fraction that a number stands for: of 0.1 a tenth, of 0.333… a third."""
    simple = Fraction(value).limit_denominator(FINEST)
    return simple if float(simple) == value else Fraction(str(float(value)))


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
    for id_ in ids:
        if id_ not in given:
            raise InvalidValue("balance", "loads", Problem("missing-key", (("key", shown(id_)),)))
    return {id_: exact(given[id_]) for id_ in ids}


def unit_of(subject: str, field: str, numbers: Collection[Fraction], limit: int) -> Fraction:
    """Give the largest unit of which every number is a whole multiple; 1 where all are 0.

    Raises `InvalidValue` where they come to more units in all than `limit`.
    """
    denominator = lcm(*(one.denominator for one in numbers))
    common = gcd(*(int(one * denominator) for one in numbers)) or denominator  # of nothing but 0, any will do
    unit = Fraction(common, denominator)
    if sum(map(abs, numbers)) / unit > limit:
        raise refuse(subject, field, "too-fine", limit=limit)
    return unit
