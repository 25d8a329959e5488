"""Strategies for modules and what stands in them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache

from hypothesis import strategies as st

from kompetanse.model import AnyOf, Module, Phase, Prerequisite, Session, Text
from kompetanse.testing.words import FEW_TEXTS, IDS, TEXTS

FIRST_SESSION, LAST_SESSION = dt.time(9), dt.time(15)
"""No session begins before the one, or ends after the other."""
HOURS = st.integers(0, 20) | st.sampled_from((0.5, 7.5))


@cache
def phases(*, max_days: int) -> st.SearchStrategy[Phase]:
    """Give phases that last up to `max_days` calendar days."""
    return st.builds(Phase, st.integers(0, max_days), HOURS, FEW_TEXTS)


def _one_after_another(lengths: Iterable[tuple[int, int, Text]]) -> tuple[Session, ...]:
    """Give sessions of so many minutes, each after so many minutes of pause."""
    at = FIRST_SESSION.hour * 60
    sessions = []
    for pause, length, theme in lengths:
        start, at = at + pause, at + pause + length
        sessions.append(Session(dt.time(*divmod(start, 60)), dt.time(*divmod(at, 60)), theme))
    return tuple(sessions)


SESSIONS = st.lists(st.tuples(st.integers(0, 30), st.integers(30, 90), TEXTS), max_size=3).map(
    _one_after_another
)


def bare_modules(
    *,
    id: str,  # noqa: A002  # the field's own name
    requires: Sequence[Prerequisite],
    any_of: Sequence[AnyOf],
    develops: Sequence[str],
    max_days: int = 30,
) -> st.SearchStrategy[Module]:
    """Give modules of which only the length of the phases varies, to be quick to draw and to shrink."""
    lengths = st.integers(0, max_days)
    return st.tuples(lengths, lengths).map(
        lambda days: Module(
            id,
            requires=requires,
            any_of=any_of,
            develops=develops,
            preparation=Phase(days[0]),
            follow_up=Phase(days[1]),
        )
    )


def modules(
    *,
    id: str | None = None,  # noqa: A002  # the field's own name
    requires: Sequence[Prerequisite] = (),
    any_of: Sequence[AnyOf] = (),
    develops: Sequence[str] = (),
    max_days: int = 30,
) -> st.SearchStrategy[Module]:
    """Give modules that are valid on their own, with sessions one after another between 09:00 and 15:00.

    Each has the given prerequisites and groups, and develops the given dimensions; its two phases last up to
    `max_days` calendar days each.
    """
    return st.builds(
        Module,
        id=IDS if id is None else st.just(id),
        name=TEXTS,
        requires=st.just(tuple(requires)),
        any_of=st.just(tuple(any_of)),
        develops=st.just(tuple(develops)),
        preparation=phases(max_days=max_days),
        sessions=SESSIONS,
        follow_up=phases(max_days=max_days),
        tools=FEW_TEXTS,
    )
