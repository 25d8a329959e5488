"""Findings: what a check found, as a value that `report` makes a sentence of."""

from enum import Enum

import attrs

from kompetanse.errors import Detail, Details
from kompetanse.model.changes import Change


class Severity(Enum):
    """How much a finding matters."""

    ERROR = "error"
    """The design cannot be carried out as it stands."""
    WARNING = "warning"
    """It can, but hardly as it was meant."""
    NOTE = "note"
    """Good to know."""


@attrs.frozen
class Finding:
    """One thing that a rule found: where it stands, what is there, and what would mend it."""

    rule: str
    """The key of the rule, such as ``ring``."""
    severity: Severity
    place: str
    """A path into the design, such as ``modules/strategi/requires/0``."""
    details: Details = ()
    """Named facts, such as ``("module", "strategi")``."""
    remedies: tuple[Change, ...] = ()
    """Changes of which each one, applied alone, removes this finding; the mildest first."""

    def __getitem__(self, name: str) -> Detail:
        """Give one of the details by its name."""
        return dict(self.details)[name]

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.details)
        return f"{self.severity.value}: {self.place}: {self.rule} ({facts})"
