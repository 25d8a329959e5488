"""Names on pictures keep within the room that they are given."""

from hypothesis import given
from hypothesis import strategies as st

from kompetanse.report.plots.lettering import shortened, width_of, wrapped

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=80)
ROOMS = st.floats(30, 400)


@given(text=NAMES, room=ROOMS, lines=st.integers(1, 3))
def test_no_line_is_wider_than_its_room_and_there_are_no_more_of_them(
    text: str, room: float, lines: int
) -> None:
    told = wrapped(text, room, 9, lines=lines).split("\n")
    assert len(told) <= lines
    assert all(width_of(one, 9) <= room for one in told)


@given(text=NAMES, room=ROOMS)
def test_a_text_is_cut_short_only_where_it_does_not_fit(text: str, room: float) -> None:
    plain = " ".join(text.split())
    assert (shortened(text, room) == plain) is (width_of(plain) <= room)


def test_a_name_of_5000_characters_costs_no_more_than_a_long_one() -> None:
    assert wrapped("å" * 5000, 60, lines=3).count("å") < 40
    assert wrapped("Informasjonssikkerhet og personvern", 80) == "Informasjons-\nsikkerhet og…"
