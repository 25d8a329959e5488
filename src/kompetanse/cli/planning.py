"""``kompetanse plan``: a timetable, proven best, or why there is none."""

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs

from kompetanse.cli.output import BEST_SO_FAR, SOUND, WRONG
from kompetanse.cli.progress import Stage, shown
from kompetanse.cli.reasons import NO_ORDER, planned_from, tell, tell_no_order, tell_why_not
from kompetanse.errors import (
    Fault,
    InvalidFile,
    MissingExtra,
    NothingFound,
    NoTimetable,
    Problem,
    TimetableNotFound,
    UnwritableFile,
)
from kompetanse.files import read_programme, write_calendars, write_programme
from kompetanse.model import Programme, Timetable
from kompetanse.planning import OBJECTIVES, Objective, Plan, SearchProgress, explain, first_fit, moves, plan
from kompetanse.report import Words, error_text, moves_data, moves_text, plan_data, plan_text

NOW = "timetable"
"""What to keep to, if it is no baseline but the timetable that the file has."""


def timetable(arguments: Namespace) -> int:
    """Plan, and tell the timetable, or why there is none; then write what was asked for."""
    if arguments.out is not None:
        _ensure_apart(arguments)
    read = read_programme(arguments.file)
    programme = _asked(read, arguments)
    kept = _kept(programme, arguments)
    try:
        with planned_from(arguments.file):
            found = _planned(programme, kept, arguments)
    except NoTimetable as error:
        return _tell_why_not(arguments, read, programme, error)
    except NO_ORDER as error:
        return tell_no_order(arguments, programme, error)
    except (TimetableNotFound, NothingFound) as error:
        print(error_text(error, Words(arguments.lang, programme)), file=sys.stderr)
        return BEST_SO_FAR
    except MissingExtra as error:
        return _tell_missing(arguments, error)
    written = arguments.out is not None or arguments.ics is not None
    tell(arguments, found.programme, _shown(found, kept, arguments), "" if written else "cli.after-plan")
    _write(arguments, found.programme)
    return SOUND if found.proven else BEST_SO_FAR


def _tell_why_not(arguments: Namespace, read: Programme, programme: Programme, error: NoTimetable) -> int:
    """Tell why there is no timetable as ``why`` does; raise on, should that find one."""
    found = explain(programme)
    if found is None:
        raise error
    return tell_why_not(arguments, read, found)


def _tell_missing(arguments: Namespace, error: MissingExtra) -> int:
    """Say what is not installed, and what can be done without it."""
    words = Words(arguments.lang)
    print(error_text(error, words), file=sys.stderr)
    if error.extra == "plan":
        print(words.say("cli.first-fit"), file=sys.stderr)
    return WRONG


def _ensure_apart(arguments: Namespace) -> None:
    """Refuse to write the plan over the file that it is made from."""
    same = False
    with suppress(OSError, ValueError):  # one that is not there is told of where it is read
        same = Path(arguments.out).samefile(arguments.file)
    if same:
        raise UnwritableFile(arguments.out, Problem("own-input"))


def _asked(programme: Programme, arguments: Namespace) -> Programme:
    """Give the programme with the first and the last day that the call asks for."""
    asked = {"start": arguments.start, "end": arguments.end}
    dates = {name: date for name, date in asked.items() if date is not None}
    return attrs.evolve(programme, planning=attrs.evolve(programme.planning, **dates))


def _kept(programme: Programme, arguments: Namespace) -> Timetable | None:
    name = arguments.keep
    if name is None:
        return None
    if name != NOW:
        return programme.baseline(name).timetable
    if not programme.timetable.gatherings:
        raise InvalidFile(arguments.file, (Fault(Problem("nothing-to-keep"), NOW),))
    return programme.timetable


def _planned(programme: Programme, kept: Timetable | None, arguments: Namespace) -> Plan:
    if arguments.first_fit:
        there = attrs.evolve(programme, timetable=first_fit(programme))
        return Plan(there, (), (), interrupted=False)
    words = Words(arguments.lang)

    def stage_of(progress: SearchProgress) -> Stage:
        return Stage(words.say("cli.progress", value=progress.value, bound=progress.bound))

    with shown(arguments, stage_of, words.say("cli.searching")) as watch:
        return plan(
            programme,
            objectives=[Objective(one) for one in arguments.objective or ()] or OBJECTIVES,
            keep=kept,
            effort=arguments.effort,
            watch=watch,
        )


def _shown(found: Plan, kept: Timetable | None, arguments: Namespace) -> Any:  # noqa: ANN401  # text, or data for JSON
    """Tell the plan and, where there was a timetable to keep to, what moves from that."""
    words = Words(arguments.lang, found.programme)
    moved_from = moves(found.programme, kept) if kept else ()
    if arguments.json:
        moved = {} if kept is None else {"moved": moves_data(moved_from, words)}
        return {**plan_data(found, words.lang), **moved}
    told = plan_text(found, words.lang)
    return told if kept is None else f"{told}\n\n{moves_text(moved_from, words)}"


def _write(arguments: Namespace, programme: Programme) -> None:
    told = []
    words = Words(arguments.lang)
    if arguments.out is not None:
        write_programme(programme, arguments.out)
        told.append(words.say("cli.wrote-table", path=arguments.out))
    if arguments.ics is not None:
        paths = write_calendars(programme, arguments.ics, lang=arguments.lang)
        told.append(words.say("cli.wrote-calendars", count=len(paths), path=arguments.ics))
    if told and not arguments.json and not arguments.quiet:
        print("\n" + "\n".join(told))
