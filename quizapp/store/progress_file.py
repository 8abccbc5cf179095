"""Open the progress file or set aside what is none: nothing is overwritten, damage is never read as empty."""

import os
import sqlite3
from pathlib import Path
from typing import Literal

from quizapp.core.problems import Problem, QuizError
from quizapp.core.reviews import Moment
from quizapp.store import backup_folders, backups, migrations
from quizapp.store.connection import DAMAGE, PROGRESS, SIDE_FILES, connect, is_sound, make_durable, may_write

State = Literal["sound", "damaged", "foreign", "newer"]

CHECK_BELOW = 32 * 1024 * 1024
"""A file up to this size is read through at each start (some 15 ms). A larger one after an unclean end, and
with the backup of each study day."""


# Of SQLite's file format.
_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_APPLICATION_AT = 68

_PARTS = (
    "key, value FROM meta",
    "card_key, card_id, first_seen FROM card",
    "seq, event_id, type, target, at_ms, utc_offset_min, rollover_h, device_id, payload FROM event",
    "scope, key, value, at_ms, device_id FROM setting",
    "* FROM standing",
)
"""What every version has: if SQLite cannot make sense of it, the description of the tables is damaged."""


def open_progress(
    folder: Path, moment: Moment, token: str, steps: tuple[str, ...] = migrations.STEPS
) -> tuple[sqlite3.Connection, list[Problem], bool]:
    """The connection, what the learner must be told, and whether the last run ended unclean.

    token: random text, new at each call.
    """
    path = folder / PROGRESS
    if path.is_symlink() and not path.exists():
        raise QuizError("progress_unreadable", file=str(path), reason="it leads to a file that is not there")
    if not path.exists():
        _create(path, token)
        return _durable(path), [], False
    if not may_write(path):
        reason = f"{PROGRESS} may not be written to"
        raise QuizError("progress_unwritable", folder=str(folder), reason=reason)
    unclean = is_unclean(path)
    con, state = _judged(path, unclean, migrations.schema_version(steps))
    if con is not None:
        try:
            _upgrade(con, folder, moment, token, steps)
            make_durable(con)
        except BaseException:
            con.close()
            raise
        return con, [], unclean
    kept = set_aside(path, moment)
    _create(path, token)
    return _durable(path), [_told(state, kept, backups.newest_good(folder))], True


def is_unclean(path: Path) -> bool:
    """True if the last process did not close the file: then SQLite would have removed this one beside it."""
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def set_aside(path: Path, moment: Moment) -> Path:
    """Rename the file and what belongs to it to a name that was free; return the new path."""
    stamp = backups.stamp(moment.at_ms)
    kept = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.stem}.damaged-{stamp}-{number}{path.suffix}")
    for side in SIDE_FILES:
        old = path.with_name(path.name + side)
        if old.exists():
            old.rename(kept.with_name(kept.name + side))
    return kept


def _judged(path: Path, unclean: bool, newest: int) -> tuple[sqlite3.Connection | None, State]:
    """The connection if the file is sound. SQLite opens it only if it is ours at all: it would tidy up."""
    try:
        state = _judge_header(path)
        if state != "sound":
            return None, state
        con = connect(path)
        try:
            state = _judge(con, path, unclean, newest)
        except BaseException:
            con.close()
            raise
    except (OSError, sqlite3.OperationalError) as error:
        raise QuizError("progress_unreadable", file=str(path), reason=str(error)) from error
    if state == "sound":
        return con, state
    con.close()
    if state == "newer":
        raise QuizError("progress_newer", file=str(path))
    return None, state


def _judge_header(path: Path) -> State:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return "damaged"
    application = int.from_bytes(header[_APPLICATION_AT : _APPLICATION_AT + 4], "big")
    return "sound" if application == migrations.APPLICATION_ID else "foreign"


def _judge(con: sqlite3.Connection, path: Path, unclean: bool, newest: int) -> State:
    try:
        (version,) = con.execute("PRAGMA user_version").fetchone()
        if version > newest:
            return "newer"
        small = path.stat().st_size <= CHECK_BELOW
        sound = _complete(con) and (not (small or unclean) or is_sound(con, "main"))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            return "damaged"  # its own words on its tables are no SQL, or other tables
        raise
    except DAMAGE:
        return "damaged"
    return "sound" if sound else "damaged"


def _complete(con: sqlite3.Connection) -> bool:
    tables = "SELECT count(*) FROM sqlite_schema WHERE name IN ('meta', 'card', 'review', 'event')"
    if con.execute(tables).fetchone() != (4,):
        return False
    for part in _PARTS:
        con.execute(f"SELECT {part} LIMIT 0").fetchone()
    return True


def _create(path: Path, token: str) -> None:
    """Make an empty progress file beside its place, then move it there whole."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    con = connect(draft)
    try:
        migrations.create(con, token)
    finally:
        con.close()
    os.replace(draft, path)


def _durable(path: Path) -> sqlite3.Connection:
    con = connect(path)
    make_durable(con)
    return con


def _upgrade(
    con: sqlite3.Connection, folder: Path, moment: Moment, token: str, steps: tuple[str, ...]
) -> None:
    (version,) = con.execute("PRAGMA user_version").fetchone()
    if version < migrations.schema_version(steps):
        backups.copy(con, backup_folders.beside(folder), moment, token)
        migrations.upgrade(con, steps)


def _told(state: State, kept: Path, backup: Path | None) -> Problem:
    if backup is None:
        return Problem(code=f"progress_{state}", args={"file": str(kept)})
    return Problem(code=f"progress_{state}_backup", args={"file": str(kept), "backup": str(backup)})
