"""From nouns to the plain data that a file holds: what equals its default is left out."""

from datetime import date, time
from enum import Enum
from typing import Any, TypeAlias

import attrs

from kompetanse.files.shapes import ON_ONE_LINE, key_of
from kompetanse.model import Aggregation, AggregationMethod, AnyOf, Prerequisite, Text

Plain: TypeAlias = "str | int | float | bool | Word | list[Plain] | dict[str, Plain]"


class Word(str):
    """A word that is written without quotes: a date, a time, a kind of prerequisite."""

    __slots__ = ()


class Line(dict[str, Plain]):
    """A mapping that is written on one line."""


class Ids(list[Plain]):
    """A list of ids, or a group to choose from, written on one line."""


def plain_noun(noun: Any) -> dict[str, Plain]:  # noqa: ANN401  # any noun
    """Give a noun as plain data; no framework that there can be nests deeper than a file may."""
    kind = type(noun)
    data: dict[str, Plain] = Line() if kind in ON_ONE_LINE else {}
    for field in attrs.fields(kind):
        held = getattr(noun, field.name)
        if held != _default(noun, field):
            data[key_of(kind, field.name)] = _plain(held)
    return data


def _plain(value: object) -> Plain:
    data: Plain
    match value:
        case Text() if value.nb == value.en:
            data = value.nb
        case Prerequisite() if value == Prerequisite(value.module):
            data = value.module
        case Aggregation() if value == _by_method(value.method):
            data = Word(value.method.value)
        case Enum():
            data = Word(value.value)
        case date():
            data = Word(value.isoformat())
        case time():
            data = Word(f"{value:%H:%M}")
        case float() if value.is_integer():
            data = int(value)
        case str() | int() | float():
            data = value
        case _:
            data = _holding(value)
    return data


def _by_method(method: AggregationMethod) -> Aggregation | None:
    """Give the aggregation that a method alone says, if it says one."""
    return None if method is AggregationMethod.POWER else Aggregation(method)


def _holding(value: object) -> Plain:
    if isinstance(value, AnyOf):
        return Ids(_plain(option) for option in value.options)
    if not isinstance(value, tuple):
        return plain_noun(value)
    items = [_plain(item) for item in value]
    return Ids(items) if all(isinstance(item, str) for item in value) else items


def _default(value: object, field: "attrs.Attribute[Any]") -> object:
    """Give what a field holds where it is not given; for one that must be given, what equals nothing."""
    default: Any = field.default
    if default is attrs.NOTHING:
        return default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, whatever its stub says
        default = default.factory(value) if default.takes_self else default.factory()
    converter: Any = field.converter
    return default if converter is None else converter(default)
