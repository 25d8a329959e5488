"""Spreadsheets: the only door to python-calamine, which reads them, and to XlsxWriter, which writes them."""

import io
import math
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

import attrs

from kompetanse.errors import MissingExtra, column_letters
from kompetanse.files.archives import unpacked
from kompetanse.files.atomic import unwritable
from kompetanse.files.sources import StrPath, invalid
from kompetanse.files.table import Line
from kompetanse.files.typed import cell_text, number_text, plain_text

SHEET_ENDINGS = (".xlsx", ".ods")
"""The endings of the workbooks that are read."""
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL, LONGEST_NAME = 2**20, 2**14, 32767, 31
"""What a sheet holds."""
FILLED_IN = 1000
"""Rows of a sheet to fill in that have its drop-downs and its bounds."""
CREATED = datetime(2000, 1, 1)  # noqa: DTZ001  # workbooks know no time zones
"""When every workbook says that it was made, so that the same content gives the same bytes."""
SHEET_OF_LISTS = "lists"

Written = str | float | date | time | None
"""What is written to one cell."""


LONGEST_HINT = 255
"""Characters of a hint beside a cell."""


@attrs.frozen(eq=False)
class ReadSheet:
    """One sheet of a workbook that was read."""

    name: str
    _rows: list[list[object]]

    def lines(self) -> Iterator[Line]:
        """Yield each row that is not blank, with its number, its cells as text."""
        for line, row in enumerate(self._rows, start=1):
            cells = [cell_text(value) for value in row]
            if any(map(str.strip, cells)):
                yield line, cells


def read_sheets(path: StrPath) -> tuple[ReadSheet, ...]:
    """Give the sheets of a workbook, .xlsx or .ods, in their order; raise `InvalidFile` or `MissingExtra`."""
    calamine = _calamine()
    data = unpacked(path)
    try:
        workbook = calamine.CalamineWorkbook.from_object(io.BytesIO(data))
        return tuple(
            ReadSheet(name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in workbook.sheet_names
        )
    except calamine.PasswordError:
        raise invalid(path, "protected") from None
    except BaseException as error:
        # what is written in Rust tells of its own mistakes by an exception beside Exception
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise invalid(path, "not-a-workbook") from None
        raise


def _calamine() -> Any:  # noqa: ANN401  # a module
    try:
        import python_calamine  # noqa: PLC0415  # an extra: imported where it is needed
    except ImportError:
        raise MissingExtra("python-calamine", "excel") from None
    return python_calamine


@attrs.frozen
class WrittenColumn:
    """One column of a sheet to be written: how it looks, and what may be filled in below what is written."""

    width: float = 14
    format: str = "General"
    """Excel's own words for how its numbers are shown; ``@`` for text."""
    choices: tuple[str | float, ...] = ()
    """What may be chosen from a list."""
    bounds: tuple[float, float] | None = None
    """Of what numbers may be filled in, where they are not chosen from a list."""
    besides: str = ""
    """The one text that may stand there as well."""
    hint: str = ""
    """What is shown beside a cell while it is filled in."""


@attrs.frozen
class WrittenSheet:
    """One sheet to be written: its heading is its first row, which stays in sight."""

    name: str
    columns: tuple[WrittenColumn, ...]
    rows: tuple[tuple[Written, ...], ...]
    headings: int = 1
    """Rows at the top that stay in sight."""
    leading: int = 0
    """Columns at the left that stay in sight."""


def workbook_of(sheets: Iterable[WrittenSheet], path: StrPath) -> bytes:
    """Give a workbook; raise `UnwritableFile` where a sheet holds less than that, or `MissingExtra`.

    Text is written as text, whatever it looks like: never as a formula, a number or a link.
    """
    written = tuple(sheets)
    for sheet in written:
        _demand_room(sheet, path)
    out = io.BytesIO()
    workbook = _xlsxwriter().Workbook(out, {"in_memory": True})
    workbook.set_properties({"created": CREATED})
    names = _names(one.name for one in (*written, _LISTS))
    lists: list[tuple[str | float, ...]] = []
    for sheet, name in zip(written, names, strict=False):
        _write(workbook, workbook.add_worksheet(name), sheet)
    for sheet, page in zip(written, workbook.worksheets(), strict=True):
        _bind(page, sheet, lists, names[-1])
    if lists:
        page = workbook.add_worksheet(names[-1])
        page.hide()
        for column, choices in enumerate(lists):
            for row, choice in enumerate(choices):
                _put(page, row, column, choice, None)
    workbook.close()
    return out.getvalue()


_LISTS = WrittenSheet(SHEET_OF_LISTS, (), ())


def _demand_room(sheet: WrittenSheet, path: StrPath) -> None:
    longest = max((len(one) for row in sheet.rows for one in row if isinstance(one, str)), default=0)
    if len(sheet.rows) > MOST_ROWS or len(sheet.columns) > MOST_COLUMNS or longest > LONGEST_CELL:
        raise unwritable(path, "beyond-sheet")


def _names(wanted: Iterable[str]) -> list[str]:
    """Give each sheet a name that a workbook allows, no two of them alike."""
    names: dict[str, str] = {}
    for one in wanted:
        stem = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", one).strip(" '") or "-"
        stem = f"{stem} -" if stem.casefold() == "history" else stem  # a name that Excel keeps for itself
        name, number = _cut(stem, LONGEST_NAME), 1
        while name.casefold() in names:
            number += 1
            tail = f" {number}"
            name = _cut(stem, LONGEST_NAME - len(tail)) + tail
        names[name.casefold()] = name
    return list(names.values())


def _cut(text: str, longest: int) -> str:
    """Cut a text to so many of Excel's characters, of which some signs take two."""
    return text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore").rstrip(" '")


def _write(workbook: Any, page: Any, sheet: WrittenSheet) -> None:  # noqa: ANN401  # XlsxWriter's
    heading = workbook.add_format({"bold": True, "num_format": "@", "valign": "top"})
    remark = workbook.add_format({"italic": True, "text_wrap": True, "num_format": "@", "valign": "top"})
    day, hour = (workbook.add_format({"num_format": one}) for one in ("yyyy-mm-dd", "hh:mm"))
    formats = {one: workbook.add_format({"num_format": one}) for one in {one.format for one in sheet.columns}}
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width, formats[column.format])
    for number, row in enumerate(sheet.rows):
        for place, value in enumerate(row):
            form = {date: day, time: hour}.get(type(value), formats[sheet.columns[place].format])
            if number < sheet.headings:
                form = remark if number else heading
            _put(page, number, place, value, form)
    page.freeze_panes(sheet.headings, sheet.leading)


def _put(page: Any, row: int, column: int, value: Written, form: Any) -> None:  # noqa: ANN401  # XlsxWriter's
    match value:
        case date(year=year) if year >= 1900:
            page.write_datetime(row, column, value, form)
        case time():
            page.write_datetime(row, column, value, form)
        case int() | float() if math.isfinite(value):
            page.write_number(row, column, value, form)
        case _ if text := plain_text(value):
            page.write_string(row, column, text, form)


def _bind(page: Any, sheet: WrittenSheet, lists: list[tuple[str | float, ...]], held: str) -> None:  # noqa: ANN401  # XlsxWriter's
    """Bind the cells to be filled in to their list or their bounds; lists stand on a sheet of their own."""
    first, last = sheet.headings, sheet.headings + FILLED_IN - 1
    for place, column in enumerate(sheet.columns):
        rule: dict[str, object] = {}
        if column.choices:
            if column.choices not in lists:
                lists.append(column.choices)
            letters = column_letters(lists.index(column.choices) + 1)
            source = f"='{held}'!${letters}$1:${letters}${len(column.choices)}"
            rule = {"validate": "list", "source": source}
        elif column.bounds:
            cell = f"{column_letters(place + 1)}{first + 1}"
            low, high = map(number_text, column.bounds)
            number = f"AND(ISNUMBER({cell}),{cell}>={low},{cell}<={high})"
            rule = {"validate": "custom", "value": f'=OR({cell}="{column.besides}",{number})'}
        if column.hint:
            rule = {"validate": "any", **rule, "input_message": _cut(column.hint, LONGEST_HINT)}
        if rule:
            page.data_validation(first, place, last, place, rule)


def _xlsxwriter() -> Any:  # noqa: ANN401  # a module
    try:
        import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415  # an extra, and without types
    except ImportError:
        raise MissingExtra("XlsxWriter", "excel") from None
    return xlsxwriter
