"""The cards of the deck that is written, as rows: a first one for the deck itself, then every card."""

import re
from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from quizapp.core.messages import Severity
from quizapp.core.text import fold
from quizapp.ui.editor.document import NO_CARD, DeckDocument
from quizapp.ui.i18n import marked
from quizapp.ui.kinds import sign_of

ROW: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MIME = "application/x-quizapp-cards"
_LINE = re.compile(r"[\s-]*(?:id:[^\n]*\n\s*)?(?:\w+:[ \t]*)?(?P<words>.*)")
_DECK_SIGN, _UNKNOWN_SIGN = "settings", "file"


class CardRow(Struct, frozen=True):
    """What a row shows."""

    card: int
    """Its number in the file, from 0; -1 for the deck."""
    words: str
    icon: str
    """Name or outline."""
    kind: str = ""
    """Word of its kind, translated."""
    severity: Severity | None = None


class CardsModel(QAbstractListModel):
    """Follows a document. Rows are made when they are looked at."""

    drag_ended = Signal(int)
    """The chosen cards were dropped before the card of this number."""

    def __init__(self, document: DeckDocument) -> None:
        super().__init__(document)
        self._document = document
        self._words = ""
        self._shown: list[int] = []
        document.read.connect(self.refresh)
        self.refresh()

    @property
    def count(self) -> int:
        """All cards of the deck."""
        return len(self._document.items)

    def filter(self, words: str) -> None:
        """Show the cards that hold these words; all for none."""
        self._words = fold(words.casefold())
        self.refresh()

    def refresh(self) -> None:
        """The document was read anew."""
        shown = self._matching()
        if len(shown) == len(self._shown):
            self._shown = shown
            self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _matching(self) -> list[int]:
        items = self._document.items
        if not self._words:
            return [NO_CARD, *range(len(items))]
        text, wanted = self._document.text, self._words.split()
        found = ((at, fold(text[item.start : item.end].casefold())) for at, item in enumerate(items))
        return [at for at, words in found if all(word in words for word in wanted)]

    def card_of(self, index: _Index) -> int:
        """The card of a row."""
        return self._shown[index.row()]

    def index_of(self, card: int) -> QModelIndex:
        """The row of a card; an invalid one if it is filtered out."""
        return self.index(self._shown.index(card)) if card in self._shown else QModelIndex()

    def row(self, card: int) -> CardRow:
        """What the row of a card shows."""
        if card == NO_CARD:
            words = self.tr("About this deck")
            return CardRow(card, words, _DECK_SIGN, severity=self._severity(card))
        note = self._document.note(card) or self._document.last_note(card)
        if note is None:
            return CardRow(
                card, self._source(card), _UNKNOWN_SIGN, self.tr("Unknown kind"), self._severity(card)
            )
        sign = sign_of(note.kind.name)
        front = note.front(next(iter(note.parts), "")) or self._source(card)
        return CardRow(card, front, sign.outline, marked(sign.name, {}), self._severity(card))

    def _source(self, card: int) -> str:
        """The first words of a card that cannot be read."""
        items = self._document.items
        if card >= len(items):
            return ""
        line = _LINE.match(self._document.text[items[card].start : items[card].end])
        return (line["words"] if line else "").strip(" '\"") or self.tr("Empty card")

    def _severity(self, card: int) -> Severity | None:
        found = {problem.severity for problem in self._document.problems_of(card)}
        return "error" if "error" in found else "warning" if found else None

    # Qt

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row(self.card_of(index))
        values: dict[int, Any] = {
            ROW: row,
            Qt.ItemDataRole.DisplayRole: row.words,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken(row),
        }
        return values.get(role)

    def _spoken(self, row: CardRow) -> str:
        troubles = {"error": self.tr("has an error"), "warning": self.tr("has a warning")}
        trouble = troubles[row.severity] if row.severity else ""
        return ", ".join(filter(None, (row.words, row.kind, trouble)))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self._words:
            return flags | Qt.ItemFlag.ItemIsDropEnabled if not self._words else flags
        is_card = self.card_of(index) != NO_CARD
        return flags | Qt.ItemFlag.ItemIsDragEnabled if is_card else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(_MIME, b"1")
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if data.hasFormat(_MIME):
            self.drag_ended.emit(max(0, row - 1) if row >= 0 else self.count)
        return False  # the document tells what became of it; the view must not take rows away
