"""A synced folder: each machine writes files of its own log there and reads the others'. There is no server.

A file is a whole log as formats.log_files writes it, with a name that no other machine can choose. It is
never changed, so that a drive which copies the folder about cannot mix two versions of it. What is still on
its way, damaged or foreign is told and left alone. The progress file knows which files need no look
(sync_file), how far our log is in the folder (meta), and by hash all else that is there (sync_line).
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

import quizapp
from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats import log_files
from quizapp.formats.log_lines import FORMAT, EventLine, Header, Record, ReviewLine, Unread
from quizapp.store import exporting, merging
from quizapp.store.connection import reason_of
from quizapp.store.exporting import START, Place
from quizapp.store.merging import Merged

if TYPE_CHECKING:
    from quizapp.store.database import Database

PLACE = "sync_place"
"""Key of meta: how far our log is in the folder; missing: it is to be written anew."""
MOST_FILES = 40
"""Of this machine; with more, one takes the place of them all."""
_NAME = re.compile(r"quizapp-[0-9A-Z]+-\d{6,}-[0-9a-z]{6}\.jsonl\.gz")
_AGAIN = {"log_newer", "log_unreadable", "log_damaged", "log_cut", "log_changed"}
"""What is told of a file that an update may read, or that became another one while it was read."""
_HASH = 12
"""Bytes."""


class Synced(Struct, kw_only=True):
    """What a look at the folder brought."""

    written: int = 0
    """Records that went there."""
    files: int = 0
    """Files of other machines that were read."""
    merged: Merged
    problems: list[Problem] = []
    """Files that were left alone, and why."""


class _File(Struct, frozen=True):
    """A file in the folder, or as it was there."""

    path: Path
    size: int
    mtime_ns: int

    @property
    def stamp(self) -> tuple[int, int]:
        return self.size, self.mtime_ns


def sync(db: "Database", folder: Path, *, gap: float = 0) -> Synced:
    """Write what is new here into the folder, take in what is new there.

    gap: see `merging.merge`. QuizError if the folder is not there: an absent drive is not an empty one.
    """
    synced = Synced(merged=Merged())
    try:
        synced.written = write(db, folder)
    except QuizError as error:
        synced.problems.append(Problem(code=error.code, args=error.args_by_name))
    new = [file for file in _listing(folder) if not _is_known(db, file)]
    foreign = [file for file in new if not _NAME.fullmatch(file.path.name)]
    synced.problems += [_problem("sync_foreign", file) for file in foreign]
    with db.transaction():
        for file in foreign:  # told once
            _record(db, file, own=False)
    fresh = [file for file in new if file not in foreign and _is_readable(file, synced.problems)]
    if fresh:
        synced.files = len(fresh)
        synced.merged = _read(db, fresh, gap)
        if synced.merged.twins:
            synced.written += write(db, folder)
    return synced


def forget(db: "Database") -> None:
    """Write everything anew at the next sync, in place of what is there of this machine."""
    db.con.execute("DELETE FROM meta WHERE key = ?", (PLACE,))


def _listing(folder: Path) -> list[_File]:
    """The files, hidden ones left out, by name."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise QuizError("sync_missing", folder=str(folder), reason=reason_of(error)) from error
    return [file for path in paths if not path.name.startswith(".") and (file := _looked_at(path))]


def _looked_at(path: Path) -> _File | None:
    """None if it has gone meanwhile: the drive, or its machine, is at work."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return _File(path, stat.st_size, stat.st_mtime_ns)


# Writing


def write(db: "Database", folder: Path) -> int:
    """Write a file with what is not in the folder yet; how many records. QuizError if that cannot be."""
    names = {file.path.name for file in _listing(folder)}
    own = _own(db, folder)
    place = _place(db)
    anew = place is None or len(own) > MOST_FILES or any(file.path.name not in names for file in own)
    goal = exporting.end(db)
    hashes: list[tuple[bytes]] = []
    lines = _unwritten(db, START if anew or place is None else place, hashes, anew=anew)
    first = next(lines, None)
    if first is None:
        with db.transaction():
            _set_place(db, goal)
        return 0
    path = _free(db, folder, own)
    header = Header(format=FORMAT, app=quizapp.__version__, device=db.device_id)
    count = log_files.create(path, header, _with(first, lines))
    stat = path.stat()
    with db.transaction():
        if anew:
            db.con.execute("DELETE FROM sync_line")
            db.con.execute("DELETE FROM sync_file WHERE own")
        db.con.executemany("INSERT OR IGNORE INTO sync_line VALUES (?)", hashes)
        _record(db, _File(path, stat.st_size, stat.st_mtime_ns), own=True)
        _set_place(db, goal)
    _remove([file.path for file in own] if anew else [])
    _remove(folder.glob(f".quizapp-{db.device_id}-*.part"))  # of a process that was killed
    return count


def _unwritten(
    db: "Database", since: Place, hashes: list[tuple[bytes]], *, anew: bool
) -> Iterator[Record | Unread]:
    """What is not in the folder; the hashes of what stands beside the log are gathered."""
    known = frozenset() if anew else frozenset(db.con.execute("SELECT hash FROM sync_line"))
    for line in exporting.beside(db):
        one = (_hash(line),)
        if one not in known:
            hashes.append(one)
            yield line
    yield from exporting.logged(db, since)


def _with(first: Record | Unread, rest: Iterator[Record | Unread]) -> Iterator[Record | Unread]:
    yield first
    yield from rest


def _free(db: "Database", folder: Path, own: list[_File]) -> Path:
    """A name of our own. The last part is random: a copy of this profile on another machine has our name."""
    last = max((int(file.path.name.split("-")[2]) for file in own), default=0)
    token = db.new_id()[-6:].lower()
    return folder / f"quizapp-{db.device_id}-{last + 1:06}-{token}.jsonl.gz"


def _remove(paths: Iterable[Path]) -> None:
    """Take away files of our own that are of no use any more."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:  # it says nothing that would be wrong
            continue


# Reading


def _is_readable(file: _File, problems: list[Problem]) -> bool:
    """True if all of it has arrived."""
    try:
        with log_files.open_log(file.path) as source:
            whole = log_files.is_whole(source)
    except QuizError as error:
        problems.append(Problem(code=error.code, args=error.args_by_name))
        return False
    if not whole:
        problems.append(_problem("sync_unfinished", file))
    return whole


def _read(db: "Database", files: list[_File], gap: float) -> Merged:
    """Take in files of other machines."""
    before = exporting.end(db)
    written = _place(db)
    hashes: list[tuple[bytes]] = []
    again: list[_File] = []
    merged = merging.merge(db, _lines(files, hashes, again), gap=gap)
    after = exporting.end(db)
    came = Place(before.review + merged.reviews, before.event + merged.events)
    with db.transaction():
        db.con.executemany("INSERT OR IGNORE INTO sync_line VALUES (?)", hashes)
        for file in files:
            if file not in again:
                _record(db, file, own=False)
        # What came is there already. If something was logged here meanwhile, all goes there once more.
        if written == before and after == Place(came.review, came.event + merged.aliases):
            _set_place(db, came)
    return merged


def _lines(
    files: list[_File], hashes: list[tuple[bytes]], again: list[_File]
) -> Iterator[Record | Unread | Problem]:
    """What the files hold. Gathered: hashes of what stands beside the log, files to be read another time."""
    for file in files:
        for line in _lines_of(file):
            if isinstance(line, Problem):
                again += [file] * (line.code in _AGAIN)
            elif not isinstance(line, ReviewLine | EventLine):
                hashes.append((_hash(line),))
            yield line


def _lines_of(file: _File) -> Iterator[Record | Unread | Problem]:
    try:
        with log_files.open_log(file.path) as source:
            yield from log_files.read(source, str(file.path))
    except QuizError as error:  # it has gone meanwhile
        yield Problem(code=error.code, args=error.args_by_name)


# What is kept of the folder


def _is_known(db: "Database", file: _File) -> bool:
    row = db.con.execute("SELECT size, mtime_ns FROM sync_file WHERE name = ?", (file.path.name,)).fetchone()
    return bool(row == file.stamp)


def _own(db: "Database", folder: Path) -> list[_File]:
    """The files that this machine wrote, as they were then."""
    rows = db.con.execute("SELECT name, size, mtime_ns FROM sync_file WHERE own ORDER BY name")
    return [_File(folder / name, size, mtime_ns) for name, size, mtime_ns in rows]


def _record(db: "Database", file: _File, *, own: bool) -> None:
    db.con.execute("INSERT OR REPLACE INTO sync_file VALUES (?, ?, ?, ?)", (file.path.name, *file.stamp, own))


def _place(db: "Database") -> Place | None:
    text = db.meta(PLACE)
    return Place(*map(int, text.split(":"))) if text else None


def _set_place(db: "Database", place: Place) -> None:
    db.set_meta(PLACE, f"{place.review}:{place.event}")


def _hash(line: Record | Unread) -> bytes:
    text = line.text.encode() if isinstance(line, Unread) else msgspec.json.encode(line)
    return blake2b(text, digest_size=_HASH).digest()


def _problem(code: str, file: _File) -> Problem:
    return Problem(code=code, where=Where(file=str(file.path)), args={"file": file.path.name})
