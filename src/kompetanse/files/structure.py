"""From nodes to nouns, by cattrs with strict hooks: no value is bent to fit.

Each field is structured, converted and put to its own rule before the noun is made, so that a second
fault in a noun is not hidden by the first. What no field can tell alone is the noun's own rule, put last.
"""

import re
from collections.abc import Callable
from datetime import date, time
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from kompetanse.errors import InvalidValue, close_to
from kompetanse.files.nodes import Listing, Mapping, Node, Scalar, composed, found
from kompetanse.files.shapes import CHANGES, key_of
from kompetanse.model import Change, Prerequisite, PrerequisiteKind, Text
from kompetanse.model.rules import an_id, readable, refuse

T = TypeVar("T")
Hook = Callable[[Node, Any], Any]

_WHOLE = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")


def structured(node: Node, kind: type[T]) -> T:
    """Give the noun that a node holds; raise a group of errors, or `InvalidValue`."""
    return _converter().structure(node, kind)


def misread(key: str, node: Node, **details: str | tuple[str, ...]) -> InvalidValue:
    """Give the error that says that a node cannot be what it should be."""
    return refuse("", "", key, found=found(node), **{name: one for name, one in details.items() if one})


def _text_in(node: Node, key: str) -> str:
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        raise misread(key, node)
    return node.value


def _words(node: Node, _: object) -> str:
    return _text_in(node, "not-text")


def _int(node: Node, _: object) -> int:
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and isinstance(node, Scalar) and node.untyped and _WHOLE.fullmatch(value):
        return int(value[:300])  # of more digits than Python reads: as far out of range without its tail
    raise misread("not-whole", node)


def _float(node: Node, _: object) -> float:
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and isinstance(node, Scalar) and node.untyped:
        if _NUMBER.fullmatch(value):
            return float(value)
        if _COMMA.fullmatch(value):
            raise misread("not-number", node, suggestion=value.replace(",", "."))
    raise misread("not-number", node)


def _bool(node: Node, _: object) -> bool:
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, bool):
        return value
    if isinstance(node, Scalar) and node.untyped and value in ("true", "false"):
        return value == "true"
    raise misread("not-true-false", node)


def _date(node: Node, _: object) -> date:
    text = _text_in(node, "not-date")
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:  # such as 31 February
            pass
    raise misread("not-date", node)


def _time(node: Node, _: object) -> time:
    match = _TIME.fullmatch(_text_in(node, "not-time"))
    if match and int(match[1]) < 24 and int(match[2]) < 60:
        return time(int(match[1]), int(match[2]))
    raise misread("not-time", node)


def _kind(node: Node, _: object) -> PrerequisiteKind:
    options = tuple(kind.value for kind in PrerequisiteKind)
    text = _text_in(node, "not-text")
    if text not in options:
        raise misread("not-one-of", node, options=options, suggestion=close_to(text, options))
    return PrerequisiteKind(text)


def _an_id(node: Node, _: object) -> str:
    word = composed(_text_in(node, "not-text"))
    an_id("", attrs.fields(Prerequisite).module, word)
    return word


def _items(node: Node, item: Callable[[Node], T]) -> tuple[T, ...]:
    """Give a list's items, or every error of them, each with its number."""
    if not isinstance(node, Listing):
        raise misread("not-list", node)
    values, errors = [], []
    for number, one in enumerate(node.items):
        try:
            values.append(item(one))
        except Exception as error:  # noqa: BLE001  # gathered and raised below
            error.add_note(IterableValidationNote(f"item {number}", number, None))
            errors.append(error)
    if errors:
        raise IterableValidationError("list", errors, tuple)
    return tuple(values)


def _list_hook(kind: Any, converter: cattrs.Converter) -> Hook:  # noqa: ANN401  # a type such as tuple[Text, ...]
    item = get_args(kind)[0]
    if item is str:
        return lambda node, _: _items(node, lambda one: _an_id(one, str))
    return lambda node, _: _items(node, lambda one: converter.structure(one, item))


def _field_hook(noun: type, field: "attrs.Attribute[Any]", converter: cattrs.Converter) -> Hook:
    kinds = [one for one in get_args(field.type) if one is not type(None)]
    optional = type(None) in get_args(field.type)
    kind: Any = kinds[0] if optional else field.type
    converted: Any = field.converter or (lambda value: value)
    is_id = kind is str and field.validator is not readable

    def hook(node: Node, _: object) -> Any:  # noqa: ANN401  # whatever the field holds
        value = converter.structure(node, kind)
        if is_id:
            value = composed(value)
        value = converted(value)
        if field.validator is not None:
            field.validator(noun.__name__, field, value)
        return value

    return hook


def _noun_hook(noun: Any, converter: cattrs.Converter) -> Hook:  # noqa: ANN401  # any attrs class
    attrs.resolve_types(noun)
    overrides: dict[str, Any] = {
        field.name: override(rename=key_of(noun, field.name), struct_hook=_field_hook(noun, field, converter))
        for field in attrs.fields(noun)
    }
    make = make_dict_structure_fn(noun, converter, _cattrs_forbid_extra_keys=True, **overrides)

    def hook(node: Node, _: object) -> Any:  # noqa: ANN401  # the noun
        if not isinstance(node, Mapping):
            raise misread("not-mapping", node)
        return make(node.children, noun)

    return hook


def _is_list(kind: Any) -> bool:  # noqa: ANN401  # any type
    return get_origin(kind) is tuple


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=True)
    for kind, hook in _SCALARS:
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(attrs.has, lambda noun: _noun_hook(noun, converter))
    converter.register_structure_hook_factory(_is_list, lambda kind: _list_hook(kind, converter))
    text, prerequisite = _noun_hook(Text, converter), _noun_hook(Prerequisite, converter)

    def text_hook(node: Node, kind: object) -> Text:
        if not isinstance(node, Mapping):
            return Text(_words(node, str))
        if node.children.keys() in ({"nb"}, {"en"}, set()):
            raise misread("languages", node)
        return text(node, kind)  # type: ignore[no-any-return]  # cattrs gives the noun that was asked for

    def prerequisite_hook(node: Node, kind: object) -> Prerequisite:
        if not isinstance(node, Mapping):
            return Prerequisite(_an_id(node, str))
        return prerequisite(node, kind)  # type: ignore[no-any-return]  # as above

    def change_hook(node: Node, _: object) -> Change:
        if not isinstance(node, Mapping):
            raise misread("not-mapping", node)
        leading = [key for key in node.children if key in CHANGES]
        if not leading:
            word = next(iter(node.children), "")
            raise refuse(
                "", "", "not-a-change",
                options=tuple(CHANGES), found=word or "nothing", suggestion=close_to(word, CHANGES),
            )  # fmt: skip
        return converter.structure(node, CHANGES[leading[0]])

    converter.register_structure_hook(Text, text_hook)
    converter.register_structure_hook(Prerequisite, prerequisite_hook)
    converter.register_structure_hook_func(lambda kind: kind == Change, change_hook)
    return converter


_SCALARS: tuple[tuple[Any, Hook], ...] = (
    (str, _words),
    (int, _int),
    (float, _float),
    (bool, _bool),
    (date, _date),
    (time, _time),
    (PrerequisiteKind, _kind),
)
