"""Ids are written only into cards whose text the library knows: then their progress is found again by it."""

from PySide6.QtCore import QObject, Signal

from quizapp.ui.editor.keeper import Keeper
from quizapp.ui.services import Changes, Services


class Pinning(QObject):
    """Saves the text and waits until it is on the shelf; a new id with a new text would begin anew."""

    ready = Signal(object)
    """The numbers of the cards that may get their ids now."""

    def __init__(self, services: Services, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._keeper = services, keeper
        self._cards: tuple[int, ...] = ()
        self._text = ""
        services.changed.connect(self._take_changes)

    def ask(self, cards: tuple[int, ...]) -> None:
        """Ids are wanted for these cards; forgotten if the text changes before they can be written."""
        self._cards, self._text = cards, self._keeper.document.text
        self._go_on()

    def _take_changes(self, changes: Changes) -> None:
        if changes.library and self._cards:
            self._go_on()

    def _go_on(self) -> None:
        if self._keeper.document.text != self._text or not self._keeper.save():
            self._cards = ()
        elif self._is_known():
            cards, self._cards = self._cards, ()
            self.ready.emit(cards)

    def _is_known(self) -> bool:
        """True if the shelf says what the file says, or the deck is on no shelf."""
        path, opened = str(self._keeper.path), self._keeper.opened
        files = [file for file in self._services.library.files if file.path == path]
        return opened is None or all(file.hash == opened.hash for file in files)
