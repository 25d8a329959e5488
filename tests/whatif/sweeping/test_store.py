"""The store on disk: nothing is lost, nothing is there twice, and nothing else is taken for a store."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from textwrap import dedent
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetanse.errors import DifferentSweep, InvalidFile, InvalidValue, UnwritableFile
from kompetanse.files import SqliteStore, open_store
from kompetanse.model import Drop, Programme
from kompetanse.whatif import (
    Difference,
    Measure,
    MemoryStore,
    Row,
    Scenario,
    Space,
    Status,
    SweepProgress,
    Value,
    measure,
    processes,
    sweep,
)
from kompetanse.whatif.sweeping.stores import Store, gaps

values = st.one_of(
    st.none(),
    st.integers(),
    st.integers(min_value=2**60, max_value=2**20_000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
)
rows = st.builds(
    Row,
    st.integers(0, 2**40),
    st.sampled_from(Status),
    st.none() | st.text(st.characters(codec="utf-8"), max_size=20),
    st.lists(values, max_size=4).map(tuple),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "s.db"


@given(st.lists(rows, unique_by=lambda one: one.number))
def test_a_store_gives_back_what_it_was_given_in_order(
    tmp_path_factory: pytest.TempPathFactory, some: list[Row]
) -> None:
    path = tmp_path_factory.mktemp("store") / "s.db"
    with open_store(path) as store:
        store.begin("x")
        store.add(some[::2])
        store.add(some[1::2])
        kept = tuple(store.rows())
        assert kept == tuple(sorted(some, key=lambda one: one.number))
        assert [type(one) for row in kept for one in row.values] == [
            type(one) for row in sorted(some, key=lambda one: one.number) for one in row.values
        ]
    with open_store(path) as store:
        assert tuple(store.rows()) == kept
        assert list(store.numbers()) == [one.number for one in kept]


@given(st.sets(st.integers(0, 30)), st.integers(0, 25))
def test_gaps_are_what_is_not_there(numbers: set[int], total: int) -> None:
    found = [number for gap in gaps(iter(sorted(numbers)), total) for number in gap]
    assert found == [number for number in range(total) if number not in numbers]


def test_a_row_that_is_there_already_is_not_there_twice(path: Path) -> None:
    first, second = (Row(3, Status.DONE, None, (number,)) for number in (1, 2))
    with open_store(path) as kept:
        stores: tuple[Store, ...] = (MemoryStore(), kept)
        for store in stores:
            store.add([first])
            store.add([second])
            assert list(store.rows()) == [second]
            assert isinstance(store, Store)


def test_a_sweep_goes_on_where_it_was(base: Programme, space: Space, path: Path) -> None:
    whole = tuple(sweep(base, space).rows())
    seen: list[int] = []

    def watch(progress: SweepProgress) -> None:
        seen.append(progress.before)

    with open_store(path) as store:
        first = sweep(base, space, store=store)
        fingerprint = store._connection.execute("SELECT fingerprint FROM sweep").fetchone()[0]
        assert tuple(first.rows()) == whole
    path.unlink()
    with open_store(path) as store:
        store.begin(fingerprint)
        store.add(row for row in whole if 100 <= row.number < 300 or row.number == 400)
        swept = sweep(base, space, store=store, watch=watch, executor=processes(1))
        assert tuple(swept.rows()) == whole
    assert set(seen) == {201}


def _one(_: object) -> Value:
    return 1


def _other(_: object) -> Value:
    return 1


def test_another_sweep_has_no_place_in_a_store(base: Programme, space: Space, path: Path) -> None:
    one = Measure("one", _one)
    asked: dict[str, Any] = {"programme": base, "space": space[:9], "measures": [one]}
    others: tuple[dict[str, Any], ...] = (
        {"programme": base.without("m5")},
        {"space": space[:8]},
        {"space": space[1:10]},
        {"space": tuple(space[:9])},
        {"measures": [one, measure.ERRORS]},
        {"measures": [Measure("one", _other)]},
        {"measures": [Measure("two", _one)]},
        {"planner": lambda it: it.timetable},
    )
    with open_store(path) as store:
        before = tuple(sweep(**asked, store=store).rows())
        for other in others:
            with pytest.raises(DifferentSweep, match=r"s\.db has the rows of another sweep"):
                sweep(**{**asked, **other}, store=store)
        assert tuple(sweep(**asked, store=store).rows()) == before
    memory = MemoryStore()
    sweep(**asked, store=memory)
    with pytest.raises(DifferentSweep):
        sweep(**asked | others[0], store=memory)


def test_planners_that_are_made_are_told_apart_by_what_they_hold(base: Programme) -> None:
    def planner(programme: Programme, _: int) -> Any:  # noqa: ANN401
        return programme.timetable

    def asked(held: int, store: MemoryStore) -> None:
        sweep(base, [Scenario("a")], planner=lambda_(held), store=store)

    def lambda_(held: int) -> Any:  # noqa: ANN401
        return partial(planner, _=held)

    store = MemoryStore()
    asked(1, store)
    asked(1, store)
    with pytest.raises(DifferentSweep):
        asked(2, store)


class Shop:
    """Makes planners and measures of one name."""

    def __init__(self, held: int) -> None:
        self.held = held

    def __repr__(self) -> str:
        return f"Shop({self.held})"

    def plan(self, programme: Programme) -> Any:  # noqa: ANN401
        return programme.timetable if self.held else None

    def lambda_(self) -> Any:  # noqa: ANN401
        held = self.held
        return lambda programme: programme.timetable if held else None

    def default(self) -> Any:  # noqa: ANN401
        def planner(programme: Programme, held: int = self.held) -> Any:  # noqa: ANN401
            return programme.timetable if held else planner(programme)

        return planner


@pytest.mark.parametrize("made", [lambda one: one.plan, Shop.lambda_, Shop.default])
def test_functions_of_one_name_are_told_apart_by_what_they_hold(
    base: Programme, made: Callable[[Shop], Any]
) -> None:
    store = MemoryStore()
    for _ in range(2):
        sweep(base, [Scenario("a")], planner=made(Shop(1)), store=store)
    with pytest.raises(DifferentSweep):
        sweep(base, [Scenario("a")], planner=made(Shop(2)), store=store)


def test_lambdas_are_told_apart_by_what_they_do(base: Programme) -> None:
    def asked(of: Callable[[object], Value], store: MemoryStore) -> None:
        sweep(base, [Scenario("a")], measures=[Measure("one", of)], store=store)

    for of, other in (
        (lambda _: 1, lambda _: 2),
        (lambda _: int("a" in {"a", "b"}), lambda _: int("a" in {"b", "c"})),
        (lambda one: len(one.result.programme.modules), lambda one: len(one.result.programme.cohorts)),
        (lambda _: sum(at for at in (1, 2)), lambda _: sum(at + 1 for at in (1, 2))),
    ):
        store = MemoryStore()
        asked(of, store)
        asked(of, store)
        with pytest.raises(DifferentSweep):
            asked(other, store)


@pytest.mark.slow
def test_a_lambda_is_the_same_in_every_process() -> None:
    told = dedent("""
        from kompetanse.whatif.sweeping.fingerprint import _named
        held = object()
        print(_named(lambda one: one in {"a", "b", "c", "d"} and held))
        def made(it):
            return lambda one: one.x(it) or (yield)
        print(_named(made(held)))
    """)
    said = {
        subprocess.run(
            [sys.executable, "-c", told],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in "123"
    }
    assert len(said) == 1


def test_a_reason_that_is_no_text_is_kept_all_the_same(base: Programme, path: Path) -> None:
    def of(one: Difference) -> Value:
        if len(one.result.programme.modules) < 6:
            raise OSError("\udc80.csv")
        return 1

    asked: dict[str, Any] = {"programme": base, "space": [Scenario("a", changes=(Drop("m1"),))]}
    with open_store(path) as store:
        kept = tuple(sweep(**asked, measures=[Measure("one", of)], store=store).rows())
    assert kept == tuple(sweep(**asked, measures=[Measure("one", of)]).rows())
    assert kept[0].reason == "OSError: \\udc80.csv"


def test_a_space_that_does_not_say_what_it_holds_is_told_by_its_scenarios(base: Programme) -> None:
    @attrs.frozen(repr=False)
    class Own(Sequence[Scenario]):
        names: tuple[str, ...]

        def __len__(self) -> int:
            return len(self.names)

        def __getitem__(self, at: Any) -> Any:  # noqa: ANN401
            return Own(self.names[at]) if isinstance(at, slice) else Scenario(self.names[at])

    store = MemoryStore()
    sweep(base, Own(("a", "b")), store=store)
    sweep(base, Own(("a", "b")), store=store)
    with pytest.raises(DifferentSweep):
        sweep(base, Own(("a", "c")), store=store)


def problem(call: Any) -> tuple[type[Exception], str]:  # noqa: ANN401
    with pytest.raises((InvalidFile, UnwritableFile)) as caught:
        call()
    error: Any = caught.value
    return type(error), (error.faults[0].problem if isinstance(error, InvalidFile) else error.problem).key


def test_what_is_no_store_is_refused_and_left_as_it_is(path: Path, tmp_path: Path) -> None:
    text = tmp_path / "t.txt"
    text.write_text("kompetanse: 1\n" * 100)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE rows (number INTEGER)")
    connection.close()
    for file in (text, other):
        before = file.read_bytes()
        assert problem(lambda file=file: open_store(file)) == (InvalidFile, "not-a-store")
        assert file.read_bytes() == before
    assert problem(lambda: open_store(tmp_path)) == (UnwritableFile, "is-directory")
    assert problem(lambda: open_store("")) == (UnwritableFile, "is-directory")
    assert problem(lambda: open_store(path / "x")) == (UnwritableFile, "no-such-folder")
    assert problem(lambda: open_store(text / "x")) == (UnwritableFile, "no-such-folder")
    assert problem(lambda: open_store("a\0b")) == (UnwritableFile, "no-such-folder")
    assert problem(lambda: open_store("a" * 5000)) == (UnwritableFile, "no-such-folder")
    assert problem(lambda: open_store("/dev/null")) == (UnwritableFile, "not-a-file")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert problem(lambda: open_store(pipe)) == (UnwritableFile, "not-a-file")
    with pytest.raises(InvalidValue, match=r"open_store\.path"):
        open_store(3)  # type: ignore[arg-type]


def test_an_empty_file_becomes_a_store(path: Path) -> None:
    path.touch()
    with open_store(path) as store:
        assert list(store.rows()) == []


@pytest.fixture
def filled(path: Path) -> Path:
    with open_store(path) as store:
        store.begin("x")
        store.add(Row(number, Status.DONE, "why " * 9, (number, date(2027, 1, 1))) for number in range(2000))
    return path


@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 0.9])
def test_a_store_that_is_cut_short_is_told(filled: Path, share: float) -> None:
    data = filled.read_bytes()
    for size in (int(len(data) * share), int(len(data) * share) // 4096 * 4096 or 4096):
        filled.write_bytes(data[:size])
        kind, key = problem(lambda: open_store(filled))
        assert (kind, key) in ((InvalidFile, "broken-store"), (InvalidFile, "not-a-store"))
    filled.write_bytes(data)
    with open_store(filled) as store:
        assert len(list(store.numbers())) == 2000


def test_a_store_whose_cells_were_meddled_with_is_told(filled: Path) -> None:
    for status, measured in (
        ("done", "[1"),
        ("done", "{}"),
        ("done", "[true]"),
        ("done", '["x"]'),
        ("done", '["2027-13-01"]'),
        ("done", "[[1]]"),
        ("done", "[" * 100_000),
        ("gone", "[1]"),
        ("done", b"[1]"),
    ):
        connection = sqlite3.connect(filled)
        connection.execute("UPDATE rows SET status = ?, measured = ? WHERE number = 7", (status, measured))
        connection.commit()
        connection.close()
        with open_store(filled) as store:
            assert problem(lambda store=store: list(store.rows())) == (InvalidFile, "broken-store")
    connection = sqlite3.connect(filled)
    connection.execute("DROP TABLE rows")
    connection.commit()
    connection.close()
    with open_store(filled) as store:
        assert problem(lambda: list(store.rows())) == (InvalidFile, "broken-store")


def test_two_at_once_on_one_file_are_refused(filled: Path) -> None:
    with open_store(filled):
        assert problem(lambda: open_store(filled)) == (InvalidFile, "store-in-use")
        ask = f"from kompetanse.files import open_store; open_store({str(filled)!r})"
        told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
        assert "is in use by another sweep" in told.stderr
    with open_store(filled) as store:
        assert len(list(store.numbers())) == 2000


def test_a_store_that_may_only_be_read_is_told(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # the administrator may write anywhere
    assert problem(lambda: open_store(filled)) == (UnwritableFile, "no-permission")


def test_a_store_that_is_closed_or_full_says_so(filled: Path) -> None:
    store = open_store(filled)
    store._connection.execute("PRAGMA max_page_count = 1")
    with store:
        many = [Row(number, Status.DONE, "why " * 99, ()) for number in range(9000)]
        assert problem(lambda: store.add(many)) == (UnwritableFile, "system")
        assert len(list(store.numbers())) == 2000
    assert problem(lambda: list(store.rows())) == (UnwritableFile, "store-closed")
    assert isinstance(store, SqliteStore)
