"""From the errors of structuring to faults, each with its place and the spot where it stands."""

from collections.abc import Iterator

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from kompetanse.errors import Fault, InvalidValue, Problem, close_to
from kompetanse.files.nodes import Entry, Listing, Mapping, Node, Scalar, Spot, at, placed
from kompetanse.files.scalars import DIGITS, WHOLE
from kompetanse.files.shapes import key_of
from kompetanse.model.rules import shown


def fault(problem: Problem, place: str, spot: Spot) -> Fault:
    """Give the fault that stands at a spot, if the format keeps any."""
    return Fault(problem, place, *(spot or ()))


def ill_formed(root: Node) -> Iterator[Fault]:
    """Yield what is wrong with how a file is written, whatever it means: doubled keys, aliases, tags."""
    for place, node in placed(root):
        if node.wrong is not None:
            yield fault(node.wrong, place, node.spot)
        if isinstance(node, Mapping):
            seen: set[str] = set()
            for entry in node.entries:
                if entry.key in seen:
                    problem = Problem("duplicate-key", (("key", shown(entry.key)),))
                    yield fault(problem, at(place, entry.step), entry.spot)
                seen.add(entry.key)


def faults_of(error: BaseException, node: Node, place: str = "") -> Iterator[Fault]:
    """Yield every fault in what structuring `node` raised; what `ill_formed` tells is not told again."""
    if node.wrong is not None:
        return
    if isinstance(error, InvalidValue):
        if isinstance(node, Mapping) and error.field in node.children:  # one key does not go with the others
            place, node = at(place, error.field), node.children[error.field]
        yield fault(error.problem, place, node.spot)
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from _unknown_keys(error, node, place)
    elif isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _inside(error, one, node, place)
    else:
        raise error  # no fault of the file


def _inside(group: BaseException, error: BaseException, node: Node, place: str) -> Iterator[Fault]:
    """Yield the faults of one error in a group, by the step that leads from the group's node to its own."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote) and isinstance(node, Listing):
            number = int(note.index)
            yield from faults_of(error, node.items[number], at(place, node.keys[number]))
            return
        if isinstance(note, AttributeValidationNote) and isinstance(node, Mapping):
            assert isinstance(group, ClassValidationError)  # noqa: S101  # cattrs notes fields in no other
            key = key_of(group.cl, note.name)
            if key in node.children:
                yield from faults_of(error, node.children[key], at(place, key))
            else:
                yield fault(Problem("missing-key", (("key", shown(key)),)), place, node.spot)
            return
    yield from faults_of(error, node, place)


def _unknown_keys(error: ForbiddenExtraKeysError, node: Node, place: str) -> Iterator[Fault]:
    known = tuple(key_of(error.cl, field.name) for field in attrs.fields(error.cl))
    entries = node.entries if isinstance(node, Mapping) else ()
    for before, entry in zip((None, *entries), entries, strict=False):
        if entry.key not in error.extra_fields or entry.node.wrong is not None:
            continue
        if before is not None and (number := _split(before, entry)):
            problem = Problem("split-decimal", (("suggestion", number),))
            yield fault(problem, at(place, before.step), before.node.spot)
        else:
            suggestion = close_to(entry.key, known)
            details = (("found", shown(entry.key)), ("options", known))
            problem = Problem(
                "unknown-key", (*details, *([("suggestion", suggestion)] if suggestion else ()))
            )
            yield fault(problem, at(place, entry.step), entry.spot)


def _split(before: Entry, entry: Entry) -> str:
    """Give the number that a decimal comma has split, in a mapping in braces, into a value and a key."""
    whole, nothing = before.node, entry.node
    if not (isinstance(whole, Scalar) and whole.untyped and isinstance(nothing, Scalar)):
        return ""
    is_split = nothing.value is None and DIGITS.fullmatch(entry.key) and WHOLE.fullmatch(str(whole.value))
    return f"{whole.value}.{entry.key}" if is_split else ""
