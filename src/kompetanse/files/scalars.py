"""Single values: from a node to text, a number, a truth value, a date, a time, an id or a kind."""

import re
from collections.abc import Callable
from datetime import date, time
from enum import Enum
from typing import Any

import attrs

from kompetanse.errors import InvalidValue, close_to
from kompetanse.files.nodes import Node, Scalar, composed, found
from kompetanse.model import (
    AggregationMethod,
    Better,
    Curve,
    Factor,
    MissingPolicy,
    ModuleOrder,
    Outside,
    Prerequisite,
    PrerequisiteKind,
    Scale,
)
from kompetanse.model.rules import an_id, refuse, shown

Hook = Callable[[Node, Any], Any]

WHOLE = re.compile(r"[+-]?[0-9]+")
DIGITS = re.compile(r"[0-9]+")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def misread(key: str, node: Node, **details: str | tuple[str, ...]) -> InvalidValue:
    """Give the error that says that a node cannot be what it should be."""
    return unread(key, found=found(node), **details)


def unread(key: str, **details: str | float | tuple[str, ...]) -> InvalidValue:
    """Give the error that says what is wrong with a value, without the details that are empty."""
    return refuse("", "", key, **{name: one for name, one in details.items() if one != ""})


def number_in(text: str, *, comma: bool = False) -> float:
    """Read a number such as ``2.5``, with `comma` also ``2,5``; raise `InvalidValue`."""
    if _COMMA.fullmatch(text):
        pointed = text.replace(",", ".")
        if comma:
            return float(pointed)
        raise unread("not-number", found=shown(text), suggestion=pointed)
    if not _NUMBER.fullmatch(text):
        raise unread("not-number", found=shown(text))
    return float(text)


def id_in(text: str) -> str:
    """Read an id, in the composed Unicode form; raise `InvalidValue`."""
    word = composed(text)
    an_id("", attrs.fields(Prerequisite).module, word)
    return word


def text_in(node: Node, key: str = "not-text") -> str:
    """Give the text of a node; raise `InvalidValue`, with `key`, where it holds none."""
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        raise misread(key, node)
    return node.value


def _untyped(node: Node) -> str | None:
    """Give text that may stand for a value of another type."""
    return node.value if isinstance(node, Scalar) and node.untyped and isinstance(node.value, str) else None


def _text(node: Node, _: object) -> str:
    return text_in(node)


def _int(node: Node, _: object) -> int:
    text = _untyped(node)
    if text is not None and WHOLE.fullmatch(text):
        return int(text[:300])  # of more digits than Python reads: as far out of range without its tail
    if isinstance(node, Scalar) and isinstance(node.value, int) and not isinstance(node.value, bool):
        return node.value
    raise misread("not-whole", node)


def _float(node: Node, _: object) -> float:
    text = _untyped(node)
    if text is not None:
        return number_in(text)
    if isinstance(node, Scalar) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return node.value
    raise misread("not-number", node)


def _bool(node: Node, _: object) -> bool:
    if _untyped(node) in ("true", "false"):
        return _untyped(node) == "true"
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return node.value
    raise misread("not-true-false", node)


def _date(node: Node, _: object) -> date:
    text = text_in(node, "not-date")
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:  # such as 31 February
        pass
    raise misread("not-date", node)


def _time(node: Node, _: object) -> time:
    match = _TIME.fullmatch(text_in(node, "not-time"))
    if match and int(match[1]) < 24 and int(match[2]) < 60:
        return time(int(match[1]), int(match[2]))
    raise misread("not-time", node)


def _word_of(kind: type[Enum]) -> Hook:
    """Give the hook for a word that stands for a member of an enumeration."""
    options = tuple(one.value for one in kind)

    def hook(node: Node, _: object) -> Enum:
        text = text_in(node)
        if text not in options:
            raise misread("not-one-of", node, options=options, suggestion=close_to(text, options))
        return kind(text)

    return hook


_WORDS = (
    AggregationMethod, Better, Curve, Factor, MissingPolicy, ModuleOrder, Outside, PrerequisiteKind, Scale
)  # fmt: skip

SCALARS: tuple[tuple[Any, Hook], ...] = (
    (str, _text),
    (int, _int),
    (float, _float),
    (bool, _bool),
    (date, _date),
    (time, _time),
    *((kind, _word_of(kind)) for kind in _WORDS),
)
"""How each type of single value is read."""
