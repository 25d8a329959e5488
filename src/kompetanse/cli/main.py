"""The command ``kompetanse``: what it takes, and what its exit status says."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version

from kompetanse.cli import commands, demo, ordering
from kompetanse.cli.output import SOUND, WRONG
from kompetanse.errors import KompetanseError
from kompetanse.report import Words, error_text

EXIT_STATUS = """\
exit status: 0 the design is sound; 1 it has findings of severity error; 2 a file or the call is wrong"""
INTERRUPTED = 130
DESIGN = "a programme, .yaml or .json; or a curriculum, .csv"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv`, or with the words it was called with, and give its exit status."""
    _show_any_character()
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except KompetanseError as error:
        print(error_text(error, Words(arguments.lang)), file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        # Whoever reads has gone; let nothing be flushed to them when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOUND
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _show_any_character() -> None:
    """Let a terminal that lacks a character show another in its place, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"should be a date, such as 2023-06-06; found {text!r}") from None


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

    step = _step(steps, "journey", commands.where, "where are we on a date, and what is next?")
    _file(step)
    step.add_argument("--on", metavar="DATE", type=_date, required=True, help="the date, as 2023-03-13")
    step.add_argument("--participation", metavar="CSV", help="who took part, and how far each has come")
    _json(step)

    step = _step(steps, "score", commands.maturity, "how mature is each organisation, and what next?")
    _file(step)
    step.add_argument("answers", metavar="ANSWERS", help="the answers, .csv, wide or long")
    step.add_argument(
        "--organisation", metavar="ID", help="tell of this organisation too, and what to take up"
    )
    step.add_argument("--on", metavar="DATE", type=_date, help="modules met for by this date count as taken")
    _json(step)

    step = _step(steps, "compare", commands.what_if, "what if we did it otherwise?")
    _file(step)
    step.add_argument("scenarios", metavar="SCENARIOS", help="the scenarios, .yaml or .json")
    _json(step)
    return parser


def _step(
    steps: "argparse._SubParsersAction[argparse.ArgumentParser]",
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


def _json(step: argparse.ArgumentParser) -> None:
    step.add_argument("--json", action="store_true", help="print data with documented keys, not text")
