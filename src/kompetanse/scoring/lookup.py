"""Ids that are asked for: those that are known, or an error that says which may have been meant."""

from collections.abc import Callable, Iterable

from kompetanse.errors import KompetanseError, close_to
from kompetanse.model.rules import shown


def known(wanted: object, ids: Iterable[str], unknown: Callable[[str, str], KompetanseError]) -> str:
    """Give an id that is among those known; raise the error that it is not."""
    among = tuple(ids)
    if isinstance(wanted, str) and wanted in among:
        return wanted
    raise unknown(wanted if isinstance(wanted, str) else shown(wanted), close_to(wanted, among))
