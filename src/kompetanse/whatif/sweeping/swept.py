"""What a sweep has come to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

import attrs

from kompetanse.errors import KompetanseError
from kompetanse.model import Cell, Column, Programme, Table
from kompetanse.model.brief import brief
from kompetanse.model.rules import as_tuple, demand_list, demand_whole
from kompetanse.model.table import SHOWN
from kompetanse.whatif.best import Condition, Search, place_of
from kompetanse.whatif.designs import Designs
from kompetanse.whatif.measure import Measure, Value
from kompetanse.whatif.outcome import Outcome
from kompetanse.whatif.pareto import front
from kompetanse.whatif.result import Result
from kompetanse.whatif.scenario import Scenario
from kompetanse.whatif.sweeping.rows import Row, Status
from kompetanse.whatif.sweeping.stores import Store


@attrs.frozen(eq=False)
class Sweep:
    """The designs of a space, each with its row; rows are read from the store whenever they are asked for."""

    space: Sequence[Scenario]
    measures: tuple[Measure, ...]
    base_values: tuple[Value, ...]
    """One for each measure."""
    store: Store
    interrupted: bool
    """Whether it was ended by Ctrl-C; with the same store, the same sweep goes on where it was."""
    _designs: Designs

    __repr__ = brief("_designs.base.programme.id", "space as designs", "measures", "interrupted")

    @property
    def base(self) -> Result:
        """What the base comes to."""
        return self._designs.base

    def rows(self) -> Iterator[Row]:
        """Give each row, in the order of the space."""
        return self.store.rows()

    @cached_property
    def counts(self) -> Mapping[Status, int]:
        """How many designs ended in which way."""
        counted = Counter(one.status for one in self.rows())
        return {status: counted[status] for status in Status}

    def scenario(self, number: int) -> Scenario:
        """Give the scenario at a place of the space, from 0; raise `InvalidValue`."""
        demand_whole("Sweep.scenario", "number", number, 0, len(self.space) - 1)
        return self.space[number]

    def outcome(self, number: int) -> Outcome:
        """Evaluate a design anew, and give all that `compare` would tell of it; raise `InvalidValue`."""
        return self._designs.outcome(self.scenario(number))

    def best(self, goal: Measure, subject_to: Iterable[Condition] = (), count: int = 1) -> tuple[Row, ...]:
        """Give the `count` best designs by `goal` that meet every condition; of equals, the first.

        A design without a value for the goal, or for what a condition is about, is none of them. Raises
        `NotMeasured` where a measure was not recorded, and `InvalidValue`.
        """
        demand_whole("Sweep.best", "count", count, 1, 1_000_000)
        return Search(self.measures, goal, as_tuple(subject_to)).best(self.rows, self._programme, count)

    def _programme(self, number: int) -> Programme | None:
        result = self.outcome(number).result
        return result.programme if result is not None else None

    def pareto(self, *measures: Measure) -> tuple[Row, ...]:
        """Give the designs that no other dominates by these measures, or by all that were recorded.

        See `Comparison.pareto`. The values of every design are held at once. Raises `NotMeasured`.
        """
        chosen = demand_list("Sweep.pareto", "measures", measures, Measure) or self.measures
        places = [place_of(one, self.measures) for one in chosen]
        done = [(one.number, one.values) for one in self.rows() if one.status is Status.DONE]
        best = front(([values[place] for place in places] for _, values in done), chosen)
        numbers = {done[number][0] for number in best}
        return tuple(one for one in self.rows() if one.number in numbers)

    def table(self) -> Table:
        """Give every row; of a large sweep, rather go through `rows`."""
        return self.table_of(self.rows())

    def _repr_html_(self) -> str | None:
        """Give the first rows for a notebook, not reading the others; None where the store can't be read."""
        try:
            first = self.table_of(islice(self.rows(), SHOWN))
            kept = sum(1 for _ in self.store.numbers())
        except KompetanseError:  # as of a store that was closed: a notebook then shows the line of `repr`
            return None
        return first.filled().html(more=kept - len(first.rows))

    def table_of(self, rows: Iterable[Row]) -> Table:
        """Give some of the rows as a table."""
        measured = (Column(one.key, one.unit) for one in self.measures)
        columns = (Column("number"), Column("scenario"), Column("status"), *measured, Column("reason"))
        return Table(columns, map(self._cells, rows))

    def _cells(self, row: Row) -> tuple[Cell, ...]:
        return (row.number, self.space[row.number].name, row.status.value, *row.values, row.reason)
