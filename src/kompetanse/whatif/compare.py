"""Replace, rerun, compare: the same verbs for every design."""

from collections.abc import Iterable

import attrs

from kompetanse.checks import check
from kompetanse.errors import CannotApply, NothingCanBegin, RingOfPrerequisites, UnknownModule
from kompetanse.graph import DependencyGraph
from kompetanse.model import Cell, Column, Programme, Table, Unit
from kompetanse.model.rules import as_tuple, refuse, shown
from kompetanse.planning import leader_hours
from kompetanse.whatif.outcome import Outcome, Result, difference
from kompetanse.whatif.scenario import Scenario


@attrs.frozen
class Comparison:
    """Designs side by side: the base, and what each scenario makes of it."""

    base: Result
    outcomes: tuple[Outcome, ...]

    def table(self) -> Table:
        """Give one row for each design, the base first, with its differences from the base."""
        columns = (
            Column("scenario"),
            Column("status"),
            Column("errors"),
            Column("warnings"),
            Column("modules"),
            Column("last-date"),
            Column("days", Unit.DAYS),
            Column("leader-hours", Unit.HOURS),
            Column("hours-more", Unit.HOURS),
        )
        first = _row("base", self.base, None, None)
        return Table(columns, (first, *map(_row_of, self.outcomes)))


def _row_of(outcome: Outcome) -> tuple[Cell, ...]:
    name, result, change = outcome.scenario.name, outcome.result, outcome.difference
    if result is None or change is None:
        return (name, "refused", None, None, None, None, None, None, None)
    return _row(name, result, change.days, change.leader_hours)


def _row(name: Cell, result: Result, days: int | None, hours: float | None) -> tuple[Cell, ...]:
    status = "sound" if result.sound else "unsound"
    modules, last = len(result.programme.modules), result.last_date
    found = len(result.errors), len(result.warnings)
    return (name, status, *found, modules, last, days, result.leader_hours, hours)


def compare(programme: Programme, scenarios: Iterable[Scenario]) -> Comparison:
    """Apply each scenario to the programme on its own, and say how what comes of it differs.

    An unsound design, and a scenario that cannot be applied, are outcomes and no errors. Raises
    `InvalidValue` where `scenarios` is no list of scenarios, such as a list of changes.
    """
    scenarios = as_tuple(scenarios)
    if not isinstance(scenarios, tuple):
        raise refuse("compare", "scenarios", "not-list", found=shown(scenarios))
    for one in scenarios:
        if not isinstance(one, Scenario):
            raise refuse("compare", "scenarios", "not-a", expected="Scenario", found=shown(one))
    base = evaluate(programme)
    return Comparison(base, tuple(_outcome(base, scenario) for scenario in scenarios))


def evaluate(programme: Programme) -> Result:
    """Run one design through the verbs."""
    return Result(
        programme,
        findings=check(programme),
        order=_order(programme),
        last_date=max((one.date for one in programme.timetable.gatherings), default=None),
        leader_hours=round(leader_hours(programme), 1),
    )


def _order(programme: Programme) -> tuple[str, ...] | None:
    try:
        return DependencyGraph(programme).order()
    except (RingOfPrerequisites, NothingCanBegin, UnknownModule):
        return None


def _outcome(base: Result, scenario: Scenario) -> Outcome:
    try:
        changed = scenario.apply(base.programme)
    except CannotApply as refused:
        return Outcome(scenario, refused, None, None)
    result = evaluate(changed)
    return Outcome(scenario, None, result, difference(base, result))
