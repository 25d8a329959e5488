"""How a step ends: what it gives is printed, and the exit status says whether the design is sound."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from kompetanse.checks import check
from kompetanse.errors import Problem, UnwritableFile
from kompetanse.model import Finding, Programme, Severity
from kompetanse.planning import with_public_holidays
from kompetanse.report import Words

SOUND, UNSOUND, WRONG, BEST_SO_FAR = 0, 1, 2, 3
"""What the exit status says: see ``--help``."""


def findings_in(programme: Programme) -> tuple[Finding, ...]:
    """Check a design; where it asks for that, public holidays are days on which nobody meets."""
    return check(with_public_holidays(programme))


def errors_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give the findings of severity error."""
    return tuple(one for one in findings if one.severity is Severity.ERROR)


def finish(arguments: Namespace, programme: Programme, shown: Any) -> int:  # noqa: ANN401  # text, or data for JSON
    """Print what a step gives; say on the side, and by the status, whether the design is sound."""
    return finish_with(arguments, errors_of(findings_in(programme)), shown)


def finish_with(arguments: Namespace, errors: tuple[Finding, ...], shown: Any) -> int:  # noqa: ANN401  # as above
    """Do as `finish`, where the errors of the design are known already."""
    if arguments.json:
        print_json({"sound": not errors, **shown})
    else:
        print(shown)
    return _finish(arguments, errors)


def finish_written(arguments: Namespace, errors: tuple[Finding, ...], *more: str) -> int:
    """Do as `finish_with`, where all that a step gives went into a file; `more` are keys of what is next."""
    tell_written(arguments, "cli.wrote-table", *more, path=arguments.out)
    return _finish(arguments, errors)


def tell_written(arguments: Namespace, *keys: str, **fields: object) -> None:
    """Say that something was written, and what to do next, unless quiet is asked for."""
    if not arguments.quiet:
        words = Words(arguments.lang)
        print(" ".join(words.say(key, **fields) for key in keys))


def _finish(arguments: Namespace, errors: tuple[Finding, ...]) -> int:
    if errors:
        words = Words(arguments.lang)
        print(words.say("cli.unsound", path=arguments.file, count=len(errors)), file=sys.stderr)
    return UNSOUND if errors else SOUND


def ensure_apart(out: str, read: Iterable[str | None]) -> None:
    """Refuse to write over what is read, or is to be made."""
    same = False
    for given in read:
        with suppress(OSError, ValueError):  # one that is not there is told of where it is read
            same = same or (given is not None and os.path.realpath(out) == os.path.realpath(given))
            same = same or (given is not None and Path(out).samefile(given))
    if same:
        raise UnwritableFile(out, Problem("file-exists"))


def print_json(data: dict[str, Any]) -> None:
    """Print data with its letters as they are."""
    print(json.dumps(data, ensure_ascii=False, indent=2))
