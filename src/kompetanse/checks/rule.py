"""What a rule is: a key, a severity, and a function that finds."""

from collections.abc import Callable, Iterator

import attrs

from kompetanse.checks.design import Design
from kompetanse.errors import Detail, Details
from kompetanse.model import Change, Finding, Severity


@attrs.frozen
class Found:
    """One thing that a rule found, before it bears the rule's name."""

    place: str
    details: Details
    remedies: tuple[Change, ...] = ()


def found(place: str, remedies: tuple[Change, ...] = (), **details: Detail) -> Found:
    """Give what was found, with its details by name."""
    return Found(place, tuple(details.items()), remedies)


@attrs.frozen
class Rule:
    """One rule. Its function's docstring says what it finds."""

    key: str
    severity: Severity
    details: tuple[str, ...]
    """The names of the details that each of its findings has, in order."""
    find: Callable[[Design], Iterator[Found]]

    def findings(self, design: Design) -> Iterator[Finding]:
        """Yield what the rule finds, in the order of the design."""
        for one in self.find(design):
            yield Finding(self.key, self.severity, one.place, one.details, one.remedies)
