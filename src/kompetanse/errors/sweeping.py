"""What can go wrong with a sweep: its workers, and where its rows are kept."""

import attrs

from kompetanse.errors.base import KompetanseError
from kompetanse.errors.problems import Problem


@attrs.frozen
class CannotBeSent(KompetanseError, TypeError):
    """What a sweep needs cannot be sent to other processes, such as a planner that is a lambda."""

    what: str
    """``task`` for the design, its planner, forecaster and measures; ``space`` for the scenarios."""
    said: str
    """What pickle says of it."""

    def __str__(self) -> str:
        return (
            f"the {self.what} of the sweep cannot be sent to other processes ({self.said}); define planner, "
            "measures and spaces by name at the top level of a module that workers can import"
        )


@attrs.frozen
class MissingOnWorkers(KompetanseError, ImportError):
    """The workers of a sweep lack a package."""

    package: str

    def __str__(self) -> str:
        return f"the workers lack the package {self.package!r}; install it where they run, as it is here"


@attrs.frozen
class WorkersLost(KompetanseError, RuntimeError):
    """The workers of a sweep are gone, or give nothing that a sweep could go on with."""

    problem: Problem

    def __str__(self) -> str:
        return str(self.problem)


@attrs.frozen
class NoCluster(KompetanseError, ConnectionError):
    """No Dask cluster answers at an address."""

    address: str
    said: str
    """What Dask says."""

    def __str__(self) -> str:
        return f"no Dask cluster answers at {self.address} ({self.said})"


@attrs.frozen
class DifferentSweep(KompetanseError, ValueError):
    """A store has the rows of another sweep."""

    store: str
    """Its path, or its class."""

    def __str__(self) -> str:
        return (
            f"{self.store} has the rows of another sweep: of another design, space, measures, planner or "
            "forecast; give this one a store of its own"
        )


@attrs.frozen
class NotMeasured(KompetanseError, LookupError):
    """Designs are to be chosen by a measure that was not recorded of them."""

    measure: str
    recorded: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.measure!r} was not recorded of these designs, but only {', '.join(self.recorded)}; sweep "
            "with it among the measures"
        )
