"""What ``kompetanse sweep`` takes."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from kompetanse.cli.steps import Steps, a_whole_of, add_draws, add_file, add_json, add_step
from kompetanse.cli.sweeping import designs
from kompetanse.errors import KompetanseError
from kompetanse.whatif import MEASURES, AtLeast, AtMost, Condition, Keeps, Measure, measure

SWEPT = """\
exit status: 0 the design is sound; 1 it has findings of severity error; 2 a file or the call is wrong;
3 stopped by Ctrl-C, with what was done"""
BY_KEY = {one.key: one for one in MEASURES}
T = TypeVar("T", AtMost, AtLeast)


def add_sweep(steps: Steps) -> None:
    """Add what evaluates many designs."""
    step = add_step(steps, "sweep", designs, "which of many designs is best?", SWEPT)
    add_file(step)
    tells = "scenarios, or a grid of options, .yaml or .json (default: every single change)"
    step.add_argument("space", metavar="SPACE", nargs="?", help=tells)
    step.add_argument("--pairs", action="store_true", help="make two of these changes at a time")
    tells = "draw N of the designs at random, by --seed"
    step.add_argument("--sample", metavar="N", type=a_whole_of(0, 10**9), help=tells)
    tells = "keep what is done in this file, so that the same command goes on where it was"
    step.add_argument("--store", metavar="FILE", help=tells)
    workers = step.add_mutually_exclusive_group()
    tells = "evaluate designs in N processes (default: in this one)"
    workers.add_argument("--workers", metavar="N", type=a_whole_of(1, 512), help=tells)
    tells = "evaluate them on the Dask cluster at this address, such as tcp://10.0.0.5:8786"
    workers.add_argument("--cluster", metavar="ADDRESS", help=tells)
    step.add_argument("--replan", action="store_true", help="give every design a timetable anew: first fit")
    _add_choice(step)
    tells = "answers to an assessment, .csv, .xlsx or .ods: forecast each design, starting from there"
    step.add_argument("--answers", metavar="ANSWERS", nargs="+", default=[], help=tells)
    step.add_argument("--participation", metavar="CSV", help="who took part: forecast each design with that")
    add_draws(step)
    output = step.add_mutually_exclusive_group()
    tells = "write each design, with its changes, to this .csv or .xlsx, replacing what is there; print none"
    output.add_argument("--out", metavar="TABLE", help=tells)
    add_json(output)


def _add_choice(step: argparse.ArgumentParser) -> None:
    """Add what tells which designs are the best."""
    tells = f"what the best is best by (default: leader-hours): {', '.join(BY_KEY)}"
    tells += "; any gain… makes a forecast of each design, which takes longer"
    default = measure.LEADER_HOURS
    step.add_argument("--best", metavar="MEASURE", type=_measure, default=default, help=tells)
    tells = "the best have no more of a measure, or are no later, such as last-date=2027-06-01"
    _add_some(step, "--at-most", "MEASURE=VALUE", _limit(AtMost), tells)
    tells = "the best have no less of a measure (unless errors is named here or above, they have none)"
    _add_some(step, "--at-least", "MEASURE=VALUE", _limit(AtLeast), tells)
    tells = "in the best, a module still comes after one that it required, in every order"
    _add_some(step, "--keep", "MODULE:REQUIRED", _keeps, tells)
    tells = "how many of the best to tell (default: 3)"
    step.add_argument("--count", metavar="N", type=a_whole_of(1, 1000), default=3, help=tells)


def _add_some(
    step: argparse.ArgumentParser, name: str, shown: str, read: Callable[[str], Condition], tells: str
) -> None:
    """Add what may be given several times."""
    step.add_argument(name, metavar=shown, type=read, action="append", default=[], help=tells)


def _measure(text: str) -> Measure:
    if text not in BY_KEY:
        raise argparse.ArgumentTypeError(f"should be one of {', '.join(BY_KEY)}; found {text!r}")
    return BY_KEY[text]


def _limit(condition: type[T]) -> Callable[[str], T]:
    def read(text: str) -> T:
        key, _, value = text.partition("=")
        try:
            return condition(_measure(key), _value(key, value))
        except (KompetanseError, ValueError):
            tells = f"should be a measure and a number or a date, such as cost=90000; found {text!r}"
            raise argparse.ArgumentTypeError(tells) from None

    return read


def _value(key: str, text: str) -> float | date:
    return date.fromisoformat(text) if key == measure.LAST_DATE.key else float(text)


def _keeps(text: str) -> Keeps:
    module, _, required = text.partition(":")
    try:
        return Keeps(module, required)
    except KompetanseError:
        tells = f"should be a module and one that it required, such as gevinst:innsikt; found {text!r}"
        raise argparse.ArgumentTypeError(tells) from None
