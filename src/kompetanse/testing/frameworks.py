"""Strategies for maturity frameworks."""

from typing import Any

from hypothesis import strategies as st

from kompetanse.model import (
    Aggregation,
    AggregationMethod,
    Better,
    Indicator,
    Knot,
    MaturityDimension,
    MaturityFramework,
    MaturityLevel,
    MissingPolicy,
    Outside,
    Scale,
)
from kompetanse.testing.words import LONGER_TEXTS, MAYBE_NAME, TEXTS, distinct_ids

WEIGHTS = st.sampled_from((1.0, 2.0, 0.5, 1.25))
TARGETS = st.none() | st.integers(0, 100)
LOWS = st.sampled_from((1.0, 0.0, -2.5))
WIDTHS = st.sampled_from((4.0, 1.0, 0.1))
PLAIN: tuple[dict[str, Any], ...] = (
    {},
    {"better": Better.LOWER},
    {"outside": Outside.CAP},
    {"scale": Scale.YES_NO},
    {"scale": Scale.POINTS, "better": Better.LOWER},
    {"best": 0.0},
    {"knots": (Knot(0, 0), Knot(2, 40), Knot(2, 60), Knot(5, 100))},
)
"""How an indicator may differ from a number between goalposts; a `best` is put between them."""
SHAPES = st.sampled_from(PLAIN)
WITH_LEVELS = st.sampled_from((*PLAIN, {"scale": Scale.LEVELS}, {"scale": Scale.SHARES}))
AGGREGATIONS = st.sampled_from(
    (
        Aggregation(),
        Aggregation(AggregationMethod.GEOMETRIC),
        Aggregation(AggregationMethod.MINIMUM, missing=MissingPolicy.REFUSE),
        Aggregation(AggregationMethod.POWER, 2.0, threshold=0.5),
        Aggregation(AggregationMethod.STAGED, missing=MissingPolicy.ZERO),
    )
)
VERSIONS = st.sampled_from(("1", "1.10"))
FLOORS = st.lists(st.integers(1, 100), unique=True, max_size=4).map(lambda floors: (0, *sorted(floors)))


def _levels(draw: st.DrawFn) -> tuple[MaturityLevel, ...]:
    names = draw(distinct_ids(min_size=0, max_size=5))
    return tuple(
        MaturityLevel(id_, draw(TEXTS), floor) for id_, floor in zip(names, draw(FLOORS), strict=False)
    )


def _indicator(draw: st.DrawFn, id_: str, levels: bool) -> Indicator:  # noqa: FBT001  # only called below
    low, width, weight = draw(LOWS), draw(WIDTHS), draw(WEIGHTS)
    goalposts: dict[str, Any] = {"low": low, "high": low + width}
    shape = draw(WITH_LEVELS if levels else SHAPES)
    if "knots" in shape or "scale" in shape:
        goalposts = {}
    if "best" in shape:
        shape = {"best": low + width / 2}
    return Indicator(id_, draw(LONGER_TEXTS), weight=weight, **goalposts, **shape)


def _dimension(
    draw: st.DrawFn,
    id_: str,
    levels: bool,  # noqa: FBT001  # only called below
    below: tuple[MaturityDimension, ...] = (),
) -> MaturityDimension:
    asked = tuple(_indicator(draw, f"{id_}-{number}", levels) for number in range(draw(st.integers(0, 2))))
    return MaturityDimension(
        id_,
        draw(TEXTS),
        draw(WEIGHTS),
        draw(TARGETS),
        draw(AGGREGATIONS),
        dimensions=below,
        indicators=asked,
    )


@st.composite
def _frameworks(draw: st.DrawFn, *, min_dimensions: int, max_dimensions: int) -> MaturityFramework:
    own, *names = draw(distinct_ids(min_size=min_dimensions + 1, max_size=max_dimensions + 1))
    topmost = []
    levels = _levels(draw)
    while names:
        last = draw(st.integers(0, min(2, len(names) - 1)))
        below = tuple(_dimension(draw, id_, bool(levels)) for id_ in names[1 : last + 1])
        topmost.append(_dimension(draw, names[0], bool(levels), below))
        names = names[last + 1 :]
    return MaturityFramework(
        id=own,
        name=draw(TEXTS),
        version=draw(VERSIONS),
        owner=draw(MAYBE_NAME),
        levels=levels,
        dimensions=topmost,
    )


def frameworks(*, min_dimensions: int = 1, max_dimensions: int = 4) -> st.SearchStrategy[MaturityFramework]:
    """Give frameworks of so many dimensions, in a tree of at most two storeys; every id is given once."""
    return _frameworks(min_dimensions=min_dimensions, max_dimensions=max_dimensions)
