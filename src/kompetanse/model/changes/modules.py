"""Changes of which modules there are."""

import attrs

from kompetanse.errors import AlreadyThere
from kompetanse.model.changes.shared import OPTIONAL_ID, demand_place, demand_programme, put
from kompetanse.model.module import Module
from kompetanse.model.programme import Programme
from kompetanse.model.rules import a, an_id, as_optional_str, as_str, true_or_false


@attrs.frozen
class Drop:
    """Take a module out; what needed it inherits its prerequisites (see `Programme.without`)."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    bridge: bool = attrs.field(default=True, validator=true_or_false)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme without the module; raise `UnknownModule`."""
        demand_programme(self, programme)
        return programme.without(self.module, bridge=self.bridge)

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return frozenset((f"modules/{self.module}", "prerequisites", "order", "timetable", "planning"))


@attrs.frozen
class Add:
    """Bring a new module in: last in the teaching order, or just before or after another."""

    module: Module = attrs.field(validator=a(Module))
    before: str | None = attrs.field(default=None, converter=as_optional_str, validator=OPTIONAL_ID)
    after: str | None = attrs.field(default=None, converter=as_optional_str, validator=OPTIONAL_ID)

    def __attrs_post_init__(self) -> None:
        demand_place(self, self.before, self.after, needed=False)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with the module; raise `AlreadyThere` or `UnknownModule`."""
        demand_programme(self, programme)
        if any(one.id == self.module.id for one in programme.modules):
            raise AlreadyThere(self.module.id)
        order = (*programme.teaching_order, self.module.id)
        beside = self.before if self.before is not None else self.after
        if beside is not None:
            programme.module(beside)
            order = put(order, self.module.id, self.before, self.after)
        return attrs.evolve(programme, modules=(*programme.modules, self.module), order=order)

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return frozenset((f"modules/{self.module.id}", "prerequisites", "order"))
