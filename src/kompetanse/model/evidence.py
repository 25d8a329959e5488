"""What was seen of the programme: answers to an assessment, and who took part in what."""

from collections.abc import Iterable
from enum import Enum

import attrs

from kompetanse.model.rules import (
    Field,
    a,
    an_id,
    as_float,
    as_str,
    as_tuple,
    each,
    number,
)

VALUE = number(-1e12, 1e12)
SHARE = number(0, 1)


class NoAnswer(Enum):
    """Why there is no value: missing is not zero, and not applicable is not missing."""

    NOT_ANSWERED = "not answered"
    NOT_APPLICABLE = "not applicable"


def _value(instance: object, field: Field, value: object) -> None:
    if not isinstance(value, NoAnswer):
        VALUE(instance, field, value)


def _as_value(value: float | NoAnswer) -> float | NoAnswer:
    return value if isinstance(value, NoAnswer) else as_float(value)


@attrs.frozen
class Answer:
    """What one respondent of an organisation answered to one indicator."""

    organisation: str = attrs.field(converter=as_str, validator=an_id)
    respondent: str = attrs.field(converter=as_str, validator=an_id)
    """An id within the organisation; it need not be a name."""
    indicator: str = attrs.field(converter=as_str, validator=an_id)
    value: float | NoAnswer = attrs.field(converter=_as_value, validator=_value)
    """In the unit of the indicator's goalposts."""


def _as_share(value: float | None) -> float | None:
    return None if value is None else as_float(value)


def _answers(value: Iterable[Answer]) -> tuple[Answer, ...]:
    return as_tuple(value)


@attrs.frozen
class Assessment:
    """One wave of answers."""

    wave: str = attrs.field(converter=as_str, validator=an_id)
    """Its id, such as ``2022-09``; waves follow one another in the order of their ids."""
    answers: tuple[Answer, ...] = attrs.field(default=(), converter=_answers, validator=each(a(Answer)))


@attrs.frozen
class Participation:
    """How far one organisation took part in one module; None where that is not known."""

    organisation: str = attrs.field(converter=as_str, validator=an_id)
    module: str = attrs.field(converter=as_str, validator=an_id)
    attended: float | None = attrs.field(
        default=None, converter=_as_share, validator=attrs.validators.optional(SHARE)
    )
    """Share of its leaders who came to the gathering, from 0 to 1."""
    own_work: float | None = attrs.field(
        default=None, converter=_as_share, validator=attrs.validators.optional(SHARE)
    )
    """Share of the work at home that is done, from 0 to 1."""
