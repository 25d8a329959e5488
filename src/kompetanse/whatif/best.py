"""The best of many designs: by one measure, among those that meet conditions."""

from collections.abc import Callable, Iterator
from datetime import date
from heapq import nsmallest
from itertools import islice
from typing import Protocol, TypeVar

import attrs

from kompetanse.errors import NotMeasured
from kompetanse.graph import DependencyGraph
from kompetanse.model import Better, Programme
from kompetanse.model.rules import Field, a, an_id, as_str, each, refuse, shown
from kompetanse.whatif.measure import Measure, Value

Limit = float | date
CHUNK = 256
"""So many designs are looked at more closely at first; four times as many whenever that is too few."""


def _limit(instance: object, field: Field, value: object) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float | date) or value != value:  # noqa: PLR0124  # NaN
        raise refuse(instance, field.name, "not-a", expected="a number or a date", found=shown(value))


@attrs.frozen
class AtMost:
    """Demands that a measure is no more, or a date no later, than a value."""

    measure: Measure = attrs.field(validator=a(Measure))
    value: Limit = attrs.field(validator=_limit)

    def allows(self, value: Value) -> bool:
        """Tell whether a design of this value will do; raise `InvalidValue` where it can't be compared."""
        return value is not None and _compared(self, value) <= 0


@attrs.frozen
class AtLeast:
    """Demands that a measure is no less, or a date no earlier, than a value."""

    measure: Measure = attrs.field(validator=a(Measure))
    value: Limit = attrs.field(validator=_limit)

    def allows(self, value: Value) -> bool:
        """Tell whether a design of this value will do; raise `InvalidValue` where it can't be compared."""
        return value is not None and _compared(self, value) >= 0


@attrs.frozen
class Keeps:
    """Demands that a module still comes after one that it required, whatever valid order is chosen."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    required: str = attrs.field(converter=as_str, validator=an_id)

    def allows(self, programme: Programme) -> bool:
        """Tell whether a design has both modules, an order, and in each order the required one before."""
        graph = DependencyGraph(programme)
        if not {self.module, self.required} <= graph.rank.keys() or graph.unknown:
            return False
        if not graph.is_satisfiable():
            return False
        after = graph.descendants(self.required) | {self.required}
        before = graph.ancestors(self.module) | {self.module}
        return any(
            first in after and then in before
            for first, then in graph.digraph.edges
            if graph.digraph.edges[first, then]["strict"]
        )


Condition = AtMost | AtLeast | Keeps
"""What a design must meet to be among the best."""


class Measured(Protocol):
    """A design with its place in a space, and a value for each measure."""

    @property
    def number(self) -> int:
        """Its place."""

    @property
    def values(self) -> tuple[Value, ...]:
        """One for each measure."""


T = TypeVar("T", bound=Measured)


def place_of(measure: Measure, measures: tuple[Measure, ...]) -> int:
    """Give the place of a measure's value among those of `measures`; raise `NotMeasured`."""
    if measure not in measures:
        raise NotMeasured(measure.key, tuple(one.key for one in measures))
    return measures.index(measure)


@attrs.frozen
class Search:
    """What is looked for among designs."""

    measures: tuple[Measure, ...] = attrs.field()
    """Those that the designs have values for."""
    goal: Measure = attrs.field(validator=a(Measure))
    conditions: tuple[Condition, ...] = attrs.field(validator=each(a(Condition)))

    def best(
        self, designs: Callable[[], Iterator[T]], programme_of: Callable[[int], Programme | None], count: int
    ) -> tuple[T, ...]:
        """Give the `count` best, best first, equals by number; raise `NotMeasured` or `InvalidValue`.

        Where many of the best fall to `Keeps`, `designs` is gone through again, so that few are held at once.
        """
        keeps = [one for one in self.conditions if isinstance(one, Keeps)]
        key = self._key()
        found: list[T] = []
        chunk = max(CHUNK, count) if keeps else count
        last: tuple[float, int] | None = None
        while True:
            further = (one for one in self._allowed(designs()) if last is None or key(one) > last)
            some = nsmallest(chunk, further, key=key)
            kept = (one for one in some if _keep(keeps, programme_of, one.number))
            found.extend(islice(kept, count - len(found)))
            if len(found) == count or len(some) < chunk:
                return tuple(found)
            last, chunk = key(some[-1]), chunk * 4

    def _key(self) -> Callable[[Measured], tuple[float, int]]:
        goal = place_of(self.goal, self.measures)
        sign = 1 if self.goal.better is Better.LOWER else -1
        return lambda design: (sign * _number(design.values[goal]), design.number)

    def _allowed(self, designs: Iterator[T]) -> Iterator[T]:
        """Give the designs that have a value for the goal and meet every limit."""
        goal = place_of(self.goal, self.measures)
        limits = [
            (place_of(one.measure, self.measures), one)
            for one in self.conditions
            if not isinstance(one, Keeps)
        ]
        for design in designs:
            values = design.values
            if values[goal] is not None and all(limit.allows(values[place]) for place, limit in limits):
                yield design


def _keep(keeps: list[Keeps], programme_of: Callable[[int], Programme | None], number: int) -> bool:
    if not keeps:
        return True
    programme = programme_of(number)
    return programme is not None and all(one.allows(programme) for one in keeps)


def _number(value: Value) -> float:
    """Give a value as a number that sorts as it does."""
    return value.toordinal() if isinstance(value, date) else value or 0


def _compared(condition: AtMost | AtLeast, value: Limit) -> int:
    """Give 1 for a value above that of a condition, -1 for one below, 0 for one that equals it."""
    if isinstance(value, date) != isinstance(condition.value, date):
        found = shown(str(condition.value))
        expected = "a date" if isinstance(value, date) else "a number"
        raise refuse(condition, "value", "not-a", expected=expected, found=found)
    return (_number(value) > _number(condition.value)) - (_number(value) < _number(condition.value))
