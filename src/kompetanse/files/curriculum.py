"""Reading a curriculum or a degree plan from the CSV of the CurricularAnalytics toolbox."""

from collections.abc import Iterator
from typing import Any

import attrs

from kompetanse.files import curriculum_cells as cells
from kompetanse.files.curriculum_layout import (
    ADDITIONAL,
    COURSE_OUTCOME_COLUMNS,
    COURSE_OUTCOMES,
    COURSES,
    CURRICULUM_OUTCOME_COLUMNS,
    CURRICULUM_OUTCOMES,
    HEAD,
    HEAD_OF,
    KIND_OF,
    TITLES,
)
from kompetanse.files.curriculum_sheet import Columns, Row, Sheet, SheetTable, columns_of, read_sheet
from kompetanse.files.sources import StrPath
from kompetanse.model import (
    Course,
    Curriculum,
    CurriculumOutcome,
    LearningOutcome,
    Module,
    Programme,
    curriculum_id,
    item_keys,
)
from kompetanse.model.curriculum import COURSE_COLUMNS
from kompetanse.model.rules import shown

Spot = tuple[str, int, int]


def read_curriculum(path: StrPath) -> Curriculum:
    """Read a curriculum or a degree plan from a CSV file; raise `InvalidFile` with every fault of it.

    A course without a name is named by its id, hours that are not given are 0, and a school that does not
    say so has semesters. Further columns of the courses are kept as text.
    """
    return _Reader(read_sheet(path)).read()


def load_curriculum(path: StrPath) -> tuple[Curriculum, tuple[Spot, ...]]:
    """Read a curriculum as `read_curriculum` does, with line and column of its programme's places."""
    reader = _Reader(read_sheet(path))
    return reader.read(), tuple(reader.spots())


@attrs.define
class _Reader:
    sheet: Sheet
    modules: list[Module] = attrs.field(factory=list)
    courses: list[Course] = attrs.field(factory=list)
    lines: list[tuple[int, Columns]] = attrs.field(factory=list)
    """Where each course stands."""
    ids: set[str] = attrs.field(factory=set)
    """Of every course, also of those of which something cannot be read."""
    outcomes: list[LearningOutcome] = attrs.field(factory=list)
    curriculum_outcomes: list[CurriculumOutcome] = attrs.field(factory=list)
    _head: dict[str, tuple[int, Any]] = attrs.field(factory=dict)
    _plan: bool = False

    def read(self) -> Curriculum:
        """Give what the whole sheet holds; raise `InvalidFile`."""
        self._read_head()
        for table in sorted(self.sheet.tables, key=lambda table: TITLES.index(table.title)):
            if table.heading is not None:
                self._read_table(table, table.heading)
        self.sheet.close()
        said = {key: value for key, (_, value) in self._head.items()}
        name = said["Curriculum"]
        return Curriculum(
            Programme(curriculum_id(name), name, modules=tuple(self.modules)),
            tuple(self.courses),
            institution=said.get("Institution", ""),
            degree_plan=said.get("Degree Plan"),
            degree_type=said.get("Degree Type", ""),
            system=said.get("System Type") or cells.system(""),
            cip=said.get("CIP", ""),
            outcomes=tuple(self.outcomes),
            curriculum_outcomes=tuple(self.curriculum_outcomes),
        )

    def _read_head(self) -> None:
        for line, row in self.sheet.head:
            key = HEAD_OF.get(row[0].strip().casefold())
            if key is None:
                word = row[0].strip()
                meant = self.sheet.meant(word, HEAD)
                self.sheet.refuse(
                    "unknown-key", "", line, 1, found=shown(word), options=tuple(HEAD), suggestion=meant
                )
                continue
            if key in self._head:
                self.sheet.refuse("duplicate-key", key, line, 1, key=shown(key))
            surplus = [number for number, text in enumerate(row[2:], start=3) if text.strip()]
            if surplus:
                self.sheet.refuse("row-length", key, line, surplus[0], expected=2, found=surplus[-1])
            text = row[1] if len(row) > 1 else ""
            self._head[key] = line, self.sheet.take(HEAD[key], text, key, line, 2)
        if "Curriculum" not in self._head and not (self.sheet.cut and not self.sheet.tables):
            self.sheet.refuse("missing-key", "", 1, None, key=shown("Curriculum"))
        self._plan = "Degree Plan" in self._head

    def _read_table(self, table: SheetTable, heading: Row) -> None:
        if table.title in (COURSES, ADDITIONAL):
            if table.title == ADDITIONAL and not self._plan:
                self.sheet.refuse("additional-outside-plan", table.title, table.line, 1)
            self._read_courses(table, heading)
        elif table.title == COURSE_OUTCOMES:
            columns = columns_of(self.sheet, heading, COURSE_OUTCOME_COLUMNS, optional=(), further=None)
            self._read_outcomes(table, columns)
        elif table.title == CURRICULUM_OUTCOMES:
            columns = columns_of(self.sheet, heading, CURRICULUM_OUTCOME_COLUMNS, optional=(), further=None)
            for values in filter(None, map(columns.values, table.rows)):
                name, description = values
                self.curriculum_outcomes.append(CurriculumOutcome(name, description))

    def _read_courses(self, table: SheetTable, heading: Row) -> None:
        reads: tuple[cells.Read, ...] = (
            cells.ident, cells.name, cells.free_text, cells.free_text,
            *map(cells.requirements, KIND_OF.values()),
            cells.hours, cells.free_text, cells.free_text, cells.term_of_plan if self._plan else cells.term,
        )  # fmt: skip
        optional = COURSE_COLUMNS[8:10] if self._plan else COURSE_COLUMNS[8:]
        columns = columns_of(
            self.sheet,
            heading,
            dict(zip(COURSE_COLUMNS, reads, strict=True)),
            optional=optional,
            further=cells.free_text,
        )
        additional = table.title == ADDITIONAL
        further = columns.names[len(COURSE_COLUMNS) :]
        for row in table.rows:
            values = columns.values(row)
            if values is None:
                self.ids.update(text.strip() for text in row[1][columns.numbers[0] :][:1])
                continue
            id_, name, prefix, number, before, corequisites, strict, hours, place, canonical, term, *more = (
                values
            )
            self.ids.add(id_)
            requires = (*before, *corequisites, *strict)
            self.modules.append(Module(id_, name, requires) if name else Module(id_, requires=requires))
            extra = tuple(pair for pair in zip(further, more, strict=True) if pair[1]) if more else ()
            self.courses.append(Course(id_, prefix, number, hours, place, canonical, term, additional, extra))
            self.lines.append((row[0], columns))

    def _read_outcomes(self, table: SheetTable, columns: Columns) -> None:
        seen: set[str] = set()
        for row in table.rows:
            values = columns.values(row)
            if values is None:
                continue
            course, id_, name, description, requisites, hours = values
            if self.ids and course not in self.ids:
                column = columns.numbers[0] + 1
                self.sheet.refuse("unknown-course", "Course ID", row[0], column, found=shown(course))
            if id_ in seen:
                column = columns.numbers[1] + 1
                self.sheet.refuse("duplicate-id", "Learning Outcome ID", row[0], column, found=shown(id_))
            seen.add(id_)
            self.outcomes.append(LearningOutcome(id_, course, name, description, requisites, hours))

    def spots(self) -> Iterator[Spot]:
        """Yield line and column of each place in the programme that the sheet shows."""
        yield "", 1, 1
        yield "name", self._head["Curriculum"][0], 2
        yield "modules", self.sheet.tables[0].line, 1
        for key, module, (line, columns) in zip(
            item_keys(module.id for module in self.modules), self.modules, self.lines, strict=True
        ):
            place = f"modules/{key}"
            yield place, line, columns.numbers[0] + 1
            yield f"{place}/name", line, columns.numbers[1] + 1
            column_of = {kind: columns.numbers[COURSE_COLUMNS.index(name)] for name, kind in KIND_OF.items()}
            for number, one in enumerate(module.requires):
                yield f"{place}/requires/{number}", line, column_of[one.kind] + 1
