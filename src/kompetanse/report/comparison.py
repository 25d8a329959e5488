"""Designs side by side, in words."""

from collections.abc import Iterator

from kompetanse.model import Language, Programme
from kompetanse.report.changes import change_text
from kompetanse.report.errors import error_text
from kompetanse.report.findings import finding_text, remedy_texts
from kompetanse.report.layout import block, bullet, line, sections, table_text, title
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
        table_text(comparison.table(), words),
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
    lines = [
        line(words.say("whatif.scenario", name=outcome.scenario.name, status=words.say(f"status.{status}"))),
        *(
            bullet(words.say("whatif.change", change=change_text(one, Words(lang, base))), 1)
            for one in outcome.scenario.changes
        ),
    ]
    if outcome.refused:
        lines.append(bullet(words.say("whatif.refused", reason=error_text(outcome.refused.reason, words)), 1))
    if result and change:
        lines += [bullet(text, 1) for text in _difference(change, result, words, Words(lang, base))] or [
            bullet(words.say("whatif.same"), 1)
        ]
        for finding in change.appeared:
            lines.append(bullet(words.say("whatif.appeared", finding=finding_text(finding, words)), 1))
            lines += [line(text, 3) for text in remedy_texts(finding, words)]
    return block(lines)


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
