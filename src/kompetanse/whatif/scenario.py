"""Scenarios: what if we did it otherwise."""

from collections.abc import Iterable

import attrs

from kompetanse.errors import CannotApply, KompetanseError
from kompetanse.model import Change, Programme, Text
from kompetanse.model.rules import a, an_id, as_str, as_tuple, each
from kompetanse.model.text import NAMED_BY_ID, a_name, as_text


def _changes(value: Iterable[Change]) -> tuple[Change, ...]:
    return as_tuple(value)


@attrs.frozen
class Scenario:
    """A named tuple of changes, applied one after another.

    >>> from kompetanse.model import Drop, Module
    >>> base = Programme("p", modules=(Module("a"), Module("b")))
    >>> [one.id for one in Scenario("only-b", changes=(Drop("a"),)).apply(base).modules]
    ['b']
    """

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    changes: tuple[Change, ...] = attrs.field(default=(), converter=_changes, validator=each(a(Change)))

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with every change made; raise `CannotApply` at the first that cannot be."""
        for change in self.changes:
            try:
                programme = change.apply(programme)
            except KompetanseError as reason:
                raise CannotApply(change, reason) from reason
        return programme
