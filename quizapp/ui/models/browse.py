"""The cards that a search found, as a table model: all their keys, rows only of what is looked at."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from quizapp.store.browse_rows import Row
from quizapp.ui.browse.words import words
from quizapp.ui.models.decks import VALUE, Index

BATCH = 128
"""Rows fetched at a time."""
_KEPT = 64
"""Batches kept."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(Struct, frozen=True, kw_only=True):
    """A column that the learner may choose."""

    key: str
    """As in the settings, and what a search sorts by."""
    width: int
    """At 100 % text size, px."""
    at_end: bool = False
    """Numbers stand at the side where lines end."""
    words: Callable[[Row, int], str]
    """A row and the present study day -> the cell."""


COLUMNS: tuple[Column, ...] = (
    Column(key="question", width=339, words=lambda row, today: row.question),
    Column(key="kind", width=94, words=lambda row, today: words.kind(row)),
    Column(key="deck", width=138, words=lambda row, today: row.deck),
    Column(key="tags", width=104, words=lambda row, today: ", ".join(row.tags)),
    Column(key="due", width=92, words=words.due),
    Column(key="stability", width=76, at_end=True, words=lambda row, today: words.short_days(row.stability)),
    Column(key="difficulty", width=84, at_end=True, words=lambda row, today: words.number(row.difficulty)),
    Column(key="interval", width=76, at_end=True, words=lambda row, today: words.short_days(row.interval)),
    Column(key="reviews", width=84, at_end=True, words=lambda row, today: words.number(row.reviews)),
    Column(key="lapses", width=92, at_end=True, words=lambda row, today: words.number(row.lapses)),
    Column(key="added", width=104, words=lambda row, today: words.added(row)),
    Column(key="status", width=92, words=lambda row, today: words.status(row)),
)
"""All columns in their order; the first one is always there."""
DEFAULT = ("kind", "deck", "tags", "due", "stability")
"""Columns beside the question that show until the learner chooses others."""
PLACES: Mapping[str, int] = {column.key: at for at, column in enumerate(COLUMNS)}


class BrowseModel(QAbstractTableModel):
    """Rows are fetched in batches when they are first looked at."""

    def __init__(
        self, fetch: Callable[[Sequence[int]], Sequence[Row]], parent: QObject | None = None
    ) -> None:
        """fetch: card_keys -> their rows, in order; a card that has gone meanwhile has none."""
        super().__init__(parent)
        self._fetch = fetch
        self._keys: Sequence[int] = ()
        self._today = 0
        self.ends: frozenset[int] = frozenset()
        self._batches: OrderedDict[int, Mapping[int, Row]] = OrderedDict()
        self.sorted_by, self.descending = "due", False

    def show_keys(self, keys: Sequence[int], today: int, ends: Collection[int] = ()) -> None:
        """Show these cards in this order. today: the study day; ends: the last row of each group, if any."""
        self.beginResetModel()
        self._keys, self._today, self.ends = keys, today, frozenset(ends)
        self._batches.clear()
        self.endResetModel()

    def refresh(self, today: int) -> None:
        """The same cards, as they are now."""
        self._today = today
        self._batches.clear()
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, len(COLUMNS) - 1))

    def show_sort(self, key: str, *, descending: bool) -> None:
        """The header marks the column that the cards are sorted by."""
        self.sorted_by, self.descending = key, descending
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    @property
    def keys(self) -> Sequence[int]:
        """All card_keys in order."""
        return self._keys

    @property
    def today(self) -> int:
        return self._today

    def place_of(self, card_key: int) -> int | None:
        """The row that a card stands in."""
        try:
            return self._keys.index(card_key)
        except ValueError:
            return None

    def row(self, place: int) -> Row | None:
        """The card in a row; None if it has gone meanwhile."""
        number = place // BATCH
        batch = self._batches.get(number)
        if batch is None:
            keys = self._keys[number * BATCH : (number + 1) * BATCH]
            batch = {row.card_key: row for row in self._fetch(keys)}
            self._batches[number] = batch
            if len(self._batches) > _KEPT:
                self._batches.popitem(last=False)
        else:
            self._batches.move_to_end(number)
        return batch.get(self._keys[place])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[index.column()].at_end else _LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, VALUE, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index.row())
        if row is None or role == VALUE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self.sentence(row)
        return COLUMNS[index.column()].words(row, self._today)

    def sentence(self, row: Row) -> str:
        """A whole row for a screen reader."""
        due = self.tr("due {day}").format(day=words.due(row, self._today))
        if row.due_day is None or row.suspended:
            due = words.due(row, self._today)
        flagged = self.tr("flagged") if row.flagged else ""
        return ", ".join(part for part in (row.question, words.kind(row), row.deck, due, flagged) if part)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[section].at_end else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(COLUMNS[section].key)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._title_heard(COLUMNS[section].key)
        return None

    def title(self, key: str) -> str:
        """The name of a column."""
        return {
            "question": self.tr("Question"),
            "kind": self.tr("Kind"),
            "deck": self.tr("Deck"),
            "tags": self.tr("Tags"),
            "due": self.tr("Due"),
            "stability": self.tr("Stability"),
            "difficulty": self.tr("Difficulty"),
            "interval": self.tr("Interval"),
            "reviews": self.tr("Reviews"),
            "lapses": self.tr("Forgotten"),
            "added": self.tr("Added"),
            "status": self.tr("Status"),
        }[key]

    def _title_heard(self, key: str) -> str:
        if key != self.sorted_by:
            return self.title(key)
        order = self.tr("sorted downwards") if self.descending else self.tr("sorted upwards")
        return f"{self.title(key)}, {order}"
