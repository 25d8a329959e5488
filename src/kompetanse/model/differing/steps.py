"""Steps from one programme towards another, each of changes of one theme."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from kompetanse.errors import KompetanseError
from kompetanse.model.assumptions import Assumption, Factor
from kompetanse.model.calendar import Timetable
from kompetanse.model.changes import (
    Add,
    Assume,
    Change,
    Develop,
    Drop,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Shift,
    Unrequire,
)
from kompetanse.model.differing.reordering import reordering
from kompetanse.model.framework import MaturityFramework
from kompetanse.model.module import Module
from kompetanse.model.prerequisite import AnyOf, Prerequisite
from kompetanse.model.programme import Programme


class Telling:
    """The changes told so far, and what they have made of the base."""

    def __init__(self, base: Programme, other: Programme) -> None:
        self.now, self.other = base, other
        self.changes: list[Change] = []

    def tell(self, change: Change) -> None:
        """Tell a change; one that cannot be made is not told, so that what it was about is untold."""
        try:
            self.now = change.apply(self.now)
        except KompetanseError:
            return
        self.changes.append(change)

    def modules(self) -> Iterable[tuple[Module, Module]]:
        """Give each module that both have, as it is now and as it is in the other."""
        goals = _by_id(self.other)
        return [(one, goals[id_]) for id_, one in _by_id(self.now).items() if id_ in goals]


def _by_id(programme: Programme) -> Mapping[str, Module]:
    """Give the modules by their ids; of two with one id the first."""
    modules: dict[str, Module] = {}
    for one in programme.modules:
        modules.setdefault(one.id, one)
    return modules


def _drop(telling: Telling) -> None:
    """Drop what is gone, with or without bridging: whichever leaves less to be told of prerequisites."""
    goals = _by_id(telling.other)
    for id_ in dict.fromkeys(one.id for one in telling.now.modules):
        if id_ not in goals:
            now = telling.now
            telling.tell(
                min(Drop(id_), Drop(id_, bridge=False), key=lambda it: _astray(it.apply(now), goals))
            )


def _astray(programme: Programme, goals: Mapping[str, Module]) -> int:
    """Count the modules that require something else than they are to."""
    return sum(
        (set(one.requires), set(one.any_of)) != (set(goals[one.id].requires), set(goals[one.id].any_of))
        for one in programme.modules
        if one.id in goals
    )


def _reorder(telling: Telling) -> None:
    for change in reordering(telling.now, telling.other):
        telling.tell(change)


def _add(telling: Telling) -> None:
    """Add what is new: last, or after the module that it follows, or before all."""
    goals, order = _by_id(telling.other), telling.other.teaching_order
    there = {one.id for one in telling.now.modules}
    for place, id_ in enumerate(order):
        if id_ in there:
            continue
        later = next((one for one in order[place:] if one in there), None)
        if later is None:
            telling.tell(Add(goals[id_]))
        elif place:
            telling.tell(Add(goals[id_], after=order[place - 1]))
        else:
            telling.tell(Add(goals[id_], before=later))
        there.add(id_)


def _require(telling: Telling) -> None:
    for now, goal in telling.modules():
        required, to_require = _by_required(now), _by_required(goal)
        for modules, those in required.items():
            if modules not in to_require:
                one = next(iter(those))
                telling.tell(Unrequire(now.id, one if isinstance(one, AnyOf) else one.module))
        for modules, those in to_require.items():
            if those != required.get(modules) and len(those) == 1:
                telling.tell(Require(now.id, *those))


def _by_required(module: Module) -> Mapping[str | frozenset[str], set[Prerequisite | AnyOf]]:
    """Give what a module requires, by what it is on: a module, or the modules of a group."""
    by_required: dict[str | frozenset[str], set[Prerequisite | AnyOf]] = {}
    for one in module.requires:
        by_required.setdefault(one.module, set()).add(one)
    for group in module.any_of:
        by_required.setdefault(frozenset(group.modules), set()).add(group)
    return by_required


def _develop(telling: Telling) -> None:
    for now, goal in telling.modules():
        if now.develops != goal.develops:
            telling.tell(Develop(now.id, goal.develops))


def _retime(telling: Telling) -> None:
    for now, goal in telling.modules():
        before, after, later, latest = now.preparation, goal.preparation, now.follow_up, goal.follow_up
        day = now.sessions != goal.sessions and _lasts_as_its_sessions(goal, telling.other.timetable)
        if day or (before.days, before.hours, later.days, later.hours) != (
            after.days, after.hours, latest.days, latest.hours
        ):  # fmt: skip
            telling.tell(
                Retime(
                    now.id,
                    after.days if after.days != before.days else None,
                    after.hours if after.hours != before.hours else None,
                    latest.days if latest.days != later.days else None,
                    latest.hours if latest.hours != later.hours else None,
                    goal.sessions if day else None,
                )
            )


def _lasts_as_its_sessions(module: Module, timetable: Timetable) -> bool:
    """Tell whether every gathering for a module begins with its first session and ends with its last."""
    if not module.sessions:
        return True
    hours = min(one.start for one in module.sessions), max(one.end for one in module.sessions)
    return all((one.start, one.end) == hours for one in timetable.gatherings if one.module == module.id)


def _reweigh(telling: Telling) -> None:
    was, goals = _weights(telling.now.framework), _weights(telling.other.framework)
    for dimension, weight in goals.items():
        if was.get(dimension, weight) != weight:
            telling.tell(Reweigh(dimension, weight))


def _weights(framework: MaturityFramework | None) -> Mapping[str, float]:
    """Give the weight of each dimension; of two with one id the first's, as `Reweigh` finds it."""
    weights: dict[str, float] = {}
    for one in framework.walk() if framework is not None else ():
        weights.setdefault(one.id, one.weight)
    return weights


def _regroup(telling: Telling) -> None:
    was, goals = _cohorts(telling.now), _cohorts(telling.other)
    for organisation, cohorts in goals.items():
        if len(cohorts) == 1 and was.get(organisation) != cohorts:
            telling.tell(Regroup(organisation, *cohorts))


def _cohorts(programme: Programme) -> Mapping[str, list[str]]:
    """Give the cohorts of each organisation that is in any."""
    cohorts: dict[str, list[str]] = {}
    for one in programme.cohorts:
        for member in one.members:
            cohorts.setdefault(member, []).append(one.id)
    return cohorts


def _assume(telling: Telling) -> None:
    was, goals = _assumptions(telling.now), _assumptions(telling.other)
    for factor, one in goals.items():
        if was.get(factor) != one:
            telling.tell(Assume(one))


def _assumptions(programme: Programme) -> Mapping[Factor, Assumption]:
    """Give the assumption on each factor; of two the first."""
    assumptions: dict[Factor, Assumption] = {}
    for one in programme.assumptions:
        assumptions.setdefault(one.factor, one)
    return assumptions


def _shift(telling: Telling) -> None:
    """Shift a whole cohort where all its gatherings move alike, else one module after another."""
    was, goals = _dates(telling.now.timetable), _dates(telling.other.timetable)
    for cohort, modules in was.items():
        days = {
            module: _moved(dates, goals.get(cohort, {}).get(module, [])) for module, dates in modules.items()
        }
        together = min(days.values()) if len(set(days.values())) == 1 < len(days) else 0
        if together:
            telling.tell(Shift(cohort, together))
        else:
            for module, moved in days.items():
                if moved:
                    telling.tell(Shift(cohort, moved, module))


def _dates(timetable: Timetable) -> Mapping[str, dict[str, list[dt.date]]]:
    """Give the dates of each cohort's gatherings for each module, earliest first."""
    dates: dict[str, dict[str, list[dt.date]]] = {}
    for one in sorted(timetable.gatherings, key=lambda one: one.date):
        dates.setdefault(one.cohort, {}).setdefault(one.module, []).append(one.date)
    return dates


def _moved(was: list[dt.date], now: list[dt.date]) -> int:
    """Give by how many days all of some dates have moved; 0 where they have not moved alike."""
    days = {(after - before).days for before, after in zip(was, now, strict=False)}
    return min(days) if len(days) == 1 and len(was) == len(now) else 0


STEPS: tuple[Callable[[Telling], None], ...] = (
    _drop, _reorder, _add, _require, _develop, _retime, _reweigh, _regroup, _assume, _shift,
)  # fmt: skip
