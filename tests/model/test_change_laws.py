import copy
import datetime as dt
import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import (
    KompetanseError,
)
from kompetanse.model import Move, Programme
from kompetanse.testing import strategies


def taken(programme: Programme, cohort: str = "nord") -> list[str]:
    return [one.module for one in programme.timetable.of_cohort(cohort)]


def dates(programme: Programme) -> list[tuple[str, dt.date, str]]:
    return sorted((one.cohort, one.date, str(one.place)) for one in programme.timetable.gatherings)


@settings(max_examples=150, deadline=None)
@given(strategies.programmes(max_modules=4), st.data())
def test_a_change_never_alters_the_original(programme: Programme, data: st.DataObject) -> None:
    change = data.draw(strategies.changes(programme))
    before = copy.deepcopy(programme)
    try:
        changed = change.apply(programme)
    except KompetanseError:
        changed = programme
    assert programme == before
    assert hash(programme) == hash(before)
    assert pickle.loads(pickle.dumps(change)) == change  # noqa: S301  # our own bytes
    assert sorted(changed.teaching_order) == sorted(one.id for one in changed.modules)


@settings(max_examples=60, deadline=None)
@given(strategies.programmes(min_modules=2), st.data())
def test_a_new_order_keeps_every_booked_day(programme: Programme, data: st.DataObject) -> None:
    order = data.draw(st.permutations([one.id for one in programme.modules]))
    changed = programme.reorder(order)
    assert changed.order == tuple(order)
    assert dates(changed) == dates(programme)
    for cohort in programme.cohorts:
        assert taken(changed, cohort.id) in ([], list(order))
    assert changed.reorder(order) == changed


@settings(max_examples=60, deadline=None)
@given(strategies.programmes(min_modules=2), st.data())
def test_a_move_puts_a_module_just_beside_another(programme: Programme, data: st.DataObject) -> None:
    one, other = data.draw(st.permutations([module.id for module in programme.modules]))[:2]
    after = Move(one, after=other).apply(programme)
    order = after.teaching_order
    assert order.index(one) == order.index(other) + 1
    assert dates(after) == dates(programme)
    before = Move(one, before=other).apply(programme).teaching_order
    assert before.index(one) == before.index(other) - 1
    for moved in (order, before):
        assert [id_ for id_ in moved if id_ != one] == [id_ for id_ in programme.teaching_order if id_ != one]


@settings(max_examples=40, deadline=None)
@given(strategies.programmes(), st.integers(-900, 900), st.integers(-900, 900))
def test_shifts_add_up_and_can_be_taken_back(programme: Programme, one: int, other: int) -> None:
    timetable = programme.timetable
    assert timetable.shifted(one).shifted(other) == timetable.shifted(one + other)
    assert timetable.shifted(one).shifted(-one) == timetable
    assert [it.hours for it in timetable.shifted(one).gatherings] == [it.hours for it in timetable.gatherings]
