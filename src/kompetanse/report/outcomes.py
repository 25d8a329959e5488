"""One design beside the base, in words."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

from kompetanse.errors import KompetanseError
from kompetanse.forecasting import assumptions_of
from kompetanse.model import Finding, Language, Programme, Text
from kompetanse.report.changes import change_text
from kompetanse.report.errors import error_text
from kompetanse.report.findings import by_severity, finding_text, remedy_texts
from kompetanse.report.forecast import gain_difference_text, is_telling
from kompetanse.report.parts import Part, block, bullet, lead, line
from kompetanse.report.words import Words
from kompetanse.whatif import Difference, Outcome, Result, Scenario


def base_text(result: Result, words: Words) -> Iterator[str]:
    """Tell what the base comes to."""
    yield words.say(
        "whatif.result",
        modules=len(result.programme.modules),
        last_date=result.last_date or "–",
        hours=result.leader_hours,
    )
    if result.cost is not None:
        yield words.say("whatif.cost", cost=round(result.cost))
    if result.load.peak is not None:
        yield words.say("whatif.peak", month=result.load.peak.month, hours=result.peak)
    if result.gained is not None and result.forecaster is not None:
        gain, on = result.gained.gain(), result.forecaster.on
        yield words.say("whatif.gain", mean=gain.mean, low=gain.low, high=gain.high, on=on)
    if result.order is None:
        yield words.say("whatif.no-order")
    else:
        yield words.say("whatif.order", modules=result.order)
        yield words.say("whatif.orders", orders=_orders(result, words))


def forecast_reserve(base: Result, words: Words) -> Iterator[str]:
    """Say what a forecast is, and what it is not, where there is one."""
    if base.forecaster is not None:
        made = assumptions_of(base.programme)
        assumed = sum(one.source is None for one in made)
        yield words.say("whatif.forecast", on=base.forecaster.on, assumptions=len(made), assumed=assumed)


def outcome_part(outcome: Outcome, names: Mapping[str, Text], lang: Language, base: Programme) -> Part:
    """Tell a scenario, and how what comes of it differs from the base."""
    result, change = outcome.result, outcome.difference
    words = Words(lang, result.programme if result else base)
    status = "refused" if result is None else "sound" if result.sound else "unsound"
    told = [words.say("whatif.change", change=text) for text in changes_told(outcome.scenario, lang, base)]
    if outcome.scenario.on is not None:
        told.insert(0, words.say("whatif.on", name=names[outcome.scenario.on]))
    if outcome.refused:
        told.append(words.say("whatif.refused", reason=error_text(outcome.refused.reason, words)))
    differs = tuple(_difference(change, words, Words(lang, base))) if change else ()
    appeared = change.appeared if change else ()
    if change and not differs and not appeared:
        told.append(words.say("whatif.same"))
    return block(
        lead(words.say("whatif.scenario", name=outcome.scenario.name, status=words.say(f"status.{status}"))),
        (bullet(text, 1) for text in (*told, *differs)),
        (_appeared(one, words) for one in by_severity(appeared)),
    )


def changes_told(scenario: Scenario, lang: Language, programme: Programme) -> Iterator[str]:
    """Tell each change as it is made to what those before it made."""
    for change in scenario.changes:
        yield change_text(change, Words(lang, programme))
        with suppress(KompetanseError):  # the one that cannot be made is told with its reason
            programme = change.apply(programme)


def _appeared(finding: Finding, words: Words) -> Part:
    severity = words.say(f"severity.{finding.severity.value}")
    told = words.say("whatif.appeared", severity=severity, finding=finding_text(finding, words))
    return block(
        bullet(told, 1),
        (line(text, 3) for text in remedy_texts(finding, words)),
    )


def _difference(change: Difference, words: Words, before: Words) -> Iterator[str]:
    if change.dropped:
        yield before.say("whatif.dropped", modules=change.dropped)
    if change.added:
        yield words.say("whatif.added", modules=change.added)
    for moved in change.moved:
        yield words.say("whatif.moved", module=moved.module, was=moved.was, now=moved.now)
    if change.days:
        key = "later" if change.days > 0 else "earlier"
        yield words.say(f"whatif.days-{key}", days=abs(change.days))
    yield from _effort(change, words)
    yield from _freedom(change, words)
    yield from _gain(change, words)
    for finding in change.vanished:
        yield words.say("whatif.vanished", finding=finding_text(finding, before))


def _effort(change: Difference, words: Words) -> Iterator[str]:
    if change.leader_hours:
        yield words.say("whatif.hours", hours=change.leader_hours)
    if change.cost:
        key = "more" if change.cost > 0 else "less"
        yield words.say(f"whatif.cost-{key}", cost=round(abs(change.cost)))
    peak = change.result.load.peak
    if change.peak and peak is not None:
        yield words.say("whatif.peak-more", month=peak.month, hours=change.result.peak, more=change.peak)


def _freedom(change: Difference, words: Words) -> Iterator[str]:
    if change.result.order is None:
        yield words.say("whatif.no-order")
    elif change.result.orders != change.base.orders:
        yield words.say(
            "whatif.orders-more", orders=_orders(change.result, words), base=_orders(change.base, words)
        )
    if change.complexity:
        yield words.say("whatif.complexity", more=change.complexity)


def _orders(result: Result, words: Words) -> str:
    return words.say("whatif.orders-many") if result.orders is None else words.value(result.orders)


def _gain(change: Difference, words: Words) -> Iterator[str]:
    if change.gain is None or change.gain.same:
        return
    yield gain_difference_text(change.gain, words)
    if is_telling(change.gain) and change.drivers:
        most = change.drivers[0]
        yield words.say(
            "whatif.driver", factor=words.say(f"assumption.{most.factor.value}"), share=min(most.total, 1)
        )
