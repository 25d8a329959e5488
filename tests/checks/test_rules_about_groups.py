"""Groups of which any one will do: what each rule finds, exactly where, with which facts and remedies."""

import datetime as dt

import pytest

from kompetanse.checks import check
from kompetanse.model import (
    AnyOf,
    Change,
    Cohort,
    Gathering,
    Module,
    Move,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Shift,
    Timetable,
    Unrequire,
)
from kompetanse.report import findings_text

Found = tuple[str, tuple[object, ...], tuple[Change, ...]]
TUESDAY = dt.date(2023, 6, 6)
DAY = dt.timedelta(days=1)
AB = AnyOf(("a", "b"))
LAGGED = AnyOf(("a", Prerequisite("b", lag=7)))


def found(programme: Programme, rule: str) -> list[Found]:
    """The findings of one rule: place, the values of the details, remedies."""
    return [
        (one.place, tuple(value for _, value in one.details), one.remedies)
        for one in check(programme)
        if one.rule == rule
    ]


def timed(*modules: Module, days: dict[str, int]) -> Programme:
    """A programme whose one cohort takes each module so many days after a Tuesday."""
    gatherings = tuple(Gathering(module, "nord", TUESDAY + DAY * after) for module, after in days.items())
    return Programme("p", modules=modules, cohorts=(Cohort("nord"),), timetable=Timetable(gatherings))


def test_an_option_that_is_not_there_is_told_at_its_place() -> None:
    group = AnyOf(("b", "strategy"))
    programme = Programme("p", modules=(Module("a", any_of=(("b",), group)), Module("b"), Module("strategi")))
    assert found(programme, "unknown-id") == [
        ("modules/a/any_of/1/1", ("module", "strategy", "strategi"), (Unrequire("a", group),))
    ]


def test_a_group_is_not_offered_to_be_dropped_where_the_next_one_says_the_same() -> None:
    programme = Programme(
        "p", modules=(Module("a", any_of=(("x", "b"), ("x", "c"))), Module("b"), Module("c"))
    )
    assert [remedies for _, _, remedies in found(programme, "unknown-id")] == [
        (),
        (Unrequire("a", AnyOf(("x", "c"))),),
    ]


def test_modules_that_no_choice_lets_begin_are_told_with_each_single_way_out() -> None:
    programme = Programme(
        "p",
        modules=(
            Module("x", any_of=(("y", "z"),)),
            Module("y", any_of=(("x",),)),
            Module("z", requires=("x",)),
            Module("w", requires=("y",)),
            Module("free"),
        ),
        order=("w", "y"),
    )
    # without y's group only w is freed beside it; without z's prerequisite z begins, then x, then y
    assert found(programme, "stuck") == [
        (
            "modules/w",
            (("w", "y", "x", "z"),),
            (Unrequire("x", AnyOf(("y", "z"))), Unrequire("y", AnyOf(("x",))), Unrequire("z", "x")),
        )
    ]


def test_what_waits_for_a_ring_alone_is_not_told_as_stuck() -> None:
    ring = Module("a", requires=("b",)), Module("b", requires=("a",))
    programme = Programme("p", modules=(*ring, Module("c", any_of=(AB,)), Module("d", requires=("c",))))
    assert {one.rule for one in check(programme)} == {"ring"}


def test_one_that_is_taken_together_with_a_module_is_no_choice_for_it() -> None:
    pair = (
        Module("a", any_of=(("b",),)),
        Module("b", requires=(Prerequisite("a", PrerequisiteKind.TOGETHER),)),
    )
    assert found(Programme("p", modules=pair), "stuck") == [
        ("modules/a", (("a", "b"),), (Unrequire("a", AnyOf(("b",))), Unrequire("b", "a")))
    ]


def test_the_teaching_order_puts_none_of_a_group_first() -> None:
    modules = (
        Module("m", any_of=(("c", "x"), AB)),
        Module("a"),
        Module("b", requires=("d",)),
        Module("c"),
        Module("d"),
    )
    programme = Programme("p", modules=modules, order=("c", "m", "b", "d", "a"))
    mended = attrs_order(programme, ("c", "m", "d", "b", "a"))
    assert found(mended, "any-of-order") == [
        (
            "modules/m/any_of/1",
            ("m", ("a", "b")),
            (
                Move("m", after="a"),
                Move("m", after="b"),
                Unrequire("m", AB),
            ),
        ),
    ]
    assert found(attrs_order(programme, ("c", "a", "m", "d", "b")), "any-of-order") == []
    assert found(attrs_order(programme, ()), "any-of-order") == []


def attrs_order(programme: Programme, order: tuple[str, ...]) -> Programme:
    return Programme("p", modules=programme.modules, order=order)


def test_a_move_that_goes_against_nothing_else_comes_first() -> None:
    modules = Module("m", any_of=(AB,)), Module("a"), Module("b"), Module("n", requires=("m",))
    programme = Programme("p", modules=modules, order=("m", "b", "n", "a"))
    assert [remedies[0] for _, _, remedies in found(programme, "any-of-order")] == [Move("m", after="b")]


@pytest.mark.parametrize(
    ("days", "option", "earliest", "moved"),
    [
        ({"m": 0, "a": 7, "b": 1}, "a", 8, 8),
        ({"m": 0, "a": 9, "b": 1}, "b", 8, 8),
        ({"m": 6, "b": 0}, "b", 7, 7),
        ({"m": 3, "a": 3}, "a", 4, 6),
        ({"m": 0, "a": 3}, "a", 4, 6),
    ],
)
def test_a_gathering_before_all_of_a_group_is_told_with_the_first_day_that_works(
    days: dict[str, int], option: str, earliest: int, moved: int
) -> None:
    programme = timed(Module("m", any_of=(LAGGED,)), Module("a"), Module("b"), days=days)
    ((place, details, remedies),) = found(programme, "any-of-too-early")
    assert place == "timetable/gatherings/m/nord"
    facts = dict(zip(("module", "cohort", "any_of", "option"), details, strict=False))
    assert facts == {"module": "m", "cohort": "nord", "any_of": ("a", "b"), "option": option}
    assert details[6:] == (
        TUESDAY + DAY * days[option],
        TUESDAY + DAY * earliest,
        earliest - days["m"],
    )
    assert remedies == (Shift("nord", moved - days["m"], "m"),)


@pytest.mark.parametrize(
    "days",
    [{"m": 7, "b": 0}, {"m": 1, "a": 0, "b": 90}, {"m": 0}, {"a": 7, "b": 7}, {"m": 1, "a": 0, "b": 0}],
)
def test_a_gathering_after_any_of_a_group_or_without_one_is_in_time(days: dict[str, int]) -> None:
    programme = timed(Module("m", any_of=(LAGGED,)), Module("a"), Module("b"), days=days)
    assert found(programme, "any-of-too-early") == []


def test_findings_about_groups_are_told_in_both_languages() -> None:
    programme = timed(
        Module("m", "Mål", any_of=(LAGGED,)),
        Module("a", "Alfa"),
        Module("b", "Beta"),
        days={"m": 0, "a": 7, "b": 1},
    )
    assert (
        "nord møtes til Mål 6. juni 2023, men det krever Alfa eller Beta før; med Alfa 13. juni 2023 er den "
        "tidligste dagen 14. juni 2023"
    ) in " ".join(findings_text(check(programme), programme, "nb").split())
    ordered = Programme("p", modules=programme.modules, order=("m", "a", "b"))
    assert "Mål requires Alfa or Beta before it, but the teaching order puts none of them there" in " ".join(
        findings_text(check(ordered), ordered, "en").split()
    )
