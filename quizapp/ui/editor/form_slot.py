"""The form's place: the form of the present card, or of the deck where the caret stands above all cards."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from quizapp.ui.editor.document import NO_CARD, DeckDocument
from quizapp.ui.editor.form import FormPane
from quizapp.ui.kit import Kit


class FormSlot(QStackedWidget):
    """Shows one of the two; the focus goes to the one that is shown."""

    def __init__(self, document: DeckDocument, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deck = QWidget()
        self.card = FormPane(document, kit)
        self.addWidget(self.deck)
        self.addWidget(self.card)
        document.card_changed.connect(self._take_card)

    def show_read_only(self, read_only: bool) -> None:
        """The deck may be looked at, but not written."""
        self.deck.setEnabled(not read_only)
        self.card.setEnabled(not read_only)

    def _take_card(self, card: int) -> None:
        shown = self.deck if card == NO_CARD else self.card
        self.setCurrentWidget(shown)
        self.setFocusProxy(shown)
