"""Replace, rerun, compare: the same verbs for every design."""

from collections.abc import Iterable
from functools import cached_property

import attrs

from kompetanse.forecasting import Forecaster
from kompetanse.model import Programme, Table
from kompetanse.model.brief import brief
from kompetanse.model.rules import as_tuple, demand_list, refuse, shown
from kompetanse.model.table import html_of_table
from kompetanse.whatif.designs import Designs, Planner
from kompetanse.whatif.measure import DOMINATING, Measure, Value
from kompetanse.whatif.outcome import Difference, Outcome
from kompetanse.whatif.pareto import dominated, front
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import Scenario, in_full
from kompetanse.whatif.table import side_by_side


@attrs.frozen
class Dominance:
    """One design is at least as good as another by each measure, and better by one."""

    better: str | None
    """The id of its scenario; None for the base."""
    worse: str | None


@attrs.frozen
class Comparison:
    """Designs side by side: the base, and what each scenario makes of it."""

    base: Result
    outcomes: tuple[Outcome, ...]

    __repr__ = brief("base.programme.id", "outcomes as scenarios", "_refused as refusals")
    _repr_html_ = html_of_table

    def table(self) -> Table:
        """Give one row for each design, the base first, with its differences from the base."""
        return side_by_side(self.base, self.outcomes)

    @cached_property
    def dominating(self) -> tuple[Measure, ...]:
        """Those of `DOMINATING` by which some design has a value."""
        designs = self._designs.values()
        return tuple(one for one in DOMINATING if any(one.of(each) is not None for each in designs))

    def pareto(self, *measures: Measure) -> tuple[str | None, ...]:
        """Give the ids of the scenarios whose designs no other dominates; None stands for the base.

        One design dominates another where it is at least as good by each measure, and better by one; what has
        no value by a measure is worse than what has one. A scenario that was refused has no design, and one
        that alters what is assumed, or the weights, is measured by another yardstick: neither is looked at.
        Where no measures are given, they are `dominating`. Raises `InvalidValue` where one is no measure.
        """
        rows, measures = self._measured("Comparison.pareto", measures)
        designs = tuple(rows)
        return tuple(designs[number] for number in front(rows.values(), measures))

    def dominance(self, *measures: Measure) -> tuple[Dominance, ...]:
        """Give which design dominates which, as in `pareto`."""
        rows, measures = self._measured("Comparison.dominance", measures)
        designs = tuple(rows)
        return tuple(
            Dominance(designs[better], designs[worse]) for better, worse in dominated(rows.values(), measures)
        )

    @property
    def _refused(self) -> tuple[Outcome, ...]:
        return tuple(one for one in self.outcomes if one.refused)

    def _measured(
        self, verb: str, measures: tuple[Measure, ...]
    ) -> tuple[dict[str | None, tuple[Value, ...]], tuple[Measure, ...]]:
        """Give the values of each design, and the measures that they are of."""
        known = demand_list(verb, "measures", measures, Measure) or self.dominating
        return {id_: tuple(one.of(each) for one in known) for id_, each in self._designs.items()}, known

    @cached_property
    def _designs(self) -> dict[str | None, Difference]:
        itself: dict[str | None, Difference] = {None: Difference(self.base, self.base)}
        return itself | {
            one.scenario.id: one.difference
            for one in self.outcomes
            if one.difference and one.scenario.keeps_yardstick
        }


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
    return Comparison(designs.base, designs.outcomes(whole))
