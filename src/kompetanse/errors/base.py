"""The parent of every error, and the words that several of them share."""

from collections.abc import Iterable
from difflib import get_close_matches


class KompetanseError(Exception):
    """Above every error of this library, so that one ``except`` catches them all.

    Each error is a value: its fields are positional, it pickles and copies, and it equals another of
    its class with the same fields. ``str(error)`` is an English sentence made from the fields.
    """

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.args == other.args

    def __hash__(self) -> int:
        return hash((type(self), self.args))


def close_to(word: str, known: Iterable[str]) -> str:
    """Give the one among `known` that may have been meant by `word`, or ``""``."""
    matches = get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def did_you_mean(suggestion: str) -> str:
    """Give the tail of a sentence that offers `suggestion`, or nothing."""
    return f"; did you mean {suggestion!r}?" if suggestion else ""
