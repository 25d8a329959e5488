"""Reading participation: who took part in what, from a CSV table."""

import os
from collections.abc import Iterator
from functools import partial

from kompetanse.errors import Problem
from kompetanse.files.csv_table import read_csv
from kompetanse.files.scalars import number_in, unread
from kompetanse.files.sources import StrPath
from kompetanse.files.subject import an_organisation
from kompetanse.files.table import Readings, RowTable, demanded, known
from kompetanse.model import Participation, Programme
from kompetanse.model.rules import demand, shown

SHARES = ("attended", "own_work")
COLUMNS = ("organisation", "module", *SHARES)


def read_participation(path: StrPath, programme: Programme) -> tuple[Participation, ...]:
    """Read from a CSV file how far each organisation took part in each module, in the order of the file.

    The columns are ``organisation,module,attended,own_work``; the last two hold shares, from 0 to 1 or as
    ``60 %``, and an empty cell is not known. Organisations and modules are those of the programme; where
    it names no organisations, any is taken. Raises `InvalidFile` with every fault of the file.
    """
    demand("read_participation", "path", path, str | os.PathLike)
    demand("read_participation", "programme", programme, Programme)
    table = read_csv(path)
    table.demand_kind(("wave", "respondent"), SHARES, "answers-not-participation")
    table.demand_columns(COLUMNS, ())
    found = tuple(_rows(table, programme))
    table.demand_rows()
    table.faults.close()
    return found


def _rows(table: RowTable, programme: Programme) -> Iterator[Participation]:
    modules = known("unknown-module", (one.id for one in programme.modules))
    organisation_in = Readings(demanded("organisation", an_organisation(programme)))
    module_in = Readings(demanded("module", modules))
    share_in = Readings(partial(_share, table.comma))
    first: dict[tuple[str, str], int] = {}
    organisation_at, module_at, *shares_at = map(table.place_of.get, COLUMNS)
    for row in table.rows():
        organisation, module = (
            table.take(row, organisation_at, organisation_in),
            table.take(row, module_at, module_in),
        )
        attended, own_work = (table.take(row, place, share_in) for place in shares_at)
        if organisation is None or module is None:
            continue
        line = first.setdefault((organisation, module), row[0])
        if line != row[0]:
            table.refuse(row[0], table.place_of["module"], Problem("given-twice", (("first", line),)))
        yield Participation(organisation, module, attended, own_work)


def _share(comma: bool, text: str) -> float | None:  # noqa: FBT001  # bound by partial
    """Read a share from 0 to 1, or from 0 % to 100 %; where nothing stands, it is not known."""
    if not text:
        return None
    percent = text.endswith("%")
    value = number_in(text.removesuffix("%").rstrip(), comma=comma) / (100 if percent else 1)
    if not 0 <= value <= 1:
        suggestion = f"{text} %" if not percent and 1 < value <= 100 else ""
        raise unread("out-of-range", low=0, high=1, found=shown(text), suggestion=suggestion)
    return value
