"""What no other is better than: laws, and the brute force that they are held against."""

from collections.abc import Sequence
from datetime import date
from math import nan
from operator import itemgetter

from hypothesis import given
from hypothesis import strategies as st

from kompetanse.model import Better
from kompetanse.whatif import Measure, Value
from kompetanse.whatif.measure import ERRORS, GAIN, LAST_DATE
from kompetanse.whatif.pareto import dominated, front

MEASURES = (ERRORS, GAIN, LAST_DATE)
"""The least, the most and the first day are the best."""
DAYS = st.integers(1, 4).map(lambda day: date(2023, 1, day))
ROWS = st.lists(
    st.tuples(
        st.none() | st.integers(0, 3) | st.just(10**400),
        st.none() | st.sampled_from((-0.5, 0.0, 0.5, 1.0)),
        st.none() | DAYS,
    ),
    max_size=12,
)


def at_least_as_good(one: Value, other: Value, measure: Measure) -> bool:
    if one is None or other is None:
        return other is None
    signed = (one, other) if measure.better is Better.LOWER else (other, one)
    return signed[0] <= signed[1]  # type: ignore[operator]  # of one kind


def dominates(one: Sequence[Value], other: Sequence[Value]) -> bool:
    pairs = list(zip(one, other, MEASURES, strict=True))
    return one != other and all(at_least_as_good(*pair) for pair in pairs)


@given(ROWS)
def test_the_front_is_what_brute_force_finds(rows: list[tuple[Value, ...]]) -> None:
    expected = [number for number, row in enumerate(rows) if not any(dominates(other, row) for other in rows)]
    assert list(front(rows, MEASURES)) == expected


@given(ROWS)
def test_who_dominates_whom_is_what_brute_force_finds(rows: list[tuple[Value, ...]]) -> None:
    numbered = list(enumerate(rows))
    expected = [
        (better, worse) for better, one in numbered for worse, other in numbered if dominates(one, other)
    ]
    assert list(dominated(rows, MEASURES)) == expected


@given(ROWS)
def test_a_front_is_never_empty_where_there_is_a_design(rows: list[tuple[Value, ...]]) -> None:
    assert bool(front(rows, MEASURES)) == bool(rows)


@given(ROWS)
def test_everything_outside_is_dominated_from_within_and_nothing_within_is(
    rows: list[tuple[Value, ...]],
) -> None:
    within = set(front(rows, MEASURES))
    pairs = list(dominated(rows, MEASURES))
    assert {worse for better, worse in pairs if better in within} == set(range(len(rows))) - within
    assert not [pair for pair in pairs if pair[1] in within]


@given(ROWS, st.data())
def test_the_front_does_not_depend_on_the_order_of_the_rows(
    rows: list[tuple[Value, ...]], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(rows))
    expected = sorted((rows[number] for number in front(rows, MEASURES)), key=repr)
    assert sorted((shuffled[number] for number in front(shuffled, MEASURES)), key=repr) == expected


def test_equal_designs_are_both_in_the_front() -> None:
    assert front([(1,), (2,), (1,)], (ERRORS,)) == (0, 2)


def test_what_is_no_number_is_worse_than_any() -> None:
    assert front([(nan,), (None,), (7.0,)], (ERRORS,)) == (2,)


def test_no_row_no_front() -> None:
    assert front([], MEASURES) == ()


def test_a_long_chain_and_a_long_front_are_both_found() -> None:
    chain = [(number, float(-number), None) for number in range(3000)]
    assert front(chain, MEASURES) == (0,)
    long = [(number, float(number), None) for number in range(3000)]
    assert front(long, MEASURES) == tuple(range(3000))
    assert list(map(itemgetter(0), dominated(chain[:3], MEASURES))) == [0, 0, 1]
