"""Designs side by side, in one table."""

from collections.abc import Callable, Sequence

import attrs

from kompetanse.model import Cell, Column, Table, Unit
from kompetanse.whatif import measure
from kompetanse.whatif.measure import Measure
from kompetanse.whatif.outcome import Difference, Outcome
from kompetanse.whatif.result import Result


@attrs.frozen
class _Told:
    """One column: of the design itself, or of how it differs, which the base does not."""

    column: Column
    of: Callable[[Difference], Cell]
    differs: bool = False


def _own(told: Measure) -> _Told:
    return _Told(Column(told.key, told.unit), told.of)


def _more(column: Column, of: Callable[[Difference], Cell]) -> _Told:
    return _Told(column, of, differs=True)


def _compared(told: Measure) -> _Told:
    return _Told(Column(told.key, told.unit), told.of, differs=True)


TOLD = (
    _own(measure.ERRORS),
    _own(measure.WARNINGS),
    _own(measure.MODULES),
    _own(measure.LAST_DATE),
    _more(Column("days", Unit.DAYS), lambda one: one.days),
    _own(measure.LEADER_HOURS),
    _more(Column("hours-more", Unit.HOURS), lambda one: one.leader_hours),
    _own(measure.ORDERS),
    _own(measure.COMPLEXITY),
    _more(Column("complexity-more"), lambda one: one.complexity),
    _own(measure.COST),
    _more(Column("cost-more"), lambda one: one.cost),
    _own(measure.PEAK),
    _more(Column("peak-more", Unit.HOURS), lambda one: one.peak),
    _own(measure.GAIN),
    *map(_compared, (measure.GAIN_MORE, measure.GAIN_LOW, measure.GAIN_HIGH, measure.GAIN_PROBABILITY)),
)


def side_by_side(base: Result, outcomes: Sequence[Outcome]) -> Table:
    """Give one row for each design, the base first, with its differences from the base."""
    columns = (Column("scenario"), Column("status"), *(one.column for one in TOLD))
    return Table(columns, (_base(base), *map(_row, outcomes)))


def _base(base: Result) -> tuple[Cell, ...]:
    itself = Difference(base, base)
    return ("base", _status(base), *(None if one.differs else one.of(itself) for one in TOLD))


def _row(outcome: Outcome) -> tuple[Cell, ...]:
    name, difference = outcome.scenario.name, outcome.difference
    if difference is None:
        return (name, "refused", *(None for _ in TOLD))
    return (name, _status(difference.result), *(one.of(difference) for one in TOLD))


def _status(result: Result) -> str:
    return "sound" if result.sound else "unsound"
