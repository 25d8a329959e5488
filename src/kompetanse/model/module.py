"""Modules: preparation at home, a gathering day of sessions, follow-up at home."""

from collections.abc import Iterable
from datetime import date, time, timedelta

import attrs

from kompetanse.model.prerequisite import AnyOf, Prerequisite, as_any_of, as_prerequisites
from kompetanse.model.rules import (
    FIRST_DATE,
    LAST_DATE,
    a,
    a_time,
    an_id,
    as_float,
    as_ids,
    as_int,
    as_str,
    as_time,
    as_tuple,
    demand_date,
    each,
    number,
    refuse,
    whole,
)
from kompetanse.model.text import NAMED_BY_ID, Text, a_name, as_text, as_texts

DAYS = whole(0, 3660)
HOURS = number(0, 10_000)


@attrs.frozen
class Phase:
    """Work at home, before a gathering (preparation) or after it (follow-up)."""

    days: int = attrs.field(default=0, converter=as_int, validator=DAYS)
    """Calendar days that it lasts, up to the day before the gathering or from the day after it."""
    hours: float = attrs.field(default=0.0, converter=as_float, validator=HOURS)
    """Hours that each leader spends on it."""
    tasks: tuple[Text, ...] = attrs.field(default=(), converter=as_texts, validator=each(a(Text)))


@attrs.frozen
class Session:
    """One theme of the gathering day, from one time to another."""

    start: time = attrs.field(converter=as_time, validator=a_time)
    end: time = attrs.field(converter=as_time, validator=a_time)
    theme: Text = attrs.field(converter=as_text, validator=a_name)

    def __attrs_post_init__(self) -> None:
        if self.end <= self.start:
            raise refuse(self, "", "end-before-start", start=f"{self.start:%H:%M}", end=f"{self.end:%H:%M}")


def _sessions(value: Iterable[Session]) -> tuple[Session, ...]:
    return as_tuple(value)


@attrs.frozen
class Module:
    """One module of a programme.

    >>> Module("ledelse", requires=("strategi",)).requires[0].module
    'strategi'
    """

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    requires: tuple[Prerequisite, ...] = attrs.field(
        default=(), converter=as_prerequisites, validator=each(a(Prerequisite))
    )
    any_of: tuple[AnyOf, ...] = attrs.field(default=(), converter=as_any_of, validator=each(a(AnyOf)))
    """Groups of which at least one module each must be done before this one."""
    develops: tuple[str, ...] = attrs.field(default=(), converter=as_ids, validator=each(an_id))
    """Ids of the maturity dimensions that it develops."""
    preparation: Phase = attrs.field(default=Phase(), validator=a(Phase))
    sessions: tuple[Session, ...] = attrs.field(default=(), converter=_sessions, validator=each(a(Session)))
    """The gathering day, session by session."""
    follow_up: Phase = attrs.field(default=Phase(), validator=a(Phase))
    tools: tuple[Text, ...] = attrs.field(default=(), converter=as_texts, validator=each(a(Text)))
    """The toolbox: what it leaves in the hands of those who took it."""

    def span(self, gathering: date) -> tuple[date, date]:
        """Give the first day of preparation and the last of follow-up, for a gathering on this date.

        Both stay within the years 1900 to 2199. Raises `InvalidValue` where `gathering` is no such date.
        """
        demand_date("Module.span", "gathering", gathering)
        start = gathering - timedelta(days=min(self.preparation.days, (gathering - FIRST_DATE).days))
        end = gathering + timedelta(days=min(self.follow_up.days, (LAST_DATE - gathering).days))
        return start, end
