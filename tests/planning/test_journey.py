"""Where everyone is on a date."""

import datetime as dt

import pytest

from kompetanse.errors import InvalidValue, UnknownCohort, UnknownModule, UnknownOrganisation
from kompetanse.model import (
    Cohort,
    Gathering,
    Module,
    Organisation,
    Participation,
    Phase,
    Programme,
    Timetable,
)
from kompetanse.planning import PhaseName, Stage, journey

GATHERING = dt.date(2023, 3, 7)
FIRST, LAST = dt.date(2023, 3, 5), dt.date(2023, 3, 10)


def small() -> Programme:
    """One module, met for on 7 March: preparation from the 5th, follow-up until the 10th."""
    return Programme(
        "small",
        modules=(
            Module(
                "a",
                preparation=Phase(days=2, hours=4, tasks=("read",)),
                follow_up=Phase(days=3, hours=6, tasks=("reflect",)),
                tools=("map",),
            ),
            Module("b", tools=("checklist",)),
        ),
        order=("a", "b"),
        organisations=(Organisation("x", leaders=2), Organisation("y")),
        cohorts=(Cohort("one", members=("x",)), Cohort("two", members=("y",))),
        timetable=Timetable((Gathering("a", "one", GATHERING),)),
    )


@pytest.mark.parametrize(
    ("on", "stage"),
    [
        (dt.date(2023, 3, 4), Stage.TO_COME),
        (FIRST, Stage.PREPARATION),
        (dt.date(2023, 3, 6), Stage.PREPARATION),
        (GATHERING, Stage.GATHERING),
        (dt.date(2023, 3, 8), Stage.FOLLOW_UP),
        (LAST, Stage.FOLLOW_UP),
        (dt.date(2023, 3, 11), Stage.DONE),
    ],
)
def test_a_module_goes_through_its_stages_day_by_day(on: dt.date, stage: Stage) -> None:
    (found, unplanned) = journey(small(), on=on).of_cohort("one")
    assert (found.module, found.stage, found.start, found.end) == ("a", stage, FIRST, LAST)
    assert (unplanned.module, unplanned.stage, unplanned.gathering) == ("b", Stage.TO_COME, None)


def test_a_module_runs_from_the_first_cohort_to_begin_to_the_last_to_end() -> None:
    assert journey(small(), on=dt.date(2023, 3, 4)).running == ()
    assert journey(small(), on=FIRST).running == ("a",)
    after = journey(small(), on=dt.date(2023, 4, 1))
    assert (after.done, after.running, after.to_come) == ((), ("a",), ("b",))  # cohort two has not begun


def test_homework_is_the_follow_up_that_runs_and_the_preparation_of_what_comes_next() -> None:
    (before,) = journey(small(), on=dt.date(2023, 3, 1)).homework
    assert (before.phase, before.start, before.end) == (PhaseName.PREPARATION, FIRST, dt.date(2023, 3, 6))
    assert (before.hours, before.tasks) == (4, small().module("a").preparation.tasks)
    (after,) = journey(small(), on=GATHERING).homework
    assert (after.phase, after.start, after.end) == (PhaseName.FOLLOW_UP, dt.date(2023, 3, 8), LAST)
    assert journey(small(), on=dt.date(2023, 3, 11)).homework == ()


def test_the_toolbox_holds_what_a_cohort_has_met_for() -> None:
    where = journey(small(), on=GATHERING)
    assert where.toolbox("one") == small().module("a").tools
    assert where.toolbox("two") == ()
    assert where.toolbox() == ()  # only one of the two cohorts has met
    with pytest.raises(UnknownCohort):
        where.toolbox("three")


def test_progress_is_of_the_module_that_the_cohort_met_for_last() -> None:
    seen = (Participation("x", "a", attended=0.5, own_work=0.25),)
    (progress,) = journey(small(), on=LAST, participation=seen).progress
    assert (progress.organisation, progress.module) == ("x", "a")
    assert (progress.attended, progress.own_work) == (0.5, 0.25)
    (untold,) = journey(small(), on=LAST).progress
    assert (untold.attended, untold.own_work) == (None, None)


def test_what_the_programme_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownOrganisation):
        journey(small(), on=LAST, participation=(Participation("z", "a"),))
    with pytest.raises(UnknownModule):
        journey(small(), on=LAST, participation=(Participation("x", "z"),))


@pytest.mark.parametrize(
    "on", ["2023-03-13", dt.datetime(2023, 3, 13, tzinfo=dt.UTC), None, dt.date(1, 1, 1)]
)
def test_a_date_that_is_none_is_refused(on: object) -> None:
    with pytest.raises(InvalidValue, match=r"journey\.on"):
        journey(small(), on=on)  # type: ignore[arg-type]  # what a script may pass all the same


def test_rogaland_on_13_march_2023(programme: Programme, participation: tuple[Participation, ...]) -> None:
    where = journey(programme, on=dt.date(2023, 3, 13), participation=participation)
    assert where.done == ("organisasjon",)
    assert where.running == ("ledelse",)
    assert where.to_come == ("strategi", "teknologi")
    june = [(one.module, one.date.isoformat()) for one in where.next_gatherings]
    assert june == [("strategi", "2023-06-06"), ("strategi", "2023-06-07"), ("strategi", "2023-06-08")]
    assert len(where.progress) == 23
    assert {one.phase for one in where.homework} == set(PhaseName)
    assert len(where.table().rows) == 12
