"""What meets which need, where several need one of a few: a bipartite matching of greatest size."""

from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Option = TypeVar("Option", bound=Hashable)


def assigned(options: Sequence[Sequence[Option]], room: Mapping[Option, int]) -> tuple[Option | None, ...]:
    """Give for each need what meets it, where as many are met as can be; None for those that go without.

    `options` are, for each need, those of which one would meet it, the best first; `room` is how many needs
    each of them meets. Needs that come earlier go first. A need is met by a shortest chain of others that
    give way (Berge 1957: where there is no such chain, no more can be met).

    >>> assigned([["kari", "ola"], ["kari"], ["kari"]], {"kari": 1, "ola": 1})
    ('ola', 'kari', None)
    """
    meets: dict[Option, list[int]] = {one: [] for one in room}
    by: dict[int, Option] = {}
    for need in range(len(options)):
        _meet(need, options, room, meets, by)
    return tuple(map(by.get, range(len(options))))


def _meet(
    need: int,
    options: Sequence[Sequence[Option]],
    room: Mapping[Option, int],
    meets: dict[Option, list[int]],
    by: dict[int, Option],
) -> None:
    """Meet one more need, if others can give way for it."""
    asked_by: dict[Option, int] = {}
    waiting = deque([need])
    while waiting:
        one = waiting.popleft()
        for option in options[one]:
            if option in asked_by:
                continue
            asked_by[option] = one
            if len(meets[option]) < room[option]:
                _give_way(option, asked_by, meets, by)
                return
            waiting.extend(meets[option])


def _give_way(
    option: Option, asked_by: Mapping[Option, int], meets: dict[Option, list[int]], by: dict[int, Option]
) -> None:
    """Let each need of a chain be met by what it asked for, and leave what met it to the one before."""
    last = False
    while not last:
        one = asked_by[option]
        before = by.get(one)
        meets[option].append(one)
        by[one] = option
        last = before is None
        if before is not None:
            meets[before].remove(one)
            option = before
