"""One design for each rule: what it finds, exactly where, with which facts and remedies."""

import datetime as dt

import pytest

from kompetanse.checks import RULES, check, ensure_sound
from kompetanse.errors import Unsound
from kompetanse.model import (
    Change,
    ClosedPeriod,
    Cohort,
    Finding,
    Gathering,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    Module,
    Move,
    Organisation,
    Phase,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Require,
    Session,
    Severity,
    Shift,
    Text,
    Timetable,
    Unrequire,
)

Found = tuple[str, tuple[object, ...], tuple[Change, ...]]
BEFORE, BEFORE_OR_TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER
TOGETHER, RECOMMENDED = PrerequisiteKind.TOGETHER, PrerequisiteKind.RECOMMENDED
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
SEVERITIES = {
    "unknown-id": ERROR, "duplicate-id": ERROR, "duplicate-prerequisite": WARNING, "ring": ERROR,
    "teaching-order": ERROR, "recommended-not-met": NOTE, "gathering-too-early": ERROR,
    "recommended-too-early": NOTE, "phases-overlap": WARNING, "same-day": ERROR, "weekend": WARNING,
    "closed-period": ERROR, "sessions-overlap": ERROR, "session-outside-day": WARNING,
    "no-gathering": WARNING, "no-cohort": WARNING, "two-cohorts": ERROR, "develops-nothing": WARNING,
    "undeveloped": WARNING,
}  # fmt: skip
TUESDAY = dt.date(2023, 6, 6)
DAY = dt.timedelta(days=1)


def found(programme: Programme, rule: str) -> list[Found]:
    """The findings of one rule: place, the values of the details, remedies."""
    findings = [one for one in check(programme) if one.rule == rule]
    for one in findings:
        assert one.severity is SEVERITIES[rule]
    return [(one.place, tuple(value for _, value in one.details), one.remedies) for one in findings]


def timed(*modules: Module, days: dict[str, int], closed: tuple[ClosedPeriod, ...] = ()) -> Programme:
    """A programme whose one cohort takes each module so many days after a Tuesday."""
    gatherings = tuple(Gathering(module, "nord", TUESDAY + DAY * after) for module, after in days.items())
    return Programme(
        "p", modules=modules, cohorts=(Cohort("nord"),), closed=closed, timetable=Timetable(gatherings)
    )


def test_every_rule_is_one_of_the_table_in_one_fixed_order() -> None:
    assert {rule.key: rule.severity for rule in RULES} == SEVERITIES
    assert [rule.key for rule in RULES] == list(SEVERITIES)


def test_every_rule_says_what_it_finds_and_names_its_details() -> None:
    for rule in RULES:
        for name in rule.details if rule.key != "recommended-too-early" else ():
            assert f"`{name}`" in str(rule.find.__doc__), (rule.key, name)


def test_an_unknown_id_is_told_with_what_may_have_been_meant() -> None:
    programme = Programme(
        "p",
        modules=(
            Module("strategi", requires=("ledels",), develops=("kultur",)),
            Module("ledelse", develops=("kultr",)),
        ),
        order=("ledelse", "strateg"),
        framework=MaturityFramework("f", dimensions=(MaturityDimension("kultur"),)),
        organisations=(Organisation("bokn"),),
        cohorts=(Cohort("nord", members=("bokn", "bok")),),
        timetable=Timetable((Gathering("x", "sør", TUESDAY),)),
    )
    assert found(programme, "unknown-id") == [
        ("modules/strategi/requires/0", ("module", "ledels", "ledelse"), (Unrequire("strategi", "ledels"),)),
        ("modules/ledelse/develops/0", ("dimension", "kultr", "kultur"), ()),
        ("cohorts/nord/members/1", ("organisation", "bok", "bokn"), ()),
        ("order/1", ("module", "strateg", "strategi"), ()),
        ("timetable/gatherings/x/sør", ("module", "x", ""), ()),
        ("timetable/gatherings/x/sør", ("cohort", "sør", ""), ()),
    ]


def test_without_a_framework_nothing_is_said_about_what_modules_develop() -> None:
    assert check(Programme("p", modules=(Module("a", develops=("kultur",)),))) == ()


def test_an_id_that_two_have_is_told_at_the_second() -> None:
    gathering = Gathering("a", "nord", TUESDAY)
    inside = MaturityDimension("k", indicators=(Indicator("i", "Q", 1, 5), Indicator("i", "Q", 1, 5)))
    programme = Programme(
        "p",
        modules=(Module("a", develops=("k",)), Module("a", requires=("y",))),
        order=("a", "a"),
        framework=MaturityFramework(
            "f",
            levels=(MaturityLevel("g"), MaturityLevel("g", floor=50)),
            dimensions=(MaturityDimension("k", dimensions=(inside,)), MaturityDimension("f")),
        ),
        organisations=(Organisation("bokn"), Organisation("bokn")),
        cohorts=(Cohort("nord", members=("bokn", "bokn")), Cohort("nord")),
        timetable=Timetable((gathering, gathering)),
    )
    assert found(programme, "duplicate-id") == [
        ("modules/a[2]", ("module", "a", "modules/a"), ()),
        ("order/1", ("order", "a", "order/0"), ()),
        ("framework/levels/g[2]", ("level", "g", "framework/levels/g"), ()),
        ("framework/dimensions/k/dimensions/k", ("dimension", "k", "framework/dimensions/k"), ()),
        ("framework/dimensions/f", ("dimension", "f", "framework"), ()),
        (
            "framework/dimensions/k/dimensions/k/indicators/i[2]",
            ("indicator", "i", "framework/dimensions/k/dimensions/k/indicators/i"),
            (),
        ),
        ("organisations/bokn[2]", ("organisation", "bokn", "organisations/bokn"), ()),
        ("cohorts/nord[2]", ("cohort", "nord", "cohorts/nord"), ()),
        ("cohorts/nord/members/1", ("member", "bokn", "cohorts/nord/members/0"), ()),
        ("timetable/gatherings/a/nord[2]", ("gathering", "a/nord", "timetable/gatherings/a/nord"), ()),
    ]
    # the second module is not the one that `Unrequire` would change
    assert found(programme, "unknown-id") == [("modules/a[2]/requires/0", ("module", "y", ""), ())]


def test_a_prerequisite_said_twice_is_said_once_by_the_remedy() -> None:
    requires = (Prerequisite("b", BEFORE_OR_TOGETHER), Prerequisite("c"), Prerequisite("b", lag=7))
    programme = Programme("p", modules=(Module("a", requires=requires), Module("b"), Module("c")))
    assert found(programme, "duplicate-prerequisite") == [
        ("modules/a/requires/2", ("a", "b", 0), (Require("a", Prerequisite("b", BEFORE, 7)),))
    ]


def test_a_prerequisite_that_one_cannot_say_is_left_as_it_is() -> None:
    requires = (Prerequisite("b", TOGETHER), Prerequisite("b"))
    programme = Programme("p", modules=(Module("a", requires=requires), Module("b")))
    assert found(programme, "duplicate-prerequisite") == [("modules/a/requires/1", ("a", "b", 0), ())]


def test_a_ring_is_told_whole_with_every_prerequisite_that_could_be_dropped() -> None:
    programme = Programme(
        "p",
        modules=(
            Module("c", requires=("b",)),
            Module("b", requires=("x", "a")),
            Module("a", requires=("c",)),
            Module("x"),
        ),
    )
    remedies = (Unrequire("b", "a"), Unrequire("c", "b"), Unrequire("a", "c"))
    assert found(programme, "ring") == [("modules/b/requires/1", (("a", "b", "c"), 3), remedies)]


def test_a_module_that_requires_itself_is_a_ring() -> None:
    programme = Programme("p", modules=(Module("a", requires=("a",)),))
    assert found(programme, "ring") == [("modules/a/requires/0", (("a",), 1), (Unrequire("a", "a"),))]


def test_a_link_that_two_modules_state_is_not_offered_to_be_dropped() -> None:
    both_ways = Module("a", requires=(Prerequisite("b", TOGETHER),)), Module("b", requires=("a",))
    # without b's, a and b may be taken together; without a's, b comes after a: either breaks the ring
    assert found(Programme("p", modules=both_ways), "ring") == [
        ("modules/b/requires/0", (("a", "b"), 2), (Unrequire("b", "a"), Unrequire("a", "b")))
    ]
    stubborn = tuple(
        Module(one, requires=(Prerequisite(other, TOGETHER), Prerequisite(other, BEFORE)))
        for one, other in (("a", "b"), ("b", "a"))
    )
    assert found(Programme("p", modules=stubborn), "ring") == [("modules/b/requires/1", (("a", "b"), 2), ())]


def test_the_teaching_order_goes_against_a_prerequisite() -> None:
    programme = Programme(
        "p",
        modules=(Module("a"), Module("b", requires=("a",)), Module("c", requires=("a",))),
        order=("b", "c", "a"),
    )
    assert found(programme, "teaching-order") == [
        (
            "modules/b/requires/0",
            ("b", "a", "before"),
            (Move("b", after="a"), Move("a", before="b"), Unrequire("b", "a")),
        ),
        (
            "modules/c/requires/0",
            ("c", "a", "before"),
            (Move("c", after="a"), Move("a", before="c"), Unrequire("c", "a")),
        ),
    ]


def test_a_move_that_goes_against_another_prerequisite_comes_second() -> None:
    programme = Programme(
        "p",
        modules=(Module("a"), Module("b", requires=("a",)), Module("c", requires=("b",))),
        order=("b", "c", "a"),
    )
    (only,) = found(programme, "teaching-order")
    assert only[2] == (Move("a", before="b"), Move("b", after="a"), Unrequire("b", "a"))


def test_modules_taken_together_are_taught_side_by_side() -> None:
    modules = (Module("a", requires=(Prerequisite("c", TOGETHER),)), Module("b"), Module("c"))
    programme = Programme("p", modules=modules, order=("a", "b", "c"))
    assert found(programme, "teaching-order") == [
        (
            "modules/a/requires/0",
            ("a", "c", "together"),
            (Move("a", after="c"), Move("c", before="a"), Unrequire("a", "c")),
        )
    ]


def test_where_no_order_is_stated_there_is_nothing_to_go_against() -> None:
    modules = (Module("a", requires=("b", Prerequisite("c", RECOMMENDED))), Module("b"), Module("c"))
    assert check(Programme("p", modules=modules)) == ()


def test_a_ring_is_not_told_again_as_a_teaching_order() -> None:
    modules = (Module("a", requires=("b",)), Module("b", requires=("a",)))
    assert [one.rule for one in check(Programme("p", modules=modules, order=("a", "b")))] == ["ring"]


def test_a_recommended_prerequisite_should_be_taught_earlier() -> None:
    modules = (
        Module("a", requires=(Prerequisite("c", RECOMMENDED),)),
        Module("b", requires=("a",)),
        Module("c"),
    )
    programme = Programme("p", modules=modules, order=("a", "b", "c"))
    # to move `a` after `c` would put it after `b`, which requires it
    assert found(programme, "recommended-not-met") == [
        ("modules/a/requires/0", ("a", "c"), (Move("c", before="a"), Unrequire("a", "c")))
    ]


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


def test_every_cohort_meets_for_every_module() -> None:
    programme = timed(Module("a"), Module("b"), days={"a": 0})
    assert found(programme, "no-gathering") == [("cohorts/nord", ("nord", "b"), ())]
    assert check(timed(Module("a"), Module("b"), days={})) == ()


def test_every_organisation_is_in_one_cohort() -> None:
    programme = Programme(
        "p",
        organisations=tuple(Organisation(id_) for id_ in ("bokn", "time", "sola")),
        cohorts=(Cohort("nord", members=("bokn",)), Cohort("sør", members=("time", "bokn"))),
    )
    assert found(programme, "no-cohort") == [("organisations/sola", ("sola",), ())]
    assert found(programme, "two-cohorts") == [("cohorts/sør/members/1", ("bokn", "sør", "nord"), ())]
    assert check(Programme("p", organisations=(Organisation("bokn"),))) == ()


def test_every_module_develops_something_and_every_dimension_is_developed() -> None:
    below = (MaturityDimension("k1"), MaturityDimension("k2", dimensions=(MaturityDimension("k3"),)))
    framework = MaturityFramework(
        "f",
        dimensions=(
            MaturityDimension("k", dimensions=below),
            MaturityDimension("l", dimensions=(MaturityDimension("l1"),)),
            MaturityDimension("m", dimensions=(MaturityDimension("m1"),)),
        ),
    )
    modules = (Module("a", develops=("k1", "m")), Module("b"))
    programme = Programme("p", modules=modules, framework=framework)
    assert found(programme, "develops-nothing") == [("modules/b", ("b",), ())]
    assert found(programme, "undeveloped") == [
        ("framework/dimensions/k/dimensions/k2", ("k2",), ()),
        ("framework/dimensions/l", ("l",), ()),
    ]


def test_a_sound_programme_is_given_back_and_any_other_raises_with_all_its_errors() -> None:
    warned = Programme("p", framework=MaturityFramework("f"), modules=(Module("a"),))
    assert ensure_sound(warned) is warned
    faulty = Programme("p", modules=(Module("a", requires=("a", "x")), Module("b", requires=("c",))))
    with pytest.raises(Unsound) as raised:
        ensure_sound(faulty)
    findings = [one for one in raised.value.findings if isinstance(one, Finding)]
    assert [one.rule for one in findings] == ["unknown-id", "unknown-id", "ring"]
