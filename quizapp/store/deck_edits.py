"""Deck files opened to be changed, and saved so that nothing is ever lost.

A file is written only if it is still what was opened, and what it said before is kept once in a folder of its
own. A journal takes saved changes back, those of several files at once.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from quizapp.core.problems import QuizError
from quizapp.formats.encoding import decode, encode
from quizapp.formats.yaml_edit import newline_of
from quizapp.store import deck_files
from quizapp.store.deck_files import Draft, put_all
from quizapp.store.folders import Stamp
from quizapp.store.parsing import LIMIT_MB

_MOST_STEPS = 100
_MOST_BYTES = 64_000_000


class Opened(Struct, frozen=True):
    """A deck file as it was when it was read, or a path where there is none yet."""

    path: Path
    """As it was asked for; what a link points to is what is written."""
    text: str = ""
    """Without the byte order mark; line ends as they are. What is no UTF-8 stands as lone surrogates."""
    bom: bool = False
    newline: str = "\n"
    """The line end that it uses first."""
    stamp: Stamp = (0, 0)
    hash: bytes = b""
    """Of its bytes; empty if there is no file."""
    data: bytes | None = None
    """Its bytes; None if there is no file."""


Change = tuple[Opened, str | None]
"""A file and what it is to say; None if it is to go."""


def open_deck(path: Path) -> Opened:
    """Read a deck file to change it. QuizError if it cannot be read, is too big or no text.

    What is neither UTF-8 nor Latin-1 (so UTF-16) becomes UTF-8 when it is saved: no deck is anything else.
    """
    try:
        stat = path.stat()
        if not S_ISREG(stat.st_mode):  # a pipe would be waited for without end
            raise QuizError("deck_binary", file=str(path))
        if stat.st_size > LIMIT_MB * 1_000_000:
            size = f"{stat.st_size / 1_000_000:.0f}"
            raise QuizError("deck_too_big", file=str(path), size=size, limit=str(LIMIT_MB))
        data = path.read_bytes()
    except OSError as error:
        raise QuizError("deck_unreadable", file=str(path), reason=_reason(error)) from error
    decoded = decode(data)
    if decoded.looks == "binary":
        raise QuizError("deck_binary", file=str(path))
    stamp = stat.st_size, stat.st_mtime_ns
    return Opened(path, decoded.text, decoded.bom, newline_of(decoded.text), stamp, _digest(data), data)


def new_deck(path: Path) -> Opened:
    """A deck file that is to be made. QuizError if something of that name is there."""
    if path.is_symlink() or path.exists():
        raise QuizError("deck_exists", file=str(path))
    return Opened(path)


def is_changed(opened: Opened) -> bool:
    """True if the file is no longer what was opened. Its bytes are read only if its stamp is another."""
    try:
        stat = opened.path.stat()
        if opened.hash and (stat.st_size, stat.st_mtime_ns) == opened.stamp:
            return False
        return _digest(opened.path.read_bytes()) != opened.hash
    except FileNotFoundError:
        return bool(opened.hash)
    except OSError as error:
        raise QuizError("deck_unreadable", file=str(opened.path), reason=_reason(error)) from error


def save(opened: Opened, text: str, *, backups: Path) -> Opened:
    """Write what a deck is to say; the file as it then is.

    backups: the folder that keeps what it said before. QuizError "deck_changed_outside" if the file is not
    what was opened; then, as with any other QuizError, nothing was written.
    """
    return save_all([(opened, text)], backups=backups)[0]


def save_all(changes: Sequence[Change], *, backups: Path) -> tuple[Opened, ...]:
    """Write several decks, all or none; the files as they then are.

    Name first what gets cards, then what loses them: should the power fail between two files, a card stands
    twice and not nowhere.
    """
    drafts = [Draft(opened.path, opened.data, _encoded(opened, text)) for opened, text in changes]
    return _saved(drafts, backups)


def hold(opened: Opened, text: str, *, backups: Path) -> None:
    """Keep a text that could not be saved, so that the next `open_deck` need not be the end of it."""
    try:
        deck_files.hold(opened.path, _encoded(opened, text) or b"", backups)
    except OSError as error:
        raise QuizError("deck_unwritable", file=str(backups), reason=_reason(error)) from error


def held(opened: Opened, *, backups: Path) -> str | None:
    """The text of this deck that could not be saved, if there is one."""
    try:
        data = deck_files.held(opened.path, backups)
    except OSError as error:
        raise QuizError("deck_unreadable", file=str(backups), reason=_reason(error)) from error
    return None if data is None else decode(data).text


def release(opened: Opened, *, backups: Path) -> None:
    """That text is saved now, or not wanted."""
    try:
        deck_files.release(opened.path, backups)
    except OSError as error:
        raise QuizError("deck_unwritable", file=str(backups), reason=_reason(error)) from error


class _Step(Struct, frozen=True):
    """One saved change: (path, its bytes before and after) of each file."""

    words: str
    files: tuple[tuple[Path, bytes | None, bytes | None], ...]

    @property
    def size(self) -> int:
        return sum(len(data) for _, *both in self.files for data in both if data)


class Journal:
    """Saved changes, to be taken back and made again. A file that changed since is left alone."""

    def __init__(self, backups: Path) -> None:
        self._backups = backups
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def undo_words(self) -> str:
        """What `undo` takes back; empty if there is nothing."""
        return self._done[-1].words if self._done else ""

    @property
    def redo_words(self) -> str:
        """What `redo` makes again; empty if there is nothing."""
        return self._undone[-1].words if self._undone else ""

    def save(self, changes: Sequence[Change], words: str) -> tuple[Opened, ...]:
        """Save decks, all or none, and remember it. words: what was done, such as “Move 3 cards”."""
        after = save_all(changes, backups=self._backups)
        self.record([opened for opened, _ in changes], after, words)
        return after

    def record(self, before: Iterable[Opened], after: Iterable[Opened], words: str) -> None:
        """Remember what was saved; of very much the oldest is forgotten."""
        files = tuple((old.path, old.data, new.data) for old, new in zip(before, after, strict=True))
        self._done.append(_Step(words, files))
        self._undone.clear()
        while len(self._done) > 1 and (
            len(self._done) > _MOST_STEPS or sum(step.size for step in self._done) > _MOST_BYTES
        ):
            del self._done[0]

    def undo(self) -> tuple[Opened, ...]:
        """Take the last change back; the files as they then are.

        QuizError "deck_changed_outside" if one of them is no longer what was saved: then none is touched.
        """
        step = self._done[-1]
        drafts = [Draft(path, after, before) for path, before, after in reversed(step.files)]
        now = _saved(drafts, self._backups)
        self._undone.append(self._done.pop())
        return now

    def redo(self) -> tuple[Opened, ...]:
        """Make the change again that was taken back."""
        step = self._undone[-1]
        now = _saved([Draft(*file) for file in step.files], self._backups)
        self._done.append(self._undone.pop())
        return now


def _saved(drafts: Sequence[Draft], backups: Path) -> tuple[Opened, ...]:
    try:
        put_all(drafts, backups)
    except OSError as error:
        place = Path(str(error.filename))
        name = next((draft.path for draft in drafts if draft.folder == place.parent), place)
        raise QuizError("deck_unwritable", file=str(name), reason=_reason(error)) from error
    return tuple(open_deck(draft.path) if draft.path.exists() else Opened(draft.path) for draft in drafts)


def _encoded(opened: Opened, text: str | None) -> bytes | None:
    try:
        return None if text is None else encode(text, bom=opened.bom)
    except UnicodeEncodeError as error:
        reason = f"it holds half a character, U+{ord(error.object[error.start]):04X}"
        raise QuizError("deck_unwritable", file=str(opened.path), reason=reason) from error


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
