"""Tables of whole rows: as high as their content, one tab stop, arrows move, Enter or a click chooses."""

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import Cell, PaintedCell
from quizapp.ui.widgets.paint import BUTTON_RADIUS, Styled, box, ring
from quizapp.ui.widgets.rowcells import Index, RowDelegate, RowHeader

SIDE = 24
"""Words and lines keep this distance from the sides, px."""
_BOX_SIDE, _BOX_GAP, _FOCUS_GAP = 8, 3, 5
_AIRY = 34
"""Height of a row from which its focus ring keeps away from its neighbours, px."""
_CHEVRON, _CHEVRON_GAP = 18, 10

_CHOOSE = (*ENTER, Qt.Key.Key_Space)


class RowTable(Styled, QTableView):
    """A table that never scrolls by itself; put it into a scroll area."""

    chosen = Signal(object)
    """The row's value: Enter, Space or a click."""
    link_chosen = Signal(object)
    """The value of the row whose link was clicked (or Alt+Enter)."""
    edit_wanted = Signal(object)
    """The value of the row on which E was pressed."""
    menu_wanted = Signal(object, QPoint)
    """The value of a row, and where on the screen its menu opens: right click or Shift+F10."""
    current_moved = Signal(QRect)
    """Where the row with the keyboard's focus stands now, in this widget."""

    def __init__(
        self, delegate: RowDelegate, *, header: bool = False, side: int = SIDE, parent: QWidget | None = None
    ) -> None:
        """side: what words and lines keep from the sides, px."""
        super().__init__(parent)
        self.side = side
        self._delegate = delegate
        self._hovered = self._marked = -1
        self._chevrons = False
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self._prepare_view()
        self.names = RowHeader(self)
        """Over the columns."""
        self.setHorizontalHeader(self.names)
        self.horizontalHeader().setVisible(header)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)

    def _prepare_view(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def setModel(self, model: Any) -> None:
        super().setModel(model)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def set_width(self, column: int, width: int) -> None:
        """A column's width in px; 0 hides it. The first column takes what is left."""
        self.setColumnHidden(column, not width)
        if width:
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)

    def mark(self, row: int) -> None:
        """Lift the row that Enter chooses while the focus is elsewhere (in a search field); -1 = none."""
        self._marked = row
        self.viewport().update()

    def show_chevrons(self, shown: bool) -> None:
        """Say at each row's end that it leads on; the last column grows by `chevron_width`."""
        self._chevrons = shown
        self.viewport().update()

    @property
    def chevron_width(self) -> int:
        return theme.px(_CHEVRON) + _CHEVRON_GAP if self._chevrons else 0

    def fit(self) -> None:
        """Give each row its height, and the table that of all rows; a hidden table does it when shown."""
        if not self.isVisible():
            return
        heads = self.verticalHeader()
        heads.setDefaultSectionSize(theme.px(self._delegate.height))
        width = self.inner_rect(0, 0, 0).width()
        for row in range(self.model().rowCount()):
            height = self._delegate.row_height(self.model().index(row, 0), width)
            if heads.sectionSize(row) != height:
                heads.resizeSection(row, height)
        self.updateGeometry()
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def restyle(self) -> None:
        if self.isVisible():
            self.horizontalHeader().updateGeometry()
            self.updateGeometries()
            self.fit()

    def sizeHint(self) -> QSize:
        head = self.horizontalHeader()
        top = 0 if head.isHidden() else head.sizeHint().height()
        return QSize(theme.px(400), top + self.verticalHeader().length())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    # Painting

    def row_rect(self, row: int) -> QRectF:
        """A whole row in the viewport."""
        heads = self.verticalHeader()
        top = heads.sectionViewportPosition(row)
        return QRectF(0, top, self.viewport().width(), heads.sectionSize(row))

    def inner_rect(self, column: int, top: float, height: float) -> QRectF:
        """A column's cell without the table's sides, for its words."""
        head = self.horizontalHeader()
        rect = QRectF(head.sectionViewportPosition(column), top, head.sectionSize(column), height)
        start = self.side if column == 0 else 0
        last = head.sectionPosition(column) + head.sectionSize(column) == head.length()
        end = self.side + self.chevron_width if last else 0
        return rect.adjusted(end, 0, -start, 0) if self.isRightToLeft() else rect.adjusted(start, 0, -end, 0)

    def cell_of(self, index: Any) -> Cell:
        """The cell of an index, in the viewport."""
        row = self.row_rect(index.row())
        rect = self.inner_rect(index.column(), row.top(), row.height())
        return Cell(rect, mirrored=self.isRightToLeft())

    def link_place(self, index: Any) -> QRectF | None:
        """Where the row's link stands in the viewport."""
        cell = self.cell_of(index.siblingAtColumn(0))
        rect = self._delegate.link_rect(index.siblingAtColumn(0), cell.rect)
        return rect and cell.place(rect)

    def paint_line(self, painter: QPainter, y: float) -> None:
        """A hairline from side to side."""
        width = self.viewport().width() - 2 * self.side
        painter.fillRect(QRectF(self.side, y, width, 1), theme.color("line"))

    def paint_row(self, painter: QPainter, row: int) -> None:
        """The box of a hovered or current row, the line below, the chevron; the caller clips to a cell."""
        rect = self.row_rect(row)
        focused = self.hasFocus() and row == self.currentIndex().row()
        beside = min(_BOX_SIDE, self.side)
        if row < self.model().rowCount() - 1:
            self.paint_line(painter, rect.bottom() - 1)
        if focused:
            above = _FOCUS_GAP if rect.height() >= theme.px(_AIRY) else _BOX_GAP
            frame = rect.adjusted(beside, above, -beside, -above)
            box(painter, frame, BUTTON_RADIUS, fill="accsoft")
            ring(painter, frame, BUTTON_RADIUS)
        elif row in (self._hovered, self._marked):
            frame = rect.adjusted(beside, _BOX_GAP, -beside, -_BOX_GAP - 1)
            box(painter, frame, BUTTON_RADIUS, fill="hover" if row == self._hovered else "accsoft")
        if self._chevrons:
            size = theme.px(_CHEVRON)
            place = QRectF(rect.width() - self.side - size + 2, (rect.height() - size) / 2, size, size)
            token = "text" if focused or row == self._hovered else "mut"
            cell = PaintedCell(painter, rect, mirrored=self.isRightToLeft())
            cell.icon(place, "chevron", token, turns=True)

    # Keys and mouse

    def moveCursor(self, action: Any, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        last = self.model().rowCount() - 1
        row = self.currentIndex().row()
        move = QAbstractItemView.CursorAction
        target = {
            move.MoveUp: row - 1,
            move.MovePrevious: row - 1,
            move.MoveDown: row + 1,
            move.MoveNext: row + 1,
            move.MovePageUp: row - 10,
            move.MovePageDown: row + 10,
            move.MoveHome: 0,
            move.MoveEnd: last,
        }.get(action, row)
        return self.model().index(min(max(target, 0), last), 0) if last >= 0 else QModelIndex()

    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        self._tell_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_current()

    def _tell_current(self) -> None:
        self.viewport().update()
        if self.hasFocus() and self.currentIndex().isValid():
            rect = self.row_rect(self.currentIndex().row()).toRect()
            self.current_moved.emit(rect.translated(self.viewport().pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_E and not event.modifiers() and index.isValid():
            self.edit_wanted.emit(_value(index))
        elif event.key() not in _CHOOSE or not index.isValid():
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.link_place(index):
                self.link_chosen.emit(_value(index))
        else:
            self.chosen.emit(_value(index))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.setCurrentIndex(self.currentIndex().siblingAtColumn(0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        same = index.isValid() and index.row() == self.currentIndex().row()
        if same and event.button() == Qt.MouseButton.LeftButton:
            signal = self.link_chosen if self._on_link(index, event.position()) else self.chosen
            signal.emit(_value(index))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        place = event.pos()  # of the viewport: there the event comes from
        index = self.indexAt(place) if by_mouse else self.currentIndex()
        if index.isValid():
            if not by_mouse:
                place = self.row_rect(index.row()).toRect().center()
            self.menu_wanted.emit(_value(index), self.viewport().mapToGlobal(place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _on_link(self, index: QModelIndex, point: QPointF) -> bool:
        place = self.link_place(index)
        return place is not None and place.contains(point)


def _value(index: Index) -> Any:
    return index.data(Qt.ItemDataRole.UserRole)
