"""What several kinds of changes share."""

import attrs

from kompetanse.model.programme import Programme
from kompetanse.model.rules import an_id, as_int, demand, refuse

OPTIONAL_ID = attrs.validators.optional(an_id)


def as_optional_int(value: int | None) -> int | None:
    """Take a whole number of a subclass for a plain one, and None for none."""
    return None if value is None else as_int(value)


def demand_programme(change: object, programme: object) -> None:
    """Demand a programme to apply a change to."""
    demand(f"{type(change).__name__}.apply", "programme", programme, Programme)


def demand_place(change: object, before: str | None, after: str | None, *, needed: bool) -> None:
    """Demand that a change names no more than one module to stand beside; where `needed`, just one."""
    given = (before is not None) + (after is not None)
    if given > 1 or (needed and not given):
        raise refuse(change, "", "before-or-after")


def put(order: tuple[str, ...], module: str, before: str | None, after: str | None) -> tuple[str, ...]:
    """Give `order` with `module` moved to just before or just after another."""
    rest = [one for one in order if one != module]
    place = rest.index(before) if before is not None else rest.index(str(after)) + 1
    return (*rest[:place], module, *rest[place:])
