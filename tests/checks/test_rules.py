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
    MaturityDimension,
    MaturityFramework,
    Module,
    Move,
    Organisation,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Require,
    Severity,
    Timetable,
    Unrequire,
)

Found = tuple[str, tuple[object, ...], tuple[Change, ...]]
BEFORE, BEFORE_OR_TOGETHER = PrerequisiteKind.BEFORE, PrerequisiteKind.BEFORE_OR_TOGETHER
TOGETHER, RECOMMENDED = PrerequisiteKind.TOGETHER, PrerequisiteKind.RECOMMENDED
ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
SEVERITIES = {
    "unknown-id": ERROR, "duplicate-id": ERROR, "duplicate-prerequisite": WARNING, "ring": ERROR,
    "stuck": ERROR, "teaching-order": ERROR, "any-of-order": ERROR, "recommended-not-met": NOTE,
    "gathering-too-early": ERROR, "any-of-too-early": ERROR,
    "recommended-too-early": NOTE, "phases-overlap": WARNING, "same-day": ERROR, "weekend": WARNING,
    "closed-period": ERROR, "cohort-closed": ERROR, "day-to-avoid": NOTE,
    "before-start": ERROR, "after-end": ERROR, "deadline-missed": ERROR, "not-before": ERROR,
    "not-on-pin": ERROR,
    "gap-too-short": ERROR, "gap-too-long": ERROR, "against-stated-order": ERROR, "orders-differ": ERROR,
    "not-in-one-week": ERROR, "not-within-days": ERROR, "shared-day": ERROR,
    "too-few-facilitators": ERROR, "too-few-venues": ERROR, "sessions-overlap": ERROR,
    "session-outside-day": WARNING,
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
