"""From days to gatherings: the times, the places and those who lead."""

from collections import Counter
from datetime import date, time

import attrs
import pytest

from kompetanse.errors import TimetableNotFound
from kompetanse.model import (
    ClosedPeriod,
    Cohort,
    Facilitator,
    Gathering,
    Module,
    Organisation,
    PlanningRules,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Session,
    Text,
    Timetable,
    Venue,
)
from kompetanse.planning import first_fit
from kompetanse.planning.scheduling.gatherings import Gathered, gathered
from kompetanse.planning.scheduling.statements import setting_of

MONDAY = date(2023, 3, 6)
COHORTS = (Cohort("nord"), Cohort("sør"), Cohort("vest"))


def programme(*modules: Module, cohorts: tuple[Cohort, ...] = COHORTS, **rules: object) -> Programme:
    return Programme("p", modules=modules, cohorts=cohorts, planning=PlanningRules(MONDAY, **rules))  # type: ignore[arg-type]  # fields of the rules


def on_monday(asked: Programme) -> Gathered:
    """Put the gatherings of every block and cohort on the same day."""
    setting = setting_of(asked)
    return gathered(setting, [[setting.day(MONDAY)] * len(setting.cohorts)] * len(setting.blocks))


def leaders(found: Gathered) -> dict[tuple[str, str], str]:
    return {(module, cohort): leader for module, cohort, leader in found.facilitators}


def test_a_new_gathering_lasts_from_the_first_session_to_the_last() -> None:
    sessions = Session(time(12), time(14), "b"), Session(time(10), time(13), "a")
    found = first_fit(programme(Module("m1", sessions=sessions), Module("m2"), cohorts=COHORTS[:1]))
    assert [(one.start, one.end) for one in found.gatherings] == [(time(10), time(14)), (time(9), time(15))]


def test_what_a_gathering_had_stays_and_only_its_day_is_new() -> None:
    old = Gathering("m1", "nord", date(2022, 3, 1), time(8), time(11), Text("Salen"))
    again = attrs.evolve(old, date=date(2022, 4, 1), place=Text("Kjelleren"))  # the first of the two counts
    asked = attrs.evolve(programme(Module("m1"), cohorts=COHORTS[:1]), timetable=Timetable((old, again)))
    assert first_fit(asked).gatherings == (attrs.evolve(old, date=MONDAY),)


def test_a_venue_is_the_new_place_and_has_room_for_the_leaders() -> None:
    organisations = Organisation("stor", leaders=9), Organisation("liten", leaders=3)
    cohorts = Cohort("c1", members=("liten",)), Cohort("c2", members=("stor", "stor"))
    venues = Venue("sal", "Salen", capacity=9), Venue("rom", "Rommet", capacity=3)
    asked = attrs.evolve(
        programme(Module("m1"), cohorts=cohorts, venues=venues),
        organisations=organisations,
        timetable=Timetable((Gathering("m1", "c1", MONDAY, place=Text("Hjemme")),)),
    )
    places = {one.cohort: one.place for one in on_monday(asked).timetable.gatherings}
    assert places == {"c1": Text("Rommet"), "c2": Text("Salen")}


def test_one_gives_way_where_only_so_all_are_led() -> None:
    people = Facilitator("kari"), Facilitator("ola", modules=("m1",))
    found = on_monday(programme(Module("m1"), Module("m2"), cohorts=COHORTS[:1], facilitators=people))
    assert leaders(found) == {("m1", "nord"): "ola", ("m2", "nord"): "kari"}


def test_a_chain_of_three_gives_way() -> None:
    leading = {"a": ("m1", "m2", "m3"), "b": ("m1", "m2"), "c": ("m1",)}
    people = [Facilitator(id_, modules=modules) for id_, modules in leading.items()]
    modules = Module("m1"), Module("m2"), Module("m3")
    found = on_monday(programme(*modules, cohorts=COHORTS[:1], facilitators=people))
    assert leaders(found) == {("m1", "nord"): "c", ("m2", "nord"): "b", ("m3", "nord"): "a"}


def test_nobody_leads_more_on_a_day_than_they_may() -> None:
    people = Facilitator("kari", a_day=2), Facilitator("ola")
    found = on_monday(programme(Module("m1"), facilitators=people))
    assert Counter(leaders(found).values()) == {"kari": 2, "ola": 1}
    with pytest.raises(TimetableNotFound):
        on_monday(programme(Module("m1"), facilitators=(Facilitator("kari", a_day=2),)))


def test_nobody_leads_who_is_away() -> None:
    away = (ClosedPeriod(MONDAY, MONDAY, "Kurs"),)
    people = Facilitator("kari", away=away), Facilitator("ola")
    found = on_monday(programme(Module("m1"), cohorts=COHORTS[:1], facilitators=people))
    assert leaders(found) == {("m1", "nord"): "ola"}


def test_whoever_leads_one_module_of_those_taken_together_can_lead_them_all() -> None:
    both = Module("m1"), Module("m2", requires=(Prerequisite("m1", PrerequisiteKind.TOGETHER),))
    people = Facilitator("kari", modules=("m1",)), Facilitator("ola", modules=("m1", "m2"))
    found = on_monday(programme(*both, cohorts=COHORTS[:1], facilitators=people))
    assert set(leaders(found).values()) == {"ola"}


def test_what_falls_to_those_who_lead_is_shared_evenly() -> None:
    asked = programme(*map(Module, ("m1", "m2", "m3", "m4")), facilitators=map(Facilitator, ("a", "b", "c")))
    setting = setting_of(asked)
    days = [[setting.day(MONDAY) + 7 * block + cohort for cohort in range(3)] for block in range(4)]
    assert Counter(leaders(gathered(setting, days)).values()) == {"a": 4, "b": 4, "c": 4}
