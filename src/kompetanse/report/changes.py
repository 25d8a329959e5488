"""Changes in words and as plain data: remedies, scenarios, reasons why one cannot be made."""

from datetime import time, timedelta
from enum import Enum
from typing import Any

import attrs

from kompetanse.model import (
    Add,
    AnyOf,
    Change,
    Drop,
    Module,
    Move,
    Phase,
    Prerequisite,
    Require,
    Session,
    Shift,
    Text,
    Unrequire,
)
from kompetanse.report.words import Words

WRITTEN = {"start": "from", "end": "to"}
"""Fields that files write under another name."""


def change_text(change: Change, words: Words) -> str:
    """Tell a change as one would ask for it."""
    match change:
        case Drop(module, bridge):
            return words.say("change.drop" if bridge else "change.drop-unbridged", module=module)
        case Add(module):
            return words.say("change.add", name=module.name)
        case Move(module, before=before, after=after):
            return words.say(
                "change.move-before" if before else "change.move-after", module=module, other=before or after
            )
        case Require(module, prerequisite):
            return words.say(
                "change.require", module=module, prerequisite=prerequisite_text(prerequisite, words)
            )
        case Unrequire(module, required):
            other = _options_text(required, words) if isinstance(required, AnyOf) else required
            return words.say("change.unrequire", module=module, other=other)
        case Shift(cohort, days, module):
            key = "change.shift" if module else "change.shift-all"
            return words.say(
                f"{key}-{'later' if days >= 0 else 'earlier'}",
                cohort=cohort,
                module=module,
                days=abs(days),
                to=_new_day(change, words),
            )


def _new_day(shift: Shift, words: Words) -> str:
    """Tell to which day a gathering moves, as the tail of a sentence, where the programme has it."""
    gatherings = words.programme.timetable.gatherings if words.programme else ()
    for one in gatherings:
        if (one.cohort, one.module) == (shift.cohort, shift.module):
            return words.say("change.to", day=one.date + timedelta(days=shift.days))
    return ""


def prerequisite_text(prerequisite: Prerequisite | AnyOf, words: Words) -> str:
    """Tell a prerequisite: of what kind, on which module, with which lag; or all of a group."""
    if isinstance(prerequisite, AnyOf):
        return words.say("kind.any-of", options=_options_text(prerequisite, words))
    kind = words.say(f"kind.{prerequisite.kind.value.replace(' ', '-')}", module=prerequisite.module)
    return kind + (words.say("kind.lag", days=prerequisite.lag) if prerequisite.lag else "")


def _options_text(group: AnyOf, words: Words) -> str:
    return words.value(
        tuple(
            words.say("kind.option-lag", module=one.module, days=one.lag)
            if one.lag
            else words.name("modules", one.module)
            for one in group.options
        ),
        "or",
    )


def change_data(change: Change) -> dict[str, Any]:
    """Give a change as a file of scenarios would write it."""
    first, *_ = attrs.fields(type(change))
    stated = attrs.asdict(change, recurse=False, filter=_stated)
    return {
        type(change).__name__.lower() if name == first.name else name: _plain(value)
        for name, value in stated.items()
    }


def _plain(value: object) -> Any:  # noqa: ANN401  # whatever JSON can hold
    match value:
        case Text(nb, en):
            return nb if nb == en else {"nb": nb, "en": en}
        case Enum():
            return value.value
        case time():
            return f"{value:%H:%M}"
        case AnyOf() | tuple():
            options = value.options if isinstance(value, AnyOf) else value
            return [_plain(one) for one in options]
        case Module() | Phase() | Session() | Prerequisite():
            shown = attrs.asdict(value, recurse=False, filter=_stated)
            return {WRITTEN.get(name, name): _plain(one) for name, one in shown.items()}
        case _:
            return value


def _stated(field: "attrs.Attribute[Any]", value: object) -> bool:
    return value != field.default
