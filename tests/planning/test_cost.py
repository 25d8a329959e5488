"""What a programme costs, and what the journey there adds."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue
from kompetanse.model import (
    Cohort,
    Costs,
    Gathering,
    Module,
    Organisation,
    Phase,
    Programme,
    Session,
    Timetable,
)
from kompetanse.planning import cost, leader_hours
from kompetanse.testing import strategies

RATES = st.sampled_from((0.0, 0.5, 100.0, 650.0, 12_500.0))
COSTS = st.builds(Costs, RATES, RATES, RATES)
TRAVELS = st.sampled_from((0.0, 0.5, 1.0, 2.25))
MODULE = Module(
    "a",
    preparation=Phase(hours=2),
    sessions=(Session(dt.time(9), dt.time(14, 30), "one"),),
    follow_up=Phase(hours=1.5),
)
HOME = Module("b", preparation=Phase(hours=3))
"""One without a gathering day."""
BASE = Programme(
    "p",
    modules=(MODULE, HOME),
    organisations=(Organisation("x", leaders=3, travel=1.5), Organisation("y", leaders=2)),
    cohorts=(Cohort("one", members=("x",)),),
)


@st.composite
def travelled(draw: st.DrawFn) -> Programme:
    """A programme whose leaders travel."""
    programme = draw(strategies.programmes())
    organisations = [
        attrs.evolve(one, leaders=draw(st.integers(0, 9)), travel=draw(TRAVELS))
        for one in programme.organisations
    ]
    return attrs.evolve(programme, organisations=organisations, costs=draw(COSTS))


def by_definition(programme: Programme) -> float:
    """The hours, one organisation and one module at a time."""
    total = 0.0
    for one in programme.organisations:
        cohort = next((each.id for each in programme.cohorts if one.id in each.members), None)
        for module in programme.modules:
            day = 0.0
            if module.sessions:
                first, last = min(it.start for it in module.sessions), max(it.end for it in module.sessions)
                day = (last.hour * 60 + last.minute - first.hour * 60 - first.minute) / 60
            for gathering in reversed(programme.timetable.gatherings):
                if (gathering.module, gathering.cohort) == (module.id, cohort):
                    day = gathering.hours
            away = day + one.travel if day else 0.0
            total += one.leaders * (module.preparation.hours + away + module.follow_up.hours)
    return total


@given(travelled())
def test_hours_are_those_of_the_definition(programme: Programme) -> None:
    assert leader_hours(programme) == pytest.approx(by_definition(programme))


@given(travelled())
def test_travel_only_adds(programme: Programme) -> None:
    at_home = attrs.evolve(
        programme, organisations=[attrs.evolve(one, travel=0) for one in programme.organisations]
    )
    assert leader_hours(at_home) <= leader_hours(programme)
    assert (cost(at_home) or 0) <= (cost(programme) or 0)


@given(travelled(), COSTS, COSTS, st.sampled_from((0.0, 0.5, 2.0, 3.0)))
def test_cost_is_linear_in_the_rates(programme: Programme, one: Costs, other: Costs, times: float) -> None:
    both = Costs(
        one.leader_hour + times * other.leader_hour,
        one.gathering + times * other.gathering,
        one.attendance + times * other.attendance,
    )
    spent = [cost(attrs.evolve(programme, costs=rates)) for rates in (one, other, both)]
    assert spent[2] == pytest.approx((spent[0] or 0) + times * (spent[1] or 0))


@given(travelled())
def test_a_rate_of_hours_alone_prices_the_hours(programme: Programme) -> None:
    assert cost(attrs.evolve(programme, costs=Costs(leader_hour=2))) == pytest.approx(
        2 * leader_hours(programme)
    )


def test_the_journey_is_made_once_for_each_gathering_day() -> None:
    assert leader_hours(BASE) == 5 * (2 + 5.5 + 1.5 + 3) + 3 * 1.5


def test_each_cohort_meets_once_for_each_module_with_a_day_and_each_leader_attends() -> None:
    rates = Costs(gathering=1000, attendance=10)
    assert cost(attrs.evolve(BASE, costs=rates)) == 1000 + 5 * 10
    day = Gathering("b", "one", dt.date(2023, 3, 7), dt.time(9), dt.time(15))
    planned = attrs.evolve(BASE, costs=rates, timetable=Timetable((day,)))
    assert cost(planned) == 2 * 1000 + 5 * 10 + 3 * 10


def test_no_rates_no_cost_and_rates_of_nothing_cost_nothing() -> None:
    assert cost(BASE) is None
    assert cost(attrs.evolve(BASE, costs=Costs())) == 0


@given(travelled(), st.data())
def test_dropping_a_module_never_costs_more(programme: Programme, data: st.DataObject) -> None:
    assume(programme.modules)
    module = data.draw(st.sampled_from(programme.teaching_order))
    assert (cost(programme.without(module)) or 0) <= (cost(programme) or 0)


@pytest.mark.parametrize("verb", [cost, leader_hours])
def test_what_is_no_programme_is_refused(verb: Callable[..., object]) -> None:
    with pytest.raises(InvalidValue, match="Programme"):
        verb("p")


def test_a_day_lasts_as_the_sessions_of_its_own_module_though_another_has_the_id() -> None:
    twice = (MODULE, attrs.evolve(HOME, id="a"))
    programme = Programme("p", modules=twice, organisations=(Organisation("y", leaders=2),))
    assert leader_hours(programme) == 2 * (2 + 5.5 + 1.5) + 2 * 3
