"""The verb, and what forecasts one design after another."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from kompetanse.forecasting.assumptions import assumptions_of
from kompetanse.forecasting.dimensions import dimensions_of
from kompetanse.forecasting.draws import PLACE_OF, Draws
from kompetanse.forecasting.engine import Group, Reported, gains
from kompetanse.forecasting.projection import Projection
from kompetanse.forecasting.taught import Lessons, first_gatherings, taught
from kompetanse.model import FIRST_DATE, LAST_DATE, Assumption, Factor, Participation, Programme
from kompetanse.model.brief import brief
from kompetanse.model.rules import a, a_date, as_tuple, demand, each, refuse, whole
from kompetanse.scoring import ScoreCard

FEWEST_DRAWS, MOST_DRAWS = 100, 10_000
"""Every draw is kept, for each organisation and dimension; more would tell nothing more."""
LARGEST_SEED = 2**63 - 1
MOST_PARTS = 1_000_000


def _reports(value: Iterable[Participation]) -> tuple[Participation, ...]:
    return as_tuple(value)


@attrs.frozen
class Forecaster:
    """Forecasts one design after another under the same draws.

    What it knows of organisations, dimensions and modules that a design does not have counts for nothing.
    """

    card: ScoreCard | None = attrs.field(default=None, validator=attrs.validators.optional(a(ScoreCard)))
    """Where organisations start, in its last wave; None where that is not known."""
    participation: tuple[Participation, ...] = attrs.field(
        default=(), converter=_reports, validator=each(a(Participation))
    )
    """What took place of what was meant to, in place of what is assumed; of several reports, the last."""
    on: dt.date | None = attrs.field(default=None, validator=attrs.validators.optional(a_date))
    """The day that the forecast is about; None for that of each design (see `dated`)."""
    draws: int = attrs.field(default=1000, validator=whole(FEWEST_DRAWS, MOST_DRAWS))
    seed: int = attrs.field(default=0, validator=whole(0, LARGEST_SEED))
    parts: int | None = attrs.field(default=None, validator=attrs.validators.optional(whole(1, MOST_PARTS)))
    """Of the whole, without a framework; None for as many as a design has dimensions (see `dated`)."""

    __repr__ = brief("card.framework.id", "participation as reports", "on", "draws", "seed")

    def dated(self, base: Programme) -> "Forecaster":
        """Give the forecaster for the day that it would forecast `base` for, whatever the design.

        Without a framework, the whole has as many parts as `base` develops dimensions.

        Unless a day is given, that is the last day of the follow-up of the last gathering, and the likely
        horizon after it; where there is no gathering, the first day of planning, or of the calendar: then
        nothing is gained on any day. Raises `InvalidValue` where the card is of another framework.
        """
        self._demand_fit("Forecaster.dated", base)
        parts = self.parts or len(dimensions_of(base).ids) or None
        return attrs.evolve(self, on=self._day(base, assumptions_of(base)), parts=parts)

    def __call__(self, programme: Programme) -> Projection:
        """Forecast a design; raise `InvalidValue` where the card is of another framework."""
        self._demand_fit("Forecaster", programme)
        return self.forecast(programme)

    def forecast(self, programme: Programme, other: frozenset[Factor] = frozenset()) -> Projection:
        """Forecast a design, with some factors from a second set of draws, independent of the first."""
        assumptions, dimensions = assumptions_of(programme), dimensions_of(programme, self.parts)
        draws = Draws(assumptions, self.seed, self.draws, other)
        on = self._day(programme, assumptions)
        known = self._known_starts
        starts = {
            one.id: tuple(known.get((one.id, id_)) for id_ in dimensions.ids)
            for one in programme.organisations
        }
        groups = _groups(programme, tuple(starts), taught(programme, dimensions, on))
        return Projection(
            programme,
            on,
            self.seed,
            assumptions,
            tuple(starts),
            dimensions.ids,
            dimensions.weights,
            tuple(starts.values()),
            gains(groups, dimensions, starts, self._reported, draws),
        )

    def _demand_fit(self, verb: str, programme: Programme) -> None:
        demand(verb, "programme", programme, Programme)
        if self.card is None:
            return
        mine, its = self.card.framework, programme.framework
        if its is None or (mine.id, mine.version) != (its.id, its.version):
            found = f"{mine.id} {mine.version}"
            if its is None:
                raise refuse(verb, "card", "no-framework", found=found)
            raise refuse(verb, "card", "other-framework", expected=f"{its.id} {its.version}", found=found)

    def _day(self, programme: Programme, assumptions: tuple[Assumption, ...]) -> dt.date:
        if self.on is not None:
            return self.on
        modules = {one.id: one for one in reversed(programme.modules)}
        held = (one for one in first_gatherings(programme, LAST_DATE) if one.module in modules)
        last = max((modules[one.module].span(one.date)[1] for one in held), default=None)
        if last is None:
            return programme.planning.start or FIRST_DATE
        horizon = round(assumptions[PLACE_OF[Factor.HORIZON]].likely)
        return last + dt.timedelta(days=min(horizon, (LAST_DATE - last).days))

    @cached_property
    def _known_starts(self) -> Mapping[tuple[str | None, str], float]:
        card = self.card
        if card is None or not card.waves:
            return {}
        last = (one for one in card.scores if one.wave == card.waves[-1])
        return {(one.organisation, one.node): one.value for one in last if one.value is not None}

    @cached_property
    def _reported(self) -> Reported:
        return {(one.organisation, one.module): (one.attended, one.own_work) for one in self.participation}


def forecast(  # noqa: PLR0913  # each is a choice of its own, and all have a default
    programme: Programme,
    *,
    card: ScoreCard | None = None,
    participation: Iterable[Participation] = (),
    on: dt.date | None = None,
    draws: int = 1000,
    seed: int = 0,
) -> Projection:
    """Tell what a programme would do by a day, under its assumptions, and how much of that is not known.

    `card` says where organisations start, and `participation` who took part; what they do not say is drawn.
    Unless `on` is given, the day is some time after the programme, by the assumption on the horizon. It is
    no promise and no claim of cause: see `kompetanse.forecasting` for the model.

    An unsound design is forecast too: what it says of ids that are unknown counts for nothing, and of several
    with one id the first counts. Raises `InvalidValue`, and `UnknownOrganisation` or `UnknownModule` where
    participation names one that the programme does not have.
    """
    forecaster = Forecaster(card, participation, on, draws, seed)
    projection = forecaster(programme)
    for one in forecaster.participation:
        programme.organisation(one.organisation)
        programme.module(one.module)
    return projection


def _groups(
    programme: Programme, organisations: tuple[str, ...], lessons: Mapping[str, Lessons]
) -> tuple[Group, ...]:
    """Give the cohorts that have been taught; an organisation in several is taught with the first."""
    row_of = {one: number for number, one in enumerate(organisations)}
    members: dict[str, list[str]] = {}
    placed: set[str] = set()
    for cohort in programme.cohorts:
        new = [one for one in dict.fromkeys(cohort.members) if one in row_of and one not in placed]
        placed.update(new)
        members.setdefault(cohort.id, []).extend(new)
    return tuple(
        Group(tuple(several), tuple(row_of[one] for one in several), lessons[cohort])
        for cohort, several in members.items()
        if several and cohort in lessons
    )
