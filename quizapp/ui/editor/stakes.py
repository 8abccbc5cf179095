"""What the present card has to lose: the reviews that stay with it."""

from PySide6.QtCore import QObject, Signal

from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.services import Services


class Stakes(QObject):
    """Follows the present card of a document."""

    changed = Signal(str)
    """The sentence, translated; empty where the card was never answered."""

    def __init__(self, services: Services, document: DeckDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._document = services, document
        document.card_changed.connect(self.refresh)
        document.read.connect(self.refresh)

    def refresh(self, card: int = 0) -> None:
        """Something may be another: the card, or its progress."""
        document = self._document
        note = document.note(document.card)
        deck = document.loaded.deck
        if note is None or deck is None:
            self.changed.emit("")
            return
        place = next(at for at, one in enumerate(deck.notes) if one is note)
        reviews = self._services.identities.stake(document.path, place, note.id).reviews
        if not reviews:
            self.changed.emit(self.tr("It was not answered yet."))
        elif note.id:
            words = self.tr("Your %n reviews stay with this card (id {id}).", "", reviews)
            self.changed.emit(words.format(id=note.id))
        else:
            self.changed.emit(self.tr("Your %n reviews stay with this card.", "", reviews))
