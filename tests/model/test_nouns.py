import datetime as dt
import pickle

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import UnknownDimension
from kompetanse.model import (
    ClosedPeriod,
    Deadline,
    Facilitator,
    Finding,
    Gathering,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    Module,
    NotBefore,
    Pin,
    PlanningRules,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Provenance,
    Severity,
    Text,
    Timetable,
    item_keys,
)
from kompetanse.testing import strategies


def test_plain_text_is_the_same_in_both_languages() -> None:
    assert Text("Haugesund").language("en") == "Haugesund"
    assert Text("Strategi", "Strategy").language("nb") == "Strategi"
    assert str(Text("Strategi", "Strategy")) == "Strategy"


@pytest.mark.parametrize(
    ("ids", "keys"),
    [
        ([], ()),
        (["a", "b"], ("a", "b")),
        (["a", "a", "b", "a"], ("a", "a[2]", "b", "a[3]")),
        ([None, "a", None], ("0", "a", "2")),
    ],
)
def test_items_are_named_by_id_or_number(ids: list[str | None], keys: tuple[str, ...]) -> None:
    assert item_keys(ids) == keys


@given(st.lists(st.none() | st.sampled_from(("a", "b", "c"))))
def test_no_two_items_have_one_key(ids: list[str | None]) -> None:
    assert len(set(item_keys(ids))) == len(ids)


@settings(max_examples=40, deadline=None)
@given(strategies.programmes())
def test_a_programme_can_be_hashed_compared_and_sent_to_another_process(programme: Programme) -> None:
    other = pickle.loads(pickle.dumps(programme))  # noqa: S301  # our own bytes
    assert other == programme
    assert hash(other) == hash(programme)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        programme.id = "x"  # type: ignore[misc]  # on purpose


def test_the_teaching_order_names_every_module_once() -> None:
    modules = Module("c"), Module("b"), Module("a"), Module("b")
    assert Programme("p", modules=modules).teaching_order == ("a", "b", "c")
    assert Programme("p", modules=modules, order=("c", "x", "c")).teaching_order == ("c", "a", "b")


@pytest.mark.parametrize(
    ("kind", "lag", "binding", "strict"),
    [
        (PrerequisiteKind.BEFORE, 0, True, True),
        (PrerequisiteKind.BEFORE_OR_TOGETHER, 0, True, False),
        (PrerequisiteKind.BEFORE_OR_TOGETHER, 1, True, True),
        (PrerequisiteKind.TOGETHER, 0, True, False),
        (PrerequisiteKind.TOGETHER, 1, True, True),
        (PrerequisiteKind.RECOMMENDED, 0, False, False),
        (PrerequisiteKind.RECOMMENDED, 1, False, False),
    ],
)
def test_a_lag_makes_any_binding_kind_strict(
    kind: PrerequisiteKind, lag: int, *, binding: bool, strict: bool
) -> None:
    assert kind.binding is binding
    assert Prerequisite("a", kind, lag).strict is strict


def test_both_ends_of_a_closed_period_belong_to_it() -> None:
    easter = ClosedPeriod(dt.date(2023, 4, 3), dt.date(2023, 4, 10), "Påske")
    days = [dt.date(2023, 4, day) for day in (2, 3, 10, 11)]
    assert [day in easter for day in days] == [False, True, True, False]


def test_gatherings_are_given_earliest_first() -> None:
    late, early = Gathering("a", "n", dt.date(2023, 6, 7)), Gathering("b", "n", dt.date(2023, 6, 6))
    afternoon = Gathering("b", "s", dt.date(2023, 6, 6), dt.time(12), dt.time(15, 30))
    timetable = Timetable((late, afternoon, early))
    assert timetable.of_cohort("n") == (early, late)
    assert timetable.of_module("b") == (early, afternoon)
    assert timetable.without("b").gatherings == (late,)
    assert afternoon.hours == 3.5


def test_of_several_gatherings_of_a_pair_the_first_that_is_listed_is_given() -> None:
    late, early = (Gathering("a", "n", dt.date(2023, month, 1)) for month in (5, 2))
    other = Gathering("a", "s", dt.date(2023, 1, 1))
    assert Timetable((late, early, other)).first_of_each() == {("n", "a"): late, ("s", "a"): other}


def test_a_framework_is_walked_from_above() -> None:
    asked = Indicator("i", "Q", 1, 5)
    narrow = MaturityDimension("b", indicators=(asked,))
    framework = MaturityFramework(
        "f",
        dimensions=(
            MaturityDimension("a", dimensions=(narrow, MaturityDimension("c"))),
            MaturityDimension("d"),
        ),
    )
    assert [one.id for one in framework.walk()] == ["a", "b", "c", "d"]
    assert list(framework.indicators()) == [asked]
    assert framework.dimension("b") is narrow
    with pytest.raises(UnknownDimension) as raised:
        framework.dimension("x")
    assert raised.value == UnknownDimension("x")


def test_a_section_may_say_that_it_only_illustrates() -> None:
    programme = Programme("p", provenance=(Provenance("timetable", illustrative=True), Provenance("order")))
    assert programme.is_illustrative("timetable")
    assert not programme.is_illustrative("order")
    assert not programme.is_illustrative("modules")


def test_a_finding_gives_its_details_by_name() -> None:
    finding = Finding("weekend", Severity.WARNING, "here", (("module", "a"), ("days", 2)))
    assert finding["days"] == 2
    assert str(finding) == "warning: here: weekend (module=a, days=2)"


def test_planning_rules_without_a_module_say_nothing_of_it() -> None:
    day = dt.date(2027, 4, 13)
    rules = PlanningRules(
        deadlines=[Deadline("a", day), Deadline("b", day)],
        not_before=[NotBefore("a", day)],
        pins=[Pin("a", "nord", day)],
        facilitators=[
            Facilitator("kari"),
            Facilitator("ola", modules=["a", "b"]),
            Facilitator("per", modules=["a"]),
        ],
    )
    rest = rules.without("a")
    assert rest == Programme("p", modules=[Module("a"), Module("b")], planning=rules).without("a").planning
    assert (rest.deadlines, rest.not_before, rest.pins) == (rules.deadlines[1:], (), ())
    assert [(one.id, one.modules) for one in rest.facilitators] == [("kari", ()), ("ola", ("b",))]
