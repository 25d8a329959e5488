"""Which designs no other is better than, whatever one cares most about."""

from collections.abc import Iterable, Iterator, Sequence
from operator import le

from kompetanse.model import Better
from kompetanse.whatif.measure import Measure, Value

Places = tuple[int, ...]
"""Of a row: how many other values of each measure are better; equal values have equal places."""


def front(rows: Iterable[Sequence[Value]], measures: Sequence[Measure]) -> tuple[int, ...]:
    """Give the numbers of the rows that no other dominates, rising.

    One dominates another where it is at least as good by each measure, and better by one. A missing value is
    worse than any other.

    What dominates a row comes before it in the order of the sums of places, so that each row need only be
    held against those found so far. With 100,000 rows that takes a second or two where the front is short.
    """
    placed = _placed(rows, measures)
    found: list[Places] = []
    for places in sorted(set(placed), key=lambda one: (sum(one), one)):
        for number, better in enumerate(found):
            if all(map(le, better, places)):
                found.insert(0, found.pop(number))  # what dominates one row is likely to dominate the next
                break
        else:
            found.append(places)
    best = set(found)
    return tuple(number for number, places in enumerate(placed) if places in best)


def dominated(rows: Iterable[Sequence[Value]], measures: Sequence[Measure]) -> Iterator[tuple[int, int]]:
    """Yield which row dominates which, by their numbers; takes the square of how many there are."""
    placed = _placed(rows, measures)
    for better, some in enumerate(placed):
        for worse, others in enumerate(placed):
            if some != others and all(map(le, some, others)):
                yield better, worse


def _placed(rows: Iterable[Sequence[Value]], measures: Sequence[Measure]) -> list[Places]:
    """Give places for values, so that numbers and dates compare alike, and the least is the best."""
    rows = tuple(rows)
    columns = [_places([row[at] for row in rows], one.better) for at, one in enumerate(measures)]
    return [tuple(column[number] for column in columns) for number in range(len(rows))]


def _places(values: Sequence[Value], better: Better) -> list[int]:
    known = {one for one in values if one is not None and one == one}  # noqa: PLR0124  # all but NaN
    ranked = sorted(known, reverse=better is Better.HIGHER)
    place = {value: number for number, value in enumerate(ranked)}
    return [len(ranked) if one is None else place.get(one, len(ranked)) for one in values]
