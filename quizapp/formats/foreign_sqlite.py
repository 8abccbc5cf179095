"""Databases of other programs, in memory: a stranger's is read, and given up when that takes too long; new
ones are written.

No other file of this room knows SQLite.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Final, TypeAlias

from quizapp.core.problems import QuizError
from quizapp.formats.limits import MB

Connection: TypeAlias = sqlite3.Connection
SECONDS: Final = 120
_OPS: Final = 100_000
"""Steps of SQLite between two looks at the clock."""
_MOST_TEXT: Final = 50_000_000
_READINGS: Final = 3
"""How often a text is read at most."""
_COMPUTED: Final = """
    SELECT 1 FROM sqlite_schema AS one WHERE type = 'table' AND (
        sql LIKE 'CREATE VIRTUAL%' OR EXISTS (SELECT 1 FROM pragma_table_xinfo(one.name) WHERE hidden > 1)
    )
"""
"""Finds tables whose rows are not in the file."""
_UNREADABLE = (sqlite3.Error, ValueError, KeyError, TypeError, IndexError, OverflowError, RecursionError)


@contextmanager
def opened(data: bytes, file: str, label: str) -> Iterator[Connection]:
    """A stranger's database. What goes wrong while it is read is a QuizError with file and format."""
    watch = _Watch()
    try:
        with closing(_memory(data)) as con:
            con.set_progress_handler(watch, _OPS)
            yield con
    except _UNREADABLE as error:
        if watch.late:
            raise QuizError("import_slow", file=file, limit=str(SECONDS)) from error
        reason = str(error) or type(error).__name__
        raise QuizError("import_not", file=file, format=label, reason=reason) from error


def written(
    script: str, tables: Mapping[str, Iterable[Sequence[str | int | bytes | None]]], indexes: str = ""
) -> bytes:
    """A new database. script: its schema; tables: name -> rows with a value for each column; indexes: made
    when the rows are in, which is quicker."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as con:
        con.executescript(script)
        con.execute("BEGIN")
        for name, rows in tables.items():
            width = len(con.execute(f"PRAGMA table_info({name})").fetchall())
            con.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * width)})", rows)
        con.execute("COMMIT")
        con.executescript(indexes)
        return con.serialize()


class _Watch:
    """Stops SQLite when it takes too long."""

    def __init__(self) -> None:
        self._until = time.monotonic() + SECONDS
        self.late = False

    def __call__(self) -> int:
        self.late = time.monotonic() > self._until
        return int(self.late)


def _memory(data: bytes) -> sqlite3.Connection:
    """The database in memory. Its header may ask for a log beside it, which memory has not."""
    if not data.startswith(b"SQLite format 3\0") or len(data) < 512:
        raise ValueError("it is no SQLite database")
    con = sqlite3.connect(":memory:", isolation_level=None)
    try:
        con.deserialize(data[:18] + b"\1\1" + data[20:])
        con.create_collation("unicase", _unicase)
        con.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_TEXT)
        con.execute("PRAGMA trusted_schema = OFF")
        con.execute("PRAGMA cell_size_check = ON")
        con.execute("PRAGMA query_only = ON")
        if con.execute(_COMPUTED).fetchone():
            raise ValueError("a table of it is computed")
        con.text_factory = _Texts(len(data))
    except BaseException:
        con.close()
        raise
    return con


class _Texts:
    """Decodes texts, until they are more than the file can hold: a default is one text for a million rows."""

    def __init__(self, size: int) -> None:
        """size: of the file, in bytes."""
        self._left = _READINGS * size + MB

    def __call__(self, data: bytes) -> str:
        self._left -= len(data)
        if self._left < 0:
            raise ValueError("it unfolds to more than it holds")
        return data.decode("utf-8", "replace")


def _unicase(one: str, other: str) -> int:
    left, right = one.casefold(), other.casefold()
    return (left > right) - (left < right)
