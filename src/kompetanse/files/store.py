"""Rows of a sweep in one SQLite file, which outlives the process that writes it."""

import os
import sqlite3
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import attrs

from kompetanse.errors import DifferentSweep, InvalidFile, UnwritableFile
from kompetanse.files.atomic import unwritable
from kompetanse.files.sources import StrPath, invalid
from kompetanse.files.store_rows import row_of, values_text
from kompetanse.model.rules import demand
from kompetanse.whatif import Row

OURS = 0x6B6F6D70
"""What tells SQLite's file of a store from any other: its application id, "komp"."""
SCHEMA = (
    f"PRAGMA application_id = {OURS}",
    "CREATE TABLE sweep (fingerprint TEXT NOT NULL)",
    (
        "CREATE TABLE rows "
        "(number INTEGER PRIMARY KEY, status TEXT NOT NULL, reason TEXT, measured TEXT NOT NULL)"
    ),
)
NUMBERS = "SELECT number FROM rows WHERE number > ? ORDER BY number LIMIT ?"
ROWS = "SELECT number, status, reason, measured FROM rows WHERE number > ? ORDER BY number LIMIT ?"
AT_ONCE = 1000
"""Rows that are held at once as all of them are gone through."""
IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
"""What SQLite says of pages, tables or columns that are not as they were made."""
DENIED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_CANTOPEN}


@attrs.define(eq=False)
class SqliteStore:
    """Keeps the rows of one sweep in a file; to leave it is to close the file."""

    path: str
    _connection: sqlite3.Connection = attrs.field(repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; the rows stay in it."""
        self._connection.close()

    def begin(self, sweep: str) -> None:
        """Take up the sweep of this fingerprint; raise `DifferentSweep` where another's rows are kept."""
        with _told(self.path):
            kept = self._connection.execute("SELECT fingerprint FROM sweep").fetchone()
            if kept is None:
                self._connection.execute("INSERT INTO sweep VALUES (?)", (sweep,))
            elif kept != (sweep,):
                raise DifferentSweep(self.path)

    def add(self, rows: Iterable[Row]) -> None:
        """Keep rows, all of them or none."""
        values = [(one.number, one.status.value, one.reason, values_text(one.values)) for one in rows]
        with _told(self.path), _transaction(self._connection):
            self._connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)", values)

    def numbers(self) -> Iterator[int]:
        """Give the number of each row, rising."""
        return (number for (number,) in self._cells(NUMBERS))

    def rows(self) -> Iterator[Row]:
        """Give each row, by number; raise `InvalidFile` at one that is broken."""
        for cells in self._cells(ROWS):
            row = row_of(*cells)
            if row is None:
                raise invalid(self.path, "broken-store")
            yield row

    def _cells(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Give the cells of each row, by number, some rows at once; in between, nothing is left open."""
        some: list[tuple[Any, ...]] = [(-1,)]
        while some:
            with _told(self.path):
                some = self._connection.execute(query, (some[-1][0], AT_ONCE)).fetchall()
            yield from some


def open_store(path: StrPath) -> SqliteStore:
    """Open the store of a sweep, or make it where nothing stands; raise `InvalidFile` or `UnwritableFile`.

    Each batch of rows is kept whole or not at all, even if the process is killed. While it is open, nobody
    else can open it. Beside the file, SQLite may keep another, ``-wal``, which belongs to it.
    """
    demand("open_store", "path", path, str | os.PathLike)
    told = os.fspath(path)
    _demand_a_place(told)
    with _told(told):
        # The full path, since SQLite takes an empty one and ":memory:" for no file at all.
        connection = sqlite3.connect(Path(told).absolute(), timeout=0, isolation_level=None)
        try:
            _take(connection, told)
        except BaseException:
            connection.close()
            raise
    return SqliteStore(told, connection)


def _demand_a_place(path: str) -> None:
    """Demand that a file stands, or may stand, at a path."""
    try:
        if not Path(path).absolute().parent.is_dir():
            raise unwritable(path, "no-such-folder")
        mode = Path(path).stat().st_mode
    except FileNotFoundError:
        return
    except PermissionError:
        raise unwritable(path, "no-permission") from None
    except UnwritableFile:
        raise
    except (OSError, ValueError):  # a name that no file can have
        raise unwritable(path, "no-such-folder") from None
    if stat.S_ISDIR(mode):
        raise unwritable(path, "is-directory")
    if not stat.S_ISREG(mode):
        raise unwritable(path, "not-a-file")
    if not os.access(path, os.W_OK):
        raise unwritable(path, "no-permission")


def _take(connection: sqlite3.Connection, path: str) -> None:
    """Lock a file for as long as it is open, and see that it is a store, or make it one."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    with _transaction(connection):
        made = connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,)
        if made and connection.execute("PRAGMA application_id").fetchone() != (OURS,):
            raise invalid(path, "not-a-store")
        for statement in () if made else SCHEMA:
            connection.execute(statement)
    if made and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise invalid(path, "broken-store")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(
        "PRAGMA synchronous = NORMAL"
    )  # outlives a process that is killed, at no wait for the disk


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # unless SQLite has called it off itself
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Say what SQLite says in words of our own."""
    try:
        yield
    except sqlite3.Error as error:
        raise _error(path, error) from None


def _error(path: str, error: sqlite3.Error) -> InvalidFile | UnwritableFile:
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):  # and not another thread's
        return unwritable(path, "store-closed")
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # none where it is not the file that is at fault
    if code in IN_USE:
        return invalid(path, "store-in-use")
    if code == sqlite3.SQLITE_NOTADB:
        return invalid(path, "not-a-store")
    if code in BROKEN:
        return invalid(path, "broken-store")
    return (
        unwritable(path, "no-permission") if code in DENIED else unwritable(path, "system", said=str(error))
    )
