"""The work of each month."""

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue
from kompetanse.model import Cohort, Gathering, Module, Organisation, Phase, Programme, Timetable
from kompetanse.planning import Load, MonthLoad, leader_hours, load
from kompetanse.testing import strategies

NINE, FOUR = dt.time(9), dt.time(16)


def planned(day: dt.date, preparation: Phase, follow_up: Phase, *, travel: float = 0) -> Programme:
    return Programme(
        "p",
        modules=(Module("a", preparation=preparation, follow_up=follow_up),),
        organisations=(Organisation("x", leaders=2, travel=travel),),
        cohorts=(Cohort("one", members=("x",)),),
        timetable=Timetable((Gathering("a", "one", day, NINE, FOUR),)),
    )


def months(programme: Programme) -> dict[str, float]:
    return {f"{one.month:%Y-%m-%d}": one.hours for one in load(programme).months}


@given(strategies.programmes(), st.data())
def test_the_months_sum_to_the_hours_of_what_is_on_the_timetable(
    programme: Programme, data: st.DataObject
) -> None:
    organisations = [
        attrs.evolve(
            one, leaders=data.draw(st.integers(0, 9)), travel=data.draw(st.sampled_from((0.0, 0.5, 2.0)))
        )
        for one in programme.organisations
    ]
    programme = attrs.evolve(programme, organisations=organisations)
    gatherings = programme.timetable.gatherings
    kept = data.draw(st.lists(st.sampled_from(gatherings), unique=True)) if gatherings else []
    programme = attrs.evolve(programme, timetable=Timetable(kept))
    expected = 0.0
    for one in kept:  # each alone, in a programme that has nothing else
        cohort = programme.cohort(one.cohort)
        alone = attrs.evolve(
            programme,
            modules=(attrs.evolve(programme.module(one.module), requires=(), any_of=()),),
            cohorts=(cohort,),
            organisations=[it for it in programme.organisations if it.id in cohort.members],
            timetable=Timetable((one,)),
        )
        expected += leader_hours(alone)
    told = load(programme)
    assert sum(one.hours for one in told.months) == pytest.approx(expected, abs=1e-4)


@given(strategies.programmes())
def test_months_follow_one_another_and_the_peak_is_the_first_with_the_most(programme: Programme) -> None:
    told = load(programme)
    for one, following in zip(told.months, told.months[1:], strict=False):
        assert one.month.day == 1
        assert (one.month + dt.timedelta(days=31)).replace(day=1) == following.month
    if told.months:
        assert told.peak is not None
        assert told.peak.hours == max(one.hours for one in told.months)
        assert told.months.index(told.peak) == [one.hours for one in told.months].index(told.peak.hours)


def test_work_at_home_is_spread_over_its_days() -> None:
    programme = planned(dt.date(2023, 3, 3), Phase(days=4, hours=8), Phase(days=40, hours=4), travel=1)
    assert months(programme) == pytest.approx(
        {"2023-02-01": 2 * 4, "2023-03-01": 2 * (4 + 7 + 1 + 2.8), "2023-04-01": 2 * 1.2}
    )


def test_a_phase_without_days_falls_on_the_gathering() -> None:
    assert months(planned(dt.date(2023, 1, 1), Phase(hours=1), Phase(hours=2))) == {
        "2023-01-01": 2 * (1 + 7 + 2)
    }


def test_a_phase_of_one_day_is_the_day_beside_the_gathering() -> None:
    programme = planned(dt.date(2023, 1, 31), Phase(days=1, hours=1), Phase(days=1, hours=2))
    assert months(programme) == {"2023-01-01": 2 * (1 + 7), "2023-02-01": 2 * 2}


def test_a_month_between_without_work_has_none() -> None:
    programme = planned(dt.date(2023, 11, 30), Phase(), Phase())
    later = Gathering("b", "one", dt.date(2024, 2, 29), NINE, FOUR)
    both = attrs.evolve(
        programme,
        modules=(*programme.modules, Module("b")),
        timetable=Timetable((*programme.timetable.gatherings, later)),
    )
    assert months(both) == {"2023-11-01": 14, "2023-12-01": 0, "2024-01-01": 0, "2024-02-01": 14}


def test_what_meets_twice_or_is_unknown_counts_once_or_not() -> None:
    programme = planned(dt.date(2023, 1, 10), Phase(), Phase())
    (day,) = programme.timetable.gatherings
    more = (
        attrs.evolve(day, date=dt.date(2023, 2, 10)),
        attrs.evolve(day, module="tulip"),
        attrs.evolve(day, cohort="tulip"),
    )
    assert load(attrs.evolve(programme, timetable=Timetable((day, *more)))) == load(programme)


def test_at_the_end_of_all_dates_nothing_is_lost() -> None:
    assert months(planned(dt.date(2199, 12, 31), Phase(), Phase(days=30, hours=3))) == {
        "2199-12-01": 2 * (7 + 3)
    }
    assert months(planned(dt.date(1900, 1, 1), Phase(days=30, hours=3), Phase())) == {
        "1900-01-01": 2 * (7 + 3)
    }


def test_without_a_timetable_there_is_no_month() -> None:
    empty = load(Programme("p"))
    assert empty == Load(())
    assert empty.peak is None
    assert empty.table().rows == ()


def test_the_table_has_a_row_for_each_month() -> None:
    told = Load((MonthLoad(dt.date(2023, 1, 1), 2.5),))
    assert told.table().rows == ((dt.date(2023, 1, 1), 2.5),)


def test_what_is_no_programme_is_refused() -> None:
    with pytest.raises(InvalidValue, match="Programme"):
        load("p")  # type: ignore[arg-type]
