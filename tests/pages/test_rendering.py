"""Text on a page: escaped, and a word that is too wide can be broken without becoming another."""

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from kompetanse.report.pages.rendering import PIECE, _environment

TEXTS = st.text("ab -1(<&\"'\N{GRINNING FACE}\n", max_size=90)


def shown(text: str) -> str:
    return str(_environment().from_string("{{ text|typeset }}").render(text=text))


@given(TEXTS)
def test_a_text_reads_as_it_was_written_but_for_the_sign_of_minus(text: str) -> None:
    assert unescape(shown(text).replace("<wbr>", "")).replace("\N{MINUS SIGN}", "-") == text


def test_a_hyphen_is_a_minus_only_before_a_number_of_its_own() -> None:
    assert shown("-4 642 ledertimer (-1,2), 2022-09, KI-2, 09-15 - 3") == (
        "\N{MINUS SIGN}4 642 ledertimer (\N{MINUS SIGN}1,2), 2022-09, KI-2, 09-15 - 3"
    )


@given(TEXTS)
def test_nothing_in_a_text_is_markup(text: str) -> None:
    assert not set('<>"') & set(shown(text).replace("<wbr>", ""))


@given(TEXTS)
def test_no_piece_of_a_text_is_too_wide(text: str) -> None:
    pieces = (piece for part in shown(text).split("<wbr>") for piece in unescape(part).split())
    assert all(len(piece) < 2 * PIECE for piece in pieces)


def test_words_as_people_have_them_stay_whole() -> None:
    assert shown("Kommunestyrerepresentantene") == "Kommunestyrerepresentantene"
