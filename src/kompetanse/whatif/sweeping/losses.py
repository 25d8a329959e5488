"""What a future says that gives no rows: workers that died, packages that they lack."""

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future

from kompetanse.errors import (
    CannotBeSent,
    KompetanseError,
    MissingExtra,
    MissingOnWorkers,
    Problem,
    WorkersLost,
)
from kompetanse.whatif.sweeping.work import Done

KILLED = "its worker died of it"


def error_of(future: Future[Done]) -> BaseException | None:
    """Give what a future that is done raises; None where it has rows."""
    return CancelledError() if future.cancelled() else future.exception()


def is_broken(error: BaseException) -> bool:
    """Tell whether the executor itself is gone, with all that was under way."""
    return isinstance(error, BrokenExecutor | CancelledError)


def is_killed(error: BaseException) -> bool:
    """Tell whether a batch has killed its workers, though the executor lives on; told by Dask alone."""
    return any(one.__name__ == "KilledWorker" for one in type(error).__mro__)


def told(error: BaseException) -> KompetanseError:
    """Give the error that says what workers lack, or whatever else befell them."""
    for one in _behind(error):
        if isinstance(one, CannotBeSent | MissingOnWorkers):
            return one
        if isinstance(one, MissingExtra):
            return MissingOnWorkers(one.library)
        if isinstance(one, ImportError):
            return MissingOnWorkers((one.name or str(one)).partition(".")[0])
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return WorkersLost(Problem("workers-said", (("said", said),)))


def _behind(error: BaseException) -> Iterator[BaseException]:
    """Give an error and those that it came of."""
    seen: set[int] = set()
    behind: BaseException | None = error
    while behind is not None and id(behind) not in seen:
        seen.add(id(behind))
        yield behind
        behind = behind.__cause__ or behind.__context__
