"""What can be saved of a damaged progress file, joined with the newest good copy and with what came after.

The damaged file stays where it was set aside, as it was; nothing is put in place before the learner says so.
"""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from quizapp.core.problems import QuizError
from quizapp.store import backups, log, restoring, settings, wreck
from quizapp.store.connection import PROGRESS, connect, readable, reason_of
from quizapp.store.wreck import Read, Values

if TYPE_CHECKING:
    from quizapp.store.database import Database

_PREFIX = "progress.damaged-"
DAMAGED = f"{_PREFIX}*.sqlite3"


class Salvaged(Struct, frozen=True, kw_only=True):
    """What came of it."""

    prepared: restoring.Prepared
    """Ready to be put in place of the progress."""
    backup: Path | None
    """The copy it was joined with."""
    answers: int
    """Read from the damaged file."""
    new_answers: int
    """Of these, not in the copy."""
    all_answers: int
    """In all, with those given since."""
    nameless: int
    """Answers to cards whose name is lost."""
    unreadable: tuple[str, ...]
    """Rows that are there and cannot be understood."""


def damaged_files(folder: Path) -> tuple[Path, ...]:
    """What was set aside, newest first."""
    return tuple(sorted(folder.glob(DAMAGED), key=lambda path: path.name, reverse=True))


def salvage(db: "Database", damaged: Path) -> Salvaged:
    """Read a damaged file and join it; for a thread, on a connection of its own. Then `restoring.put`."""
    # What was copied since then knows nothing of it, unless the clock was set back.
    since = backups.newest_good(db.folder, backups.made_ms(damaged.name, _PREFIX))
    backup = since or backups.newest_good(db.folder)
    try:
        with TemporaryDirectory(prefix="salvage-", dir=db.folder) as name:
            return _salvage(db, damaged, backup, Path(name))
    except OSError as error:
        raise QuizError("progress_unwritable", folder=str(db.folder), reason=reason_of(error)) from error


def _salvage(db: "Database", damaged: Path, backup: Path | None, work: Path) -> Salvaged:
    found = wreck.read(damaged, work, backup)
    home = work / "home"
    home.mkdir()
    if backup is not None:
        with closing(readable(backup)) as source, closing(connect(home / PROGRESS)) as target:
            source.backup(target)
    with type(db).open(home, now=db.now, entropy=db.entropy) as new:
        copied = _count(new)
        log.append_all(new, found.reviews.values(), found.events.values())
        new_answers = _count(new) - copied
        take_aside(new, found)
        log.append_all(new, log.reviews(db), log.events(db))
        all_answers = _count(new)
        new.con.execute("DETACH cache")
        new.con.execute("PRAGMA main.journal_mode = DELETE")
    return Salvaged(
        prepared=restoring.prepare(db, home / PROGRESS),
        backup=backup,
        answers=len(found.reviews),
        new_answers=new_answers,
        all_answers=all_answers,
        nameless=len(found.nameless),
        unreadable=tuple(found.unreadable),
    )


def take_aside(db: "Database", found: Read) -> None:
    """Sittings, settings, how notes looked: what is there already stays, but for older settings."""
    with db.transaction():
        for table in ("session", "param_fit"):
            _insert(db, table, found.tables.get(table, []))
        for scope, key, value, at_ms, device_id in _texts(found.tables.get("setting", []), 5):
            if scope != "device":
                db.con.execute(settings.PUT, (scope, key, value, at_ms, device_id))
        fingerprints = _texts(found.tables.get("fingerprint", []), _width(db, "fingerprint"))
        _insert(db, "fingerprint", [(None, *row[1:]) for row in fingerprints])


def _insert(db: "Database", table: str, rows: Sequence[Values]) -> None:
    width = _width(db, table)
    places = ", ".join("?" * width)
    db.con.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({places})", _texts(rows, width))


def _texts(rows: Sequence[Values], width: int) -> list[Values]:
    """Rows of so many columns, as text where they can be read so."""
    found = []
    for row in rows:
        try:
            texts = tuple(one.decode("utf-8") if isinstance(one, bytes) else one for one in row)
        except UnicodeDecodeError:
            continue
        if len(texts) == width:
            found.append(texts)
    return found


def _width(db: "Database", table: str) -> int:
    return len(db.con.execute(f"PRAGMA main.table_info({table})").fetchall())


def _count(db: "Database") -> int:
    (count,) = db.con.execute("SELECT count(*) FROM review").fetchone()
    return int(count)
