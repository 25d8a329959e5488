"""What no noun takes: each refusal word by word."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from kompetanse.errors import InvalidValue
from kompetanse.model import (
    Add,
    Answer,
    Assessment,
    Assume,
    Assumption,
    ClosedPeriod,
    Cohort,
    Column,
    Costs,
    Develop,
    Drop,
    Factor,
    Gathering,
    Indicator,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    Merge,
    Module,
    Move,
    Organisation,
    Participation,
    Phase,
    Prerequisite,
    Programme,
    Provenance,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Session,
    Shift,
    Split,
    Swap,
    Table,
    Text,
    Timetable,
)

wrong: Any = object  # what a type checker would stop, a file or a script may still hand over
DAY, NINE, TEN = dt.date(2023, 6, 6), dt.time(9), dt.time(10)
AN_ID = (
    "should be an id: up to 64 letters, digits, '-', '_' or '.', beginning with a letter or a digit; found "
)

TABLE: list[tuple[Callable[[], object], str]] = [
    (lambda: Module(""), f"Module.id: {AN_ID}''"),
    (lambda: Module("a b"), f"Module.id: {AN_ID}'a b'"),
    (lambda: Module("-a"), f"Module.id: {AN_ID}'-a'"),
    (lambda: Module("a\n"), f"Module.id: {AN_ID}'a\\n'"),
    (lambda: Module("a" * 65), f"Module.id: {AN_ID}'{'a' * 57}…'"),
    (lambda: Module("a\u030a"), f"Module.id: {AN_ID}'a\u030a'"),
    (lambda: Module(wrong), f"Module.id: {AN_ID}<class 'object'>"),
    (lambda: Module("a", name=" "), "Text.nb: should hold some text; found nothing but space"),
    (
        lambda: Module("a", name="b\x00"),
        "Text.nb: holds the character \\x00, which cannot be shown; take it out",
    ),
    (lambda: Module("a", name=1), "Module.name: should be Text; found 1"),  # type: ignore[arg-type]  # on purpose
    (lambda: Module("a", requires="b"), "Module.requires: should be a list; found 'b'"),
    (lambda: Module("a", requires=(1,)), "Module.requires: should be Prerequisite; found 1"),  # type: ignore[arg-type]  # on purpose
    (lambda: Module("a", develops="kultur"), "Module.develops: should be a list; found 'kultur'"),
    (lambda: Module("a", tools="verktøy"), "Module.tools: should be a list; found 'verktøy'"),
    (lambda: Text("a", 1), "Text.en: should be text; found 1"),  # type: ignore[arg-type]  # on purpose
    (lambda: Phase(-1), "Phase.days: should lie between 0 and 3660; found -1"),
    (lambda: Phase(days=True), "Phase.days: should be a whole number, such as 14; found True"),
    (lambda: Phase(1.5), "Phase.days: should be a whole number, such as 14; found 1.5"),  # type: ignore[arg-type]  # on purpose
    (lambda: Phase(10**99), "Phase.days: should lie between 0 and 3660; found a huge number"),
    (lambda: Phase(hours=float("nan")), "Phase.hours: should be a number, such as 2.5; found nan"),
    (lambda: Phase(hours=float("inf")), "Phase.hours: should lie between 0 and 10000; found inf"),
    (lambda: Phase(hours="x"), "Phase.hours: should be a number, such as 2.5; found 'x'"),  # type: ignore[arg-type]  # on purpose
    (lambda: Session(TEN, NINE, "A"), "Session: should end after it starts (10:00); found 09:00"),
    (
        lambda: Session(dt.time(9, 0, 1), TEN, "A"),
        "Session.start: should be in whole minutes and without a time zone; found 09:00:01",
    ),
    (
        lambda: Session("9", TEN, "A"),  # type: ignore[arg-type]  # on purpose
        "Session.start: should be a time of day, such as 09:00; found '9'",
    ),
    (lambda: Prerequisite("a", lag=3661), "Prerequisite.lag: should lie between 0 and 3660; found 3661"),
    (
        lambda: Prerequisite("a", "before"),  # type: ignore[arg-type]  # on purpose
        "Prerequisite.kind: should be PrerequisiteKind; found 'before'",
    ),
    (
        lambda: ClosedPeriod(DAY, dt.date(2023, 6, 5), "Fri"),
        "ClosedPeriod: should end after it starts (2023-06-06); found 2023-06-05",
    ),
    (
        lambda: Gathering("a", "b", DAY, TEN, TEN),
        "Gathering: should end after it starts (10:00); found 10:00",
    ),
    (
        lambda: Gathering("a", "b", dt.date(1899, 12, 31)),
        "Gathering.date: should lie between 1900-01-01 and 2199-12-31; found 1899-12-31",
    ),
    (
        lambda: Gathering("a", "b", dt.datetime(2023, 6, 6)),  # noqa: DTZ001  # a moment, on purpose
        "Gathering.date: should be a date, such as 2023-06-06; found datetime.datetime(2023, 6, 6, 0, 0)",
    ),
    (lambda: Timetable((1,)), "Timetable.gatherings: should be Gathering; found 1"),  # type: ignore[arg-type]  # on purpose
    (
        lambda: Organisation("a", number="301"),
        "Organisation.number: should have 4 digits (municipality) or 9 (organisation); found '301'",
    ),
    (
        lambda: Organisation("a", leaders=-1),
        "Organisation.leaders: should lie between 0 and 1000000; found -1",
    ),
    (
        lambda: Organisation("a", travel=1001),
        "Organisation.travel: should lie between 0 and 1000; found 1001",
    ),
    (lambda: Costs(-1), "Costs.leader_hour: should lie between 0 and 1000000000; found -1"),
    (lambda: Costs(gathering="x"), "Costs.gathering: should be a number, such as 2.5; found 'x'"),  # type: ignore[arg-type]  # on purpose
    (
        lambda: Costs(attendance=float("nan")),
        "Costs.attendance: should be a number, such as 2.5; found nan",
    ),
    (lambda: Assumption("effect", 1), "Assumption.factor: should be Factor; found 'effect'"),  # type: ignore[arg-type]  # on purpose
    (
        lambda: Assumption(Factor.TRANSFER, 1.5),
        "Assumption.likely: should lie between 0 and 1; found 1.5",
    ),
    (lambda: Assumption(Factor.EFFECT, 1, -6), "Assumption.low: should lie between -5 and 5; found -6"),
    (
        lambda: Assumption(Factor.EFFECT, 1, high=float("nan")),
        "Assumption.high: should be a number, such as 2.5; found nan",
    ),
    (
        lambda: Assumption(Factor.EFFECT, 1, 2),
        "Assumption: low, likely and high should rise; found 2, 1, 1",
    ),
    (lambda: Cohort("a", members=("b c",)), f"Cohort.members: {AN_ID}'b c'"),
    (lambda: Indicator("i", "Q", 5, 1), "Indicator: high should lie above low (5); found 1"),
    (
        lambda: Indicator("i", "Q", 1, 5, 0),
        "Indicator.weight: should lie between 1e-06 and 1000000; found 0",
    ),
    (
        lambda: MaturityDimension("a", target=101),
        "MaturityDimension.target: should lie between 0 and 100; found 101",
    ),
    (lambda: MaturityLevel("a", floor=-1), "MaturityLevel.floor: should lie between 0 and 100; found -1"),
    (
        lambda: MaturityFramework("f", levels=(MaturityLevel("a"), MaturityLevel("b"))),
        "MaturityFramework.levels: levels should start from 0 and rise; b starts from 0",
    ),
    (
        lambda: MaturityFramework("f", levels=(MaturityLevel("a", floor=5),)),
        "MaturityFramework.levels: levels should start from 0 and rise; a starts from 5",
    ),
    (lambda: Programme("p", modules=("a",)), "Programme.modules: should be Module; found 'a'"),  # type: ignore[arg-type]  # on purpose
    (lambda: Programme("p", modules={}), "Programme.modules: should be a list; found {}"),
    (lambda: Programme("p", timetable=None), "Programme.timetable: should be Timetable; found None"),  # type: ignore[arg-type]  # on purpose
    (
        lambda: Provenance("x"),
        "Provenance.section: should be one of modules, order, framework, organisations, cohorts, closed, "
        "planning, timetable, baselines, costs, assumptions, answers, participation, scenarios; found 'x'",
    ),
    (
        lambda: Provenance("order", illustrative=1),  # type: ignore[arg-type]  # on purpose
        "Provenance.illustrative: should be true or false; found 1",
    ),
    (lambda: Answer("a", "b", "c", "x"), "Answer.value: should be a number, such as 2.5; found 'x'"),  # type: ignore[arg-type]  # on purpose
    (lambda: Assessment("2022 09"), f"Assessment.wave: {AN_ID}'2022 09'"),
    (lambda: Participation("a", "b", 1.5), "Participation.attended: should lie between 0 and 1; found 1.5"),
    (lambda: Drop("a", bridge="no"), "Drop.bridge: should be true or false; found 'no'"),  # type: ignore[arg-type]  # on purpose
    (lambda: Move("a"), "Move: should name either the module to come before or the one to come after"),
    (
        lambda: Add(Module("a"), before="b", after="c"),
        "Add: should name either the module to come before or the one to come after",
    ),
    (lambda: Add("a"), "Add.module: should be Module; found 'a'"),  # type: ignore[arg-type]  # on purpose
    (lambda: Require("a", "b"), "Require.prerequisite: should be Prerequisite or AnyOf; found 'b'"),  # type: ignore[arg-type]  # on purpose
    (lambda: Shift("a", 36_601), "Shift.days: should lie between -36600 and 36600; found 36601"),
    (
        lambda: Merge("a", "a"),
        "Merge: leaves everything as it is; say what is to be otherwise",
    ),
    (lambda: Split("a", "b c"), f"Split.id: {AN_ID}'b c'"),
    (lambda: Split("a", "b", sessions=-1), "Split.sessions: should lie between 0 and 1000; found -1"),
    (lambda: Split("a", "b", develops="x"), "Split.develops: should be a list; found 'x'"),
    (lambda: Swap("a", "a"), "Swap: leaves everything as it is; say what is to be otherwise"),
    (lambda: Retime("a"), "Retime: leaves everything as it is; say what is to be otherwise"),
    (lambda: Retime("a", 3661), "Retime.preparation_days: should lie between 0 and 3660; found 3661"),
    (
        lambda: Retime("a", follow_up_hours=-1),
        "Retime.follow_up_hours: should lie between 0 and 10000; found -1",
    ),
    (lambda: Retime("a", sessions=(1,)), "Retime.sessions: should be Session; found 1"),  # type: ignore[arg-type]  # on purpose
    (lambda: Develop("a", "x"), "Develop.dimensions: should be a list; found 'x'"),
    (lambda: Reweigh("x", 0), "Reweigh.weight: should lie between 1e-06 and 1000000; found 0"),
    (lambda: Regroup("o", wrong), f"Regroup.cohort: {AN_ID}<class 'object'>"),
    (lambda: Assume(wrong), "Assume.assumption: should be Assumption; found <class 'object'>"),
    (
        lambda: Swap("a", "b").apply(wrong),
        "Swap.apply.programme: should be Programme; found <class 'object'>",
    ),
    (
        lambda: Programme("p").difference(wrong),
        "Programme.difference.other: should be Programme; found <class 'object'>",
    ),
    (lambda: Column("a b"), f"Column.key: {AN_ID}'a b'"),
    (
        lambda: Table(("a", "b"), ((1,),)),
        "Table.rows: a row should have 2 cells, one for each column; found 1",
    ),
]


@pytest.mark.parametrize(("make", "sentence"), TABLE, ids=[sentence[:40] for _, sentence in TABLE])
def test_no_noun_takes_what_it_cannot_be(make: Callable[[], object], sentence: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        make()
    assert str(raised.value) == sentence


def test_what_people_write_for_short_is_read_as_what_it_means() -> None:
    assert Module("a", name="A", requires=["b"], tools=["t"]) == Module(
        "a", Text("A"), (Prerequisite("b"),), tools=(Text("t"),)
    )
    assert Module("a").name == Text("a")
    assert Phase(hours=3) == Phase(hours=3.0)
    assert Table(["a"], [[1]]).columns == (Column("a"),)
