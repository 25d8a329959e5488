"""Whole numbers of any length are written whole."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from kompetanse.report import Words
from kompetanse.report.digits import CHUNK, digits, grouped


@given(st.integers(0, 10**30))
def test_digits_are_those_that_python_writes(number: int) -> None:
    assert digits(number) == str(number)
    assert grouped(number, ",") == f"{number:,}"


def test_numbers_longer_than_python_writes_are_written_all_the_same() -> None:
    number = 10 ** (3 * CHUNK) + 7
    text = digits(number)
    assert len(text) > sys.get_int_max_str_digits()
    assert text == "1" + "7".rjust(3 * CHUNK, "0")


def test_a_reader_is_told_the_size_of_what_is_too_long_to_read() -> None:
    assert Words("nb").value(10**20) == "100" + 6 * "\N{NO-BREAK SPACE}000"
    assert Words("en").value(1234 * 10**5000) == "1.234 · 10^5003"
