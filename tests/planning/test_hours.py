"""What a programme takes of its leaders' time."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kompetanse.model import Cohort, Gathering, Module, Organisation, Phase, Programme, Session, Timetable
from kompetanse.planning import leader_hours
from kompetanse.testing import strategies

SESSIONS = (
    Session(dt.time(9), dt.time(10, 30), "one"),
    Session(dt.time(12), dt.time(14, 30), "two"),
)
MODULE = Module("a", preparation=Phase(hours=2), sessions=SESSIONS, follow_up=Phase(hours=1.5))


def test_people_times_hours() -> None:
    organisations = (Organisation("x", leaders=3), Organisation("y", leaders=2))
    programme = Programme("p", modules=(MODULE,), organisations=organisations)
    assert leader_hours(programme) == 5 * (2 + 5.5 + 1.5)


def test_a_planned_day_counts_as_long_as_it_lasts() -> None:
    day = Gathering("a", "one", dt.date(2023, 3, 7), dt.time(9), dt.time(15))
    programme = Programme(
        "p",
        modules=(MODULE,),
        organisations=(Organisation("x", leaders=3),),
        cohorts=(Cohort("one", members=("x",)), Cohort("two", members=("x",))),
        timetable=Timetable((day,)),
    )
    assert leader_hours(programme) == 3 * (2 + 6 + 1.5)  # and an organisation in two cohorts counts once


def test_a_programme_without_anyone_takes_nobodys_time() -> None:
    assert leader_hours(Programme("p", modules=(MODULE,))) == 0


@given(strategies.programmes(), st.data())
def test_dropping_a_module_never_takes_more_time(programme: Programme, data: st.DataObject) -> None:
    module = data.draw(st.sampled_from(programme.teaching_order))
    assert leader_hours(programme.without(module)) <= leader_hours(programme)
