"""Reading participation: who took part in what, from a CSV table."""

from functools import partial

from kompetanse.errors import Problem
from kompetanse.files.scalars import number_in, unread
from kompetanse.files.sources import StrPath
from kompetanse.files.table import an_organisation, known, read_table
from kompetanse.model import Participation, Programme
from kompetanse.model.rules import shown

SHARES = ("attended", "own_work")
COLUMNS = ("organisation", "module", *SHARES)


def read_participation(path: StrPath, programme: Programme) -> tuple[Participation, ...]:
    """Read from a CSV file how far each organisation took part in each module, in the order of the file.

    The columns are ``organisation,module,attended,own_work``; the last two hold shares, from 0 to 1 or as
    ``60 %``, and an empty cell is not known. Organisations and modules are those of the programme; where
    it names no organisations, any is taken. Raises `InvalidFile` with every fault of the file.
    """
    table = read_table(path)
    table.demand_kind(("wave", "respondent"), SHARES, "answers-not-participation")
    table.demand_columns(COLUMNS, ())
    organisation_in = an_organisation(programme)
    module_in = known("unknown-module", (one.id for one in programme.modules))
    first: dict[tuple[str, str], int] = {}
    found = []
    for row in table.rows():
        organisation = table.name_in(row.get("organisation"), organisation_in)
        module = table.name_in(row.get("module"), module_in)
        attended, own_work = (table.take(row.get(one), partial(_share, table.comma)) for one in SHARES)
        if organisation is None or module is None:
            continue
        line = row["module"].line
        if first.setdefault((organisation, module), line) != line:
            table.refuse(row["module"], Problem("given-twice", (("first", first[organisation, module]),)))
        found.append(Participation(organisation, module, attended, own_work))
    table.close()
    return tuple(found)


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
