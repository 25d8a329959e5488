"""Changes in words and as plain data: remedies, scenarios, reasons why one cannot be made."""

from collections.abc import Iterator, Mapping
from datetime import time, timedelta
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from kompetanse.model import (
    Add,
    AnyOf,
    Assume,
    Assumption,
    Change,
    Develop,
    Drop,
    Merge,
    Module,
    Move,
    Phase,
    Prerequisite,
    Regroup,
    Require,
    Retime,
    Reweigh,
    Session,
    Shift,
    Split,
    Swap,
    Text,
    Unrequire,
)
from kompetanse.report.words import Words

WRITTEN: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {Session: {"start": "from", "end": "to"}, Swap: {"second": "with"}, Split: {"id": "new"}}
)
"""Fields that files write under another name."""


def change_text(change: Change, words: Words) -> str:
    """Tell a change as one would ask for it."""
    match change:
        case Drop(module, bridge):
            said = words.say("change.drop" if bridge else "change.drop-unbridged", module=module)
        case Add(module):
            said = words.say("change.add", name=module.name)
        case Merge(module, into):
            said = words.say("change.merge", module=module, other=into)
        case Split(module, name=name):
            said = words.say("change.split", module=module, name=name)
        case Move(module, before=before, after=after):
            key = "change.move-before" if before else "change.move-after"
            said = words.say(key, module=module, other=before or after)
        case Swap(first, second):
            said = words.say("change.swap", module=first, other=second)
        case _:
            said = _text_beside_order(change, words)
    return said


_BesideOrder: TypeAlias = Require | Unrequire | Shift | Retime | Develop | Reweigh | Regroup | Assume


def _text_beside_order(change: _BesideOrder, words: Words) -> str:
    """Tell a change that leaves modules and their order as they are."""
    match change:
        case Require(module, prerequisite):
            needed = prerequisite_text(prerequisite, words)
            said = words.say("change.require", module=module, prerequisite=needed)
        case Unrequire(module, required):
            other = _options_text(required, words) if isinstance(required, AnyOf) else required
            said = words.say("change.unrequire", module=module, other=other)
        case Shift(cohort, days, module):
            key = f"change.shift{'' if module else '-all'}-{'later' if days >= 0 else 'earlier'}"
            said = words.say(key, cohort=cohort, module=module, days=abs(days), to=_new_day(change, words))
        case Retime(module):
            said = words.say("change.retime", module=module, what=words.value(tuple(_times(change, words))))
        case Develop(module, dimensions):
            key = "change.develop" if dimensions else "change.develop-nothing"
            said = words.say(key, module=module, dimension=dimensions)
        case Reweigh(dimension, weight):
            said = words.say("change.reweigh", dimension=dimension, weight=weight)
        case Regroup(organisation, cohort):
            said = words.say("change.regroup", organisation=organisation, cohort=cohort)
        case Assume(assumption):
            said = _assumed(assumption, words)
    return said


def _times(change: Retime, words: Words) -> Iterator[str]:
    """Tell each time that a module is given."""
    for name in ("preparation_days", "preparation_hours", "follow_up_days", "follow_up_hours"):
        count = getattr(change, name)
        if count is not None:
            yield words.say(f"retime.{name}", count=count)
    if change.sessions:
        start, end = min(one.start for one in change.sessions), max(one.end for one in change.sessions)
        yield words.say("retime.sessions", count=len(change.sessions), start=start, end=end)
    elif change.sessions is not None:
        yield words.say("retime.no-sessions")


def _assumed(assumption: Assumption, words: Words) -> str:
    low, likely, high = assumption.low, assumption.likely, assumption.high
    value = words.value(likely)
    if low < high:
        value = words.say("forecast.between", low=low, likely=likely, high=high)
    return words.say("change.assume", factor=words.say(f"assumption.{assumption.factor.value}"), value=value)


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
    data = _noun_data(change)
    return {type(change).__name__.lower() if name == first.name else name: one for name, one in data.items()}


def _noun_data(noun: Any) -> dict[str, Any]:  # noqa: ANN401  # a change, or what it holds
    """Give what a noun states, besides its defaults, by the names that files use."""
    names = WRITTEN.get(type(noun), {})
    stated = ((one.name, getattr(noun, one.name), _default(noun, one)) for one in attrs.fields(type(noun)))
    return {names.get(name, name): _plain(value) for name, value, default in stated if value != default}


def _default(noun: object, field: "attrs.Attribute[Any]") -> object:
    default: Any = field.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, whatever its stub says
        default = default.factory(noun)  # all of them take the noun itself
    converter: Any = field.converter
    return default if converter is None or default is attrs.NOTHING else converter(default)


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
        case Assumption() | Module() | Phase() | Session() | Prerequisite():
            return _noun_data(value)
        case _:
            return value
