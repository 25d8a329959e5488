import copy
import datetime as dt
import pickle

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import (
    AlreadyThere,
    DateOutOfRange,
    KompetanseError,
    NoGathering,
    NotAPermutation,
    UnknownCohort,
    UnknownModule,
    UnknownOrganisation,
)
from kompetanse.model import (
    Add,
    Change,
    Cohort,
    Drop,
    Gathering,
    Module,
    Move,
    Organisation,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Require,
    Shift,
    Timetable,
    Unrequire,
)
from kompetanse.testing import strategies

BEFORE, BEFORE_OR_TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER
TOGETHER, RECOMMENDED = PrerequisiteKind.TOGETHER, PrerequisiteKind.RECOMMENDED
TUESDAY = dt.date(2023, 6, 6)
DAY = dt.timedelta(days=1)


def taught(*ids: str, cohorts: tuple[str, ...] = ("nord",)) -> Programme:
    """Modules in this teaching order, each a week after the one before, for every cohort."""
    gatherings = [
        Gathering(id_, cohort, TUESDAY + DAY * (7 * week + day), place=f"sted {week}")
        for day, cohort in enumerate(cohorts)
        for week, id_ in enumerate(ids)
    ]
    return Programme(
        "p",
        modules=[Module(id_) for id_ in sorted(ids)],
        order=ids,
        cohorts=[Cohort(cohort) for cohort in cohorts],
        timetable=Timetable(gatherings),
    )


def taken(programme: Programme, cohort: str = "nord") -> list[str]:
    return [one.module for one in programme.timetable.of_cohort(cohort)]


def dates(programme: Programme) -> list[tuple[str, dt.date, str]]:
    return sorted((one.cohort, one.date, str(one.place)) for one in programme.timetable.gatherings)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (Drop("x"), UnknownModule("x")),
        (Drop("strateg"), UnknownModule("strateg", "strategi")),
        (Add(Module("a")), AlreadyThere("a")),
        (Add(Module("ny"), before="x"), UnknownModule("x")),
        (Move("x", before="a"), UnknownModule("x")),
        (Move("a", after="x"), UnknownModule("x")),
        (Require("a", Prerequisite("x")), UnknownModule("x")),
        (Require("x", Prerequisite("a")), UnknownModule("x")),
        (Unrequire("x", "a"), UnknownModule("x")),
        (Unrequire("a", "strategi"), UnknownModule("strategi")),
        (Shift("sør", 1), NoGathering("sør")),
        (Shift("nord", 1, "x"), NoGathering("nord", "x")),
        (Shift("nord", -36_600, "strategi"), DateOutOfRange(dt.date(1950, 1, 1), -36_600)),
    ],
    ids=repr,
)
def test_a_change_that_cannot_be_made_says_why(change: Change, error: KompetanseError) -> None:
    programme = attrs.evolve(
        taught("a", "strategi"),
        timetable=Timetable(
            (
                Gathering("a", "nord", dt.date(2100, 1, 1)),
                Gathering("strategi", "nord", dt.date(1950, 1, 1)),
            )
        ),
    )
    with pytest.raises(type(error)) as raised:
        change.apply(programme)
    assert raised.value == error


@st.composite
def changes(draw: st.DrawFn, programme: Programme) -> Change:
    """Any change to a programme, possible or not."""
    some = st.sampled_from([*(one.id for one in programme.modules), "ukjent"])
    cohort = st.sampled_from([*(one.id for one in programme.cohorts), "ukjent"])
    prerequisite = st.builds(
        Prerequisite, some, st.sampled_from((BEFORE, BEFORE_OR_TOGETHER, RECOMMENDED)), st.integers(0, 9)
    )
    change: Change = draw(
        st.one_of(
            st.builds(Drop, some, st.booleans()),
            st.builds(Add, st.builds(Module, some), before=some),
            st.builds(Move, some, before=some),
            st.builds(Move, some, after=some),
            st.builds(Require, some, prerequisite),
            st.builds(Unrequire, some, some),
            st.builds(Shift, cohort, st.integers(-99, 99), st.none() | some),
        )
    )
    return change


@settings(max_examples=100, deadline=None)
@given(strategies.programmes(max_modules=4), st.data())
def test_a_change_never_alters_the_original(programme: Programme, data: st.DataObject) -> None:
    change = data.draw(changes(programme))
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


def test_a_move_changes_who_takes_what_on_the_booked_days() -> None:
    programme = taught("a", "b", "c", "d", cohorts=("nord", "sør"))
    moved = Move("d", before="b").apply(programme)
    assert moved.teaching_order == ("a", "d", "b", "c")
    assert taken(moved) == taken(moved, "sør") == ["a", "d", "b", "c"]
    assert Move("a", after="a").apply(programme) is programme


def test_a_move_leaves_a_cohort_alone_that_does_not_take_both() -> None:
    programme = Drop("b").apply(taught("a", "b", "c"))
    added = Add(Module("b"), before="a").apply(programme)
    assert added.order == ("b", "a", "c")
    assert Move("b", after="c").apply(added).timetable == added.timetable


def test_a_dropped_module_takes_its_gatherings_and_its_place_with_it() -> None:
    programme = Require("c", Prerequisite("b", lag=3)).apply(taught("a", "b", "c"))
    programme = Require("b", Prerequisite("a", BEFORE_OR_TOGETHER, 4)).apply(programme)
    dropped = Drop("b").apply(programme)
    assert dropped.order == ("a", "c")
    assert taken(dropped) == ["a", "c"]
    assert dropped.module("c").requires == (Prerequisite("a", BEFORE, 7),)
    assert Drop("b", bridge=False).apply(programme).module("c").requires == ()


def test_bridging_passes_on_no_recommendation() -> None:
    programme = taught("a", "b", "c")
    programme = Require("b", Prerequisite("a", RECOMMENDED)).apply(programme)
    programme = Require("c", Prerequisite("b")).apply(programme)
    assert Drop("b").apply(programme).module("c").requires == ()


def test_bridging_ties_what_was_together_with_the_same_module() -> None:
    programme = taught("a", "b", "c")
    programme = Require("b", Prerequisite("a", TOGETHER)).apply(programme)
    programme = Require("c", Prerequisite("b", TOGETHER)).apply(programme)
    assert Drop("b").apply(programme).module("c").requires == (Prerequisite("a", TOGETHER),)


def test_an_added_module_comes_last_or_beside_another() -> None:
    programme = taught("a", "b")
    assert Add(Module("c")).apply(programme).order == ("a", "b", "c")
    assert Add(Module("c"), before="b").apply(programme).order == ("a", "c", "b")
    assert Add(Module("c"), after="a").apply(programme).order == ("a", "c", "b")


def test_a_requirement_takes_the_place_of_those_on_the_same_module() -> None:
    requires = (Prerequisite("b"), Prerequisite("c"), Prerequisite("b", TOGETHER))
    programme = Programme("p", modules=(Module("a", requires=requires), Module("b"), Module("c")))
    changed = Require("a", Prerequisite("b", lag=7)).apply(programme)
    assert changed.module("a").requires == (Prerequisite("b", lag=7), Prerequisite("c"))
    assert Unrequire("a", "b").apply(programme).module("a").requires == (Prerequisite("c"),)


def test_what_is_required_without_being_there_can_be_required_no_more() -> None:
    programme = Programme("p", modules=(Module("a", requires=("x",)),))
    assert Unrequire("a", "x").apply(programme).module("a").requires == ()


def test_a_shift_moves_one_gathering_or_all_of_a_cohort() -> None:
    programme = taught("a", "b", cohorts=("nord", "sør"))
    one = Shift("nord", 2, "b").apply(programme)
    assert one.timetable.gatherings == (
        programme.timetable.gatherings[0],
        programme.timetable.gatherings[1].shifted(2),
        *programme.timetable.gatherings[2:],
    )
    every = Shift("nord", -1).apply(programme)
    assert every.timetable.of_cohort("sør") == programme.timetable.of_cohort("sør")
    assert [one.date for one in every.timetable.of_cohort("nord")] == [TUESDAY - DAY, TUESDAY + DAY * 6]


@settings(max_examples=40, deadline=None)
@given(strategies.programmes(), st.integers(-900, 900), st.integers(-900, 900))
def test_shifts_add_up_and_can_be_taken_back(programme: Programme, one: int, other: int) -> None:
    timetable = programme.timetable
    assert timetable.shifted(one).shifted(other) == timetable.shifted(one + other)
    assert timetable.shifted(one).shifted(-one) == timetable
    assert [it.hours for it in timetable.shifted(one).gatherings] == [it.hours for it in timetable.gatherings]


def test_no_date_leaves_the_years() -> None:
    gathering = Gathering("a", "b", dt.date(2199, 12, 30))
    assert gathering.shifted(1).date == dt.date(2199, 12, 31)
    for days in (2, 10**12, -(10**12)):
        with pytest.raises(DateOutOfRange):
            gathering.shifted(days)


def test_an_order_that_is_no_permutation_is_refused_with_what_it_lacks_and_has_too_much() -> None:
    with pytest.raises(NotAPermutation) as raised:
        taught("a", "b").reorder(("b", "b", "x"))
    assert raised.value == NotAPermutation(("a",), ("b", "x"))


def test_what_is_asked_for_by_an_unknown_id_is_named_with_what_may_have_been_meant() -> None:
    programme = attrs.evolve(taught("strategi"), organisations=(Organisation("bokn"),))
    with pytest.raises(UnknownCohort) as cohort:
        programme.cohort("nor")
    assert cohort.value == UnknownCohort("nor", "nord")
    with pytest.raises(UnknownOrganisation) as organisation:
        programme.organisation("boknn")
    assert organisation.value == UnknownOrganisation("boknn", "bokn")
    assert programme.cohort("nord").id == "nord"
    assert programme.organisation("bokn").id == "bokn"


def test_with_module_replaces_or_adds() -> None:
    programme = taught("a", "b")
    assert programme.with_module(Module("a", requires=("b",))).module("a").requires == (Prerequisite("b"),)
    assert programme.with_module(Module("c")).order == ("a", "b", "c")
    assert Programme("p").with_module(Module("c")).order == ()
