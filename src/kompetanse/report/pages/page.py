"""The page: everything that is told of a programme, or of one organisation in it, in one file."""

import attrs

from kompetanse.model import Cohort, Language, Programme
from kompetanse.model.rules import demand
from kompetanse.planning import Journey
from kompetanse.report.linked_data import json_ld
from kompetanse.report.overview import Overview
from kompetanse.report.pages.facts import facts_of
from kompetanse.report.pages.outline import Heading, Node, nodes_of
from kompetanse.report.pages.rendering import asset, digest, render
from kompetanse.report.pages.sections import Section, sections_of
from kompetanse.report.plots import Picture
from kompetanse.report.words import Words, words_of
from kompetanse.whatif.sweeping.fingerprint import release


@attrs.frozen
class _Drawn:
    """A picture as a page holds it."""

    svg: str
    kind: str = "picture"


@attrs.frozen
class _Shown:
    """A section as a page holds it: its anchor, its name in the contents, its heading, and the rest."""

    key: str
    name: str
    heading: str
    nodes: list[Node | _Drawn]
    small: str
    """The element of its small headings, so that no level is left out."""


def page(overview: Overview, lang: Language) -> str:
    """Give a page of HTML that needs no network and no script: of the network, or of one organisation.

    The same overview gives the same text. Every name in it is escaped. Raises `InvalidValue`, and
    `MissingExtra` without matplotlib or jinja2.
    """
    demand("page", "overview", overview, Overview)
    words = words_of("page", overview.programme, lang)
    where = _where(overview)
    script = asset("tables.js")
    return render(
        words=words,
        title=_title(overview, words),
        about=words.value(overview.programme.about) if overview.programme.about else "",
        on=overview.on,
        illustrative=any(one.illustrative for one in overview.programme.provenance),
        facts=tuple(facts_of(overview, where, words)),
        sections=[_shown(one, words) for one in sections_of(overview, where, words)],
        linked_data=json_ld(overview.programme, lang),
        style=asset("style.css"),
        script=script,
        digest=digest(script),
        release=release() or words.say("page.from-source"),
    )


def _title(overview: Overview, words: Words) -> str:
    name = words.value(overview.programme.name)
    if overview.organisation is None:
        return name
    return words.say("page.title-of", organisation=overview.organisation, programme=name)


def _shown(section: Section, words: Words) -> _Shown:
    name = words.say(f"page.{section.key}")
    nodes: list[Node | _Drawn] = []
    for one in section.body:
        if isinstance(one, Picture):
            nodes.append(_Drawn(one.svg()))
        else:
            nodes.extend(nodes_of(one, name))
    heading = next(one for one in nodes if isinstance(one, Heading) and not one.small)
    nodes.remove(heading)
    parted = any(isinstance(one, Heading) and not one.small for one in nodes)
    return _Shown(section.key, name, heading.text, nodes, small="h4" if parted else "h3")


def _where(overview: Overview) -> Journey:
    """Give where everyone is; of an organisation, where its own cohorts are."""
    organisation, where = overview.organisation, overview.journey
    if organisation is None:
        return where
    own = tuple(one for one in overview.programme.cohorts if organisation in one.members)
    ids = {one.id for one in own}
    return attrs.evolve(
        where,
        programme=_narrowed(overview.programme, own),
        stages=tuple(one for one in where.stages if one.cohort in ids),
        homework=tuple(one for one in where.homework if one.cohort in ids),
        progress=tuple(one for one in where.progress if one.organisation == organisation),
    )


def _narrowed(programme: Programme, cohorts: tuple[Cohort, ...]) -> Programme:
    ids = {one.id for one in cohorts}
    held = tuple(one for one in programme.timetable.gatherings if one.cohort in ids)
    return attrs.evolve(
        programme, cohorts=cohorts, timetable=attrs.evolve(programme.timetable, gatherings=held)
    )
