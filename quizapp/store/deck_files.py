"""Bytes of deck files on their way to the disk: written beside their place, then moved there whole."""

import os
from collections.abc import Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from stat import S_IMODE, S_IWGRP, S_IWOTH, S_IWUSR
from time import time

from quizapp.core.problems import QuizError

_BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows would change line ends."""
_STEM = 60
"""Characters of a deck's name in that of its backup: no system takes more than 255 bytes."""
_HOURS_S = 12 * 3600
"""Age of an earlier backup from which the next one takes its place, seconds."""
_WRITABLE = S_IWUSR | S_IWGRP | S_IWOTH


class Draft:
    """What a file is to be, beside its place. Links are followed: what they point to is what changes.

    before: the bytes that the file must have now, None if there must be none; after: None if it is to go.
    """

    def __init__(self, path: Path, before: bytes | None, after: bytes | None) -> None:
        self.path = path
        self._before = before
        self._after = after
        self._place = Path(os.path.realpath(path))
        self.folder = self._place.parent
        self._file: Path | None = None

    @property
    def is_change(self) -> bool:
        """True if the file is to be another."""
        return self._before != self._after

    def refuse_changed(self) -> None:
        """QuizError if the file is not what it must be: all of it is read, whatever its stamp says."""
        try:
            now: bytes | None = self._place.read_bytes()
        except FileNotFoundError:
            now = None
        if now != self._before:
            raise QuizError(
                "deck_exists" if self._before is None else "deck_changed_outside", file=str(self.path)
            )

    def write(self) -> None:
        """Write it beside its place."""
        if self._before is not None and not self._may_be_written():
            raise QuizError("deck_read_only", file=str(self.path))
        if self._after is not None:
            self._file = _written(self._place, self._after, is_new=self._before is None)

    def keep_old(self, backups: Path) -> None:
        """Keep what the file says in a folder, in the place of what was kept of it before.

        An editor saves every few moments: what the file said some hours ago is kept as well.
        """
        if self._before is None:
            return
        backups.mkdir(parents=True, exist_ok=True)
        kept, earlier = backup_of(self.path, backups), earlier_backup_of(self.path, backups)
        for place in (kept, *((earlier,) if _is_old(earlier) else ())):
            os.replace(_written(place, self._before, is_new=not place.exists()), place)

    def put(self) -> None:
        """Move it to its place."""
        if self._file is None:
            self._place.unlink()
        else:
            os.replace(self._file, self._place)
            self._file = None
        _sync_folder(self._place.parent)

    def take_back(self) -> None:
        """Undo `put`."""
        if self._before is None:
            self._place.unlink()
        else:
            os.replace(_written(self._place, self._before, is_new=self._after is None), self._place)

    def discard(self) -> None:
        """Leave nothing beside the place."""
        if self._file is not None:
            self._file.unlink(missing_ok=True)

    def _may_be_written(self) -> bool:
        return os.access(self._place, os.W_OK) and bool(self._place.stat().st_mode & _WRITABLE)


def put_all(drafts: Sequence[Draft], backups: Path) -> None:
    """Bring all files to their places in this order, or none; OSError and QuizError leave all as it was.

    Files that are to stay as they are are not touched.
    """
    changing = [draft for draft in drafts if draft.is_change]
    done: list[Draft] = []
    try:
        for draft in drafts:
            draft.refuse_changed()
        for draft in changing:
            draft.write()
        for draft in changing:
            draft.keep_old(backups)
        for draft in changing:
            draft.refuse_changed()
            draft.put()
            done.append(draft)
    except BaseException as error:
        _take_back(done, backups, error)
        raise
    finally:
        for draft in changing:
            draft.discard()


def _take_back(done: Sequence[Draft], backups: Path, cause: BaseException) -> None:
    """Undo what was done, as far as that goes; QuizError if it does not go all the way."""
    left = []
    for draft in reversed(done):
        try:
            draft.take_back()
        except OSError:
            left.append(draft.path)
    if left:
        kept = str(backup_of(left[0], backups))
        raise QuizError("deck_half_saved", file=", ".join(map(str, left)), backup=kept) from cause


def backup_of(path: Path, backups: Path) -> Path:
    """Where in the folder of backups the last text of a deck is kept: decks of one name are kept apart."""
    place = Path(os.path.realpath(path))
    return backups / f"{place.stem[:_STEM]}-{_number(place)}{place.suffix}"


def earlier_backup_of(path: Path, backups: Path) -> Path:
    """Where the text is kept that a deck had when it was first changed in some hours."""
    kept = backup_of(path, backups)
    return kept.with_name(f"{kept.stem}.earlier{kept.suffix}")


def _is_old(backup: Path) -> bool:
    return not backup.exists() or abs(time() - backup.stat().st_mtime) > _HOURS_S


def hold(path: Path, data: bytes, backups: Path) -> None:
    """Keep what a deck was to say and could not, until `release`."""
    backups.mkdir(parents=True, exist_ok=True)
    place = _held_at(path, backups)
    os.replace(_written(place, data, is_new=not place.exists()), place)


def held(path: Path, backups: Path) -> bytes | None:
    """What is kept of a deck in that way."""
    try:
        return _held_at(path, backups).read_bytes()
    except FileNotFoundError:
        return None


def release(path: Path, backups: Path) -> None:
    """It is not needed any more."""
    _held_at(path, backups).unlink(missing_ok=True)


def _held_at(path: Path, backups: Path) -> Path:
    kept = backup_of(path, backups)
    return kept.with_name(f"{kept.stem}.unsaved{kept.suffix}")


def _number(place: Path) -> str:
    return blake2b(os.fsencode(place), digest_size=4).hexdigest()


def _written(place: Path, data: bytes, *, is_new: bool) -> Path:
    """A file with these bytes beside a place, safe on the disk, with the permissions of what is there.

    Its name is always the same, so that after a power cut no more than one is left; the library skips it.
    """
    draft = place.with_name(f".quizapp-{_number(place)}.part")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666 if is_new else 0o600)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not is_new:
            _take_permissions(draft, place)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _take_permissions(draft: Path, place: Path) -> None:
    stat = place.stat()
    with suppress(OSError, AttributeError):  # only an administrator may give files away, and not everywhere
        os.chown(draft, stat.st_uid, stat.st_gid)
    draft.chmod(S_IMODE(stat.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the move itself last; where folders cannot be opened the system sees to it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
