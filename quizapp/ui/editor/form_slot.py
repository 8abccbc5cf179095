"""The form's place: the form of the present card, or of the deck where the caret stands above all cards."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from quizapp.ui.editor.deck_form import DeckForm
from quizapp.ui.editor.document import NO_CARD, DeckDocument
from quizapp.ui.editor.form import FormPane
from quizapp.ui.kit import Kit
from quizapp.ui.widgets.panel import Panel


class FormSlot(Panel):
    """Shows one of the two on the panel."""

    yaml_wanted = Signal()
    """The text is to be shown, where the card stands in it."""

    def __init__(self, document: DeckDocument, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(1, 1, 1, 1), parent=parent)
        self._document = document
        self.deck, self.card = DeckForm(document), FormPane(document, kit)
        self._stack = QStackedWidget()
        for form in (self.deck, self.card):
            self._stack.addWidget(form)
            form.yaml_wanted.connect(self.yaml_wanted)
        self.content.addWidget(self._stack)
        document.card_changed.connect(self._take_card)
        self._take_card(document.card)

    def show_read_only(self, read_only: bool) -> None:
        """The deck may be looked at, but not written."""
        self._stack.setEnabled(not read_only)

    def focus_first(self) -> None:
        """Write into the first field of the one that is shown."""
        (self.deck if self._document.card == NO_CARD else self.card).focus_first()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus_first()

    def _take_card(self, card: int) -> None:
        self._stack.setCurrentWidget(self.deck if card == NO_CARD else self.card)
