"""What a design comes to: each answer is worked out when it is first asked for."""

from datetime import date
from functools import cached_property

import attrs

from kompetanse.checks import check
from kompetanse.errors import NothingCanBegin, RingOfPrerequisites, TooManyOrders, UnknownModule
from kompetanse.forecasting import Forecaster, Gained, Projection, Varied, vary
from kompetanse.graph import DependencyGraph, Metrics
from kompetanse.model import Finding, Programme, Severity
from kompetanse.model.brief import brief
from kompetanse.planning import Load, cost, leader_hours, load, with_public_holidays

COUNTED = 100_000
"""Steps that a count of valid orders may take."""
NO_ORDER = (RingOfPrerequisites, NothingCanBegin, UnknownModule)


@attrs.frozen
class Result:
    """One design, run through the verbs."""

    programme: Programme
    forecaster: Forecaster | None = None
    """None where nothing is forecast."""

    __repr__ = brief("programme.id")

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What `check` finds; where the planning asks for that, public holidays are closed."""
        return check(with_public_holidays(self.programme))

    @cached_property
    def graph(self) -> DependencyGraph:
        """How its prerequisites tie its modules."""
        return DependencyGraph(self.programme)

    @cached_property
    def order(self) -> tuple[str, ...] | None:
        """The modules in an order that respects every prerequisite; None where there is none."""
        try:
            return self.graph.order()
        except NO_ORDER:
            return None

    @cached_property
    def metrics(self) -> Metrics | None:
        """The metrics of curricular analytics; None where there is no order."""
        return self.graph.metrics() if self.order is not None else None

    @cached_property
    def orders(self) -> int | None:
        """How many orders are valid; 0 where there is none, None where there are too many to count."""
        if self.order is None:
            return 0
        try:
            return self.graph.count_orders(budget=COUNTED)
        except TooManyOrders:
            return None

    @cached_property
    def last_date(self) -> date | None:
        """The date of the last gathering; None without a timetable."""
        return max((one.date for one in self.programme.timetable.gatherings), default=None)

    @cached_property
    def leader_hours(self) -> float:
        """To a tenth of an hour."""
        return round(leader_hours(self.programme), 1)

    @cached_property
    def cost(self) -> float | None:
        """In the currency of its rates, to a hundredth; None where it states none."""
        spent = cost(self.programme)
        return None if spent is None else round(spent, 2)

    @cached_property
    def load(self) -> Load:
        """The leader-hours of each month."""
        return load(self.programme)

    @cached_property
    def peak(self) -> float | None:
        """The leader-hours of the month that has most, to a tenth; None without a timetable."""
        most = self.load.peak
        return None if most is None else round(most.hours, 1)

    @property
    def projection(self) -> Projection | None:
        """What it would do; None where nothing is forecast.

        Forecast anew whenever it is asked for: it has every draw of every organisation, which is too much to
        keep of each of thousands of designs.
        """
        return None if self.forecaster is None else self.forecaster(self.programme)

    @cached_property
    def gained(self) -> Gained | None:
        """What the network would gain as a whole, in every draw; None where nothing is forecast."""
        projection = self.projection
        return None if projection is None else projection.gained()

    @cached_property
    def varied(self) -> Varied | None:
        """The same in several sets of draws, for `Difference.drivers`; None where nothing is forecast."""
        return None if self.forecaster is None else vary(self.forecaster, self.programme)

    @property
    def taught(self) -> tuple[str, ...]:
        """The modules as the design means to teach them: as it states, or else in their order."""
        stated = self.programme.teaching_order
        return stated if self.programme.order or self.order is None else self.order

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings of severity warning."""
        return tuple(one for one in self.findings if one.severity is Severity.WARNING)

    @property
    def sound(self) -> bool:
        """Whether there is no finding of severity error."""
        return not self.errors
