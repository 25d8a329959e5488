"""Strategies for ids and texts."""

from hypothesis import strategies as st

from kompetanse.model import Text

READABLE = (
    "a", "b", "c", "d", "e", "f", "g", "h", "ledelse", "strategi", "æøå", "no", "yes", "null", "0301", "1.10",
    "1e3", "a-b", "x_1", "A",
)  # fmt: skip
"""Ids to choose from: plain ones first, then some that a careless reader of files misreads."""


def ids() -> st.SearchStrategy[str]:
    """Give ids that a programme may use."""
    return st.sampled_from(READABLE)


def distinct_ids(*, min_size: int, max_size: int) -> st.SearchStrategy[list[str]]:
    """Give lists of ids of which no two are equal."""
    more = tuple(f"m{number}" for number in range(max(0, max_size - len(READABLE))))
    return st.lists(st.sampled_from(READABLE + more), unique=True, min_size=min_size, max_size=max_size)


def _readable() -> st.SearchStrategy[str]:
    """Give text that is not blank: a first character that shows, then anything that may be written."""
    shows = st.characters(exclude_categories=("C", "Z"))
    rest = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=6)
    return st.builds(str.__add__, shows, rest)


def texts() -> st.SearchStrategy[Text]:
    """Give texts, some the same in both languages."""
    plain = st.sampled_from(("Strategi", "Ledelse: hva nå?", "# 1")) | _readable()
    return st.builds(Text, plain) | st.builds(Text, plain, plain)
