from hypothesis import given
from hypothesis import strategies as st

from kompetanse.graph import assigned

IDS = "abc"
OPTIONS = st.lists(st.lists(st.sampled_from(IDS), unique=True, max_size=3), max_size=5)
ROOM = st.fixed_dictionaries({one: st.integers(1, 2) for one in IDS})


def left_over(options: list[list[str]], room: dict[str, int]) -> tuple[int, ...]:
    met = assigned(options, room)
    return tuple(need for need, option in enumerate(met) if option is None)


def most_met(options: list[list[str]], room: dict[str, int]) -> int:
    """The most needs that can be met, by trying everything for each in turn, and leaving it out."""
    if not options:
        return 0
    first, *rest = options
    tried = [1 + most_met(rest, {**room, one: room[one] - 1}) for one in first if room[one]]
    return max(most_met(rest, room), *tried) if tried else most_met(rest, room)


@given(options=OPTIONS, room=ROOM)
def test_as_many_needs_are_met_as_can_be(options: list[list[str]], room: dict[str, int]) -> None:
    assert len(options) - len(left_over(options, room)) == most_met(options, room)


@given(options=OPTIONS, room=ROOM)
def test_a_need_is_met_by_what_would_do_and_has_room(options: list[list[str]], room: dict[str, int]) -> None:
    met = assigned(options, room)
    assert all(one is None or one in some for one, some in zip(met, options, strict=True))
    assert all(met.count(one) <= there for one, there in room.items())


def test_what_comes_first_meets_a_need_where_nobody_has_to_give_way() -> None:
    assert assigned([["a", "b"], ["a", "b"], ["c", "a"]], {"a": 1, "b": 1, "c": 1}) == ("a", "b", "c")


def test_needs_that_come_earlier_are_met_first() -> None:
    room = {"a": 1, "b": 1}
    assert left_over([["a", "b"], ["a"], ["a"], ["b"]], room) == (2, 3)
    assert left_over([[], ["a"]], room) == (0,)


def test_a_long_chain_of_those_who_give_way_is_followed_to_its_end() -> None:
    count = 3_000
    room = {str(n): 1 for n in range(count)}
    options = [[str(n), str(n + 1)] for n in range(count - 1)]
    assert left_over([*options, ["0"]], room) == ()
    assert left_over([*options, ["0"], ["1"]], room) == (count,)
