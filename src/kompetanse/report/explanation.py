"""Chains of reasons: why there is no timetable, and what would make one possible."""

from collections.abc import Iterator, Sequence
from typing import Any

from kompetanse.model import Language
from kompetanse.planning import Clash, ClashKind, Explanation, Repair, Step
from kompetanse.report.constraints import constraint_data, constraint_text, repair_data, repair_text
from kompetanse.report.layout import as_text
from kompetanse.report.parts import NOTHING, Part, block, bullet, line, sections, title
from kompetanse.report.words import Words


def explanation_text(explanation: Explanation, repairs: Sequence[Repair], lang: Language) -> str:
    """Tell which constraints clash, by which steps that shows, and each change that would mend it."""
    words = Words(lang, explanation.programme)
    return as_text(
        sections(
            block(
                title(words.say("why-not.title")),
                line(words.say(f"why-not.blame{_how_many(explanation)}")),
                (bullet(constraint_text(one, words)) for one in explanation.constraints),
            ),
            block(
                line(words.say("why-not.steps")) if explanation.steps else NOTHING,
                (bullet(text) for text in step_texts(explanation.steps, words)),
                line(clash_text(explanation.clash, words)),
            ),
            *_repairs(repairs, words),
        )
    )


def _how_many(explanation: Explanation) -> str:
    return {0: "-none", 1: "-one"}.get(len(explanation.constraints), "")


def _repairs(repairs: Sequence[Repair], words: Words) -> Iterator[Part]:
    """Tell the changes that are proven to be enough, then those that are not."""
    if not repairs:
        yield line(words.say("why-not.no-repairs"))
    for key, proven in (("repairs", True), ("maybe", False)):
        texts = dict.fromkeys(repair_text(one, words) for one in repairs if one.proven is proven)
        if texts:
            yield block(line(words.say(f"why-not.{key}")), (bullet(text) for text in texts))


def step_texts(steps: Sequence[Step], words: Words) -> list[str]:
    """Tell each step of one chain, or of several one after another."""
    return [_step(one, before, words) for one, before in zip(steps, (None, *steps), strict=False)]


def _step(step: Step, before: Step | None, words: Words) -> str:
    nearest_first = step.constraints[::-1]  # what nobody can change stands first in a design
    reasons = "; ".join(constraint_text(one, words) for one in nearest_first)
    return words.say(
        f"step.{'latest' if step.latest else 'earliest'}{_link(step, before)}",
        subject=subject_text(step.module, step.cohort, words),
        date=step.date,
        behind=words.name("modules", step.behind or ""),
        behind_date=step.behind_date,
        because=words.say("because", reasons=reasons) if reasons else "",
    )


def _link(step: Step, before: Step | None) -> str:
    """Say how a step hangs together with the one before it."""
    if step.behind is None:
        return "-but" if step.latest and before is not None and not before.latest else ""
    follows = before is not None and (before.module, before.date, before.latest) == (
        step.behind,
        step.behind_date,
        step.latest,
    )
    if follows:
        return "-so"
    return "-beside" if step.behind == step.module else "-from"


def subject_text(module: str, cohort: str, words: Words) -> str:
    """Name a gathering: by its module, and by its cohort where one is meant."""
    return (
        words.say("gathering-of", module=module, cohort=cohort) if cohort else words.name("modules", module)
    )


def clash_text(clash: Clash, words: Words) -> str:
    """Tell where the chains of reasons meet."""
    subjects = tuple(subject_text(one, clash.cohort, words) for one in clash.modules)
    days = "day" if clash.start == clash.end else "days"
    return words.say(
        f"clash.{clash.kind.value.replace(' ', '-')}{_variant(clash)}",
        subject=words.value(subjects),
        modules=words.value(tuple(words.name("modules", one) for one in clash.modules)),
        when=words.say(f"clash.when-{days}", start=clash.start, end=clash.end),
        cohort=clash.cohort,
        start=clash.start,
        end=clash.end,
        needed=clash.needed,
        room=clash.room,
    )


def _variant(clash: Clash) -> str:
    match clash.kind:
        case ClashKind.NO_DAY if clash.start and clash.end:
            return "-between"
        case ClashKind.NO_ROOM if not clash.room:
            return "-at-all"
        case ClashKind.TOO_MANY if clash.cohort:
            return "-of"
        case _:
            return ""


def explanation_data(explanation: Explanation, repairs: Sequence[Repair], lang: Language) -> dict[str, Any]:
    """Give the constraints that clash, the steps, the clash and the repairs, each with its sentence."""
    words = Words(lang, explanation.programme)
    clash = explanation.clash
    return {
        "constraints": [constraint_data(one, words) for one in explanation.constraints],
        "steps": steps_data(explanation.steps, words),
        "clash": {
            "kind": clash.kind.value,
            "modules": list(clash.modules),
            "cohort": clash.cohort or None,
            "start": clash.start.isoformat() if clash.start else None,
            "end": clash.end.isoformat() if clash.end else None,
            "needed": clash.needed,
            "room": clash.room,
            "text": clash_text(clash, words),
        },
        "repairs": [repair_data(one, words) for one in repairs],
    }


def steps_data(steps: Sequence[Step], words: Words) -> list[dict[str, Any]]:
    """Give each step of a chain with its sentence."""
    return [
        {
            "module": one.module,
            "cohort": one.cohort or None,
            "bound": "latest" if one.latest else "earliest",
            "date": one.date.isoformat(),
            "behind": one.behind,
            "behind_date": one.behind_date.isoformat() if one.behind_date else None,
            "constraints": [constraint_data(each, words) for each in one.constraints],
            "text": text,
        }
        for one, text in zip(steps, step_texts(steps, words), strict=True)
    ]
