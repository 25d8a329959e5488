"""What the steps of the command line have in common: how each is added, and what many of them take."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from kompetanse.forecasting import FEWEST_DRAWS, MOST_DRAWS

EXIT_STATUS = """\
exit status: 0 the design is sound; 1 it has findings of severity error; 2 a file or the call is wrong"""
LONGEST_SEED = 18
"""Digits."""
DESIGN = "a programme, .yaml or .json; or a curriculum, .csv"

Steps: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  # its only name


def a_date_of(text: str) -> date:
    """Read a date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"should be a date, such as 2023-06-06; found {text!r}") from None


def a_whole_of(low: int, high: int) -> Callable[[str], int]:
    """Give what reads a whole number within bounds, which have 18 digits at most."""

    def read(text: str) -> int:
        if not text.isdecimal() or len(text) > 18 or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"should be a whole number from {low} to {high}; found {text!r}")
        return int(text)

    return read


def add_step(
    steps: Steps,
    name: str,
    run: Callable[[argparse.Namespace], int],
    tells: str,
    epilog: str = EXIT_STATUS,
) -> argparse.ArgumentParser:
    """Add a step by its name, with what it tells and how it ends."""
    step = steps.add_parser(name, help=tells, description=f"{name}: {tells}", epilog=epilog)
    add_of_all(step, argparse.SUPPRESS, quiet=argparse.SUPPRESS)  # what was said before the command holds
    step.set_defaults(run=run)
    return step


def add_of_all(step: argparse.ArgumentParser, lang: str, *, quiet: bool | str) -> None:
    """Let be chosen what every step obeys; each default is given."""
    step.add_argument(
        "--lang", choices=("en", "nb"), default=lang, help="language of the output (default: en)"
    )
    tells = "show no progress, and do not say what was written; results and errors are told all the same"
    step.add_argument("--quiet", action="store_true", default=quiet, help=tells)


def add_file(step: argparse.ArgumentParser) -> None:
    """Take a design."""
    step.add_argument("file", metavar="FILE", help=DESIGN)


def add_json(step: "argparse._ActionsContainer") -> None:
    """Let data be asked for."""
    step.add_argument("--json", action="store_true", help="print data with documented keys, not text")


def add_draws(step: argparse.ArgumentParser) -> None:
    """Let it be chosen how a forecast is drawn."""
    tells = f"of the forecast, from {FEWEST_DRAWS} to {MOST_DRAWS} (default: 1000)"
    step.add_argument(
        "--draws", metavar="N", type=a_whole_of(FEWEST_DRAWS, MOST_DRAWS), default=1000, help=tells
    )
    tells = "another seed draws otherwise (default: 0)"
    step.add_argument("--seed", metavar="N", type=_seed, default=0, help=tells)


def _seed(text: str) -> int:
    if not text.isdecimal() or len(text) > LONGEST_SEED:
        tells = f"should be a whole number of at most {LONGEST_SEED} digits; found {text!r}"
        raise argparse.ArgumentTypeError(tells)
    return int(text)
