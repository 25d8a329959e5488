"""What a search cannot give: because there is none, or because it has not found any."""

import attrs

from kompetanse.errors.base import KompetanseError
from kompetanse.errors.problems import Problem


@attrs.frozen
class CannotBalance(KompetanseError, ValueError):
    """It is proven that modules cannot be placed in periods as they were to be."""

    reasons: tuple[Problem, ...]
    """Each is reason enough."""

    def __str__(self) -> str:
        return f"the modules cannot be placed so: {'; '.join(map(str, self.reasons))}"


@attrs.frozen
class CannotGroup(KompetanseError, ValueError):
    """It is proven that organisations cannot be grouped as they were to be."""

    reasons: tuple[Problem, ...]
    """Each is reason enough."""

    def __str__(self) -> str:
        return f"the organisations cannot be grouped so: {'; '.join(map(str, self.reasons))}"


@attrs.frozen
class NothingFound(KompetanseError, RuntimeError):
    """A search has ended without finding anything, and without a proof that there is nothing."""

    effort: float
    """How long it was allowed to take, in the solver's own seconds."""

    def __str__(self) -> str:
        return (
            f"the search found nothing within its effort of {self.effort:g}, which does not prove that there "
            "is nothing; allow more effort, or ask for less"
        )
