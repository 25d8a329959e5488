"""Strategies for ids and texts.

What never varies is made once, here and beside: making a strategy takes longer than drawing from it.
"""

from functools import cache

from hypothesis import strategies as st

from kompetanse.model import Text
from kompetanse.model.rules import TURNING

READABLE = (
    "a", "b", "c", "d", "e", "f", "g", "h", "ledelse", "strategi", "æøå", "no", "yes", "null", "0301", "1.10",
    "1e3", "a-b", "x_1", "A",
)  # fmt: skip
"""Ids to choose from: plain ones first, then some that a careless reader of files misreads."""

IDS = st.sampled_from(READABLE)
SHOWS = st.characters(exclude_categories=("C", "Z"))
ON_A_LINE = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=sorted(TURNING))
NOT_BLANK = st.builds(str.__add__, SHOWS, st.text(ON_A_LINE, max_size=6))
OF_LINES = st.builds(str.__add__, SHOWS, st.text(ON_A_LINE | st.sampled_from("\n\u2028"), max_size=6))
TEXTS = st.sampled_from(
    (Text("Strategi"), Text("Ledelse", "Leadership"), Text("Data: hva nå?"), Text("# 1"), Text("no", "1.10"))
) | st.builds(Text, NOT_BLANK, NOT_BLANK)  # fmt: skip
"""Texts that may be names: each stands on one line."""
MAYBE_NAME = st.none() | TEXTS
LONGER_TEXTS = TEXTS | st.builds(Text, OF_LINES, OF_LINES)
MAYBE_TEXT = st.none() | LONGER_TEXTS
FEW_TEXTS = st.lists(LONGER_TEXTS, max_size=2)
BOOLEANS = st.booleans()


def ids() -> st.SearchStrategy[str]:
    """Give ids that a programme may use."""
    return IDS


@cache
def distinct_ids(*, min_size: int, max_size: int) -> st.SearchStrategy[list[str]]:
    """Give lists of ids of which no two are equal."""
    more = tuple(f"m{number}" for number in range(max(0, max_size - len(READABLE))))
    return st.lists(st.sampled_from(READABLE + more), unique=True, min_size=min_size, max_size=max_size)


def texts() -> st.SearchStrategy[Text]:
    """Give texts, some the same in both languages."""
    return TEXTS
