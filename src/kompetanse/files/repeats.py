"""Who has answered which questions already, so that a second answer to one is a fault."""

from collections.abc import Iterable

import attrs

from kompetanse.errors import Problem
from kompetanse.files.table import RowTable
from kompetanse.model.rules import shown

Who = tuple[str, ...]


@attrs.define(eq=False)
class Group:
    """Questions that are answered in one row, and the line on which each respondent did so.

    A wide table asks all of its questions together, a long one each for itself: what is kept of a
    respondent is one number for each group, however many questions it holds.
    """

    sheet: str | None
    line_of: dict[Who, int] = attrs.field(factory=dict)


@attrs.define(eq=False)
class Repeats:
    """The groups of questions that the tables of one file have asked so far."""

    _groups: dict[str, list[Group]] = attrs.field(factory=dict)
    _last: Who = ()

    def groups(self, questions: Iterable[str], sheet: str | None) -> tuple[Group, ...]:
        """Give a new group of these questions, and behind it those that asked any of them before."""
        own, before = Group(sheet), dict[int, Group]()
        for question in questions:
            asked = self._groups.setdefault(question, [])
            before.update((id(one), one) for one in asked)
            asked.append(own)
        return own, *before.values()

    def note(self, table: RowTable, line: int, place: int, who: Who, groups: tuple[Group, ...]) -> None:
        """Note who answered a group of questions; where they did before, that is a fault at this place."""
        if who == self._last:
            who = self._last  # one tuple serves all the rows of a respondent
        self._last = who
        own, *others = groups
        first = own.line_of.setdefault(who, line)
        if first != line:
            table.refuse(line, place, Problem("given-twice", (("first", first),)))
            return
        for one in others:
            if who in one.line_of:
                where = f"{shown(one.sheet)[1:-1]}!{one.line_of[who]}"
                table.refuse(line, place, Problem("given-on-sheet", (("first", where),)))
                return
