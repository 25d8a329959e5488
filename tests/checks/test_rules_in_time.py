"""One design for each rule about dates and times: exactly where, with which facts and remedies."""

import datetime as dt

import pytest

from kompetanse.checks import check
from kompetanse.model import (
    Change,
    ClosedPeriod,
    Cohort,
    Gathering,
    Module,
    Phase,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Session,
    Shift,
    Text,
    Timetable,
)

Found = tuple[str, tuple[object, ...], tuple[Change, ...]]
BEFORE, BEFORE_OR_TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER
TOGETHER, RECOMMENDED = PrerequisiteKind.TOGETHER, PrerequisiteKind.RECOMMENDED
TUESDAY = dt.date(2023, 6, 6)
DAY = dt.timedelta(days=1)


def found(programme: Programme, rule: str) -> list[Found]:
    """The findings of one rule: place, the values of the details, remedies."""
    return [
        (one.place, tuple(value for _, value in one.details), one.remedies)
        for one in check(programme)
        if one.rule == rule
    ]


def timed(*modules: Module, days: dict[str, int], closed: tuple[ClosedPeriod, ...] = ()) -> Programme:
    """A programme whose one cohort takes each module so many days after a Tuesday."""
    gatherings = tuple(Gathering(module, "nord", TUESDAY + DAY * after) for module, after in days.items())
    return Programme(
        "p", modules=modules, cohorts=(Cohort("nord"),), closed=closed, timetable=Timetable(gatherings)
    )


@pytest.mark.parametrize(
    ("kind", "lag", "after", "earliest", "shift"),
    [
        (BEFORE, 0, 0, 1, 1),
        (BEFORE, 0, -7, 1, 8),
        (BEFORE, 0, 1, None, None),
        (BEFORE, 14, 13, 14, 1),
        (BEFORE, 14, 14, None, None),
        (BEFORE, 4, 1, 4, 5),  # four days on it is Saturday, and Monday is the first that is none
        (BEFORE_OR_TOGETHER, 0, 0, None, None),
        (BEFORE_OR_TOGETHER, 0, -1, 0, 1),
        (BEFORE_OR_TOGETHER, 7, 0, 7, 7),
        (TOGETHER, 0, 0, None, None),
        (TOGETHER, 0, 2, 0, -2),
        (TOGETHER, 0, -1, 0, 1),
    ],
)
def test_a_gathering_waits_for_its_prerequisites(
    kind: PrerequisiteKind, lag: int, after: int, earliest: int | None, shift: int | None
) -> None:
    programme = timed(
        Module("a"), Module("b", requires=(Prerequisite("a", kind, lag),)), days={"a": 0, "b": after}
    )
    told = found(programme, "gathering-too-early")
    if earliest is None or shift is None:
        assert told == []
        return
    date, right = TUESDAY + DAY * after, TUESDAY + DAY * earliest
    details = ("b", "nord", "a", kind.value, lag, date, TUESDAY, right, earliest - after)
    assert told == [("timetable/gatherings/b/nord", details, (Shift("nord", shift, "b"),))]


def test_a_recommended_prerequisite_should_be_met_earlier() -> None:
    recommended = Module("b", requires=(Prerequisite("a", RECOMMENDED, lag=3),))
    programme = timed(Module("a"), recommended, days={"a": 0, "b": 2})
    details = ("b", "nord", "a", 3, TUESDAY + DAY * 2, TUESDAY, TUESDAY + DAY * 3, 1)
    assert found(programme, "recommended-too-early") == [
        ("timetable/gatherings/b/nord", details, (Shift("nord", 1, "b"),))
    ]
    assert check(timed(Module("a"), recommended, days={"a": 0, "b": 3})) == ()


def test_a_module_is_followed_up_before_the_next_is_prepared() -> None:
    a, b, c = Module("a", follow_up=Phase(10)), Module("b"), Module("c", preparation=Phase(4))
    # the follow-up of `a` lasts until day 10, over `b`; the preparation of `c` begins on day 9 of 13
    programme = timed(a, b, c, days={"a": 0, "b": 7, "c": 13})
    last = TUESDAY + DAY * 10
    assert found(programme, "phases-overlap") == [
        (
            "timetable/gatherings/b/nord",
            ("b", "nord", "a", TUESDAY + DAY * 7, last, 4),
            (Shift("nord", 6, "b"),),  # day 11 is a Saturday
        ),
        (
            "timetable/gatherings/c/nord",
            ("c", "nord", "a", TUESDAY + DAY * 9, last, 2),
            (Shift("nord", 2, "c"),),
        ),
    ]
    assert found(timed(a, c, days={"a": 0, "c": 15}), "phases-overlap") == []


def test_modules_bound_to_one_day_may_overlap() -> None:
    a = Module("a", preparation=Phase(10), follow_up=Phase(10))
    b = Module("b", requires=(Prerequisite("a", TOGETHER),), preparation=Phase(10))
    assert check(timed(a, b, days={"a": 0, "b": 0})) == ()


def test_a_cohort_meets_for_one_module_a_day() -> None:
    programme = timed(Module("a"), Module("b"), Module("c"), days={"b": 3, "a": 3, "c": 6})
    # the day after is a Saturday, and on Monday there is another gathering
    friday = TUESDAY + DAY * 3
    assert found(programme, "same-day") == [
        ("timetable/gatherings/b/nord", ("b", "a", "nord", friday), (Shift("nord", 4, "b"),))
    ]


def test_modules_that_prerequisites_bind_may_share_a_day() -> None:
    modules = (
        Module("a"),
        Module("b", requires=(Prerequisite("a", BEFORE_OR_TOGETHER),)),
        Module("c", requires=(Prerequisite("b", TOGETHER),)),
    )
    assert check(timed(*modules, days={"a": 0, "b": 0, "c": 0})) == ()
    (only,) = found(timed(*modules, Module("d"), days={"a": 0, "b": 0, "c": 0, "d": 0}), "same-day")
    assert only[:2] == ("timetable/gatherings/d/nord", ("d", "a", "nord", TUESDAY))


def test_a_prerequisite_that_keeps_modules_apart_binds_them_to_no_day() -> None:
    programme = timed(Module("a"), Module("b", requires=("a",)), days={"a": 0, "b": 0})
    rules = [one.rule for one in check(programme)]
    assert rules == ["gathering-too-early", "same-day"]


EASTER = ClosedPeriod(TUESDAY + DAY * 6, TUESDAY + DAY * 9, Text("Påske", "Easter"))


def test_nobody_meets_on_a_weekend() -> None:
    programme = timed(Module("a"), days={"a": 4}, closed=(EASTER,))
    saturday = TUESDAY + DAY * 4
    assert found(programme, "weekend") == [
        ("timetable/gatherings/a/nord", ("a", "nord", saturday), (Shift("nord", 6, "a"),))
    ]


def test_nobody_meets_in_a_closed_period() -> None:
    next_one = ClosedPeriod(EASTER.end + DAY, EASTER.end + DAY, "Fri")
    programme = timed(Module("a"), days={"a": 6}, closed=(EASTER, next_one))
    date = TUESDAY + DAY * 6
    assert found(programme, "closed-period") == [
        (
            "timetable/gatherings/a/nord",
            ("a", "nord", date, "Påske", "Easter", EASTER.start, EASTER.end),
            (Shift("nord", 7, "a"),),
        )
    ]


def test_a_remedy_that_would_leave_the_years_is_not_offered() -> None:
    last = Gathering("a", "nord", dt.date(2199, 12, 28))
    programme = Programme(
        "p", modules=(Module("a"),), cohorts=(Cohort("nord"),), timetable=Timetable((last,)),
        closed=(ClosedPeriod(last.date, dt.date(2199, 12, 31), "Jul"),),
    )  # fmt: skip
    ((_, _, remedies),) = found(programme, "closed-period")
    assert remedies == ()


def test_a_remedy_that_would_take_a_second_gathering_out_of_the_years_is_not_offered() -> None:
    programme = timed(
        Module("a"), Module("b", requires=(Prerequisite("a", TOGETHER),)), days={"a": 0, "b": 1}
    )
    assert found(programme, "gathering-too-early")[0][2] == (Shift("nord", -1, "b"),)
    again = Gathering("b", "nord", dt.date(1900, 1, 1))
    doubled = Programme(
        "p",
        modules=programme.modules,
        cohorts=programme.cohorts,
        timetable=Timetable((*programme.timetable.gatherings, again)),
    )
    assert found(doubled, "gathering-too-early")[0][2] == ()


def test_a_closed_period_may_lie_in_another() -> None:
    summer = ClosedPeriod(TUESDAY, TUESDAY + DAY * 9, "Sommer")
    inside = ClosedPeriod(TUESDAY + DAY, TUESDAY + DAY * 2, "Fri")
    programme = timed(Module("a"), days={"a": 1}, closed=(summer, inside))
    remedies = [one[2] for one in found(programme, "closed-period")]
    assert remedies == [(Shift("nord", 9, "a"),), (Shift("nord", 9, "a"),)]


def test_sessions_follow_one_another() -> None:
    def session(start: int, end: int, theme: str) -> Session:
        return Session(dt.time(start), dt.time(end), theme)

    sessions = (session(11, 12, "C"), session(9, 13, "A"), session(10, 11, "B"), session(13, 14, "D"))
    programme = Programme("p", modules=(Module("a", sessions=sessions),))
    long = ("A", "A", dt.time(9), dt.time(13))
    assert found(programme, "sessions-overlap") == [
        ("modules/a/sessions/2", ("a", "B", "B", dt.time(10), dt.time(11), *long), ()),
        ("modules/a/sessions/0", ("a", "C", "C", dt.time(11), dt.time(12), *long), ()),
    ]


def test_a_gathering_lasts_as_long_as_its_sessions() -> None:
    theme = Text("Tall", "Numbers")
    sessions = (Session(dt.time(9), dt.time(10), "A"), Session(dt.time(14), dt.time(15, 30), theme))
    programme = timed(Module("a", sessions=sessions), days={"a": 0})
    details = ("a", "nord", 1, "Tall", "Numbers", dt.time(14), dt.time(15, 30), dt.time(9), dt.time(15))
    assert found(programme, "session-outside-day") == [("timetable/gatherings/a/nord", details, ())]
