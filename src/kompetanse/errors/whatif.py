"""What can be wrong with scenarios beside one another."""

import attrs

from kompetanse.errors.base import KompetanseError, did_you_mean


@attrs.frozen
class UnknownScenario(KompetanseError, LookupError):
    """A scenario builds on another that is not there."""

    id: str
    suggestion: str = ""
    """A scenario that may have been meant."""

    def __str__(self) -> str:
        return f"there is no scenario {self.id!r}{did_you_mean(self.suggestion)}"


@attrs.frozen
class ScenarioExists(KompetanseError, ValueError):
    """Two scenarios that are compared have one id."""

    id: str

    def __str__(self) -> str:
        return f"there is already a scenario {self.id!r}; give this one another id"


@attrs.frozen
class RingOfScenarios(KompetanseError, ValueError):
    """Scenarios build on one another in a ring, so that none of them can begin."""

    scenarios: tuple[str, ...]
    """Each builds on the one after it, and the last on the first."""

    def __str__(self) -> str:
        told = " → ".join((*self.scenarios, self.scenarios[0]))
        return f"scenarios build on one another in a ring: {told}; let one of them start from the base"
