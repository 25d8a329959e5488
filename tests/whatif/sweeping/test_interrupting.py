"""Ctrl-C in this process: it ends the sweep, whatever it interrupts, and what is done is kept."""

import signal
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

import pytest

from kompetanse.model import Programme, Timetable
from kompetanse.whatif import (
    Difference,
    Measure,
    MemoryStore,
    Scenario,
    Sweep,
    SweepProgress,
    Value,
    measure,
    sweep,
)


def interrupts(at: int, *, swallow: bool) -> Callable[[], None]:
    """Press Ctrl-C the so manieth time that this is called; whoever is at it may take it to itself."""
    calls: list[None] = []

    def step() -> None:
        calls.append(None)
        if len(calls) != at:
            return
        if swallow:
            with suppress(KeyboardInterrupt):
                signal.raise_signal(signal.SIGINT)
        else:
            signal.raise_signal(signal.SIGINT)

    return step


def kept(swept: Sweep) -> int:
    assert swept.interrupted
    rows = list(swept.rows())
    assert [one.number for one in rows] == list(range(len(rows)))
    return len(rows)


@pytest.mark.parametrize("swallow", [False, True])
@pytest.mark.parametrize("at", [2, 3, 15])
def test_what_a_design_was_interrupted_in_is_not_kept(
    base: Programme, drops: tuple[Scenario, ...], at: int, *, swallow: bool
) -> None:
    step = interrupts(at, swallow=swallow)

    def measured(_: Difference) -> Value:
        step()
        return 1

    swept = sweep(base, drops, measures=[Measure("m", measured)])
    assert kept(swept) <= at - 2  # the first is the base
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_planner_that_takes_ctrl_c_to_itself_does_not_go_on(
    base: Programme, drops: tuple[Scenario, ...]
) -> None:
    step = interrupts(5, swallow=True)

    def planner(programme: Programme) -> Timetable:
        step()
        return programme.timetable

    assert kept(sweep(base, drops, planner=planner)) <= 3


def test_it_goes_on_with_the_same_store(base: Programme, drops: tuple[Scenario, ...]) -> None:
    store = MemoryStore()
    step = interrupts(8, swallow=False)

    def measured(difference: Difference) -> Value:
        step()
        return measure.MODULES.of(difference)

    measures = [Measure("m", measured)]
    assert kept(sweep(base, drops, measures=measures, store=store)) < 24
    again = sweep(base, drops, measures=measures, store=store)
    assert not again.interrupted
    assert [one.values for one in again.rows()] == [(5,)] * 24


def test_whoever_watches_may_stop_it(base: Programme, drops: tuple[Scenario, ...]) -> None:
    def watch(progress: SweepProgress) -> None:
        if progress.done:
            signal.raise_signal(signal.SIGINT)

    assert kept(sweep(base, drops, watch=watch)) < 24


def test_a_handler_of_ones_own_is_left_alone(base: Programme, drops: tuple[Scenario, ...]) -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        step = interrupts(4, swallow=False)

        def measured(_: Difference) -> Value:
            step()
            return 1

        assert not sweep(base, drops, measures=[Measure("m", measured)]).interrupted
    finally:
        signal.signal(signal.SIGINT, before)
    assert heard == [signal.SIGINT]


def test_a_sweep_may_run_beside_the_main_thread(base: Programme, drops: tuple[Scenario, ...]) -> None:
    found: list[Sweep] = []
    thread = Thread(target=lambda: found.append(sweep(base, drops)))
    thread.start()
    thread.join()
    assert not found[0].interrupted
