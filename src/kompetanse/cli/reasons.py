"""``kompetanse why``: why there is no timetable, or what pushes the gatherings where they are."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from kompetanse.cli.output import SOUND, UNSOUND, errors_of, findings_in, finish_with
from kompetanse.errors import (
    Fault,
    InvalidFile,
    InvalidValue,
    KompetanseError,
    NothingCanBegin,
    RingOfPrerequisites,
    UnknownModule,
)
from kompetanse.files import read_programme
from kompetanse.model import Programme
from kompetanse.planning import Explanation, bounds, explain, repairs, why
from kompetanse.report import (
    Words,
    bounds_data,
    bounds_text,
    chain_data,
    chain_text,
    explanation_data,
    explanation_text,
    finding_data,
    findings_text,
    standing_data,
    standing_text,
)

NO_ORDER = (RingOfPrerequisites, NothingCanBegin, UnknownModule)
"""What is raised where there is no timetable since there is not even an order."""


def reasons(arguments: Namespace) -> int:
    """Tell why there is no timetable; or, where there can be one, what decides when its gatherings are."""
    programme = read_programme(arguments.file)
    asked = _asked(arguments, programme)
    try:
        with planned_from(arguments.file):
            found = explain(programme)
    except NO_ORDER as error:
        return tell_no_order(arguments, programme, error)
    if found is not None:
        return tell_why_not(arguments, programme, found)
    after = "" if asked else f"cli.after-{'planned' if programme.timetable.gatherings else 'bounds'}"
    return tell(arguments, programme, _possible(arguments, programme, asked), after)


@contextmanager
def planned_from(path: str) -> Iterator[None]:
    """Say of a file without a first day of planning where in it that day is to stand."""
    try:
        yield
    except InvalidValue as error:
        if error.problem.key != "no-start":
            raise
        raise InvalidFile(path, (Fault(error.problem, "planning"),)) from error


def _asked(arguments: Namespace, programme: Programme) -> list[tuple[str, str]]:
    """Give the gatherings that are asked for, as module and cohort; none where the call names neither."""
    module, cohort = arguments.module, arguments.cohort
    if module is None and cohort is None:
        return []
    modules = [programme.module(module)] if module else programme.modules
    cohorts = [programme.cohort(cohort)] if cohort else programme.cohorts
    return [(one.id, other.id) for one in modules for other in cohorts]


def _possible(arguments: Namespace, programme: Programme, asked: Sequence[tuple[str, str]]) -> Any:  # noqa: ANN401  # text, or data for JSON
    """Tell what pushes the gatherings that are asked for, or what decides how early all can be done."""
    words = Words(arguments.lang, programme)
    if not asked:
        found = bounds(programme)
        return bounds_data(found, words.lang) if arguments.json else bounds_text(found, words.lang)
    planned = {(one.module, one.cohort) for one in programme.timetable.gatherings}
    if planned.issuperset(asked):
        standings = [why(programme, *one) for one in asked]
        if arguments.json:
            return {"gatherings": [standing_data(one, words) for one in standings]}
        return "\n\n".join(standing_text(one, words) for one in standings)
    found = bounds(programme)
    if arguments.json:
        return {"gatherings": [chain_data(*one, found.chain(*one), words) for one in asked]}
    return "\n\n".join(chain_text(*one, found.chain(*one), words) for one in asked)


def tell(arguments: Namespace, programme: Programme, shown: Any, after: str = "") -> int:  # noqa: ANN401  # as above
    """Print what there is to tell of a design that can have a timetable, and what may be done after it."""
    errors = errors_of(findings_in(programme))
    if arguments.json:
        words = Words(arguments.lang, programme)
        shown = {"possible": True, "findings": [finding_data(one, words) for one in errors], **shown}
    elif after:
        shown = f"{shown}\n\n{Words(arguments.lang).say(after, path=arguments.file)}"
    finish_with(arguments, errors, shown)
    return SOUND


def tell_why_not(arguments: Namespace, read: Programme, found: Explanation) -> int:
    """Print why there is no timetable, and what would make one possible; `read` is what the file holds."""
    programme, lang = found.programme, arguments.lang
    errors = errors_of(findings_in(read))
    changes = repairs(programme)
    if arguments.json:
        findings = [finding_data(one, Words(lang, programme)) for one in errors]
        data = {"possible": False, "findings": findings, **explanation_data(found, changes, lang)}
        finish_with(arguments, errors, data)
    else:
        told = explanation_text(found, changes, lang)
        after = Words(lang).say("cli.after-repair", path=arguments.file)
        finish_with(arguments, errors, f"{told}\n\n{after}" if changes else told)
    return UNSOUND


def tell_no_order(arguments: Namespace, programme: Programme, error: KompetanseError) -> int:
    """Print the findings by which there is no order; raise on, where no finding says so."""
    errors = errors_of(findings_in(programme))
    if not errors:
        raise error
    words = Words(arguments.lang, programme)
    if arguments.json:
        data = {"possible": False, "findings": [finding_data(one, words) for one in errors]}
        finish_with(arguments, errors, data)
    else:
        none = "cli.cannot-plan-yet" if isinstance(error, UnknownModule) else "order.none"
        text = words.say(none) + "\n\n" + findings_text(errors, programme, arguments.lang)
        finish_with(arguments, errors, text)
    return UNSOUND
