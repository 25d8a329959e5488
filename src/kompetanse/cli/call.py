"""The command ``kompetanse``: what it takes, and what its exit status says."""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from typing import TextIO, TypeAlias

from kompetanse.cli import balancing, commands, demo, ordering, planning, reasons, scores
from kompetanse.cli.output import SOUND, WRONG
from kompetanse.errors import KompetanseError
from kompetanse.model import Language  # noqa: TC001  # annotates a name
from kompetanse.planning import EFFORT, Objective
from kompetanse.report import Words, error_text

EXIT_STATUS = """\
exit status: 0 the design is sound; 1 it has findings of severity error; 2 a file or the call is wrong"""
PLANNED = """\
exit status: 0 planned, and proven best, or the first that was found with --first-fit; 1 there is no
timetable; 2 a file or the call is wrong; 3 the search was stopped by Ctrl-C or --effort: this is the
best so far, or none was found yet"""
POSSIBLE = "exit status: 0 there can be a timetable; 1 there is none; 2 a file or the call is wrong"
BROKEN_PIPE = 141
"""What a shell says of a program whose reader has gone: 128 and the signal's number."""
ASSESSED = "a programme with a maturity framework, or a framework alone; .yaml or .json"
DESIGN = "a programme, .yaml or .json; or a curriculum, .csv"


Steps: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  # its only name


def run(argv: Sequence[str] | None) -> int:
    """Run the command, and give its exit status; what cannot be written is no traceback either."""
    _show_any_character()
    lang: Language = "en"
    status = SOUND
    try:
        arguments = _arguments(argv)
        lang = arguments.lang
        status = arguments.run(arguments)
        sys.stdout.flush()
    except KompetanseError as error:
        _tell(error_text(error, Words(lang)))
        return WRONG
    except BrokenPipeError:
        # Whoever reads has gone. What is known by now to be wrong is said by the status all the same.
        status = status or BROKEN_PIPE
    except OSError as error:
        _tell(Words(lang).say("cli.no-output", said=error.strerror or type(error).__name__))
        status = WRONG
    finally:
        for stream in (sys.stdout, sys.stderr):
            _let_go(stream)
    return status


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    try:
        return _parser().parse_args(argv)
    finally:
        sys.stdout.flush()  # what --help says cannot be left for Python to write as it ends


def _tell(text: str) -> None:
    """Say what is wrong, if anyone can be told."""
    with contextlib.suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def _let_go(stream: TextIO) -> None:
    """Leave nothing behind that Python would fail to write when it ends."""
    try:
        stream.flush()
    except OSError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _show_any_character() -> None:
    """Let a terminal that lacks a character show another in its place, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace", write_through=False)  # what fails, fails as it is flushed


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"should be a date, such as 2023-06-06; found {text!r}") from None


def _minimum(text: str) -> int:
    if not text.isdecimal() or not 2 <= int(text[:9]) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"should be a whole number from 2 to 1000000; found {text!r}")
    return int(text)


def _effort(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 < float(text) <= 1_000_000:
            return float(text)
    raise argparse.ArgumentTypeError(f"should be a number of seconds, such as 10; found {text!r}")


def _periods(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:9]) <= 1_000:
        raise argparse.ArgumentTypeError(f"should be a whole number from 1 to 1000; found {text!r}")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kompetanse",
        description="Check, order, time, score and redesign a competence programme.",
        epilog=EXIT_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _lang(parser, "en")
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('kompetanse')}")
    steps = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    _step(steps, "demo", demo.run, "the Rogaland programme, from file to answer", "")

    tells = "write a starting file, commented in English; nothing is overwritten"
    step = _step(steps, "new", commands.new, tells, "")
    step.add_argument("file", metavar="FILE", help="the file to write, ending in .yaml")

    step = _step(steps, "check", commands.check_files, "is the design sound, logically and in time?")
    step.add_argument(
        "files", metavar="FILE", nargs="+", help="a programme, .yaml or .json; or a curriculum, .csv"
    )
    _json(step)

    step = _step(steps, "order", ordering.order, "the modules in their order, and why each stands there")
    _file(step)
    step.add_argument("--metrics", action="store_true", help="where it is tight: blocking, delay, complexity")
    step.add_argument("--count", action="store_true", help="how many orders are valid")
    _json(step)

    _add_balance(steps)

    step = _step(steps, "journey", commands.where, "where are we on a date, and what is next?")
    _file(step)
    step.add_argument("--on", metavar="DATE", type=_date, required=True, help="the date, as 2023-03-13")
    step.add_argument("--participation", metavar="CSV", help="who took part, and how far each has come")
    _json(step)

    _add_plan(steps)

    _add_score(steps)

    step = _step(steps, "compare", commands.what_if, "what if we did it otherwise?")
    _file(step)
    step.add_argument("scenarios", metavar="SCENARIOS", help="the scenarios, .yaml or .json")
    _json(step)
    return parser


def _add_plan(steps: Steps) -> None:
    """Add what plans, and what tells why it cannot."""
    step = _step(steps, "plan", planning.timetable, "a timetable, proven best, or why there is none", PLANNED)
    _file(step)
    step.add_argument("--from", metavar="DATE", dest="start", type=_date, help="nothing begins before it")
    step.add_argument("--until", metavar="DATE", dest="end", type=_date, help="everything is done by it")
    step.add_argument(
        "--objective",
        action="append",
        choices=[one.value for one in Objective],
        help="what is made small, several in order of priority (default: conflicts, end, spacing)",
    )
    tells = "change as little as can be from this baseline, or from the 'timetable' of the file"
    step.add_argument("--keep", metavar="BASELINE", help=tells)
    tells = f"how long to search, about so many seconds (default: {EFFORT:.0f})"
    step.add_argument("--effort", metavar="SECONDS", type=_effort, default=EFFORT, help=tells)
    tells = "give the first timetable that is found, best or not; needs no solver"
    step.add_argument("--first-fit", action="store_true", help=tells)
    step.add_argument("--out", metavar="OUT", help="write the programme with its timetable, .yaml or .json")
    step.add_argument("--ics", metavar="DIR", help="write a calendar of each cohort and organisation here")
    _json(step)

    tells = "why is there no timetable, or what pushes a gathering where it is?"
    step = _step(steps, "why", reasons.reasons, tells, POSSIBLE)
    _file(step)
    step.add_argument("--module", metavar="ID", help="tell of the gatherings for this module")
    step.add_argument("--cohort", metavar="ID", help="tell of the gatherings of this cohort")
    _json(step)


def _add_balance(steps: Steps) -> None:
    """Add what places modules in periods."""
    step = _step(steps, "balance", balancing.periods, "the modules into periods, as evenly as can be")
    _file(step)
    step.add_argument(
        "--periods", metavar="N", type=_periods, required=True, help="how many, such as 8 terms"
    )
    tells = "the least and the most load of a period, such as 10..24, 10.. or ..24: hours, or credit hours"
    step.add_argument("--load", metavar="A..B", type=balancing.load_ends, default=(None, None), help=tells)
    tells = "the least and the most modules in a period, such as 2..10"
    step.add_argument("--count", metavar="A..B", type=balancing.count_ends, default=(None, None), help=tells)
    _json(step)


def _add_score(steps: Steps) -> None:
    """Add what goes from answers to scores."""
    step = _step(steps, "score", scores.maturity, "how mature is each organisation, and what next?")
    step.add_argument("file", metavar="FILE", help=ASSESSED)
    tells = "the answers, .csv, .xlsx or .ods, wide or long; several files are put together"
    step.add_argument("answers", metavar="ANSWERS", nargs="+", help=tells)
    step.add_argument(
        "--organisation", metavar="ID", help="tell of this organisation too, and what to take up"
    )
    step.add_argument("--on", metavar="DATE", type=_date, help="modules met for by this date count as taken")
    step.add_argument(
        "--minimum", metavar="N", type=_minimum, help="hold back what rests on fewer than N respondents"
    )
    output = step.add_mutually_exclusive_group()
    output.add_argument(
        "--out",
        metavar="FILE",
        help="write every score to this .csv or .xlsx, in place of what stands there; print none",
    )
    _json(output)

    tells = "write a workbook to answer an assessment in; one that stands there already is left as it is"
    step = _step(steps, "template", scores.template, tells, "")
    step.add_argument("file", metavar="FILE", help=ASSESSED)
    step.add_argument("out", metavar="OUT", help="the workbook to write, ending in .xlsx")


def _step(
    steps: Steps,
    name: str,
    run: commands.Run,
    tells: str,
    epilog: str = EXIT_STATUS,
) -> argparse.ArgumentParser:
    step = steps.add_parser(name, help=tells, description=f"{name}: {tells}", epilog=epilog)
    _lang(step, argparse.SUPPRESS)  # what was said before the command holds
    step.set_defaults(run=run)
    return step


def _lang(step: argparse.ArgumentParser, default: str) -> None:
    step.add_argument(
        "--lang", choices=("en", "nb"), default=default, help="language of the output (default: en)"
    )


def _file(step: argparse.ArgumentParser) -> None:
    step.add_argument("file", metavar="FILE", help=DESIGN)


def _json(step: "argparse._ActionsContainer") -> None:
    step.add_argument("--json", action="store_true", help="print data with documented keys, not text")
