"""What one module requires of another."""

from collections.abc import Iterable
from enum import Enum

import attrs

from kompetanse.model.rules import a, an_id, as_tuple, whole


class PrerequisiteKind(Enum):
    """How two modules must stand to one another in time."""

    BEFORE = "before"
    """The required module is done earlier."""
    BEFORE_OR_TOGETHER = "before or together"
    """The required module is done earlier or at the same time (a corequisite)."""
    TOGETHER = "together"
    """Both are done at the same time (a strict corequisite)."""
    RECOMMENDED = "recommended"
    """Better earlier, but never binding."""

    @property
    def binding(self) -> bool:
        """Whether an order that goes against it is wrong."""
        return self is not PrerequisiteKind.RECOMMENDED


@attrs.frozen
class Prerequisite:
    """One prerequisite, held by the module that has it.

    >>> Prerequisite("strategi", PrerequisiteKind.BEFORE, lag=14)
    Prerequisite(module='strategi', kind=<PrerequisiteKind.BEFORE: 'before'>, lag=14)
    """

    module: str = attrs.field(validator=an_id)
    """The id of the required module."""
    kind: PrerequisiteKind = attrs.field(default=PrerequisiteKind.BEFORE, validator=a(PrerequisiteKind))
    lag: int = attrs.field(default=0, validator=whole(0, 3660))
    """Calendar days, at least, from the required gathering to this one."""

    @property
    def strict(self) -> bool:
        """Whether it keeps the two modules apart in time: "before", or any binding kind with a lag."""
        return self.kind.binding and (self.kind is PrerequisiteKind.BEFORE or self.lag > 0)


def as_prerequisites(value: Iterable[str | Prerequisite]) -> tuple[Prerequisite, ...]:
    """Take any iterable of prerequisites, where a plain id stands for "before"."""
    items = as_tuple(value)
    if not isinstance(items, tuple):
        return items  # the validator refuses it, in words
    return tuple(Prerequisite(one) if isinstance(one, str) else one for one in items)
