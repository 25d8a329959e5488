"""Replace, rerun, compare: the same verbs for every design."""

from collections.abc import Iterable

import attrs

from kompetanse.checks import check
from kompetanse.errors import CannotApply, RingOfPrerequisites, UnknownModule
from kompetanse.graph import DependencyGraph
from kompetanse.model import Cell, Column, Programme, Table, Unit
from kompetanse.planning import leader_hours
from kompetanse.whatif.outcome import Outcome, Result, difference
from kompetanse.whatif.scenario import Scenario


@attrs.frozen
class Comparison:
    """Designs side by side: the base, and what each scenario makes of it."""

    base: Result
    outcomes: tuple[Outcome, ...]

    def table(self) -> Table:
        """Give one row for each outcome, with its differences from the base."""
        columns = (
            Column("scenario"),
            Column("status"),
            Column("modules"),
            Column("last-date"),
            Column("days", Unit.DAYS),
            Column("leader-hours", Unit.HOURS),
            Column("hours-more", Unit.HOURS),
        )
        base = self.base
        first = (
            "base",
            _status(base),
            len(base.programme.modules),
            base.last_date,
            None,
            base.leader_hours,
            None,
        )
        return Table(columns, (first, *map(_row, self.outcomes)))


def _status(result: Result) -> str:
    return "sound" if result.sound else "unsound"


def _row(outcome: Outcome) -> tuple[Cell, ...]:
    result, change = outcome.result, outcome.difference
    if result is None or change is None:
        return (outcome.scenario.name, "refused", None, None, None, None, None)
    return (
        outcome.scenario.name,
        _status(result),
        len(result.programme.modules),
        result.last_date,
        change.days,
        result.leader_hours,
        change.leader_hours,
    )


def compare(programme: Programme, scenarios: Iterable[Scenario]) -> Comparison:
    """Apply each scenario to the programme on its own, and say how what comes of it differs.

    An unsound design, and a scenario that cannot be applied, are outcomes and no errors.
    """
    base = evaluate(programme)
    return Comparison(base, tuple(_outcome(base, scenario) for scenario in scenarios))


def evaluate(programme: Programme) -> Result:
    """Run one design through the verbs."""
    return Result(
        programme,
        findings=check(programme),
        order=_order(programme),
        last_date=max((one.date for one in programme.timetable.gatherings), default=None),
        leader_hours=leader_hours(programme),
    )


def _order(programme: Programme) -> tuple[str, ...] | None:
    try:
        return DependencyGraph(programme).order()
    except (RingOfPrerequisites, UnknownModule):
        return None


def _outcome(base: Result, scenario: Scenario) -> Outcome:
    try:
        changed = scenario.apply(base.programme)
    except CannotApply as refused:
        return Outcome(scenario, refused, None, None)
    result = evaluate(changed)
    return Outcome(scenario, None, result, difference(base, result))
