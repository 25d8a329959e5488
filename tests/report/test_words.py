"""Values stand in sentences as the language writes them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.model import Column, Language, Module, Programme, Table, Text, Unit
from kompetanse.report import Words, table_text
from kompetanse.report.layout import WIDTH

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "spec", "nb", "en"),
    [
        (date(2023, 6, 6), "full", "tirsdag 6. juni 2023", "Tuesday 6 June 2023"),
        (date(2023, 6, 6), "", "6. juni 2023", "6 June 2023"),
        (date(2023, 11, 9), "short", "9. nov. 2023", "9 Nov 2023"),
        (time(9), "", "09:00", "09:00"),
        (12345.7, ".1", f"12{NBSP}345,7", "12,345.7"),
        (20256, "", f"20{NBSP}256", "20,256"),
        (0.26, "%", f"26{NBSP}%", "26%"),
        (3, "+", "+3", "+3"),
        (0, "+", "0", "0"),
        (-1.25, "+.1", "-1,2", "-1.2"),
        (-0.004, "+.2", "0,00", "0.00"),
        (0.004, "+.2", "0,00", "0.00"),
        (0.006, "+.2", "+0,01", "+0.01"),
        (date(2023, 6, 6), "month", "juni 2023", "June 2023"),
        (1, "modul|moduler", "1 modul", "1 modul"),
        (0, "modul|moduler", "0 moduler", "0 moduler"),
        (1200, "time|timer", f"1{NBSP}200 timer", "1,200 timer"),
        (("a", "b", "c"), "", "a, b og c", "a, b and c"),
        (Text("ja", "yes"), "", "ja", "yes"),
    ],
)
def test_values_in_both_languages(value: object, spec: str, nb: str, en: str) -> None:
    minus = "\N{MINUS SIGN}"
    assert Words("nb").value(value, spec).replace(minus, "-") == nb
    assert Words("en").value(value, spec) == en


CELLS = (
    st.none() | st.text(max_size=200) | st.floats(-1e6, 1e6) | st.dates(date(1900, 1, 1), date(2199, 1, 1))
)


@given(
    st.integers(1, 6).flatmap(
        lambda n: st.lists(st.tuples(*[CELLS] * n), max_size=5).map(lambda rows: (n, rows))
    ),
    st.sampled_from(("nb", "en")),
)
def test_a_table_keeps_its_lines_and_its_width(
    shape: tuple[int, list[tuple[object, ...]]], lang: Language
) -> None:
    count, rows = shape
    keys = ("wave", "value", "target", "start", "end", "gap")[:count]
    table = Table([Column(key, Unit.POINTS) for key in keys], rows)  # type: ignore[arg-type]  # drawn cells
    lines = table_text(table, Words(lang)).split("\n")
    assert len(lines) == 2 + len(rows)
    assert all(len(line) <= WIDTH for line in lines)


def test_a_name_from_right_to_left_turns_nothing_beside_it() -> None:
    programme = Programme("p", modules=(Module("a", "السلام"), Module("b", "Strategi")))
    words = Words("nb", programme)
    assert words.say("journey.to-come", modules=("a", "b")).count("\u2068") == 2
    assert words.say("journey.to-come", modules=("b",)).count("\u2068") == 0
    assert words.value(Text("السلام")) == words.name("modules", "a") == "السلام"
