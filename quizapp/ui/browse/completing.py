"""A search field with its completions: what is offered, chosen, taken and refused."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from quizapp.ui.browse.completion import Completion, Offer
from quizapp.ui.browse.popup import Completions
from quizapp.ui.browse.queryfield import QueryField
from quizapp.ui.widgets.paint import MARGIN


class Completing(QObject):
    """Opens the list below the field while there is something to complete."""

    def __init__(self, field: QueryField, completion: Completion, over: QWidget) -> None:
        """over: the widget over which the list lies."""
        super().__init__(field)
        self._field, self._completion, self._over = field, completion, over
        self._refused = ""
        self.popup = Completions(over)
        field.textChanged.connect(self._on_text)
        field.typed.connect(self._offer)
        field.chosen_by.connect(self.popup.step)
        field.completed.connect(self._complete)
        field.left.connect(self.close)
        self.popup.picked.connect(self._take)

    def refuse(self) -> None:
        """Offer nothing for what is typed now."""
        self._refused = self._field.text()
        self.close()

    def show_text(self, text: str) -> None:
        """Put a text into the field that is not to be completed."""
        self._refused = text
        self._field.setText(text)
        self.close()

    def close(self) -> None:
        self.popup.show_offers(())
        self._field.completing = False

    def place(self) -> None:
        """Where the list lies now."""
        if not self.popup.isVisible():
            return
        field = self._field
        corner = field.mapTo(self._over, QPoint(MARGIN, field.height() + 2))
        hint = self.popup.sizeHint()
        width = min(hint.width(), field.width() - 2 * MARGIN)
        if field.isRightToLeft():
            corner.setX(corner.x() + field.width() - 2 * MARGIN - width)
        self.popup.setGeometry(corner.x(), corner.y(), width, hint.height())

    def _on_text(self) -> None:
        self._refused = ""

    def _offer(self) -> None:
        field = self._field
        text = field.text()
        wanted = field.hasFocus() and text != self._refused and not field.hasSelectedText()
        offers = self._completion.offers(text, field.caret) if wanted else ()
        self.popup.show_offers(offers)
        field.completing = bool(offers)
        self.place()

    def _complete(self) -> None:
        if (offer := self.popup.chosen) is not None:
            self._take(offer)

    def _take(self, offer: Offer) -> None:
        text, caret = self._field.text(), self._field.caret
        self._field.setText(text[: offer.start] + offer.text + text[caret:].lstrip())
        self._field.put_caret(offer.start + len(offer.text))
        self._offer()
