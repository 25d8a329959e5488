"""What one module requires of another."""

from collections.abc import Iterable
from enum import Enum

import attrs

from kompetanse.model.rules import (
    Field,
    a,
    an_id,
    as_int,
    as_str,
    as_tuple,
    each,
    refuse,
    whole,
)


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

    module: str = attrs.field(converter=as_str, validator=an_id)
    """The id of the required module."""
    kind: PrerequisiteKind = attrs.field(default=PrerequisiteKind.BEFORE, validator=a(PrerequisiteKind))
    lag: int = attrs.field(default=0, converter=as_int, validator=whole(0, 3660))
    """Calendar days, at least, from the required gathering to this one."""

    @property
    def strict(self) -> bool:
        """Whether it keeps the two modules apart in time: "before", or any binding kind with a lag."""
        return self.kind.binding and (self.kind is PrerequisiteKind.BEFORE or self.lag > 0)

    @property
    def days(self) -> int:
        """Calendar days, at least, from the required gathering to this one: 1 for "before" without lag."""
        return max(1, self.lag) if self.kind is PrerequisiteKind.BEFORE else self.lag


def as_prerequisites(value: Iterable[str | Prerequisite]) -> tuple[Prerequisite, ...]:
    """Take any iterable of prerequisites, where a plain id stands for "before"."""
    items = as_tuple(value)
    if not isinstance(items, tuple):
        return items  # the validator refuses it, in words
    return tuple(Prerequisite(one) if isinstance(one, str) else one for one in items)


def _options(instance: object, field: Field, value: object) -> None:
    each(a(Prerequisite))(instance, field, value)
    options: tuple[Prerequisite, ...] = value  # type: ignore[assignment]  # each has seen to it
    if not options:
        raise refuse(instance, field.name, "empty-group")
    seen: set[str] = set()
    for option in options:
        if option.kind is not PrerequisiteKind.BEFORE:
            raise refuse(instance, field.name, "group-of-before", found=option.kind.value)
        if option.module in seen:
            raise refuse(instance, field.name, "option-twice", found=option.module)
        seen.add(option.module)


@attrs.frozen
class AnyOf:
    """Modules of which one, whichever, must be done before.

    >>> AnyOf(("strategi", "ledelse")).modules
    ('strategi', 'ledelse')
    """

    options: tuple[Prerequisite, ...] = attrs.field(converter=as_prerequisites, validator=_options)
    """At least one, each of the kind "before", no module twice."""

    @property
    def modules(self) -> tuple[str, ...]:
        """The ids of the modules to choose from."""
        return tuple(one.module for one in self.options)


def as_any_of(value: Iterable[AnyOf | Iterable[str | Prerequisite]]) -> tuple[AnyOf, ...]:
    """Take any iterable of groups, each a group or what it is made of."""
    items = as_tuple(value)
    if not isinstance(items, tuple):
        return items  # the validator refuses it, in words
    return tuple(AnyOf(one) if isinstance(one, tuple | list) else one for one in items)  # type: ignore[misc]  # as above
