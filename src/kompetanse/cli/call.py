"""The command ``kompetanse``: what it takes, and what its exit status says."""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import TextIO

from kompetanse.cli import balancing, commands, demo, ordering, scores
from kompetanse.cli.comparing import add_compare
from kompetanse.cli.forecasting import add_forecast
from kompetanse.cli.output import SOUND, WRONG
from kompetanse.cli.planning_steps import add_plan
from kompetanse.cli.reporting import add_report
from kompetanse.cli.steps import (
    EXIT_STATUS,
    Steps,
    a_date_of,
    a_whole_of,
    add_file,
    add_json,
    add_of_all,
    add_step,
)
from kompetanse.cli.sweeping_steps import add_sweep
from kompetanse.errors import KompetanseError
from kompetanse.model import Language  # noqa: TC001  # annotates a name
from kompetanse.report import Words, error_text

BROKEN_PIPE = 141
"""What a shell says of a program whose reader has gone: 128 and the signal's number."""
ASSESSED = "a programme with a maturity framework, or a framework alone; .yaml or .json"


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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kompetanse",
        description="Check, order, time, score and redesign a competence programme.",
        epilog=EXIT_STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_of_all(parser, "en", quiet=False)
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('kompetanse')}")
    steps = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    add_step(steps, "demo", demo.run, "the Rogaland programme, from file to answer", "")

    tells = "write a starting file, commented in English; nothing is overwritten"
    step = add_step(steps, "new", commands.new, tells, "")
    step.add_argument("file", metavar="FILE", help="the file to write, ending in .yaml")

    step = add_step(steps, "check", commands.check_files, "is the design sound, logically and in time?")
    step.add_argument(
        "files", metavar="FILE", nargs="+", help="a programme, .yaml or .json; or a curriculum, .csv"
    )
    add_json(step)

    step = add_step(steps, "order", ordering.order, "the modules in their order, and why each stands there")
    add_file(step)
    step.add_argument("--metrics", action="store_true", help="where it is tight: blocking, delay, complexity")
    step.add_argument("--count", action="store_true", help="how many orders are valid")
    add_json(step)

    _add_balance(steps)

    step = add_step(steps, "journey", commands.where, "where are we on a date, and what is next?")
    add_file(step)
    step.add_argument("--on", metavar="DATE", type=a_date_of, required=True, help="the date, as 2023-03-13")
    step.add_argument("--participation", metavar="CSV", help="who took part, and how far each has come")
    add_json(step)

    add_plan(steps)

    _add_score(steps)

    add_forecast(steps)

    add_compare(steps)

    add_sweep(steps)

    add_report(steps)
    return parser


def _add_balance(steps: Steps) -> None:
    """Add what places modules in periods."""
    tells = "the modules into periods, as evenly as can be"
    step = add_step(steps, "balance", balancing.periods, tells, balancing.EVENED)
    add_file(step)
    step.add_argument(
        "--periods", metavar="N", type=a_whole_of(1, 1000), required=True, help="how many, such as 8 terms"
    )
    tells = "the least and the most load of a period, such as 10..24, 10.. or ..24: hours, or credit hours"
    step.add_argument("--load", metavar="A..B", type=balancing.load_ends, default=(None, None), help=tells)
    tells = "the least and the most modules in a period, such as 2..10"
    step.add_argument("--count", metavar="A..B", type=balancing.count_ends, default=(None, None), help=tells)
    add_json(step)


def _add_score(steps: Steps) -> None:
    """Add what goes from answers to scores."""
    step = add_step(steps, "score", scores.maturity, "how mature is each organisation, and what next?")
    step.add_argument("file", metavar="FILE", help=ASSESSED)
    tells = "the answers, .csv, .xlsx or .ods, wide or long; several files are put together"
    step.add_argument("answers", metavar="ANSWERS", nargs="+", help=tells)
    step.add_argument(
        "--organisation", metavar="ID", help="tell of this organisation too, and what to take up"
    )
    step.add_argument(
        "--on", metavar="DATE", type=a_date_of, help="modules met for by this date count as taken"
    )
    step.add_argument(
        "--minimum",
        metavar="N",
        type=a_whole_of(2, 1_000_000),
        help="hold back what rests on fewer than N respondents",
    )
    output = step.add_mutually_exclusive_group()
    output.add_argument(
        "--out",
        metavar="FILE",
        help="write every score to this .csv or .xlsx, in place of what stands there; print none",
    )
    add_json(output)

    tells = "write a workbook to answer an assessment in; one that stands there already is left as it is"
    step = add_step(steps, "template", scores.template, tells, "")
    step.add_argument("file", metavar="FILE", help=ASSESSED)
    step.add_argument("out", metavar="OUT", help="the workbook to write, ending in .xlsx")
