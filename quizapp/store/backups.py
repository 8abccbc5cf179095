"""Copies of the progress file: made while it is in use, thinned with age, restored with a way back."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.core.problems import QuizError
from quizapp.core.reviews import Moment
from quizapp.store import migrations
from quizapp.store.connection import connect, is_sound

if TYPE_CHECKING:
    from quizapp.store.database import Database

FOLDER = "backups"
_PREFIX = "progress-"
_EPOCH = date(1970, 1, 1)

ALL_OF_DAYS = 2
DAILY, WEEKLY, MONTHLY = 12, 10, 9


class Backup(Struct, frozen=True):
    """One copy."""

    path: Path
    at_ms: int
    """When it was made, UTC milliseconds."""
    size: int
    """Bytes."""


def stamp(at_ms: int) -> str:
    """A time (UTC) as it stands in file names."""
    when = datetime.fromtimestamp(at_ms // 1000, UTC)
    return f"{when:%Y%m%dT%H%M%S}{at_ms % 1000:03}Z"


def make(db: "Database") -> Path:
    """Copy the progress file now."""
    return copy(db.con, db.folder, db.now(), db.new_id())


def daily(db: "Database") -> Path | None:
    """Make the copy of this study day, unless there is one; then thin the old ones."""
    moment = db.now()
    if any(_day(backup, moment) == moment.study_day for backup in listing(db.folder)):
        return None
    made = make(db)
    thin(db.folder, moment)
    return made


def copy(con: sqlite3.Connection, folder: Path, moment: Moment, token: str) -> Path:
    """Copy the progress file that `con` has open, and read the copy through.

    token: random text. The copy gets it as its own number, so that a cache of card keys that belongs to
    today's file is never believed beside a restored one.
    """
    target = _free(folder / FOLDER, moment.at_ms)
    target.parent.mkdir(exist_ok=True)
    draft = target.with_suffix(".part")
    draft.unlink(missing_ok=True)
    copied = connect(draft)
    try:
        con.backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")
        copied.execute("UPDATE meta SET value = ? WHERE key = 'progress_id'", (token,))
        sound = is_sound(copied, "main")
    finally:
        copied.close()
    if not sound:
        draft.unlink()
        raise QuizError("progress_unsound", folder=str(target.parent))
    os.replace(draft, target)
    return target


def listing(folder: Path) -> tuple[Backup, ...]:
    """The copies there are, newest first."""
    found = []
    for path in (folder / FOLDER).glob(f"{_PREFIX}*.sqlite3"):
        try:
            made = datetime.strptime(path.stem, _PREFIX + "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(path, round(made.timestamp() * 1000), path.stat().st_size))
    return tuple(sorted(found, key=lambda backup: backup.at_ms, reverse=True))


def newest_good(folder: Path) -> Path | None:
    """The newest copy that can be restored."""
    return next((backup.path for backup in listing(folder) if _usable(backup.path)), None)


def thin(folder: Path, moment: Moment) -> None:
    """Delete old copies: all of the last 2 study days stay, then 12 daily, 10 weekly and 9 monthly ones."""
    backups = listing(folder)
    days = {backup.path: _day(backup, moment) for backup in backups}
    kept = {path for path, day in days.items() if day > moment.study_day - ALL_OF_DAYS}
    for period, number in ((_daily, DAILY), (_weekly, WEEKLY), (_monthly, MONTHLY)):
        kept |= _newest_of_each(days.items(), period, number)
    for path in days.keys() - kept:
        path.unlink()


def restore(db: "Database", backup: Path) -> Path:
    """Put a copy in the place of the progress; return the copy of what was there before."""
    if not _usable(backup):
        raise QuizError("backup_unusable", file=str(backup))
    before = make(db)
    source = _readable(backup)
    try:
        source.backup(db.con)
    finally:
        source.close()
    migrations.upgrade(db.con)
    db.reset_cache()
    return before


def _free(folder: Path, at_ms: int) -> Path:
    """The name of a copy made at that time, or a millisecond later if it is taken."""
    path = folder / f"{_PREFIX}{stamp(at_ms)}.sqlite3"
    return _free(folder, at_ms + 1) if path.exists() else path


def _usable(path: Path) -> bool:
    """True if the file is a sound progress file of a version that this program knows."""
    try:
        con = _readable(path)
    except sqlite3.DatabaseError:
        return False
    try:
        (application,) = con.execute("PRAGMA application_id").fetchone()
        (version,) = con.execute("PRAGMA user_version").fetchone()
        known = application == migrations.APPLICATION_ID and version <= migrations.schema_version()
        return known and is_sound(con, "main")
    except sqlite3.DatabaseError:
        return False
    finally:
        con.close()


def _readable(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _day(backup: Backup, moment: Moment) -> int:
    """The study day of a copy, as days are counted now."""
    return Moment(backup.at_ms, moment.utc_offset_min, moment.rollover_h).study_day


def _newest_of_each(
    days: Iterable[tuple[Path, int]], period: Callable[[int], tuple[int, ...]], number: int
) -> set[Path]:
    newest: dict[tuple[int, ...], Path] = {}
    for path, day in days:
        newest.setdefault(period(day), path)
    return set(list(newest.values())[:number])


def _daily(day: int) -> tuple[int, ...]:
    return (day,)


def _weekly(day: int) -> tuple[int, ...]:
    return (_EPOCH + timedelta(days=day)).isocalendar()[:2]


def _monthly(day: int) -> tuple[int, ...]:
    when = _EPOCH + timedelta(days=day)
    return (when.year, when.month)
