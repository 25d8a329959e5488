"""One module made two."""

import attrs

from kompetanse.errors import AlreadyThere
from kompetanse.model.changes.renaming import required_instead
from kompetanse.model.changes.shared import as_optional_int, demand_programme, put
from kompetanse.model.module import Module, Phase
from kompetanse.model.planning import Facilitator
from kompetanse.model.prerequisite import Prerequisite
from kompetanse.model.programme import Programme
from kompetanse.model.rules import an_id, as_ids, as_str, each, refuse, shown, whole
from kompetanse.model.text import NAMED_BY_ID, Text, a_name, as_text


@attrs.frozen
class Split:
    """Make two modules of one: the first half keeps its id and its gatherings, the second is new.

    The second comes just after the first in the teaching order and requires it; what required the module
    requires the second instead, of the same kind and with the same lag. Each half has half the hours of each
    phase and all its days; the first keeps what there is to do in preparation, the second takes over the
    tools and what there is to do in follow-up. Who leads the module leads both; what else the planning rules
    say of it holds for the first.
    """

    module: str = attrs.field(converter=as_str, validator=an_id)
    id: str = attrs.field(converter=as_str, validator=an_id)
    """Of the second half."""
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    """Of the second half."""
    sessions: int | None = attrs.field(
        default=None, converter=as_optional_int, validator=attrs.validators.optional(whole(0, 1_000))
    )
    """How many of the last sessions the second half takes; None for half of them, rounded down."""
    develops: tuple[str, ...] = attrs.field(default=(), converter=as_ids, validator=each(an_id))
    """What the second half develops, and the first no more; where none is named, both develop all."""

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with the two halves.

        Raises `UnknownModule`, `AlreadyThere`, and `InvalidValue` where the module has fewer sessions, or
        does not develop what the second half is to develop.
        """
        demand_programme(self, programme)
        whole_ = programme.module(self.module)
        if any(one.id == self.id for one in programme.modules):
            raise AlreadyThere(self.id)
        first, second = self._halves(whole_)
        others = required_instead(programme.modules, self.module, self.id)
        order = put((*programme.teaching_order, self.id), self.id, None, self.module)
        led = map(self._leading, programme.planning.facilitators)
        return attrs.evolve(
            programme,
            modules=(*(first if one.id == self.module else one for one in others), second),
            order=order,
            planning=attrs.evolve(programme.planning, facilitators=led),
        )

    def _halves(self, module: Module) -> tuple[Module, Module]:
        there = len(module.sessions)
        taken = there // 2 if self.sessions is None else self.sessions
        if taken > there:
            raise refuse(self, "sessions", "out-of-range", low=0, high=there, found=taken)
        for one in self.develops:
            if one not in module.develops:
                raise refuse(self, "develops", "not-developed", module=module.id, found=shown(one))
        preparation, follow_up = _half(module.preparation), _half(module.follow_up)
        first = attrs.evolve(
            module,
            develops=tuple(one for one in module.develops if one not in self.develops),
            preparation=attrs.evolve(preparation, tasks=module.preparation.tasks),
            sessions=module.sessions[: there - taken],
            follow_up=follow_up,
            tools=(),
        )
        second = Module(
            self.id,
            self.name,
            requires=(Prerequisite(module.id),),
            develops=self.develops or module.develops,
            preparation=preparation,
            sessions=module.sessions[there - taken :],
            follow_up=attrs.evolve(follow_up, tasks=module.follow_up.tasks),
            tools=module.tools,
        )
        return first, second

    def _leading(self, who: Facilitator) -> Facilitator:
        return attrs.evolve(who, modules=(*who.modules, self.id)) if self.module in who.modules else who

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        both = f"modules/{self.module}", f"modules/{self.id}"
        return frozenset((*both, "prerequisites", "order", "planning"))


def _half(phase: Phase) -> Phase:
    """Give a phase of half the hours, with nothing to do yet."""
    return Phase(phase.days, phase.hours / 2)
