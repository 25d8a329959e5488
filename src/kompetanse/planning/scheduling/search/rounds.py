"""Rounds of gatherings as variables: for each round one of many windows, for each cohort a day in it.

A round is the k-th gathering of every cohort. Where all cohorts meet in one week, or within some days, a
window is that week, or those days; else there is one window that holds all days. So there are few decisions
for each round, and few for each cohort in it, which is what the solver is quick at.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import attrs

from kompetanse.model import ModuleOrder
from kompetanse.planning.scheduling.propagation import Ranges
from kompetanse.planning.scheduling.setting import WEEK, Setting
from kompetanse.planning.solver import Linear, Literal, cp_model


@attrs.frozen(eq=False)
class Case:
    """What one model is about: a setting, the constraints of it that count, and how far it looks."""

    setting: Setting
    active: int
    """The constraints that count, as bits."""
    ranges: Ranges
    """Under these constraints."""
    since: int
    """No gathering is looked for before this day."""
    until: int
    """None is looked for after this one."""

    def counts(self, number: int) -> bool:
        """Tell whether a constraint counts."""
        return bool(self.active >> number & 1)

    @cached_property
    def rounds(self) -> range:
        """The rounds: as many as there are blocks."""
        return range(len(self.setting.blocks))

    @cached_property
    def cohorts(self) -> range:
        """The cohorts, by their numbers."""
        return range(len(self.setting.cohorts))

    @cached_property
    def kind_of(self) -> list[int]:
        """The cohorts alike that each cohort is of."""
        kinds = {one: kind for kind, some in enumerate(self.setting.alike) for one in some}
        return [kinds[one] for one in self.cohorts]

    @cached_property
    def width(self) -> int:
        """The days of a window; 0 where one window holds all days."""
        within = self.setting.within
        return (within[1] or WEEK) if within is not None and self.counts(within[0]) else 0

    @property
    def by_week(self) -> bool:
        """Whether windows are weeks."""
        return bool(self.width and self.setting.within and not self.setting.within[1])

    @cached_property
    def gap(self) -> int:
        """Days, at least, between any two gatherings of a cohort, whatever they are for."""
        gaps = [gap.days if self.counts(gap.number) else 1 for gap in self.setting.min_gaps]
        return max(min(gaps, default=1), 1)

    def reach(self, k: int, kind: int) -> tuple[int, int]:
        """Give the first and the last day of a round for cohorts alike."""
        if self.setting.order is ModuleOrder.STATED:
            first, last = self.ranges.earliest((k, kind)), self.ranges.latest((k, kind))
        else:
            spots = [(block, kind) for block in self.rounds]
            first = min(map(self.ranges.earliest, spots)) + k * self.gap
            last = max(map(self.ranges.latest, spots)) - (len(self.rounds) - 1 - k) * self.gap
        return max(first, self.since), min(last, self.until)


@attrs.frozen(eq=False)
class Rounds:
    """The rounds of one model."""

    case: Case
    model: Any
    windows: list[dict[int, Literal]]
    """For each round, whether a window begins on a day."""
    places: list[list[dict[int, Literal]]]
    """For each round and cohort, whether it meets so many days after the window begins."""
    days: list[list[Linear]]
    """For each round and cohort, the day on which it meets."""

    def on(self, day: int, k: int) -> tuple[Literal, int] | None:
        """Give the window of a round in which a day may lie, and its place there; None where it lies in none.

        Only where windows are weeks, or one holds all days, is there at most one.
        """
        start = day - day % WEEK if self.case.by_week else 0
        window = self.windows[k].get(start)
        return None if window is None else (window, day - start)


def rounds_of(case: Case) -> Rounds | None:
    """Give the rounds of a model with their days, open and in reach; None where one has no day at all."""
    model = cp_model().CpModel()
    rounds = Rounds(case, model, [], [], [])
    for k in case.rounds:
        reaches = [case.reach(k, kind) for kind in range(len(case.setting.alike))]
        if any(first > last for first, last in reaches):
            return None
        rounds.windows.append({start: model.new_bool_var("") for start in _starts(case, reaches)})
        model.add_exactly_one(rounds.windows[k].values())
        start = weighted(rounds.windows[k], rounds.windows[k].values())
        rounds.places.append([])
        rounds.days.append([])
        for kind in case.kind_of:
            offsets = _offsets(case, kind, reaches[kind])
            place = {one: model.new_bool_var("") for one in offsets}
            model.add_exactly_one(place.values())
            day = model.new_int_var(*reaches[kind], "")
            model.add(day == start + weighted(place, place.values()))
            rounds.places[k].append(place)
            rounds.days[k].append(day)
        _keep_open(rounds, k)
    return rounds


def weighted(numbers: Iterable[int], literals: Iterable[Literal]) -> Linear:
    """Give the sum of the numbers whose literals hold."""
    total: Linear = cp_model().LinearExpr.weighted_sum(list(literals), list(numbers))
    return total


def _starts(case: Case, reaches: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the days on which a window can begin so that it meets the reach of every cohorts alike."""
    if not case.width:
        yield 0
        return
    earliest = max(first for first, _ in reaches) - case.width + 1
    latest = min(last for _, last in reaches)
    step = WEEK if case.by_week else 1
    earliest = max(earliest, 0)
    yield from range(-(-earliest // step) * step, latest + 1, step)


def _offsets(case: Case, kind: int, reach: tuple[int, int]) -> Iterator[int]:
    """Yield the days after the beginning of a window on which cohorts alike may meet."""
    if case.width:
        yield from range(min(case.width, 5) if case.by_week else case.width)
        return
    days = case.ranges.forward.open[kind] >> reach[0]
    yield from (day for day in range(reach[0], reach[1] + 1) if days >> day - reach[0] & 1)


def _keep_open(rounds: Rounds, k: int) -> None:
    """Let no cohort meet on a day that is closed for it, whichever window is taken."""
    case, model = rounds.case, rounds.model
    if not case.width:
        return
    kinds = range(len(case.setting.alike))
    used: dict[int, Literal] = {}
    for start, window in rounds.windows[k].items():
        for offset in rounds.places[k][0] if rounds.places[k] else ():
            shut = [kind for kind in kinds if not case.ranges.forward.open[kind] >> start + offset & 1]
            if len(shut) == len(kinds):
                if offset not in used:
                    used[offset] = model.new_bool_var("")
                    for place in rounds.places[k]:
                        model.add_implication(place[offset], used[offset])
                model.add_bool_or(~window, ~used[offset])
                continue
            for cohort, place in enumerate(rounds.places[k]):
                if case.kind_of[cohort] in shut:
                    model.add_bool_or(~window, ~place[offset])
