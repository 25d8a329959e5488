"""What stands on a page, section by section: parts that text has too, and pictures beside them."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import attrs

from kompetanse.errors import NothingCanBegin, RingOfPrerequisites, UnknownModule
from kompetanse.model import Programme, Table
from kompetanse.planning import Journey
from kompetanse.report.advice import advice_table, first_of_each
from kompetanse.report.comparison import base_part, outcome_parts, side_by_side_part
from kompetanse.report.findings import findings_part
from kompetanse.report.forecast import forecast_part
from kompetanse.report.journey import journey_part
from kompetanse.report.layout import without_columns
from kompetanse.report.overview import Overview
from kompetanse.report.pages.tables import beside_network, timetable_table
from kompetanse.report.parts import Part, block, grid, line, title
from kompetanse.report.plots import (
    Picture,
    changes_picture,
    differences_picture,
    dimensions_picture,
    levels_picture,
    modules_picture,
    pareto_picture,
    timetable_picture,
    waterfall_picture,
)
from kompetanse.report.plots.levels import network_percents
from kompetanse.report.profiles import advice_part, profile_part, shares_part, unscored, whole_part
from kompetanse.report.programme import days_part, marked, placed_parts, reading_part
from kompetanse.report.scores import (
    distinct_part,
    moved_in,
    network_part,
    organisations_part,
    scale_part,
)
from kompetanse.report.words import Words
from kompetanse.scoring import ScoreCard, change_table, changes, waterfall


@attrs.frozen
class Section:
    """One section: its anchor and the key of its name, and what stands in it, its heading first or within."""

    key: str
    body: tuple[Part | Picture, ...]


Tell = Callable[[Overview, Journey, Words], Iterator[Part | Picture]]

MOST_MODULES, MOST_COHORTS = 80, 40
"""Of which a picture is drawn: of more, nothing would be legible."""


def sections_of(overview: Overview, where: Journey, words: Words) -> Iterator[Section]:
    """Yield what a page tells; sections of which there is nothing to tell are left out."""
    first = () if overview.organisation is None else FIRST_OF_ONE
    for key in dict.fromkeys((*first, *TOLD)):
        body = tuple(TOLD[key](overview, where, words))
        if body:
            yield Section(key, body)


def _journey(overview: Overview, where: Journey, words: Words) -> Iterator[Part | Picture]:
    programme = where.programme
    if programme.timetable.gatherings and len(programme.cohorts) <= MOST_COHORTS:
        yield timetable_picture(programme, on=overview.on, lang=words.lang)
    yield journey_part(where, words.lang)


def _modules(overview: Overview, _: Journey, words: Words) -> Iterator[Part | Picture]:
    programme = overview.programme
    if not programme.modules:
        return
    yield title(marked(words.say("order.title"), programme, words, "modules", "order"))
    if len(programme.modules) <= MOST_MODULES:
        yield modules_picture(programme, lang=words.lang)
    else:
        yield line(words.say("page.too-many"))
    try:
        yield from placed_parts(programme, words)
    except (RingOfPrerequisites, NothingCanBegin, UnknownModule):
        yield line(words.say("order.none"))


def _timetable(_: Overview, where: Journey, words: Words) -> Iterator[Part | Picture]:
    programme = where.programme
    if not programme.timetable.gatherings:
        return
    yield title(marked(words.say("page.timetable"), programme, words, "timetable"))
    yield grid(timetable_table(where, words), words, caption=words.say("page.gatherings"))
    yield days_part(programme, words)


def _findings(overview: Overview, _: Journey, words: Words) -> Iterator[Part | Picture]:
    if overview.organisation is None or overview.findings:
        yield findings_part(overview.findings, overview.programme, words.lang)


def _scores(overview: Overview, _: Journey, words: Words) -> Iterator[Part | Picture]:
    card, programme, organisation = overview.card, overview.programme, overview.organisation
    if card is None or not card.waves:
        return
    if organisation is None:
        yield dimensions_picture(programme, card, lang=words.lang)
        yield network_part(programme, card, words.lang)
        yield organisations_part(programme, card, overview.advice, words.lang)
        return
    heading = words.say("scores.title", name=card.framework.name, wave=card.waves[-1])
    yield title(marked(heading, programme, words, "answers"))
    silent = unscored(card, organisation, words)
    if silent:
        yield line(silent)
        return
    yield dimensions_picture(programme, card, organisation, lang=words.lang)
    yield scale_part(card, words)
    yield whole_part(card, organisation, words)
    yield grid(beside_network(card, organisation), words, caption=words.say("scores.by-dimension"))
    yield distinct_part(organisation, moved_in(card), words)
    yield from _made_of(programme, card, organisation, words)


def _made_of(
    programme: Programme, card: ScoreCard, organisation: str, words: Words
) -> Iterator[Part | Picture]:
    """Tell on which levels an organisation stands, and what each part of its score contributes."""
    if card.profile(organisation, card.waves[-1]):
        yield levels_picture(programme, card, organisation, lang=words.lang)
        yield profile_part(card, organisation, words)
        network = network_percents(card, card.waves[-1])
        if network:
            yield block(line(words.say("page.levels-network")), shares_part(card, network, words))
    parts = waterfall(card, organisation=organisation)
    if parts.steps:
        yield waterfall_picture(programme, card, organisation, lang=words.lang)
        yield grid(parts.table(), words, caption=words.say("page.parts"))


def _changes(overview: Overview, _: Journey, words: Words) -> Iterator[Part | Picture]:
    card, organisation = overview.card, overview.organisation
    if card is None or len(card.waves) < 2:
        return
    own = [one for one in changes(card) if one.organisation == organisation]
    if any(one.change is not None for one in own):
        before, after = card.waves[-2:]
        yield title(marked(words.say("page.changes"), overview.programme, words, "answers"))
        yield changes_picture(overview.programme, card, organisation, lang=words.lang)
        yield line(words.say("page.changes-read"))
        told = words.say("page.waves", before=before, after=after)
        yield grid(_told(change_table(own)), words, caption=told)


def _told(table: Table) -> Table:
    """Give changes without what is the same in every row."""
    return without_columns(table, "organisation", "before", "after")


def _advice(overview: Overview, _: Journey, words: Words) -> Iterator[Part | Picture]:
    card, programme, organisation = overview.card, overview.programme, overview.organisation
    if card is None or not card.waves:
        return
    if organisation is None:
        if overview.advice:
            yield title(marked(words.say("page.advice-each"), programme, words, "answers"))
            first = advice_table(first_of_each(overview.advice), words)
            told = without_columns(first, "gap", "weight")
            yield grid(told, words, caption=words.say("page.taking-up"))
    elif not unscored(card, organisation, words):
        heading = words.say("page.advice-of", organisation=organisation)
        yield title(marked(heading, programme, words, "answers"))
        yield advice_part(programme, organisation, overview.advice, words)


def _whatif(overview: Overview, _: Journey, words: Words) -> Iterator[Part | Picture]:
    comparison = overview.comparison
    if comparison is None:
        return
    yield base_part(comparison, words.lang)
    yield differences_picture(comparison, lang=words.lang)
    yield line(words.say("page.whatif-read"))
    yield side_by_side_part(comparison, words.lang)
    if comparison.base.forecaster is not None:
        yield line(words.say("page.whatif-forecast", on=comparison.base.forecaster.on))
    yield line(words.say("page.front"))
    yield pareto_picture(comparison, lang=words.lang)
    if overview.organisation is None:
        yield title(words.say("page.each"))
        yield from outcome_parts(comparison, words.lang)


def _forecast(overview: Overview, _: Journey, words: Words) -> Iterator[Part | Picture]:
    if overview.projection is not None:
        yield forecast_part(
            overview.projection, words.lang, organisation=overview.organisation, drivers=overview.drivers
        )


def _basis(overview: Overview, _: Journey, words: Words) -> Iterator[Part | Picture]:
    scenarios = len(overview.comparison.outcomes) if overview.comparison else 0
    yield title(words.say("page.basis"))
    yield reading_part(
        overview.programme, words.lang, participation=overview.participation, scenarios=scenarios
    )


TOLD: Mapping[str, Tell] = MappingProxyType(
    {
        "journey": _journey,
        "timetable": _timetable,
        "modules": _modules,
        "findings": _findings,
        "scores": _scores,
        "changes": _changes,
        "advice": _advice,
        "whatif": _whatif,
        "forecast": _forecast,
        "basis": _basis,
    }
)
"""The sections of a page, in their order."""
FIRST_OF_ONE = ("journey", "advice")
"""Those that stand first on the page of one organisation: where it is, and what it should take up."""
