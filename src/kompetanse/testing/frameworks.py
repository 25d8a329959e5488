"""Strategies for maturity frameworks."""

from hypothesis import strategies as st

from kompetanse.model import Indicator, MaturityDimension, MaturityFramework, MaturityLevel
from kompetanse.testing.words import LONGER_TEXTS, MAYBE_NAME, TEXTS, distinct_ids

WEIGHTS = st.sampled_from((1.0, 2.0, 0.5, 1.25))
TARGETS = st.none() | st.integers(0, 100)
LOWS = st.sampled_from((1.0, 0.0, -2.5))
WIDTHS = st.sampled_from((4.0, 1.0, 0.1))
VERSIONS = st.sampled_from(("1", "1.10"))
FLOORS = st.lists(st.integers(1, 100), unique=True, max_size=4).map(lambda floors: (0, *sorted(floors)))


def _levels(draw: st.DrawFn) -> tuple[MaturityLevel, ...]:
    names = draw(distinct_ids(min_size=0, max_size=5))
    return tuple(
        MaturityLevel(id_, draw(TEXTS), floor) for id_, floor in zip(names, draw(FLOORS), strict=False)
    )


def _indicator(draw: st.DrawFn, id_: str) -> Indicator:
    low = draw(LOWS)
    return Indicator(id_, draw(LONGER_TEXTS), low, low + draw(WIDTHS), draw(WEIGHTS))


def _dimension(draw: st.DrawFn, id_: str, below: tuple[MaturityDimension, ...] = ()) -> MaturityDimension:
    asked = tuple(_indicator(draw, f"{id_}-{number}") for number in range(draw(st.integers(0, 2))))
    return MaturityDimension(id_, draw(TEXTS), draw(WEIGHTS), draw(TARGETS), below, asked)


@st.composite
def _frameworks(draw: st.DrawFn, *, min_dimensions: int, max_dimensions: int) -> MaturityFramework:
    own, *names = draw(distinct_ids(min_size=min_dimensions + 1, max_size=max_dimensions + 1))
    topmost = []
    while names:
        last = draw(st.integers(0, min(2, len(names) - 1)))
        below = tuple(_dimension(draw, id_) for id_ in names[1 : last + 1])
        topmost.append(_dimension(draw, names[0], below))
        names = names[last + 1 :]
    return MaturityFramework(
        id=own,
        name=draw(TEXTS),
        version=draw(VERSIONS),
        owner=draw(MAYBE_NAME),
        levels=_levels(draw),
        dimensions=topmost,
    )


def frameworks(*, min_dimensions: int = 1, max_dimensions: int = 4) -> st.SearchStrategy[MaturityFramework]:
    """Give frameworks of so many dimensions, in a tree of at most two storeys; every id is given once."""
    return _frameworks(min_dimensions=min_dimensions, max_dimensions=max_dimensions)
