"""JSON, read into the same tree as YAML; its values keep the types that JSON gives them."""

import json
from typing import Any

from kompetanse.errors import Fault, Problem
from kompetanse.files.nodes import DEEPEST, Entry, Listing, Mapping, Node, Scalar
from kompetanse.files.yaml_tree import Tree, Unreadable

TOO_DEEP = Problem("too-deep", (("limit", DEEPEST),))


class _Pairs(tuple[tuple[str, Any], ...]):
    """The keys and values of one object, doubles and all."""

    __slots__ = ()


def read_json(text: str) -> Tree:
    """Give the tree of a JSON text; raise `Unreadable` where it is none."""
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_int=_whole)
    except json.JSONDecodeError as error:
        problem = Problem("json-syntax", (("said", error.msg),))
        raise Unreadable(Fault(problem, "", error.lineno, error.colno)) from None
    except RecursionError:
        raise Unreadable(Fault(TOO_DEEP)) from None
    return Tree(_node(value, 0))


def _whole(digits: str) -> int:
    """Read a whole number; one of more digits than Python reads is as far out of range without its tail."""
    return int(digits[:300])


def _node(value: Any, depth: int) -> Node:  # noqa: ANN401  # whatever JSON holds
    if not isinstance(value, _Pairs | list):
        return Scalar(value)
    if depth == DEEPEST:
        return Scalar(None, wrong=TOO_DEEP)
    if isinstance(value, _Pairs):
        return Mapping(tuple(Entry(key, _node(one, depth + 1)) for key, one in value))
    return Listing(tuple(_node(one, depth + 1) for one in value))
