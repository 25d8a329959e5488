"""Strategies for maturity frameworks."""

from hypothesis import strategies as st

from kompetanse.model import Indicator, MaturityDimension, MaturityFramework, MaturityLevel
from kompetanse.testing.words import distinct_ids, ids, texts

WEIGHTS = st.sampled_from((1.0, 2.0, 0.5, 1.25))
TARGETS = st.none() | st.integers(0, 100)


@st.composite
def _levels(draw: st.DrawFn) -> tuple[MaturityLevel, ...]:
    names = draw(distinct_ids(min_size=0, max_size=5))
    rising = draw(st.lists(st.integers(1, 100), unique=True, min_size=len(names), max_size=len(names)))
    floors = (0, *sorted(rising)[1:])
    return tuple(MaturityLevel(id_, draw(texts()), floor) for id_, floor in zip(names, floors, strict=False))


@st.composite
def _indicators(draw: st.DrawFn, *, ids: list[str]) -> tuple[Indicator, ...]:
    """Give an indicator for each id."""
    indicators = []
    for id_ in ids:
        low = draw(st.sampled_from((1.0, 0.0, -2.5)))
        width = draw(st.sampled_from((4.0, 1.0, 0.1)))
        indicators.append(Indicator(id_, draw(texts()), low, low + width, draw(WEIGHTS)))
    return tuple(indicators)


@st.composite
def _frameworks(draw: st.DrawFn, *, min_dimensions: int, max_dimensions: int) -> MaturityFramework:
    names = draw(distinct_ids(min_size=min_dimensions, max_size=max_dimensions))
    topmost = []
    indicators = 0
    while names:
        below = draw(st.integers(0, min(2, len(names) - 1)))
        family, names = names[: below + 1], names[below + 1 :]
        made: list[MaturityDimension] = []
        for id_ in reversed(family):
            count = draw(st.integers(0, 2))
            numbers = range(indicators, indicators + count)
            indicators += count
            asked = draw(_indicators(ids=[f"i{number}" for number in numbers]))
            inside = tuple(reversed(made)) if id_ == family[0] else ()
            made.append(MaturityDimension(id_, draw(texts()), draw(WEIGHTS), draw(TARGETS), inside, asked))
        topmost.append(made[-1])
    return MaturityFramework(
        draw(ids()),
        draw(texts()),
        draw(st.sampled_from(("1", "1.10"))),
        draw(st.none() | texts()),
        draw(_levels()),
        tuple(topmost),
    )


def frameworks(*, min_dimensions: int = 1, max_dimensions: int = 4) -> st.SearchStrategy[MaturityFramework]:
    """Give frameworks of so many dimensions, in a tree of at most two storeys; every id is given once."""
    return _frameworks(min_dimensions=min_dimensions, max_dimensions=max_dimensions)
