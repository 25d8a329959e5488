"""Who takes part: organisations, and the cohorts in which they meet."""

import re

import attrs

from kompetanse.model.calendar import ClosedPeriod, as_periods
from kompetanse.model.rules import (
    Field,
    a,
    an_id,
    as_float,
    as_ids,
    as_int,
    as_optional_str,
    as_str,
    each,
    number,
    refuse,
    shown,
    whole,
)
from kompetanse.model.text import NAMED_BY_ID, Text, a_name, as_text

NUMBER = re.compile(r"[0-9]{4}|[0-9]{9}")

TRAVEL = number(0, 1_000)

CHECKED_BY = (3, 2, 7, 6, 5, 4, 3, 2, 1)
"""What each digit of an organisation number counts; the sum can be divided by 11 (Brønnøysund's rule)."""


def _a_number(instance: object, field: Field, value: object) -> None:
    if value is None:
        return
    if not (isinstance(value, str) and NUMBER.fullmatch(value)):
        raise refuse(instance, field.name, "not-organisation-number", found=shown(value))
    if len(value) == 9 and sum(int(one) * times for one, times in zip(value, CHECKED_BY, strict=True)) % 11:
        raise refuse(instance, field.name, "wrong-check-digit", found=shown(value))


@attrs.frozen
class Organisation:
    """A municipality or another organisation whose leaders take part."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    number: str | None = attrs.field(default=None, converter=as_optional_str, validator=_a_number)
    """Municipality number (4 digits) or organisation number (9 digits), as text: Oslo is ``"0301"``."""
    leaders: int = attrs.field(default=0, converter=as_int, validator=whole(0, 1_000_000))
    """How many leaders take part."""
    travel: float = attrs.field(default=0.0, converter=as_float, validator=TRAVEL)
    """Hours that each of them travels for a gathering, there and back."""


@attrs.frozen
class Cohort:
    """Organisations that meet on the same day (a group)."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    members: tuple[str, ...] = attrs.field(default=(), converter=as_ids, validator=each(an_id))
    """Ids of its organisations."""
    closed: tuple[ClosedPeriod, ...] = attrs.field(
        default=(), converter=as_periods, validator=each(a(ClosedPeriod))
    )
    """When it cannot meet."""
    avoid: tuple[ClosedPeriod, ...] = attrs.field(
        default=(), converter=as_periods, validator=each(a(ClosedPeriod))
    )
    """When it can meet, but had better not."""
