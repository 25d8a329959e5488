"""The few facts that a page begins with."""

from collections import Counter
from collections.abc import Iterator

import attrs

from kompetanse.model import Severity
from kompetanse.planning import Journey
from kompetanse.report.overview import Overview
from kompetanse.report.scores import moved_in
from kompetanse.report.words import Words
from kompetanse.scoring import ScoreCard


@attrs.frozen
class Fact:
    """One fact: what it is of, what it is, and what goes with it; where on the page there is more."""

    label: str
    value: str
    note: str
    section: str


def facts_of(overview: Overview, where: Journey, words: Words) -> Iterator[Fact]:
    """Yield what stands first on a page: where we are, what is next, and how it all looks."""
    yield _where(where, words)
    yield from _next(where, words)
    if overview.card is not None and overview.card.waves:
        yield _maturity(overview.card, overview.organisation, words)
    if overview.organisation is not None and overview.advice:
        first = overview.advice[0]
        why = words.say(
            "scores.gap", node=first.dimension, value=first.score, target=first.target, gap=first.gap
        )
        yield Fact(words.say("page.take-up"), words.name("dimensions", first.dimension), why, "advice")
    if overview.organisation is None:
        yield _found(overview, words)
    if overview.comparison is not None:
        outcomes = overview.comparison.outcomes
        sound = sum(one.result is not None and one.result.sound for one in outcomes)
        told = words.say("page.designs-sound", sound=sound, count=len(outcomes))
        yield Fact(words.say("page.designs"), told, words.say("page.designs-note"), "whatif")


def _where(where: Journey, words: Words) -> Fact:
    label = words.say("page.where")
    if where.running:
        told = words.say("journey.to-come", modules=where.to_come or words.say("journey.none"))
        return Fact(label, words.value(_names(where.running, words)), told, "journey")
    if where.to_come or not where.done:
        told = words.say("journey.to-come", modules=where.to_come or words.say("journey.none"))
        return Fact(
            label, words.value(_names(where.done, words)) or words.say("page.nothing"), told, "journey"
        )
    return Fact(label, words.say("page.all-done"), words.say("journey.done", modules=where.done), "journey")


def _names(modules: tuple[str, ...], words: Words) -> tuple[str, ...]:
    return tuple(words.name("modules", one) for one in modules)


def _next(where: Journey, words: Words) -> Iterator[Fact]:
    for one in where.next_gatherings[:1]:
        of = words.say("gathering-of", module=one.module, cohort=one.cohort)
        yield Fact(words.say("page.next"), words.value(one.date, "full"), of, "journey")


def _maturity(card: ScoreCard, organisation: str | None, words: Words) -> Fact:
    root, wave = card.framework.id, card.waves[-1]
    whole = card.network(root, wave) if organisation is None else card.of(organisation, root, wave)
    label = words.say("page.maturity")
    if whole.value is None:
        return Fact(
            label, words.say("page.held-back" if whole.withheld else "page.not-answered"), "", "scores"
        )
    change = moved_in(card).get((organisation, root))
    level = words.name("levels", whole.level or "")
    note = level
    if change is not None and change.change is not None:
        note = words.say("page.since", change=change.change, wave=change.before, level=whole.level or "")
    return Fact(label, words.say("page.of-hundred", value=whole.value), note.rstrip("; "), "scores")


def _found(overview: Overview, words: Words) -> Fact:
    counts = Counter(one.severity for one in overview.findings)
    errors = counts[Severity.ERROR]
    told = words.say("page.unsound", count=errors) if errors else words.say("page.sound")
    note = words.say("page.warnings", warnings=counts[Severity.WARNING], notes=counts[Severity.NOTE])
    return Fact(words.say("page.found"), told, note, "findings")
