"""What maturity is measured by: a tree of dimensions, indicators at its leaves, levels above."""

from collections.abc import Iterable, Iterator

import attrs

from kompetanse.errors import UnknownDimension, close_to
from kompetanse.model.aggregation import Aggregation, AggregationMethod
from kompetanse.model.brief import brief
from kompetanse.model.indicator import LARGEST, WEIGHT, Indicator, Scale
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

DEEPEST_TREE = 17
"""Storeys that a tree of dimensions may have: as many as a file can hold."""


@attrs.frozen
class MaturityLevel:
    """One level (generation) of maturity: the scores from `floor` up to the next level's."""

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    floor: float = attrs.field(default=0.0, converter=as_float, validator=number(0, 100))
    """The lowest score, from 0 to 100, that stands on this level."""
    points: float | None = attrs.field(
        default=None,
        converter=attrs.converters.optional(as_float),
        validator=attrs.validators.optional(number(0, 100)),
    )
    """What an answer that names this level scores; the middle between this floor and the next by default."""


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
        validator=attrs.validators.optional(number(0, LARGEST)),
    )
    """The score that the programme aims at, from 0 to 100; of a sum it may be higher."""
    aggregation: Aggregation = attrs.field(default=Aggregation(), validator=a(Aggregation))
    """How its score is made of the narrower dimensions and the indicators."""
    dimensions: tuple["MaturityDimension", ...] = attrs.field(
        default=(), converter=_dimensions, validator=_each_a_dimension
    )
    indicators: tuple[Indicator, ...] = attrs.field(
        default=(), converter=_indicators, validator=each(a(Indicator))
    )

    def __attrs_post_init__(self) -> None:
        sums = self.aggregation.method is AggregationMethod.SUM
        if self.target is not None and self.target > 100 and not sums:
            raise refuse(self, "target", "out-of-range", low=0.0, high=100.0, found=self.target)

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
    aggregation: Aggregation = attrs.field(default=Aggregation(), validator=a(Aggregation))
    """How the whole score is made of the topmost dimensions."""
    dimensions: tuple[MaturityDimension, ...] = attrs.field(
        default=(), converter=_dimensions, validator=_each_a_dimension
    )

    __repr__ = brief("id", "version", "dimensions", "levels")

    def __attrs_post_init__(self) -> None:
        self._demand_rising_levels()
        self._demand_shallow_tree()
        if not self.levels:
            for one in self.indicators():
                if one.scale in (Scale.LEVELS, Scale.SHARES):
                    raise refuse(self, "levels", "no-levels", indicator=one.id)

    def _demand_rising_levels(self) -> None:
        lowest = 0.0
        for place, level in enumerate(self.levels):
            if level.floor != 0 if place == 0 else level.floor <= lowest:
                raise refuse(self, "levels", "levels-not-rising", level=level.id, found=level.floor)
            lowest = level.floor
        for level, low, high in zip(self.levels, self._floors, self._floors[1:], strict=False):
            points = level.points
            if points is not None and not (low <= points < high or points == high == 100):
                raise refuse(self, "levels", "points-off-level", level=level.id, found=points)

    def _demand_shallow_tree(self) -> None:
        storey = self.dimensions
        for _ in range(DEEPEST_TREE):
            storey = tuple(narrower for one in storey for narrower in one.dimensions)
        if storey:
            raise refuse(self, "dimensions", "too-deep", limit=DEEPEST_TREE)

    @property
    def _floors(self) -> tuple[float, ...]:
        """The floor of each level, and the end of the last."""
        return (*(one.floor for one in self.levels), 100.0)

    @property
    def level_points(self) -> tuple[float, ...]:
        """What an answer that names a level scores, for each level."""
        bands = zip(self._floors, self._floors[1:], strict=False)
        middles = ((low + high) / 2 for low, high in bands)
        return tuple(
            middle if one.points is None else one.points
            for one, middle in zip(self.levels, middles, strict=True)
        )

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
