"""Grids, pairs and random samples."""

import sys
from collections.abc import Iterable, Sequence
from random import Random

from kompetanse.model import Change
from kompetanse.model.rules import as_tuple, demand, demand_whole, refuse, shown
from kompetanse.whatif.scenario import Scenario
from kompetanse.whatif.spaces.combining import Combinations, Grid, Option, Pairs
from kompetanse.whatif.spaces.space import Options, Space

LARGEST = sys.maxsize
"""The most designs that a space may have: what Python counts a sequence with."""


def grid(*axes: Iterable[Change | Iterable[Change] | None]) -> Space:
    """Give every combination of one option from each axis; the last axis turns fastest.

    An option is a change, several that are made together, or None, which leaves the design as it is. Raises
    `InvalidValue` where an axis is no list of those, or empty, or where there are too many combinations.

    >>> from kompetanse.model import Drop, Shift
    >>> space = grid([None, Drop("a")], [Shift("nord", 7), Shift("nord", 14), Shift("nord", 21)])
    >>> len(space), space[4].id, space[4].changes
    (6, '4', (Drop(module='a', bridge=True), Shift(cohort='nord', days=14, module=None)))
    """
    return _all_of("grid", Grid(tuple(_axis("grid", "axes", one) for one in axes)))


def pairs(options: Iterable[Change | Iterable[Change] | Scenario | None]) -> Space:
    """Give every two of the options, each pair once and in their order; also of those of another space.

    Raises `InvalidValue` as `grid` does; of fewer than two options there are no pairs.
    """
    if isinstance(options, Space):
        return _all_of("pairs", Pairs(Options(options)))
    return _all_of("pairs", Pairs(_options("pairs", "options", options)))


def sample(space: Sequence[Scenario], count: int, *, seed: int = 0) -> Sequence[Scenario]:
    """Draw scenarios of a space without repeating any, every choice as likely; in the order of the space.

    The same seed draws the same. Raises `InvalidValue` where there are fewer than `count`, or where `space`
    is no sequence.
    """
    demand("sample", "space", space, Sequence)
    demand_whole("sample", "count", count, 0, len(space))
    demand_whole("sample", "seed", seed, 0, LARGEST)
    random = Random(f"sample/{seed}")  # noqa: S311  # no secret: the same seed shall draw the same
    places = sorted(random.sample(range(len(space)), count))
    if isinstance(space, Space):
        return Space(space.combinations, tuple(space.numbers[place] for place in places))
    return tuple(space[place] for place in places)


def _all_of(verb: str, combinations: Combinations) -> Space:
    if combinations.size > LARGEST:
        raise refuse(verb, "", "too-many-designs", limit=LARGEST)
    return Space(combinations, range(combinations.size))


def _axis(
    verb: str, name: str, axis: Iterable[Change | Iterable[Change] | Scenario | None]
) -> tuple[Option, ...]:
    options = _options(verb, name, axis)
    if not options:
        raise refuse(verb, name, "no-options")
    return options


def _options(
    verb: str, name: str, options: Iterable[Change | Iterable[Change] | Scenario | None]
) -> tuple[Option, ...]:
    given: object = as_tuple(options)
    if not isinstance(given, tuple):
        raise refuse(verb, name, "not-list", found=shown(options))
    return tuple(_option(verb, name, one) for one in given)


def _option(verb: str, name: str, option: object) -> Option:
    if option is None:
        return ()
    if isinstance(option, Scenario):
        return option.changes
    changes: tuple[object, ...] = as_tuple(option) if isinstance(option, Iterable) else (option,)
    return tuple(_change(verb, name, one) for one in changes)


def _change(verb: str, name: str, change: object) -> Change:
    if not isinstance(change, Change):
        raise refuse(verb, name, "not-a", expected="a change", found=shown(change))
    return change
