"""Constraints: each one statement of the design that a timetable must keep to, by name."""

import attrs

from kompetanse.errors import Detail, Details
from kompetanse.model.rules import refuse, shown


@attrs.frozen
class Constraint:
    """One statement of a design that a timetable must keep to, and where it stands."""

    key: str
    """Its kind, such as ``deadline``; `KINDS` lists them."""
    place: str
    """A path into the design, such as ``planning/deadlines/0``."""
    details: Details = ()
    """Named facts, such as ``("module", "strategi")``."""

    def __getitem__(self, name: str) -> Detail:
        """Give one of the details by its name; raise `InvalidValue` where there is none of that name."""
        details = dict(self.details)
        if name not in details:
            raise refuse(self, "details", "not-one-of", options=tuple(details), found=shown(name))
        return details[name]

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.details)
        return f"{self.place}: {self.key} ({facts})"


PERIOD = ("period_nb", "period_en", "start", "end")
KINDS: dict[str, tuple[str, ...]] = {
    "start": ("date",),
    "end": ("date",),
    "min-gap": ("days", "first", "then"),
    "max-gap": ("days", "first", "then"),
    "prerequisite": ("module", "prerequisite", "kind", "lag"),
    "any-of": ("module", "any_of"),
    "preparation": ("module", "days"),
    "follow-up": ("module", "days"),
    "closed": PERIOD,
    "cohort-closed": ("cohort", *PERIOD),
    "deadline": ("module", "cohort", "date"),
    "not-before": ("module", "cohort", "date"),
    "pin": ("module", "cohort", "date"),
    "facilitators": ("count", "a_day"),
    "away": ("facilitator", *PERIOD),
    "venues": ("count",),
    "venue-closed": ("venue", *PERIOD),
    "same-week": (),
    "within-days": ("days",),
    "own-day": (),
}
"""Every kind of constraint, with the names of the details that each of them has, in order.

`cohort` is ``""`` where every cohort is meant; `first` and `then` are the modules that a gap lies between, or
``""`` where any two that follow one another are meant; `a_day` is how many cohorts all facilitators together
lead on one day.
"""
