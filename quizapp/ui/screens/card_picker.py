"""Find one card among all: a search field and the cards it finds below it."""

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from quizapp.core.renames import Pair
from quizapp.ui.models.cards import CardModel
from quizapp.ui.models.decks import VALUE
from quizapp.ui.screens.card_rows import CardDelegate
from quizapp.ui.services import Services
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import MARGIN, announce
from quizapp.ui.widgets.rows import RowTable
from quizapp.ui.widgets.search import SearchField

_MOST = 8


class Candidate(Struct, frozen=True):
    """A card that may be picked."""

    card_id: str
    front: str
    deck: str
    alike: float = 0.0
    """How alike it is to the one that is looked for; 0 if it was searched for by words."""


class CardPicker(QWidget):
    """Shows likely cards until words are typed; Enter picks the first, the arrow down goes into the list."""

    picked = Signal(object)
    """A Candidate."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._likely: tuple[Candidate, ...] = ()
        self.search = SearchField(self.tr("Search cards"))
        self._model = CandidateModel(self)
        self.table = RowTable(CardDelegate())
        self.table.setAccessibleName(self.tr("Cards to pick from"))
        self.table.setModel(self._model)
        self._none = label("small", token="mut", wrap=True)
        self._none.setContentsMargins(MARGIN, 0, MARGIN, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.search, self._none, self.table):
            column.addWidget(widget)
        for widget in (self.search, self.table):
            widget.installEventFilter(self)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._pick_first)
        self.search.left_down.connect(self._into_list)
        self.table.chosen.connect(self.picked)

    def show_likely(self, pairs: tuple[Pair, ...]) -> None:
        """What is offered before anything is searched for."""
        self._likely = tuple(
            Candidate(pair.new.uid, pair.new.front, pair.new.deck, pair.alike) for pair in pairs
        )
        self.search.clear()
        self._find("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows, and Esc while there are words, are for field and list, whatever they do elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            clears = event.key() == Qt.Key.Key_Escape and watched is self.search and bool(self.search.text())
            if clears or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def _find(self, words: str) -> None:
        found = self._found(words) if words.strip() else self._likely
        self._model.show_values(found)
        self.table.mark(0 if found else -1)
        self.table.setVisible(bool(found))
        self._none.setVisible(not found)
        self._none.setText(
            self.tr("Nothing found for “{words}”.").format(words=words.strip())
            if words.strip()
            else self.tr("Type some of its words.")
        )
        if words.strip():
            announce(self, self.tr("%n cards found", "", len(found)))

    def _found(self, words: str) -> tuple[Candidate, ...]:
        rows = self._services.card_rows(self._services.search(words).keys[: 2 * _MOST])
        present = (row for row in rows if not row.missing)
        return tuple(Candidate(row.card_id, row.question, row.deck) for row in present)[:_MOST]

    def _pick_first(self) -> None:
        first = self._model.index(0, 0)
        if first.isValid():
            self.picked.emit(first.data(VALUE))

    def _into_list(self) -> None:
        if self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(0, 0))
            self.table.setFocus()


class CandidateModel(CardModel):
    """Cards to pick from, with their decks, and how alike they are where that was reckoned."""

    def aside(self, value: Candidate) -> str:
        if not value.alike:
            return value.deck
        percent = self.tr("{percent} % alike").format(percent=int(100 * value.alike))
        return ", ".join(filter(None, (value.deck, percent)))

    def sentence(self, value: Candidate) -> str:
        return f"{value.front}, {self.aside(value)}"
