"""Data frames of the user's own: the only door to narwhals, which knows pandas, polars and others."""

from collections.abc import Iterator, Sequence
from typing import Any

from kompetanse.errors import InvalidFrame, MissingExtra
from kompetanse.files.answer_rows import AnswerReader
from kompetanse.files.nodes import composed
from kompetanse.files.subject import Subject
from kompetanse.files.table import Faults, Line, RowTable
from kompetanse.files.typed import cell_text, plain_text
from kompetanse.model import Assessment, Cell, Language, MaturityFramework, Programme, Table, Text
from kompetanse.model.rules import demand, refuse, shown

BACKENDS = ("pandas", "polars", "pyarrow")
WIDEST_WHOLE = 63
"""Bits of the largest whole number that every frame can hold as one."""


def answers_from_frame(frame: object, subject: Subject) -> tuple[Assessment, ...]:
    """Take answers from a data frame of pandas, polars or another library that narwhals knows.

    Columns and cells mean what they do in a CSV file (`read_answers`); a missing value (None, NaN) is not
    answered. A lazy frame is collected. Raises `InvalidFrame` with every fault, each with the number of its
    row, from 1, and the name of its column; `InvalidValue` where it is no frame; `MissingExtra`.
    """
    demand("answers_from_frame", "subject", subject, Programme | MaturityFramework)
    held = _held(frame)
    names = _names(held)
    lines = _lines([held[:, place].to_list() for place in range(len(names))])
    table = RowTable(names, lines, Faults(InvalidFrame), None, comma=True)
    reader = AnswerReader(subject, table.faults)
    reader.read(table)
    table.demand_rows()
    return reader.assessments()


def _held(frame: Any) -> Any:  # noqa: ANN401  # the user's own, and narwhals' frame of it
    narwhals = _narwhals()
    try:
        held = narwhals.from_native(frame)
    except narwhals.exceptions.DuplicateError:
        table = RowTable(_names(frame), iter(()), Faults(InvalidFrame), None, comma=True)
        table.demand_distinct()
        table.faults.close()
        raise
    except TypeError:
        held = None
    if isinstance(held, narwhals.LazyFrame):
        held = held.collect()
    if not isinstance(held, narwhals.DataFrame):
        raise refuse("answers_from_frame", "frame", "not-a-frame", found=shown(type(frame).__name__))
    return held


def _names(frame: Any) -> tuple[str, ...]:  # noqa: ANN401  # as above
    return tuple(composed(cell_text(name).strip()) for name in frame.columns)


def _lines(columns: Sequence[Sequence[object]]) -> Iterator[Line]:
    for line, row in enumerate(zip(*columns, strict=True), start=1):
        cells = [cell_text(value) for value in row]
        if any(map(str.strip, cells)):
            yield line, cells


def table_to_frame(table: Table, backend: str, *, lang: Language = "en") -> Any:  # noqa: ANN401  # the user's choice
    """Give a table as a data frame of pandas, polars or pyarrow, its columns named by their keys.

    A column of numbers, dates or times keeps its type, and an empty cell is missing; one of several types,
    or with a whole number too large for a frame, becomes text. Raises `InvalidValue` where there is no such
    library here; `MissingExtra`.
    """
    demand("table_to_frame", "table", table, Table)
    if backend not in BACKENDS:
        raise refuse("table_to_frame", "backend", "not-one-of", options=BACKENDS, found=shown(backend))
    narwhals = _narwhals()
    columns = zip(*table.rows, strict=True) if table.rows else [()] * len(table.columns)
    data = {
        column.key: _of_one_type(cells, lang) for column, cells in zip(table.columns, columns, strict=True)
    }
    try:
        return narwhals.from_dict(data, backend=backend).to_native()
    except ImportError:
        raise refuse("table_to_frame", "backend", "not-installed", found=shown(backend)) from None


def _of_one_type(cells: Sequence[Cell], lang: Language) -> list[object]:
    values = [one.language(lang) if isinstance(one, Text) else one for one in cells]
    kinds = {type(one) for one in values if one is not None}
    huge = any(isinstance(one, int) and one.bit_length() > WIDEST_WHOLE for one in values)
    if kinds == {int, float} and not huge:
        return [None if one is None else float(one) for one in values]  # type: ignore[arg-type]  # numbers all
    if len(kinds) > 1 or huge:
        return [None if one is None else plain_text(one) for one in values]
    return list(values)


def _narwhals() -> Any:  # noqa: ANN401  # a module
    try:
        import narwhals  # noqa: PLC0415  # an extra: imported where it is needed
    except ImportError:
        raise MissingExtra("narwhals", "frames") from None
    return narwhals
