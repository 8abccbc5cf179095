"""What a RowTable is made of: the delegate that paints its cells, and the names over its columns."""

from typing import Any, Protocol, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from quizapp.ui import theme
from quizapp.ui.widgets.cell import Cell, PaintedCell, is_cut, lines_of, tip

Index = QModelIndex | QPersistentModelIndex
_HEADER = 40
"""Height of the names over columns, px."""


class _Rows(Protocol):
    """What these ask of their table."""

    def paint_line(self, painter: QPainter, y: float) -> None: ...
    def paint_row(self, painter: QPainter, row: int) -> None: ...
    def cell_of(self, index: Any) -> Cell: ...
    def link_place(self, index: Any) -> QRectF | None: ...
    def inner_rect(self, column: int, top: float, height: float) -> QRectF: ...


class RowDelegate(QStyledItemDelegate):
    """Paints each cell's words; subclasses paint what is not plain words. Widths and places in px."""

    height = 50
    """Least height of a row at 100 % text size."""
    role = "body"
    most_lines = 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def paint_cell(self, cell: PaintedCell, index: Index) -> None:
        cell.words(cell.rect, self.lines(index, cell.rect.width()), self.role, "text")

    def lines(self, index: Index, width: float) -> tuple[str, ...]:
        """The words of a cell, wrapped."""
        return lines_of(index.data(), self.role, width, self.most_lines)

    def row_height(self, index: Index, width: float) -> int:
        """Height of a row whose first column is `width` wide."""
        return theme.px(self.height)

    def link_rect(self, index: Index, cell: QRectF) -> QRectF | None:
        """A place in the first cell that does something else than choosing the row."""
        return None

    def link_tip(self) -> str:
        """What the link does."""
        return ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rows = cast(_Rows, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(option.rect)
        rows.paint_row(painter, index.row())
        self.paint_cell(rows.cell_of(index).painted_by(painter), index)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        QToolTip.showText(event.globalPos(), self._tip(event, cast(_Rows, view), index), view)
        return True

    def _tip(self, event: QHelpEvent, rows: _Rows, index: Index) -> str:
        if not index.isValid():
            return ""
        link = rows.link_place(index)
        if link and link.contains(event.pos()):
            return self.link_tip()
        words = str(index.data())
        return tip(words) if is_cut(words, self.lines(index, rows.cell_of(index).rect.width())) else ""


class RowHeader(QHeaderView):
    """Column names over a hairline."""

    def __init__(self, table: QAbstractItemView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table, self._height = table, _HEADER
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(0, theme.px(self._height))

    def set_height(self, height: int) -> None:
        """Another height, px at 100 % text size."""
        self._height = height
        self.updateGeometry()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        orientation = Qt.Orientation.Horizontal
        words = self.model().headerData(section, orientation)
        side = self.model().headerData(section, orientation, Qt.ItemDataRole.TextAlignmentRole)
        inner = cast(_Rows, self._table).inner_rect(section, rect.top(), rect.height())
        painter.save()
        painter.setClipRect(rect)
        cast(_Rows, self._table).paint_line(painter, rect.bottom())
        cell = PaintedCell(painter, inner, mirrored=self.isRightToLeft())
        cell.words(cell.rect, (words,), "small", "mut", at_end=bool(side & Qt.AlignmentFlag.AlignRight))
        painter.restore()
