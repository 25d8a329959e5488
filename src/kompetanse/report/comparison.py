"""Designs side by side, in words."""

from collections.abc import Iterator
from contextlib import suppress

from kompetanse.errors import KompetanseError
from kompetanse.model import Finding, Language, Programme
from kompetanse.report.changes import change_text
from kompetanse.report.errors import error_text
from kompetanse.report.findings import by_severity, finding_text, remedy_texts
from kompetanse.report.layout import block, bullet, line, sections, table_text, title, without_columns
from kompetanse.report.programme import marked
from kompetanse.report.words import Words
from kompetanse.whatif import Comparison, Difference, Outcome, Result


def comparison_text(comparison: Comparison, lang: Language) -> str:
    """Tell the base, then each scenario with its difference from it, then all in one table."""
    base = comparison.base
    words = Words(lang, base.programme)
    return sections(
        block(
            title(marked(words.say("whatif.title"), base.programme, "scenarios", words)),
            line(words.say("whatif.base", name=base.programme.name)),
            (bullet(text, 1) for text in _result(base, words)),
        ),
        *(_outcome(one, lang, base.programme) for one in comparison.outcomes),
        table_text(without_columns(comparison.table(), "modules"), words),
    )


def _result(result: Result, words: Words) -> Iterator[str]:
    yield words.say(
        "whatif.result",
        modules=len(result.programme.modules),
        last_date=result.last_date or "–",
        hours=result.leader_hours,
    )
    yield _order(result, words)


def _order(result: Result, words: Words) -> str:
    if result.order is None:
        return words.say("whatif.no-order")
    return words.say("whatif.order", modules=tuple(result.order))


def _outcome(outcome: Outcome, lang: Language, base: Programme) -> str:
    result, change = outcome.result, outcome.difference
    words = Words(lang, result.programme if result else base)
    status = "refused" if result is None else "sound" if result.sound else "unsound"
    before = Words(lang, base)
    told = [words.say("whatif.change", change=text) for text in _changes(outcome, lang, base)]
    if outcome.refused:
        told.append(words.say("whatif.refused", reason=error_text(outcome.refused.reason, words)))
    differs = tuple(_difference(change, result, words, before)) if result and change else ()
    appeared = change.appeared if change else ()
    if change and not differs and not appeared:
        told.append(words.say("whatif.same"))
    return block(
        line(words.say("whatif.scenario", name=outcome.scenario.name, status=words.say(f"status.{status}"))),
        (bullet(text, 1) for text in (*told, *differs)),
        (_appeared(one, words) for one in by_severity(appeared)),
    )


def _changes(outcome: Outcome, lang: Language, programme: Programme) -> Iterator[str]:
    """Tell each change as it is made to what those before it made."""
    for change in outcome.scenario.changes:
        yield change_text(change, Words(lang, programme))
        with suppress(KompetanseError):  # the one that cannot be made is told with its reason
            programme = change.apply(programme)


def _appeared(finding: Finding, words: Words) -> str:
    severity = words.say(f"severity.{finding.severity.value}")
    told = words.say("whatif.appeared", severity=severity, finding=finding_text(finding, words))
    return block(
        bullet(told, 1),
        (line(text, 3) for text in remedy_texts(finding, words)),
    )


def _difference(change: Difference, result: Result, words: Words, before: Words) -> Iterator[str]:
    if change.dropped:
        yield before.say("whatif.dropped", modules=change.dropped)
    if change.added:
        yield words.say("whatif.added", modules=change.added)
    for moved in change.moved:
        yield words.say("whatif.moved", module=moved.module, was=moved.was, now=moved.now)
    if result.order is None:
        yield words.say("whatif.no-order")
    if change.days:
        key = "later" if change.days > 0 else "earlier"
        yield words.say(f"whatif.days-{key}", days=abs(change.days))
    if change.leader_hours:
        yield words.say("whatif.hours", hours=change.leader_hours)
    for finding in change.vanished:
        yield words.say("whatif.vanished", finding=finding_text(finding, before))
