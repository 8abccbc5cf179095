"""A copy in place of the progress: what that would change, and the change itself, with a way back.

The window does it in two steps: `prepare` in a thread, on a connection of its own, `put` in the window's.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.core.problems import QuizError
from quizapp.store import backups, memory, migrations
from quizapp.store.connection import DAMAGE, PROGRESS, SIDE_FILES, connect, readable, reason_of
from quizapp.store.steady import AHEAD

if TYPE_CHECKING:
    from quizapp.store.database import Database

_DRAFT = "progress.restoring"
_OWN_META = ("device_id", AHEAD)
"""What belongs to the machine and not to what was learned; its settings of scope `device` as well."""

_DAYS = "count(*), count(DISTINCT study_day)"
_SAMPLE = ", ".join(f"?1 * {part} / 64" for part in range(1, 65))
"""Rows up to ?1 by which two logs are compared; the last is one of them."""


class Only(Struct, frozen=True):
    """What one of two files has and the other has not."""

    answers: int
    days: int
    """Study days on which those were given."""
    events: int
    """Undone answers, flags, cards put aside ..."""


class Comparison(Struct, frozen=True):
    """The progress beside a copy of it."""

    lost: Only
    """What the progress has and the copy has not: a restore puts it aside."""
    gained: Only


class Prepared(Struct, frozen=True):
    """A copy that is ready to be put in place."""

    draft: Path
    before: backups.Made
    """The copy of what was there."""
    stamp: str
    """How far the log went then."""


def compare(folder: Path, backup: Path) -> Comparison:
    """Compare the progress in a folder with a copy; QuizError if that cannot be read."""
    try:
        with closing(readable(backup)) as con:
            con.execute("ATTACH ? AS present", (f"{(folder / PROGRESS).resolve().as_uri()}?mode=ro",))
            return Comparison(lost=_only(con, "present", "main"), gained=_only(con, "main", "present"))
    except DAMAGE as error:
        raise QuizError("backup_unusable", file=str(backup)) from error


def restore(db: "Database", backup: Path) -> Path:
    """Put a copy in the place of the progress; return the copy of what was there before."""
    return put(db, prepare(db, backup)).path


def prepare(db: "Database", backup: Path) -> Prepared:
    """Copy what is there now, and make of a copy what is to take its place: read through, of this version,
    with what belongs to this machine. Nothing is changed yet."""
    if not backups.is_usable(backup):
        raise QuizError("backup_unusable", file=str(backup))
    before = backups.save(db)
    draft = db.folder / _DRAFT
    _remove(draft)
    try:
        with closing(readable(backup)) as source, closing(connect(draft)) as target:
            source.backup(target)
            migrations.upgrade(target)
            _adopt(db, target)
    except (OSError, sqlite3.OperationalError) as error:
        _remove(draft)
        raise QuizError("progress_unwritable", folder=str(db.folder), reason=reason_of(error)) from error
    return Prepared(draft, before, _stamp(db))


def put(db: "Database", prepared: Prepared) -> backups.Made:
    """Put it in place: all of it or nothing; return the copy of what was there.

    Whatever was logged since it was prepared is copied first.
    """
    before = prepared.before if _stamp(db) == prepared.stamp else backups.save(db)
    try:
        if not db.replace_file(prepared.draft):
            with closing(readable(prepared.draft)) as source:
                source.backup(db.con)
    except sqlite3.OperationalError as error:
        raise QuizError("progress_unwritable", folder=str(db.folder), reason=reason_of(error)) from error
    finally:
        _remove(prepared.draft)
    db.reset_cache()
    return before


def _stamp(db: "Database") -> str:
    changed = db.con.execute("SELECT count(*), coalesce(max(at_ms), 0) FROM setting").fetchone()
    return f"{memory.stamp(db)}:{changed}"


def _adopt(db: "Database", target: sqlite3.Connection) -> None:
    """What belongs to this machine stays; the number is new, so that no old cache is believed."""
    target.execute("BEGIN IMMEDIATE")
    for key in _OWN_META:
        target.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, db.meta(key) or ""))
    target.execute("INSERT OR REPLACE INTO meta VALUES ('progress_id', ?)", (db.new_id(),))
    target.execute("DELETE FROM setting WHERE scope = 'device'")
    rows = db.con.execute("SELECT * FROM setting WHERE scope = 'device'").fetchall()
    target.executemany("INSERT INTO setting VALUES (?, ?, ?, ?, ?)", rows)
    target.execute("COMMIT")


def _only(con: sqlite3.Connection, one: str, other: str) -> Only:
    answers, days = con.execute(_more(con, "review", _DAYS, one, other)).fetchone()
    (events,) = con.execute(_more(con, "event", "count(*)", one, other)).fetchone()
    return Only(answers, days, events)


def _more(con: sqlite3.Connection, table: str, counted: str, one: str, other: str) -> str:
    """SQL that counts what one log has and the other has not."""
    count = f"SELECT {counted} FROM {one}.{table} WHERE"
    if (end := _common(con, table, one, other)) is not None:
        return f"{count} seq > {end}"
    return f"{count} {table}_id NOT IN (SELECT {table}_id FROM {other}.{table})"


def _common(con: sqlite3.Connection, table: str, one: str, other: str) -> int | None:
    """The last row of the older log, if that is the beginning of the newer one, as it mostly is."""
    both = (one, other)
    last = "SELECT coalesce(max(seq), 0) FROM {}." + table
    end = min(con.execute(last.format(name)).fetchone()[0] for name in both)
    upto = "SELECT count(*) FROM {}." + table + " WHERE seq <= ?"
    ids = f"SELECT group_concat({table}_id) FROM {{}}.{table} WHERE seq IN ({_SAMPLE})"
    alike = all(
        len({con.execute(sql.format(name), (end,)).fetchone() for name in both}) == 1 for sql in (upto, ids)
    )
    return end if alike else None


def _remove(draft: Path) -> None:
    for side in (*SIDE_FILES, "-journal"):
        draft.with_name(draft.name + side).unlink(missing_ok=True)
