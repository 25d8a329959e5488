"""What a search for timetables is asked, and what it gives."""

from enum import Enum

import attrs

from kompetanse.model import Programme, Table, Timetable
from kompetanse.model.brief import brief
from kompetanse.model.table import html_of_table
from kompetanse.planning.reached import Reached


class Objective(Enum):
    """What makes one timetable better than another; of each, less is better."""

    CONFLICTS = "conflicts"
    """Gatherings on days that their cohort had better avoid."""
    CHANGES = "changes"
    """Gatherings on other days than in the timetable to keep to; of equals, calendar days between the two."""
    END = "end"
    """Calendar days from the first day of planning to the last gathering."""
    SPACING = "spacing"
    """Calendar days between the longest and the shortest gap of any cohort's gatherings."""


@attrs.frozen
class Plan:
    """A timetable that was searched for, and how good it is."""

    programme: Programme
    """The design with its new timetable."""
    reached: tuple[Reached, ...]
    """In the order of their priority."""
    facilitators: tuple[tuple[str, str, str], ...]
    """Who leads each gathering: module, cohort and facilitator, in the order of the timetable."""
    interrupted: bool
    """Whether the search was ended by Ctrl-C."""

    __repr__ = brief("programme.id", "timetable.gatherings", "proven", "interrupted")
    _repr_html_ = html_of_table

    @property
    def timetable(self) -> Timetable:
        """The timetable."""
        return self.programme.timetable

    @property
    def proven(self) -> bool:
        """Whether no timetable is better, in the order of the objectives."""
        return all(one.proven for one in self.reached)

    def table(self) -> Table:
        """Give the gatherings as rows, by date."""
        leads = {(module, cohort): one for module, cohort, one in self.facilitators}
        gatherings = sorted(self.timetable.gatherings, key=lambda one: (one.date, one.start, one.cohort))
        rows = [
            (one.module, one.cohort, one.date, one.place, leads.get((one.module, one.cohort)))
            for one in gatherings
        ]
        return Table(("module", "cohort", "date", "place", "facilitator"), rows)
