"""Tables as a notebook shows them."""

import math
from datetime import date, time
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue
from kompetanse.model import Column, Table, Text, Unit
from kompetanse.model.table import SHOWN


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert attrs == ([("class", "tex2jax_ignore")] if tag == "table" else [])
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


def test_a_name_with_dollar_signs_is_no_formula_in_a_notebook() -> None:
    html = Table(("a",), [(r"$\frac{1}{2}$",)])._repr_html_()
    assert html.startswith("<table class='tex2jax_ignore'>")
    assert r"<td>$\frac{1}{2}$</td>" in html


def test_a_table_without_its_empty_columns() -> None:
    table = Table(("a", "b", "c"), [(1, None, None), (None, None, 0)])
    assert table.filled() == Table(("a", "c"), [(1, None), (None, 0)])
    empty = Table(("a", "b"), [])
    assert empty.filled() == empty


@given(st.integers(0, 200), st.integers(0, 2))
def test_of_a_long_table_the_first_rows_are_shown_and_the_others_counted(rows: int, more: int) -> None:
    html = Table(("a",), [(number,) for number in range(rows)]).html(more=more)
    shown = min(rows, SHOWN)
    assert Page(html.partition("<p>")[0].replace("\n", "")).cells == ["a", *map(str, range(shown))]
    left = rows - shown + more
    assert html.partition("</table>")[2].strip() == (
        f"<p>… and {left} more row{'s' * (left != 1)}</p>" if left else ""
    )


def test_a_huge_table_is_shown_in_no_time() -> None:
    table = Table(("a", "b", "c"), [(str(number), None, number / 3) for number in range(100_000)])
    begun = process_time()
    html = table.filled()._repr_html_()
    assert process_time() - begun < 1
    assert html.endswith("<p>… and 99,940 more rows</p>")
    assert len(html) < 5000
    assert repr(table) == "<Table: 100,000 rows, 3 columns>"


def test_numbers_that_no_format_takes_are_shown_all_the_same() -> None:
    columns = Column("share", Unit.SHARE), Column("points", Unit.POINTS), Column("count")
    rows = [(math.nan, math.inf, 10**5000), (10**400, -math.inf, -(10**60)), (-0.0, 10**59, 1e300)]
    cells = Page(Table(columns, rows)._repr_html_().replace("\n", "")).cells[3:]
    assert cells[:6] == ["nan", "inf", "1.000e+5000", "1.000e+400", "-inf", "-1.000e+60"]
    assert cells[6:] == ["0%", str(10**59), "1e+300"]


def test_an_empty_table_has_its_headings() -> None:
    assert Page(Table(("a", "b"), [])._repr_html_().replace("\n", "")).cells == ["a", "b"]
    assert "more" not in Table((), [])._repr_html_()


def test_a_heading_stands_in_place_of_the_key() -> None:
    table = Table((Column("value", heading=Text("Skår", "<Score>")), "key"), [(1, 2)])
    assert [one.headed("nb") for one in table.columns] == ["Skår", "key"]
    assert "<th>&lt;Score&gt;</th><th>key</th>" in table._repr_html_()
    with pytest.raises(InvalidValue):
        Column("value", heading="two\nlines")
