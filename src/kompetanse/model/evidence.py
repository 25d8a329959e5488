"""What was seen of the programme: answers to an assessment, and who took part in what."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import TypeAlias

import attrs

from kompetanse.model.brief import brief
from kompetanse.model.indicator import LARGEST
from kompetanse.model.rules import (
    Field,
    a,
    an_id,
    as_float,
    as_optional_str,
    as_str,
    as_tuple,
    each,
    number,
    one_line,
    refuse,
    shown,
)

VALUE = number(-LARGEST, LARGEST)
SHARE = number(0, 1)


class NoAnswer(Enum):
    """Why there is no value: missing is not zero, and not applicable is not missing."""

    NOT_ANSWERED = "not answered"
    NOT_APPLICABLE = "not applicable"


class Role(Enum):
    """What a respondent is in the organisation."""

    LEADER = "leader"
    COORDINATOR = "coordinator"
    STAFF = "staff"


Value: TypeAlias = "float | tuple[float, ...] | NoAnswer"
"""A number; of a question on shares, the share of each level; or why there is neither."""
OFF_ONE = 1e-6
"""How far from 1 shares may sum, for the sake of rounding."""


def _value(instance: object, field: Field, value: object) -> None:
    if isinstance(value, NoAnswer):
        return
    if not isinstance(value, tuple):
        VALUE(instance, field, value)
        return
    for one in value:
        SHARE(instance, field, one)
    if abs(sum(value) - 1) > OFF_ONE:
        raise refuse(instance, field.name, "shares-not-one", found=shown(sum(value)))


def _as_value(value: Value) -> Value:
    if isinstance(value, tuple):
        return tuple(map(as_float, value))
    return value if isinstance(value, NoAnswer) else as_float(value)


@attrs.frozen
class Answer:
    """What one respondent of an organisation answered to one indicator."""

    organisation: str = attrs.field(converter=as_str, validator=an_id)
    respondent: str = attrs.field(converter=as_str, validator=an_id)
    """An id within the organisation; it need not be a name."""
    indicator: str = attrs.field(converter=as_str, validator=an_id)
    value: Value = attrs.field(converter=_as_value, validator=_value)
    """In the unit of the goalposts; 1 for yes, 0 for no; the number of a level, from 1; or shares of all."""
    role: Role | None = attrs.field(default=None, validator=attrs.validators.optional(a(Role)))
    """Of the respondent; None where that is not known."""


def _as_share(value: float | None) -> float | None:
    return None if value is None else as_float(value)


def _answers(value: Iterable[Answer]) -> tuple[Answer, ...]:
    return as_tuple(value)


def wave_order(wave: str) -> tuple[tuple[tuple[str, int], ...], str]:
    """Give the key by which waves are sorted: ids in their order, with numbers by what they count.

    So ``w9`` comes before ``w10``, and ``2022-09`` before ``2023-02``.
    """
    parts = re.findall(r"([0-9]+)|([^0-9]+)", wave)
    return tuple((text, int(number or 0)) for number, text in parts), wave


@attrs.frozen
class Assessment:
    """One wave of answers."""

    wave: str = attrs.field(converter=as_str, validator=an_id)
    """Its id, such as ``2022-09``; waves follow one another in the order of their ids, w9 before w10."""
    answers: tuple[Answer, ...] = attrs.field(default=(), converter=_answers, validator=each(a(Answer)))
    version: str | None = attrs.field(
        default=None, converter=as_optional_str, validator=attrs.validators.optional(one_line)
    )
    """The version of the framework that was answered to; None where that is not told."""

    __repr__ = brief("wave", "answers", "version")


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
