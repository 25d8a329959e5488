"""What each cohort is taught by a day, dimension by dimension, and how long it has had to fade."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import attrs

from kompetanse.forecasting.dimensions import Dimensions
from kompetanse.model import Gathering, Module, Programme


@attrs.frozen
class Lesson:
    """What one gathering, and the work at home round it, gives one dimension."""

    module: str
    day: float
    """Hours of the gathering day."""
    home: float
    """Hours of preparation and follow-up, counted as if all were done on the day of the gathering."""
    days: int
    """From the gathering to the day that the forecast is about."""
    idle: int
    """Those of them on which no follow-up of any module on the dimension runs."""


Lessons = tuple[tuple[Lesson, ...], ...]
"""Of each dimension, by date."""


def taught(programme: Programme, dimensions: Dimensions, on: date) -> Mapping[str, Lessons]:
    """Give the lessons of each cohort that has gathered by a day.

    Of several gatherings of a cohort for a module, as of modules with one id, the first listed counts.
    """
    modules = {one.id: one for one in reversed(programme.modules)}
    develops = {one.id: developed(one, dimensions) for one in modules.values()}
    held: dict[str, list[list[Gathering]]] = {}
    for one in first_gatherings(programme, on):
        by_dimension = held.setdefault(one.cohort, [[] for _ in dimensions.ids])
        for number in develops.get(one.module, ()):
            by_dimension[number].append(one)
    parts = {id_: len(numbers) for id_, numbers in develops.items()}
    return {
        cohort: tuple(tuple(_lessons(one, modules, parts, on)) for one in by_dimension)
        for cohort, by_dimension in held.items()
    }


def first_gatherings(programme: Programme, on: date) -> Iterator[Gathering]:
    """Yield the gathering of each cohort for each module that is listed first, where it was held by a day."""
    return (one for one in programme.timetable.first_of_each().values() if one.date <= on)


def developed(module: Module, dimensions: Dimensions) -> tuple[int, ...]:
    """Give the numbers of the dimensions that a module develops; a wide one stands for all below it."""
    return tuple(dict.fromkeys(number for id_ in module.develops for number in dimensions.below.get(id_, ())))


def _lessons(
    gatherings: list[Gathering], modules: Mapping[str, Module], parts: Mapping[str, int], on: date
) -> Iterator[Lesson]:
    gatherings.sort(key=lambda one: (one.date, one.module))
    follow_ups = [modules[one.module].follow_up.days for one in gatherings]
    refreshed = refreshed_days([one.date.toordinal() for one in gatherings], follow_ups, on.toordinal())
    for one, kept in zip(gatherings, refreshed, strict=True):
        module, share = modules[one.module], 1 / parts[one.module]
        days = (on - one.date).days
        home = module.preparation.hours + module.follow_up.hours
        yield Lesson(module.id, one.hours * share, home * share, days, days - kept)


def refreshed_days(dates: Sequence[int], follow_ups: Sequence[int], on: int) -> list[int]:
    """Give, for each date, the days after it and up to `on` on which any follow-up runs.

    Dates rise. A follow-up runs from the day after its own date; where several run, a day counts once. From
    one date to the next, the one that lasts longest runs without a break.
    """
    reach, each = 0, []
    for start, days, end in zip(dates, follow_ups, (*dates[1:], on), strict=False):
        reach = max(reach, start + days)
        each.append(max(0, min(reach, end) - start))
    total = 0
    for place in reversed(range(len(each))):
        total += each[place]
        each[place] = total
    return each
