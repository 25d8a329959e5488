"""Spaces of designs: as many as there are combinations, and none made before it is asked for."""

import pickle
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue
from kompetanse.model import Change, Drop, Merge, Module, Move, Programme, Regroup, Shift, Swap, Unrequire
from kompetanse.testing import strategies
from kompetanse.whatif import SINGLES, Scenario, Space, grid, pairs, sample, singles

OPTIONS: list[Change | tuple[Change, ...] | None] = [
    None,
    Drop("a"),
    (Drop("a"), Drop("b")),
    Shift("nord", 7),
    Move("a", before="b"),
]
AXES = st.lists(st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=4), max_size=4)
SMALLER = st.lists(st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=3), max_size=3)
"""For what becomes many: there are as many pairs as half the square."""


@st.composite
def spaces(draw: st.DrawFn) -> Sequence[Scenario]:
    in_pairs = draw(st.booleans())
    space: Sequence[Scenario] = grid(*draw(SMALLER if in_pairs else AXES))
    if in_pairs:
        space = pairs(space)
    if draw(st.booleans()):
        space = sample(space, draw(st.integers(0, len(space))), seed=draw(st.integers(0, 9)))
    return space


@given(spaces())
def test_a_space_is_as_long_as_it_is_when_walked_through(space: Sequence[Scenario]) -> None:
    assert len(list(space)) == len(space)
    assert len({one.id for one in space}) == len(space)


@given(spaces(), st.slices(9))
def test_a_slice_holds_what_the_list_of_all_would(space: Sequence[Scenario], cut: slice) -> None:
    assert list(space[cut]) == list(space)[cut]


@given(spaces(), st.integers(-9, 9))
def test_an_index_gives_what_the_list_of_all_would(space: Sequence[Scenario], index: int) -> None:
    listed = list(space)
    try:
        expected = listed[index]
    except IndexError:
        with pytest.raises(IndexError):
            space[index]
    else:
        assert space[index] == expected


@given(AXES)
def test_a_grid_holds_every_combination_the_last_axis_fastest(
    axes: list[list[Change | tuple[Change, ...] | None]],
) -> None:
    expected = [sum(map(_changes, chosen), ()) for chosen in product(*axes)]
    assert [one.changes for one in grid(*axes)] == expected


@given(st.lists(st.sampled_from(OPTIONS), max_size=9))
def test_pairs_are_every_two_in_order(options: list[Change | tuple[Change, ...] | None]) -> None:
    expected = [_changes(first) + _changes(second) for first, second in combinations(options, 2)]
    assert [one.changes for one in pairs(options)] == expected


def _changes(option: Change | tuple[Change, ...] | None) -> tuple[Change, ...]:
    if option is None:
        return ()
    return option if isinstance(option, tuple) else (option,)


@given(spaces(), st.data())
def test_a_sample_is_a_part_of_its_space_in_its_order(space: Sequence[Scenario], data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(space)))
    drawn = sample(space, count, seed=data.draw(st.integers(0, 9)))
    place_of = {one.id: place for place, one in enumerate(space)}
    places = [place_of[one.id] for one in drawn]
    assert [space[place] for place in places] == list(drawn)
    assert len(places) == count
    assert places == sorted(set(places))


def test_every_choice_of_a_sample_is_as_likely() -> None:
    space = grid([Shift("nord", day) for day in range(1, 6)])
    drawn = [tuple(one.id for one in sample(space, 2, seed=seed)) for seed in range(2000)]
    counts = [drawn.count(pair) for pair in combinations("01234", 2)]
    assert sum(counts) == 2000
    assert all(150 < count < 250 for count in counts)


def test_a_sample_of_a_list_is_of_its_own_scenarios() -> None:
    listed = [Scenario("one"), Scenario("two"), Scenario("three")]
    assert tuple(sample(listed, 3)) == tuple(listed)


def test_a_sample_stays_the_same_from_version_to_version() -> None:
    space = grid(*[[Shift("nord", day) for day in range(1, 11)]] * 3)
    assert [one.id for one in sample(space, 4, seed=7)] == ["69", "244", "811", "831"]


@given(spaces())
def test_a_space_is_the_same_after_it_was_sent(space: Sequence[Scenario]) -> None:
    assert list(pickle.loads(pickle.dumps(space))) == list(space)  # noqa: S301  # its own


def test_a_space_of_a_million_million_is_neither_listed_nor_sent_whole() -> None:
    axis = [Shift("nord", day) for day in range(1, 101)]
    space = grid(*[axis] * 6)
    assert len(space) == 10**12
    assert space[-1].changes == (axis[-1],) * 6
    assert space[123_456_789_012].id == "123456789012"
    drawn = sample(space, 1000, seed=1)
    assert len({one.id for one in drawn}) == 1000
    assert len(pickle.dumps(space[10**9 : 10**10])) < 20_000
    assert len(pickle.dumps(drawn[500:600])) < 20_000


def test_pairs_of_a_space_hold_none_of_its_scenarios() -> None:
    axis = [Shift("nord", day) for day in range(1, 31)]
    space = pairs(grid(*[axis] * 6))
    assert space[1].changes == (*grid(*[axis] * 6)[0].changes, *grid(*[axis] * 6)[2].changes)
    assert len(pickle.dumps(space)) < 10_000
    with pytest.raises(InvalidValue):
        pairs(grid(*[axis] * 12))


def test_an_unknown_pair_far_in_is_found_by_reckoning() -> None:
    space = pairs([Shift("nord", day) for day in range(1, 2001)])
    assert len(space) == 1_999_000
    assert space[1998].changes == (Shift("nord", 1), Shift("nord", 2000))
    assert space[1999].changes == (Shift("nord", 2), Shift("nord", 3))
    assert space[-1].changes == (Shift("nord", 1999), Shift("nord", 2000))


@given(strategies.programmes())
def test_every_single_change_can_be_made_and_changes_something(programme: Programme) -> None:
    for one in singles(programme):
        assert one.apply(programme) != programme


@given(strategies.programmes())
def test_moves_make_every_teaching_order_that_one_move_makes_once(programme: Programme) -> None:
    order = programme.teaching_order
    made = [one.apply(programme).teaching_order for one in singles(programme, Move)]
    others = [[one for one in order if one != module] for module in order]
    reached = {
        (*rest[:place], module, *rest[place:])
        for module, rest in zip(order, others, strict=True)
        for place in range(len(order))
    }
    assert len(made) == len(set(made))
    assert set(made) == reached - {order}


@given(strategies.programmes())
def test_no_two_single_changes_make_one_order(programme: Programme) -> None:
    made = [one.apply(programme).teaching_order for one in singles(programme, Move, Swap)]
    assert len(made) == len(set(made))
    modules = len(programme.teaching_order)
    assert len(singles(programme, Swap)) == (modules - 1) * (modules - 2) // 2
    assert len(singles(programme, Merge)) == modules * (modules - 1) // 2


@given(strategies.programmes())
def test_each_regrouping_makes_another_grouping(programme: Programme) -> None:
    made = [one.apply(programme).cohorts for one in singles(programme, Regroup)]
    assert programme.cohorts not in made
    assert len(made) == len(set(made)) == len(programme.organisations) * max(len(programme.cohorts) - 1, 0)


def test_single_changes_of_one_kind() -> None:
    base = Programme("p", modules=(Module("a"), Module("b", requires=("a",))))
    assert [one.changes for one in singles(base, Unrequire)] == [(Unrequire("b", "a"),)]
    assert [one.changes for one in singles(base, Drop, Move)] == [
        (Drop("a"),),
        (Drop("b"),),
        (Move("a", after="b"),),
    ]


def test_each_kind_has_changes_in_the_bundled_case(programme: Programme) -> None:
    for kind in SINGLES:
        assert len(singles(programme, kind)), kind


@pytest.mark.parametrize(
    ("made", "given", "key"),
    [
        (grid, ([],), "no-options"),
        (grid, ("ab",), "not-list"),
        (grid, ([Drop("a"), 7],), "not-a"),
        (grid, ([("a", Drop("b"))],), "not-a"),
        (grid, ([Drop("a"), Drop("b")],) * 64, "too-many-designs"),
        (pairs, (7,), "not-list"),
        (sample, (grid([None]), 2), "out-of-range"),
        (partial(sample, seed=-1), (grid([None]), 1), "out-of-range"),
        (sample, ({Scenario("a")}, 1), "not-a"),
        (singles, (Programme("p"), Scenario), "not-one-of"),
        (singles, (Programme("p"), [Drop]), "not-one-of"),
        (singles, ("p",), "not-a"),
    ],
)
def test_a_space_that_cannot_be_is_refused(
    made: Callable[..., object], given: tuple[object, ...], key: str
) -> None:
    with pytest.raises(InvalidValue) as told:
        made(*given)
    assert told.value.problem.key == key


def test_a_space_of_one_and_a_space_of_none() -> None:
    assert [one.changes for one in grid()] == [()]
    assert list(pairs([Drop("a")])) == []
    assert isinstance(pairs([]), Space)
