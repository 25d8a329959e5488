"""Changes of when, and of how long."""

from collections.abc import Iterable
from typing import Any

import attrs

from kompetanse.errors import NoGathering
from kompetanse.model.calendar import Timetable
from kompetanse.model.changes.shared import OPTIONAL_ID, as_optional_int, demand_programme
from kompetanse.model.module import DAYS, HOURS, Phase, Session
from kompetanse.model.programme import Programme
from kompetanse.model.rules import (
    Field,
    a,
    an_id,
    as_float,
    as_int,
    as_optional_str,
    as_str,
    as_tuple,
    each,
    refuse,
    whole,
)


def _optional_float(value: float | None) -> float | None:
    return None if value is None else as_float(value)


def _optional_sessions(value: Iterable[Session] | None) -> tuple[Session, ...] | None:
    return None if value is None else as_tuple(value)


OPTIONAL_DAYS, OPTIONAL_HOURS = attrs.validators.optional(DAYS), attrs.validators.optional(HOURS)
OPTIONAL_SESSIONS = attrs.validators.optional(each(a(Session)))


@attrs.frozen
class Retime:
    """Let a module take another time; what is None stays as it is.

    With other `sessions`, each gathering for the module begins with the first of them and ends with the last.
    """

    module: str = attrs.field(converter=as_str, validator=an_id)
    preparation_days: int | None = attrs.field(
        default=None, converter=as_optional_int, validator=OPTIONAL_DAYS
    )
    """Calendar days."""
    preparation_hours: float | None = attrs.field(
        default=None, converter=_optional_float, validator=OPTIONAL_HOURS
    )
    """Hours that each leader spends."""
    follow_up_days: int | None = attrs.field(default=None, converter=as_optional_int, validator=OPTIONAL_DAYS)
    follow_up_hours: float | None = attrs.field(
        default=None, converter=_optional_float, validator=OPTIONAL_HOURS
    )
    sessions: tuple[Session, ...] | None = attrs.field(
        default=None, converter=_optional_sessions, validator=OPTIONAL_SESSIONS
    )
    """The whole gathering day, in place of the one that was."""

    def __attrs_post_init__(self) -> None:
        if not self._stated():
            raise refuse(self, "", "nothing-to-do")

    def _stated(self) -> dict[str, Any]:
        values = attrs.asdict(self, recurse=False)
        return {name: value for name, value in values.items() if name != "module" and value is not None}

    def apply(self, programme: Programme) -> Programme:
        """Give the programme in which the module takes that time; raise `UnknownModule`."""
        demand_programme(self, programme)
        module = programme.module(self.module)
        retimed = attrs.evolve(
            module,
            preparation=_retimed(module.preparation, self.preparation_days, self.preparation_hours),
            sessions=module.sessions if self.sessions is None else self.sessions,
            follow_up=_retimed(module.follow_up, self.follow_up_days, self.follow_up_hours),
        )
        changed = programme.with_module(retimed)
        if not self.sessions:
            return changed
        return attrs.evolve(changed, timetable=_lasting(changed.timetable, self.module, self.sessions))

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        own = f"modules/{self.module}"
        places = {
            "preparation_days": f"{own}/preparation/days",
            "preparation_hours": f"{own}/preparation/hours",
            "follow_up_days": f"{own}/follow_up/days",
            "follow_up_hours": f"{own}/follow_up/hours",
            "sessions": f"{own}/sessions",
        }
        touched = {places[name] for name in self._stated()}
        if self.sessions:
            touched.add(f"timetable/hours/{self.module}")
        return frozenset(touched)


def _retimed(phase: Phase, days: int | None, hours: float | None) -> Phase:
    return attrs.evolve(
        phase,
        days=phase.days if days is None else days,
        hours=phase.hours if hours is None else hours,
    )


def _lasting(timetable: Timetable, module: str, sessions: tuple[Session, ...]) -> Timetable:
    """Give the timetable in which a module's gatherings last as long as the sessions."""
    start, end = min(one.start for one in sessions), max(one.end for one in sessions)
    return Timetable(
        attrs.evolve(one, start=start, end=end) if one.module == module else one
        for one in timetable.gatherings
    )


def _some_days(instance: object, field: Field, value: object) -> None:
    whole(-36_600, 36_600)(instance, field, value)
    if not value:
        raise refuse(instance, field.name, "nothing-to-do")


@attrs.frozen
class Shift:
    """Move a cohort's gathering for one module, or all its gatherings, by calendar days."""

    cohort: str = attrs.field(converter=as_str, validator=an_id)
    days: int = attrs.field(converter=as_int, validator=_some_days)
    """Later where positive, earlier where negative."""
    module: str | None = attrs.field(default=None, converter=as_optional_str, validator=OPTIONAL_ID)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with the gatherings moved.

        Raises `UnknownCohort` or `UnknownModule`; `NoGathering` where both are known, but do not meet;
        `DateOutOfRange`.
        """
        demand_programme(self, programme)
        gatherings = programme.timetable.gatherings
        meant = [
            one.cohort == self.cohort and (self.module is None or one.module == self.module)
            for one in gatherings
        ]
        if not any(meant):
            programme.cohort(self.cohort)
            if self.module is not None:
                programme.module(self.module)
            raise NoGathering(self.cohort, self.module)
        moved = (one.shifted(self.days) if move else one for one, move in zip(gatherings, meant, strict=True))
        return attrs.evolve(programme, timetable=attrs.evolve(programme.timetable, gatherings=moved))

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        dates = f"timetable/dates/{self.cohort}"
        return frozenset((dates if self.module is None else f"{dates}/{self.module}",))
