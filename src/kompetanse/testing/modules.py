"""Strategies for modules and what stands in them."""

import datetime as dt
from collections.abc import Sequence

from hypothesis import strategies as st

from kompetanse.model import Module, Phase, Prerequisite, Session
from kompetanse.testing.words import ids, texts

FIRST_SESSION, LAST_SESSION = dt.time(9), dt.time(15)
"""No session begins before the one, or ends after the other."""


def phases(*, max_days: int = 30) -> st.SearchStrategy[Phase]:
    """Give phases that last up to `max_days` calendar days."""
    return st.builds(
        Phase,
        days=st.integers(0, max_days),
        hours=st.integers(0, 20) | st.sampled_from((0.5, 7.5)),
        tasks=st.lists(texts(), max_size=2),
    )


@st.composite
def _sessions(draw: st.DrawFn) -> tuple[Session, ...]:
    """Give sessions that follow one another, from 09:00 on, and end by 15:00."""
    at = FIRST_SESSION.hour * 60
    sessions = []
    for pause, length in draw(st.lists(st.tuples(st.integers(0, 30), st.integers(30, 90)), max_size=3)):
        start, at = at + pause, at + pause + length
        sessions.append(Session(dt.time(*divmod(start, 60)), dt.time(*divmod(at, 60)), theme=draw(texts())))
    return tuple(draw(st.permutations(sessions)))


def modules(
    *,
    id: str | None = None,  # noqa: A002  # the field's own name
    requires: Sequence[Prerequisite] = (),
    develops: Sequence[str] = (),
    max_days: int = 30,
) -> st.SearchStrategy[Module]:
    """Give modules that are valid on their own, with sessions one after another between 09:00 and 15:00.

    Each has the given prerequisites and develops the given dimensions; its two phases last up to `max_days`
    calendar days each.
    """
    return st.builds(
        Module,
        id=ids() if id is None else st.just(id),
        name=texts(),
        requires=st.permutations(tuple(requires)),
        develops=st.just(tuple(develops)),
        preparation=phases(max_days=max_days),
        sessions=_sessions(),
        follow_up=phases(max_days=max_days),
        tools=st.lists(texts(), max_size=2),
    )
