"""A sweep without workers: batch by batch, in this process."""

from collections import deque
from collections.abc import Generator, Sequence

from kompetanse.whatif.scenario import Scenario
from kompetanse.whatif.sweeping.batches import Pace, taken
from kompetanse.whatif.sweeping.interrupting import Interruption
from kompetanse.whatif.sweeping.rows import Row
from kompetanse.whatif.sweeping.task import Task
from kompetanse.whatif.sweeping.work import evaluated


def rows_alone(
    task: Task, space: Sequence[Scenario], fresh: deque[range], interruption: Interruption
) -> Generator[tuple[Row, ...], None, None]:
    """Give the rows of each batch; nothing is pickled."""
    pace = Pace()
    while fresh:
        numbers = taken(fresh, pace.size)
        with interruption.at_once():
            done = evaluated(task, numbers.start, space[numbers.start : numbers.stop])
        if interruption.pressed:  # and a planner has taken it to itself: what it gave is not whole
            return
        pace.heard(len(numbers), done.seconds, done.seconds, 1)
        yield done.rows
