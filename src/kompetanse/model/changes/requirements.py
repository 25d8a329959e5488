"""Changes of what a module requires."""

import attrs

from kompetanse.model.changes.shared import demand_programme
from kompetanse.model.prerequisite import AnyOf, Prerequisite
from kompetanse.model.programme import Programme
from kompetanse.model.rules import Field, a, an_id, as_str


def _as_required(value: str | AnyOf) -> str | AnyOf:
    return as_str(value) if isinstance(value, str) else value


def _an_id_or_group(instance: object, field: Field, value: object) -> None:
    if type(value) is not AnyOf:
        an_id(instance, field, value)


@attrs.frozen
class Require:
    """Give a module a prerequisite, or a group of which any one will do, in place of any on the same."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    prerequisite: Prerequisite | AnyOf = attrs.field(validator=a(Prerequisite | AnyOf))

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with the prerequisite; raise `UnknownModule`."""
        demand_programme(self, programme)
        return programme.with_prerequisite(self.module, self.prerequisite)

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return frozenset((f"prerequisites/{self.module}",))


@attrs.frozen
class Unrequire:
    """Let a module require another, or any of a group, no more."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    required: str | AnyOf = attrs.field(converter=_as_required, validator=_an_id_or_group)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme without the prerequisite; raise `UnknownModule` or `NotRequired`."""
        demand_programme(self, programme)
        return programme.without_prerequisite(self.module, self.required)

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return frozenset((f"prerequisites/{self.module}",))
