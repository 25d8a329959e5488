"""A terminal as small as these tests need."""

import re
from typing import Self

import attrs
import pytest

PART = re.compile(r"\x1b\[(\??)([\d;]*)([A-Za-z])|(.)", re.DOTALL)


@attrs.define
class Screen:
    """What stands on a terminal, what stood there before, and whether the cursor is to be seen.

    It knows no more than a bar of progress needs, and fails at anything else; also where a line is too long.
    """

    columns: int
    lines: list[str] = attrs.field(factory=lambda: [""])
    before: list[str] = attrs.field(factory=list)
    row: int = 0
    column: int = 0
    cursor: bool = True
    escaped: bool = False
    coloured: bool = False

    def take(self, text: str) -> Self:
        for private, number, command, character in PART.findall(text):
            if command:
                self.escaped = True
                self._obey(private + command, number)
            elif character == "\r":
                self.column = 0
                self.before.append(self.lines[self.row])
            elif character == "\n":
                self.row += 1
                self.lines += [""] * (self.row + 1 - len(self.lines))
            else:
                self._put(character)
        return self

    def _put(self, character: str) -> None:
        assert character.isprintable(), f"a control character: {character!r}"
        assert self.column < self.columns, f"too long: {self.lines[self.row]}"
        line = self.lines[self.row].ljust(self.column)
        self.lines[self.row] = line[: self.column] + character + line[self.column + 1 :]
        self.column += 1

    def _obey(self, command: str, number: str) -> None:
        if command == "m":
            self.coloured = self.coloured or re.search(r"(^|;)([34][0-8]|9\d|10\d)($|;)", number) is not None
        elif command in ("?h", "?l"):
            assert number == "25"
            self.cursor = command == "?h"
        elif command == "A":
            self.row -= int(number)
            assert self.row >= 0
        else:
            assert (command, number) == ("K", "2")
            self.lines[self.row] = ""

    def ensure_as_before(self) -> None:
        """See that nothing is left, and that the cursor is where it was, to be seen."""
        assert not "".join(self.lines).strip()
        assert (self.row, self.column, self.cursor) == (0, 0, True)


@pytest.fixture
def screens() -> type[Screen]:
    """What makes a screen of so many columns."""
    return Screen
