"""The learner's data on disk: one connection to the progress file, with the cache beside it."""

import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from quizapp.core import ids
from quizapp.core.problems import Problem, QuizError
from quizapp.core.reviews import Moment
from quizapp.store.connection import (
    CACHE,
    PROGRESS,
    attach_cache,
    connect,
    drop_cache,
    hold,
    is_of_system,
    join_cache,
    make_durable,
    may_write,
    reason_of,
)
from quizapp.store.progress_file import open_progress


class Database:
    """The open files. Used in the thread that opened it; another thread works on a `twin`.

    folder: where the files are; now, entropy: the clock and the source of random bytes.
    """

    def __init__(
        self,
        folder: Path,
        con: sqlite3.Connection,
        now: Callable[[], Moment],
        entropy: Callable[[int], bytes],
        *,
        lock: sqlite3.Connection | None = None,
        notices: list[Problem] | None = None,
    ) -> None:
        self.folder = folder
        self.con = con
        self.now = now
        self.entropy = entropy
        self.notices = notices or []
        """What the learner must be told about the files."""
        self._lock = lock
        self._last_id = ""
        self.device_id = self._own("device_id")
        """Random name of this machine's profile."""

    @classmethod
    def open(cls, folder: Path, *, now: Callable[[], Moment], entropy: Callable[[int], bytes]) -> Self:
        """Open or create the files in a folder; QuizError if that cannot be, or another quizapp has them."""
        with ExitStack() as undo, _in_words(folder):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                if not may_write(folder):
                    raise PermissionError(None, "nothing may be written there")
                lock = undo.enter_context(closing(hold(folder)))
            except (OSError, sqlite3.Error) as error:
                raise QuizError("folder_unusable", folder=str(folder), reason=reason_of(error)) from error
            moment = now()
            token = ids.ulid(moment.at_ms, entropy(ids.RANDOM_BYTES))
            con, notices, unclean = open_progress(folder, moment, token)
            undo.callback(con.close)
            database = cls(folder, con, now, entropy, lock=lock, notices=notices)
            attach_cache(con, folder / CACHE, database._owner(), check=unclean)
            undo.pop_all()
        return database

    def twin(self) -> Self:
        """A second connection for the calling thread; close it there."""
        con = connect(self.folder / PROGRESS)
        make_durable(con)
        twin = type(self)(self.folder, con, self.now, self.entropy)
        attach_cache(con, self.folder / CACHE, twin._owner(), check=False)
        return twin

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and on the disk at the end. Inside another transaction it becomes part of that."""
        if self.con.in_transaction:
            yield
            return
        try:
            self.con.execute("BEGIN IMMEDIATE")
            yield
            self.con.execute("COMMIT")
        except BaseException:
            if self.con.in_transaction:
                self.con.execute("ROLLBACK")
            with _in_words(self.folder):
                raise

    def new_id(self) -> str:
        """An id for a review, an event or a session; later than all before it from here."""
        self._last_id = ids.next_ulid(self._last_id, self.now().at_ms, self.entropy(ids.RANDOM_BYTES))
        return self._last_id

    def join_cache(self) -> bool:
        """Join the cache as it is, for reading alone; False if it has to be made anew."""
        return join_cache(self.con, self.folder / CACHE, self._owner())

    def reset_cache(self) -> None:
        """Throw the cache away and start a new one."""
        drop_cache(self.con, self.folder / CACHE)
        attach_cache(self.con, self.folder / CACHE, self._owner(), check=False)

    def replace_file(self, draft: Path) -> bool:
        """Put a whole database file, which nobody has open, in the place of the progress, at once.

        False, and nothing is changed, if another connection is open, or it lies on another disk.
        """
        path = (self.folder / PROGRESS).resolve()
        self.con.close()
        try:
            # SQLite leaves it where another connection is open: beside another file it would spoil that.
            alone = not path.with_name(f"{path.name}-wal").exists()
            if alone:
                os.replace(draft, path)
        except OSError:
            alone = False
        finally:
            self.con = connect(self.folder / PROGRESS)
            make_durable(self.con)
            attach_cache(self.con, self.folder / CACHE, self._owner(), check=False)
        return alone

    def meta(self, key: str) -> str | None:
        """A value of the progress file itself."""
        row = self.con.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_meta(self, key: str, value: str) -> None:
        self.con.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def close(self) -> None:
        self.con.close()
        if self._lock is not None:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _own(self, key: str) -> str:
        """A name that is made at the first call and kept in the file."""
        value = self.meta(key)
        if value is None:
            value = self.new_id()
            self.set_meta(key, value)
        return value

    def _owner(self) -> int:
        """The progress file's number, as a cache file carries it."""
        return zlib.crc32(self._own("progress_id").encode())


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    """What the disk or the system keeps from being written is told as that."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_of_system(error):
            reason = reason_of(error)
            raise QuizError("progress_unwritable", folder=str(folder), reason=reason) from error
        raise
