"""How a design differs from the one that it was made of."""

from collections.abc import Iterator
from functools import cached_property

import attrs

from kompetanse.errors import CannotApply, CannotReplan
from kompetanse.forecasting import Driver, GainDifference
from kompetanse.model import Finding
from kompetanse.model.brief import brief
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import Scenario


@attrs.frozen
class Moved:
    """A module that is taught elsewhere in the order; places count from 1."""

    module: str
    was: int
    now: int


@attrs.frozen
class Difference:
    """What one result has that the base has not, and the other way round."""

    base: Result
    result: Result

    @cached_property
    def appeared(self) -> tuple[Finding, ...]:
        """Findings that the base does not have."""
        return _without(self.result.findings, self.base.findings)

    @cached_property
    def vanished(self) -> tuple[Finding, ...]:
        """Findings of the base that are gone."""
        return _without(self.base.findings, self.result.findings)

    @property
    def added(self) -> tuple[str, ...]:
        """Modules that the base has not."""
        return _more(self.result, self.base)

    @property
    def dropped(self) -> tuple[str, ...]:
        """Modules that only the base has."""
        return _more(self.base, self.result)

    @cached_property
    def moved(self) -> tuple[Moved, ...]:
        """Modules of both designs that are taught at another place among those of both."""
        return tuple(_moved(self.base.taught, self.result.taught))

    @property
    def days(self) -> int | None:
        """Calendar days by which the last gathering is later; None where one of the two has none."""
        was, now = self.base.last_date, self.result.last_date
        return (now - was).days if was and now else None

    @property
    def leader_hours(self) -> float:
        """Leader-hours more than the base takes."""
        return round(self.result.leader_hours - self.base.leader_hours, 1)

    @property
    def cost(self) -> float | None:
        """What it costs more than the base; None where there are no rates."""
        was, now = self.base.cost, self.result.cost
        return None if was is None or now is None else round(now - was, 2)

    @property
    def peak(self) -> float | None:
        """Leader-hours that the busiest month has more; None where one of the two has no timetable."""
        was, now = self.base.peak, self.result.peak
        return None if was is None or now is None else round(now - was, 1)

    @property
    def complexity(self) -> float | None:
        """By how much structural complexity, summed over the modules, is higher; None without an order."""
        was, now = self.base.metrics, self.result.metrics
        return None if was is None or now is None else round(now.total.complexity - was.total.complexity, 1)

    @cached_property
    def gain(self) -> GainDifference | None:
        """What the network as a whole gains more, under the same draws; None where nothing is forecast."""
        was, now = self.base.gained, self.result.gained
        return None if was is None or now is None else now.difference(was)

    @cached_property
    def drivers(self) -> tuple[Driver, ...]:
        """Which assumptions that gain hangs on, most first; empty where nothing is forecast, or is the same.

        Takes a dozen forecasts of either design.
        """
        was, now = self.base.varied, self.result.varied
        return () if was is None or now is None else now.less(was).drivers()


@attrs.frozen
class Outcome:
    """What a scenario comes to. One that cannot be applied is an outcome too."""

    scenario: Scenario
    refused: CannotApply | CannotReplan | None
    """Why a change cannot be made, or the changed design not be planned; then there is no result."""
    result: Result | None
    difference: Difference | None

    __repr__ = brief("scenario.id", "refused")


def _without(some: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    known = set(map(_identity, others))
    return tuple(one for one in some if _identity(one) not in known)


def _identity(finding: Finding) -> Finding:
    """Give the finding apart from its remedies, which may differ though it is the same."""
    return attrs.evolve(finding, remedies=())


def _more(result: Result, other: Result) -> tuple[str, ...]:
    there = {one.id for one in other.programme.modules}
    return tuple(dict.fromkeys(one.id for one in result.programme.modules if one.id not in there))


def _moved(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Moved]:
    both = set(before) & set(after)
    places = {module: place for place, module in enumerate((one for one in before if one in both), start=1)}
    for place, module in enumerate((one for one in after if one in both), start=1):
        if places[module] != place:
            yield Moved(module, places[module], place)
