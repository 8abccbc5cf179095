"""What is in a progress file or in a copy of one, for a list: read once for each state of a file."""

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import msgspec
from msgspec import Struct

from quizapp.store import migrations
from quizapp.store.backup_folders import beside
from quizapp.store.connection import DAMAGE, is_sound, readable

_CACHE = "contents.json"
"""In the folder of copies beside the progress."""
_COUNTS = """
SELECT count(*), count(DISTINCT study_day), count(DISTINCT card_key), coalesce(max(at_ms), 0) FROM review
WHERE seq NOT IN (SELECT seq FROM dead)
"""


class Contents(Struct, frozen=True, kw_only=True):
    """What a copy holds."""

    sound: bool
    """False: SQLite found damage in it, or it is none of quizapp; the rest is what could be read."""
    version: int = 0
    """Of the schema."""
    newer: bool = False
    """Of a later quizapp: it cannot be restored here."""
    answers: int = 0
    """Without those that were taken back."""
    days: int = 0
    """Study days with answers."""
    cards: int = 0
    """That were answered."""
    newest_ms: int = 0
    """Of the last answer, UTC; 0: there is none."""

    @property
    def usable(self) -> bool:
        """It can be restored."""
        return self.sound and not self.newer


class _Known(Struct, frozen=True):
    size: int
    mtime_ns: int
    contents: Contents


_Cache = dict[str, _Known]


def look(path: Path) -> Contents:
    """Read a file through."""
    try:
        with closing(readable(path)) as con:
            (application,) = con.execute("PRAGMA application_id").fetchone()
            (version,) = con.execute("PRAGMA user_version").fetchone()
            if application != migrations.APPLICATION_ID:
                return Contents(sound=False)
            sound = is_sound(con, "main")
            answers, days, cards, newest_ms = con.execute(_COUNTS).fetchone()
    except (OSError, *DAMAGE):
        return Contents(sound=False)
    return Contents(
        sound=sound,
        version=version,
        newer=version > migrations.schema_version(),
        answers=answers,
        days=days,
        cards=cards,
        newest_ms=newest_ms,
    )


def count_answers(path: Path) -> int:
    """How many answers a sound copy holds, for a word on it at once."""
    try:
        with closing(readable(path)) as con:
            (count,) = con.execute("SELECT count(*) FROM review").fetchone()
    except (OSError, *DAMAGE):
        return 0
    return int(count)


def look_at_all(
    folder: Path, paths: Iterable[Path], progress: Callable[[int, int], None] | None = None
) -> dict[Path, Contents]:
    """What is in each of these files; those that are as they were are not read again.

    folder: of the progress, beside which the answers are kept; progress: called with (done, all).
    """
    wanted = tuple(paths)
    cache = beside(folder) / _CACHE
    known = _load(cache)
    found: _Cache = {}
    for number, path in enumerate(wanted):
        if progress:
            progress(number, len(wanted))
        if (one := _known(path, known)) is not None:
            found[str(path)] = one
    if found != known:
        _store(cache, found)
    return {path: found[str(path)].contents for path in wanted if str(path) in found}


def _known(path: Path, known: _Cache) -> _Known | None:
    """None if the file has gone."""
    try:
        stat = path.stat()
    except OSError:
        return None
    one = known.get(str(path))
    if one is not None and (one.size, one.mtime_ns) == (stat.st_size, stat.st_mtime_ns):
        return one
    return _Known(stat.st_size, stat.st_mtime_ns, look(path))


def _load(cache: Path) -> _Cache:
    try:
        return msgspec.json.decode(cache.read_bytes(), type=_Cache)
    except (OSError, msgspec.MsgspecError):
        return {}


def _store(cache: Path, found: _Cache) -> None:
    try:
        cache.parent.mkdir(exist_ok=True)
        cache.write_bytes(msgspec.json.encode(found))
    except OSError:
        return  # they are read again next time
