"""The first of several searches: it finds something, or says that there is nothing, or neither."""

from collections.abc import Callable

from kompetanse.errors import KompetanseError, NothingFound
from kompetanse.planning.solver import Search, Status, Watch, search


def first_found(
    model: object, *, seed: int, effort: float, watch: Watch | None, nothing: Callable[[], KompetanseError]
) -> Search:
    """Give what a search finds with half of the effort, or, where it finds nothing, with as much again.

    Raises what `nothing` gives where it is proven that there is nothing, `NothingFound` without a proof.
    """
    for share in (effort / 2, effort):
        tried = search(model, seed=seed, effort=share, watch=watch)
        if tried.found:
            return tried
        if tried.interrupted:
            raise KeyboardInterrupt
        if tried.status is Status.INFEASIBLE:
            raise nothing()
    raise NothingFound(effort)
