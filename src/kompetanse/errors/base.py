"""The parent of every error, and the words that several of them share."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

LONGEST_WORD = 200
"""Characters of a word that one may have meant another by: no id has as many."""


class KompetanseError(Exception):
    """Above every error of this library, so that one ``except`` catches them all.

    Each error is a value: its fields are positional, it pickles and copies, and it equals another of
    its class with the same fields. ``str(error)`` is an English sentence made from the fields.
    """

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash((type(self), self.args))

    def __reduce__(self) -> tuple[type["KompetanseError"], tuple[Any, ...]]:
        """Pickle by the fields alone: where Dask is loaded, the built-in way would set them one by one."""
        return type(self), self.args


def shown(value: object) -> str:
    """Give `value` as a sentence may quote it: short, on one line, whatever it is."""
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 200:
        return "a huge number"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)  # as a file would hold it
    try:
        text = str.__str__(value) if isinstance(value, str) else repr(value)
    except Exception:  # noqa: BLE001  # such as a list that nests too deep, or a repr that is broken
        name = type(value).__name__
        return f"an {name}" if name[:1] in "AEIOUaeiou" else f"a {name}"
    text = ascii(text)[1:-1] if not text.isprintable() else text
    text = text if len(text) <= 60 else text[:57] + "…"
    return f"'{text}'" if isinstance(value, str) else text


def close_to(word: object, known: Iterable[str]) -> str:
    """Give the one among `known` that may have been meant by `word`, or ``""``."""
    if not isinstance(word, str) or len(word) > LONGEST_WORD:
        return ""
    options = sorted(set(known))
    alike = [one for one in options if one.casefold() == word.casefold()]
    matches = alike or get_close_matches(word, options, n=1, cutoff=0.6)
    return matches[0] if matches else ""


def did_you_mean(suggestion: str) -> str:
    """Give the tail of a sentence that offers `suggestion`, or nothing."""
    return f"; did you mean {suggestion!r}?" if suggestion else ""
