"""Putting a file in its place whole, or not at all."""

import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from kompetanse.errors import Problem, UnwritableFile
from kompetanse.files.sources import StrPath, ending_of
from kompetanse.model.rules import demand, shown


def unwritable(path: StrPath, key: str, **details: str | int | tuple[str, ...]) -> UnwritableFile:
    """Give the error that says why a file cannot be written."""
    return UnwritableFile(os.fspath(path), Problem(key, tuple(details.items())))


def replace_file(path: StrPath, content: str | bytes) -> None:
    """Write text or bytes beside their place, then move them there in one step; raise `UnwritableFile`.

    An existing file keeps its mode, a symbolic link stays a link. Whatever fails, the old file stands
    as it stood and nothing is left beside it.
    """
    try:
        target = Path(os.path.realpath(path))
        data = content.encode() if isinstance(content, str) else content
        _put(target, data, _mode_of(target, path))
    except UnwritableFile:
        raise
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None


def write_text(text: str, path: StrPath) -> None:
    """Write text to a file in UTF-8, whole or not at all, as `replace_file` does; raise `UnwritableFile`."""
    demand("write_text", "text", text, str)
    demand("write_text", "path", path, str | os.PathLike)
    replace_file(path, text)


def ensure_writable(path: StrPath, endings: Iterable[str]) -> None:
    """Raise `UnwritableFile` where a file has none of these endings, or no place; asked before long work."""
    options = tuple(endings)
    if ending_of(path) not in options:
        raise unwritable(path, "unknown-ending", options=options, found=shown(ending_of(path)))
    ensure_place(path)


def ensure_place(path: StrPath) -> None:
    """Raise `UnwritableFile` where `replace_file` would find no folder to write in, or no file to replace."""
    try:
        target = Path(os.path.realpath(path))
        _mode_of(target, path)
        if not target.parent.is_dir():
            raise unwritable(path, "no-such-folder")
        if not os.access(target.parent, os.W_OK | os.X_OK):
            raise unwritable(path, "no-permission")
    except UnwritableFile:
        raise
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None


def make_folder(path: StrPath) -> None:
    """Make a folder in one that is there, unless it is there itself; raise `UnwritableFile`."""
    try:
        Path(path).mkdir(exist_ok=True)
    except FileExistsError:
        raise unwritable(path, "no-such-folder") from None
    except (OSError, ValueError) as error:
        raise _refused(path, error) from None


def create_file(path: StrPath, content: str | bytes) -> None:
    """Write text or bytes where nothing stands yet; raise `UnwritableFile` where something does."""
    created = False
    try:
        with Path(path).open("xb") as stream:  # the system itself refuses to overwrite, while it creates
            created = True
            _fill(stream, content.encode() if isinstance(content, str) else content)
    except BaseException as error:
        if created:
            Path(path).unlink(missing_ok=True)
        if isinstance(error, OSError | ValueError):
            raise _refused(path, error) from None
        raise


def _put(target: Path, data: bytes, mode: int | None) -> None:
    temporary = target.with_name(f".kompetanse-{secrets.token_hex(8)}")
    try:
        with temporary.open("xb") as stream:
            if mode is not None:
                temporary.chmod(mode)
            _fill(stream, data)
        os.replace(temporary, target)  # noqa: PTH105  # the name under which every system documents it
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _fill(stream: BinaryIO, data: bytes) -> None:
    stream.write(data)
    stream.flush()
    os.fsync(stream.fileno())


def _mode_of(target: Path, path: StrPath) -> int | None:
    """Give the mode of the file that is to be replaced; None where there is none."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise unwritable(path, "is-directory")
    if not stat.S_ISREG(mode):
        raise unwritable(path, "not-a-file")
    if not os.access(target, os.W_OK):
        raise unwritable(path, "no-permission")
    return stat.S_IMODE(mode)


def _refused(path: StrPath, error: Exception) -> UnwritableFile:
    match error:
        case FileExistsError():
            return unwritable(path, "file-exists")
        case PermissionError():
            return unwritable(path, "no-permission")
        case FileNotFoundError() | NotADirectoryError():
            return unwritable(path, "no-such-folder")
        case IsADirectoryError():
            return unwritable(path, "is-directory")
        case OSError():
            return unwritable(path, "system", said=error.strerror or type(error).__name__)
    return unwritable(path, "system", said=str(error))
