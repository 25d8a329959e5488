"""What an error says, in the reader's language."""

import re
from collections.abc import Iterator

import attrs

from kompetanse.errors import (
    CannotApply,
    CannotBalance,
    CannotGroup,
    CannotReplan,
    Detail,
    Fault,
    InvalidAssessment,
    InvalidFile,
    InvalidFrame,
    InvalidValue,
    KompetanseError,
    NoTimetable,
    NotRequired,
    Problem,
    RingOfPrerequisites,
    RingOfScenarios,
    UnwritableFile,
    WorkersLost,
)
from kompetanse.model import Change
from kompetanse.planning import Constraint
from kompetanse.report.changes import change_text
from kompetanse.report.constraints import constraint_text
from kompetanse.report.words import Words


def error_text(error: KompetanseError, words: Words) -> str:
    """Say what an error says; a file's faults a line each."""
    match error:
        case InvalidFile() | InvalidFrame() | InvalidAssessment():
            said = "\n".join(fault_text(_held_in(error), fault, words) for fault in error.faults)
        case UnwritableFile():
            said = f"{error.path}: {problem_text(error.problem, words)}"
        case WorkersLost(problem):
            said = problem_text(problem, words)
        case InvalidValue():
            where = f"{error.subject}.{error.field}" if error.field else error.subject
            said = f"{where}: {problem_text(error.problem, words)}"
        case CannotApply(change=change, reason=reason) if isinstance(change, Change):
            why = error_text(reason, words)
            said = words.say("cannot-apply", change=change_text(change, words), reason=why)
        case CannotReplan(reason):
            said = words.say("cannot-replan", reason=error_text(reason, words))
        case CannotBalance(reasons) | CannotGroup(reasons):
            key = "cannot-balance" if isinstance(error, CannotBalance) else "cannot-group"
            apart = "\n  " if len(reasons) > 1 else " "
            said = words.say(key, reasons=apart + apart.join(problem_text(one, words) for one in reasons))
        case NotRequired(module, required):
            names = " / ".join(words.name("modules", one) for one in required)
            said = words.say("not-required", module=module, required=names)
        case NoTimetable():
            said = "\n  ".join((words.say("no-timetable"), *_constraints(error, words)))
        case _:
            said = str(error) if words.lang == "en" else _translated(error, words)
    return said


def _constraints(error: NoTimetable, words: Words) -> Iterator[str]:
    return (constraint_text(one, words) for one in error.constraints if isinstance(one, Constraint))


def _held_in(error: InvalidFile | InvalidFrame | InvalidAssessment) -> str:
    """Name what the faults stand in."""
    if isinstance(error, InvalidFile):
        return error.path
    return "frame" if isinstance(error, InvalidFrame) else ""


def fault_text(path: str, fault: Fault, words: Words) -> str:
    """Say what is wrong in a file, and where: path, line, column, place."""
    spot = ":".join(part for part in (path, fault.spot) if part)
    return ": ".join(part for part in (spot, fault.place, problem_text(fault.problem, words)) if part)


def problem_text(problem: Problem, words: Words) -> str:
    """Say what is wrong with one value."""
    details = {name: _as_written(value, words) for name, value in problem.details}
    suggestion, more = details.get("suggestion"), details.get("more")
    tail = words.say("more-lines", more=more) if more else ""
    tail += words.say("did-you-mean", suggestion=suggestion) if suggestion else ""
    return words.say(f"problem.{problem.key}", **details) + tail


FOUND_NB = {
    "a list": "en liste",
    "a mapping": "nøkler med verdier",
    "nothing": "ingenting",
    "a huge number": "et svært stort tall",
}
QUOTED = re.compile(r"'(.*)'", re.DOTALL)
"""Text that was found, as a sentence quotes it."""


def _as_written(value: Detail, words: Words) -> str:
    """Give a detail as a file would hold it, so that it can be written there."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    written = ", ".join(value) if isinstance(value, tuple) else str(value)
    if words.lang == "en":
        return written
    quoted = QUOTED.fullmatch(written)
    return f"«{quoted[1]}»" if quoted else FOUND_NB.get(written, written)


def _translated(error: KompetanseError, words: Words) -> str:
    fields = attrs.asdict(error, recurse=False)  # type: ignore[arg-type]  # every error below the parent is attrs
    if isinstance(error, RingOfPrerequisites):
        fields["rings"] = "; ".join(" → ".join((*ring, ring[0])) for ring in error.rings)
    if isinstance(error, RingOfScenarios):
        fields["scenarios"] = " → ".join((*error.scenarios, error.scenarios[0]))
    suggestion = fields.pop("suggestion", "")
    tail = words.say("did-you-mean", suggestion=suggestion) if suggestion else ""
    return words.say(f"error.{type(error).__name__}", **fields) + tail
