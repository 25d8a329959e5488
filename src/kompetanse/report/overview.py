"""All that a page or a workbook tells, asked of the verbs once."""

import datetime as dt
from collections.abc import Callable, Iterable

import attrs

from kompetanse.checks import check
from kompetanse.forecasting import Driver, Forecaster, Projection, drivers
from kompetanse.model import Assessment, Finding, Participation, Programme
from kompetanse.model.brief import brief
from kompetanse.model.rules import demand, demand_date, demand_list
from kompetanse.planning import Journey, journey, with_public_holidays
from kompetanse.scoring import Advice, ScoreCard, advise, score, suppress
from kompetanse.whatif import Comparison, Result, Scenario, compare

OVERVIEW_STEPS = ("findings", "journey", "scores", "advice", "forecast", "drivers", "comparison")
"""What is asked, one after another; what there is nothing of takes no time."""


@attrs.frozen
class OverviewProgress:
    """How far the asking has come: which step begins now."""

    step: str
    """One of `OVERVIEW_STEPS`."""
    done: int
    """Steps before it."""
    total: int


Watch = Callable[[OverviewProgress], None]


@attrs.frozen(eq=False)
class Overview:
    """All that a page or a workbook tells: a programme, and what the verbs say of it on a day."""

    programme: Programme
    """As it was read."""
    on: dt.date
    organisation: str | None
    """The id of the one that is told of; None for the network."""
    findings: tuple[Finding, ...]
    """Of the programme with Norway's public holidays, where its planning asks for them."""
    journey: Journey
    participation: tuple[Participation, ...]
    card: ScoreCard | None
    """None where there are no answers; where a minimum was given, nothing that it holds back is on it."""
    advice: tuple[Advice, ...]
    """To the one organisation, or to all."""
    projection: Projection | None
    """What the programme would do; None where no gathering develops anything, or nobody is there to gain."""
    drivers: tuple[Driver, ...]
    """What that hangs on, of the one organisation or of the network."""
    comparison: Comparison | None
    """None where there are no scenarios."""

    __repr__ = brief("programme.id", "on", "organisation")


def overview(  # noqa: PLR0913  # each is a choice of its own, and all but the day have a default
    programme: Programme,
    *,
    on: dt.date,
    assessments: Iterable[Assessment] = (),
    participation: Iterable[Participation] = (),
    scenarios: Iterable[Scenario] = (),
    organisation: str | None = None,
    minimum: int | None = None,
    draws: int = 1000,
    seed: int = 0,
    watch: Watch | None = None,
) -> Overview:
    """Ask every verb what a page tells: of the network, or of one organisation by its id.

    Modules that all cohorts have met for by the day count as taken. Designs are forecast from the last wave,
    for the day that `Forecaster.dated` gives, and compared under the same draws. `watch` is told of each step
    as it begins.

    With a `minimum`, scores that rest on fewer respondents are held back for all organisations together,
    whoever is told of, and all that is made of scores is made of what is left (`suppress`): so no advice and
    no forecast tells of what is held back, and neither do the pages of several organisations side by side.

    An unsound design is told of too. Raises what the verbs raise: `InvalidValue`, `UnknownOrganisation` or
    `UnknownModule`, `NoFramework` or `InvalidAssessment` for answers that do not fit, `MissingExtra` where
    public holidays are asked for, and what `compare` raises of scenarios.
    """
    demand("overview", "programme", programme, Programme)
    demand_date("overview", "on", on)
    answers = demand_list("overview", "assessments", assessments, Assessment)
    seen = demand_list("overview", "participation", participation, Participation)
    designs = demand_list("overview", "scenarios", scenarios, Scenario)
    who = None if organisation is None else programme.organisation(organisation).id
    begin = _teller(watch)

    begin("findings")
    findings = check(with_public_holidays(programme))
    begin("journey")
    where = journey(programme, on=on, participation=seen)
    begin("scores")
    card = _card(programme, answers, minimum)
    begin("advice")
    advice = () if card is None else advise(programme, card, done=where.met, organisation=who)
    begin("forecast")
    base = _base(programme, Forecaster(card, seen, draws=draws, seed=seed))
    comparison = compare(programme, designs, forecaster=base.forecaster) if designs else None
    base = comparison.base if comparison else base
    projection = base.projection
    begin("drivers")
    hangs_on = _drivers(base, who)
    begin("comparison")
    if comparison is not None:
        comparison.table()  # so that what takes time is done by now: each result keeps what it came to
    return Overview(programme, on, who, findings, where, seen, card, advice, projection, hangs_on, comparison)


def _card(programme: Programme, assessments: tuple[Assessment, ...], minimum: int | None) -> ScoreCard | None:
    """Give the scores that may be shown; None where there are no answers."""
    if not assessments:
        return None
    card = score(programme, assessments)
    return card if minimum is None else suppress(card, minimum=minimum)


def _base(programme: Programme, forecaster: Forecaster) -> Result:
    """Give what the programme comes to, forecast where that has anything to tell.

    So it has where somebody meets for a module that develops something.
    """
    developing = {one.id for one in programme.modules if one.develops}
    met = any(one.module in developing for one in programme.timetable.gatherings)
    return Result(programme, forecaster.dated(programme) if met and programme.organisations else None)


def _drivers(base: Result, organisation: str | None) -> tuple[Driver, ...]:
    if base.forecaster is None:
        return ()
    if organisation is None and base.varied is not None:
        return base.varied.drivers()  # which a comparison asks for too
    return drivers(base.forecaster, base.programme, organisation=organisation)


def _teller(watch: Watch | None) -> Callable[[str], None]:
    """Give what tells whoever watches which step begins."""
    if watch is None:
        return lambda _: None
    places = {step: place for place, step in enumerate(OVERVIEW_STEPS)}
    return lambda step: watch(OverviewProgress(step, places[step], len(OVERVIEW_STEPS)))
