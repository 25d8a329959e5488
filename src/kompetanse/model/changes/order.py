"""Changes of the teaching order.

Each cohort's booked days stay as they are; which module is taken on which of them follows.
"""

import attrs

from kompetanse.model.changes.shared import OPTIONAL_ID, demand_place, demand_programme, put
from kompetanse.model.programme import Programme
from kompetanse.model.rules import an_id, as_optional_str, as_str, refuse

TOUCHED = frozenset(("order", "timetable"))


@attrs.frozen
class Move:
    """Teach a module just before or just after another.

    The module, and those between its old place and its new one, change places on the days that each cohort
    has booked.
    """

    module: str = attrs.field(converter=as_str, validator=an_id)
    before: str | None = attrs.field(
        default=None, converter=as_optional_str, validator=OPTIONAL_ID, kw_only=True
    )
    after: str | None = attrs.field(
        default=None, converter=as_optional_str, validator=OPTIONAL_ID, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        demand_place(self, self.before, self.after, needed=True)
        if self.module in (self.before, self.after):
            raise refuse(self, "", "nothing-to-do")

    def apply(self, programme: Programme) -> Programme:
        """Give the programme in the new order; raise `UnknownModule`."""
        demand_programme(self, programme)
        beside = self.before if self.before is not None else str(self.after)
        programme.module(self.module)
        programme.module(beside)

        def moved(_: str, taken: tuple[str, ...]) -> tuple[str, ...]:
            if self.module not in taken or beside not in taken:
                return ()
            return put(taken, self.module, self.before, self.after)

        timetable = programme.timetable.retaken_by(moved)
        order = put(programme.teaching_order, self.module, self.before, self.after)
        return attrs.evolve(programme, order=order, timetable=timetable)

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return TOUCHED


@attrs.frozen
class Swap:
    """Let two modules change places in the teaching order, and on the days that each cohort has booked.

    A cohort that does not take both keeps its days as they are.
    """

    first: str = attrs.field(converter=as_str, validator=an_id)
    second: str = attrs.field(converter=as_str, validator=an_id)

    def __attrs_post_init__(self) -> None:
        if self.first == self.second:
            raise refuse(self, "", "nothing-to-do")

    def apply(self, programme: Programme) -> Programme:
        """Give the programme in the new order; raise `UnknownModule`."""
        demand_programme(self, programme)
        programme.module(self.first)
        programme.module(self.second)

        def swapped(_: str, taken: tuple[str, ...]) -> tuple[str, ...]:
            return self._in(taken) if {self.first, self.second} <= set(taken) else ()

        timetable = programme.timetable.retaken_by(swapped)
        return attrs.evolve(programme, order=self._in(programme.teaching_order), timetable=timetable)

    def _in(self, order: tuple[str, ...]) -> tuple[str, ...]:
        other = {self.first: self.second, self.second: self.first}
        return tuple(other.get(one, one) for one in order)

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return TOUCHED
