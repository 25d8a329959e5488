"""What gatherings share: venues by their room, facilitators by what they lead."""

from datetime import date
from typing import Any

import pytest

from kompetanse.errors import NoTimetable
from kompetanse.model import Cohort, Facilitator, Module, Organisation, PlanningRules, Programme, Venue
from kompetanse.planning import first_fit

MONDAY, TUESDAY = date(2023, 3, 6), date(2023, 3, 7)
LARGE, SMALL = Cohort("stor", members=("ås", "bø", "bø")), Cohort("liten", members=("bø",))


def planned(*cohorts: Cohort, modules: tuple[str, ...] = ("a",), end: date = MONDAY, **rules: Any) -> bool:  # noqa: ANN401  # fields of the rules
    """Tell whether a quick look rules a timetable out; if it does not, the first days fit."""
    programme = Programme(
        "p",
        modules=map(Module, modules),
        organisations=(Organisation("ås", leaders=3), Organisation("bø", leaders=2)),
        cohorts=cohorts,
        planning=PlanningRules(MONDAY, end, **rules),
    )
    try:
        return bool(first_fit(programme).gatherings)
    except NoTimetable:
        return False


@pytest.mark.parametrize(("capacity", "enough"), [(5, True), (4, False)])
def test_a_venue_has_room_for_as_many_as_it_says_each_member_counted_once(
    capacity: int, *, enough: bool
) -> None:
    assert planned(LARGE, venues=(Venue("sal", capacity=capacity),)) is enough


def test_a_large_venue_serves_a_small_cohort_but_only_one_of_the_two() -> None:
    hall, room = Venue("sal", capacity=5), Venue("rom", capacity=2)
    assert planned(LARGE, SMALL, venues=(hall, room))
    assert not planned(LARGE, SMALL, venues=(hall,))
    assert planned(LARGE, SMALL, venues=(hall,), end=TUESDAY)
    assert not planned(LARGE, SMALL, venues=(room, room))


def test_those_who_lead_one_module_are_asked_for_that_alone() -> None:
    kari, ola = Facilitator("kari", modules=("a",)), Facilitator("ola", modules=("b",))
    asked: dict[str, Any] = {"modules": ("a", "b"), "end": date(2023, 3, 8), "facilitators": (kari, ola)}
    assert planned(SMALL, LARGE, **asked)
    assert not planned(SMALL, LARGE, **{**asked, "end": TUESDAY, "facilitators": (kari,)})
    assert not planned(SMALL, LARGE, Cohort("vest"), **asked)
