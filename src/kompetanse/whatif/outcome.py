"""What a design comes to, and how it differs from the one that it was made of."""

from collections.abc import Iterator
from datetime import date

import attrs

from kompetanse.errors import CannotApply
from kompetanse.model import Finding, Programme, Severity
from kompetanse.whatif.scenario import Scenario


@attrs.frozen
class Result:
    """One design, run through the verbs."""

    programme: Programme
    findings: tuple[Finding, ...]
    order: tuple[str, ...] | None
    """The modules in an order that respects every prerequisite; None where there is none."""
    last_date: date | None
    """The date of the last gathering; None without a timetable."""
    leader_hours: float
    """To a tenth of an hour."""

    @property
    def taught(self) -> tuple[str, ...]:
        """The modules as the design means to teach them: as it states, or else in their order."""
        stated = self.programme.teaching_order
        return stated if self.programme.order or self.order is None else self.order

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(one for one in self.findings if one.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings of severity warning."""
        return tuple(one for one in self.findings if one.severity is Severity.WARNING)

    @property
    def sound(self) -> bool:
        """Whether there is no finding of severity error."""
        return not self.errors


@attrs.frozen
class Moved:
    """A module that is taught elsewhere in the order; places count from 1."""

    module: str
    was: int
    now: int


@attrs.frozen
class Difference:
    """What one result has that the base has not, and the other way round."""

    appeared: tuple[Finding, ...]
    """Findings that the base does not have."""
    vanished: tuple[Finding, ...]
    """Findings of the base that are gone."""
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    moved: tuple[Moved, ...]
    """Modules of both designs that are taught at another place among those of both."""
    days: int | None
    """Calendar days by which the last gathering is later; None where one of the two has none."""
    leader_hours: float
    """Leader-hours more than the base takes."""


@attrs.frozen
class Outcome:
    """What a scenario comes to. One that cannot be applied is an outcome too."""

    scenario: Scenario
    refused: CannotApply | None
    """Why a change cannot be made; then there is no result."""
    result: Result | None
    difference: Difference | None


def difference(base: Result, other: Result) -> Difference:
    """Say how `other` differs from `base`."""
    known, found = set(map(_identity, base.findings)), set(map(_identity, other.findings))
    was = [one.id for one in base.programme.modules]
    now = [one.id for one in other.programme.modules]
    return Difference(
        appeared=tuple(one for one in other.findings if _identity(one) not in known),
        vanished=tuple(one for one in base.findings if _identity(one) not in found),
        added=tuple(id_ for id_ in dict.fromkeys(now) if id_ not in was),
        dropped=tuple(id_ for id_ in dict.fromkeys(was) if id_ not in now),
        moved=tuple(_moved(base.taught, other.taught)),
        days=(other.last_date - base.last_date).days if base.last_date and other.last_date else None,
        leader_hours=round(other.leader_hours - base.leader_hours, 1),
    )


def _identity(finding: Finding) -> Finding:
    """Give the finding apart from its remedies, which may differ though it is the same."""
    return attrs.evolve(finding, remedies=())


def _moved(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Moved]:
    both = set(before) & set(after)
    places = {module: place for place, module in enumerate((one for one in before if one in both), start=1)}
    for place, module in enumerate((one for one in after if one in both), start=1):
        if places[module] != place:
            yield Moved(module, places[module], place)
