"""From nodes to nouns, by cattrs with strict hooks: no value is bent to fit.

Each field is structured, converted and put to its own rule before the noun is made, so that a second
fault in a noun is not hidden by the first. What no field can tell alone is the noun's own rule, put last.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import attrs
import cattrs
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from kompetanse.errors import close_to
from kompetanse.files.nodes import Listing, Mapping, Node, composed
from kompetanse.files.scalars import SCALARS, Hook, id_in, misread, text_in, unread
from kompetanse.files.shapes import CHANGES, key_of
from kompetanse.model import Aggregation, AggregationMethod, AnyOf, Change, Prerequisite, Programme, Text
from kompetanse.model.rules import one_line, readable, shown

T = TypeVar("T")


def structured(node: Node, kind: type[T]) -> T:
    """Give the noun that a node holds; raise a group of errors, or `InvalidValue`."""
    if isinstance(node, Mapping) and (problem := _another_kind(node, kind)):
        raise unread(problem)
    return _converter().structure(node, kind)


_TOLD_BY = {"modules": "programme", "scenarios": "scenarios", "framework": "framework", "grid": "grid"}
"""The key at the head of a file that tells its kind, in the order in which they are looked for."""


def is_framework(node: Mapping) -> bool:
    """Tell whether a file holds a framework, alone or with organisations: no programme round it."""
    both = ("framework", "organisations")
    own = {field.name for field in attrs.fields(Programme)}.difference(both)
    return "framework" in node.children and node.children.keys().isdisjoint({*own, "scenarios"})


def _another_kind(node: Mapping, noun: Any) -> str:  # noqa: ANN401  # any attrs class
    """Give the problem of a file of another kind than that of `noun`, or ``""``."""
    known = {field.name for field in attrs.fields(noun)}
    wanted = next((kind for key, kind in _TOLD_BY.items() if key in known), "")
    told = next((kind for key, kind in _TOLD_BY.items() if key in node.children), "")
    if told == "framework" and not is_framework(node):
        told = "programme"
    own = any(key in node.children for key, kind in _TOLD_BY.items() if kind == wanted != "framework")
    return "" if own or not (wanted and told) or wanted == told else f"{told}-not-{wanted}"


@cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=True)
    for kind, hook in SCALARS:
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(attrs.has, lambda noun: _noun_hook(noun, converter))
    converter.register_structure_hook_factory(_is_list, lambda kind: _list_hook(kind, converter))
    converter.register_structure_hook(Text, _text_hook(converter))
    converter.register_structure_hook(Prerequisite, _prerequisite_hook(converter))
    converter.register_structure_hook(Aggregation, _aggregation_hook(converter))
    converter.register_structure_hook(AnyOf, _group_hook(converter))
    for one in (Prerequisite | AnyOf, str | AnyOf):
        converter.register_structure_hook(one, _or_group_hook(one, converter))
    converter.register_structure_hook_func(lambda kind: kind == Change, _change_hook(converter))
    return converter


def _noun_hook(noun: Any, converter: cattrs.Converter) -> Hook:  # noqa: ANN401  # any attrs class
    attrs.resolve_types(noun)
    overrides: dict[str, Any] = {
        field.name: override(rename=key_of(noun, field.name), struct_hook=_field_hook(noun, field, converter))
        for field in attrs.fields(noun)
    }
    make = make_dict_structure_fn(noun, converter, _cattrs_forbid_extra_keys=True, **overrides)
    known = {key_of(noun, field.name) for field in attrs.fields(noun)}

    def hook(node: Node, _: object) -> Any:  # noqa: ANN401  # the noun
        if not isinstance(node, Mapping):
            raise misread("not-mapping", node)
        unknown = {one.key: one.node for one in node.entries if one.key not in known}
        return make({**unknown, **node.children}, noun)  # a key with nothing behind it may be unknown too

    return hook


def _field_hook(noun: type, field: "attrs.Attribute[Any]", converter: cattrs.Converter) -> Hook:
    kind: Any = field.type
    if type(None) in get_args(kind):  # what is not given never comes here
        kind = next(one for one in get_args(kind) if one is not type(None))
    converted: Any = field.converter or (lambda value: value)
    is_id = kind is str and field.validator not in (readable, one_line)

    def hook(node: Node, _: object) -> Any:  # noqa: ANN401  # whatever the field holds
        value = converter.structure(node, kind)
        value = converted(composed(value) if is_id else value)
        if field.validator is not None:
            field.validator(noun.__name__, field, value)
        return value

    return hook


def _is_list(kind: Any) -> bool:  # noqa: ANN401  # any type
    return get_origin(kind) is tuple


def _list_hook(kind: Any, converter: cattrs.Converter) -> Hook:  # noqa: ANN401  # such as tuple[Text, ...]
    item = get_args(kind)[0]
    if item is str:  # the lists of words are lists of ids
        return lambda node, _: _items(node, lambda one: id_in(text_in(one)))
    return lambda node, _: _items(node, lambda one: converter.structure(one, item))


def _items(node: Node, read: Callable[[Node], T]) -> tuple[T, ...]:
    """Give a list's items, or every error of them, each with its number."""
    if not isinstance(node, Listing):
        raise misread("not-list", node)
    values, errors = [], []
    for number, one in enumerate(node.items):
        try:
            values.append(read(one))
        except Exception as error:  # noqa: BLE001  # gathered, and raised below
            error.add_note(IterableValidationNote(f"item {number}", number, None))
            errors.append(error)
    if errors:
        raise IterableValidationError("list", errors, tuple)
    return tuple(values)


def _text_hook(converter: cattrs.Converter) -> Hook:
    both = _noun_hook(Text, converter)

    def hook(node: Node, kind: object) -> Any:  # noqa: ANN401  # a Text
        if not isinstance(node, Mapping):
            return Text(text_in(node))
        if node.children.keys() in ({"nb"}, {"en"}, set()):
            raise misread("languages", node)
        return both(node, kind)

    return hook


def _prerequisite_hook(converter: cattrs.Converter) -> Hook:
    in_full = _noun_hook(Prerequisite, converter)

    def hook(node: Node, kind: object) -> Any:  # noqa: ANN401  # a Prerequisite
        if not isinstance(node, Mapping):
            return Prerequisite(id_in(text_in(node)))
        return in_full(node, kind)

    return hook


def _aggregation_hook(converter: cattrs.Converter) -> Hook:
    in_full = _noun_hook(Aggregation, converter)

    def hook(node: Node, kind: object) -> Any:  # noqa: ANN401  # an Aggregation
        if not isinstance(node, Mapping):
            return Aggregation(converter.structure(node, AggregationMethod))
        return in_full(node, kind)

    return hook


def _group_hook(converter: cattrs.Converter) -> Hook:
    def option(node: Node) -> Prerequisite:
        one: Prerequisite = converter.structure(node, Prerequisite)
        return AnyOf((one,)).options[0]  # what no group may hold is told where it stands

    return lambda node, _: AnyOf(_items(node, option))


def _or_group_hook(kind: Any, converter: cattrs.Converter) -> Hook:  # noqa: ANN401  # a union with AnyOf
    alone, group = get_args(kind)

    def hook(node: Node, _: object) -> Any:  # noqa: ANN401  # either of the two
        if isinstance(node, Listing):
            return converter.structure(node, group)
        return id_in(text_in(node)) if alone is str else converter.structure(node, alone)

    return hook


def _change_hook(converter: cattrs.Converter) -> Hook:
    def hook(node: Node, _: object) -> Any:  # noqa: ANN401  # a Change
        if not isinstance(node, Mapping):
            raise misread("not-mapping", node)
        word = next((key for key in node.children if key in CHANGES), None)
        if word is not None:
            return converter.structure(node, CHANGES[word])
        first = next(iter(node.children), "")
        raise unread(
            "not-a-change",
            options=tuple(CHANGES),
            found=shown(first) if first else "nothing",
            suggestion=close_to(first, CHANGES),
        )

    return hook
