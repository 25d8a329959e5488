"""The few facts that a page begins with."""

from collections import Counter
from collections.abc import Iterator

import attrs

from kompetanse.model import Severity
from kompetanse.planning import Journey
from kompetanse.report.forecast import gain_difference_text, is_telling
from kompetanse.report.overview import Overview
from kompetanse.report.scores import moved_in
from kompetanse.report.words import Words
from kompetanse.scoring import ScoreCard
from kompetanse.whatif import Comparison


@attrs.frozen
class Fact:
    """One fact: what it is of, what it is, and what goes with it."""

    label: str
    value: str
    note: str = ""
    section: str = "journey"
    """Where on the page there is more."""


def facts_of(overview: Overview, where: Journey, words: Words) -> Iterator[Fact]:
    """Yield what stands first on a page: where we are, what is next, and how it all looks."""
    yield _where(where, words)
    yield from _next(where, words)
    if overview.card is not None and overview.card.waves:
        yield _maturity(overview.card, overview.organisation, words)
    if overview.organisation is not None and overview.advice:
        first = overview.advice[0]
        why = words.say("page.stands", score=first.score, target=first.target)
        yield Fact(words.say("page.take-up"), words.name("dimensions", first.dimension), why, "advice")
    if overview.organisation is None:
        yield _found(overview, words)
        if overview.comparison is not None:
            yield _designs(overview.comparison, words)


def _designs(comparison: Comparison, words: Words) -> Fact:
    """Tell which of the sound designs gains most, where one gains; or else how many are sound."""
    told = [one for one in comparison.outcomes if one.difference is not None and one.difference.result.sound]
    better = [
        (gain.mean, one.scenario.name, gain)
        for one in told
        for gain in (one.difference and one.difference.gain,)
        if one.scenario.keeps_yardstick and gain and is_telling(gain) and not gain.drowned and gain.mean > 0
    ]
    if better:
        _, name, gain = max(better, key=lambda one: one[0])
        note = gain_difference_text(gain, words)
        return Fact(words.say("page.gains-most"), words.value(name), note, "whatif")
    sound = words.say("page.designs-sound", sound=len(told), count=len(comparison.outcomes))
    return Fact(words.say("page.designs"), sound, words.say("page.designs-note"), "whatif")


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
        why = "held-back" if whole.withheld else "not-answered"
        return Fact(label, words.say(f"page.{why}"), section="scores")
    note, change = words.name("levels", whole.level or ""), moved_in(card).get((organisation, root))
    if change is not None and change.change is not None:
        moved = words.say("page.since", change=change.change, wave=change.before)
        note = f"{moved}; {note}" if note else moved
    return Fact(label, words.say("page.of-hundred", value=whole.value), note, "scores")


def _found(overview: Overview, words: Words) -> Fact:
    counts = Counter(one.severity for one in overview.findings)
    errors = counts[Severity.ERROR]
    told = words.say("page.unsound", count=errors) if errors else words.say("page.sound")
    note = words.say("page.warnings", warnings=counts[Severity.WARNING], notes=counts[Severity.NOTE])
    return Fact(words.say("page.found"), told, note, "findings")
