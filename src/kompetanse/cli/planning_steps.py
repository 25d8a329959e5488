"""The words of ``kompetanse plan`` and ``kompetanse why``."""

import argparse
import contextlib

from kompetanse.cli import planning, reasons
from kompetanse.cli.steps import Steps, a_date_of, add_file, add_json, add_step
from kompetanse.planning import EFFORT, Objective

PLANNED = """\
exit status: 0 planned, and proven best, or the first that was found with --first-fit; 1 there is no
timetable; 2 a file or the call is wrong; 3 the search was stopped by Ctrl-C or --effort: this is the
best so far, or none was found yet"""
POSSIBLE = "exit status: 0 there can be a timetable; 1 there is none; 2 a file or the call is wrong"


def _effort(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 < float(text) <= 1_000_000:
            return float(text)
    raise argparse.ArgumentTypeError(f"should be a number of seconds, such as 10; found {text!r}")


def add_plan(steps: Steps) -> None:
    """Add what plans, and what tells why it cannot."""
    step = add_step(
        steps, "plan", planning.timetable, "a timetable, proven best, or why there is none", PLANNED
    )
    add_file(step)
    step.add_argument(
        "--from",
        metavar="DATE",
        dest="start",
        type=a_date_of,
        help="nothing begins before it, in place of planning: from in FILE",
    )
    step.add_argument(
        "--until",
        metavar="DATE",
        dest="end",
        type=a_date_of,
        help="everything is done by it, in place of planning: until in FILE",
    )
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
    tells = "give the first timetable that is found, best or not, whatever --keep says; needs no solver"
    step.add_argument("--first-fit", action="store_true", help=tells)
    step.add_argument(
        "--out", metavar="OUT", help="write the programme with its timetable here, .yaml or .json"
    )
    step.add_argument("--ics", metavar="DIR", help="write a calendar of each cohort and organisation here")
    add_json(step)

    tells = "why is there no timetable, or what pushes a gathering where it is?"
    step = add_step(steps, "why", reasons.reasons, tells, POSSIBLE)
    add_file(step)
    step.add_argument("--module", metavar="ID", help="tell of the gatherings for this module")
    step.add_argument("--cohort", metavar="ID", help="tell of the gatherings of this cohort")
    add_json(step)
