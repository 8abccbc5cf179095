"""An import written, and taken back as a whole, also after a restart; what was changed since stays."""

import os
import shutil
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct

from quizapp.core.problems import QuizError
from quizapp.formats import imported_once
from quizapp.formats.base import Tick, no_tick
from quizapp.store.deck_edits import save_all
from quizapp.store.importing import DeckPlan, Plan

FOLDER = "imports"
KEPT = 20
"""Imports that can be taken back."""
_MANIFEST = "import.json"


class Trace(Struct, frozen=True, omit_defaults=True):
    """A file that an import wrote."""

    path: str
    hash: str
    """Of what was written."""
    before: str = ""
    """Name of the copy of what it said before, in the import's folder; "": it was not there."""


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
    session_id: str = ""
    """Of the answers that came with it; "": none did."""


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
    session: Callable[[], str] = str,
) -> Done:
    """Write what was planned: pictures first, then all decks or none, then what was imported.

    folder: the app's data; backups: keeps what decks said before. session: logs the answers that come along
    and gives their session id; it is called between. QuizError if it cannot be; then nothing of it stays.
    """
    place = folder / FOLDER / import_id
    traces: list[Trace] = []
    try:
        place.mkdir(parents=True)
        for number, one in enumerate(plan.media):
            tick(number, len(plan.media))
            traces.append(_put(one.path, one.media.read(), place, len(traces)))
        decks = [deck for deck in plan.decks if deck.text != deck.opened.text or deck.is_new]
        for deck in decks:
            deck.opened.path.parent.mkdir(parents=True, exist_ok=True)
            traces.append(_kept(deck, place, len(traces)))
        save_all([(deck.opened, deck.text) for deck in decks], backups=backups)
        for deck in plan.decks:
            record = deck.opened.path.with_name(imported_once.file_name(deck.opened.path.name))
            traces.append(_put(record, imported_once.encode(deck.record), place, len(traces)))
        done = _done(plan, import_id, tuple(traces), session())
        (place / _MANIFEST).write_bytes(msgspec.json.encode(done))
    except OSError as error:
        _take_back(traces, place)
        raise QuizError(
            "import_unwritable", folder=str(folder), reason=error.strerror or str(error)
        ) from error
    except BaseException:
        _take_back(traces, place)
        raise
    _forget_old(folder)
    return done


def listing(folder: Path) -> tuple[Done, ...]:
    """The imports that can be taken back, newest first."""
    found = []
    for manifest in (folder / FOLDER).glob(f"*/{_MANIFEST}"):
        try:
            found.append(msgspec.json.decode(manifest.read_bytes(), type=Done))
        except (OSError, msgspec.DecodeError):
            continue
    return tuple(sorted(found, key=lambda one: one.import_id, reverse=True))


def undo(folder: Path, done: Done) -> Undone:
    """Take an import back: what is as it was written goes or says again what it said; the rest stays."""
    place = folder / FOLDER / done.import_id
    kept = _take_back(list(done.files), place)
    _remove(place)
    return Undone(len(done.files) - len(kept), tuple(kept))


def _done(plan: Plan, import_id: str, files: tuple[Trace, ...], session_id: str) -> Done:
    first = plan.decks[0].record if plan.decks else None
    return Done(
        import_id=import_id,
        at_ms=first.at_ms if first else 0,
        format=first.format if first else "",
        source=first.source if first else "",
        added=plan.added,
        updated=plan.updated,
        decks=tuple(str(deck.opened.path) for deck in plan.decks),
        files=files,
        session_id=session_id,
    )


def _kept(deck: DeckPlan, place: Path, number: int) -> Trace:
    """What a deck said, copied; and what it will say."""
    before = ""
    if deck.opened.data is not None:
        before = str(number)
        (place / before).write_bytes(deck.opened.data)
    bom = b"\xef\xbb\xbf" if deck.opened.bom else b""
    return Trace(str(deck.opened.path), _hash(bom + deck.text.encode()), before)


def _put(path: Path, data: bytes, place: Path, number: int) -> Trace:
    """Write a file whole or not at all, and keep what was there."""
    before = ""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        before = str(number)
        (place / before).write_bytes(path.read_bytes())
    draft = path.with_name(f".{path.name}.part")
    draft.write_bytes(data)
    os.replace(draft, path)
    return Trace(str(path), _hash(data), before)


def _take_back(traces: list[Trace], place: Path) -> list[str]:
    """The files that were changed since stay: their paths."""
    kept = []
    for trace in reversed(traces):
        path = Path(trace.path)
        try:
            if _hash(path.read_bytes()) != trace.hash:
                kept.append(trace.path)
            elif trace.before:
                _put(path, (place / trace.before).read_bytes(), place, len(traces))
            else:
                path.unlink()
                _remove_empty(path.parent)
        except FileNotFoundError:
            continue
        except OSError:
            kept.append(trace.path)
    return kept


def _remove_empty(folder: Path) -> None:
    """A folder that the import made and that is empty again."""
    try:
        folder.rmdir()
    except OSError:
        return


def _forget_old(folder: Path) -> None:
    for old in listing(folder)[KEPT:]:
        _remove(folder / FOLDER / old.import_id)


def _remove(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
