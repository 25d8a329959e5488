"""What maturity is measured by: a tree of dimensions, indicators at its leaves, levels above."""

from collections.abc import Iterable, Iterator

import attrs

from kompetanse.errors import UnknownDimension, close_to
from kompetanse.model.rules import (
    Field,
    a,
    an_id,
    as_float,
    as_str,
    as_tuple,
    each,
    number,
    one_line,
    refuse,
)
from kompetanse.model.text import NAMED_BY_ID, Text, a_name, as_optional_text, as_text

WEIGHT = number(1e-6, 1e6)
GOALPOST = number(-1e12, 1e12)
DEEPEST_TREE = 17
"""Storeys that a tree of dimensions may have: as many as a file can hold."""


@attrs.frozen
class MaturityLevel:
    """One level (generation) of maturity: the scores from `floor` up to the next level's."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    floor: float = attrs.field(default=0.0, converter=as_float, validator=number(0, 100))
    """The lowest score, from 0 to 100, that stands on this level."""


@attrs.frozen
class Indicator:
    """One question of an assessment, with the goalposts that its answers are measured between."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    question: Text = attrs.field(converter=as_text, validator=a(Text))
    low: float = attrs.field(converter=as_float, validator=GOALPOST)
    """The answer that scores 0."""
    high: float = attrs.field(converter=as_float, validator=GOALPOST)
    """The answer that scores 100."""
    weight: float = attrs.field(default=1.0, converter=as_float, validator=WEIGHT)
    """Relative to its siblings: only ratios count."""

    def __attrs_post_init__(self) -> None:
        if self.high <= self.low:
            raise refuse(self, "", "high-not-above-low", low=self.low, found=self.high)


def _indicators(value: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return as_tuple(value)


def _dimensions(value: Iterable["MaturityDimension"]) -> tuple["MaturityDimension", ...]:
    return as_tuple(value)


def _each_a_dimension(instance: object, field: Field, value: object) -> None:
    each(a(MaturityDimension))(instance, field, value)


@attrs.frozen
class MaturityDimension:
    """One dimension of maturity, made of narrower dimensions, of indicators, or of both."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    weight: float = attrs.field(default=1.0, converter=as_float, validator=WEIGHT)
    """Relative to its siblings: only ratios count."""
    target: float | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(as_float),
        validator=attrs.validators.optional(number(0, 100)),
    )
    """The score, from 0 to 100, that the programme aims at."""
    dimensions: tuple["MaturityDimension", ...] = attrs.field(
        default=(), converter=_dimensions, validator=_each_a_dimension
    )
    indicators: tuple[Indicator, ...] = attrs.field(
        default=(), converter=_indicators, validator=each(a(Indicator))
    )

    def walk(self) -> Iterator["MaturityDimension"]:
        """Yield this dimension and all below it, each before those below it."""
        waiting = [self]
        while waiting:
            dimension = waiting.pop()
            yield dimension
            waiting.extend(reversed(dimension.dimensions))


def _levels(value: Iterable[MaturityLevel]) -> tuple[MaturityLevel, ...]:
    return as_tuple(value)


@attrs.frozen
class MaturityFramework:
    """The dimensions by which maturity is measured, and the levels that scores stand on."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    version: str = attrs.field(default="1", converter=as_str, validator=one_line)
    owner: Text | None = attrs.field(
        default=None, converter=as_optional_text, validator=attrs.validators.optional(a_name)
    )
    """Who made it, to be named wherever it is used."""
    levels: tuple[MaturityLevel, ...] = attrs.field(
        default=(), converter=_levels, validator=each(a(MaturityLevel))
    )
    """The levels, lowest first."""
    dimensions: tuple[MaturityDimension, ...] = attrs.field(
        default=(), converter=_dimensions, validator=_each_a_dimension
    )

    def __attrs_post_init__(self) -> None:
        lowest = 0.0
        for place, level in enumerate(self.levels):
            if level.floor != 0 if place == 0 else level.floor <= lowest:
                raise refuse(self, "levels", "levels-not-rising", level=level.id, found=level.floor)
            lowest = level.floor
        storey = self.dimensions
        for _ in range(DEEPEST_TREE):
            storey = tuple(narrower for one in storey for narrower in one.dimensions)
        if storey:
            raise refuse(self, "dimensions", "too-deep", limit=DEEPEST_TREE)

    def walk(self) -> Iterator[MaturityDimension]:
        """Yield every dimension, each before those below it."""
        for dimension in self.dimensions:
            yield from dimension.walk()

    def dimension(self, id: str) -> MaturityDimension:  # noqa: A002  # the field's own name
        """Give the dimension with this id; raise `UnknownDimension` where there is none."""
        for dimension in self.walk():
            if dimension.id == id:
                return dimension
        raise UnknownDimension(id, close_to(id, (one.id for one in self.walk())))

    def indicators(self) -> Iterator[Indicator]:
        """Yield every indicator, in the order of the tree."""
        for dimension in self.walk():
            yield from dimension.indicators
