"""The only door to distributed: workers on a Dask cluster that exists."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar

import attrs

from kompetanse.errors import MissingExtra, NoCluster
from kompetanse.model.rules import demand
from kompetanse.whatif.sweeping.hiring import Factory

T = TypeVar("T")


def cluster(address: str) -> Factory:
    """Give a factory of the workers of the Dask cluster at an address, such as ``tcp://10.0.0.5:8786``.

    The workers need kompetanse, and whatever the planner and the measures need. Raises `InvalidValue`, and
    `MissingExtra`; when it is entered, `NoCluster` where none answers.
    """
    demand("cluster", "address", address, str)
    return partial(Cluster, address, _client())


def _client() -> Any:  # noqa: ANN401  # a class
    try:
        from distributed import Client  # noqa: PLC0415  # an optional part
    except ImportError:
        raise MissingExtra("distributed", "cluster") from None
    return Client


@attrs.define(eq=False)
class Cluster:
    """An executor on a Dask cluster; to leave it is to let go of the cluster, which goes on."""

    address: str
    _connect: Any
    _client: Any = attrs.field(init=False)
    _executor: Any = attrs.field(init=False)

    def __enter__(self) -> Self:
        # In two steps, since one that could not be made leaves a thread, and the process would never end.
        self._client = self._connect.__new__(self._connect)
        try:
            self._client.__init__(self.address, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:  # as it says of a scheme that is not set up
            self._client.close()
            raise NoCluster(self.address, " ".join(str(error).split())) from None
        self._executor = self._client.get_executor()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._client.close()

    def submit(self, fn: Callable[..., T], /, *args: object) -> Future[T]:
        """Have a function called in a worker."""
        future: Future[T] = self._executor.submit(fn, *args)
        return future
