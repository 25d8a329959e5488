"""The rules that a field's value must obey, and the converters that let people write less.

A converter only takes what it knows how to read and hands on the rest unchanged; the validator behind
it refuses, so that each wrong value is told by one voice, as an `InvalidValue`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from kompetanse.errors import Detail, InvalidValue, Problem
from kompetanse.errors import shown as shown  # noqa: PLC0414  # handed on to those who make rules

if TYPE_CHECKING:
    import attrs

Field: TypeAlias = "attrs.Attribute[Any]"
Rule = Callable[[object, Field, object], None]
T = TypeVar("T")

FIRST_DATE = date(1900, 1, 1)
"""No programme holds a date before this one."""
LAST_DATE = date(2199, 12, 31)
"""No programme holds a date after this one."""

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the text after them round, so that it shows as something else than it is."""
BREAKING = frozenset("\n\t\u2028\u2029")
"""Characters that break a line, or leave a gap in it."""
ID = re.compile(r"[^\W_][\w.-]{0,63}")


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
    demand_shown(instance, field.name, value)


def demand_shown(subject: object, name: str, value: str) -> None:
    """Demand text without characters that cannot be shown, or that turn the text after them round."""
    if value.isprintable():
        return
    for character in value:
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t":
            raise refuse(subject, name, "control-character", found=ascii(character)[1:-1])
        if character in TURNING:
            raise refuse(subject, name, "turning-character", found=ascii(character)[1:-1])


def one_line(instance: object, field: Field, value: object) -> None:
    """Demand readable text that stands on one line."""
    readable(instance, field, value)
    if isinstance(value, str) and not value.isprintable() and not BREAKING.isdisjoint(value):
        raise refuse(instance, field.name, "several-lines", found=shown(value))


def a(kind: type | UnionType) -> Rule:
    """Demand a value of `kind`, a class or several joined by ``|``; one of a subclass is another noun."""
    kinds = _kinds(kind)

    def rule(instance: object, field: Field, value: object) -> None:
        if type(value) not in kinds:
            raise _not_a(kind, instance, field.name, value)

    return rule


def demand(subject: str, name: str, value: object, kind: type | UnionType) -> None:
    """Demand an instance of `kind`, a class or several joined by ``|``, for one argument of a verb."""
    if not isinstance(value, kind):
        raise _not_a(kind, subject, name, value)


def demand_list(subject: str, name: str, value: Iterable[T], kind: type) -> tuple[T, ...]:
    """Give the items of a list, each an instance of `kind`, for one argument of a verb."""
    items: object = as_tuple(value)
    if not isinstance(items, tuple):
        raise refuse(subject, name, "not-list", found=shown(value))
    for one in items:
        demand(subject, name, one, kind)
    return items


def _kinds(kind: type | UnionType) -> tuple[type, ...]:
    return kind.__args__ if isinstance(kind, UnionType) else (kind,)


def _not_a(kind: type | UnionType, subject: object, name: str, value: object) -> InvalidValue:
    expected = " or ".join(one.__name__ for one in _kinds(kind))
    return refuse(subject, name, "not-a", expected=expected, found=shown(value))


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
        demand_whole(instance, field.name, value, low, high)

    return rule


def demand_whole(subject: object, name: str, value: object, low: int, high: int) -> None:
    """Demand a whole number from `low` to `high`, for one argument of a class or a verb."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse(subject, name, "not-whole", found=shown(value))
    if not low <= value <= high:
        raise refuse(subject, name, "out-of-range", low=low, high=high, found=shown(value))


def number(low: float, high: float) -> Rule:
    """Demand a finite number from `low` to `high`."""

    def rule(instance: object, field: Field, value: object) -> None:
        if not isinstance(value, int | float) or isinstance(value, bool) or value != value:  # noqa: PLR0124  # only NaN
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
    """Take any iterable of items for a tuple of them; text, bytes, mappings and sets are no lists."""
    if type(value) is tuple:  # told first, since it is what a change passes on again and again
        return value
    if isinstance(value, str | bytes | Mapping | AbstractSet) or not isinstance(value, Iterable):
        return cast("tuple[T, ...]", value)  # no tuple at all: the validator refuses it, in words
    return tuple(value)


def as_ids(value: Iterable[str]) -> tuple[str, ...]:
    """Take any iterable of ids for a tuple of them."""
    items = as_tuple(value)
    if not isinstance(items, tuple):
        return items  # the validator refuses it, in words
    return tuple(map(as_str, items))


# What a converter is given need not be what its type says: it is told from any other object below.


def as_str(value: str) -> str:
    """Take text of a subclass for plain text, so that it is written and read as what it is."""
    given: object = value
    return str.__str__(given) if isinstance(given, str) else value


def as_optional_str(value: str | None) -> str | None:
    """Take text of a subclass for plain text, and None for none."""
    return None if value is None else as_str(value)


def as_int(value: int) -> int:
    """Take a whole number of a subclass, such as an enumeration's, for a plain one."""
    given: object = value
    return int(given) if isinstance(given, int) and not isinstance(given, bool) else value


def as_float(value: float) -> float:
    """Take a whole number for a number, so that 3 and 3.0 are written alike."""
    given: object = value
    if isinstance(given, int) and not isinstance(given, bool) and given.bit_length() <= 200:
        return float(given)
    return float(given) if isinstance(given, float) else value


def as_date(value: date) -> date:
    """Take a date of a subclass for a plain one; a moment is handed on."""
    given: object = value
    if not isinstance(given, date) or isinstance(given, datetime):
        return value
    return date(given.year, given.month, given.day)


def as_time(value: time) -> time:
    """Take a time of day of a subclass for a plain one."""
    given: object = value
    if not isinstance(given, time):
        return value
    return time(given.hour, given.minute, given.second, given.microsecond, given.tzinfo)
