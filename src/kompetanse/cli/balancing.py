"""``kompetanse balance``: the modules into periods, as evenly as can be."""

import argparse
from argparse import Namespace
from pathlib import Path

from kompetanse.checks import check
from kompetanse.cli.output import BEST_SO_FAR, SOUND, errors_of, finish_with
from kompetanse.errors import NothingCanBegin, RingOfPrerequisites, UnknownModule
from kompetanse.files import read_curriculum, read_programme
from kompetanse.model import Curriculum, Programme
from kompetanse.planning import balance
from kompetanse.report import (
    Words,
    balance_data,
    balance_text,
    finding_data,
    findings_text,
    nothing_balanced,
)

EVENED = """\
exit status: 0 placed, and proven best; 1 the design has findings of severity error; 2 a file or the call is
wrong, or there is no such way; 3 the best so far, which is not proven best"""


def periods(arguments: Namespace) -> int:
    """Tell which modules to take in which period; where there is no order, the findings that say why."""
    design = _read(arguments.file)
    curriculum = isinstance(design, Curriculum)
    programme = design.programme if isinstance(design, Curriculum) else design
    errors = errors_of(check(programme))
    words = Words(arguments.lang, programme)
    try:
        found = balance(design, periods=arguments.periods, load=arguments.load, count=arguments.count)
    except (RingOfPrerequisites, NothingCanBegin, UnknownModule):
        none = words.say("order.none") + "\n\n" + findings_text(errors, programme, arguments.lang)
        told = {**nothing_balanced(), "findings": [finding_data(one, words) for one in errors]}
        return finish_with(arguments, errors, told if arguments.json else none)
    text = balance_text(found, arguments.lang, credit_hours=curriculum)
    status = finish_with(arguments, errors, balance_data(found) if arguments.json else text)
    return status or (SOUND if found.proven else BEST_SO_FAR)


def _read(path: str) -> Programme | Curriculum:
    return read_curriculum(path) if Path(path).suffix.lower() == ".csv" else read_programme(path)


def load_ends(text: str) -> tuple[float | None, float | None]:
    """Read a least and a most load, such as ``10..24``; either may be left out."""
    return _ends(text, float)


def count_ends(text: str) -> tuple[float | None, float | None]:
    """Read a least and a most number of modules, such as ``2..10``; either may be left out."""
    return _ends(text, int)


def _ends(text: str, read: type[float] | type[int]) -> tuple[float | None, float | None]:
    low, dots, high = text.partition("..")
    try:
        ends = [read(end) if end.strip() else None for end in (low, high)]
    except ValueError:
        ends = []
    if not dots or ends in ([], [None, None]):
        raise argparse.ArgumentTypeError(f"should be a least and a most, such as 10..24; found {text!r}")
    return ends[0], ends[1]
