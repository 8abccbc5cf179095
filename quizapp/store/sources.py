"""Whatever holds a log, opened to be merged: JSON lines, another progress file, a backup. It is only read."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quizapp.core.problems import Problem, QuizError
from quizapp.formats import log_files
from quizapp.formats.log_lines import Record, Unread
from quizapp.store import contents, exporting, migrations
from quizapp.store.connection import PROGRESS, SIDE_FILES, connect, readable, reason_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

_MAGIC = b"SQLite format 3\0"


@contextmanager
def opened(db: "Database", path: Path) -> Iterator[Iterator[Record | Unread | Problem]]:
    """The records in a file, read one by one. QuizError if it cannot be read at all.

    db: what they are for; a progress file is read as it reads its own.
    """
    try:
        with path.open("rb") as file:
            is_database = file.read(len(_MAGIC)) == _MAGIC
    except OSError as error:
        raise QuizError("log_unreadable", file=str(path), reason=reason_of(error)) from error
    with _of_database(db, path) if is_database else _of_lines(path) as records:
        yield records


@contextmanager
def _of_lines(path: Path) -> Iterator[Iterator[Record | Unread | Problem]]:
    with log_files.open_log(path) as source:
        yield log_files.read(source, str(path))


@contextmanager
def _of_database(db: "Database", path: Path) -> Iterator[Iterator[Record | Unread | Problem]]:
    """A copy is read, brought up to date, so that the file itself stays as it is, whatever its version."""
    with TemporaryDirectory(prefix="quizapp-merge-") as folder:
        copy = Path(folder) / PROGRESS
        try:
            _copy(path, copy)
        except (OSError, sqlite3.OperationalError) as error:
            raise QuizError("log_unreadable", file=str(path), reason=reason_of(error)) from error
        except sqlite3.DatabaseError as error:
            raise QuizError("log_unusable", file=str(path)) from error
        found = contents.look(copy)
        if found.newer:
            raise QuizError("progress_newer", file=str(path))
        if not found.sound:
            raise QuizError("log_unusable", file=str(path))
        with closing(connect(copy)) as con:
            migrations.upgrade(con)
            yield exporting.export(type(db)(copy.parent, con, db.now, db.entropy))


def _copy(path: Path, copy: Path) -> None:
    """By SQLite if it can, since the file may be in use; else, as on a medium that cannot be written, as it
    lies there."""
    try:
        with closing(readable(path)) as source, closing(connect(copy)) as target:
            source.backup(target)
            return
    except sqlite3.OperationalError:
        for side in SIDE_FILES:
            beside = path.with_name(path.name + side)
            if beside.exists():
                shutil.copyfile(beside, copy.with_name(copy.name + side))
