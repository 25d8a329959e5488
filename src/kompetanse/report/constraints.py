"""What a timetable must keep to, in words and as data; and what would be asked of it instead."""

from datetime import date
from typing import Any

from kompetanse.errors import Detail
from kompetanse.model import Prerequisite, PrerequisiteKind, Text
from kompetanse.planning import Constraint, Repair
from kompetanse.report.changes import prerequisite_text
from kompetanse.report.words import Words


def constraint_text(constraint: Constraint, words: Words) -> str:
    """Name a constraint, as within a sentence."""
    facts = _facts(constraint, words)
    general = "-any" if facts.get("first") == "" else ""
    return words.say(f"constraint.{constraint.key}{general}", **facts)


def repair_text(repair: Repair, words: Words) -> str:
    """Tell a repair as one would ask for it."""
    constraint = repair.constraint
    kind = "let-go" if repair.value is None else "repair"
    return words.say(f"{kind}.{constraint.key}", value=repair.value, **_facts(constraint, words))


def constraint_data(constraint: Constraint, words: Words) -> dict[str, Any]:
    """Give a constraint with its sentence."""
    return {
        "key": constraint.key,
        "place": constraint.place,
        "text": constraint_text(constraint, words),
        "details": {name: _plain(value) for name, value in constraint.details},
    }


def repair_data(repair: Repair, words: Words) -> dict[str, Any]:
    """Give a repair with its sentence; its value as a file would hold it."""
    value = repair.value
    return {
        "constraint": constraint_data(repair.constraint, words),
        "value": value.isoformat() if isinstance(value, date) else value,
        "proven": repair.proven,
        "text": repair_text(repair, words),
    }


def _plain(value: Detail) -> Any:  # noqa: ANN401  # whatever JSON can hold
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def _facts(constraint: Constraint, words: Words) -> dict[str, object]:
    """Give what a sentence on a constraint may say: its details, and what they come to together."""
    facts: dict[str, object] = dict(constraint.details)
    facts["of_cohort"] = words.say("constraint.of-cohort", **facts) if facts.get("cohort") else ""
    facts["required"] = _required(constraint, words)
    facts["period"] = _period(facts, words)
    for name in ("first", "then"):
        if name in facts:
            facts[name] = words.name("modules", str(facts[name]))
    return facts


def _required(constraint: Constraint, words: Words) -> str:
    match constraint.key, dict(constraint.details):
        case "prerequisite", {"prerequisite": str(module), "kind": str(kind), "lag": int(lag)}:
            return prerequisite_text(Prerequisite(module, PrerequisiteKind(kind), lag), words)
        case "any-of", {"any_of": tuple(modules)}:
            names = tuple(words.name("modules", one) for one in modules)
            return words.say("kind.any-of", options=words.value(names, "or"))
        case _:
            return ""


def _period(facts: dict[str, object], words: Words) -> str:
    """Tell a period by its name and its days; nothing where the facts hold none."""
    if "period_nb" not in facts:
        return ""
    name = Text(str(facts["period_nb"]), str(facts["period_en"]))
    key = "constraint.day" if facts["start"] == facts["end"] else "constraint.days"
    return words.say(key, name=name, start=facts["start"], end=facts["end"])
