"""Spreadsheets: the only door to python-calamine, which reads them, and to XlsxWriter, which writes them."""

import io
from collections.abc import Iterator
from typing import Any

import attrs

from kompetanse.errors import MissingExtra
from kompetanse.files.archives import unpacked
from kompetanse.files.sources import StrPath, invalid
from kompetanse.files.table import Line
from kompetanse.files.typed import cell_text

SHEET_ENDINGS = (".xlsx", ".ods")
"""The endings of the workbooks that are read."""


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
