"""The learner's files for a process that only reads: beside an open window, and keeping none away."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quizapp.core.problems import QuizError
from quizapp.core.reviews import Moment
from quizapp.store import memory, migrations
from quizapp.store.connection import PROGRESS, connect_to_read, reason_of
from quizapp.store.database import Database


@contextmanager
def reader(folder: Path, now: Callable[[], Moment]) -> Iterator[Database]:
    """The files as the window last left them, or is writing them now; nothing in them is changed.

    QuizError if there are none, if they cannot be read, if a newer version made them, or if a window of this
    version has to bring them up to date first.
    """
    path = folder / PROGRESS
    if not os.path.lexists(path):
        raise QuizError("progress_missing", folder=str(folder))
    try:
        with closing(connect_to_read(path)) as con:
            yield _checked(folder, con, now)
    except sqlite3.DatabaseError as error:
        raise QuizError("progress_unreadable", file=str(path), reason=reason_of(error)) from error


def _checked(folder: Path, con: sqlite3.Connection, now: Callable[[], Moment]) -> Database:
    (application,) = con.execute("PRAGMA application_id").fetchone()
    (version,) = con.execute("PRAGMA user_version").fetchone()
    if application == migrations.APPLICATION_ID and version > migrations.schema_version():
        raise QuizError("progress_newer", file=str(folder / PROGRESS))
    if application != migrations.APPLICATION_ID or version != migrations.schema_version():
        raise QuizError("progress_behind", folder=str(folder))
    db = Database(folder, con, now, os.urandom)
    if not memory.is_current(db) or not db.join_cache():
        raise QuizError("progress_behind", folder=str(folder))
    return db
