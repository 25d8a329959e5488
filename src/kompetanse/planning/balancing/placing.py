"""The constraint model of modules in periods.

A block's period is told by booleans "done by the end of period p", so that a prerequisite is an implication
for each period, and the load of a period is a difference of two sums of them. Only the periods between the
earliest and the latest of a block have any.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import attrs

from kompetanse.planning.balancing.task import Task
from kompetanse.planning.solver import Linear, Search, cp_model

TANGENTS = 64
"""How far apart loads may lie to have their squares told by a line for each load between them."""


@attrs.define(eq=False)
class Placing:
    """The model of a task, with what its objectives are made of."""

    task: Task
    model: Any
    done: list[list[Linear]]
    """For each block, and each period from 0, whether it is done by the end of it."""
    loads: list[Linear]
    """Of each period."""
    most: Linear
    least: Linear

    def period_of(self, found: Search, block: int) -> int:
        """Give the period of a block, from 1, in what was found."""
        return self.task.periods + 1 - sum(found.of(step) for step in self.done[block])

    def hint(self, found: Search) -> None:
        """Begin the next search from what was found."""
        self.model.clear_hints()
        for variable in (*self.loads, self.most, self.least, *(one for steps in self.done for one in steps)):
            if not isinstance(variable, int):
                self.model.add_hint(variable, found.of(variable))

    def sum_of_squares(self, low: int, high: int) -> Linear:
        """Give the sum of the squares of the loads, where these lie between `low` and `high`.

        A square lies on or above the lines through each two neighbouring ones, and on one of them, so that
        nothing need be multiplied where there are few of them.
        """
        squares = []
        for load in self.loads:
            square = self.model.new_int_var(low * low, high * high, "")
            if high - low <= TANGENTS:
                for k in range(low, high):
                    self.model.add(square >= (2 * k + 1) * load - k * (k + 1))
            else:
                self.model.add_multiplication_equality(square, [load, load])
            squares.append(square)
        total = sum(squares)
        self.model.add(total >= least_squares(sum(self.task.loads), len(squares)))
        return total


def least_squares(total: int, parts: int) -> int:
    """Give the least sum of squares of so many whole numbers that make this total."""
    each, left = divmod(total, parts)
    return (parts - left) * each**2 + left * (each + 1) ** 2


def placing_of(task: Task) -> Placing:
    """Make the model, without an objective; raise `MissingExtra`."""
    model = cp_model().CpModel()
    done = [_steps(model, task, block) for block in range(len(task.blocks))]
    for first, then, gap in task.before:
        for period in range(task.earliest[then], task.periods + 1):
            _imply(model, done[then][period], [done[first][period - gap]])
    for then, options in task.groups:
        for period in range(task.earliest[then], task.periods + 1):
            _imply(model, done[then][period], [done[one][period - 1] for one in options])
    sums = _sums(done, [len(modules) for modules in task.blocks], task.periods)
    for before, after in pairwise(sums):
        for end, sign in zip(task.count, (1, -1), strict=True):
            if end is not None:
                model.add(sign * (after - before) >= sign * int(end))
    return Placing(task, model, done, *_loaded(model, task, done))


def _steps(model: Any, task: Task, block: int) -> list[Linear]:  # noqa: ANN401  # as `Linear`
    """Give the booleans of one block: once done, it stays so."""
    earliest, latest = task.earliest[block], task.latest[block]
    between = [model.new_bool_var("") for _ in range(earliest, latest)]
    for now, following in pairwise(between):
        model.add_implication(now, following)
    return [0] * earliest + between + [1] * (task.periods + 1 - latest)


def _imply(model: Any, one: Linear, others: list[Linear]) -> None:  # noqa: ANN401  # as above
    """Demand of `others` one at least, where `one` holds; what is so in any case is left out."""
    if isinstance(one, int) and not one:
        return
    if any(isinstance(other, int) and other for other in others):
        return
    left = [other for other in others if not isinstance(other, int)]
    model.add_bool_or(left if isinstance(one, int) else [*left, ~one])


def _sums(done: list[list[Linear]], amounts: Sequence[int], periods: int) -> list[Linear]:
    """Give, for each period from 0, the amounts of what is done by the end of it."""
    return [
        sum(amount * steps[period] for amount, steps in zip(amounts, done, strict=True) if amount)
        for period in range(periods + 1)
    ]


def _loaded(model: Any, task: Task, done: list[list[Linear]]) -> tuple[list[Linear], Linear, Linear]:  # noqa: ANN401  # as above
    """Give the load of each period, the most and the least of them, as variables.

    That the first so many periods hold no more than so many times the most, and the last ones too, follows
    from the rest; said, it lets the solver prove in an instant what it else would search for.
    """
    low, high = task.load_in_units()
    total, periods = sum(task.loads), task.periods
    most = model.new_int_var(-(-total // periods), total, "")
    least = model.new_int_var(0, total // periods, "")
    model.add(most <= high)
    model.add(least >= low)
    loads = []
    sums = _sums(done, task.loads, periods)
    for number, (before, after) in enumerate(pairwise(sums), start=1):
        load = model.new_int_var(0, total, "")
        model.add(load == after - before)
        model.add(load <= most)
        model.add(load >= least)
        for amount, times in ((after, number), (total - after, periods - number)):
            model.add(amount <= times * most)
            model.add(amount >= times * least)
        loads.append(load)
    model.add(sum(loads) == total)
    return loads, most, least
