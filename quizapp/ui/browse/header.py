"""The names over the columns of the table of cards: they sort, widen and choose, by mouse and by key."""

from typing import Protocol, cast

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from quizapp.ui import theme
from quizapp.ui.models.browse import COLUMNS, BrowseModel
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.cell import PaintedCell, lines_of, words_width
from quizapp.ui.widgets.paint import announce, begin, box

_HEIGHT = 39
_CHEVRON, _CHEVRON_GAP = 14, 3
_WIDEN = 16
"""Steps of Alt+arrows, px."""


class _Table(Protocol):
    """What the header asks of its table."""

    def inner_rect(self, column: int, top: float, height: float) -> QRectF: ...
    def columns_at(self) -> list[int]: ...
    def paint_mark(self, painter: QPainter) -> None: ...


class CardHeader(QHeaderView):
    """Reached from the first row by the arrow up; left by the arrow down."""

    sort_wanted = Signal(str)
    """Key of a column."""
    menu_wanted = Signal(QPoint)
    """The menu of columns, at a place on the screen."""
    mark_clicked = Signal()
    """The check box over all rows."""

    def __init__(self, table: QAbstractItemView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.at = 0
        """The column that keys act on."""
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(40)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Columns"))

    @property
    def _model(self) -> BrowseModel:
        return cast(BrowseModel, self.model())

    @property
    def _asked(self) -> _Table:
        return cast(_Table, self._table)

    def sizeHint(self) -> QSize:
        return QSize(0, theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self.viewport())
        height = self.viewport().height()
        for column in self._asked.columns_at():
            inner = self._asked.inner_rect(column, 0, height)
            if column == 0:
                if self.offset():  # names that were scrolled below the frozen column
                    painter.fillRect(inner.adjusted(0, 2, 0, 0), theme.color("card"))
                self._asked.paint_mark(painter)
            self._paint_name(painter, inner, column)
        painter.fillRect(QRectF(0, height - 1, self.viewport().width(), 1), theme.color("line"))
        painter.end()

    def _paint_name(self, painter: QPainter, inner: QRectF, column: int) -> None:
        spec, sorts = COLUMNS[column], COLUMNS[column].key == self._model.sorted_by
        role, token = ("cap", "text") if sorts else ("label", "mut")
        cell = PaintedCell(painter, inner, mirrored=self.isRightToLeft())
        size = theme.px(_CHEVRON) if sorts else 0
        room = cell.rect.adjusted(0, 0, -(size + _CHEVRON_GAP if sorts else 0) - (0 if spec.at_end else 8), 0)
        text = lines_of(self._model.title(spec.key), role, room.width(), 1)
        wide = min(words_width(text[0], role), room.width())
        if self.hasFocus() and column == self.at:
            frame = QRectF(room.right() - wide if spec.at_end else 0, 6, wide + size, inner.height() - 13)
            box(painter, cell.place(frame.adjusted(-5, 0, 5, 0)), 6, line="acc", width=2)
        cell.words(room, text, role, token, at_end=spec.at_end)
        if sorts:
            left = room.right() if spec.at_end else wide
            place = QRectF(left + _CHEVRON_GAP, (inner.height() - size) / 2, size, size)
            cell.icon(place, "chevron-down" if self._model.descending else "chevron-up", "text", stroke=2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        moved = (place - getattr(self, "_pressed", place)).manhattanLength() > 4
        resizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        if event.button() == Qt.MouseButton.LeftButton and not moved and not resizing:
            self._click(place)

    def _click(self, place: QPoint) -> None:
        for column in reversed(self._asked.columns_at()):
            inner = self._asked.inner_rect(column, 0, self.viewport().height())
            first = column == 0
            if inner.contains(place):
                self.sort_wanted.emit(COLUMNS[column].key)
                return
            if first and place.x() < inner.left() != self.isRightToLeft():
                self.mark_clicked.emit()
                return

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    # Keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        ahead = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if key in ENTER or key == Qt.Key.Key_Space:
            self.sort_wanted.emit(COLUMNS[self.at].key)
            self._tell()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == ahead else -1
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.resizeSection(
                    self.at, max(self.minimumSectionSize(), self.sectionSize(self.at) + step * _WIDEN)
                )
            else:
                self._walk(step)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self._table.setFocus()
        elif (
            key == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ) or key == Qt.Key.Key_Menu:
            self._menu_by_key()
        else:
            event.ignore()

    def _menu_by_key(self) -> None:
        inner = self._asked.inner_rect(self.at, 0, self.viewport().height())
        self.menu_wanted.emit(self.viewport().mapToGlobal(inner.bottomLeft().toPoint()))

    def _walk(self, step: int) -> None:
        shown = sorted(self._asked.columns_at())
        at = shown.index(self.at) if self.at in shown else 0
        self.at = shown[min(max(at + step, 0), len(shown) - 1)]
        self._table.scrollTo(self._table.model().index(max(self._table.currentIndex().row(), 0), self.at))
        self._tell()

    def _tell(self) -> None:
        self.viewport().update()
        heard = self._model.headerData(self.at, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        announce(self, heard)
