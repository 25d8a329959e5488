"""What a crew needs of an executor, and who makes one."""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import Protocol, TypeGuard

from kompetanse.whatif.sweeping.work import Done


class Executor(Protocol):
    """Whatever has the `submit` of `concurrent.futures.Executor`."""

    def submit(self, fn: Callable[..., Done], /, *args: object) -> Future[Done]:
        """Have a function called in a worker."""


Factory = Callable[[], AbstractContextManager[Executor]]
"""Makes an executor; to leave it is to shut it down."""


def is_factory(hire: Executor | Factory) -> TypeGuard[Factory]:
    """Tell a factory from an executor; a class of executors is a factory."""
    return callable(hire) and (isinstance(hire, type) or not hasattr(hire, "submit"))
