"""What a verb cannot go on with, in a design that could be read."""

from datetime import date

import attrs

from kompetanse.errors.base import KompetanseError, did_you_mean, shown


@attrs.frozen
class UnknownModule(KompetanseError, LookupError):
    """A module was asked for by an id that the programme does not have."""

    id: str
    suggestion: str = ""

    def __str__(self) -> str:
        return f"there is no module {shown(self.id)}{did_you_mean(self.suggestion)}"


@attrs.frozen
class UnknownCohort(KompetanseError, LookupError):
    """A cohort was asked for by an id that the programme does not have."""

    id: str
    suggestion: str = ""

    def __str__(self) -> str:
        return f"there is no cohort {shown(self.id)}{did_you_mean(self.suggestion)}"


@attrs.frozen
class UnknownOrganisation(KompetanseError, LookupError):
    """An organisation was asked for by an id that is not known here."""

    id: str
    suggestion: str = ""

    def __str__(self) -> str:
        return f"there is no organisation {shown(self.id)}{did_you_mean(self.suggestion)}"


@attrs.frozen
class UnknownDimension(KompetanseError, LookupError):
    """A maturity dimension was asked for by an id that the framework does not have."""

    id: str
    suggestion: str = ""

    def __str__(self) -> str:
        return f"there is no maturity dimension {shown(self.id)}{did_you_mean(self.suggestion)}"


@attrs.frozen
class UnknownBaseline(KompetanseError, LookupError):
    """A baseline was asked for by an id that the programme does not have."""

    id: str
    suggestion: str = ""

    def __str__(self) -> str:
        return f"there is no baseline {shown(self.id)}{did_you_mean(self.suggestion)}"


@attrs.frozen
class NotRequired(KompetanseError, LookupError):
    """A prerequisite was to be taken from a module that does not have it."""

    module: str
    required: tuple[str, ...]
    """The one module that it was to require no more, or those of a group."""

    def __str__(self) -> str:
        return f"module {shown(self.module)} does not require {' / '.join(map(shown, self.required))}"


@attrs.frozen
class AlreadyThere(KompetanseError, ValueError):
    """A module was to be added under an id that another has."""

    id: str

    def __str__(self) -> str:
        return f"there is a module {self.id!r} already; drop it first, or give the new one another id"


@attrs.frozen
class BaselineExists(KompetanseError, ValueError):
    """A timetable was to be kept under an id that a baseline has."""

    id: str

    def __str__(self) -> str:
        return f"there is a baseline {self.id!r} already; keep the timetable under another id"


@attrs.frozen
class NotAPermutation(KompetanseError, ValueError):
    """A teaching order was given that does not name every module once."""

    missing: tuple[str, ...]
    surplus: tuple[str, ...]

    def __str__(self) -> str:
        parts = []
        if self.missing:
            parts.append("lacks " + ", ".join(map(repr, self.missing)))
        if self.surplus:
            parts.append("has too many of, or does not know, " + ", ".join(map(repr, self.surplus)))
        return f"a teaching order names every module once; this one {' and '.join(parts)}"


@attrs.frozen
class NoGathering(KompetanseError, LookupError):
    """A gathering was to be moved, but the timetable has none for this cohort (and module)."""

    cohort: str
    module: str | None = None

    def __str__(self) -> str:
        of_module = f" for module {self.module!r}" if self.module is not None else ""
        return f"the timetable has no gathering of cohort {self.cohort!r}{of_module}"


@attrs.frozen
class DateOutOfRange(KompetanseError, ValueError):
    """A date would fall outside the years that a programme may use."""

    start: date
    days: int

    def __str__(self) -> str:
        days = "1 day" if self.days == 1 else f"{shown(self.days)} days"
        return f"{days} from {self.start} lies outside the years 1900 to 2199"


@attrs.frozen
class RingOfPrerequisites(KompetanseError, ValueError):
    """Modules wait for one another in a ring, so that there is no order to teach them in."""

    rings: tuple[tuple[str, ...], ...]
    """Each ring as module ids, in order, from its smallest id."""

    def __str__(self) -> str:
        told = "; ".join(" → ".join((*ring, ring[0])) for ring in self.rings)
        return (
            f"modules wait for one another, so there is no order: {told}; drop one prerequisite of each ring"
        )


@attrs.frozen
class NothingCanBegin(KompetanseError, ValueError):
    """Modules wait for one of several others, but none of these can ever be taken."""

    modules: tuple[str, ...]
    """Every module that is stuck, in the teaching order."""

    def __str__(self) -> str:
        told = ", ".join(map(repr, self.modules))
        return f"whatever is chosen, these modules can never begin: {told}; let one of them require less"


@attrs.frozen
class TooManyOrders(KompetanseError, ValueError):
    """A design leaves so much open that its orders cannot be counted exactly within the budget."""

    budget: int
    """How many steps the count was allowed to take."""

    def __str__(self) -> str:
        return (
            f"the design leaves too much open to count its orders: that takes more than {self.budget} "
            "steps; estimate them instead, or raise the budget"
        )


@attrs.frozen
class Unsound(KompetanseError, ValueError):
    """A design was to be sound, but has findings of severity error."""

    findings: tuple[object, ...]
    """Every such `kompetanse.model.Finding`, in the order of the checks."""

    def __str__(self) -> str:
        lines = "".join(f"\n  {finding}" for finding in self.findings)
        count = "1 finding" if len(self.findings) == 1 else f"{len(self.findings)} findings"
        return f"the design is not sound; it has {count} of severity error:{lines}"


@attrs.frozen
class CannotApply(KompetanseError, ValueError):
    """A change cannot be made to this programme, with the error that says why."""

    change: object
    """The `kompetanse.model.Change`."""
    reason: KompetanseError

    def __str__(self) -> str:
        return f"{self.change} cannot be applied: {self.reason}"


@attrs.frozen
class CannotReplan(KompetanseError, ValueError):
    """A changed design was to be planned anew, and cannot be, with the error that says why."""

    reason: KompetanseError

    def __str__(self) -> str:
        return f"it cannot be planned anew: {self.reason}"
