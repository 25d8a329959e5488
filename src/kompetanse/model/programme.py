"""A competence programme: the whole design, and the ways to get another from it."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from kompetanse.errors import (
    BaselineExists,
    NotAPermutation,
    NotRequired,
    UnknownBaseline,
    UnknownCohort,
    UnknownModule,
    UnknownOrganisation,
    close_to,
)
from kompetanse.model.assumptions import Assumption
from kompetanse.model.bridging import without_module
from kompetanse.model.brief import brief
from kompetanse.model.calendar import ClosedPeriod, Timetable, as_periods
from kompetanse.model.costs import Costs
from kompetanse.model.framework import MaturityFramework
from kompetanse.model.module import Module
from kompetanse.model.organisation import Cohort, Organisation
from kompetanse.model.planning import Baseline, PlanningRules
from kompetanse.model.prerequisite import AnyOf, Prerequisite
from kompetanse.model.provenance import Provenance
from kompetanse.model.requiring import with_prerequisite, without_prerequisite
from kompetanse.model.rules import (
    a,
    an_id,
    as_ids,
    as_str,
    as_tuple,
    demand,
    demand_list,
    each,
)
from kompetanse.model.text import NAMED_BY_ID, Text, a_name, as_optional_text, as_text

if TYPE_CHECKING:
    from kompetanse.model.differing import ProgrammeDifference


def _modules(value: Iterable[Module]) -> tuple[Module, ...]:
    return as_tuple(value)


def _organisations(value: Iterable[Organisation]) -> tuple[Organisation, ...]:
    return as_tuple(value)


def _cohorts(value: Iterable[Cohort]) -> tuple[Cohort, ...]:
    return as_tuple(value)


def _baselines(value: Iterable[Baseline]) -> tuple[Baseline, ...]:
    return as_tuple(value)


def _assumptions(value: Iterable[Assumption]) -> tuple[Assumption, ...]:
    return as_tuple(value)


def _provenance(value: Iterable[Provenance]) -> tuple[Provenance, ...]:
    return as_tuple(value)


@attrs.frozen
class Programme:
    """A competence programme. Every method that changes something returns another programme.

    >>> modules = Module("a"), Module("b", requires=("a",)), Module("c", requires=("b",))
    >>> base = Programme("p", modules=modules)
    >>> [one.module for one in base.without("b").module("c").requires]
    ['a']
    """

    id: str = attrs.field(converter=as_str, validator=an_id)
    name: Text = attrs.field(default=NAMED_BY_ID, converter=as_text, validator=a_name)
    about: Text | None = attrs.field(
        default=None, converter=as_optional_text, validator=attrs.validators.optional(a(Text))
    )
    modules: tuple[Module, ...] = attrs.field(default=(), converter=_modules, validator=each(a(Module)))
    """In no particular order; `order` says in which they are meant to be taught."""
    order: tuple[str, ...] = attrs.field(default=(), converter=as_ids, validator=each(an_id))
    """The teaching order, as module ids; a module that is not named comes after those that are, by its id."""
    framework: MaturityFramework | None = attrs.field(
        default=None, validator=attrs.validators.optional(a(MaturityFramework))
    )
    organisations: tuple[Organisation, ...] = attrs.field(
        default=(), converter=_organisations, validator=each(a(Organisation))
    )
    cohorts: tuple[Cohort, ...] = attrs.field(default=(), converter=_cohorts, validator=each(a(Cohort)))
    closed: tuple[ClosedPeriod, ...] = attrs.field(
        default=(), converter=as_periods, validator=each(a(ClosedPeriod))
    )
    planning: PlanningRules = attrs.field(default=PlanningRules(), validator=a(PlanningRules))
    timetable: Timetable = attrs.field(default=Timetable(), validator=a(Timetable))
    baselines: tuple[Baseline, ...] = attrs.field(
        default=(), converter=_baselines, validator=each(a(Baseline))
    )
    costs: Costs | None = attrs.field(default=None, validator=attrs.validators.optional(a(Costs)))
    """None where nothing is said of costs."""
    assumptions: tuple[Assumption, ...] = attrs.field(
        default=(), converter=_assumptions, validator=each(a(Assumption))
    )
    """Of a forecast, in place of those that `kompetanse.forecasting` makes by itself."""
    provenance: tuple[Provenance, ...] = attrs.field(
        default=(), converter=_provenance, validator=each(a(Provenance))
    )

    __repr__ = brief("id", "modules", "organisations", "cohorts", "timetable.gatherings")

    @property
    def teaching_order(self) -> tuple[str, ...]:
        """Every module id once: first as `order` states, then the rest by id."""
        known = {module.id for module in self.modules}
        stated = dict.fromkeys(id_ for id_ in self.order if id_ in known)
        return (*stated, *sorted(known - stated.keys()))

    def module(self, id: str) -> Module:  # noqa: A002  # the field's own name
        """Give the module with this id; raise `UnknownModule` where there is none."""
        for module in self.modules:
            if module.id == id:
                return module
        raise UnknownModule(id, close_to(id, (one.id for one in self.modules)))

    def organisation(self, id: str) -> Organisation:  # noqa: A002  # the field's own name
        """Give the organisation with this id; raise `UnknownOrganisation` where there is none."""
        for organisation in self.organisations:
            if organisation.id == id:
                return organisation
        raise UnknownOrganisation(id, close_to(id, (one.id for one in self.organisations)))

    def cohort(self, id: str) -> Cohort:  # noqa: A002  # the field's own name
        """Give the cohort with this id; raise `UnknownCohort` where there is none."""
        for cohort in self.cohorts:
            if cohort.id == id:
                return cohort
        raise UnknownCohort(id, close_to(id, (one.id for one in self.cohorts)))

    def is_illustrative(self, section: str) -> bool:
        """Tell whether a section (one of `SECTIONS`) says that it is only there to illustrate."""
        return any(one.illustrative for one in self.provenance if one.section == section)

    def baseline(self, id: str) -> Baseline:  # noqa: A002  # the field's own name
        """Give the baseline with this id; raise `UnknownBaseline` where there is none."""
        for baseline in self.baselines:
            if baseline.id == id:
                return baseline
        raise UnknownBaseline(id, close_to(id, (one.id for one in self.baselines)))

    def with_baseline(self, id: str, name: str | Text | None = None) -> "Programme":  # noqa: A002  # as above
        """Give the programme that keeps its timetable under an id; raise `BaselineExists`."""
        kept = Baseline(id, id if name is None else name, self.timetable)
        if any(one.id == kept.id for one in self.baselines):
            raise BaselineExists(kept.id)
        return attrs.evolve(self, baselines=(*self.baselines, kept))

    def with_closed(self, periods: Iterable[ClosedPeriod]) -> "Programme":
        """Give the programme with more closed periods, after those that it has."""
        more = demand_list("Programme.with_closed", "periods", periods, ClosedPeriod)
        return attrs.evolve(self, closed=(*self.closed, *more))

    def with_module(self, module: Module) -> "Programme":
        """Give the programme with `module`: in place of the one with its id, or added last."""
        demand("Programme.with_module", "module", module, Module)
        id_ = module.id
        if id_ in [one.id for one in self.modules]:
            modules = tuple([module if one.id == id_ else one for one in self.modules])
            return attrs.evolve(self, modules=modules)
        order = (*self.order, id_) if self.order else ()
        return attrs.evolve(self, modules=(*self.modules, module), order=order)

    def without(self, module: str, *, bridge: bool = True) -> "Programme":
        """Give the programme without a module, its gatherings and what the planning rules say of it.

        With `bridge`, what needed the module inherits its binding prerequisites: lags add, the stricter kind
        wins, so that the others may be taught in exactly the orders in which they could be before. Without,
        what needed it needs it no more. Raises `UnknownModule`.
        """
        self.module(module)
        return attrs.evolve(
            self,
            modules=without_module(self.modules, module, bridge=bridge),
            order=tuple(one for one in self.order if one != module),
            timetable=self.timetable.without(module),
            planning=self.planning.without(module),
        )

    def with_prerequisite(self, module: str, prerequisite: Prerequisite | AnyOf | str) -> "Programme":
        """Give the programme in which `module` has `prerequisite`, in place of any other on the same module.

        A plain id stands for "before". A group takes the place of one on the same modules. Raises
        `UnknownModule` where any of the modules is unknown.
        """
        if isinstance(prerequisite, str):
            prerequisite = Prerequisite(prerequisite)
        demand("Programme.with_prerequisite", "prerequisite", prerequisite, Prerequisite | AnyOf)
        requiring = self.module(module)
        for one in prerequisite.modules if isinstance(prerequisite, AnyOf) else (prerequisite.module,):
            self.module(one)
        return self.with_module(with_prerequisite(requiring, prerequisite))

    def without_prerequisite(self, module: str, required: str | AnyOf) -> "Programme":
        """Give the programme in which `module` does not require `required`, which need not be a known module.

        Of a group only the modules count. Raises `NotRequired` where `module` does not require it, or
        `UnknownModule` where one of the two is not there either.
        """
        requires_less = without_prerequisite(self.module(module), required)
        if requires_less is not None:
            return self.with_module(requires_less)
        if isinstance(required, AnyOf):
            raise NotRequired(module, required.modules)
        if any(one.id == required for one in self.modules):
            raise NotRequired(module, (required,))
        raise UnknownModule(
            required, close_to(required, (one.module for one in self.module(module).requires))
        )

    def reorder(self, order: Iterable[str]) -> "Programme":
        """Give the programme with another teaching order.

        The days that each cohort has booked stay; which module is taken on which of them follows the new
        order. Raises `InvalidValue` where `order` is no list of ids, `NotAPermutation` where it does not name
        every module once.
        """
        ids = as_ids(demand_list("Programme.reorder", "order", order, str))
        known, given = Counter({one.id for one in self.modules}), Counter(ids)
        if known != given:
            raise NotAPermutation(tuple(sorted(known - given)), tuple(sorted(given - known)))
        timetable = self.timetable.retaken_by(lambda *_: ids)
        return attrs.evolve(self, order=ids, timetable=timetable)

    def difference(self, other: "Programme") -> "ProgrammeDifference":
        """Give the changes that make `other` of this one, and the places that differ and no change can say.

        The order in which modules, prerequisites, members or gatherings are listed does not count.
        """
        from kompetanse.model.differing import difference_between  # noqa: PLC0415  # changes are made of programmes

        demand("Programme.difference", "other", other, Programme)
        return difference_between(self, other)
