"""Writing then reading gives the same programme, sound or not."""

import datetime as dt
import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kompetanse.errors import InvalidValue
from kompetanse.files import bundled, load_programme, read_programme, write_programme
from kompetanse.files import yaml_tree as yaml_room
from kompetanse.model import (
    RANGES,
    SECTIONS,
    Aggregation,
    AggregationMethod,
    AnyOf,
    Assumption,
    Baseline,
    Better,
    ClosedPeriod,
    Cohort,
    Costs,
    Curve,
    Deadline,
    Facilitator,
    Factor,
    Gathering,
    Indicator,
    Knot,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    MissingPolicy,
    Module,
    ModuleOrder,
    NotBefore,
    Organisation,
    Outside,
    Phase,
    Pin,
    PlanningRules,
    Prerequisite,
    PrerequisiteKind,
    Programme,
    Provenance,
    Scale,
    Session,
    Text,
    Timetable,
    Venue,
)
from kompetanse.model.framework import DEEPEST_TREE
from kompetanse.model.rules import BREAKING, TURNING

ODD = (
    "null", "0301", "1.10", "no", "~", "true", "09:00", "10:30", "2023-06-06", "1e3", "0x1f", "0o7", "1_000",
    ".inf", "=", "<<", "{a: b}", "[a]", "a: b", "a:", "# a", "a # b", "- a", "? a", "! a", "&a", "*a", "%a",
    "@a", "`a", "|", ">", "'", '"', "a'b\"c", "\\", "a\\nb", "---", "...", "--- a", "a\n---\nb", "a, b", ":",
    "a\nb", "a\n", "\na", " a", "a ", " a\nb ", "a\n\n\nb", "a\tb", "\ta", "a\n  b\nc", "  a\n b", "a\n ",
    "a\u2028b", "a\u2029b", "a\u00a0b", "\ufeffa", "a\ufffeb", "e\u0301", "\u200b", "a\u00adb", "\u0600a",
    "😀", "Å være", "x" * 300,
)  # fmt: skip
ID = st.from_regex(r"[a-zæøå0-9][a-zæøå0-9._-]{0,6}", fullmatch=True)
SHOWN = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=sorted(TURNING))
WORDS = st.one_of(
    st.sampled_from(ODD),
    st.text(
        st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=sorted(TURNING)), min_size=1
    ).filter(str.strip),
    st.text("ab :-#'\"\n\t,{}[]&*!|>%@`~\\?=.0\u2028\u00a0\ufeff😀", min_size=1, max_size=9).filter(
        str.strip
    ),
)
TEXT = WORDS.map(Text) | st.builds(Text, WORDS, WORDS)


def on_a_line(words: str) -> str:
    return "".join("_" if one in BREAKING else one for one in words)


LINE = WORDS.map(on_a_line)
NAME = LINE.map(Text) | st.builds(Text, LINE, LINE)
DATE = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
TIMES = st.lists(st.integers(0, 24 * 60 - 1), min_size=2, max_size=2, unique=True).map(
    lambda minutes: [dt.time(one // 60, one % 60) for one in sorted(minutes)]
)
GOALPOSTS = st.lists(st.floats(-1e12, 1e12), min_size=2, max_size=2, unique=True).map(sorted)
WEIGHT = st.floats(1e-6, 1e6)


def few(items: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(items, max_size=2).map(tuple)


PREREQUISITE = st.builds(Prerequisite, ID, st.sampled_from(PrerequisiteKind), st.integers(0, 3660))
OPTIONS = st.builds(Prerequisite, ID, lag=st.integers(0, 3660))
GROUP = st.lists(OPTIONS, min_size=1, max_size=3, unique_by=lambda one: one.module).map(AnyOf)
PHASE = st.builds(Phase, st.integers(0, 3660), st.floats(0, 10_000), few(TEXT))
SESSION = st.builds(lambda times, theme: Session(times[0], times[1], theme), TIMES, NAME)
MODULE = st.builds(
    Module,
    ID,
    NAME,
    few(ID.map(Prerequisite) | PREREQUISITE),
    few(GROUP),
    few(ID),
    PHASE,
    few(SESSION),
    PHASE,
    few(TEXT),
) | ID.map(Module)
BETTER, OUTSIDE = st.sampled_from(Better), st.sampled_from(Outside)
INDICATOR = (
    st.builds(
        lambda id_, text, ends, weight, better, outside: Indicator(
            id_, text, ends[0], ends[1], weight, better=better, outside=outside
        ),
        *(ID, TEXT, GOALPOSTS, WEIGHT, BETTER, OUTSIDE),
    )
    | st.builds(lambda id_, high: Indicator(id_, "?", 1, high, curve=Curve.LOG), ID, st.floats(2, 1e12))
    | st.builds(Indicator, ID, TEXT, scale=st.sampled_from((Scale.YES_NO, Scale.POINTS)), better=BETTER)
    | st.builds(
        lambda id_, ends, points: Indicator(id_, "?", knots=[Knot(at, points) for at in ends]),
        *(ID, GOALPOSTS, st.floats(0, 100)),
    )
    | st.builds(lambda id_, ends: Indicator(id_, "?", ends[0], ends[1], best=ends[0]), ID, GOALPOSTS)
)
TARGET = st.none() | st.floats(0, 100)
AGGREGATION = (
    st.builds(
        Aggregation, st.sampled_from(AggregationMethod).filter(lambda one: one is not AggregationMethod.POWER)
    )
    | st.builds(Aggregation, st.just(AggregationMethod.POWER), st.floats(-100, 100))
    | st.builds(Aggregation, missing=st.sampled_from(MissingPolicy))
    | st.builds(Aggregation, threshold=st.floats(0, 1))
)
LEAF = st.builds(MaturityDimension, ID, NAME, WEIGHT, TARGET, AGGREGATION, indicators=few(INDICATOR))
DIMENSION = LEAF | st.builds(
    MaturityDimension, ID, NAME, WEIGHT, TARGET, AGGREGATION, few(LEAF), few(INDICATOR)
)
LEVELS = st.lists(st.floats(0, 100, exclude_min=True), max_size=3, unique=True).map(
    lambda floors: tuple(
        MaturityLevel(f"g{place}", floor=one) for place, one in enumerate([0.0, *sorted(floors)])
    )
)
FRAMEWORK = st.builds(
    MaturityFramework, ID, NAME, LINE, st.none() | NAME, LEVELS, AGGREGATION, few(DIMENSION)
)
NUMBER = st.none() | st.sampled_from(["0301", "1101", "974760673"])
GATHERING = st.builds(
    lambda module, cohort, date, times, place: Gathering(module, cohort, date, times[0], times[1], place),
    ID, ID, DATE, TIMES, st.none() | NAME,
)  # fmt: skip
CLOSED = st.builds(
    lambda days, name: ClosedPeriod(min(days), max(days), name), st.lists(DATE, min_size=2, max_size=2), NAME
)
TIMETABLE = few(GATHERING).map(Timetable)
DAYS, LONGER = st.integers(0, 1000), st.none() | st.integers(1000, 3660)
PLANNING = st.builds(
    PlanningRules,
    st.none() | st.just(dt.date(1900, 1, 1)) | st.dates(dt.date(1900, 1, 1), dt.date(2022, 12, 31)),
    st.none() | st.just(dt.date(2199, 12, 31)) | st.dates(dt.date(2023, 1, 1), dt.date(2199, 12, 31)),
    DAYS,
    LONGER,
    same_week=st.booleans(),
    own_day=st.booleans(),
    order=st.sampled_from(ModuleOrder),
    public_holidays=st.booleans(),
    deadlines=few(st.builds(Deadline, ID, DATE, st.none() | ID)),
    not_before=few(st.builds(NotBefore, ID, DATE, st.none() | ID)),
    pins=few(st.builds(Pin, ID, ID, DATE)),
    facilitators=few(st.builds(Facilitator, ID, NAME, few(ID), few(CLOSED), st.integers(1, 1000))),
    venues=few(st.builds(Venue, ID, NAME, st.integers(1, 1_000_000), few(CLOSED))),
) | st.builds(PlanningRules, within_days=st.integers(1, 3660))
KRONER = st.floats(0, 1e9)
COSTS = st.builds(Costs, KRONER, KRONER, KRONER)


def assumption(factor: Factor) -> st.SearchStrategy[Assumption]:
    number, source = st.floats(*RANGES[factor]), st.none() | TEXT
    three = st.lists(number, min_size=3, max_size=3).map(sorted)
    return st.builds(lambda it, told: Assumption(factor, it[1], it[0], it[2], told), three, source) | (
        st.builds(lambda likely, told: Assumption(factor, likely, source=told), number, source)
    )


PROGRAMME = st.builds(
    Programme,
    ID,
    NAME,
    st.none() | TEXT,
    few(MODULE),
    few(ID),
    st.none() | FRAMEWORK,
    few(st.builds(Organisation, ID, NAME, NUMBER, st.integers(0, 1_000_000), st.floats(0, 1000))),
    few(st.builds(Cohort, ID, NAME, few(ID), few(CLOSED), few(CLOSED))),
    few(CLOSED),
    PLANNING,
    TIMETABLE,
    few(st.builds(Baseline, ID, NAME, TIMETABLE)),
    st.none() | COSTS,
    few(st.sampled_from(Factor).flatmap(assumption)),
    few(st.builds(Provenance, st.sampled_from(SECTIONS), st.booleans(), st.none() | TEXT)),
)


def again(programme: Programme, path: Path) -> Programme:
    write_programme(programme, path)
    return read_programme(path)


@pytest.fixture(scope="module", params=["yaml", "json"])
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("identity") / f"programme.{request.param}"


@given(programme=PROGRAMME)
@settings(max_examples=60)
@example(programme=Programme("p"))
def test_reading_what_was_written_gives_an_equal_programme(programme: Programme, path: Path) -> None:
    assert again(programme, path) == programme


@given(words=WORDS)
@settings(max_examples=150)
def test_every_text_comes_back_as_it_was_wherever_it_stands(words: str, path: Path) -> None:
    both, line = Text(words, f"en {words}"), on_a_line(words)
    module = Module("m", line, tools=(words, both), sessions=(Session(dt.time(9), dt.time(10), line),))
    framework = MaturityFramework("f", version=line)
    programme = Programme("p", Text(line, f"en {line}"), words, (module,), framework=framework)
    assert again(programme, path) == programme


@pytest.mark.parametrize("words", ODD)
def test_odd_texts_come_back_as_they_were(words: str, path: Path) -> None:
    line = on_a_line(words)
    programme = Programme("p", Text(line, "x"), Text(words), framework=MaturityFramework("f", version=line))
    assert again(programme, path) == programme


def test_the_python_parser_reads_what_the_c_parser_reads(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programme = Programme("p", modules=[Module(f"m{place}", tools=(word,)) for place, word in enumerate(ODD)])
    write_programme(programme, path)
    by_c = load_programme(path)
    monkeypatch.setattr(yaml_room, "LOADER", yaml.SafeLoader)
    assert load_programme(path) == by_c
    assert by_c.programme == programme


def test_whole_numbers_are_written_without_a_point_and_come_back_as_numbers(path: Path) -> None:
    phase = Phase(hours=3)
    back = again(Programme("p", modules=(Module("m", preparation=phase),)), path).modules[0].preparation.hours
    assert isinstance(back, float)
    assert "3.0" not in path.read_text(encoding="utf-8")


def test_the_bundled_case_comes_back_as_it_was(path: Path) -> None:
    programme = read_programme(bundled() / "programme.yaml")
    assert again(programme, path) == programme


def test_a_written_programme_reads_as_a_person_would_write_it(tmp_path: Path) -> None:
    module = Module(
        "b",
        requires=(Prerequisite("a"), Prerequisite("c", PrerequisiteKind.BEFORE_OR_TOGETHER, 14)),
        develops=("x", "y"),
        preparation=Phase(14, 2.5, ("Les to sider",)),
        sessions=(Session(dt.time(9), dt.time(10, 30), Text("Økt", "Session")),),
    )
    programme = Programme(
        "p",
        Text("Løft", "Lift"),
        "First line\nSecond line\n",
        (module,),
        organisations=(Organisation("oslo", "Oslo", "0301", 9),),
        timetable=Timetable((Gathering("b", "nord", dt.date(2023, 6, 6), dt.time(10), place="Sola"),)),
    )
    path = tmp_path / "p.yaml"
    write_programme(programme, path)
    assert path.read_bytes().decode() == (
        "kompetanse: 1\n"
        "id: p\n"
        "name: {nb: Løft, en: Lift}\n"
        "about: |\n"
        "  First line\n"
        "  Second line\n"
        "modules:\n"
        "  - id: b\n"
        "    requires:\n"
        "      - a\n"
        "      - {module: c, kind: before or together, lag: 14}\n"
        "    develops: [x, y]\n"
        "    preparation:\n"
        "      days: 14\n"
        "      hours: 2.5\n"
        "      tasks:\n"
        "        - Les to sider\n"
        "    sessions:\n"
        "      - {from: 09:00, to: 10:30, theme: {nb: Økt, en: Session}}\n"
        "organisations:\n"
        "  - {id: oslo, name: Oslo, number: '0301', leaders: 9}\n"
        "timetable:\n"
        "  gatherings:\n"
        "    - {module: b, cohort: nord, date: 2023-06-06, from: 10:00, place: Sola}\n"
    )
    assert read_programme(path) == programme


def nested(levels: int, *indicators: Indicator) -> Programme:
    dimension = MaturityDimension("d0", indicators=indicators)
    for level in range(1, levels):
        dimension = MaturityDimension(f"d{level}", dimensions=(dimension,))
    return Programme("p", framework=MaturityFramework("f", dimensions=(dimension,)))


def test_the_deepest_framework_comes_back_and_a_deeper_one_is_none(
    path: Path,
) -> None:
    indicator = Indicator("i", Text("a", "b"), 1, 5)
    deepest = nested(DEEPEST_TREE, indicator)
    assert again(deepest, path) == deepest
    for deeper in (DEEPEST_TREE + 1, 300, 5_000):
        with pytest.raises(
            InvalidValue, match=f"MaturityFramework.dimensions: nests deeper than {DEEPEST_TREE} "
        ):
            nested(deeper, indicator)


def test_numbers_at_the_edge_of_their_range_come_back(path: Path) -> None:
    edge = Indicator("i", "?", -1e12, math.nextafter(1e12, 0), 1e-6)
    programme = Programme(
        "p", framework=MaturityFramework("f", dimensions=(MaturityDimension("d", indicators=(edge,)),))
    )
    assert again(programme, path) == programme
