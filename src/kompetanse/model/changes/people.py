"""Changes of who meets whom."""

import attrs

from kompetanse.model.changes.shared import demand_programme
from kompetanse.model.organisation import Cohort
from kompetanse.model.programme import Programme
from kompetanse.model.rules import an_id, as_str


@attrs.frozen
class Regroup:
    """Let an organisation meet with this cohort, and with no other."""

    organisation: str = attrs.field(converter=as_str, validator=an_id)
    cohort: str = attrs.field(converter=as_str, validator=an_id)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme so grouped; raise `UnknownOrganisation` or `UnknownCohort`."""
        demand_programme(self, programme)
        programme.organisation(self.organisation)
        programme.cohort(self.cohort)
        return attrs.evolve(programme, cohorts=map(self._regrouped, programme.cohorts))

    def _regrouped(self, cohort: Cohort) -> Cohort:
        """Give a cohort with the organisation, last where it is new there, or without it."""
        if (self.organisation in cohort.members) == (cohort.id == self.cohort):
            return cohort
        others = tuple(one for one in cohort.members if one != self.organisation)
        own = (self.organisation,) if cohort.id == self.cohort else ()
        return attrs.evolve(cohort, members=(*others, *own))

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return frozenset(("cohorts",))
