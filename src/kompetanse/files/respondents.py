"""Who answers in each row of a table: wave, organisation, respondent, role, and to which version."""

import re

import attrs

from kompetanse.errors import Problem
from kompetanse.files.answer_values import role_in
from kompetanse.files.scalars import id_in, unread
from kompetanse.files.subject import Subject, an_organisation
from kompetanse.files.table import Line, Readings, RowTable, demanded
from kompetanse.files.typed import DATED
from kompetanse.model import Assessment, Role
from kompetanse.model.rules import one_line, shown

WHO = ("wave", "organisation", "respondent")
TOLD = ("role", "version")
"""Columns that may be there. In a wide table an indicator of such a name is the indicator."""

Person = tuple[str, str, str, Role | None]
"""Wave, organisation, respondent and role."""

MONTHS = (
    "jan", "jan", "feb", "feb", "mar", "mar", "apr", "apr", "mai", "may", "jun", "jun",
    "jul", "jul", "aug", "aug", "sep", "sep", "okt", "oct", "nov", "nov", "des", "dec",
)  # fmt: skip
"""As Excel cuts the months short, each in bokmål and in English."""
MONTH = re.compile(rf"({'|'.join(dict.fromkeys(MONTHS))})[stiey]?[. -]+([0-9]+)", re.IGNORECASE)


@attrs.define
class Respondents:
    """Reads who answers, row by row of one table."""

    table: RowTable
    subject: Subject
    told: tuple[str, ...]
    """Which of the columns that may be there are looked at."""
    versions: dict[str, str]
    """The version that each wave answers to, as far as it has been told in this file."""
    _readings: tuple[Readings[str], Readings[str], Readings[str]] = attrs.field(init=False)
    _role: Readings[Role | None] = attrs.field(init=False)
    _version: Readings[str | None] = attrs.field(init=False)
    _places: dict[str, int] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._readings = (
            Readings(demanded("wave", wave_in)),
            Readings(demanded("organisation", an_organisation(self.subject))),
            Readings(demanded("respondent", id_in)),
        )
        self._role, self._version = Readings(role_in), Readings(_version_in)
        looked_at = (*WHO, *self.told)
        self._places = {name: place for name, place in self.table.place_of.items() if name in looked_at}

    def who(self, row: Line) -> Person | None:
        """Give who answers in a row, if that can be read; note the version, and what is wrong."""
        table, place = self.table, self._places.get
        wave_in, organisation_in, respondent_in = self._readings
        wave = table.take(row, place("wave"), wave_in)
        organisation = table.take(row, place("organisation"), organisation_in)
        respondent = table.take(row, place("respondent"), respondent_in)
        role = table.take(row, place("role"), self._role)
        version = table.take(row, place("version"), self._version)
        if wave is None or organisation is None or respondent is None:
            return None
        if version is not None and self.versions.setdefault(wave, version) != version:
            details = (("found", shown(version)), ("expected", shown(self.versions[wave])))
            table.refuse(row[0], self._places["version"], Problem("two-versions", details))
        return wave, organisation, respondent, role


def wave_in(text: str) -> str:
    """Read the id of a wave, but not a month as Excel writes it over: jan.27 would come before sep.26."""
    if date := DATED.fullmatch(text):
        year, month, day = date.groups()
        meant = f"{year}-{month}" if day == "01" else f"{year}-{month}-{day}"
        raise unread("excel-month", found=shown(text.partition(" ")[0]), suggestion=meant)
    match = MONTH.match(text)
    if match:
        month, year = f"{MONTHS.index(match[1].casefold()) // 2 + 1:02}", match[2]
        meant = f"20{year}-{month}" if len(year) == len("27") else ""
        raise unread("excel-month", found=shown(text), suggestion=meant)
    return id_in(text)


def _version_in(text: str) -> str | None:
    """Read a version of the framework; where nothing stands, it is not told."""
    if not text:
        return None
    one_line("", attrs.fields(Assessment).version, text)
    return text
