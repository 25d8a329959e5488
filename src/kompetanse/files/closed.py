"""Reading closed periods, such as school breaks: from a CSV file or a workbook."""

import os
import re
from collections.abc import Iterator
from datetime import date

import attrs

from kompetanse.errors import InvalidValue
from kompetanse.files.csv_table import read_csv
from kompetanse.files.excel import SHEET_ENDINGS
from kompetanse.files.scalars import unread
from kompetanse.files.sheets import sheet_tables
from kompetanse.files.sources import StrPath, demand_ending
from kompetanse.files.table import Readings, RowTable, demanded
from kompetanse.model import ClosedPeriod, Text
from kompetanse.model.rules import a_date, demand, one_line, shown

DATES = ("from", "to")
BOTH_NAMES = ("name_nb", "name_en")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: 00:00:00)?")
"""As text, or as a spreadsheet's own date comes here, which is a moment at midnight."""
_NORWEGIAN = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def read_closed(path: StrPath) -> tuple[ClosedPeriod, ...]:
    """Read closed periods from a CSV file or a workbook (.xlsx or .ods), in the order of the file.

    The columns are ``from,to,name``, or ``from,to,name_nb,name_en`` for a name in both languages; both dates
    belong to the period. Of a workbook the sheets whose heading has the two dates are read. Raises
    `InvalidFile` with every fault of the file; `MissingExtra`.
    """
    demand("read_closed", "path", path, str | os.PathLike)
    ending = demand_ending(path, (".csv", *SHEET_ENDINGS))
    tables = (read_csv(path),) if ending == ".csv" else sheet_tables(path)
    held = tuple(one for one in tables if set(DATES) <= set(one.columns)) or tables[:1]
    periods = tuple(period for table in held for period in _periods(table))
    if all(table.empty for table in held):
        held[0].demand_rows()
    held[0].faults.close()
    return periods


def _periods(table: RowTable) -> Iterator[ClosedPeriod]:
    names = BOTH_NAMES if not set(BOTH_NAMES).isdisjoint(table.columns) else ("name",)
    table.demand_columns((*DATES, *names), ())
    places = [table.place_of.get(one) for one in (*DATES, *names)]
    date_in = [Readings(demanded(one, _date)) for one in DATES]
    name_in = [Readings(demanded(one, _name)) for one in names]
    for row in table.rows():
        start, end = (table.take(row, *one) for one in zip(places[:2], date_in, strict=True))
        texts = [table.take(row, *one) for one in zip(places[2:], name_in, strict=True)]
        name = [one for one in texts if one is not None]
        if start is None or end is None or len(name) < len(names):
            continue
        try:
            yield ClosedPeriod(start, end, Text(*name))
        except InvalidValue as error:  # it ends before it starts
            table.refuse(row[0], table.place_of["to"], error.problem)


def _date(text: str) -> date:
    """Read a date, as text or as a spreadsheet's own; what may be meant by 27.02.2023 is suggested."""
    match = _DATE.fullmatch(text)
    norwegian = _NORWEGIAN.fullmatch(text)
    parts = match.groups() if match else norwegian.groups()[::-1] if norwegian else ()
    try:
        day = date(*map(int, parts))
    except (TypeError, ValueError):  # no date at all, or such as 31 February
        raise unread("not-date", found=shown(text)) from None
    if norwegian:
        raise unread("not-date", found=shown(text), suggestion=day.isoformat())
    a_date("", attrs.fields(ClosedPeriod).start, day)
    return day


def _name(text: str) -> str:
    one_line("", attrs.fields(Text).nb, text)
    return text
