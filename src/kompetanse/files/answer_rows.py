"""From the rows of a table, wide or long, to answers: the same for files, sheets and data frames."""

import attrs

from kompetanse.errors import Problem
from kompetanse.files.answer_values import value_in
from kompetanse.files.repeats import Repeats
from kompetanse.files.respondents import TOLD, WHO, Person, Respondents
from kompetanse.files.subject import Subject, framework_of
from kompetanse.files.table import Faults, Readings, RowTable, demanded, known
from kompetanse.model import Answer, Assessment, Indicator, Value, wave_order

LONG = ("indicator", "value")


@attrs.define
class AnswerReader:
    """Takes the answers from one table after another; those of one wave are put together."""

    subject: Subject
    faults: Faults
    indicators: dict[str, Indicator] = attrs.field(init=False, factory=dict)
    waves: dict[str, list[Answer]] = attrs.field(init=False, factory=dict)
    versions: dict[str, str] = attrs.field(init=False, factory=dict)
    """The version of the framework that each wave answers to, where it is told."""
    repeats: Repeats = attrs.field(init=False, factory=Repeats)

    def __attrs_post_init__(self) -> None:
        framework = framework_of(self.subject)
        for indicator in framework.indicators() if framework else ():
            self.indicators.setdefault(indicator.id, indicator)

    def read(self, table: RowTable) -> None:
        """Take the answers of one table, and note its faults."""
        table.demand_kind(("attended", "own_work"), ("wave", "respondent"), "participation-not-answers")
        named = set(LONG).intersection(table.columns)
        if len(named) == len(LONG) or (named and named.isdisjoint(self.indicators)):
            self._read_long(table)
        else:
            self._read_wide(table)

    def assessments(self) -> tuple[Assessment, ...]:
        """Give one assessment for each wave, in the order of their ids; raise the error of all faults."""
        self.faults.close()
        return tuple(
            Assessment(id_, self.waves[id_], self.versions.get(id_))
            for id_ in sorted(self.waves, key=wave_order)
        )

    def _read_wide(self, table: RowTable) -> None:
        told = tuple(one for one in TOLD if one not in self.indicators)
        table.demand_columns(WHO, (*told, *self.indicators))
        asked = {
            name: place
            for name, place in table.place_of.items()
            if name in self.indicators and name not in WHO
        }
        if not asked and not set(table.columns).difference(WHO, told):
            table.refuse_all(Problem("no-indicator-column"))
        columns = [
            (name, place, self._values(name, table))
            for name, place in sorted(asked.items(), key=lambda one: one[1])
        ]
        groups = self.repeats.groups(asked, table.sheet)
        people = Respondents(table, self.subject, told, self.versions)
        for row in table.rows():
            who = people.who(row)
            if who is not None:
                self.repeats.note(table, row[0], table.place_of["respondent"], who[:3], groups)
            for name, place, values in columns:
                self._add(who, name, table.take(row, place, values))

    def _read_long(self, table: RowTable) -> None:
        table.demand_columns((*WHO, *LONG), TOLD)
        places = table.place_of
        names = Readings(demanded("indicator", known("unknown-indicator", self.indicators)))
        values = {name: self._values(name, table) for name in self.indicators}
        groups = {name: self.repeats.groups((name,), table.sheet) for name in self.indicators}
        people = Respondents(table, self.subject, TOLD, self.versions)
        for row in table.rows():
            who = people.who(row)
            name = table.take(row, places.get("indicator"), names)
            if name is None:
                continue
            if who is not None:
                self.repeats.note(table, row[0], places["indicator"], who[:3], groups[name])
            self._add(who, name, table.take(row, places.get("value"), values[name]))

    def _values(self, name: str, table: RowTable) -> Readings[Value]:
        framework = framework_of(self.subject)
        levels = framework.levels if framework else ()
        return Readings(value_in(self.indicators[name], levels, comma=table.comma))

    def _add(self, who: Person | None, name: str, value: "Value | None") -> None:
        if who is not None and value is not None:
            self.waves.setdefault(who[0], []).append(Answer(who[1], who[2], name, value, who[3]))
