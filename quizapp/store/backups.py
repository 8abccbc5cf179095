"""Copies of the progress file: made while it is in use, thinned with age. See restoring for the way back."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.core.problems import Problem, QuizError
from quizapp.core.reviews import Moment
from quizapp.core.settings import Settings
from quizapp.store import backup_folders, migrations, settings
from quizapp.store.connection import DAMAGE, connect, is_sound, readable, reason_of

if TYPE_CHECKING:
    from quizapp.store.database import Database

_PREFIX = "progress-"
_STAMP = len("20251231T235959999Z")
_EPOCH = date(1970, 1, 1)
_DAY_MS = 86_400_000

ALL_OF_DAYS = 2


class Backup(Struct, frozen=True):
    """One copy."""

    path: Path
    at_ms: int
    """When it was made, UTC milliseconds."""
    size: int
    """Bytes."""
    owner: str = ""
    """The mark of the machine that made it, in a folder that several may share; "": this one."""


class Made(Struct, frozen=True):
    """A copy that has just been made."""

    path: Path
    told: Problem | None = None
    """Why it is not in the folder that the learner chose."""


def stamp(at_ms: int) -> str:
    """A time (UTC) as it stands in file names."""
    when = datetime.fromtimestamp(at_ms // 1000, UTC)
    return f"{when:%Y%m%dT%H%M%S}{at_ms % 1000:03}Z"


def make(db: "Database") -> Path:
    """Copy the progress file now."""
    return save(db).path


def save(db: "Database") -> Made:
    """Copy the progress file into the folder of the settings; beside the progress if that cannot be used."""
    elsewhere = backup_folders.wanted(db)
    if elsewhere is None:
        return Made(copy(db.con, backup_folders.beside(db.folder), db.now(), db.new_id()))
    told = backup_folders.usable(elsewhere)
    if told is None:
        try:
            return Made(copy(db.con, elsewhere, db.now(), db.new_id(), owner=mark(db.device_id)))
        except QuizError as error:
            if error.code != "backup_unwritable":
                raise
            told = Problem(code="backup_folder_unreachable", args=dict(error.args_by_name))
    return Made(copy(db.con, backup_folders.beside(db.folder), db.now(), db.new_id()), told)


def daily(db: "Database") -> Made | None:
    """Make the copy of this study day, unless there is one; then thin the old ones."""
    moment = db.now()
    elsewhere = backup_folders.wanted(db)
    own = mark(db.device_id)
    if any(_day(one, moment) == moment.study_day and one.owner in ("", own) for one in listing(db.folder)):
        return None
    made = save(db)
    if elsewhere is not None and made.told is None:
        thin(elsewhere, moment, settings.load(db), own)
    thin(backup_folders.beside(db.folder), moment, settings.load(db))
    return made


def copy_as_it_is(db: "Database") -> Path:
    """Copy the progress file now, sound or not; an unsound copy does not look like a backup."""
    try:
        return make(db)
    except QuizError as error:
        if error.code != "progress_unsound":
            raise
    target = db.folder / f"progress.damaged-{stamp(db.now().at_ms)}.sqlite3"
    with closing(connect(target)) as copied:
        db.con.backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")
    return target


def copy(con: sqlite3.Connection, into: Path, moment: Moment, token: str, *, owner: str = "") -> Path:
    """Copy the progress file that `con` has open into a folder, and read the copy through.

    token: random text. The copy gets it as its own number, so that a cache of card keys that belongs to
    today's file is never believed beside a restored one. Of a copy that fails nothing stays.
    """
    draft = None
    try:
        into.mkdir(parents=True, exist_ok=True)
        target = _free(into, moment.at_ms, owner)
        draft = target.with_suffix(".part")
        draft.unlink(missing_ok=True)
        if not _copied(con, draft, token):
            draft.unlink()
            raise QuizError("progress_unsound", folder=str(into))
        os.replace(draft, target)
    except (OSError, sqlite3.OperationalError) as error:
        if draft is not None:
            _forget(draft)
        raise QuizError("backup_unwritable", folder=str(into), reason=_reason(into, error)) from error
    return target


def listing(folder: Path) -> tuple[Backup, ...]:
    """The copies there are of the progress in a folder, newest first, wherever they lie."""
    found = [one for place in backup_folders.all_of(folder) for one in within(place)]
    return tuple(sorted(found, key=lambda backup: backup.at_ms, reverse=True))


def within(place: Path) -> tuple[Backup, ...]:
    """The copies in one folder, newest first; none where it cannot be read."""
    found = []
    try:
        for path in place.glob(f"{_PREFIX}*.sqlite3"):
            if (at_ms := made_ms(path.stem, _PREFIX)) is not None:
                found.append(Backup(path, at_ms, path.stat().st_size, _owner(path)))
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda backup: backup.at_ms, reverse=True))


def mark(device_id: str) -> str:
    """What the copies of a machine are called by where several may put theirs."""
    return device_id[-6:].lower()


def newest_good(folder: Path, to_ms: int | None = None) -> Path | None:
    """The newest copy that can be restored. to_ms: of those made until then, UTC.

    One without answers, as of a new file that took the place of a damaged one, comes after those with some.
    """
    empty = None
    for one in listing(folder):
        if (to_ms is None or one.at_ms <= to_ms) and is_usable(one.path):
            if _has_answers(one.path):
                return one.path
            empty = empty or one.path
    return empty


def thin(place: Path, moment: Moment, counts: Settings, owner: str = "") -> None:
    """Delete a machine's old copies: all of the last 2 study days stay, then as many as the settings say."""
    days = {backup.path: _day(backup, moment) for backup in within(place) if backup.owner == owner}
    kept = {path for path, day in days.items() if day > moment.study_day - ALL_OF_DAYS}
    periods = (
        (_daily, counts.backups_daily),
        (_weekly, counts.backups_weekly),
        (_monthly, counts.backups_monthly),
    )
    for period, number in periods:
        kept |= _newest_of_each(days.items(), period, number)
    for path in days.keys() - kept:
        _forget(path)
    _forget_broken_off(place, moment, owner)


def _forget_broken_off(place: Path, moment: Moment, owner: str) -> None:
    """Drafts that a crash left a day ago or earlier: nobody is at them any more."""
    for path in place.glob(f"{_PREFIX}*.part"):
        at_ms = made_ms(path.stem, _PREFIX)
        if at_ms is not None and at_ms < moment.at_ms - _DAY_MS and _owner(path) == owner:
            _forget(path)


def _owner(path: Path) -> str:
    """Whose copy it is, by its name."""
    return path.stem[len(_PREFIX) + _STAMP :].removeprefix("-")


def is_usable(path: Path) -> bool:
    """True if the file is a sound progress file of a version that this program knows."""
    try:
        with closing(readable(path)) as con:
            (application,) = con.execute("PRAGMA application_id").fetchone()
            (version,) = con.execute("PRAGMA user_version").fetchone()
            known = application == migrations.APPLICATION_ID and version <= migrations.schema_version()
            return known and is_sound(con, "main")
    except (OSError, *DAMAGE):
        return False


def _has_answers(path: Path) -> bool:
    with closing(readable(path)) as con:
        return bool(con.execute("SELECT EXISTS (SELECT 1 FROM review)").fetchone()[0])


def _copied(con: sqlite3.Connection, draft: Path, token: str) -> bool:
    """Copy; whether the copy is sound."""
    with closing(connect(draft)) as copied:
        con.backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")
        copied.execute("UPDATE meta SET value = ? WHERE key = 'progress_id'", (token,))
        return is_sound(copied, "main")


def _reason(into: Path, error: OSError | sqlite3.Error) -> str:
    """SQLite calls a disk that is full under a copy many names."""
    try:
        full = shutil.disk_usage(into).free < 1024 * 1024
    except OSError:
        full = False
    return "the disk is full" if full else reason_of(error)


def _forget(path: Path) -> None:
    """Delete a copy, or what there is of it; one that cannot be deleted stays."""
    for name in (path, path.with_name(path.name + "-journal")):
        try:
            name.unlink(missing_ok=True)
        except OSError:
            continue


def made_ms(name: str, prefix: str) -> int | None:
    """The time in a file's name behind a prefix, UTC milliseconds; None if there is none."""
    text = name[len(prefix) :][:_STAMP]
    try:
        made = datetime.strptime(text, "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return round(made.timestamp() * 1000)


def _free(folder: Path, at_ms: int, owner: str) -> Path:
    """The name of a copy made at that time, or a millisecond later if it is taken."""
    path = folder / f"{_PREFIX}{stamp(at_ms)}{'-' if owner else ''}{owner}.sqlite3"
    return _free(folder, at_ms + 1, owner) if path.exists() else path


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
