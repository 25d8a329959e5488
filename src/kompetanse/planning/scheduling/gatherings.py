"""From days to gatherings: when in the day, who leads, and where."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import attrs

from kompetanse.errors import TimetableNotFound
from kompetanse.graph import assigned
from kompetanse.model import Cohort, Facilitator, Gathering, Module, Timetable, Venue
from kompetanse.planning.scheduling.pools import leaders_in
from kompetanse.planning.scheduling.setting import Setting

Meeting = tuple[int, int]
"""A block, and a cohort."""
Member = TypeVar("Member")


@attrs.frozen(eq=False)
class Gathered:
    """A timetable, and who leads each of its gatherings."""

    timetable: Timetable
    facilitators: tuple[tuple[str, str, str], ...]
    """Module, cohort and facilitator, in the order of the timetable; empty where nobody is named."""


def gathered(setting: Setting, days: Sequence[Sequence[int]]) -> Gathered:
    """Give the timetable in which each block and cohort is on its day.

    Times and places stay as they are in the programme's own timetable; a module that has none there lasts
    from its first session to its last, or else from nine to three. Those who lead are given what falls to
    them as evenly as they can be there.
    """
    rules = setting.programme.planning
    by_day: defaultdict[int, list[Meeting]] = defaultdict(list)
    for block, several in enumerate(days):
        for number, day in enumerate(several):
            by_day[day].append((block, number))
    leads = _shared(setting, by_day, rules.facilitators, _leads, lambda one: one.a_day)
    halls = _shared(setting, by_day, rules.venues, _holds, lambda _: 1)
    before = {(one.module, one.cohort): one for one in reversed(setting.programme.timetable.gatherings)}
    gatherings, leaders = [], []
    for block, modules in enumerate(setting.blocks):
        for module in modules:
            for number, cohort in enumerate(setting.cohorts):
                date = setting.date(days[block][number])
                known = before.get((module.id, cohort.id)) or _new(module, cohort, date)
                hall = halls.get((block, number))
                place = hall.name if hall is not None else known.place
                same = known.date == date and known.place == place
                gatherings.append(known if same else attrs.evolve(known, date=date, place=place))
                if (leader := leads.get((block, number))) is not None:
                    leaders.append((module.id, cohort.id, leader.id))
    return Gathered(Timetable(gatherings), tuple(leaders))


def _new(module: Module, cohort: Cohort, date: dt.date) -> Gathering:
    """Give a gathering that lasts as long as the module's sessions, or else as long as any."""
    if not module.sessions:
        return Gathering(module.id, cohort.id, date)
    start = min(one.start for one in module.sessions)
    return Gathering(module.id, cohort.id, date, start, max(one.end for one in module.sessions))


def _leads(setting: Setting, one: Facilitator, meeting: Meeting, date: dt.date) -> bool:
    """Tell whether someone can lead a gathering on a date."""
    block = setting.blocks[meeting[0]]
    able = one.leads(module.id for module in block)
    return able and not any(date in period for period in one.away)


def _holds(setting: Setting, one: Venue, meeting: Meeting, date: dt.date) -> bool:
    """Tell whether a venue can hold a gathering on a date."""
    people = leaders_in(setting.programme, setting.cohorts[meeting[1]])
    return one.capacity >= people and not any(date in period for period in one.closed)


def _shared(
    setting: Setting,
    by_day: Mapping[int, Sequence[Meeting]],
    members: Sequence[Member],
    can: Callable[[Setting, Member, Meeting, dt.date], bool],
    a_day: Callable[[Member], int],
) -> dict[Meeting, Member]:
    """Give each gathering one of those that can serve it, and none more a day than it may.

    Raises `TimetableNotFound` where there is no such way.
    """
    shared: dict[Meeting, Member] = {}
    load: Counter[int] = Counter()
    room = {number: a_day(one) for number, one in enumerate(members)}
    for day, meetings in sorted(by_day.items()) if members else ():
        date = setting.date(day)
        able = [
            sorted(
                (number for number, one in enumerate(members) if can(setting, one, meeting, date)),
                key=lambda number: (load[number], number),
            )
            for meeting in meetings
        ]
        served_by = assigned(able, room)
        for meeting, number in zip(meetings, served_by, strict=True):
            if number is None:
                raise TimetableNotFound
            shared[meeting] = members[number]
            load[number] += 1
    return shared
