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

_MORE = """
SELECT count(*), count(DISTINCT study_day) FROM {one}.review
WHERE review_id NOT IN (SELECT review_id FROM {other}.review)
"""
_MORE_EVENTS = """
SELECT count(*) FROM {one}.event WHERE event_id NOT IN (SELECT event_id FROM {other}.event)
"""


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
    answers, days = con.execute(_MORE.format(one=one, other=other)).fetchone()
    (events,) = con.execute(_MORE_EVENTS.format(one=one, other=other)).fetchone()
    return Only(answers, days, events)


def _remove(draft: Path) -> None:
    for side in (*SIDE_FILES, "-journal"):
        draft.with_name(draft.name + side).unlink(missing_ok=True)
