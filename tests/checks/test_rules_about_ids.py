"""One design for each rule about ids: what it finds, exactly where, with which facts and remedies."""

import datetime as dt

from kompetanse.checks import check
from kompetanse.model import (
    Assumption,
    Baseline,
    Change,
    Cohort,
    Factor,
    Gathering,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    Module,
    Organisation,
    Programme,
    Timetable,
    Unrequire,
)

Found = tuple[str, tuple[object, ...], tuple[Change, ...]]
TUESDAY = dt.date(2023, 6, 6)


def found(programme: Programme, rule: str) -> list[Found]:
    """The findings of one rule: place, the values of the details, remedies."""
    return [
        (one.place, tuple(value for _, value in one.details), one.remedies)
        for one in check(programme)
        if one.rule == rule
    ]


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


def test_a_baseline_is_told_where_another_has_its_id() -> None:
    programme = Programme(
        "p", modules=(Module("a"),), baselines=(Baseline("v1"), Baseline("v2"), Baseline("v1"))
    )
    assert found(programme, "duplicate-id") == [("baselines/v1[2]", ("baseline", "v1", "baselines/v1"), ())]


def test_an_assumption_is_told_where_another_is_about_its_factor() -> None:
    effect, other = Assumption(Factor.EFFECT, 0.5), Assumption(Factor.EFFECT, 0.6)
    programme = Programme("p", modules=(Module("a"),), assumptions=(effect, other))
    assert found(programme, "duplicate-id") == [
        ("assumptions/effect[2]", ("assumption", "effect", "assumptions/effect"), ())
    ]
