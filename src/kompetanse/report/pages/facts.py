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
    """One fact: what it is of, what it is, and what goes with it."""

    label: str
    value: str
    note: str = ""


def facts_of(overview: Overview, where: Journey, words: Words) -> Iterator[Fact]:
    """Yield what stands first on a page: where we are, what is next, and how it all looks."""
    yield _where(where, words)
    yield from _next(where, words)
    if overview.card is not None and overview.card.waves:
        yield _maturity(overview.card, overview.organisation, words)
    if overview.organisation is not None and overview.advice:
        first = overview.advice[0]
        why = words.say("page.stands", score=first.score, target=first.target)
        yield Fact(words.say("page.take-up"), words.name("dimensions", first.dimension), why)
    if overview.organisation is None:
        yield _found(overview, words)
    if overview.comparison is not None:
        outcomes = overview.comparison.outcomes
        sound = sum(one.result is not None and one.result.sound for one in outcomes)
        told = words.say("page.designs-sound", sound=sound, count=len(outcomes))
        yield Fact(words.say("page.designs"), told, words.say("page.designs-note"))


def _where(where: Journey, words: Words) -> Fact:
    label, coming = words.say("page.where"), where.to_come
    if not coming and not where.running and where.done:
        return Fact(label, words.say("page.all-done"), words.say("journey.done", modules=where.done))
    now = words.value(_names(where.running or where.done, words)) or words.say("page.not-begun")
    told = words.say("journey.to-come", modules=coming or words.say("journey.none"))
    return Fact(label, now, told)


def _names(modules: tuple[str, ...], words: Words) -> tuple[str, ...]:
    return tuple(words.name("modules", one) for one in modules)


def _next(where: Journey, words: Words) -> Iterator[Fact]:
    for one in where.next_gatherings[:1]:
        of = words.say("gathering-of", module=one.module, cohort=one.cohort)
        yield Fact(words.say("page.next"), words.value(one.date, "full"), of)


def _maturity(card: ScoreCard, organisation: str | None, words: Words) -> Fact:
    root, wave = card.framework.id, card.waves[-1]
    whole = card.network(root, wave) if organisation is None else card.of(organisation, root, wave)
    label = words.say("page.maturity")
    if whole.value is None:
        return Fact(label, words.say("page.held-back" if whole.withheld else "page.not-answered"))
    note, change = words.name("levels", whole.level or ""), moved_in(card).get((organisation, root))
    if change is not None and change.change is not None:
        moved = words.say("page.since", change=change.change, wave=change.before)
        note = f"{moved}; {note}" if note else moved
    return Fact(label, words.say("page.of-hundred", value=whole.value), note)


def _found(overview: Overview, words: Words) -> Fact:
    counts = Counter(one.severity for one in overview.findings)
    errors = counts[Severity.ERROR]
    told = words.say("page.unsound", count=errors) if errors else words.say("page.sound")
    note = words.say("page.warnings", warnings=counts[Severity.WARNING], notes=counts[Severity.NOTE])
    return Fact(words.say("page.found"), told, note)
