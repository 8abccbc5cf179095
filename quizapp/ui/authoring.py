"""The one door to deck files: whoever changes one in the window opens and saves it here."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.core.problems import QuizError

# What reads and writes decks is imported where it is used: whoever only studies needs none of it.
if TYPE_CHECKING:
    from quizapp.store.deck_edits import Change, Journal, Opened


class Authoring(QObject):
    """Opens and saves decks, with a backup of each and one history of changes over several files.

    Every method raises QuizError where something cannot be done, and then nothing was done. The library finds
    out by itself, by its watcher, as it does when a deck is saved in any other editor.
    """

    saved = Signal(object)
    """A frozenset of the paths that were written."""

    def __init__(
        self,
        backups: Path,
        parent: QObject | None = None,
        *,
        kept: Callable[[], Sequence[Path]] = tuple,
    ) -> None:
        """backups: the folder that keeps what decks said before they were saved; kept: folders that come with
        the app, whose decks are for reading."""
        super().__init__(parent)
        self._backups, self._kept = backups, kept

    @cached_property
    def _journal(self) -> "Journal":
        from quizapp.store.deck_edits import Journal

        return Journal(self._backups)

    @property
    def undo_words(self) -> str:
        """Which change over several files `undo` takes back; empty if there is none."""
        return self._journal.undo_words

    @property
    def redo_words(self) -> str:
        """Which change `redo` makes again."""
        return self._journal.redo_words

    def open(self, path: Path) -> "Opened":
        """Read a deck to change it."""
        from quizapp.store import deck_edits

        return deck_edits.open_deck(path)

    def create(self, path: Path) -> "Opened":
        """A deck that is to be made; nothing is written yet."""
        from quizapp.store import deck_edits

        return deck_edits.new_deck(path)

    def is_changed(self, opened: "Opened") -> bool:
        """True if somebody else has written the file since."""
        from quizapp.store import deck_edits

        return deck_edits.is_changed(opened)

    def save(self, opened: "Opened", text: str) -> "Opened":
        """Write one deck; "deck_changed_outside" if it is not what was opened."""
        from quizapp.store import deck_edits

        self._guard([opened])
        after = deck_edits.save(opened, text, backups=self._backups)
        self._tell((after,))
        return after

    def hold(self, opened: "Opened", text: str) -> None:
        """Keep a text that cannot be saved now, beyond the end of the run."""
        from quizapp.store import deck_edits

        deck_edits.hold(opened, text, backups=self._backups)

    def held(self, opened: "Opened") -> str | None:
        """The text of a deck that could not be saved."""
        from quizapp.store import deck_edits

        return deck_edits.held(opened, backups=self._backups)

    def release(self, opened: "Opened") -> None:
        """That text is saved, or not wanted any more."""
        from quizapp.store import deck_edits

        deck_edits.release(opened, backups=self._backups)

    def save_all(self, changes: "Sequence[Change]", words: str) -> "tuple[Opened, ...]":
        """Write several decks, all or none; `undo` takes it back. words: what was done, translated."""
        self._guard([opened for opened, _ in changes])
        after = self._journal.save(changes, words)
        self._tell(after)
        return after

    def undo(self) -> "tuple[Opened, ...]":
        """Take the last of those changes back; the files as they then are."""
        after = self._journal.undo()
        self._tell(after)
        return after

    def redo(self) -> "tuple[Opened, ...]":
        """Make the change again that was taken back."""
        after = self._journal.redo()
        self._tell(after)
        return after

    def _guard(self, files: "Sequence[Opened]") -> None:
        """Nothing is written into the app's own folders."""
        kept = self._kept()
        for file in files:
            if any(map(file.path.resolve().is_relative_to, kept)):
                raise QuizError("deck_included", file=file.path.name)

    def _tell(self, files: "Sequence[Opened]") -> None:
        self.saved.emit(frozenset(str(file.path) for file in files))
