"""Modules in periods: the values that `balance` gives."""

import attrs

from kompetanse.model import Column, Programme, Table
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table
from kompetanse.planning.reached import Reached, value_of

MAX_LOAD, RANGE, SUM_OF_SQUARES = "max-load", "range", "sum-of-squares"


@attrs.frozen
class Period:
    """One period, such as a term: what is taken in it, and what that takes."""

    number: int
    """From 1."""
    modules: tuple[str, ...]
    """Module ids, in the teaching order."""
    loads: tuple[float, ...]
    """The load of each of them."""
    load: float
    """Of the whole period."""


@attrs.frozen
class Balance:
    """The modules of a programme, each in one period, and how evenly the periods are loaded."""

    programme: Programme
    periods: tuple[Period, ...]
    reached: tuple[Reached, ...]
    """The largest load, the range and the sum of squares, in this order of priority, each with its bound."""
    interrupted: bool = False
    """Whether Ctrl-C ended the search; then this is the best that it had."""

    __repr__ = brief("programme.id", "periods", "proven", "interrupted")
    _repr_html_ = html_of_table

    @property
    def max_load(self) -> float:
        """The load of the period that has most."""
        return value_of(self.reached, MAX_LOAD)

    @property
    def range(self) -> float:
        """The load of the period that has most, less that of the one that has least."""
        return value_of(self.reached, RANGE)

    @property
    def sum_of_squares(self) -> float:
        """The squares of all loads, summed: of two ways with one sum, the more even one has less."""
        return value_of(self.reached, SUM_OF_SQUARES)

    @property
    def proven(self) -> bool:
        """Whether no other way is better, in the largest load, then the range, then the sum of squares."""
        return all(one.proven for one in self.reached)

    def table(self) -> Table:
        """Give a row for each module: its period, and what it takes."""
        columns = (Column("period"), Column("module"), Column("load"))
        rows = [
            (period.number, module, load)
            for period in self.periods
            for module, load in zip(period.modules, period.loads, strict=True)
        ]
        return Table(columns, rows)
