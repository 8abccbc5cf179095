"""Keeps the text that is written in its file: saves by itself, and never over what others wrote."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.core.problems import QuizError
from quizapp.formats.yaml_edit import whole_change
from quizapp.store.deck_edits import Opened
from quizapp.ui.authoring import Authoring
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.report import words_of

AUTOSAVE_MS = 1_000
"""A pause in typing after which the text is saved, also with errors in it: it is the author's file."""
State = Literal["saved", "unsaved", "failed", "reading"]


class Keeper(QObject):
    """One document and its file."""

    changed = Signal()
    """`state`, `error` or `outside` is another."""
    reloaded = Signal()
    """The file was changed elsewhere; nothing was unsaved, and the document says the same now."""

    def __init__(self, document: DeckDocument, authoring: Authoring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self._authoring = document, authoring
        self._opened: Opened | None = None
        self._unsaved = False
        self._is_held = False
        """A text that could not be saved lies with the backups."""
        self.error = ""
        """Why the text could not be saved, translated."""
        self.outside: Opened | None = None
        """The file as somebody else wrote it while there is something unsaved here."""
        self._pause = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._pause.timeout.connect(self.save)
        document.changed.connect(self._take_change)

    def open(self, opened: Opened, *, line: int = 0, read_only: bool = False) -> None:
        """Begin with a file; there is nothing to undo yet."""
        self._opened, self.outside, self.error = opened, None, ""
        self.document.read_only = read_only
        self.document.show_file(str(opened.path), opened.text, line=line)
        self._unsaved = self._is_held = False
        if not read_only:
            self._take_held(opened)
        self._pause.stop()
        self.changed.emit()

    def _take_held(self, opened: Opened) -> None:
        """What could not be saved the last time stands in the text again: as a change against the file."""
        held = self._authoring.held(opened)
        self._is_held = held is not None
        if held is not None and held != opened.text:
            self._change_to(held)
            self.outside, self._unsaved = opened, True

    @property
    def path(self) -> Path:
        assert self._opened is not None
        return self._opened.path

    @property
    def opened(self) -> Opened | None:
        """The file as it was last read or written here; what was typed since is not in it."""
        return self._opened

    @property
    def state(self) -> State:
        """How the file stands to the text."""
        if self.document.read_only:
            return "reading"
        if self.error:
            return "failed"
        return "unsaved" if self._unsaved else "saved"

    def save(self) -> bool:
        """Write the text if it is another than the file's; False if that cannot be now."""
        self._pause.stop()
        opened, text = self._opened, self.document.file.file_text
        if opened is None or not self._unsaved or self.document.read_only:
            return True
        if self.outside is not None:
            return False
        if text != opened.text or not opened.hash:
            try:
                self._opened = self._authoring.save(opened, text)
            except QuizError as error:
                return self._fail(error)
        self._unsaved, self.error = False, ""
        self._release()
        self.changed.emit()
        return True

    def rest(self) -> None:
        """The author leaves: save, and what cannot be saved is kept until the deck is opened again."""
        if self.save() or self._opened is None:
            return
        try:
            self._authoring.hold(self._opened, self.document.file.file_text)
            self._is_held = True
        except QuizError as error:
            self.error = words_of(error)
            self.changed.emit()

    def _release(self) -> None:
        if self._is_held and self._opened is not None:
            self._authoring.release(self._opened)
            self._is_held = False

    def take_saved(self, opened: Opened) -> None:
        """The file was written by a change over several files: the document says the same, undoably."""
        self._take(opened)

    def look(self) -> None:
        """Has somebody else written the file? Without anything unsaved here the text follows at once."""
        known = self.outside or self._opened
        if known is None:
            return
        try:
            if not self._authoring.is_changed(known):
                return
            now = self._authoring.open(self.path)
        except QuizError as error:
            self._lose(error)
            return
        if now.text == self.document.file.file_text:
            self._take(now)
        elif self._unsaved:
            self._pause.stop()
            self.outside = now
            self.changed.emit()
        else:
            self._take(now)
            self.reloaded.emit()

    def _lose(self, error: QuizError) -> None:
        """The file cannot be read any more; if it has gone, it can be written again."""
        if self.path.exists():
            self._fail(error)
            return
        self._pause.stop()
        self.outside = self._authoring.create(self.path)
        self.changed.emit()

    @property
    def is_gone(self) -> bool:
        """True if somebody took the file away."""
        return self.outside is not None and not self.outside.hash

    def reload(self) -> None:
        """Take what others wrote; what was written here can be brought back by undo."""
        if self.outside is not None:
            self._take(self.outside)

    def keep_mine(self) -> None:
        """Save over what others wrote; a backup keeps that."""
        if self.outside is not None:
            self._opened, self.outside, self._unsaved = self.outside, None, True
            self.save()

    def _take(self, now: Opened) -> None:
        document = self.document
        self._change_to(now.text)
        if document.file.file_text != now.text:  # its line ends are others now: that has no history
            document.show_file(str(now.path), now.text, line=document.cursor.blockNumber() + 1)
        self._opened, self.outside, self.error, self._unsaved = now, None, "", False
        self._release()
        self._pause.stop()
        self.changed.emit()

    def _change_to(self, text: str) -> None:
        """Let the document say something else: one step of undo."""
        new = text.replace("\r\n", "\n").replace("\r", "\n")
        if new != self.document.text:
            self.document.apply(whole_change(self.document.text, new))

    def _fail(self, error: QuizError) -> bool:
        if error.code == "deck_changed_outside":
            self.look()
        else:
            self.error = words_of(error)
        self.changed.emit()
        return False

    def _take_change(self) -> None:
        if self._opened is None or self.document.read_only:
            return
        if not self._unsaved or self.error:
            self._unsaved, self.error = True, ""
            self.changed.emit()
        if self.outside is None:
            self._pause.start()
