"""Who takes part: organisations, and the cohorts in which they meet."""

import re

import attrs

from kompetanse.model.rules import Field, a, an_id, as_ids, each, refuse, shown, whole
from kompetanse.model.text import NAMED_BY_ID, Text, as_text

NUMBER = re.compile(r"[0-9]{4}|[0-9]{9}")


def _a_number(instance: object, field: Field, value: object) -> None:
    if value is not None and not (isinstance(value, str) and NUMBER.fullmatch(value)):
        raise refuse(instance, field.name, "not-organisation-number", found=shown(value))


@attrs.frozen
class Organisation:
    """A municipality or another organisation whose leaders take part."""

    id: str = attrs.field(validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a(Text))
    number: str | None = attrs.field(default=None, validator=_a_number)
    """Municipality number (4 digits) or organisation number (9 digits), as text: Oslo is ``"0301"``."""
    leaders: int = attrs.field(default=0, validator=whole(0, 1_000_000))
    """How many leaders take part."""


@attrs.frozen
class Cohort:
    """Organisations that meet on the same day (a group)."""

    id: str = attrs.field(validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a(Text))
    members: tuple[str, ...] = attrs.field(default=(), converter=as_ids, validator=each(an_id))
    """Ids of its organisations."""
