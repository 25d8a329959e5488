"""Changes: each a value that makes another programme of a programme.

A change that cannot be made raises the `KompetanseError` that says why, and leaves everything as it was.
"""

import attrs

from kompetanse.errors import AlreadyThere, NoGathering
from kompetanse.model.module import Module
from kompetanse.model.prerequisite import AnyOf, Prerequisite
from kompetanse.model.programme import Programme
from kompetanse.model.rules import (
    Field,
    a,
    an_id,
    as_int,
    as_optional_str,
    as_str,
    demand,
    refuse,
    true_or_false,
    whole,
)

OPTIONAL_ID = attrs.validators.optional(an_id)


def _place(change: "Add | Move", *, needed: bool) -> None:
    given = (change.before is not None) + (change.after is not None)
    if given > 1 or (needed and not given):
        raise refuse(change, "", "before-or-after")
    if given and isinstance(change, Move) and change.module in (change.before, change.after):
        raise refuse(change, "", "nothing-to-do")


def _put(order: tuple[str, ...], module: str, before: str | None, after: str | None) -> tuple[str, ...]:
    """Give `order` with `module` moved to just before or just after another."""
    rest = [one for one in order if one != module]
    place = rest.index(before) if before is not None else rest.index(str(after)) + 1
    return (*rest[:place], module, *rest[place:])


def _demand_programme(change: object, programme: object) -> None:
    demand(f"{type(change).__name__}.apply", "programme", programme, Programme)


def _as_required(value: str | AnyOf) -> str | AnyOf:
    return as_str(value) if isinstance(value, str) else value


def _an_id_or_group(instance: object, field: Field, value: object) -> None:
    if type(value) is not AnyOf:
        an_id(instance, field, value)


@attrs.frozen
class Drop:
    """Take a module out; what needed it inherits its prerequisites (see `Programme.without`)."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    bridge: bool = attrs.field(default=True, validator=true_or_false)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme without the module; raise `UnknownModule`."""
        _demand_programme(self, programme)
        return programme.without(self.module, bridge=self.bridge)


@attrs.frozen
class Add:
    """Bring a new module in: last in the teaching order, or just before or after another."""

    module: Module = attrs.field(validator=a(Module))
    before: str | None = attrs.field(default=None, converter=as_optional_str, validator=OPTIONAL_ID)
    after: str | None = attrs.field(default=None, converter=as_optional_str, validator=OPTIONAL_ID)

    def __attrs_post_init__(self) -> None:
        _place(self, needed=False)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with the module; raise `AlreadyThere` or `UnknownModule`."""
        _demand_programme(self, programme)
        if any(one.id == self.module.id for one in programme.modules):
            raise AlreadyThere(self.module.id)
        order = (*programme.teaching_order, self.module.id)
        beside = self.before if self.before is not None else self.after
        if beside is not None:
            programme.module(beside)
            order = _put(order, self.module.id, self.before, self.after)
        return attrs.evolve(programme, modules=(*programme.modules, self.module), order=order)


@attrs.frozen
class Move:
    """Teach a module just before or just after another.

    Each cohort's booked days stay as they are: the module, and those between its old place and its new one,
    change places on them.
    """

    module: str = attrs.field(converter=as_str, validator=an_id)
    before: str | None = attrs.field(
        default=None, converter=as_optional_str, validator=OPTIONAL_ID, kw_only=True
    )
    after: str | None = attrs.field(
        default=None, converter=as_optional_str, validator=OPTIONAL_ID, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        _place(self, needed=True)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme in the new order; raise `UnknownModule`."""
        _demand_programme(self, programme)
        beside = self.before if self.before is not None else str(self.after)
        programme.module(self.module)
        programme.module(beside)

        def moved(_: str, taken: tuple[str, ...]) -> tuple[str, ...]:
            if self.module not in taken or beside not in taken:
                return ()
            return _put(taken, self.module, self.before, self.after)

        timetable = programme.timetable.retaken_by(moved)
        order = _put(programme.teaching_order, self.module, self.before, self.after)
        return attrs.evolve(programme, order=order, timetable=timetable)


@attrs.frozen
class Require:
    """Give a module a prerequisite, or a group of which any one will do, in place of any on the same."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    prerequisite: Prerequisite | AnyOf = attrs.field(validator=a(Prerequisite | AnyOf))

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with the prerequisite; raise `UnknownModule`."""
        _demand_programme(self, programme)
        return programme.with_prerequisite(self.module, self.prerequisite)


@attrs.frozen
class Unrequire:
    """Let a module require another, or any of a group, no more."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    required: str | AnyOf = attrs.field(converter=_as_required, validator=_an_id_or_group)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme without the prerequisite; raise `UnknownModule` or `NotRequired`."""
        _demand_programme(self, programme)
        return programme.without_prerequisite(self.module, self.required)


def _some_days(instance: object, field: Field, value: object) -> None:
    whole(-36_600, 36_600)(instance, field, value)
    if not value:
        raise refuse(instance, field.name, "nothing-to-do")


@attrs.frozen
class Shift:
    """Move a cohort's gathering for one module, or all its gatherings, by calendar days."""

    cohort: str = attrs.field(converter=as_str, validator=an_id)
    days: int = attrs.field(converter=as_int, validator=_some_days)
    """Later where positive, earlier where negative."""
    module: str | None = attrs.field(default=None, converter=as_optional_str, validator=OPTIONAL_ID)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with the gatherings moved.

        Raises `UnknownCohort` or `UnknownModule`; `NoGathering` where both are known, but do not meet;
        `DateOutOfRange`.
        """
        _demand_programme(self, programme)
        gatherings = programme.timetable.gatherings
        meant = [
            one.cohort == self.cohort and (self.module is None or one.module == self.module)
            for one in gatherings
        ]
        if not any(meant):
            programme.cohort(self.cohort)
            if self.module is not None:
                programme.module(self.module)
            raise NoGathering(self.cohort, self.module)
        moved = (one.shifted(self.days) if move else one for one, move in zip(gatherings, meant, strict=True))
        return attrs.evolve(programme, timetable=attrs.evolve(programme.timetable, gatherings=moved))


Change = Drop | Add | Move | Require | Unrequire | Shift
"""Any change; each has ``apply(programme)``."""
