"""What gatherings need and must share: facilitators, venues, and days of their own."""

from collections import deque
from collections.abc import Iterator, Sequence

from kompetanse.model import Cohort, Programme
from kompetanse.planning.scheduling.register import Register
from kompetanse.planning.scheduling.setting import Alike, Member, Pool

MOST_GROUPS = 100
"""So many sets of facilitators are looked at together; in stranger designs a clash may go unseen."""


def members_of(register: Register) -> tuple[list[Member], list[Member]]:
    """Give the facilitators and the venues, with when each is not there."""
    rules = register.programme.planning
    leaders = []
    for one in rules.facilitators:
        place = f"planning/facilitators/{one.id}/away"
        leaders.append(
            Member(tuple(register.closings("away", place, one.away, facilitator=one.id)), one.a_day)
        )
    venues = []
    for it in rules.venues:
        place = f"planning/venues/{it.id}/closed"
        closed = register.closings("venue-closed", place, it.closed, venue=it.id)
        venues.append(Member(tuple(closed), 1))
    return leaders, venues


def pools_of(
    register: Register, leaders: Sequence[Member], venues: Sequence[Member], alike: Alike
) -> tuple[Pool, ...]:
    """Give the pools; each of what it holds may serve any gathering that needs it."""
    return (
        *_leading(register, leaders, alike),
        *_meeting(register, venues, alike),
        *_own_day(register, alike),
    )


def _leading(register: Register, leaders: Sequence[Member], alike: Alike) -> Iterator[Pool]:
    """Yield a pool for the blocks that the same people can lead, and one for all.

    Of those that need one of some people, none can have anyone else. So that is asked of the blocks whose
    leaders are all among these, for each set of leaders that some blocks have together (Hall 1935).
    """
    people = register.programme.planning.facilitators
    if not people:
        return
    a_day = sum(one.a_day for one in people)
    number = register.add("facilitators", "planning/facilitators", count=len(people), a_day=a_day)
    able = [
        frozenset(
            place for place, one in enumerate(people)
            if one.leads(module.id for module in block)
        ) for block in register.blocks
    ]  # fmt: skip
    everyone = frozenset(range(len(people)))
    for group in dict.fromkeys((*_together(able), everyone)):
        blocks = [block for block, some in enumerate(able) if some <= group]
        needed = frozenset((block, kind) for block in blocks for kind in range(len(alike)))
        yield Pool(number, needed, tuple(leaders[place] for place in sorted(group)))


def _together(able: Sequence[frozenset[int]]) -> tuple[frozenset[int], ...]:
    """Give each set of people, and what sets that overlap come to together, up to so many."""
    single = tuple(dict.fromkeys(able))
    groups = dict.fromkeys(single)
    waiting = deque(single)
    while waiting:
        one = waiting.popleft()
        for other in single:
            if one & other and one | other not in groups and len(groups) < MOST_GROUPS:
                groups[one | other] = None
                waiting.append(one | other)
    return tuple(groups)


def _meeting(register: Register, venues: Sequence[Member], alike: Alike) -> Iterator[Pool]:
    """Yield a pool for the cohorts of each size and those above, with the venues that hold as many."""
    halls = register.programme.planning.venues
    if not halls:
        return
    number = register.add("venues", "planning/venues", count=len(halls))
    sizes = [leaders_in(register.programme, register.cohorts[cohorts[0]]) for cohorts in alike]
    for size in sorted(set(sizes)):
        needed = frozenset(
            (block, kind) for kind, one in enumerate(sizes) if one >= size
            for block in range(len(register.blocks))
        )  # fmt: skip
        roomy = (one for one, hall in zip(venues, halls, strict=True) if hall.capacity >= size)
        yield Pool(number, needed, tuple(roomy))


def leaders_in(programme: Programme, cohort: Cohort) -> int:
    """Give how many leaders a cohort has."""
    members = set(cohort.members)
    return sum(one.leaders for one in programme.organisations if one.id in members)


def _own_day(register: Register, alike: Alike) -> Iterator[Pool]:
    """Yield the pool of which each day has but one."""
    if register.programme.planning.own_day:
        number = register.add("own-day", "planning/own_day")
        needed = frozenset(
            (block, kind) for block in range(len(register.blocks)) for kind in range(len(alike))
        )
        yield Pool(number, needed, (Member((), 1),))
