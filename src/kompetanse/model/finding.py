"""Findings: what a check found, as a value that `report` makes a sentence of."""

from collections.abc import Iterable
from enum import Enum

import attrs

from kompetanse.errors import Detail, Details
from kompetanse.model.changes import Change
from kompetanse.model.rules import a, an_id, as_tuple, each, readable, refuse, shown


class Severity(Enum):
    """How much a finding matters."""

    ERROR = "error"
    """The design cannot be carried out as it stands."""
    WARNING = "warning"
    """It can, but hardly as it was meant."""
    NOTE = "note"
    """Good to know."""


def _details(value: Details) -> Details:
    return as_tuple(value)


def _remedies(value: Iterable[Change]) -> tuple[Change, ...]:
    return as_tuple(value)


@attrs.frozen
class Finding:
    """One thing that a rule found: where it stands, what is there, and what would mend it."""

    rule: str = attrs.field(validator=an_id)
    """The key of the rule, such as ``ring``."""
    severity: Severity = attrs.field(validator=a(Severity))
    place: str = attrs.field(validator=readable)
    """A path into the design, such as ``modules/strategi/requires/0``."""
    details: Details = attrs.field(default=(), converter=_details, validator=each(a(tuple)))
    """Named facts, such as ``("module", "strategi")``."""
    remedies: tuple[Change, ...] = attrs.field(default=(), converter=_remedies, validator=each(a(Change)))
    """Changes of which each one, applied alone, removes this finding; the mildest first."""

    def __getitem__(self, name: str) -> Detail:
        """Give one of the details by its name; raise `InvalidValue` where there is none of that name."""
        details = dict(self.details)
        if name not in details:
            raise refuse(self, "details", "not-one-of", options=tuple(details), found=shown(name))
        return details[name]

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.details)
        return f"{self.severity.value}: {self.place}: {self.rule} ({facts})"
