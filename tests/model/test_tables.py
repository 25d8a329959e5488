"""Tables as a notebook shows them."""

from datetime import date, time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue
from kompetanse.model import Column, Table, Text, Unit


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs == []
        self.tags.append(tag)
        if tag in ("td", "th"):
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data.removesuffix("\n") if self.tags[-1] != "td" else data


def test_cells_are_shown_by_their_units() -> None:
    columns = (
        Column("points", Unit.POINTS), Column("share", Unit.SHARE), Column("hours", Unit.HOURS),
        Column("day"), Column("at"), Column("name"), Column("none"), Column("count"),
    )  # fmt: skip
    row = (1 / 3, 0.25, 2.5, date(2023, 6, 6), time(9), Text("Hei", "Hello"), None, 10**30)
    html = Table(columns, [row])._repr_html_()
    shown = ["0.33", "25%", "2.5", "2023-06-06", "09:00", "Hello", "", str(10**30)]
    assert Page(html.replace("\n", "")).cells == [*(one.key for one in columns), *shown]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00")))
def test_hostile_text_stays_text(text: str) -> None:
    page = Page(
        Table(("a",), [(text,), ("<script>alert('x')</script>&amp;",)])._repr_html_().replace("\n", "")
    )
    assert page.cells == ["a", text, "<script>alert('x')</script>&amp;"]
    assert set(page.tags) == {"table", "thead", "tbody", "tr", "th", "td"}


def test_a_table_without_its_empty_columns() -> None:
    table = Table(("a", "b", "c"), [(1, None, None), (None, None, 0)])
    assert table.filled() == Table(("a", "c"), [(1, None), (None, 0)])
    empty = Table(("a", "b"), [])
    assert empty.filled() == empty


def test_a_heading_stands_in_place_of_the_key() -> None:
    table = Table((Column("value", heading=Text("Skår", "<Score>")), "key"), [(1, 2)])
    assert [one.headed("nb") for one in table.columns] == ["Skår", "key"]
    assert "<th>&lt;Score&gt;</th><th>key</th>" in table._repr_html_()
    with pytest.raises(InvalidValue):
        Column("value", heading="two\nlines")
