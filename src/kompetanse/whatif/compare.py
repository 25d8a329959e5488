"""Replace, rerun, compare: the same verbs for every design."""

from collections.abc import Iterable

import attrs

from kompetanse.forecasting import Forecaster
from kompetanse.model import Cell, Column, Programme, Table, Unit
from kompetanse.model.rules import as_tuple, refuse, shown
from kompetanse.whatif.designs import Designs, Planner
from kompetanse.whatif.outcome import Outcome
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import Scenario, in_full


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


def compare(
    programme: Programme,
    scenarios: Iterable[Scenario],
    *,
    planner: Planner | None = None,
    forecaster: Forecaster | None = None,
) -> Comparison:
    """Apply each scenario to the programme, or to what it builds on, and say how what comes of it differs.

    With a `planner`, such as `first_fit`, every design is given a timetable anew, the base too. With a
    `forecaster`, what each would do is told too, all under the same draws and for the same day.

    An unsound design, and a scenario that cannot be applied or planned, are outcomes and no errors. Raises
    `InvalidValue` where `scenarios` is no list of scenarios, such as a list of changes; `ScenarioExists`,
    `UnknownScenario` or `RingOfScenarios` where they do not fit together; what the planner raises of the
    base.
    """
    scenarios = as_tuple(scenarios)
    if not isinstance(scenarios, tuple):
        raise refuse("compare", "scenarios", "not-list", found=shown(scenarios))
    for one in scenarios:
        if not isinstance(one, Scenario):
            raise refuse("compare", "scenarios", "not-a", expected="Scenario", found=shown(one))
    whole = in_full(scenarios)
    designs = Designs.of("compare", programme, planner, forecaster)
    return Comparison(designs.base, tuple(map(designs.outcome, whole)))
