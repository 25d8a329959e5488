"""From a path to text, with every way in which that can fail told in words."""

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from kompetanse.errors import Fault, InvalidFile, Problem, close_to
from kompetanse.model.rules import shown

LARGEST = 64
"""MiB that a file may have."""
TOLD = 20
"""Of the characters that cannot be shown, as many as are told: a file that is no text is full of them."""

StrPath = str | os.PathLike[str]

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def invalid(path: StrPath, key: str, **details: str | int | tuple[str, ...]) -> InvalidFile:
    """Give the error that says what is wrong with a file as a whole."""
    return InvalidFile(os.fspath(path), (Fault(Problem(key, tuple(details.items()))),))


def ending_of(path: StrPath) -> str:
    """Give a file's ending, in small letters."""
    return Path(path).suffix.lower()


def read_text(path: StrPath) -> str:
    """Give what stands in a UTF-8 file, without a byte order mark; raise `InvalidFile`."""
    data = read_bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[line_start : error.start].decode("utf-8-sig", "replace")) + 1
        key = "csv-not-utf-8" if ending_of(path) == ".csv" else "not-utf-8"
        problem = Problem(key, (("found", f"0x{data[error.start]:02x}"),))
        raise InvalidFile(os.fspath(path), (Fault(problem, "", line, column),)) from None
    if not text.strip():
        raise invalid(path, "empty-file")
    return text


def read_bytes(path: StrPath) -> bytes:
    """Give what stands in a file; raise `InvalidFile`."""
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise invalid(path, "is-directory")
        if not stat.S_ISREG(mode):
            raise invalid(path, "not-a-file")  # to open a pipe might wait for ever
        with Path(path).open("rb") as stream:
            data = stream.read(LARGEST * 2**20 + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise invalid(path, "no-such-file", **_neighbour(path)) from None
    except PermissionError:
        raise invalid(path, "no-permission") from None
    except OSError as error:
        raise invalid(path, "system", said=error.strerror or type(error).__name__) from None
    except InvalidFile:
        raise
    except ValueError:  # a path that no file can have
        raise invalid(path, "no-such-file") from None
    if len(data) > LARGEST * 2**20:
        raise invalid(path, "too-large", limit=LARGEST)
    return data


def _neighbour(path: StrPath) -> dict[str, str]:
    """Give the file in the same folder that may have been meant, if any, as a detail."""
    try:
        beside = {one.stem: one.name for one in sorted(Path(path).parent.iterdir())}
    except OSError:
        return {}
    meant = close_to(Path(path).stem, beside)  # endings are much alike and tell nothing
    return {"suggestion": beside[meant]} if meant else {}


def unshowable(text: str) -> tuple[Fault, ...]:
    """Give a fault for each of the first characters that cannot be shown."""
    faults = []
    for match in _UNSHOWABLE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        problem = Problem("control-character", (("found", ascii(match[0])[1:-1]),))
        faults.append(Fault(problem, "", line, column))
        if len(faults) == TOLD:
            break
    return tuple(faults)


def demand_ending(path: StrPath, endings: Iterable[str]) -> str:
    """Give a file's ending; raise `InvalidFile` where it is none of those known here."""
    options, ending = tuple(endings), ending_of(path)
    if ending not in options:
        suggestion = close_to(ending, options)
        details = {"suggestion": suggestion} if suggestion else {}
        raise invalid(path, "unknown-ending", options=options, found=shown(Path(path).name), **details)
    return ending
