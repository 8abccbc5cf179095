"""Cards worth a second look: those forgotten most, and leeches."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.core.stats import OFTEN, Hard
from quizapp.ui import theme
from quizapp.ui.models.decks import Index
from quizapp.ui.stats.figures import TIMES, Spoken, count
from quizapp.ui.stats.panel import PADDING, RADIUS
from quizapp.ui.stats.table import Column, Figure, Table, named, row_words
from quizapp.ui.widgets.cell import PaintedCell, lines_of, words_width
from quizapp.ui.widgets.label import CutLabel, label
from quizapp.ui.widgets.paint import MARGIN
from quizapp.ui.widgets.panel import Panel
from quizapp.ui.widgets.rowcells import RowDelegate
from quizapp.ui.widgets.rows import RowTable

_ROW, _HEAD, _SIDE, _GAP = 38, 28, 4, 18
_DECK_W, _DECK_SHARE = 210, 0.28
_FRONT, _DECK, _FORGOTTEN, _STABILITY = range(4)


class CardTables(Spoken):
    """The words of the tables."""

    def hardest(self) -> str:
        return self.tr("Hardest cards")

    def leeches(self) -> str:
        return self.tr("Leeches")

    def forgotten(self, card: Hard) -> str:
        return self.tr("{forgotten} of {reviews}").format(
            forgotten=count(card.forgotten), reviews=count(card.reviews)
        )

    def table(self, cards: tuple[Hard, ...], *, by_lapses: bool = False) -> Table:
        """by_lapses: say those, by which leeches are told, in place of the answers forgotten."""
        columns = (
            Column(self.tr("Question"), figures=False, role="row"),
            Column(self.tr("Deck"), figures=False, token="mut"),
            Column(self.tr("Lapses") if by_lapses else self.tr("Forgotten"), figures=False, role="cap"),
            Column(self.tr("Stability"), figures=False, token="mut"),
        )
        return Table(columns, tuple(self._row(card, by_lapses) for card in cards))

    def _row(self, card: Hard, by_lapses: bool) -> tuple[Figure, ...]:
        lapses = Figure(card.lapses, count(card.lapses))
        forgotten = Figure(f"{card.forgotten}/{card.reviews}", self.forgotten(card))
        return (
            named(card.front),
            named(card.deck),
            lapses if by_lapses else forgotten,
            _stability(card.stability),
        )


def _stability(days: float | None) -> Figure:
    """None before the first review that moved the schedule."""
    return Figure(None, "–") if days is None else Figure(round(days, 2), TIMES.days(days))


TABLES = CardTables()


class HardModel(QAbstractTableModel):
    """Cards with how often they were forgotten."""

    def __init__(self, parent: QObject | None = None, *, by_lapses: bool = False) -> None:
        super().__init__(parent)
        self._by_lapses = by_lapses
        self.cards: tuple[Hard, ...] = ()
        self.table = TABLES.table((), by_lapses=by_lapses)

    def show_cards(self, cards: tuple[Hard, ...]) -> None:
        self.beginResetModel()
        self.cards, self.table = cards, TABLES.table(cards, by_lapses=self._by_lapses)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.cards)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.columns[section].title
        return Qt.AlignmentFlag.AlignLeft if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[index.row()][index.column()].words
        if role == Qt.ItemDataRole.UserRole:
            return self.cards[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return row_words(self.table, index.row())
        return None


class _Delegate(RowDelegate):
    height = _ROW
    role = "row"

    def paint_cell(self, cell: PaintedCell, index: Index) -> None:
        column = index.model().table.columns[index.column()]  # type: ignore[attr-defined]
        room = cell.rect.adjusted(0, 0, -_GAP, 0)
        most = self.most_lines if index.column() == _FRONT else 1
        lines = lines_of(index.data(), column.role, room.width(), most)
        cell.words(room, lines, column.role, column.token, tabular=True)

    def lines(self, index: Index, width: float) -> tuple[str, ...]:
        column = index.model().table.columns[index.column()]  # type: ignore[attr-defined]
        most = self.most_lines if index.column() == _FRONT else 1
        return lines_of(index.data(), column.role, width - _GAP, most)

    def row_height(self, index: Index, width: float) -> int:
        more = len(self.lines(index, width)) - 1
        return theme.px(self.height) + more * theme.px(18)


class HardTable(RowTable):
    """Enter opens the editor, H the history, S suspends; the menu has all three."""

    history_wanted = Signal(object)
    suspend_wanted = Signal(object)

    def __init__(self, *, by_lapses: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_Delegate(), header=True, side=_SIDE, parent=parent)
        self.cards = HardModel(self, by_lapses=by_lapses)
        self.setModel(self.cards)
        self.names.set_height(_HEAD)

    def show_cards(self, cards: tuple[Hard, ...]) -> None:
        row = max(0, self.currentIndex().row())
        self.cards.show_cards(cards)
        if cards:
            self.setCurrentIndex(self.cards.index(min(row, len(cards) - 1), 0))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Where room is short the deck goes first, then the stability: the row says both aloud."""
        width = self.width() - 2 * _SIDE
        rows = self.cards.table.rows
        for at in (_FORGOTTEN, _STABILITY):
            column = self.cards.table.columns[at]
            words = [column.title, *(row[at].words for row in rows)]
            widest = max(words_width(one, "cap") for one in words)
            shown = at == _FORGOTTEN or width > theme.px(420)
            self.set_width(at, round(widest) + _GAP + 2 * _SIDE if shown else 0)
        deck = min(theme.px(_DECK_W), round(width * _DECK_SHARE))
        self.set_width(_DECK, deck if width > theme.px(560) else 0)

    def resizeEvent(self, event: Any) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def restyle(self) -> None:
        if self.isVisible():
            self._fit_columns()
        super().restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = {Qt.Key.Key_H: self.history_wanted, Qt.Key.Key_S: self.suspend_wanted}
        signal = signals.get(Qt.Key(event.key()))
        index = self.currentIndex()
        if signal is not None and index.isValid() and not event.modifiers():
            signal.emit(index.data(Qt.ItemDataRole.UserRole))
        else:
            super().keyPressEvent(event)


class CardsPanel(Panel):
    """A list of cards with a heading; where there are none, what would be listed."""

    def __init__(
        self, name: str, heading: str, fact: str, none: tuple[str, str], *, by_lapses: bool = False
    ) -> None:
        """none: a sentence for an empty list, and one below it."""
        super().__init__(radius=RADIUS, padding=PADDING)
        self.name, self.title = name, heading
        self.heading, self.fact = label("heading", heading), CutLabel("small", fact, token="mut")
        self.table_view = HardTable(by_lapses=by_lapses)
        self.table_view.setAccessibleName(heading)
        self._none = label("small", none[0], wrap=True)
        self._below = label("small", none[1], "mut", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        head.setSpacing(10)
        head.addWidget(self.heading)
        head.addWidget(self.fact, 1)
        self.content.addLayout(head)
        self.content.addWidget(self.table_view)
        for words in (self._none, self._below):
            words.setContentsMargins(MARGIN, 6, MARGIN, 2)
            self.content.addWidget(words)

    def table(self) -> Table:
        return self.table_view.cards.table

    def show_cards(self, cards: tuple[Hard, ...]) -> None:
        self.table_view.show_cards(cards)
        self.table_view.setVisible(bool(cards))
        self.fact.setVisible(bool(cards))
        self._none.setVisible(not cards)
        self._below.setVisible(not cards)


def hardest(owner: QWidget) -> CardsPanel:
    """The panel of those forgotten most. owner: its words are translated for it."""
    return CardsPanel(
        "hardest",
        TABLES.hardest(),
        owner.tr("at least {least} reviews, most often forgotten").format(least=count(OFTEN)),
        (
            owner.tr("Nothing here yet: cards are listed from {least} reviews on.").format(
                least=count(OFTEN)
            ),
            owner.tr("Such cards are worth rewriting: shorter, one fact each."),
        ),
    )


def leeches(owner: QWidget) -> CardsPanel:
    """The panel of cards that were forgotten again and again."""
    return CardsPanel(
        "leeches",
        TABLES.leeches(),
        owner.tr("forgotten again and again"),
        (
            owner.tr("No leeches: no card was forgotten again and again."),
            owner.tr("Settings say from how many times on a card is one."),
        ),
        by_lapses=True,
    )
