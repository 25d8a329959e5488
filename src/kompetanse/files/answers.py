"""Reading answers to an assessment: from a CSV file, or from the sheets of a workbook."""

import os

from kompetanse.errors import close_to
from kompetanse.files.answer_rows import AnswerReader
from kompetanse.files.csv_table import read_csv
from kompetanse.files.excel import SHEET_ENDINGS
from kompetanse.files.respondents import WHO
from kompetanse.files.sheets import sheet_tables
from kompetanse.files.sources import StrPath, demand_ending, invalid
from kompetanse.files.subject import Subject
from kompetanse.files.table import RowTable
from kompetanse.model import Assessment, MaturityFramework, Programme
from kompetanse.model.rules import demand

ANSWER_ENDINGS = (".csv", *SHEET_ENDINGS)


def read_answers(path: StrPath, subject: Subject) -> tuple[Assessment, ...]:
    """Read answers from a CSV file or a workbook, one assessment for each wave, in the order of their ids.

    Wide: ``wave,organisation,respondent`` and a column for each indicator asked; long:
    ``wave,organisation,respondent,indicator,value``; in both there may be ``role`` and ``version``. What a
    cell may hold is told by the scale of its indicator; an empty one is not answered, ``n/a`` (also ``na``,
    ``-``, ``ikke aktuelt``) not applicable. Of a workbook (.xlsx or .ods) every sheet whose heading names the
    respondent is read. Organisations and indicators are those of the programme; where it names no
    organisations, as a framework alone does, any is taken. Raises `InvalidFile` with every fault of the file.
    """
    demand("read_answers", "path", path, str | os.PathLike)
    demand("read_answers", "subject", subject, Programme | MaturityFramework)
    ending = demand_ending(path, ANSWER_ENDINGS)
    tables = (read_csv(path),) if ending == ".csv" else _of_workbook(path)
    reader = AnswerReader(subject, tables[0].faults)
    for table in tables:
        reader.read(table)
    if all(table.empty for table in tables):
        tables[0].demand_rows()
    return reader.assessments()


def _of_workbook(path: StrPath) -> tuple[RowTable, ...]:
    """Give the sheets that hold answers; where there is but one sheet, it is taken to be meant."""
    tables = sheet_tables(path)
    held = tuple(one for one in tables if _names_respondents(one))
    if not held and len(tables) > 1:
        raise invalid(path, "no-answer-sheet", options=WHO)
    return held or tables


def _names_respondents(table: RowTable) -> bool:
    """Tell whether the heading has each of the columns that say who answers, well spelt or nearly so."""
    return all(one in table.columns or close_to(one, table.columns) for one in WHO)
