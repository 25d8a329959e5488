"""YAML, read event by event into the tree of nodes.

PyYAML's composer guesses types, follows aliases and ends the process on deep nesting, so only its events
are used: every scalar stays text, and reading stops at the first level too deep.
"""

from collections.abc import Iterator
from typing import Any

import attrs
import yaml

from kompetanse.errors import Fault, Problem
from kompetanse.files.nodes import DEEPEST, Entry, Listing, Mapping, Node, Scalar, Spot, found

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML has it; the one in Python gives the same events."""


@attrs.frozen
class Unreadable(Exception):  # caught inside files, where it becomes an InvalidFile
    """The text is no YAML or no JSON from some spot on."""

    fault: Fault


@attrs.frozen(eq=False)
class Tree:
    """What was read, and whether reading was cut short."""

    root: Node | None
    """None where the file holds no document."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with the file as a whole."""
    cut: bool = False
    """Whether it nests too deep, so that the rest was not read."""


@attrs.define(eq=False)
class _Open:
    """A list or mapping whose end has not been read; in a mapping, keys and values take turns."""

    event: Any
    nodes: list[Node] = attrs.field(factory=list)

    def closed(self) -> Node:
        spot, wrong = _spot(self.event), _wrong(self.event)
        if isinstance(self.event, yaml.SequenceStartEvent):
            return Listing(tuple(self.nodes), spot, wrong)
        keys, values = self.nodes[::2], self.nodes[1::2]
        if len(keys) > len(values):  # reading was cut short inside a key
            values.append(keys[-1])
        pairs = zip(keys, values, strict=True)
        return Mapping(tuple(_entry(key, node) for key, node in pairs), spot, wrong)


def _entry(key: Node, node: Node) -> Entry:
    if key.wrong is None and isinstance(key, Scalar):
        return Entry(str(key.value or ""), node, key.spot)
    wrong = key.wrong or Problem("complex-key", (("found", found(key)),))
    return Entry("?", attrs.evolve(node, wrong=wrong), key.spot)


def _spot(event: Any) -> Spot:  # noqa: ANN401  # PyYAML's events have no types
    return event.start_mark.line + 1, event.start_mark.column + 1


def _wrong(event: Any) -> Problem | None:  # noqa: ANN401  # as above
    if isinstance(event, yaml.AliasEvent):
        return Problem("alias", (("found", f"*{event.anchor}"),))
    if event.anchor is not None:
        return Problem("anchor", (("found", f"&{event.anchor}"),))
    return Problem("tag", (("found", event.tag),)) if event.tag is not None else None


def _scalar(event: Any) -> Scalar:  # noqa: ANN401  # as above
    text = "" if isinstance(event, yaml.AliasEvent) else event.value
    empty = text == "" and not getattr(event, "style", None)
    return Scalar(None if empty else text, _spot(event), untyped=True, wrong=_wrong(event))


def read_yaml(text: str) -> Tree:
    """Give the tree of a YAML text; raise `Unreadable` where it is none."""
    waiting: list[_Open] = []
    root: Node | None = None

    def take(node: Node) -> None:
        nonlocal root
        if waiting:
            waiting[-1].nodes.append(node)
        else:
            root = node

    for event in _events(text):
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            return Tree(root, (_fault("several-documents", _spot(event)),))
        if isinstance(event, yaml.CollectionStartEvent):
            if len(waiting) == DEEPEST:
                take(Scalar(None, _spot(event), wrong=Problem("too-deep", (("limit", DEEPEST),))))
                while waiting:
                    take(waiting.pop().closed())
                return Tree(root, cut=True)
            waiting.append(_Open(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            take(waiting.pop().closed())
        elif isinstance(event, yaml.NodeEvent):
            take(_scalar(event))
    return Tree(root)


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        spot = (mark.line + 1, mark.column + 1) if mark else None
        said = ", ".join(part for part in (error.context, error.problem) if part)
        if "nesting depth" in said:  # the parser in C looks ahead, and may meet its own limit first
            raise Unreadable(_fault("too-deep", spot, limit=DEEPEST)) from None
        raise Unreadable(_fault("yaml-syntax", spot, said=said)) from None
    except yaml.YAMLError as error:
        raise Unreadable(_fault("yaml-syntax", None, said=str(error).partition("\n")[0])) from None


def _fault(key: str, spot: Spot, **details: str | int) -> Fault:
    line, column = spot or (None, None)
    return Fault(Problem(key, tuple(details.items())), "", line, column)
