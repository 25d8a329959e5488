"""Changes of time, of who meets whom, of what is developed and what is assumed."""

import datetime as dt

import attrs
import pytest

from kompetanse.errors import (
    KompetanseError,
    NoFramework,
    UnknownCohort,
    UnknownDimension,
    UnknownModule,
    UnknownOrganisation,
)
from kompetanse.model import (
    Assume,
    Assumption,
    Change,
    Cohort,
    Develop,
    Factor,
    Gathering,
    MaturityDimension,
    MaturityFramework,
    Module,
    Organisation,
    Phase,
    Programme,
    Regroup,
    Retime,
    Reweigh,
    Session,
    Swap,
    Timetable,
)

DAY = dt.date(2023, 6, 6)
WEEK = dt.timedelta(days=7)
RETNING = MaturityDimension("retning", dimensions=(MaturityDimension("mål"), MaturityDimension("vilje")))
PROGRAMME = Programme(
    "p",
    modules=(Module("a", develops=("mål",), preparation=Phase(7, 3, ("les",))), Module("b"), Module("c")),
    order=("a", "b", "c"),
    framework=MaturityFramework("f", dimensions=(RETNING, MaturityDimension("drift"))),
    organisations=(Organisation("bokn"), Organisation("time")),
    cohorts=(Cohort("nord", members=("bokn", "time")), Cohort("sør", members=("bokn",))),
    timetable=Timetable(
        [
            *(Gathering(id_, "nord", DAY + WEEK * place) for place, id_ in enumerate("abc")),
            Gathering("b", "sør", DAY),
            Gathering("a", "sør", DAY + WEEK, dt.time(10), dt.time(11)),
        ]
    ),
)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (Swap("a", "x"), UnknownModule("x")),
        (Swap("x", "a"), UnknownModule("x")),
        (Retime("x", 1), UnknownModule("x")),
        (Develop("x", ()), UnknownModule("x")),
        (Develop("a", ("drift", "dirft")), UnknownDimension("dirft", "drift")),
        (Reweigh("dirft", 1), UnknownDimension("dirft", "drift")),
        (Regroup("boknn", "nord"), UnknownOrganisation("boknn", "bokn")),
        (Regroup("bokn", "nor"), UnknownCohort("nor", "nord")),
    ],
    ids=repr,
)
def test_a_change_that_cannot_be_made_says_why(change: Change, error: KompetanseError) -> None:
    with pytest.raises(type(error)) as raised:
        change.apply(PROGRAMME)
    assert raised.value == error


def test_nothing_is_reweighed_without_a_framework() -> None:
    with pytest.raises(NoFramework) as raised:
        Reweigh("drift", 1).apply(attrs.evolve(PROGRAMME, framework=None))
    assert raised.value == NoFramework("p")


def taken(programme: Programme, cohort: str) -> list[str]:
    return [one.module for one in programme.timetable.of_cohort(cohort)]


def test_two_modules_that_are_swapped_change_places_on_the_booked_days() -> None:
    swapped = Swap("a", "c").apply(PROGRAMME)
    assert swapped.order == ("c", "b", "a")
    assert taken(swapped, "nord") == ["c", "b", "a"]
    assert [one.date for one in swapped.timetable.of_cohort("nord")] == [DAY, DAY + WEEK, DAY + WEEK * 2]


def test_a_swap_follows_the_order_in_which_each_cohort_takes_them() -> None:
    swapped = Swap("a", "b").apply(PROGRAMME)
    assert taken(swapped, "nord") == ["b", "a", "c"]
    assert taken(swapped, "sør") == ["a", "b"]
    assert taken(Swap("a", "c").apply(PROGRAMME), "sør") == ["b", "a"]  # which does not take both


def test_other_times_are_given_and_the_rest_stays() -> None:
    retimed = Retime("a", preparation_hours=1, follow_up_days=5).apply(PROGRAMME)
    assert retimed.module("a").preparation == Phase(7, 1, ("les",))
    assert retimed.module("a").follow_up == Phase(5)
    assert retimed.timetable == PROGRAMME.timetable
    assert Retime("a", preparation_days=0, follow_up_hours=2).apply(PROGRAMME).module("a") == attrs.evolve(
        PROGRAMME.module("a"), preparation=Phase(0, 3, ("les",)), follow_up=Phase(0, 2)
    )


def test_gatherings_last_as_long_as_the_new_sessions() -> None:
    day = (Session(dt.time(12), dt.time(14), "B"), Session(dt.time(8), dt.time(9), "A"))
    retimed = Retime("a", sessions=day).apply(PROGRAMME)
    assert retimed.module("a").sessions == day
    hours = [(one.start.hour, one.end.hour) for one in retimed.timetable.of_module("a")]
    assert hours == [(8, 14), (8, 14)]
    assert retimed.timetable.of_module("b") == PROGRAMME.timetable.of_module("b")


def test_without_sessions_gatherings_last_as_they_did() -> None:
    programme = Retime("a", sessions=(Session(dt.time(8), dt.time(9), "A"),)).apply(PROGRAMME)
    cleared = Retime("a", sessions=()).apply(programme)
    assert cleared.module("a").sessions == ()
    assert cleared.timetable == programme.timetable


def test_what_a_module_develops_takes_the_place_of_what_it_did() -> None:
    assert Develop("a", ("drift", "retning")).apply(PROGRAMME).module("a").develops == ("drift", "retning")
    assert Develop("a", ()).apply(PROGRAMME).module("a").develops == ()
    without = attrs.evolve(PROGRAMME, framework=None)
    assert Develop("a", ("noe",)).apply(without).module("a").develops == ("noe",)


def test_a_dimension_is_reweighed_wherever_it_stands_and_no_other() -> None:
    framework = Reweigh("vilje", 3).apply(PROGRAMME).framework
    assert framework is not None
    assert {one.id: one.weight for one in framework.walk()} == {
        "retning": 1,
        "mål": 1,
        "vilje": 3,
        "drift": 1,
    }
    top = Reweigh("retning", 2).apply(PROGRAMME).framework
    assert top is not None
    assert top.dimensions[0] == attrs.evolve(RETNING, weight=2)


def test_of_two_dimensions_with_one_id_the_first_is_reweighed() -> None:
    twice = MaturityFramework("f", dimensions=(MaturityDimension("x"), MaturityDimension("x", "X")))
    framework = Reweigh("x", 2).apply(Programme("p", framework=twice)).framework
    assert framework is not None
    assert [one.weight for one in framework.dimensions] == [2, 1]


def test_an_organisation_is_regrouped_into_one_cohort_out_of_every_other() -> None:
    assert [one.members for one in Regroup("bokn", "sør").apply(PROGRAMME).cohorts] == [("time",), ("bokn",)]
    assert [one.members for one in Regroup("time", "sør").apply(PROGRAMME).cohorts] == [
        ("bokn",),
        ("bokn", "time"),
    ]
    assert Regroup("time", "nord").apply(PROGRAMME) == PROGRAMME


def test_an_assumption_takes_the_place_of_those_on_its_factor_in_the_order_of_factors() -> None:
    horizon, effect, other = (
        Assumption(factor, 0.5) for factor in (Factor.HORIZON, Factor.EFFECT, Factor.EFFECT)
    )
    programme = attrs.evolve(PROGRAMME, assumptions=(horizon, effect, other))
    new = Assumption(Factor.EFFECT, 0.7)
    assert Assume(new).apply(programme).assumptions == (new, horizon)
    start = Assumption(Factor.START, 40)
    assert Assume(start).apply(programme).assumptions == (effect, other, start, horizon)
