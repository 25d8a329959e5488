"""Findings in words: what is, what should be, what would mend it."""

from collections.abc import Iterable, Iterator
from typing import Any

from kompetanse.model import Change, Finding, Language, Programme, Severity, Shift, Text
from kompetanse.report.changes import change_text
from kompetanse.report.layout import text_of
from kompetanse.report.parts import Part, block, bullet, line, title
from kompetanse.report.words import Words


def findings_part(findings: Iterable[Finding], programme: Programme, lang: Language) -> Part:
    """Tell every finding with its remedies, errors first, under a heading."""
    words = Words(lang, programme)
    found = by_severity(findings)
    if not found:
        return block(title(words.say("findings.title")), line(words.say("findings.none")))
    return block(
        title(words.say("findings.title")),
        line(words.say("findings.count", count=len(found))),
        (
            block(bullet(placed_text(one, words)), (line(text, 2) for text in remedy_texts(one, words)))
            for one in found
        ),
    )


findings_text = text_of(findings_part)


def placed_text(finding: Finding, words: Words) -> str:
    """Tell a finding, led by how much it matters and where it stands."""
    severity = words.say(f"severity.{finding.severity.value}")
    return f"{severity}: {finding.place}: {finding_text(finding, words)}"


def finding_text(finding: Finding, words: Words) -> str:
    """Tell one finding as a sentence without its place."""
    details = {**dict(_readable(finding, words)), **_asides(finding, words)}
    suggestion = details.pop("suggestion", "")
    tail = words.say("did-you-mean", suggestion=suggestion) if suggestion else ""
    return words.say(f"finding.{finding.rule}", **details) + tail


def remedy_texts(finding: Finding, words: Words) -> tuple[str, ...]:
    """Tell each remedy of a finding."""
    return tuple(
        words.say("findings.remedy", change=change_text(one, words) + _first_open(finding, one, words))
        for one in finding.remedies
    )


def _first_open(finding: Finding, remedy: Change, words: Words) -> str:
    """Say why a gathering is to move by more days than the finding asks for."""
    needed = dict(finding.details).get("days")
    longer = isinstance(remedy, Shift) and isinstance(needed, int) and remedy.days > needed > 0
    return words.say("remedy.first-open-day") if longer else ""


def by_severity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the findings with the errors first, then the warnings, then the notes, each as they stood."""
    grave = list(Severity)
    return tuple(sorted(findings, key=lambda one: grave.index(one.severity)))


def _readable(finding: Finding, words: Words) -> Iterator[tuple[str, object]]:
    """Yield the details as a sentence takes them: keys in words, the two languages of a text as one text."""
    details = dict(finding.details)
    for name, value in details.items():
        if name == "kind":
            prefix = "requirement" if "prerequisite" in details else "what"
            yield name, words.say(f"{prefix}.{str(value).replace(' ', '-')}")
        elif name.endswith("_nb"):
            yield (
                _theme(name.removesuffix("_nb")),
                Text(str(value), str(details[name.removesuffix("nb") + "en"])),
            )
        elif not name.endswith("_en"):
            yield name, value
    if isinstance(modules := details.get("modules"), tuple):
        yield "ring", " → ".join(words.name("modules", one) for one in (*modules, modules[0]))
    if "lag" in details:
        lag = details["lag"]
        yield "lagged", words.say("finding.lagged", lag=lag) if lag else ""


def _asides(finding: Finding, words: Words) -> dict[str, str]:
    """Give the parts of a sentence that hang on more than one detail."""
    details: dict[str, Any] = dict(finding.details)
    if finding.rule == "teaching-order":
        module, required = details["module"], details["prerequisite"]
        order = words.programme.teaching_order if words.programme else ()
        known = module in order and required in order
        apart = order.index(required) < order.index(module) if known else details["kind"] == "together"
        return {"against": words.say(f"against.{'apart' if apart else 'after'}", prerequisite=required)}
    if finding.rule == "gathering-too-early":
        kind = details["kind"].replace(" ", "-")
        late = details["prerequisite_date"] >= details["date"] and kind != "together"
        bound = "same-day" if kind == "together" else "earliest"
        return {
            "must": words.say(f"must.{kind}"),
            "only": words.say("must.only") if late else "",
            "bound": words.say(f"must.{bound}", earliest=details["earliest"]),
        }
    if finding.rule in {"too-few-facilitators", "too-few-venues"}:
        several = details["gatherings"] > 1
        return {"of_day": words.say(f"of-day.{finding.rule}", **details) if several else ""}
    return {}


def _theme(name: str) -> str:
    return "other_theme" if name == "other" else name
