"""From parts to what HTML has: paragraphs, lists in lists, tables with captions, headings in order."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time

import attrs

from kompetanse.model import Cell
from kompetanse.report.layout import cell_text
from kompetanse.report.parts import Block, Grid, Line, Part, Shares, Title


@attrs.frozen
class Heading:
    """A heading within a section."""

    text: str
    kind: str = "heading"


@attrs.frozen
class Paragraph:
    """A paragraph."""

    text: str
    kind: str = "paragraph"


@attrs.define
class Item:
    """One item of a list, with what belongs to it."""

    text: str
    children: "list[Node]" = attrs.Factory(list)


@attrs.define
class Items:
    """A list."""

    entries: list[Item]
    kind: str = "list"


@attrs.frozen
class HtmlCell:
    """One cell: its text, whether it is a number, and what it is sorted by."""

    text: str
    number: bool
    by: str


@attrs.frozen
class HtmlTable:
    """A table: a caption, headings, rows whose first cell is the heading of the row."""

    caption: str
    heads: tuple[tuple[str, bool], ...]
    rows: tuple[tuple[HtmlCell, ...], ...]
    kind: str = "table"


@attrs.frozen
class Bars:
    """Parts of a whole, each with its percents."""

    caption: str
    rows: tuple[tuple[str, int, str], ...]
    kind: str = "bars"


Node = Heading | Paragraph | Items | HtmlTable | Bars


def nodes_of(part: Part, caption: str) -> list[Node]:
    """Give what HTML makes of a part; a table that nothing leads up to has the caption that is given."""
    found: list[Node] = []
    open_items: list[tuple[int, Item]] = []
    for one in _each(part):
        if not isinstance(one, Line):
            if isinstance(one, Title):
                caption = one.text
                found.append(Heading(caption))
            else:
                found.append(_table(one, _led_up_to(found) or caption))
            open_items = []
            continue
        while open_items and open_items[-1][0] >= one.depth:
            open_items.pop()
        where = open_items[-1][1].children if open_items else found
        if one.item:
            open_items.append((one.depth, _item(one.text, where)))
        else:
            where.append(Paragraph(one.text))
    return found


def _each(part: Part) -> Iterator[Title | Line | Grid | Shares]:
    if isinstance(part, Block):
        for one in part.parts:
            yield from _each(one)
    else:
        yield part


def _item(text: str, where: list[Node]) -> Item:
    """Put an item at the end of the list that stands last, or of a new one."""
    item = Item(text)
    last = where[-1] if where else None
    if isinstance(last, Items):
        last.entries.append(item)
    else:
        where.append(Items([item]))
    return item


def _led_up_to(found: list[Node]) -> str:
    """Take the sentence that leads up to a table out of the text: it is the table's caption."""
    if found and isinstance(found[-1], Paragraph) and found[-1].text.endswith(":"):
        led = found.pop()
        return led.text.removesuffix(":") if isinstance(led, Paragraph) else ""
    return ""


def _table(part: Grid | Shares, caption: str) -> Node:
    if isinstance(part, Shares):
        told = ((name, percent, part.words.value(percent / 100, "%")) for name, percent in part.of)
        return Bars(caption, tuple(told))
    columns = part.table.columns
    numbers = [_is_number(cells) for cells in zip(*part.table.rows, strict=True)] or [False] * len(columns)
    heads = zip((part.words.heading(one.key) for one in columns), numbers, strict=True)
    rows = tuple(_row(row, numbers, part) for row in part.table.rows)
    return HtmlTable(part.caption or caption, tuple(heads), rows)


def _is_number(cells: Iterable[Cell]) -> bool:
    there = [one for one in cells if one is not None]
    return bool(there) and all(isinstance(one, int | float) for one in there)


def _row(cells: Sequence[Cell], numbers: Sequence[bool], grid: Grid) -> tuple[HtmlCell, ...]:
    told = zip(cells, grid.table.columns, numbers, strict=True)
    return tuple(
        HtmlCell(text, number, _by(cell, text))
        for cell, column, number in told
        for text in (cell_text(cell, column, grid.words),)
    )


def _by(cell: Cell, text: str) -> str:
    """Give what a cell is sorted by, where that is not how it reads."""
    match cell:
        case date() | time():
            return cell.isoformat()
        case int() | float():
            return repr(cell)
        case _:
            return text
