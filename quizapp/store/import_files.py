"""An import written, and taken back as a whole, also after a restart; what was changed since stays."""

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from quizapp.core.problems import QuizError
from quizapp.formats import imported_once
from quizapp.formats.base import Tick, no_tick
from quizapp.store.deck_edits import save_all
from quizapp.store.import_plan import Plan

FOLDER = "imports"
KEPT = 20
"""Imports that can be taken back."""
_MANIFEST = "import.json"
_JOURNAL = "files.jsonl"
"""Each file before it is written: so an import that was cut off can be taken back as well."""


class Trace(Struct, frozen=True, omit_defaults=True):
    """A file that an import wrote, or a folder that it made."""

    path: str
    hash: str = ""
    """Of what was written; "" for a folder."""
    before: str = ""
    """Name of the copy of what it said before, in the import's folder; "": it was not there."""


class Logged(Struct, frozen=True):
    """What an import put into the log."""

    session_id: str = ""
    """Of the answers; "": none came along."""
    events: tuple[str, ...] = ()
    """Ids of those that put cards aside or flag them."""


NOTHING_LOGGED = Logged()


class Done(Struct, frozen=True, kw_only=True):
    """An import that was made."""

    import_id: str
    at_ms: int
    format: str
    source: str
    added: int
    updated: int
    decks: tuple[str, ...]
    """Paths of the deck files."""
    files: tuple[Trace, ...]
    logged: Logged = NOTHING_LOGGED
    """What came with it into the log; nothing if it was cut off before."""

    @property
    def can_undo(self) -> bool:
        """It changed something; else it was not kept, so that the one before is the last."""
        return bool(self.files)


class Undone(Struct, frozen=True):
    """What became of the files."""

    restored: int
    kept: tuple[str, ...]
    """Files that were changed since and stay as they are."""


def write(
    plan: Plan,
    folder: Path,
    import_id: str,
    *,
    backups: Path,
    tick: Tick = no_tick,
    session: Callable[[], Logged] = Logged,
) -> Done:
    """Write what was planned: pictures first, then all decks or none, then what was imported.

    folder: the app's data; backups: keeps what decks said before. session: logs what is known of the cards
    and says under which ids; it is called between. QuizError if it cannot be; then nothing of it stays.
    An import that changes nothing leaves no trace.
    """
    if plan.is_same:
        logged = session()
        if logged == NOTHING_LOGGED:
            return _done(plan, import_id)
        return _write(plan, folder, import_id, backups, tick, lambda: logged)
    return _write(plan, folder, import_id, backups, tick, session)


def _write(
    plan: Plan, folder: Path, import_id: str, backups: Path, tick: Tick, session: Callable[[], Logged]
) -> Done:
    place = folder / FOLDER / import_id
    making = _Making(place)
    try:
        place.mkdir(parents=True)
        _put(place / _MANIFEST, msgspec.json.encode(_done(plan, import_id)))
        for number, one in enumerate(plan.media):
            tick(number, len(plan.media))
            making.put(one.path, one.media.read())
        decks = [deck for deck in plan.decks if deck.text != deck.opened.text or deck.is_new]
        for deck in decks:
            bom = b"\xef\xbb\xbf" if deck.opened.bom else b""
            making.folder(deck.opened.path.parent)
            making.note(deck.opened.path, bom + deck.text.encode(), deck.opened.data)
        save_all([(deck.opened, deck.text) for deck in decks], backups=backups)
        for deck in plan.decks:
            record = deck.opened.path.with_name(imported_once.file_name(deck.opened.path.name))
            making.put(record, imported_once.encode(deck.record))
        done = replace(_done(plan, import_id), files=tuple(making.traces), logged=session())
        _put(place / _MANIFEST, msgspec.json.encode(done))
    except OSError as error:
        _give_up(making.traces, place)
        where = str(error.filename or folder)
        raise QuizError("import_unwritable", folder=where, reason=error.strerror or str(error)) from error
    except BaseException:
        _give_up(making.traces, place)
        raise
    _forget_old(folder)
    return done


def listing(folder: Path) -> tuple[Done, ...]:
    """The imports that can be taken back, newest first."""
    found = []
    for manifest in (folder / FOLDER).glob(f"*/{_MANIFEST}"):
        try:
            done = msgspec.json.decode(manifest.read_bytes(), type=Done)
        except (OSError, msgspec.DecodeError):
            continue
        found.append(done if done.files else replace(done, files=_journal(manifest.parent)))
    return tuple(sorted(found, key=lambda one: one.import_id, reverse=True))


def undo(folder: Path, done: Done) -> Undone:
    """Take an import back: what is as it was written goes or says again what it said; the rest stays."""
    place = folder / FOLDER / done.import_id
    taken = _take_back(done.files, place)
    if not taken.failed:
        _remove(place)
    kept = (*taken.changed, *taken.failed)
    return Undone(sum(bool(trace.hash) for trace in done.files) - len(kept), kept)


class _Making:
    """Writes the files of an import, each noted first."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self.traces: list[Trace] = []

    def folder(self, folder: Path) -> None:
        """Make a folder with those above it."""
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        for one in reversed(missing):
            self._add(Trace(str(one)))
            one.mkdir(exist_ok=True)

    def put(self, path: Path, data: bytes) -> None:
        self.folder(path.parent)
        self.note(path, data, path.read_bytes() if path.exists() else None)
        _put(path, data)

    def note(self, path: Path, data: bytes, before: bytes | None) -> None:
        """Keep what a file says before it is written."""
        name = "" if before is None else str(len(self.traces))
        if before is not None:
            (self._place / name).write_bytes(before)
        self._add(Trace(str(path), _hash(data), name))

    def _add(self, trace: Trace) -> None:
        with (self._place / _JOURNAL).open("ab") as journal:
            journal.write(msgspec.json.encode(trace) + b"\n")
        self.traces.append(trace)


def _journal(place: Path) -> tuple[Trace, ...]:
    """What was noted by an import that was cut off; its last line may be half."""
    traces = []
    try:
        for line in (place / _JOURNAL).read_bytes().splitlines():
            traces.append(msgspec.json.decode(line, type=Trace))
    except (OSError, msgspec.DecodeError):
        return tuple(traces)
    return tuple(traces)


def _done(plan: Plan, import_id: str) -> Done:
    first = plan.decks[0].record if plan.decks else None
    return Done(
        import_id=import_id,
        at_ms=first.at_ms if first else 0,
        format=first.format if first else "",
        source=first.source if first else "",
        added=plan.added,
        updated=plan.updated,
        decks=tuple(str(deck.opened.path) for deck in plan.decks),
        files=(),
    )


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    draft = _draft(path)
    draft.write_bytes(data)
    os.replace(draft, path)


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


class _Taken(NamedTuple):
    """Paths of files that could not be taken back."""

    changed: tuple[str, ...]
    """Since they were written."""
    failed: tuple[str, ...]
    """Now; they may be tried again."""


def _take_back(traces: Sequence[Trace], place: Path) -> _Taken:
    """All files as they were; those that were changed since stay."""
    changed, failed = [], []
    for trace in reversed(traces):
        try:
            if not _is_back(trace, place):
                changed.append(trace.path)
        except FileNotFoundError:
            continue
        except OSError:
            failed.append(trace.path)
    return _Taken(tuple(changed), tuple(failed))


def _is_back(trace: Trace, place: Path) -> bool:
    """Take one file back; False if it says something else by now."""
    path = Path(trace.path)
    if not trace.hash:
        _remove_empty(path)
        return True
    _draft(path).unlink(missing_ok=True)
    now = path.read_bytes()
    before = (place / trace.before).read_bytes() if trace.before else None
    if now == before:
        return True
    if _hash(now) != trace.hash:
        return False
    if before is None:
        path.unlink()
    else:
        _put(path, before)
    return True


def _give_up(traces: Sequence[Trace], place: Path) -> None:
    """Leave nothing of an import; what cannot be taken back now can be later."""
    if not _take_back(traces, place).failed:
        _remove(place)


def _remove_empty(folder: Path) -> None:
    """A folder that the import made goes unless something else is in it by now."""
    with suppress(OSError):
        folder.rmdir()


def _forget_old(folder: Path) -> None:
    for old in listing(folder)[KEPT:]:
        _remove(folder / FOLDER / old.import_id)


def _remove(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
