"""Changes of what is developed, what it counts, and what a forecast assumes of it."""

from collections.abc import Iterable

import attrs

from kompetanse.errors import NoFramework
from kompetanse.model.assumptions import Assumption, Factor
from kompetanse.model.changes.shared import demand_programme
from kompetanse.model.framework import MaturityDimension, MaturityFramework
from kompetanse.model.indicator import WEIGHT
from kompetanse.model.programme import Programme
from kompetanse.model.rules import a, an_id, as_float, as_ids, as_str, each

FACTORS = {factor: place for place, factor in enumerate(Factor)}


@attrs.frozen
class Develop:
    """Let a module develop these dimensions, in place of those that it did."""

    module: str = attrs.field(converter=as_str, validator=an_id)
    dimensions: tuple[str, ...] = attrs.field(converter=as_ids, validator=each(an_id))

    def apply(self, programme: Programme) -> Programme:
        """Give the programme in which the module does.

        Raises `UnknownModule`; `UnknownDimension` where the programme has a framework without one of them.
        """
        demand_programme(self, programme)
        module = programme.module(self.module)
        if programme.framework is not None:
            for one in self.dimensions:
                programme.framework.dimension(one)
        return programme.with_module(attrs.evolve(module, develops=self.dimensions))

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return frozenset((f"modules/{self.module}/develops",))


@attrs.frozen
class Reweigh:
    """Give a dimension another weight among its siblings."""

    dimension: str = attrs.field(converter=as_str, validator=an_id)
    weight: float = attrs.field(converter=as_float, validator=WEIGHT)

    def apply(self, programme: Programme) -> Programme:
        """Give the programme in whose framework it weighs so; raise `NoFramework` or `UnknownDimension`."""
        demand_programme(self, programme)
        framework = programme.framework
        if framework is None:
            raise NoFramework(programme.id)
        found = framework.dimension(self.dimension)
        weighed = attrs.evolve(found, weight=self.weight)
        dimensions = _replaced(framework, found, weighed)
        return attrs.evolve(programme, framework=attrs.evolve(framework, dimensions=dimensions))

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return frozenset((f"framework/weights/{self.dimension}",))


def _replaced(
    parent: MaturityFramework | MaturityDimension, found: MaturityDimension, now: MaturityDimension
) -> Iterable[MaturityDimension]:
    """Yield the dimensions below `parent`, with `now` in the place of the very one that was found."""
    for one in parent.dimensions:
        if one is found:
            yield now
        elif any(narrower is found for narrower in one.walk()):
            yield attrs.evolve(one, dimensions=_replaced(one, found, now))
        else:
            yield one


@attrs.frozen
class Assume:
    """Let a forecast assume this of a factor, in place of what the programme says of it."""

    assumption: Assumption = attrs.field(validator=a(Assumption))

    def apply(self, programme: Programme) -> Programme:
        """Give the programme with the assumption; they stand in the order of `Factor`."""
        demand_programme(self, programme)
        others = [one for one in programme.assumptions if one.factor is not self.assumption.factor]
        assumptions = sorted((*others, self.assumption), key=lambda one: FACTORS[one.factor])
        return attrs.evolve(programme, assumptions=assumptions)

    def touches(self) -> frozenset[str]:
        """Give the places that it reads or alters (see `in_common`)."""
        return frozenset((f"assumptions/{self.assumption.factor.value}",))
