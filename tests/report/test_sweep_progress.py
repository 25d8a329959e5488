"""How far a sweep has come, on one line."""

import pytest

from kompetanse.report import Words, sweep_progress
from kompetanse.whatif import SweepProgress


@pytest.mark.parametrize(
    ("progress", "told"),
    [
        (SweepProgress(12_345, 0, 100_000, 6.5), "12,345 of 100,000, 1,899 a second, 46 seconds left"),
        (SweepProgress(50_000, 40_000, 100_000, 10.0), "50,000 of 100,000, 1,000 a second, 50 seconds left"),
        (SweepProgress(10, 0, 10_000, 1.0), "10 of 10,000, 10 a second, 17 minutes left"),
        (SweepProgress(0, 0, 0, 0.0), "0 of 0, 0 a second"),
    ],
)
def test_how_many_are_done_how_fast_and_the_time_that_is_left(progress: SweepProgress, told: str) -> None:
    assert sweep_progress(progress, Words("en")) == told
