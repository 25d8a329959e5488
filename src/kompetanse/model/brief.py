"""One line for programmers: what a value is, and how large."""

from collections.abc import Callable, Sized
from enum import Enum
from functools import reduce

LONGEST_NAME = 40
"""Characters of a name that are shown."""


def brief(name: str, *parts: str) -> Callable[[object], str]:
    """Make the ``__repr__`` of a class whose values are too large to be written out.

    It gives one short line of what a value has at hand: nothing is worked out for it, and it never fails.
    `name` and `parts` are attributes, or paths of them; ``" as "`` calls the last one something else. What
    ends in -s is counted, what is true or an error is named, what is None or false is left out.

    >>> class Basket:
    ...     owner, apples, eggs, full, lid = "Kari", ("red",), 1200, True, None
    ...     __repr__ = brief("owner", "apples", "eggs", "full", "lid")
    >>> Basket()
    <Basket Kari: 1 apple, 1,200 eggs, full>
    """

    def __repr__(self: object) -> str:  # noqa: N807  # it becomes one
        told = (_told(one.rpartition(".")[2].rpartition(" as ")[2], _at(self, one)) for one in parts)
        whose = _at(self, name)
        head = type(self).__name__ if whose is None else f"{type(self).__name__} {_cut(str(whose))}"
        return f"<{': '.join(one for one in (head, ', '.join(filter(None, told))) if one)}>"

    return __repr__


def _at(value: object, path: str) -> object:
    """Give what stands at a path; None where it ends before, as in a value that is only half made."""
    return reduce(lambda at, step: getattr(at, step, None), path.partition(" as ")[0].split("."), value)


def _told(noun: str, value: object) -> str:
    match value:
        case None | False:
            return ""
        case True | Exception():
            return noun
        case Enum():
            return str(value.value)
        case Sized() if not isinstance(value, str):
            value = len(value)
    if isinstance(value, int) and noun.endswith("s"):
        return f"{value:,} {noun.removesuffix('s') if value == 1 else noun}"
    return f"{noun} {_cut(str(value))}"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"
