"""Connections to the two files of the learner: how they are opened, locked and joined."""

import math
import os
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path

from quizapp.core.problems import QuizError

PROGRESS = "progress.sqlite3"
CACHE = "cache.sqlite3"
LOCK = "quizapp.lock"
SIDE_FILES = ("", "-wal", "-shm")
"""What SQLite keeps beside a database; the empty one is the database itself."""

BUSY_MS = 5_000
DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file raises: SQLite's own words about it may hold bytes of the file."""
_POSITIVE = 0x7FFFFFFF
"""Numbers in SQLite's header have 32 bits and a sign."""


def connect(path: Path) -> sqlite3.Connection:
    """A plain connection that changes nothing in the file by itself; transactions are begun by hand."""
    con = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MS / 1000)
    provide(con, "pow", math.pow)
    return con


def connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, nor tidy up on closing: what a crash left beside the file stays."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    con = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_MS / 1000)
    con.execute("PRAGMA query_only = ON")
    provide(con, "pow", math.pow)
    return con


def readable(path: Path) -> sqlite3.Connection:
    """A connection that can only read, as to a copy."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def provide(con: sqlite3.Connection, name: str, function: Callable[[float, float], float]) -> None:
    """Add a function of two numbers that some builds of SQLite lack; the built-in one is faster."""
    if not _is_built_in(name):
        con.create_function(name, 2, function, deterministic=True)


@cache
def _is_built_in(name: str) -> bool:
    # Asked elsewhere, so that the file itself is not read before it was judged.
    with closing(sqlite3.connect(":memory:")) as con:
        found = con.execute("SELECT 1 FROM pragma_function_list WHERE name = ?", (name,)).fetchone()
    return found is not None


def make_durable(con: sqlite3.Connection) -> None:
    """Every commit of this connection is on the disk when it returns."""
    con.execute("PRAGMA journal_mode = WAL")
    con.execute("PRAGMA synchronous = FULL")
    con.execute("PRAGMA foreign_keys = ON")
    # Else INSERT OR REPLACE would delete rows of the log behind the triggers' back.
    con.execute("PRAGMA recursive_triggers = ON")


def hold(folder: Path) -> sqlite3.Connection:
    """Take the folder for this process: one writer. The system lets go of it however the process ends."""
    lock = sqlite3.connect(folder / LOCK, isolation_level=None, timeout=0, check_same_thread=False)
    try:
        lock.execute("PRAGMA journal_mode = OFF")
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        lock.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise QuizError("already_running", folder=str(folder)) from error
        raise
    return lock


def attach_cache(con: sqlite3.Connection, path: Path, owner: int, *, check: bool) -> None:
    """Join the cache as schema `cache`; one that is damaged, old, or of another progress file starts anew.

    owner: number of the progress file whose card keys the cache holds; check: read it through first.
    """
    script, (version, mark) = _script(), _marks(owner)
    if not _attached(con, path, (version, mark), check):
        _remove(path)
        con.execute("ATTACH ? AS cache", (str(path),))
    con.execute("PRAGMA cache.synchronous = OFF")
    con.execute("PRAGMA cache.journal_mode = WAL")
    if con.execute("PRAGMA cache.user_version").fetchone() != (version,):
        con.executescript(script)
        con.execute(f"PRAGMA cache.application_id = {mark}")
        con.execute(f"PRAGMA cache.user_version = {version}")


def join_cache(con: sqlite3.Connection, path: Path, owner: int) -> bool:
    """Join the cache as it is, for reading; False if it has to be made anew."""
    return path.exists() and _attached(con, path, _marks(owner), check=False)


def drop_cache(con: sqlite3.Connection, path: Path) -> None:
    """Throw the cache away; attach it again afterwards."""
    con.execute("DETACH cache")
    _remove(path)


def is_sound(con: sqlite3.Connection, schema: str) -> bool:
    """Read a whole file through; false if SQLite finds any damage."""
    return bool(con.execute(f"PRAGMA {schema}.quick_check(1)").fetchone() == ("ok",))


def _script() -> str:
    return (files("quizapp.store") / "cache.sql").read_text("utf-8")


def _marks(owner: int) -> tuple[int, int]:
    """What the cache of a progress file has in its header: the version of its schema, whose it is."""
    return zlib.crc32(_script().encode()) & _POSITIVE, owner & _POSITIVE


def _attached(con: sqlite3.Connection, path: Path, expected: tuple[int, int], check: bool) -> bool:
    """Attach the cache if it fits."""
    try:
        con.execute("ATTACH ? AS cache", (str(path),))
        (version,) = con.execute("PRAGMA cache.user_version").fetchone()
        (owner,) = con.execute("PRAGMA cache.application_id").fetchone()
        fits = (version, owner) == expected and (not check or is_sound(con, "cache"))
    except sqlite3.DatabaseError:
        fits = False
    if not fits and any(name == "cache" for _, name, _ in con.execute("PRAGMA database_list")):
        con.execute("DETACH cache")
    return fits


def may_write(path: Path) -> bool:
    """Whether this process may write to a file or folder that is there."""
    wanted = os.W_OK | (os.X_OK if path.is_dir() else 0)
    return os.access(path, wanted, effective_ids=os.access in os.supports_effective_ids)


def reason_of(error: OSError | sqlite3.Error) -> str:
    """What kept a folder or file from being used, for a message."""
    if isinstance(error, FileExistsError):
        return "a file has that name"
    if isinstance(error, sqlite3.Error) and (words := _REASONS.get(_code(error) & 0xFF)):
        return words
    return getattr(error, "strerror", None) or str(error)


def _code(error: sqlite3.Error) -> int:
    """SQLite's number for it; 0 if Python itself raised it."""
    return getattr(error, "sqlite_errorcode", None) or 0


_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it may not be written to",
    sqlite3.SQLITE_IOERR: "the disk reports an error, or is full",
    sqlite3.SQLITE_BUSY: "another program is using it",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
}
"""Failures of the disk or the system, not of the program."""


def is_of_system(error: BaseException) -> bool:
    """The disk or the system failed, not the program."""
    return isinstance(error, sqlite3.OperationalError) and _code(error) & 0xFF in _REASONS


def told_of(error: BaseException) -> QuizError | None:
    """The sentence for a failure of SQLite that nobody has taken for something else; None if it is a bug."""
    if is_of_system(error):
        return QuizError("progress_out_of_reach", reason=reason_of(error))  # type: ignore[arg-type]  # as asked above
    corrupt = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    if isinstance(error, sqlite3.DatabaseError) and _code(error) & 0xFF in corrupt:
        return QuizError("progress_broken")
    return None


def _remove(path: Path) -> None:
    try:
        for side in SIDE_FILES:
            path.with_name(path.name + side).unlink(missing_ok=True)
    except OSError as error:
        raise QuizError("folder_unusable", folder=str(path.parent), reason=reason_of(error)) from error
