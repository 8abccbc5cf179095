"""A chart's numbers as a table that takes the chart's place, and scrolls in it."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QTableView, QWidget

from quizapp.ui import theme
from quizapp.ui.models.decks import Index
from quizapp.ui.stats.canvas import wide
from quizapp.ui.stats.table import Column, Table, row_words
from quizapp.ui.widgets.cell import PaintedCell, lines_of
from quizapp.ui.widgets.rowcells import RowDelegate
from quizapp.ui.widgets.rows import RowTable

_SIDE, _GAP, _ROW, _HEAD = 4, 14, 25, 26
_ROWS = 5
"""To be seen at a time, in the place of a chart."""
_LEAST_ROWS, _LEAST_COLUMNS = 3, 2
_NAME = 90
"""Of a name at least, px."""
_EMPTY = Table((Column(""),), ())


class TableModel(QAbstractTableModel):
    """A Table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = _EMPTY

    def show_table(self, table: Table) -> None:
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        column = self.table.columns[section] if section < len(self.table.columns) else _EMPTY.columns[0]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if column.silent else column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.rows[index.row()][index.column()].words
        if role == Qt.ItemDataRole.UserRole:
            return index.row()
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return row_words(self.table, index.row())
        return None


class _Delegate(RowDelegate):
    height = _ROW

    def paint_cell(self, cell: PaintedCell, index: Index) -> None:
        model = index.model()
        assert isinstance(model, TableModel)
        column = model.table.columns[index.column()]
        lines = lines_of(index.data(), column.role, cell.rect.width(), 1)
        cell.words(cell.rect, lines, column.role, column.token, at_end=column.figures, tabular=True)

    def lines(self, index: Index, width: float) -> tuple[str, ...]:
        return lines_of(index.data(), "small", width, 1)


class FigureTable(RowTable):
    """One tab stop; Up and Down walk the rows, which are read aloud."""

    toggled = Signal()
    """T: the chart again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_Delegate(), header=True, side=_SIDE, parent=parent)
        self._model = TableModel(self)
        self.setModel(self._model)
        self.names.set_height(_HEAD)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAutoScroll(True)
        self.viewport().unsetCursor()
        self._rows = _ROWS

    @property
    def table(self) -> Table:
        return self._model.table

    def show_table(self, name: str, table: Table) -> None:
        """name: of the chart, for screen readers."""
        row = max(0, self.currentIndex().row())
        self.setAccessibleName(name)
        self._model.show_table(table)
        if table.rows:
            self.setCurrentIndex(self._model.index(min(row, len(table.rows) - 1), 0))
        self._fit_columns()

    def show_rows(self, most: int) -> None:
        """How many rows it is high, if there are so many."""
        self._rows = max(_LEAST_ROWS, min(most, len(self.table.rows)))
        self.updateGeometry()

    def _fit_columns(self) -> None:
        """Each as wide as its widest figure, the first takes the rest; where that is too little the last
        ones go, but never the second. A row read aloud has them all."""
        widths = [self._asked(at) for at in range(len(self.table.columns))]
        room = self.viewport().width() - 2 * self.side
        shown = len(widths)
        while shown > _LEAST_COLUMNS and sum(widths[:shown]) > room:
            shown -= 1
        for at in range(1, len(widths)):
            last = self.side if at == shown - 1 else 0
            self.set_width(at, widths[at] + last if at < shown else 0)

    def _asked(self, at: int) -> int:
        """What a column needs; of the first its beginning will do, where it is long."""
        column = self.table.columns[at]
        figures = [wide(row[at].words, column.role) for row in self.table.rows]
        title = 0 if column.silent else wide(column.title)
        if not at:
            return round(min(max(figures, default=0), theme.px(_NAME))) + 2
        return round(max(title, *figures, 0) + 2) + theme.px(_GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def restyle(self) -> None:
        super().restyle()
        if self.isVisible():
            self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.toggled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_E):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # the panel has the menu

    def wheelEvent(self, event: QWheelEvent) -> None:
        QTableView.wheelEvent(self, event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(_HEAD) + self._rows * theme.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(_HEAD) + 2 * theme.px(_ROW))
