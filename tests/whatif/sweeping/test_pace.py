"""Batches find their size and their number, whatever the work and the workers; no clock is read here."""

import heapq

import pytest

from kompetanse.whatif.sweeping.batches import FEWEST_UNDER_WAY, MOST_UNDER_WAY, Pace


def simulate(workers: int, each: float, batches: int, sending: float = 0.0) -> Pace:
    """Run a queue of batches past some workers, each batch told of as it comes back."""
    pace, now = Pace(), 0.0
    free = [0.0] * workers
    flying: list[tuple[float, int, float, float, int]] = []
    for _ in range(batches):
        while len(flying) < pace.under_way:
            begins = max(now + sending, heapq.heappop(free))
            work = pace.size * each
            heapq.heappush(free, begins + work)
            heapq.heappush(flying, (begins + work, pace.size, work, now, len(flying) + 1))
        now, count, work, sent, beside = heapq.heappop(flying)
        pace.heard(count, work, now - sent, beside)
    return pace


@pytest.mark.parametrize("each", [1e-5, 0.0003, 0.005, 0.04])
@pytest.mark.parametrize("workers", [1, 2, 8, 64])
def test_batches_come_to_take_what_they_should(workers: int, each: float) -> None:
    pace = simulate(workers, each, 50 * workers)
    assert 0.05 <= pace.size * each <= 0.1 or pace.size * each < 0.1 < (pace.size + 1) * each


@pytest.mark.parametrize("workers", [1, 2, 8, 64])
def test_as_many_are_under_way_as_keep_workers_busy_and_no_more(workers: int) -> None:
    for turns in (20, 30, 40, 100):
        under_way = simulate(workers, 0.001, turns * workers + 50).under_way
        assert max(2 * workers, FEWEST_UNDER_WAY) <= under_way <= 3 * workers


def test_what_is_under_way_is_bounded() -> None:
    assert simulate(1000, 0.001, 20_000).under_way == MOST_UNDER_WAY
    assert simulate(1, 0.001, 500, sending=5.0).under_way == FEWEST_UNDER_WAY


def test_a_design_that_takes_long_goes_alone() -> None:
    assert simulate(2, 3.0, 100).size == 1


def test_a_clock_that_stands_still_does_not_stop_the_sweep() -> None:
    pace = Pace()
    for _ in range(50):
        pace.heard(pace.size, 0.0, 0.0, 2)
    assert pace.size > 1000
