"""One design for each rule about the planning rules: exactly where, with which facts and remedies."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import attrs

from kompetanse.checks import check
from kompetanse.model import (
    Baseline,
    Change,
    ClosedPeriod,
    Cohort,
    Deadline,
    Facilitator,
    Gathering,
    Language,
    Module,
    ModuleOrder,
    NotBefore,
    Organisation,
    Phase,
    Pin,
    PlanningRules,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Shift,
    Timetable,
    Venue,
)
from kompetanse.report import findings_text

Found = tuple[str, tuple[object, ...], tuple[Change, ...]]
TUESDAY = dt.date(2023, 6, 6)
DAY = dt.timedelta(days=1)
AB = (Module("a"), Module("b"))
SOUTH_A, SOUTH_B = "timetable/gatherings/a/sør", "timetable/gatherings/b/sør"
LANGUAGES: tuple[Language, ...] = ("en", "nb")
LEADERS = {"o": 8, "q": 5}
A, B = "timetable/gatherings/a/nord", "timetable/gatherings/b/nord"


def found(programme: Programme, rule: str) -> list[Found]:
    """The findings of one rule: place, the values of the details, remedies."""
    return [
        (one.place, tuple(value for _, value in one.details), one.remedies)
        for one in check(programme)
        if one.rule == rule
    ]


def on(after: int) -> dt.date:
    return TUESDAY + DAY * after


def period(first: int, last: int) -> ClosedPeriod:
    return ClosedPeriod(on(first), on(last), "Fri")


def timed(
    modules: Iterable[Module] = AB,
    *,
    cohorts: tuple[Cohort, ...] = (),
    days: dict[str, int],
    **rules: Any,  # noqa: ANN401  # fields of several kinds
) -> Programme:
    """A programme whose cohorts meet so many days after a Tuesday; without a cohort, nord is meant."""
    booked = {(*key.split("/"), "nord")[:2]: after for key, after in days.items()}
    gatherings = [Gathering(module, cohort, on(after)) for (module, cohort), after in booked.items()]
    return Programme(
        "p",
        modules=tuple(modules),
        organisations=[
            Organisation(member, leaders=LEADERS[member]) for one in cohorts for member in one.members
        ],
        cohorts=cohorts or [Cohort(one) for one in dict.fromkeys(cohort for _, cohort in booked)],
        planning=PlanningRules(**rules),
        timetable=Timetable(gatherings),
    )


LONG = Module("a", preparation=Phase(7), follow_up=Phase(4))


def test_a_module_begins_with_its_preparation_and_not_before_the_start() -> None:
    details = ("a", "nord", on(-7), on(-2), 5)
    programme = timed([LONG], days={"a": 0}, start=on(-2))
    # five days on it is Sunday
    assert found(programme, "before-start") == [(A, details, (Shift("nord", 6, "a"),))]
    assert found(timed([LONG], days={"a": 0}, start=on(-7)), "before-start") == []


def test_a_module_is_done_with_its_follow_up_and_not_after_the_end() -> None:
    details = ("a", "nord", on(4), on(3), -1)
    assert found(timed([LONG], days={"a": 0}, end=on(3)), "after-end") == [
        (A, details, (Shift("nord", -1, "a"),))
    ]
    # two days ahead it is Sunday, and Friday is the last day that is none
    assert found(timed([LONG], days={"a": 0}, end=on(2)), "after-end")[0][2] == (Shift("nord", -4, "a"),)
    assert found(timed([LONG], days={"a": 0}, end=on(4)), "after-end") == []


def test_a_module_is_done_by_its_deadline_for_every_cohort_or_for_one() -> None:
    days = {"a": 0, "a/sør": 1}
    by = on(3)
    one, all_ = Deadline("a", by, "sør"), Deadline("a", by)
    missed = (SOUTH_A, ("a", "sør", on(5), by, -2), (Shift("sør", -2, "a"),))
    assert found(timed([LONG], days=days, deadlines=(one,)), "deadline-missed") == [missed]
    both = found(timed([LONG], days=days, deadlines=(one, all_)), "deadline-missed")
    assert both == [(A, ("a", "nord", on(4), by, -1), (Shift("nord", -1, "a"),)), missed]


def test_nobody_meets_before_a_date_that_says_so() -> None:
    rules = (NotBefore("a", on(4)), NotBefore("a", on(9), "sør"))
    details = ("a", "nord", TUESDAY, on(4), 4)
    # four days on it is Saturday
    assert found(timed(days={"a": 0}, not_before=rules), "not-before") == [
        (A, details, (Shift("nord", 6, "a"),))
    ]


def test_a_pinned_gathering_is_on_its_day_whichever_it_is() -> None:
    pins = (Pin("a", "nord", on(4)), Pin("b", "nord", on(7)), Pin("b", "sør", on(9)))
    assert found(timed(days={"a": 0, "b": 7}, pins=pins), "not-on-pin") == [
        (A, ("a", "nord", TUESDAY, on(4)), (Shift("nord", 4, "a"),))
    ]


def test_a_cohort_meets_when_it_can_and_had_better() -> None:
    cohort = Cohort("nord", closed=(period(-1, 0),), avoid=(period(7, 8), period(9, 9)))
    programme = timed(cohorts=(cohort,), days={"a": 0, "b": 7})
    assert found(programme, "cohort-closed") == [
        (A, ("a", "nord", TUESDAY, "Fri", "Fri", on(-1), on(0)), (Shift("nord", 1, "a"),))
    ]
    assert found(programme, "day-to-avoid") == [
        (B, ("b", "nord", on(7), "Fri", "Fri", on(7), on(8)), (Shift("nord", 3, "b"),))
    ]


def test_a_remedy_leads_to_a_day_on_which_the_cohort_can_meet() -> None:
    cohort = Cohort("nord", closed=(period(6, 7),))
    programme = timed(cohorts=(cohort,), days={"a": 4})
    assert found(programme, "weekend")[0][2] == (Shift("nord", 4, "a"),)


def test_between_two_gatherings_there_are_neither_too_few_nor_too_many_days() -> None:
    two = ("b", "nord", on(8), "a", TUESDAY)
    short = timed(days={"a": 0, "b": 8}, min_gap=12)
    assert found(short, "gap-too-short") == [(B, (*two, 12, 4), (Shift("nord", 5, "b"),))]
    long = timed(days={"a": 0, "b": 8}, max_gap=6)
    assert found(long, "gap-too-long") == [(B, (*two, 6, -2), (Shift("nord", -2, "b"),))]
    fine = timed(days={"a": 0, "b": 8}, min_gap=8, max_gap=8)
    assert check(fine) == ()


def test_no_gathering_is_moved_upon_the_one_before_it() -> None:
    closed = Cohort("nord", closed=(period(1, 6),))
    programme = timed(cohorts=(closed,), days={"a": 0, "b": 8}, max_gap=6)
    assert [one[2] for one in found(programme, "gap-too-long")] == [()]


def test_modules_of_one_day_have_no_gap_between_them() -> None:
    modules = (Module("a"), Module("b", requires=(Prerequisite("a", PrerequisiteKind.TOGETHER),)))
    assert check(timed(modules, days={"a": 0, "b": 0}, min_gap=14)) == ()


def test_cohorts_take_the_modules_as_they_are_taught() -> None:
    days = {"a": 7, "b": 0, "a/sør": 8, "b/sør": 15}
    against = [(A, ("a", "nord", on(7), "b", TUESDAY), ())]
    assert found(timed(days=days, min_gap=1), "against-stated-order") == against
    assert check(timed(days=days)) == ()  # nothing is planned


def test_cohorts_share_an_order_where_that_is_asked() -> None:
    days = {"a": 7, "b": 0, "a/sør": 8, "b/sør": 15}
    differ = [(SOUTH_B, ("b", "sør", on(15), "a", on(8), "nord"), ())]
    assert found(timed(days=days, order=ModuleOrder.SHARED), "orders-differ") == differ
    assert check(timed(days=days, order=ModuleOrder.OWN)) == ()
    alike = {"a": 7, "b": 0, "a/sør": 8, "b/sør": 1}
    assert check(timed(days=alike, order=ModuleOrder.SHARED)) == ()


def test_all_cohorts_meet_in_the_week_of_most() -> None:
    days = {"a": 7, "a/sør": 1, "a/vest": 2}
    programme = timed([Module("a")], days=days, same_week=True)
    details = ("a", "nord", on(7), "a", "sør", on(1))
    assert found(programme, "not-in-one-week") == [(A, details, (Shift("nord", -7, "a"),))]
    two = timed([Module("a")], days={"a": 7, "a/sør": 1}, same_week=True)  # of weeks alike, the first
    assert found(two, "not-in-one-week") == [(A, details, (Shift("nord", -7, "a"),))]
    closed = attrs.evolve(programme, closed=(period(0, 0),))
    assert found(closed, "not-in-one-week") == [(A, details, ())]


def test_all_cohorts_meet_within_some_days() -> None:
    programme = timed([Module("a")], days={"a": 3, "a/sør": 0}, within_days=3)
    assert found(programme, "not-within-days") == [
        (A, ("a", "nord", on(3), "a", "sør", TUESDAY, 3), (Shift("nord", -1, "a"),))
    ]
    assert check(timed([Module("a")], days={"a": 3, "a/sør": 0}, within_days=4)) == ()


def test_in_orders_of_their_own_the_next_gathering_of_each_counts() -> None:
    days = {"a": 0, "b": 7, "b/sør": 1, "a/sør": 8}
    assert check(timed(days=days, order=ModuleOrder.OWN, same_week=True)) == ()
    assert found(timed(days=days, order=ModuleOrder.OWN, within_days=1), "not-within-days") == [
        (
            SOUTH_B,
            ("b", "sør", on(1), "a", "nord", TUESDAY, 1),
            (Shift("sør", -1, "b"),),
        ),
        (SOUTH_A, ("a", "sør", on(8), "b", "nord", on(7), 1), (Shift("sør", -1, "a"),)),
    ]


def test_each_cohort_has_a_day_of_its_own() -> None:
    programme = timed([Module("a")], days={"a": 0, "a/sør": 0, "a/vest": 1}, own_day=True)
    assert found(programme, "shared-day") == [
        (SOUTH_A, ("a", "sør", TUESDAY, "a", "nord"), (Shift("sør", 2, "a"),))
    ]


def test_somebody_leads_every_gathering() -> None:
    days = {"a": 0, "a/sør": 0, "a/vest": 1}
    kari = Facilitator("kari", away=(period(2, 2),))
    programme = timed([Module("a")], days=days, facilitators=(kari,))
    told = (SOUTH_A, ("a", "sør", TUESDAY, 2, 1), (Shift("sør", 3, "a"),))
    assert found(programme, "too-few-facilitators") == [told]
    both = (kari, Facilitator("ola", modules=("a",)))
    assert check(timed([Module("a")], days=days, facilitators=both)) == ()
    assert check(timed([Module("a")], days=days, facilitators=(attrs.evolve(kari, a_day=2),))) == ()


def test_one_facilitator_leads_all_that_is_taken_together() -> None:
    modules = (Module("a"), Module("b", requires=(Prerequisite("a", PrerequisiteKind.TOGETHER),)))
    apart = (Facilitator("kari", modules=("a",)), Facilitator("ola", modules=("b",)))
    programme = timed(modules, days={"a": 0, "b": 0}, facilitators=apart)
    assert found(programme, "too-few-facilitators") == [(A, ("a", "nord", TUESDAY, 1, 0), ())]
    both = (*apart, Facilitator("siv", modules=("b", "a")))
    assert check(timed(modules, days={"a": 0, "b": 0}, facilitators=both)) == ()


def test_every_gathering_has_a_venue_with_room_for_it() -> None:
    cohorts = (Cohort("nord", members=("o",)), Cohort("sør", members=("q",)))
    days = {"a": 0, "a/sør": 0}
    small, large = Venue("liten", capacity=7), Venue("stor", capacity=8, closed=(period(1, 1),))
    programme = timed([Module("a")], cohorts=cohorts, days=days, venues=(large, small))
    assert check(programme) == ()
    alone = timed([Module("a")], cohorts=cohorts, days=days, venues=(large,))
    told = (SOUTH_A, ("a", "sør", TUESDAY, 2, 1), (Shift("sør", 2, "a"),))
    assert found(alone, "too-few-venues") == [told]
    crowded = timed([Module("a")], cohorts=cohorts, days=days, venues=(small,))
    assert found(crowded, "too-few-venues") == [(A, ("a", "nord", TUESDAY, 2, 1), ())]


def test_a_member_named_twice_takes_no_more_room() -> None:
    cohort, venue = Cohort("nord", members=("o", "o")), Venue("sal", capacity=LEADERS["o"])
    programme = timed([Module("a")], cohorts=(cohort,), days={"a": 0}, venues=(venue,))
    assert found(programme, "too-few-venues") == []


def test_no_gathering_is_moved_upon_another_of_its_cohort() -> None:
    programme = timed(days={"a": 0, "a/sør": 0, "b/sør": 1}, facilitators=(Facilitator("kari", a_day=1),))
    assert found(programme, "too-few-facilitators") == [
        (SOUTH_A, ("a", "sør", TUESDAY, 2, 1), (Shift("sør", 2, "a"),))
    ]
    both = attrs.evolve(
        programme, planning=PlanningRules(venues=(Venue("sal"), Venue("rom", closed=(period(0, 0),))))
    )
    assert found(both, "too-few-venues") == [(SOUTH_A, ("a", "sør", TUESDAY, 2, 1), (Shift("sør", 2, "a"),))]


def test_what_the_planning_rules_name_is_there_and_named_once() -> None:
    programme = Programme(
        "p",
        modules=AB,
        cohorts=(Cohort("nord"),),
        planning=PlanningRules(
            deadlines=(Deadline("a", TUESDAY), Deadline("x", TUESDAY, "nor")),
            not_before=(NotBefore("y", TUESDAY),),
            pins=(Pin("a", "z", TUESDAY),),
            facilitators=(Facilitator("k", modules=("a", "v")), Facilitator("k")),
            venues=(Venue("k"), Venue("k")),
        ),
        baselines=(Baseline("k"), Baseline("k")),
    )
    assert found(programme, "unknown-id") == [
        ("planning/deadlines/1", ("module", "x", ""), ()),
        ("planning/deadlines/1", ("cohort", "nor", "nord"), ()),
        ("planning/not_before/0", ("module", "y", ""), ()),
        ("planning/pins/0", ("cohort", "z", ""), ()),
        ("planning/facilitators/k/modules/1", ("module", "v", ""), ()),
    ]
    assert found(programme, "duplicate-id") == [
        ("planning/facilitators/k[2]", ("facilitator", "k", "planning/facilitators/k"), ()),
        ("planning/venues/k[2]", ("venue", "k", "planning/venues/k"), ()),
        ("baselines/k[2]", ("baseline", "k", "baselines/k"), ()),
    ]


def test_findings_are_told_in_both_languages() -> None:
    cohorts = (Cohort("nord", avoid=(period(0, 0),)), Cohort("sør"))
    rules: dict[str, Any] = {"deadlines": (Deadline("a", on(-1)),), "facilitators": (Facilitator("k"),)}
    programme = timed([Module("a")], cohorts=cohorts, days={"a": 0, "a/sør": 0}, **rules, own_day=True)
    en, nb = (" ".join(findings_text(check(programme), programme, lang).split()) for lang in LANGUAGES)
    for words in (
        "a is done on 6 June 2023 for nord, but its deadline is 5 June 2023",
        "nord meets for a on Tuesday 6 June 2023, but would rather not then (Fri, 6 June 2023 – 6 June 2023)",
        "and so does nord for a; each cohort should have a day of its own",
        "but nobody can lead the gathering; of the 2 gatherings that day at most 1 can be led",
        "move the gathering of sør for a 1 day later, to Wednesday 7 June 2023",
    ):
        assert words in en
    assert "sør møtes til a tirsdag 6. juni 2023, men ingen kan lede samlingen; av dagens 2 samlinger" in nb
    alone = attrs.evolve(programme, timetable=Timetable(programme.timetable.gatherings[:1]))
    assert "of the 1 gathering" not in findings_text(check(alone), alone, "en")
