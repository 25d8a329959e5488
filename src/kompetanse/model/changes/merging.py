"""Two modules made one."""

from collections.abc import Iterable

import attrs

from kompetanse.model.bridging import joined
from kompetanse.model.changes.renaming import Options, renamed, required_instead
from kompetanse.model.changes.shared import demand_programme
from kompetanse.model.module import Module, Phase, Session
from kompetanse.model.prerequisite import AnyOf
from kompetanse.model.programme import Programme
from kompetanse.model.rules import an_id, as_str, refuse


@attrs.frozen
class Merge:
    """Make a module part of another, `into`, which keeps its id, name, place, gatherings and planning rules.

    The gatherings of the first and what the planning rules say of it go. Of work at home the hours add, and
    the days are the longer. A day has room for only so much: of the sessions of the first, those that clash
    with one of `into` are left out (`Retime` puts back what there shall be). Both develop what they did, and
    leave the tools that they did. What either required the merged one requires, and what required either
    requires the merged one; where that makes two of one, the stricter stays. A group of its own that would
    name itself goes.
    """

    module: str = attrs.field(converter=as_str, validator=an_id)
    into: str = attrs.field(converter=as_str, validator=an_id)

    def __attrs_post_init__(self) -> None:
        if self.module == self.into:
            raise refuse(self, "", "nothing-to-do")

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with one module of the two; raise `UnknownModule`."""
        demand_programme(self, programme)
        merged = _merged(programme.module(self.module), programme.module(self.into))
        kept = (one for one in programme.modules if one.id != self.module)
        one_for_two = (merged if one.id == self.into else one for one in kept)
        return attrs.evolve(
            programme,
            modules=required_instead(one_for_two, self.module, self.into),
            order=tuple(one for one in programme.order if one != self.module),
            timetable=programme.timetable.without(self.module),
            planning=programme.planning.without(self.module),
        )

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        both = f"modules/{self.module}", f"modules/{self.into}"
        return frozenset((*both, "prerequisites", "order", "timetable", "planning"))


def _merged(module: Module, into: Module) -> Module:
    both = module.id, into.id
    groups = (
        AnyOf(renamed(group.options, module.id, into.id))
        for group in (*into.any_of, *module.any_of)
        if not set(both) & set(group.modules)
    )
    return attrs.evolve(
        into,
        requires=_requires(module, into),
        any_of=tuple(dict.fromkeys(groups)),
        develops=tuple(dict.fromkeys((*into.develops, *module.develops))),
        preparation=_together(into.preparation, module.preparation),
        sessions=_one_day(into.sessions, module.sessions),
        follow_up=_together(into.follow_up, module.follow_up),
        tools=tuple(dict.fromkeys((*into.tools, *module.tools))),
    )


def _requires(module: Module, into: Module) -> Options:
    """Give what either requires, but not each other."""
    own = tuple(one for one in into.requires if one.module != module.id)
    more = tuple(one for one in module.requires if one.module != into.id)
    return joined(own, renamed(more, module.id, into.id)) if more else own


def _together(one: Phase, other: Phase) -> Phase:
    return Phase(max(one.days, other.days), one.hours + other.hours, (*one.tasks, *other.tasks))


def _one_day(own: tuple[Session, ...], more: Iterable[Session]) -> tuple[Session, ...]:
    """Give a day of sessions with those of `more` for which there is room."""
    fitting = (it for it in more if all(it.end <= one.start or one.end <= it.start for one in own))
    return tuple(sorted((*own, *fitting), key=lambda one: (one.start, one.end)))
