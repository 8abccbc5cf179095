"""Keys and words offered while one writes YAML: Tab takes one, Esc closes the list, all else goes on."""

from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent

from quizapp.formats import deck_completion
from quizapp.ui import theme
from quizapp.ui.browse.completion import Offer
from quizapp.ui.browse.popup import Completions
from quizapp.ui.editor.document import NO_CARD
from quizapp.ui.editor.yaml_text import YamlText
from quizapp.ui.i18n import marked

_MOST, _WIDTH = 8, 420
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class YamlCompletion(QObject):
    """Serves one text; its list lies over the text, the focus stays there."""

    def __init__(self, text: YamlText) -> None:
        super().__init__(text)
        self._text = text
        self.popup = Completions(text, foot=False)
        self.popup.picked.connect(self.take)

    def offer(self) -> None:
        """Something was typed: offer what may follow."""
        document, cursor = self._text.deck, self._text.textCursor()
        block = cursor.block().text()
        before = block[: len(block.encode("utf-16-le")[: 2 * cursor.positionInBlock()].decode("utf-16-le"))]
        if cursor.hasSelection() or block[len(before) :].strip():
            self.close()
            return
        card = document.card
        data = document.data(card) if card != NO_CARD else None
        deck = document.loaded.deck
        found = deck_completion.suggest(
            before, in_card=card != NO_CARD, used=data or (), sources=deck.sources if deck else ()
        )
        start = cursor.position() - found.typed
        offers = tuple(
            Offer(start=start, text=one.text, head=one.text.strip(), meaning=one.about and marked(one.about))
            for one in found.found[:_MOST]
        )
        self.popup.show_offers(offers)
        self._place()

    def close(self) -> None:
        """Offer nothing."""
        self.popup.show_offers(())

    def takes(self, event: QKeyEvent) -> bool:
        """True for a key that is for the list."""
        chosen = self.popup.chosen
        if chosen is None:
            return False
        if event.key() in _STEPS:
            self.popup.step(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Tab:
            self.take(chosen)
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def take(self, offer: Offer) -> None:
        """Write what was chosen in place of what was typed of it."""
        cursor = self._text.textCursor()
        cursor.setPosition(offer.start, cursor.MoveMode.KeepAnchor)
        cursor.insertText(offer.text)
        self._text.setTextCursor(cursor)
        self.close()
        if offer.text.endswith(" "):
            self.offer()

    def _place(self) -> None:
        """Below the caret, or above it where there is no room."""
        if not self.popup.isVisible():
            return
        area = self._text.viewport()
        caret = self._text.cursorRect()
        hint = self.popup.sizeHint()
        size = QSize(min(theme.px(_WIDTH), area.width() - 8), hint.height())
        corner = area.mapTo(self._text, QPoint(caret.left(), caret.bottom() + 4))
        if corner.y() + size.height() > self._text.height():
            corner.setY(max(0, corner.y() - size.height() - caret.height() - 8))
        corner.setX(max(0, min(corner.x(), area.geometry().right() - size.width())))
        self.popup.setGeometry(corner.x(), corner.y(), size.width(), size.height())
