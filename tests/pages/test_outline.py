"""From parts to what HTML has: nothing is lost, and what belongs to an item stands within it."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kompetanse.model import Column, Table, Unit
from kompetanse.report.pages.outline import Bars, Heading, HtmlTable, Item, Items, Node, Paragraph, nodes_of
from kompetanse.report.parts import (
    Block,
    Line,
    Part,
    Shares,
    Title,
    block,
    bullet,
    grid,
    lead,
    line,
    sections,
    title,
)
from kompetanse.report.words import Words

WORDS = Words("en")
TEXTS = st.text("abc :", min_size=1, max_size=4)
LINES = st.builds(Line, TEXTS, st.integers(0, 3), item=st.booleans())
LEADS = st.builds(lead, TEXTS)
PARTS: st.SearchStrategy[Part] = st.recursive(
    LINES | LEADS | st.builds(title, TEXTS),
    lambda inner: st.builds(
        lambda some, apart: Block(tuple(some), apart), st.lists(inner, max_size=4), st.booleans()
    ),
    max_leaves=12,
)


def texts(nodes: list[Node]) -> list[str]:
    """All that is said, in the order of the page."""
    found: list[str] = []
    for node in nodes:
        match node:
            case Heading(text) | Paragraph(text):
                found.append(text)
            case Items(entries):
                for item in entries:
                    found += [item.text, *texts(item.children)]
            case HtmlTable() | Bars():
                found.append(node.caption)
    return found


def said(part: Part) -> list[str]:
    match part:
        case Block(parts):
            return [text for one in parts for text in said(one)]
        case Line(text) | Title(text):
            return [text]
        case _:
            return []


@given(PARTS)
def test_nothing_that_is_said_is_lost_and_its_order_stands(part: Part) -> None:
    assert texts(nodes_of(part, "")) == said(part)


@given(st.lists(LINES, max_size=8))
def test_an_item_stands_within_the_nearest_shallower_item_before_it(lines: list[Line]) -> None:
    def depths(nodes: list[Node], above: int) -> None:
        for node in nodes:
            if isinstance(node, Items):
                for item in node.entries:
                    depth = depth_of.pop(0)
                    assert depth > above
                    depths(item.children, depth)

    depth_of = [one.depth for one in lines if one.item]
    depths(nodes_of(Block(tuple(lines)), ""), -1)
    assert depth_of == []


def test_items_one_after_another_are_one_list() -> None:
    part = block(bullet("a"), bullet("b", 1), line("c", 2), bullet("d"))
    assert nodes_of(part, "") == [Items([Item("a", [Items([Item("b", [Paragraph("c")])])]), Item("d")])]


def test_what_follows_a_small_heading_stands_under_it_and_in_no_list_before_it() -> None:
    part = block(bullet("a"), lead("b"), bullet("c", 1))
    assert nodes_of(part, "") == [Items([Item("a")]), Heading("b", small=True), Items([Item("c")])]


def test_a_sentence_that_leads_up_to_a_table_is_its_caption() -> None:
    table = grid(Table(("module",), [("a",)]), WORDS)
    assert texts(nodes_of(sections(line("All of it:"), table), "section")) == ["All of it"]
    assert texts(nodes_of(sections(line("All of it."), table), "section")) == ["All of it.", "section"]
    assert texts(nodes_of(sections(title("Heading"), table), "section")) == ["Heading", "Heading"]


def test_a_table_tells_which_columns_are_numbers_and_what_they_are_sorted_by() -> None:
    columns = (Column("module"), Column("value", Unit.POINTS), Column("start"))
    [node] = nodes_of(grid(Table(columns, [("a", 1.25, date(2027, 1, 2)), ("b", None, None)]), WORDS), "c")
    assert isinstance(node, HtmlTable)
    assert node.heads == (("Module", False), ("Score", True), ("Preparation from", False))
    assert [[(one.text, one.by) for one in row] for row in node.rows] == [
        [("a", "a"), ("1.2", "1.25"), ("2 Jan 2027", "2027-01-02")],
        [("b", "b"), ("", ""), ("", "")],
    ]


def test_a_table_without_rows_keeps_its_headings() -> None:
    [node] = nodes_of(grid(Table(("module", "cohort"), []), WORDS), "c")
    assert isinstance(node, HtmlTable)
    assert node.heads == (("Module", False), ("Cohort", False))


def test_shares_are_told_in_percents() -> None:
    assert nodes_of(Shares((("low", 25), ("high", 75)), Words("nb")), "c") == [
        Bars("c", (("low", 25, "25\N{NO-BREAK SPACE}%"), ("high", 75, "75\N{NO-BREAK SPACE}%")))
    ]
