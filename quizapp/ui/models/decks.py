"""Home's decks as a table model."""

import unicodedata
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from quizapp.core.overview import DeckRow

Index = QModelIndex | QPersistentModelIndex
VALUE = Qt.ItemDataRole.UserRole
"""Role of the row's value."""

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """The table's columns."""

    NAME = 0
    RECALLED = 1
    NEW = 2
    LEARNING = 3
    DUE = 4


_COUNTS = {Column.NEW: "new", Column.LEARNING: "learning", Column.DUE: "due"}


class DeckModel(QAbstractTableModel):
    """Decks in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DeckRow, ...] = ()

    def show_rows(self, rows: tuple[DeckRow, ...]) -> None:
        """Show these; where the decks stay the same, only their numbers change and no selection is lost."""
        if [row.deck_key for row in rows] == [row.deck_key for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, deck_key: int) -> int | None:
        """Where a deck stands now."""
        return next((at for at, row in enumerate(self._rows) if row.deck_key == deck_key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == VALUE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in _COUNTS else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(row) if column == Column.NAME else self._words(row, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _COUNTS else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Deck"),
                self.tr("Likely recalled"),
                self.tr("New"),
                self.tr("Learning"),
                self.tr("Due"),
            )[section]
        return None

    def sentence(self, row: DeckRow) -> str:
        """A whole row for a screen reader: "Groups on the list, 9 due, 2 learning, 78 % likely recalled"."""
        counts = (
            (row.due, self.tr("%n due", "", row.due)),
            (row.learning, self.tr("%n learning", "", row.learning)),
            (row.new, self.tr("%n new", "", row.new)),
            (row.problems, self.problems(row)),
        )
        parts = [row.title, *(words for count, words in counts if count)]
        if not row.due:
            parts.insert(1, self.tr("none due"))
        if row.recalled is None:
            parts.append(self.tr("not started"))
        else:
            parts.append(self.tr("{share} likely recalled").format(share=share(row.recalled)))
        return ", ".join(parts)

    def problems(self, row: DeckRow) -> str:
        """The words of the marker at a deck whose file has errors."""
        return self.tr("%n problems", "", row.problems)

    def _words(self, row: DeckRow, column: Column) -> str:
        if column == Column.NAME:
            return row.title
        if column == Column.RECALLED:
            return self.tr("not started") if row.recalled is None else share(row.recalled)
        count: int = getattr(row, _COUNTS[column])
        return QLocale().toString(count) if count else "–"


def share(value: float) -> str:
    """A share in [0, 1] as "47 %"."""
    return f"{QLocale().toString(round(value * 100))} %"


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def listed(rows: tuple[DeckRow, ...], words: list[str]) -> tuple[DeckRow, ...]:
    """The decks whose titles hold all the words, whatever case and marks; those of a course together."""
    places = {course: at for at, course in enumerate(dict.fromkeys(row.course for row in rows))}
    wanted = [_bare(word) for word in words]
    found = (row for row in rows if not wanted or all(word in _bare(row.title) for word in wanted))
    return tuple(sorted(found, key=lambda row: places[row.course]))
