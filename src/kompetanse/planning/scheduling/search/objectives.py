"""What makes a timetable good, as expressions to be made small."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import attrs

from kompetanse.planning.scheduling.planned import Objective
from kompetanse.planning.scheduling.search.rounds import Rounds
from kompetanse.planning.scheduling.search.taking import Taking
from kompetanse.planning.scheduling.setting import Days, days_of
from kompetanse.planning.solver import Linear, Literal


@attrs.frozen(eq=False)
class Wishes:
    """What the objectives are about, besides the rounds."""

    rounds: Rounds
    taking: Taking
    start: int
    """The first day of planning."""
    avoid: tuple[tuple[Days, ...], ...]
    """For each cohort, the days that it had better avoid."""
    kept: Mapping[tuple[int, int], int]
    """The day of each block and cohort in a timetable to keep to."""


def conflicts(wishes: Wishes) -> tuple[Linear, ...]:
    """Count the gatherings on days to avoid."""
    rounds = wishes.rounds
    case, model = rounds.case, rounds.model
    met: list[Literal] = []
    for cohort in case.cohorts:
        days = days_of(wishes.avoid[cohort], -1)
        for k in case.rounds if days else ():
            conflict = model.new_bool_var("")
            for start, window in rounds.windows[k].items():
                for place, literal in rounds.places[k][cohort].items():
                    if days >> start + place & 1:
                        model.add_bool_or(~window, ~literal, conflict)
            met.append(conflict)
    return (sum(met),)


def changes(wishes: Wishes) -> tuple[Linear, ...]:
    """Count the gatherings that are moved; then the days by which they are."""
    model, top = wishes.rounds.model, wishes.rounds.case.setting.top
    moved: list[Literal] = []
    days: list[Linear] = []
    for (block, cohort), kept in wishes.kept.items():
        day = wishes.taking.day(cohort, block)
        farthest = top + abs(kept)  # which may lie before day 0, or after the last
        one, by = model.new_bool_var(""), model.new_int_var(0, farthest, "")
        model.add(day == kept).only_enforce_if(~one)
        model.add(by >= day - kept)
        model.add(by >= kept - day)
        moved.append(one)
        days.append(by)
    return sum(moved), sum(days)


def end(wishes: Wishes) -> tuple[Linear, ...]:
    """Count the days to the last gathering."""
    rounds = wishes.rounds
    last = rounds.model.new_int_var(0, rounds.case.setting.top, "")
    for day in rounds.days[-1]:
        rounds.model.add(last >= day)
    return (last - wishes.start,)


def spacing(wishes: Wishes) -> tuple[Linear, ...]:
    """Count the days between the longest and the shortest gap."""
    rounds = wishes.rounds
    if len(rounds.days) < 2:
        return (0,)
    top = rounds.case.setting.top
    longest, shortest = rounds.model.new_int_var(0, top, ""), rounds.model.new_int_var(0, top, "")
    for cohort in rounds.case.cohorts:
        for k in rounds.case.rounds[:-1]:
            between = rounds.days[k + 1][cohort] - rounds.days[k][cohort]
            rounds.model.add(longest >= between)
            rounds.model.add(shortest <= between)
    return (longest - shortest,)


def measured(objective: Objective, wishes: Wishes, days: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Give what the expressions of an objective come to, for the days of each block and cohort."""
    match objective:
        case Objective.CONFLICTS:
            avoid = [days_of(one, -1) for one in wishes.avoid]
            return (sum(one >> day & 1 for row in days for one, day in zip(avoid, row, strict=True)),)
        case Objective.CHANGES:
            by = [abs(days[block][cohort] - kept) for (block, cohort), kept in wishes.kept.items()]
            return sum(map(bool, by)), sum(by)
        case Objective.END:
            return (max(map(max, days)) - wishes.start,)
        case Objective.SPACING:
            taken = (sorted(row) for row in zip(*days, strict=True))
            gaps = [later - earlier for row in taken for earlier, later in pairwise(row)]
            return (max(gaps, default=0) - min(gaps, default=0),)


EXPRESSIONS: Mapping[Objective, Callable[[Wishes], tuple[Linear, ...]]] = MappingProxyType(
    {
        Objective.CONFLICTS: conflicts,
        Objective.CHANGES: changes,
        Objective.END: end,
        Objective.SPACING: spacing,
    }
)
"""Each objective as expressions to be made small, one after another; the first is what it is told by."""
