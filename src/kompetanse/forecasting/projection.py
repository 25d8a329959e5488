"""What a forecast gives: gains, draw by draw, and how two designs differ under the same draws."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

import attrs
import numpy as np

from kompetanse.errors import UnknownDimension, UnknownOrganisation
from kompetanse.forecasting.dimensions import Dimensions, dimensions_of
from kompetanse.forecasting.gained import Gain, GainDifference, Gained
from kompetanse.forecasting.people import Start
from kompetanse.forecasting.taught import developed, first_gatherings
from kompetanse.model import Assumption, Cell, Column, Programme, Table, Unit
from kompetanse.model.brief import brief
from kompetanse.model.rules import demand, refuse
from kompetanse.model.table import html_of_table
from kompetanse.scoring.formulas import Floats
from kompetanse.scoring.lookup import known


@attrs.frozen(eq=False)
class Projection:
    """What a programme would do by a day, under declared assumptions."""

    programme: Programme
    on: dt.date
    seed: int
    assumptions: tuple[Assumption, ...]
    """Every factor, in the order of `Factor`."""
    organisations: tuple[str, ...]
    dimensions: tuple[str, ...]
    weights: tuple[float, ...]
    """Of each dimension in the whole; together 1, unless there is no framework (see `Forecaster.parts`)."""
    starts: tuple[Start, ...]
    """Where each organisation is known to start on each dimension, in points; None where that is drawn."""
    gains: Floats
    """Organisations × dimensions × draws, in points."""

    __repr__ = brief("programme.id", "on", "organisations", "dimensions", "draws")
    _repr_html_ = html_of_table

    @property
    def draws(self) -> int:
        """How many there are."""
        return int(self.gains.shape[2])

    def gain(self, organisation: str | None = None, dimension: str | None = None) -> Gain:
        """Give one gain; raise `UnknownOrganisation` or `UnknownDimension`."""
        return self.gained(organisation, dimension).gain()

    def gained(self, organisation: str | None = None, dimension: str | None = None) -> Gained:
        """Give one gain as it was drawn; raise `UnknownOrganisation` or `UnknownDimension`."""
        return Gained(organisation, dimension, self.drawn(organisation, dimension))

    def difference(
        self, base: "Projection", organisation: str | None = None, dimension: str | None = None
    ) -> GainDifference:
        """Give what this design gains more than `base` does, under the same draws.

        The whole is that of each design by its own weights. Raises `InvalidValue` where `base` was forecast
        for another day, or with other draws; `UnknownOrganisation` or `UnknownDimension` where either of the
        two does not have it.
        """
        demand("Projection.difference", "base", base, Projection)
        for name in ("on", "seed", "draws"):
            mine, other = getattr(self, name), getattr(base, name)
            if mine != other:
                raise refuse(
                    "Projection.difference", "base", f"other-{name}", expected=str(mine), found=str(other)
                )
        return self.gained(organisation, dimension).difference(base.gained(organisation, dimension))

    def drawn(self, organisation: str | None = None, dimension: str | None = None) -> Floats:
        """Give one gain in every draw; raise `UnknownOrganisation` or `UnknownDimension`.

        That of a wider dimension is the mean of those below it, by their weights.
        """
        parts = self._parts(dimension)
        each = self._of_network if organisation is None else self.gains[self._row(organisation)]
        weights = np.array([self.weights[one] for one in parts], dtype=np.float64)
        if dimension is not None:
            weights /= weights.sum()
        whole: Floats = np.einsum("k,kd->d", weights, each[list(parts)])
        return whole

    def start(self, organisation: str | None, dimension: str) -> float | None:
        """Give where an organisation, or the network in the mean, starts on a dimension, in points.

        None where that is not known: of the network, where it is not known of all. Raises
        `UnknownOrganisation`, and `UnknownDimension` for one that is not among `dimensions`.
        """
        column = self.dimensions.index(known(dimension, self.dimensions, UnknownDimension))
        if organisation is not None:
            return self.starts[self._row(organisation)][column]
        told = [one[column] for one in self.starts]
        there = [one for one in told if one is not None]
        return sum(there) / len(there) if there and len(there) == len(told) else None

    def table(self) -> Table:
        """Give the gain of the network and of each organisation, in the whole and on each dimension, as rows.

        The network has no organisation, and the whole no dimension.
        """
        columns = (
            Column("organisation"),
            Column("dimension"),
            Column("mean", Unit.POINTS),
            Column("low", Unit.POINTS),
            Column("high", Unit.POINTS),
            Column("at-start", Unit.POINTS),
            Column("target", Unit.POINTS),
        )
        return Table(columns, list(self._rows()))

    @cached_property
    def undated(self) -> tuple[str, ...]:
        """Modules that develop something but count as not taught, by the day, for some cohort with members.

        The cohort has no gathering for them by then.
        """
        here = set(self.organisations)
        cohorts = [one.id for one in self.programme.cohorts if here.intersection(one.members)]
        held = {(one.cohort, one.module) for one in first_gatherings(self.programme, self.on)}
        modules = {one.id: one for one in reversed(self.programme.modules)}
        return tuple(
            one
            for one in self.programme.teaching_order
            if developed(modules[one], self._dimensions)
            and any((cohort, one) not in held for cohort in cohorts)
        )

    @cached_property
    def alone(self) -> tuple[str, ...]:
        """Organisations that are in no cohort, and so gain nothing."""
        placed = {member for one in self.programme.cohorts for member in one.members}
        return tuple(one for one in self.organisations if one not in placed)

    @cached_property
    def _of_network(self) -> Floats:
        """The mean over organisations: dimensions × draws. Of a base it is asked for by every design."""
        mean: Floats = self.gains.sum(axis=0) / max(len(self.organisations), 1)
        return mean

    @cached_property
    def _dimensions(self) -> Dimensions:
        return dimensions_of(self.programme)

    def _row(self, organisation: str) -> int:
        return self.organisations.index(known(organisation, self.organisations, UnknownOrganisation))

    def _parts(self, dimension: str | None) -> tuple[int, ...]:
        """Give the numbers of the dimensions that one is made of."""
        if dimension is None:
            return tuple(range(len(self.dimensions)))
        below = self._dimensions.below
        return below[known(dimension, below, UnknownDimension)]

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        framework = self.programme.framework
        targets = {one.id: one.target for one in framework.walk()} if framework else {}
        for organisation in (None, *self.organisations):
            for dimension in (None, *self.dimensions):
                known_of = (
                    (self.start(organisation, dimension), targets.get(dimension))
                    if dimension
                    else (None, None)
                )
                yield (*attrs.astuple(self.gain(organisation, dimension)), *known_of)
