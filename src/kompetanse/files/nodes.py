"""The tree that a YAML or JSON file is read into: scalars, lists and mappings that know where they stand."""

import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import TypeAlias

import attrs

from kompetanse.errors import Problem
from kompetanse.model import item_keys
from kompetanse.model.rules import ID, shown

DEEPEST = 40
"""Levels of lists and mappings that a file may nest: a dimension takes two, so a tree of them may have 17."""

Spot: TypeAlias = tuple[int, int] | None
"""Line and column, both from 1; None in JSON."""


@attrs.frozen(eq=False)
class Scalar:
    """One value that holds no others; None where nothing stands."""

    value: str | int | float | bool | None
    spot: Spot = None
    untyped: bool = False
    """Whether its text may stand for a value of any type, as in YAML; in JSON text is text."""
    wrong: Problem | None = None
    """What is wrong with the way it is written, whatever its value."""


@attrs.frozen(eq=False)
class Listing:
    """A list of nodes."""

    items: tuple["Node", ...]
    spot: Spot = None
    wrong: Problem | None = None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The step that leads to each item."""
        return item_keys(_name_of(item) for item in self.items)


@attrs.frozen(eq=False)
class Entry:
    """One key of a mapping, where it stands, and what stands behind it."""

    key: str
    node: "Node"
    spot: Spot = None

    @property
    def step(self) -> str:
        """The key as a place may show it: on one line, and short, whatever stands in the file."""
        return shown(self.key)[1:-1]


@attrs.frozen(eq=False)
class Mapping:
    """Keys and the nodes behind them, in the order of the file; a key may stand twice, which is a fault."""

    entries: tuple[Entry, ...]
    spot: Spot = None
    wrong: Problem | None = None

    @cached_property
    def children(self) -> dict[str, "Node"]:
        """What each key holds: the first of two with one key, and no key with nothing behind it."""
        found: dict[str, Node] = {}
        for entry in self.entries:
            if not (isinstance(entry.node, Scalar) and entry.node.value is None and not entry.node.wrong):
                found.setdefault(entry.key, entry.node)
        return found

    def without(self, key: str) -> "Mapping":
        """Give the mapping without one of its keys."""
        return attrs.evolve(self, entries=tuple(one for one in self.entries if one.key != key))


Node: TypeAlias = Scalar | Listing | Mapping


def found(node: Node) -> str:
    """Give a node as a sentence may quote it: ``'strategi'``, ``a list``, ``nothing``."""
    match node:
        case Listing():
            return "a list"
        case Mapping():
            return "a mapping"
        case Scalar(value=None):
            return "nothing"
        case Scalar(value=bool() as value):
            return "true" if value else "false"
    return shown(node.value)


def composed(word: str) -> str:
    """Give a word in the composed Unicode form (NFC), as ids are kept."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)


def _id_behind(mapping: Mapping, key: str) -> str | None:
    node = mapping.children.get(key)
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        return None
    word = composed(node.value)
    return word if ID.fullmatch(word) else None


def _name_of(item: Node) -> str | None:
    """Give what names an item of a list: its id or factor, or module and cohort of a gathering."""
    if not isinstance(item, Mapping):
        return None
    id_ = _id_behind(item, "id") or _id_behind(item, "factor")
    if id_ is not None:
        return id_
    module, cohort = _id_behind(item, "module"), _id_behind(item, "cohort")
    return f"{module}/{cohort}" if module is not None and cohort is not None else None


def at(place: str, step: str) -> str:
    """Give the place one step further in."""
    return f"{place}/{step}" if place else step


def placed(node: Node, place: str = "") -> Iterator[tuple[str, Node]]:
    """Yield every node with its place, each before those inside it; of two with one key, the first."""
    yield place, node
    if isinstance(node, Listing):
        for step, item in zip(node.keys, node.items, strict=True):
            yield from placed(item, at(place, step))
    elif isinstance(node, Mapping):
        first: dict[str, Node] = {}
        for entry in node.entries:
            if first.setdefault(entry.key, entry.node) is entry.node:
                yield from placed(entry.node, at(place, entry.step))
