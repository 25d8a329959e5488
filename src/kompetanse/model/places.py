"""Places: paths into a design, by which findings and faults say where they stand."""

from collections import Counter
from collections.abc import Iterable


def item_keys(ids: Iterable[str | None]) -> tuple[str, ...]:
    """Give the step that leads to each item of a list: its id, or its number from 0 where it has none.

    The second of two items with one id is told apart by a number.

    >>> item_keys(["strategi", None, "strategi"])
    ('strategi', '1', 'strategi[2]')
    """
    seen: Counter[str] = Counter()
    steps = []
    for number, id_ in enumerate(ids):
        if id_ is None:
            steps.append(str(number))
            continue
        seen[id_] += 1
        steps.append(id_ if seen[id_] == 1 else f"{id_}[{seen[id_]}]")
    return tuple(steps)
