"""What is told, before it is text or a page: headings, sentences, tables, and what belongs together."""

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from kompetanse.model import Table
from kompetanse.report.words import Words


@attrs.frozen
class Title:
    """A heading."""

    text: str


@attrs.frozen
class Line:
    """A sentence or several; the deeper, the more it belongs to what stands before it."""

    text: str
    depth: int = 0
    item: bool = False
    """Whether it is one item of a list."""
    leads: bool = False
    """Whether what follows stands under it, as under a small heading."""


@attrs.frozen
class Grid:
    """A table, and the words that its cells are told by."""

    table: Table
    words: Words
    uncut: bool = False
    """Whether no value may be cut short for want of room."""
    caption: str = ""
    """What it holds, where no sentence before it says so."""


@attrs.frozen
class Shares:
    """Parts of a whole in whole percents, each with its name."""

    of: tuple[tuple[str, int], ...]
    words: Words


@attrs.frozen
class Block:
    """Parts that belong together: one right below the other, or apart."""

    parts: "tuple[Part, ...]"
    apart: bool = False


Part: TypeAlias = Title | Line | Grid | Shares | Block
NOTHING = Block(())


def title(text: str) -> Title:
    """Give a heading."""
    return Title(text)


def line(text: str, depth: int = 0) -> Line:
    """Give a paragraph, `depth` steps in."""
    return Line(text, depth)


def lead(text: str) -> Line:
    """Give a sentence that what follows stands under."""
    return Line(text, leads=True)


def bullet(text: str, depth: int = 0) -> Line:
    """Give one item of a list."""
    return Line(text, depth, item=True)


def grid(table: Table, words: Words, *, uncut: bool = False, caption: str = "") -> Grid:
    """Give a table without the columns that are empty."""
    return Grid(table.filled(), words, uncut, caption)


def block(*parts: Part | Iterable[Part]) -> Block:
    """Put parts, each one or several, below one another; what is empty leaves no trace."""
    return Block(_flat(parts))


def sections(*parts: Part | Iterable[Part]) -> Block:
    """Put parts apart from one another; what is empty leaves no trace."""
    return Block(_flat(parts), apart=True)


def _flat(parts: Iterable[Part | Iterable[Part]]) -> tuple[Part, ...]:
    each = (
        one
        for part in parts
        for one in ((part,) if isinstance(part, Title | Line | Grid | Shares | Block) else part)
    )
    return tuple(one for one in each if not (isinstance(one, Block) and not one.parts))
