"""Text in bokmål and English."""

from collections.abc import Iterable
from typing import Any, Literal, get_args

import attrs

from kompetanse.model.rules import ID, Field, a, as_str, as_tuple, one_line, readable, refuse, shown

Language = Literal["nb", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@attrs.frozen
class Text:
    """A text in bokmål and in English; given one, it is the same in both.

    >>> Text("Strategi", "Strategy").language("en")
    'Strategy'
    >>> Text("Haugesund").language("en")
    'Haugesund'
    """

    nb: str = attrs.field(converter=as_str, validator=readable)
    en: str = attrs.field(
        default=attrs.Factory(lambda self: self.nb, takes_self=True), converter=as_str, validator=readable
    )

    def language(self, lang: Language) -> str:
        """Give the text in `lang`; raise `InvalidValue` where that is no language of it."""
        if lang == "nb":
            return self.nb
        if lang == "en":
            return self.en
        raise refuse(self, "lang", "not-one-of", options=LANGUAGES, found=shown(lang))

    def __str__(self) -> str:
        return self.en


def a_name(instance: object, field: Field, value: object) -> None:
    """Demand a text that stands on one line in both languages."""
    a(Text)(instance, field, value)
    if isinstance(value, Text):
        one_line(instance, field, value.nb)
        one_line(instance, field, value.en)


def as_text(value: str | Text) -> Text:
    """Take plain text for the same text in both languages."""
    return Text(value) if isinstance(value, str) else value


def as_optional_text(value: str | Text | None) -> Text | None:
    """Take plain text for the same text in both languages, and None for none."""
    return Text(value) if isinstance(value, str) else value


def as_texts(value: Iterable[str | Text]) -> tuple[Text, ...]:
    """Take any iterable of texts, each plain or in both languages."""
    items = as_tuple(value)
    if not isinstance(items, tuple):
        return items  # the validator refuses it, in words
    return tuple(as_text(one) for one in items)


def _id_of(noun: Any) -> str | None:  # noqa: ANN401  # any noun that has an id
    """Give a noun's id; nothing for one that is no id, which its own rule will refuse."""
    id_: object = noun.id
    return id_ if isinstance(id_, str) and ID.fullmatch(id_) else None


NAMED_BY_ID: Any = attrs.Factory(_id_of, takes_self=True)
"""The default of a noun's name: its id."""
