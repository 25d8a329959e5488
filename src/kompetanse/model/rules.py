"""The rules that a field's value must obey, and the converters that let people write less.

A converter only takes what it knows how to read and hands on the rest unchanged; the validator behind
it refuses, so that each wrong value is told by one voice, as an `InvalidValue`.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from kompetanse.errors import Detail, InvalidValue, Problem

if TYPE_CHECKING:
    import attrs

Field: TypeAlias = "attrs.Attribute[Any]"
Rule = Callable[[object, Field, object], None]
T = TypeVar("T")

FIRST_DATE = date(1900, 1, 1)
"""No programme holds a date before this one."""
LAST_DATE = date(2199, 12, 31)
"""No programme holds a date after this one."""

ID = re.compile(r"[^\W_][\w.-]{0,63}")


def shown(value: object) -> str:
    """Give `value` as a sentence may quote it: short, on one line, whatever it is."""
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 200:
        return "a huge number"
    text = value if isinstance(value, str) else repr(value)
    text = ascii(text)[1:-1] if not text.isprintable() else text
    text = text if len(text) <= 60 else text[:57] + "…"
    return f"'{text}'" if isinstance(value, str) else text


def refuse(subject: object, field: str, key: str, **details: Detail) -> InvalidValue:
    """Give the error that says what is wrong with one field of `subject`."""
    name = subject if isinstance(subject, str) else type(subject).__name__
    return InvalidValue(name, field, Problem(key, tuple(details.items())))


def an_id(instance: object, field: Field, value: object) -> None:
    """Demand an id: a short word, in the composed Unicode form, so that equal words are equal."""
    good = isinstance(value, str) and ID.fullmatch(value) and unicodedata.is_normalized("NFC", value)
    if not good:
        raise refuse(instance, field.name, "not-id", found=shown(value))


def readable(instance: object, field: Field, value: object) -> None:
    """Demand text that is not blank and can be shown and written to a file."""
    if not isinstance(value, str):
        raise refuse(instance, field.name, "not-text", found=shown(value))
    if not value.strip():
        raise refuse(instance, field.name, "blank")
    for character in value:
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t":
            raise refuse(instance, field.name, "control-character", found=ascii(character)[1:-1])


def a(kind: type | UnionType) -> Rule:
    """Demand an instance of `kind`, a class or several joined by ``|``."""
    kinds = kind.__args__ if isinstance(kind, UnionType) else (kind,)
    name = " or ".join(one.__name__ for one in kinds)

    def rule(instance: object, field: Field, value: object) -> None:
        if not isinstance(value, kind):
            raise refuse(instance, field.name, "not-a", expected=name, found=shown(value))

    return rule


def each(item: Rule) -> Rule:
    """Demand a tuple, each of whose items obeys `item`."""

    def rule(instance: object, field: Field, value: object) -> None:
        if not isinstance(value, tuple):
            raise refuse(instance, field.name, "not-list", found=shown(value))
        for one in value:
            item(instance, field, one)

    return rule


def whole(low: int, high: int) -> Rule:
    """Demand a whole number from `low` to `high`."""

    def rule(instance: object, field: Field, value: object) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            raise refuse(instance, field.name, "not-whole", found=shown(value))
        if not low <= value <= high:
            raise refuse(instance, field.name, "out-of-range", low=low, high=high, found=shown(value))

    return rule


def number(low: float, high: float) -> Rule:
    """Demand a finite number from `low` to `high`."""

    def rule(instance: object, field: Field, value: object) -> None:
        if not isinstance(value, int | float) or isinstance(value, bool) or math.isnan(value):
            raise refuse(instance, field.name, "not-number", found=shown(value))
        if not low <= value <= high:
            raise refuse(instance, field.name, "out-of-range", low=low, high=high, found=shown(value))

    return rule


def true_or_false(instance: object, field: Field, value: object) -> None:
    """Demand a truth value."""
    if not isinstance(value, bool):
        raise refuse(instance, field.name, "not-true-false", found=shown(value))


def a_date(instance: object, field: Field, value: object) -> None:
    """Demand a date, not a moment, from 1900 to 2199."""
    demand_date(instance, field.name, value)


def demand_date(subject: object, name: str, value: object) -> None:
    """Demand a date, not a moment, from 1900 to 2199, for one argument of a class or a verb."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise refuse(subject, name, "not-date", found=shown(value))
    if not FIRST_DATE <= value <= LAST_DATE:
        raise refuse(subject, name, "out-of-range", low=FIRST_DATE, high=LAST_DATE, found=str(value))


def a_time(instance: object, field: Field, value: object) -> None:
    """Demand a time of day in whole minutes, where the programme is."""
    if not isinstance(value, time):
        raise refuse(instance, field.name, "not-time", found=shown(value))
    if value.second or value.microsecond or value.tzinfo:
        raise refuse(instance, field.name, "not-minutes", found=str(value))


def one_of(options: Iterable[str]) -> Rule:
    """Demand one of a few words."""
    words = tuple(options)

    def rule(instance: object, field: Field, value: object) -> None:
        if value not in words:
            raise refuse(instance, field.name, "not-one-of", options=words, found=shown(value))

    return rule


def as_tuple(value: Iterable[T]) -> tuple[T, ...]:
    """Take any iterable of items for a tuple of them; text, bytes and mappings are no lists."""
    if isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        return cast("tuple[T, ...]", value)  # no tuple at all: the validator refuses it, in words
    return tuple(value)


def as_ids(value: Iterable[str]) -> tuple[str, ...]:
    """Take any iterable of ids for a tuple of them."""
    return as_tuple(value)


def as_float(value: float) -> float:
    """Take a whole number for a number, so that 3 and 3.0 are written alike."""
    if not isinstance(value, int) or isinstance(value, bool) or value.bit_length() > 200:
        return value
    return float(value)
