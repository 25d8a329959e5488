"""Who goes without, where several need one of a few."""

from collections import deque
from collections.abc import Mapping, Sequence


def left_over(options: Sequence[Sequence[str]], room: Mapping[str, int]) -> tuple[int, ...]:
    """Give the numbers of the needs that go without, where as many are met as can be.

    `options` are, for each need, those of which one would meet it, and `room` is how many needs each of them
    meets. Needs that come earlier go first. A need is met by a shortest chain of others that give way (Berge:
    where there is no such chain, no more can be met).
    """
    meets: dict[str, list[int]] = {one: [] for one in room}
    by: dict[int, str] = {}
    return tuple(need for need in range(len(options)) if not _met(need, options, room, meets, by))


def _met(
    need: int,
    options: Sequence[Sequence[str]],
    room: Mapping[str, int],
    meets: dict[str, list[int]],
    by: dict[int, str],
) -> bool:
    """Meet one more need, if others can give way for it."""
    asked_by: dict[str, int] = {}
    waiting = deque([need])
    while waiting:
        one = waiting.popleft()
        for option in options[one]:
            if option in asked_by:
                continue
            asked_by[option] = one
            if len(meets[option]) < room[option]:
                _give_way(option, asked_by, meets, by)
                return True
            waiting.extend(meets[option])
    return False


def _give_way(
    option: str, asked_by: Mapping[str, int], meets: dict[str, list[int]], by: dict[int, str]
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
