import datetime as dt

import attrs
import pytest

from kompetanse.errors import (
    AlreadyThere,
    DateOutOfRange,
    KompetanseError,
    NotAPermutation,
    NotRequired,
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
        (Unrequire("a", "strategi"), NotRequired("a", ("strategi",))),
        (Shift("sør", 1), UnknownCohort("sør")),
        (Shift("nord", 1, "x"), UnknownModule("x")),
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


def test_a_move_changes_who_takes_what_on_the_booked_days() -> None:
    programme = taught("a", "b", "c", "d", cohorts=("nord", "sør"))
    moved = Move("d", before="b").apply(programme)
    assert moved.teaching_order == ("a", "d", "b", "c")
    assert taken(moved) == taken(moved, "sør") == ["a", "d", "b", "c"]


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


def test_a_module_that_inherits_nothing_keeps_its_prerequisites_as_they_stand() -> None:
    twice = (Prerequisite("b"), Prerequisite("a"), Prerequisite("b", lag=7))
    programme = Programme("p", modules=(Module("a", requires=twice), Module("b"), Module("c")))
    assert programme.without("c").module("a").requires == twice
    assert programme.without("c", bridge=False).module("a").requires == twice
