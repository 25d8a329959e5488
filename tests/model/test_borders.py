"""What is handed in from outside: values of subclasses, wrong types, odd texts, much at once."""

import datetime as dt
import pickle
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import pytest

from kompetanse.checks import check, ensure_sound
from kompetanse.errors import (
    DateOutOfRange,
    InvalidValue,
    UnknownCohort,
    UnknownDimension,
    UnknownModule,
    UnknownOrganisation,
    UnknownWave,
    close_to,
    shown,
)
from kompetanse.files import bundled, read_programme, write_programme
from kompetanse.graph import DependencyGraph
from kompetanse.model import (
    Cohort,
    Drop,
    Gathering,
    MaturityDimension,
    MaturityFramework,
    Module,
    Move,
    Organisation,
    Phase,
    Prerequisite,
    Programme,
    Session,
    Text,
    Timetable,
)
from kompetanse.model.rules import TURNING
from kompetanse.planning import journey
from kompetanse.scoring import changes, score, waterfall

DAY = dt.date(2023, 6, 6)
NOTHING: Any = None
WORD: Any = "x"


class Name(str):
    __slots__ = ()


class Days(IntEnum):
    WEEK = 7


class Day(dt.date):
    pass


class Clock(dt.time):
    pass


def deep(levels: int) -> list[Any]:
    nested: list[Any] = []
    for _ in range(levels):
        nested = [nested]
    return nested


@pytest.mark.parametrize("value", [[10**5000], deep(100_000), 10**5000, float("nan"), "\u202e"], ids=type)
def test_anything_can_be_shown(value: object) -> None:
    assert len(shown(value)) <= 62


def test_a_huge_number_is_out_of_range_and_not_too_much() -> None:
    with pytest.raises(InvalidValue, match="found a huge number"):
        Phase(hours=10**400)
    assert str(DateOutOfRange(DAY, 10**5000)).startswith("a huge number days")


def test_a_value_of_a_subclass_is_taken_for_what_it_is_and_comes_back(tmp_path: Path) -> None:
    hours: Any = np.float64(2.5)
    module = Module(
        np.str_("m"), Text(Name("M")), develops=(Name("d"),), preparation=Phase(Days.WEEK, hours),
        sessions=(Session(Clock(9), Clock(10), Name("S")),),
    )  # fmt: skip
    gathering = Gathering(Name("m"), Name("c"), Day(2023, 6, 6), Clock(9), Clock(15))
    dimension = MaturityDimension(Name("d"), weight=np.float64(2))
    programme = Programme(
        Name("p"),
        modules=(module,),
        order=(Name("m"),),
        framework=MaturityFramework("f", version=Name("1"), dimensions=(dimension,)),
        organisations=(Organisation("o", number=Name("0301"), leaders=Days.WEEK),),
        timetable=Timetable((gathering,)),
    )
    for ending in ("yaml", "json"):
        write_programme(programme, tmp_path / f"p.{ending}")
        assert read_programme(tmp_path / f"p.{ending}") == programme
    for value, kind in (
        (module.id, str), (module.name.nb, str), (module.develops[0], str), (module.preparation.days, int),
        (module.preparation.hours, float), (module.sessions[0].start, dt.time), (gathering.date, dt.date),
        (dimension.weight, float), (programme.order[0], str),
    ):  # fmt: skip
        assert type(value) is kind


def test_a_set_is_no_list_since_it_has_no_order() -> None:
    for ids in ({"a", "b"}, frozenset("ab"), {"a": 1}.keys()):
        with pytest.raises(InvalidValue, match=r"Module\.requires: should be a list"):
            Module("m", requires=ids)


@pytest.mark.parametrize("breaking", ["a\nb", "a\tb", "a\u2028b"])
def test_a_name_stands_on_one_line_and_other_text_need_not(breaking: str) -> None:
    for make in (
        lambda: Module("m", breaking),
        lambda: Cohort("c", Text("a", breaking)),
        lambda: Session(dt.time(9), dt.time(10), breaking),
        lambda: Gathering("m", "c", DAY, place=breaking),
        lambda: MaturityFramework("f", version=breaking),
    ):
        with pytest.raises(InvalidValue, match="should stand on one line"):
            make()
    assert Phase(tasks=(breaking,)).tasks == (Text(breaking),)


@pytest.mark.parametrize("character", sorted(TURNING))
def test_no_text_turns_what_follows_it_round(character: str) -> None:
    with pytest.raises(InvalidValue, match="turns the text after it round"):
        Text(f"a{character}b")


MODULE = Module("a")
PROGRAMME = Programme("p", modules=(MODULE, Module("b")))
GATHERING = Gathering("a", "c", DAY)
CARD = score(Programme("p", framework=MaturityFramework("f")), ())

REFUSED: list[tuple[Callable[[], object], str]] = [
    (lambda: PROGRAMME.reorder(NOTHING), "Programme.reorder.order: should be a list; found None"),
    (lambda: PROGRAMME.reorder((NOTHING,)), "Programme.reorder.order: should be str; found None"),
    (lambda: PROGRAMME.with_module(WORD), "Programme.with_module.module: should be Module; found 'x'"),
    (
        lambda: PROGRAMME.with_prerequisite("a", NOTHING),
        "Programme.with_prerequisite.prerequisite: should be Prerequisite or AnyOf; found None",
    ),
    (
        lambda: Timetable().shifted(NOTHING),
        "Timetable.shifted.days: should be a whole number, such as 14; found None",
    ),
    (
        lambda: Timetable().shifted(True),  # noqa: FBT003  # on purpose
        "Timetable.shifted.days: should be a whole number, such as 14; found True",
    ),
    (
        lambda: GATHERING.shifted(WORD),
        "Gathering.shifted.days: should be a whole number, such as 14; found 'x'",
    ),
    (
        lambda: MODULE.span(NOTHING),
        "Module.span.gathering: should be a date, such as 2023-06-06; found None",
    ),
    (lambda: DependencyGraph(NOTHING), "DependencyGraph.programme: should be Programme; found None"),
    (
        lambda: DependencyGraph(PROGRAMME).violated(NOTHING),
        "DependencyGraph.violated.order: should be a list; found None",
    ),
    (lambda: check(NOTHING), "check.programme: should be Programme; found None"),
    (lambda: ensure_sound(NOTHING), "ensure_sound.programme: should be Programme; found None"),
    (lambda: journey(NOTHING, on=DAY), "journey.programme: should be Programme; found None"),
    (
        lambda: journey(PROGRAMME, on=DAY, participation=[WORD]),
        "journey.participation: should be Participation; found 'x'",
    ),
    (lambda: score(NOTHING, ()), "score.subject: should be Programme or MaturityFramework; found None"),
    (lambda: score(CARD_PROGRAMME, [WORD]), "score.assessments: should be Assessment; found 'x'"),
    (lambda: Drop("a").apply(NOTHING), "Drop.apply.programme: should be Programme; found None"),
    (lambda: read_programme(NOTHING), "read_programme.path: should be str or PathLike; found None"),
    (
        lambda: write_programme(PROGRAMME, NOTHING),
        "write_programme.path: should be str or PathLike; found None",
    ),
    (lambda: bundled(NOTHING), "bundled.name: should be str; found None"),
    (lambda: Text("a").language(WORD), "Text.lang: should be one of nb, en; found 'x'"),
]
CARD_PROGRAMME: Programme = Programme("p", framework=MaturityFramework("f"))


@pytest.mark.parametrize(("call", "sentence"), REFUSED, ids=[sentence[:40] for _, sentence in REFUSED])
def test_no_verb_takes_what_it_cannot_use(call: Callable[[], object], sentence: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        call()
    assert str(raised.value) == sentence


@pytest.mark.parametrize("odd", [5, [], [10**5000], np.array([1, 2]), print], ids=type)
def test_what_is_no_id_is_not_on_a_card_and_the_error_of_it_pickles(odd: Any) -> None:  # noqa: ANN401  # on purpose
    asked: list[Callable[[], object]] = [
        lambda: CARD.of(odd, "f", "w"),
        lambda: CARD.network(odd, "w"),
        lambda: CARD.indicator(odd, "i", "w"),
        lambda: CARD.gaps(odd),
        lambda: CARD.profile(odd, "w"),
        lambda: changes(CARD, after=odd),
        lambda: waterfall(CARD, organisation=odd),
    ]
    for call in asked:
        with pytest.raises(LookupError, match="there is no") as raised:
            call()
        assert pickle.loads(pickle.dumps(raised.value)) == raised.value  # noqa: S301  # its own bytes


def test_what_is_no_programme_overwrites_no_file(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    write_programme(PROGRAMME, path)
    module: Any = MODULE
    with pytest.raises(InvalidValue):
        write_programme(module, path)
    assert read_programme(path) == PROGRAMME


@pytest.mark.parametrize("odd", [None, 5, [], [10**5000]])
def test_what_is_no_id_is_not_known_whatever_it_is(odd: Any) -> None:  # noqa: ANN401  # on purpose
    asked: list[tuple[type[Exception], Callable[[], object]]] = [
        (UnknownModule, lambda: PROGRAMME.module(odd)),
        (UnknownOrganisation, lambda: PROGRAMME.organisation(odd)),
        (UnknownCohort, lambda: PROGRAMME.cohort(odd)),
        (UnknownDimension, lambda: MaturityFramework("f").dimension(odd)),
        (UnknownOrganisation, lambda: CARD.of(odd, "f", "w")),
        (UnknownDimension, lambda: CARD.network(odd, "w")),
        (UnknownWave, lambda: CARD.gaps(odd)),
        (UnknownOrganisation, lambda: CARD.profile(odd, "w")),
        (UnknownOrganisation, lambda: waterfall(CARD, organisation=odd)),
        (UnknownModule, lambda: DependencyGraph(PROGRAMME).ancestors(odd)),
        (UnknownCohort, lambda: journey(PROGRAMME, on=DAY).of_cohort(odd)),
    ]
    for error, call in asked:
        with pytest.raises(error) as raised:
            call()
        assert str(raised.value).startswith("there is no")


def test_what_is_no_word_is_close_to_none() -> None:
    for odd in (None, 5, "x" * 10_000):
        assert close_to(odd, ["a"]) == ""


def test_a_plain_id_is_a_prerequisite_before() -> None:
    assert PROGRAMME.with_prerequisite("a", "b").module("a").requires == (Prerequisite("b"),)


def test_moves_in_a_large_timetable_build_it_once() -> None:
    modules = tuple(Module(f"m{number}") for number in range(60))
    gatherings = [
        Gathering(module.id, f"c{cohort}", DAY + dt.timedelta(days=number))
        for cohort in range(357)
        for number, module in enumerate(modules)
    ]
    order = tuple(module.id for module in modules)
    programme = Programme("p", modules=modules, order=order, timetable=Timetable(gatherings))
    start = process_time()
    moved = Move("m0", after="m1").apply(programme)
    assert moved == programme.reorder(("m1", "m0", *order[2:]))
    assert process_time() - start < 10  # it was a rebuilding for each of 357 cohorts
    for cohort in ("c0", "c356"):
        assert [one.module for one in moved.timetable.of_cohort(cohort)] == ["m1", "m0", *order[2:]]
