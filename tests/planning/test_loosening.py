"""Each kind of constraint can be loosened, and no more than need be: the design that `repairs` gives."""

from datetime import date
from typing import Any

import attrs
import pytest

from kompetanse.model import (
    AnyOf,
    ClosedPeriod,
    Cohort,
    Deadline,
    Facilitator,
    Module,
    NotBefore,
    Organisation,
    Phase,
    Pin,
    PlanningRules,
    Prerequisite,
    Programme,
    Venue,
)
from kompetanse.planning import explain, repairs

MONDAY, TUESDAY, FRIDAY = date(2023, 3, 6), date(2023, 3, 7), date(2023, 3, 10)
WEEK = ClosedPeriod(MONDAY, FRIDAY, "Stengt")
TWO = Cohort("nord", members=("ås",)), Cohort("sør", members=("ås",))
ONE_DAY: dict[str, Any] = {"start": MONDAY, "end": MONDAY}
A_WEEK: dict[str, Any] = {"start": MONDAY, "end": FRIDAY}
MEETS_LATE = NotBefore("a", FRIDAY, "sør"), Deadline("a", MONDAY, "nord")


def design(*modules: Module, cohorts: tuple[Cohort, ...] = TWO[:1], **rules: Any) -> Programme:  # noqa: ANN401  # fields of the rules
    organisations = (Organisation("ås", leaders=5),)
    return Programme(
        "p", modules=modules, cohorts=cohorts, organisations=organisations, planning=PlanningRules(**rules)
    )


def after(module: str, lag: int = 0) -> Module:
    return Module("b", requires=(Prerequisite(module, lag=lag),))


A, B = Module("a"), after("a")
CASES: dict[str, tuple[Programme, str, date | int | None]] = {
    "start": (design(A, B, **ONE_DAY), "planning/from", date(2023, 3, 3)),
    "end": (design(A, B, **ONE_DAY), "planning/until", TUESDAY),
    "deadline": (
        design(A, B, start=MONDAY, deadlines=(Deadline("b", MONDAY),)), "planning/deadlines/0", TUESDAY,
    ),
    "not-before": (
        design(A, **ONE_DAY, not_before=(NotBefore("a", TUESDAY),)), "planning/not_before/0", MONDAY,
    ),
    "pin": (
        design(A, B, **A_WEEK, pins=(Pin("a", "nord", FRIDAY),)), "planning/pins/0", None,
    ),
    "min-gap": (design(A, B, **A_WEEK, min_gap=14), "planning/min_gap", 4),
    "max-gap": (
        design(
            A, B, **A_WEEK, max_gap=1, not_before=(NotBefore("b", FRIDAY),), deadlines=MEETS_LATE[1:]
        ),
        "planning/max_gap", 4,
    ),
    "within-days": (
        design(A, cohorts=TWO, **A_WEEK, within_days=2, not_before=MEETS_LATE[:1], deadlines=MEETS_LATE[1:]),
        "planning/within_days", 5,
    ),
    "same-week": (
        design(
            A, cohorts=TWO, start=MONDAY, end=date(2023, 3, 17), same_week=True,
            not_before=(NotBefore("a", date(2023, 3, 13), "sør"),), deadlines=MEETS_LATE[1:],
        ),
        "planning/same_week", None,
    ),
    "own-day": (design(A, cohorts=TWO, **ONE_DAY, own_day=True), "planning/own_day", None),
    "facilitators": (
        design(A, cohorts=TWO, **ONE_DAY, facilitators=(Facilitator("new-1"),)), "planning/facilitators", 2,
    ),
    "venues": (design(A, cohorts=TWO, **ONE_DAY, venues=(Venue("sal"),)), "planning/venues", 2),
    "too-small": (design(A, **ONE_DAY, venues=(Venue("sal", capacity=4),)), "planning/venues", 2),
    "preparation": (
        design(Module("a", preparation=Phase(6)), **A_WEEK), "modules/a/preparation", 4,
    ),
    "follow-up": (design(Module("a", follow_up=Phase(6)), **A_WEEK), "modules/a/follow_up", 4),
    "prerequisite": (design(A, after("a", 9), **A_WEEK), "modules/b/requires/0", 4),
    "any-of": (
        design(A, Module("b", any_of=(AnyOf((Prerequisite("a", lag=9),)),)), **A_WEEK),
        "modules/b/any_of/0", None,
    ),
    "closed": (
        attrs.evolve(design(A, **ONE_DAY), closed=(ClosedPeriod(FRIDAY, FRIDAY, "Fri"), WEEK)),
        "closed/1", None,
    ),
    "public holiday": (
        design(A, start=date(2023, 5, 17), end=date(2023, 5, 18), public_holidays=True),
        "planning/public_holidays/2023-05-17", None,
    ),
    "cohort-closed": (
        design(A, cohorts=(*TWO[1:], Cohort("nord", closed=(WEEK,))), **A_WEEK),
        "cohorts/nord/closed/0", None,
    ),
    "away": (
        design(A, **A_WEEK, facilitators=(Facilitator("kari", away=(WEEK,)),)),
        "planning/facilitators/kari/away/0", None,
    ),
    "venue-closed": (
        design(A, **A_WEEK, venues=(Venue("sal", closed=(WEEK,)),)), "planning/venues/sal/closed/0", None,
    ),
}  # fmt: skip
"""A design without a timetable; a constraint that is to blame; and what of it is enough."""


@pytest.mark.parametrize("name", CASES)
def test_a_constraint_is_loosened_no_more_than_need_be(name: str) -> None:
    programme, place, value = CASES[name]
    found = {one.constraint.place: one for one in repairs(programme)}
    assert found[place].value == value
    assert found[place].proven
    assert explain(found[place].programme) is None


def test_who_or_what_is_added_has_an_id_of_its_own() -> None:
    found = repairs(CASES["facilitators"][0])[0].programme.planning.facilitators
    assert [one.id for one in found] == ["new-1", "new-2"]


@pytest.mark.parametrize("name", CASES)
def test_a_repair_changes_one_section_of_the_design_alone(name: str) -> None:
    programme, place, _ = CASES[name]
    repaired = next(one.programme for one in repairs(programme) if one.constraint.place == place)
    sections = [one.name for one in attrs.fields(Programme) if one.name != "planning"]
    rules = [one.name for one in attrs.fields(PlanningRules)]
    changed = [one for one in sections if getattr(programme, one) != getattr(repaired, one)]
    changed += [one for one in rules if getattr(programme.planning, one) != getattr(repaired.planning, one)]
    assert len(changed) == 1 + (name == "public holiday")  # the others then stand as closed periods
