"""What the verbs that search demand of their arguments."""

from collections.abc import Collection, Iterable

from kompetanse.errors import InvalidValue, Problem, UnknownModule, UnknownOrganisation, close_to
from kompetanse.model.rules import as_tuple, demand_whole, refuse, shown

MOST = 1_000_000_000
"""No bound on a load or a number of modules is larger."""
Ends = tuple[float | None, float | None]
"""A least and a most, where None leaves that end open."""


def demand_number(subject: str, name: str, value: object, low: float, high: float) -> float:
    """Give a finite number from `low` to `high`; raise `InvalidValue` for anything else."""
    if not isinstance(value, int | float) or isinstance(value, bool) or value != value:  # noqa: PLR0124  # only NaN
        raise refuse(subject, name, "not-number", found=shown(value))
    if not low <= value <= high:
        raise refuse(subject, name, "out-of-range", low=low, high=high, found=shown(value))
    return value


def demand_ends(subject: str, name: str, value: object, *, whole: bool = False) -> Ends:
    """Give a least and a most that are (whole) numbers from 0 in their order; raise `InvalidValue`."""
    ends: object = as_tuple(value) if isinstance(value, Iterable) else value
    if not isinstance(ends, tuple) or len(ends) != 2:
        raise refuse(subject, name, "not-ends", found=shown(value))
    for place, end in enumerate(ends):
        if end is not None and whole:
            demand_whole(subject, name, end, place, MOST)  # a period that may hold nothing is none
        elif end is not None:
            demand_number(subject, name, end, 0, MOST)
    low, high = ends
    if low is not None and high is not None and low > high:
        raise refuse(subject, name, "ends-reversed", low=low, found=high)
    return low, high


def demand_watch(subject: str, value: object) -> None:
    """Demand what can be told of progress, or None."""
    if value is not None and not callable(value):
        raise refuse(subject, "watch", "not-a", expected="function", found=shown(value))


def demand_known(id_: object, known: Iterable[str], error: type[UnknownModule | UnknownOrganisation]) -> None:
    """Demand an id that is among those that are known; raise `error`."""
    if not isinstance(id_, str) or id_ not in known:
        raise error(id_, close_to(id_, known))  # type: ignore[arg-type]  # what is no id is shown as it is


def demand_all(subject: str, name: str, given: Collection[str], ids: Iterable[str]) -> None:
    """Demand that something is given for each id; raise `InvalidValue`."""
    for id_ in ids:
        if id_ not in given:
            raise InvalidValue(subject, name, Problem("missing-key", (("key", shown(id_)),)))
