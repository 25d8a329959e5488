"""Sentences from values: a key has one sentence in each language, and values go in as people write them."""

import re
from collections.abc import Mapping
from datetime import date, time
from functools import cached_property
from math import inf
from string import Formatter
from types import MappingProxyType
from typing import Any

import attrs
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent, get_group_symbol

from kompetanse.model import Language, Programme, Text
from kompetanse.model.rules import demand, refuse, shown
from kompetanse.model.text import LANGUAGES
from kompetanse.report.catalogue import SENTENCES
from kompetanse.report.digits import readable

LOCALES: Mapping[Language, str] = MappingProxyType({"nb": "nb_NO", "en": "en_GB"})

MOST_FOR_BABEL = 10**15
"""Whole numbers above are written without babel, which has no room for thousands of digits."""

FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""A letter of a script that is written from right to left."""

NAMES_OF: Mapping[str, str] = MappingProxyType(
    {
        "module": "modules",
        "modules": "modules",
        "other": "modules",
        "also": "cohorts",
        "prerequisite": "modules",
        "any_of": "modules",
        "option": "modules",
        "after": "modules",
        "before": "modules",
        "cohort": "cohorts",
        "cohorts": "cohorts",
        "neighbour": "organisations",
        "organisation": "organisations",
        "dimension": "dimensions",
        "node": "dimensions",
        "next": "dimensions",
        "part": "dimensions",
        "level": "levels",
        "facilitator": "facilitators",
        "venue": "venues",
    }
)
"""The values that are ids, by the name they are put in under, and whose ids they are."""


class _Formatter(Formatter):
    """Puts values into sentences as the language writes them.

    A number takes ``one|many`` ("1 module", "3 modules"), ``%`` for a share, ``.1`` for decimals, ``+`` to
    show its sign; a date takes ``full`` for the day of the week too, ``short`` for a month
    cut short, ``month`` for the month alone, ``mon`` for its name cut short; a list takes ``or`` where one of
    it is meant. A name that is written from right to left is kept apart, so that it turns nothing beside it.
    """

    def __init__(self, lang: Language) -> None:
        self.lang = lang
        self.locale = LOCALES[lang]

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401  # as its parent's
        told = self.alone(value, format_spec)
        return f"\u2068{told}\u2069" if FROM_RIGHT.search(told) else told

    def alone(self, value: object, format_spec: str) -> str:
        """Give a value that stands by itself, in no sentence."""
        match value:
            case int() | float():
                return self.number(value, format_spec)
            case date():
                day = "d." if self.lang == "nb" else "d"
                style = {
                    "full": f"EEEE {day} MMMM y",
                    "short": f"{day} MMM y",
                    "month": "MMMM y",
                    "mon": "MMM",
                }.get(format_spec, f"{day} MMMM y")
                return format_date(value, style, locale=self.locale)
            case time():
                return f"{value:%H:%M}"
            case Text():
                return value.language(self.lang)
            case tuple():
                items = [self.format_field(one, "") for one in value]
                return format_list(items, "or" if format_spec == "or" else "standard", locale=self.locale)
            case _:
                return str(value)

    def number(self, value: float, spec: str) -> str:
        if "|" in spec:
            one, many = spec.split("|")
            return f"{self.number(value, '')} {one if value == 1 else many}"
        if spec == "%":
            return format_percent(value, locale=self.locale)
        if MOST_FOR_BABEL < abs(value) != inf:  # a fraction is never of that size
            sign = "-" if value < 0 else "+" if spec.startswith("+") else ""
            return sign + readable(abs(int(value)), get_group_symbol(self.locale))
        decimals = int(spec.partition(".")[2] or -1)
        if decimals >= 0 and abs(value) <= 0.5 * 10**-decimals:
            value = 0  # what shows as nothing has no sign
        sign = "+" if spec.startswith("+") and value > 0 else ""
        pattern = "#,##0.##" if decimals < 0 else f"#,##0.{'0' * decimals}".rstrip(".")
        return sign + format_decimal(value, pattern, locale=self.locale)


@attrs.frozen
class Words:
    """One language, with the names that a programme gives its parts."""

    lang: Language
    programme: Programme | None = None

    @cached_property
    def _formatter(self) -> _Formatter:
        return _Formatter(self.lang)

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, Text]]:
        programme = self.programme
        if programme is None:
            return {}
        framework = programme.framework
        dimensions = {one.id: one.name for one in framework.walk()} if framework else {}
        return {
            "modules": {one.id: one.name for one in programme.modules},
            "cohorts": {one.id: one.name for one in programme.cohorts},
            "organisations": {one.id: one.name for one in programme.organisations},
            "dimensions": {framework.id: framework.name, **dimensions} if framework else {},
            "levels": {one.id: one.name for one in framework.levels} if framework else {},
            "facilitators": {one.id: one.name for one in programme.planning.facilitators},
            "venues": {one.id: one.name for one in programme.planning.venues},
        }

    def name(self, kind: str, id_: str) -> str:
        """Give the name of a part by its id; the id itself where the programme does not have it."""
        name = self._names.get(kind, {}).get(id_)
        return name.language(self.lang) if name else id_

    def say(self, key: str, /, **values: object) -> str:
        """Give the sentence for `key`; values named as in `NAMES_OF` are ids, and are told by name."""
        for name in values.keys() & NAMES_OF.keys():
            values[name] = self._named(NAMES_OF[name], values[name])
        return self._formatter.vformat(SENTENCES[key].language(self.lang), (), values)

    def _named(self, kind: str, value: object) -> object:
        match value:
            case str():
                return self.name(kind, value)
            case tuple():
                return tuple(self._named(kind, one) for one in value)
            case _:
                return value

    def heading(self, key: str) -> str:
        """Give the heading of a column; its key where it is a column of somebody else's."""
        return self.say(f"column.{key}") if f"column.{key}" in SENTENCES else key

    def value(self, value: object, spec: str = "") -> str:
        """Give one value as the language writes it."""
        return self._formatter.alone(value, spec)


def words_of(verb: str, programme: Programme, lang: Language) -> Words:
    """Give the words of a programme; raise `InvalidValue` where the programme or the language is none."""
    demand(verb, "programme", programme, Programme)
    if lang not in LANGUAGES:
        raise refuse(verb, "lang", "not-one-of", options=LANGUAGES, found=shown(lang))
    return Words(lang, programme)
