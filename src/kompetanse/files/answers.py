"""Reading answers to an assessment, from a CSV table that is wide or long."""

import re
from collections.abc import Callable
from functools import partial

import attrs

from kompetanse.errors import Fault, Problem
from kompetanse.files.scalars import id_in, number_in, unread
from kompetanse.files.sources import StrPath
from kompetanse.files.table import Cell, CsvTable, Row, an_organisation, known, read_table
from kompetanse.model import Answer, Assessment, Indicator, NoAnswer, Programme
from kompetanse.model.rules import shown

WHO = ("wave", "organisation", "respondent")
LONG = ("indicator", "value")
NOT_APPLICABLE = ("n/a", "na", "-", "ikke aktuelt")

MONTHS = (
    "jan", "jan", "feb", "feb", "mar", "mar", "apr", "apr", "mai", "may", "jun", "jun",
    "jul", "jul", "aug", "aug", "sep", "sep", "okt", "oct", "nov", "nov", "des", "dec",
)  # fmt: skip
"""As Excel cuts the months short, each in bokmål and in English."""
MONTH = re.compile(rf"({'|'.join(dict.fromkeys(MONTHS))})[stiey]?[. -]+([0-9]+)", re.IGNORECASE)


def read_answers(path: StrPath, programme: Programme) -> tuple[Assessment, ...]:
    """Read answers from a CSV file, one assessment for each wave, in the order of their ids.

    Wide: ``wave,organisation,respondent`` and a column for each indicator asked; long:
    ``wave,organisation,respondent,indicator,value``. Cells are separated by commas or by semicolons; with
    semicolons, numbers may have a decimal comma. An empty cell is not answered, ``n/a`` (also ``na``, ``-``,
    ``ikke aktuelt``) not applicable. Organisations and indicators are those of the programme; where it names
    no organisations, any is taken. Raises `InvalidFile` with every fault of the file.
    """
    table = read_table(path)
    reader = _Reader(table, programme)
    table.demand_kind(("attended", "own_work"), ("wave", "respondent"), "participation-not-answers")
    names = {cell.name for cell in table.columns}
    named = names.intersection(LONG)
    if len(named) == len(LONG) or (named and names.isdisjoint(reader.indicators)):
        reader.read_long()
    else:
        reader.read_wide()
    table.close()
    return tuple(Assessment(wave, reader.waves[wave]) for wave in sorted(reader.waves))


@attrs.define
class _Reader:
    table: CsvTable
    programme: Programme
    indicators: dict[str, Indicator] = attrs.field(init=False, factory=dict)
    waves: dict[str, list[Answer]] = attrs.field(init=False, factory=dict)
    _organisation: Callable[[str], str] = attrs.field(init=False)
    _first: dict[tuple[str, ...], int] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self._organisation = an_organisation(self.programme)
        if self.programme.framework is not None:
            for indicator in self.programme.framework.indicators():
                self.indicators.setdefault(indicator.id, indicator)

    def read_wide(self) -> None:
        self.table.demand_columns(WHO, self.indicators)
        asked = {cell.name: cell for cell in self.table.columns if cell.name in self.indicators}
        if not asked and len(self.table.columns) <= len(WHO):
            line = self.table.columns[0].line
            self.table.faults.append(Fault(Problem("no-indicator-column"), "", line))
        for row in self.table.rows():
            who = self._who(row)
            if who is not None:
                self._demand_once(row["respondent"], who)
            for name in asked:
                self._answer(who, name, row[name])

    def read_long(self) -> None:
        self.table.demand_columns((*WHO, *LONG), ())
        indicator = known("unknown-indicator", self.indicators)
        for row in self.table.rows():
            who = self._who(row)
            name = self.table.name_in(row.get("indicator"), indicator)
            if name is None or "value" not in row:
                continue
            if who is not None:
                self._demand_once(row["indicator"], (*who, name))
            self._answer(who, name, row["value"])

    def _who(self, row: Row) -> tuple[str, str, str] | None:
        """Give wave, organisation and respondent of a row, if all three can be read."""
        wave = self.table.name_in(row.get("wave"), _wave)
        organisation = self.table.name_in(row.get("organisation"), self._organisation)
        respondent = self.table.name_in(row.get("respondent"), id_in)
        if wave is None or organisation is None or respondent is None:
            return None
        return wave, organisation, respondent

    def _demand_once(self, cell: Cell, key: tuple[str, ...]) -> None:
        first = self._first.setdefault(key, cell.line)
        if first != cell.line:
            self.table.refuse(cell, Problem("given-twice", (("first", first),)))

    def _answer(self, who: tuple[str, str, str] | None, name: str, cell: Cell) -> None:
        value = self.table.take(cell, partial(_value, self.indicators[name], self.table.comma))
        if who is not None and value is not None:
            wave, organisation, respondent = who
            self.waves.setdefault(wave, []).append(Answer(organisation, respondent, name, value))


def _wave(text: str) -> str:
    """Read the id of a wave, but not a month as Excel writes it over: jan.27 would come before sep.26."""
    match = MONTH.match(text)
    if match:
        month, year = MONTHS.index(match[1].casefold()) // 2 + 1, match[2]
        meant = f"20{year}-{month:02}" if len(year) == len("27") else ""
        raise unread("excel-month", found=shown(text), suggestion=meant)
    return id_in(text)


def _value(indicator: Indicator, comma: bool, text: str) -> float | NoAnswer:  # noqa: FBT001  # bound by partial
    """Read one answer, between the goalposts of its indicator."""
    if not text:
        return NoAnswer.NOT_ANSWERED
    if text.casefold() in NOT_APPLICABLE:
        return NoAnswer.NOT_APPLICABLE
    value = number_in(text, comma=comma)
    low, high = indicator.taken
    if not low <= value <= high:
        raise unread("out-of-range", low=low, high=high, found=shown(text))
    return value
