"""Two modules made one, one made two."""

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetanse.errors import AlreadyThere, InvalidValue, Problem, UnknownModule
from kompetanse.model import (
    AnyOf,
    Deadline,
    Facilitator,
    Gathering,
    Merge,
    Module,
    Phase,
    PlanningRules,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Session,
    Split,
    Text,
    Timetable,
)
from kompetanse.testing import strategies

BEFORE_OR_TOGETHER, TOGETHER = PrerequisiteKind.BEFORE_OR_TOGETHER, PrerequisiteKind.TOGETHER
DAY = dt.date(2023, 6, 6)


def session(start: int, end: int) -> Session:
    return Session(dt.time(start), dt.time(end), f"{start}")


A = Module(
    "a",
    "Alfa",
    develops=("x", "y"),
    preparation=Phase(7, 3, ("les",)),
    sessions=(session(9, 11), session(13, 15)),
    follow_up=Phase(14, 2, ("prøv",)),
    tools=("plan",),
)
B = Module(
    "b",
    "Beta",
    develops=("y", "z"),
    preparation=Phase(10, 1.5, ("skriv",)),
    sessions=(session(8, 9), session(10, 12), session(12, 13)),
    follow_up=Phase(1, 0.5, ("del",)),
    tools=("plan", "kart"),
)


def with_requires(**requires: tuple[str | Prerequisite, ...]) -> Programme:
    return Programme("p", modules=[Module(id_, requires=its) for id_, its in requires.items()])


def test_what_is_merged_has_the_work_the_themes_and_the_tools_of_both() -> None:
    merged = Merge("b", "a").apply(Programme("p", modules=(A, B), order=("b", "a")))
    assert merged.order == ("a",)
    assert merged.modules == (
        Module(
            "a",
            "Alfa",
            develops=("x", "y", "z"),
            preparation=Phase(10, 4.5, ("les", "skriv")),
            sessions=(session(8, 9), session(9, 11), session(12, 13), session(13, 15)),
            follow_up=Phase(14, 2.5, ("prøv", "del")),
            tools=("plan", "kart"),
        ),
    )


def test_what_is_merged_keeps_its_own_days_and_rules_alone() -> None:
    timetable = Timetable([Gathering("a", "nord", DAY), Gathering("b", "nord", DAY + dt.timedelta(days=7))])
    rules = PlanningRules(
        deadlines=[Deadline("a", DAY), Deadline("b", DAY)],
        facilitators=[Facilitator("kari", modules=("a", "b")), Facilitator("ola", modules=("b",))],
    )
    merged = Merge("b", "a").apply(Programme("p", modules=(A, B), timetable=timetable, planning=rules))
    assert merged.timetable.gatherings == timetable.gatherings[:1]
    assert merged.planning.deadlines == rules.deadlines[:1]
    assert merged.planning.facilitators == (Facilitator("kari", modules=("a",)),)


def test_what_is_merged_requires_what_either_did_but_not_each_other() -> None:
    programme = with_requires(
        a=("b", "c", Prerequisite("d", BEFORE_OR_TOGETHER)),
        b=("a", Prerequisite("c", lag=7), "d"),
        c=(),
        d=(),
    )
    merged = Merge("b", "a").apply(programme)
    assert merged.module("a").requires == (Prerequisite("c", lag=7), Prerequisite("d"))


def test_what_required_either_requires_what_is_merged_once_the_stricter() -> None:
    both = Prerequisite("a", BEFORE_OR_TOGETHER, 3), Prerequisite("b")
    programme = with_requires(a=(), b=(), c=both, d=(Prerequisite("b", TOGETHER), "c"))
    merged = Merge("b", "a").apply(programme)
    assert merged.module("c").requires == (Prerequisite("a", lag=3),)
    assert merged.module("d").requires == (Prerequisite("a", TOGETHER), Prerequisite("c"))


def test_groups_name_what_is_merged_once_with_the_nearer_lag() -> None:
    groups = (AnyOf((Prerequisite("b", lag=3), "c", Prerequisite("a", lag=9))), AnyOf(("b",)), AnyOf(("a",)))
    programme = Programme("p", modules=(Module("a"), Module("b"), Module("c"), Module("d", any_of=groups)))
    merged = Merge("b", "a").apply(programme)
    assert merged.module("d").any_of == (AnyOf((Prerequisite("a", lag=3), "c")), AnyOf(("a",)))


def test_a_group_of_either_that_names_the_other_is_met() -> None:
    a, b = Module("a", any_of=(("b", "c"), ("c",))), Module("b", any_of=(("a", "c"), ("c",), ("d",)))
    merged = Merge("b", "a").apply(Programme("p", modules=(a, b, Module("c"), Module("d"))))
    assert merged.module("a").any_of == (AnyOf(("c",)), AnyOf(("d",)))


def test_a_ring_through_one_of_two_that_are_merged_is_kept_for_the_checks_to_find() -> None:
    merged = Merge("b", "a").apply(with_requires(a=(), b=("b", "c"), c=("a",)))
    assert merged.module("a").requires == (Prerequisite("a"), Prerequisite("c"))


def test_only_modules_that_are_there_are_merged_or_split() -> None:
    programme = Programme("p", modules=(A,))
    for change in (Merge("a", "x"), Merge("x", "a"), Split("x", "b")):
        with pytest.raises(UnknownModule) as raised:
            change.apply(programme)
        assert raised.value == UnknownModule("x")


def test_two_halves_share_what_the_module_was() -> None:
    programme = Programme("p", modules=(Module("c", requires=("a",)), A), order=("a", "c"))
    split = Split("a", "a-2", Text("Mer", "More")).apply(programme)
    assert split.order == ("a", "a-2", "c")
    assert split.modules == (
        Module("c", requires=("a-2",)),
        Module(
            "a",
            "Alfa",
            develops=("x", "y"),
            preparation=Phase(7, 1.5, ("les",)),
            sessions=(session(9, 11),),
            follow_up=Phase(14, 1),
        ),
        Module(
            "a-2",
            Text("Mer", "More"),
            requires=("a",),
            develops=("x", "y"),
            preparation=Phase(7, 1.5),
            sessions=(session(13, 15),),
            follow_up=Phase(14, 1, ("prøv",)),
            tools=("plan",),
        ),
    )


def test_the_second_half_takes_the_sessions_and_dimensions_that_are_named() -> None:
    split = Split("a", "b", sessions=2, develops=("y",)).apply(Programme("p", modules=(A,)))
    first, second = split.modules
    assert (first.sessions, first.develops) == ((), ("x",))
    assert (second.sessions, second.develops, second.name) == (A.sessions, ("y",), Text("b"))
    none = Split("a", "b", sessions=0).apply(Programme("p", modules=(A,)))
    assert none.module("a").sessions == A.sessions


def test_of_an_odd_day_the_first_half_has_the_more_sessions() -> None:
    split = Split("b", "b-2").apply(Programme("p", modules=(B,)))
    assert [len(one.sessions) for one in split.modules] == [2, 1]


def test_what_required_the_module_requires_the_second_half_in_the_same_way() -> None:
    requires = (Prerequisite("b"), Prerequisite("a", TOGETHER))
    programme = Programme(
        "p",
        modules=(
            Module("a"),
            Module("b"),
            Module("c", requires=requires, any_of=(AnyOf((Prerequisite("a", lag=2), "b")),)),
        ),
    )
    split = Split("a", "a-2").apply(programme)
    assert split.module("c").requires == (Prerequisite("b"), Prerequisite("a-2", TOGETHER))
    assert split.module("c").any_of == (AnyOf((Prerequisite("a-2", lag=2), "b")),)


def test_who_leads_a_module_leads_both_halves_and_the_first_keeps_its_days() -> None:
    timetable = Timetable([Gathering("a", "nord", DAY)])
    rules = PlanningRules(
        deadlines=[Deadline("a", DAY)],
        facilitators=[
            Facilitator("kari", modules=("a",)),
            Facilitator("ola"),
            Facilitator("siv", modules=("b",)),
        ],
    )
    split = Split("a", "a-2").apply(Programme("p", modules=(A, B), timetable=timetable, planning=rules))
    assert split.timetable == timetable
    assert split.planning.deadlines == rules.deadlines
    assert [one.modules for one in split.planning.facilitators] == [("a", "a-2"), (), ("b",)]


def test_a_split_that_cannot_be_made_says_why() -> None:
    programme = Programme("p", modules=(A, B))
    with pytest.raises(AlreadyThere):
        Split("a", "b").apply(programme)
    with pytest.raises(InvalidValue) as few:
        Split("a", "c", sessions=3).apply(programme)
    assert str(few.value) == "Split.sessions: should lie between 0 and 2; found 3"
    with pytest.raises(InvalidValue) as other:
        Split("a", "c", develops=("z",)).apply(programme)
    assert other.value.problem == Problem("not-developed", (("module", "a"), ("found", "'z'")))
    assert str(other.value) == "Split.develops: the module a does not develop 'z'; name some of what it does"


@settings(max_examples=100)
@given(strategies.programmes(), st.data())
def test_halves_that_are_merged_again_are_the_module_again(programme: Programme, data: st.DataObject) -> None:
    modules = [attrs.evolve(one, tools=tuple(dict.fromkeys(one.tools))) for one in programme.modules]
    programme = attrs.evolve(programme, modules=modules, order=programme.teaching_order)
    change = data.draw(strategies.changes(programme, kind=Split))
    assert isinstance(change, Split)
    if change.module not in programme.order:
        return
    again = Merge(change.id, change.module).apply(change.apply(programme))
    assert [_sorted(one) for one in again.modules] == [_sorted(one) for one in programme.modules]
    assert attrs.evolve(again, modules=()) == attrs.evolve(programme, modules=())


def _sorted(module: Module) -> Module:
    return attrs.evolve(module, develops=sorted(module.develops))
