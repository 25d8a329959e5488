"""The overview as the sheets of a workbook: what people sort, filter and put into tables of their own."""

from collections.abc import Iterator, Mapping

from kompetanse.model import Cell, Gathering, Language, Module, Table
from kompetanse.model.rules import demand
from kompetanse.report.advice import advice_table
from kompetanse.report.catalogue import SENTENCES
from kompetanse.report.findings import by_severity, finding_text, remedy_texts
from kompetanse.report.overview import Overview
from kompetanse.report.programme import COMPARED, marked
from kompetanse.report.worded import worded
from kompetanse.report.words import Words, words_of

RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "scores": ("answers",),
    "advice": ("answers", "modules"),
    "timetable": ("timetable",),
    "comparison": COMPARED,
    "assumptions": ("assumptions",),
}
"""The sections that each sheet rests on."""

MOST_FOUND = 30_000
"""Characters of a finding or of its remedies: a cell holds little more, and a ring may be of hundreds."""


def workbook(overview: Overview, lang: Language) -> dict[str, Table]:
    """Give the tables of a workbook, by the names of their sheets, where there is anything to tell in them.

    They are worded in `lang`, with numbers and dates left as such. Where one organisation is told of, scores
    are its own beside the network's, and gatherings those of its cohorts. A score that is held back stays so.
    A sheet that rests on what is illustrative says so in its name. Raises `InvalidValue`.
    """
    demand("workbook", "overview", overview, Overview)
    words = words_of("workbook", overview.programme, lang)
    return {
        marked(words.say(f"sheet.{key}"), overview.programme, words, *RESTS_ON.get(key, ())): worded(
            table, words
        )
        for key, table in _tables(overview, words)
        if table.rows
    }


def _tables(overview: Overview, words: Words) -> Iterator[tuple[str, Table]]:
    yield "about", Table(("what", "told"), list(_about(overview, words)))
    yield "scores", _scores(overview, words)
    yield "advice", advice_table(overview.advice, words)
    yield "timetable", _timetable(overview)
    if overview.comparison is not None:
        yield "comparison", overview.comparison.table().filled()
    yield "findings", _findings(overview, words)
    yield "assumptions", _assumptions(overview, words)
    yield "sources", _sources(overview, words)


def _about(overview: Overview, words: Words) -> Iterator[tuple[Cell, ...]]:
    """Yield what must be known to read the rest, and to make it again."""
    yield words.say("about.programme"), overview.programme.name
    if any(one.illustrative for one in overview.programme.provenance):
        yield words.say("about.mind"), words.say("about.illustrative")
    yield words.say("about.on"), overview.on
    if overview.organisation is not None:
        yield words.say("about.organisation"), words.name("organisations", overview.organisation)
    if overview.card is not None:
        yield words.say("about.scores"), words.say("scores.scale")
        yield words.say("about.interval"), words.say("scores.interval")
    if overview.card is not None and overview.card.minimum is not None:
        yield words.say("about.minimum"), overview.card.minimum
    if overview.projection is not None:
        yield words.say("about.forecast"), overview.projection.on
        yield words.say("about.draws"), overview.projection.draws
        yield words.say("about.seed"), overview.projection.seed


def _scores(overview: Overview, words: Words) -> Table:
    if overview.card is None:
        return Table((), ())
    table, network = overview.card.table(), words.say("workbook.network")
    told = (None, overview.organisation)
    kept = (row for row in table.rows if overview.organisation is None or row[0] in told)
    return Table(table.columns, [(network if row[0] is None else row[0], *row[1:]) for row in kept])


def _timetable(overview: Overview) -> Table:
    programme = overview.programme
    members = {one.id: one.members for one in reversed(programme.cohorts)}
    modules = {one.id: one for one in reversed(programme.modules)}
    told = overview.organisation
    rows = [
        _gathering(one, modules.get(one.module))
        for cohort in dict.fromkeys(one.cohort for one in programme.timetable.gatherings)
        if told is None or told in members.get(cohort, ())
        for one in programme.timetable.of_cohort(cohort)
    ]
    return Table(("cohort", "module", "start", "gathering", "from", "to", "place", "end"), rows)


def _gathering(gathering: Gathering, module: Module | None) -> tuple[Cell, ...]:
    start, end = module.span(gathering.date) if module else (None, None)
    when = gathering.date, gathering.start, gathering.end
    return (gathering.cohort, gathering.module, start, *when, gathering.place, end)


def _findings(overview: Overview, words: Words) -> Table:
    rows = [
        (
            words.say(f"severity.{one.severity.value}"),
            one.place,
            _bounded(finding_text(one, words)),
            _bounded("\n".join(remedy_texts(one, words))) or None,
        )
        for one in by_severity(overview.findings)
    ]
    return Table(("severity", "place", "finding", "remedy"), rows)


def _bounded(text: str) -> str:
    return text if len(text) <= MOST_FOUND else f"{text[: MOST_FOUND - 1]}…"


def _assumptions(overview: Overview, words: Words) -> Table:
    rows = [
        (
            words.say(f"assumption.{one.factor.value}"),
            words.say(f"assumption-about.{one.factor.value}"),
            *(one.low, one.likely, one.high),
            one.source or SENTENCES["forecast.assumed"],
        )
        for one in (overview.projection.assumptions if overview.projection else ())
    ]
    return Table(("assumption", "about", "low", "likely", "high", "source"), rows)


def _sources(overview: Overview, words: Words) -> Table:
    """Tell which sections are illustrative, and where the others come from."""
    rows = [
        (
            words.say(f"section.{one.section}"),
            words.say("illustrative") if one.illustrative else None,
            one.source,
        )
        for one in overview.programme.provenance
    ]
    return Table(("section", "reservation", "source"), rows)
