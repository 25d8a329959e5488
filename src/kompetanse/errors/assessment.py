"""What answers to an assessment cannot be scored for, and what a score card does not hold."""

import attrs

from kompetanse.errors.base import KompetanseError, did_you_mean, shown
from kompetanse.errors.outside import Fault


@attrs.frozen
class NoFramework(KompetanseError, LookupError):
    """Answers were to be scored, but the programme has no maturity framework to score them by."""

    programme: str

    def __str__(self) -> str:
        return f"programme {self.programme!r} has no maturity framework; give it one to score answers by"


@attrs.frozen
class AmbiguousFramework(KompetanseError, ValueError):
    """A maturity framework uses one id for several things, so that a score could belong to either."""

    framework: str
    ids: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"framework {self.framework!r} uses an id for several of its parts: "
            f"{', '.join(map(repr, self.ids))}; give each dimension, indicator and level an id of its own, "
            "and no dimension the framework's"
        )


@attrs.frozen
class InvalidAssessment(KompetanseError, ValueError):
    """Answers do not fit the programme that they are to be scored by; every fault at once."""

    faults: tuple[Fault, ...]
    """The place of each is ``wave/organisation/respondent/indicator``, as far as it matters."""

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


@attrs.frozen
class DifferentFrameworks(KompetanseError, ValueError):
    """Two score cards were to be compared that were not scored by the same rules."""

    framework: str
    """Of the later card."""
    differing: tuple[str, ...]
    """``id`` or ``version``, or the ids of the nodes and indicators that score otherwise."""

    def __str__(self) -> str:
        return (
            f"the two cards were not scored by one framework {self.framework!r}; they differ in "
            f"{', '.join(self.differing)}; score the answers of both by the same one"
        )


@attrs.frozen
class UnknownIndicator(KompetanseError, LookupError):
    """An indicator was asked for by an id that the framework does not have."""

    id: str
    suggestion: str = ""

    def __str__(self) -> str:
        return f"there is no indicator {shown(self.id)}{did_you_mean(self.suggestion)}"


@attrs.frozen
class UnknownWave(KompetanseError, LookupError):
    """A wave was asked for that was not scored."""

    id: str
    suggestion: str = ""

    def __str__(self) -> str:
        return f"there is no wave {shown(self.id)}{did_you_mean(self.suggestion)}"
