"""What a cell of each scale means: the one place that says how answers are written."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import fsum
from typing import TypeVar

from kompetanse.errors import InvalidValue, close_to
from kompetanse.files.scalars import number_in, unread
from kompetanse.files.typed import DATED, NOT_CALCULATED
from kompetanse.model import Indicator, Language, MaturityLevel, NoAnswer, Role, Scale, Text, Value
from kompetanse.model.rules import shown

T = TypeVar("T")

NOT_APPLICABLE = ("n/a", "na", "-", "ikke aktuelt")
YES_NO: Mapping[str, float] = {
    "yes": 1.0, "ja": 1.0, "true": 1.0, "sann": 1.0, "1": 1.0,
    "no": 0.0, "nei": 0.0, "false": 0.0, "usann": 0.0, "0": 0.0,
}  # fmt: skip
"""Truth values are among them, since a spreadsheet may make these of what was typed."""
ROLES: Mapping[str, Role] = {
    "leader": Role.LEADER, "leder": Role.LEADER,
    "coordinator": Role.COORDINATOR, "koordinator": Role.COORDINATOR,
    "staff": Role.STAFF, "ansatt": Role.STAFF,
}  # fmt: skip
_DECIMALS = re.compile(r"[0-9]+[.,]([0-9]+)")


def value_in(
    indicator: Indicator, levels: tuple[MaturityLevel, ...], *, comma: bool
) -> Callable[[str], Value]:
    """Give the reader of the answers to one indicator; it raises `InvalidValue`."""
    exactly, loosely = level_words(levels) if indicator.scale is Scale.LEVELS else ({}, {})
    on_scale: Mapping[Scale, Callable[[str], Value]] = {
        Scale.YES_NO: lambda text: _one_of(YES_NO, text.casefold(), text),
        Scale.LEVELS: lambda text: _level(loosely, levels, text),
        Scale.SHARES: lambda text: _shares(text, len(levels), comma=comma),
        Scale.NUMBER: lambda text: _number(indicator, text, comma=comma),
        Scale.POINTS: lambda text: _number(indicator, text, comma=comma),
    }
    given = on_scale[indicator.scale]

    def read(text: str) -> Value:
        if not text:
            return NoAnswer.NOT_ANSWERED
        if text in exactly:  # before all else, for the sake of a level whose id is na
            return exactly[text]
        if text.casefold() in NOT_APPLICABLE:
            return NoAnswer.NOT_APPLICABLE
        for spoilt, problem in ((DATED, "became-date"), (NOT_CALCULATED, "not-calculated")):
            if spoilt.fullmatch(text):
                raise unread(problem, found=shown(text))
        return given(text)

    return read


def role_in(text: str) -> Role | None:
    """Read what a respondent is; where nothing stands, it is not known."""
    return _one_of(ROLES, text.casefold(), text) if text else None


def _one_of(words: Mapping[str, T], word: str, text: str) -> T:
    if word not in words:
        raise unread("not-one-of", options=tuple(words), found=shown(text), suggestion=close_to(word, words))
    return words[word]


def _number(indicator: Indicator, text: str, *, comma: bool) -> float:
    value = number_in(text, comma=comma)
    low, high = indicator.taken
    if not low <= value <= high:
        raise unread("out-of-range", low=low, high=high, found=shown(text))
    return value


def level_words(levels: Iterable[MaturityLevel]) -> tuple[dict[str, float], dict[str, float]]:
    """Give what each word says, as the number of a level: ids as they are written, and the others loosely.

    An id goes before a name, and a name before a number; a name that two levels share says nothing.
    """
    numbered = [(float(number), one) for number, one in enumerate(levels, start=1)]
    exactly = {one.id: number for number, one in numbered}
    names = [
        (word, number)
        for number, one in numbered
        for word in {one.name.nb.casefold().strip(), one.name.en.casefold().strip()}
    ]
    ids = [(one.id.casefold(), number) for number, one in numbered]
    return exactly, {
        **{str(int(number)): number for number, _ in numbered},
        **_told_apart(names),
        **_told_apart(ids),
    }


def _told_apart(words: list[tuple[str, float]]) -> dict[str, float]:
    counts = Counter(word for word, _ in words)
    return {word: number for word, number in words if counts[word] == 1}


def _level(words: Mapping[str, float], levels: tuple[MaturityLevel, ...], text: str) -> float:
    word = text.casefold()
    if word not in words:
        ids = tuple(one.id for one in levels)
        raise unread(
            "not-a-level", options=ids, high=len(ids), found=shown(text), suggestion=close_to(word, words)
        )
    return words[word]


def _shares(text: str, levels: int, *, comma: bool) -> tuple[float, ...]:
    """Read how much stands on each level, such as 20/50/30; make shares of it that sum to exactly 1.

    They may miss 1, or 100 %, by as much as the rounding of the digits that are printed can explain.
    """
    written = [part.strip().removesuffix("%").rstrip() for part in text.split("/")]
    if len(written) != levels:
        raise unread("not-shares", expected=levels, found=shown(text))
    parts = [number_in(one, comma=comma) for one in written]
    for one, part in zip(written, parts, strict=True):
        if not 0 <= part <= 100:
            raise unread("out-of-range", low=0, high=100, found=shown(one))
    total, places = fsum(parts), [_places(one) for one in written]
    for whole in (1, 100):
        missing = sum(Fraction(1, 2 * 10**places_) for places_ in places if places_ or whole == 100)
        if total and abs(total - whole) <= float(missing) + 1e-9:
            return _made_one(parts, total)
    raise unread("shares-not-one", found=shown(text))


def _places(written: str) -> int:
    """Give how many decimals a number was written with; beyond 12, they round nothing that matters."""
    match = _DECIMALS.match(written)
    return min(len(match[1]), 12) if match else 0


def _made_one(parts: list[float], total: float) -> tuple[float, ...]:
    shares = [part / total for part in parts]
    largest = shares.index(max(shares))
    for _ in range(3):  # the first time is enough but for the last bit
        shares[largest] += 1 - fsum(shares)
    return tuple(shares)


def words_of_yes_no(lang: Language) -> tuple[str, str]:
    """Give the words for yes and no in a language."""
    return ("ja", "nei") if lang == "nb" else ("yes", "no")


def words_of_roles(lang: Language) -> tuple[str, ...]:
    """Give the words for the roles in a language."""
    return tuple(ROLES)[1::2] if lang == "nb" else tuple(ROLES)[::2]


def words_of_levels(levels: tuple[MaturityLevel, ...], lang: Language) -> tuple[str, ...]:
    """Give each level's name in a language; its id, where that name would not be read as this level."""
    read = value_in(Indicator("level", Text("-"), scale=Scale.LEVELS), levels, comma=True)

    def is_read_as(number: int, word: str) -> bool:
        try:
            return read(word.strip()) == number
        except InvalidValue:
            return False

    names = [one.name.language(lang) for one in levels]
    return tuple(
        name if is_read_as(number, name) else one.id
        for number, (name, one) in enumerate(zip(names, levels, strict=True), start=1)
    )
