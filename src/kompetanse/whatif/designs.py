"""How every design is evaluated: changed, planned anew where asked for, and put to the same verbs."""

from collections.abc import Callable, Sequence

import attrs

from kompetanse.errors import CannotApply, CannotReplan, KompetanseError
from kompetanse.forecasting import Forecaster
from kompetanse.model import Programme, Timetable
from kompetanse.model.rules import demand, refuse, shown
from kompetanse.whatif.outcome import Difference, Outcome
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import Scenario, made, made_of

Planner = Callable[[Programme], Timetable]
"""Gives a design a timetable, such as `kompetanse.first_fit`; what it raises is a refusal."""


@attrs.frozen
class Designs:
    """A base, and how designs that are made of it are evaluated."""

    base: Result
    planner: Planner | None

    @classmethod
    def of(
        cls, verb: str, programme: Programme, planner: Planner | None, forecaster: Forecaster | None
    ) -> "Designs":
        """Evaluate the base; raise `InvalidValue`, or whatever the planner raises of it.

        Every design is forecast for the day for which the base is.
        """
        demand(verb, "programme", programme, Programme)
        if planner is not None and not callable(planner):
            raise refuse(verb, "planner", "not-a", expected="a function", found=shown(planner))
        demand(verb, "forecaster", forecaster, Forecaster | type(None))
        planned = _planned(programme, planner)
        return cls(Result(planned, forecaster.dated(planned) if forecaster else None), planner)

    def outcome(self, scenario: Scenario) -> Outcome:
        """Give what a scenario comes to; what it builds on is in it already."""
        return self._outcome(scenario, made(scenario, self.base.programme))

    def outcomes(self, whole: Sequence[Scenario]) -> tuple[Outcome, ...]:
        """Give what several come to, each in full; what some build on is among them."""
        changed = made_of(self.base.programme, whole)
        return tuple(self._outcome(one, changed[one.id]) for one in whole)

    def _outcome(self, scenario: Scenario, changed: Programme | CannotApply) -> Outcome:
        if isinstance(changed, CannotApply):
            return Outcome(scenario, changed, None, None)
        try:
            planned = _planned(changed, self.planner)
        except KompetanseError as reason:
            return Outcome(scenario, CannotReplan(reason), None, None)
        result = Result(planned, self.base.forecaster)
        return Outcome(scenario, None, result, Difference(self.base, result))


def _planned(programme: Programme, planner: Planner | None) -> Programme:
    return programme if planner is None else attrs.evolve(programme, timetable=planner(programme))
