"""How the rows of the table of cards are painted: selected, hovered and checked ones."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui import theme
from quizapp.ui.browse.cells import CHECK, CardCells
from quizapp.ui.browse.checks import CheckState, paint_check
from quizapp.ui.browse.columns import SIDE, ColumnsView
from quizapp.ui.widgets.cell import PaintedCell
from quizapp.ui.widgets.paint import begin, box, mirrored

_INSET, _GAP, _RADIUS = 6, 2, 8


class PaintedRows(ColumnsView):
    """Paints what is selected; a row's box lies under all of its cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = CardCells(self)
        self._hovered = -1
        self._picked: frozenset[int] | None = frozenset()
        self.setItemDelegate(self._cells)

    def _forget_picked(self) -> None:
        self._picked = None

    @property
    def picked(self) -> frozenset[int]:
        """The rows that are selected."""
        if self._picked is None:
            rows: set[int] = set()
            chosen = self.selectionModel().selection()
            for part in (chosen.at(at) for at in range(chosen.size())):
                rows.update(range(part.top(), part.bottom() + 1))
            self._picked = frozenset(rows)
        return self._picked

    @property
    def several(self) -> bool:
        """True while more than one row is selected."""
        return len(self.picked) > 1

    @property
    def checked(self) -> bool:
        return self.several

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self.viewport())
        model, columns = self.cards, self.columns_at()
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = last if last >= 0 else model.rowCount() - 1
        for place in range(max(first, 0), last + 1) if first >= 0 else ():
            self._paint_row(painter, place)
            row = model.row(place)
            if row is None:
                continue
            top, height = float(self.rowViewportPosition(place)), float(self.rowHeight(place))
            for column in columns:
                rect = self.inner_rect(column, top, height)
                if column == 0:
                    self._paint_under_question(painter, place, rect)
                cell = PaintedCell(painter, rect, mirrored=self.isRightToLeft())
                self._cells.paint_cell(
                    cell,
                    row,
                    column,
                    selected=self._is_lifted(place),
                    current=self._alone(place),
                    today=model.today,
                )
        painter.end()

    def _alone(self, row: int) -> bool:
        return row == self.currentIndex().row() and not self.several

    def _paint_row(self, painter: QPainter, row: int) -> None:
        """The box of a selected, current or hovered row, the hairline below the others, the ring."""
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        rect = QRectF(0, top, self.viewport().width(), height)
        current = row == self.currentIndex().row()
        lifted = row in self.picked or (current and not self.several)
        frame = rect.adjusted(_INSET, _GAP, -_INSET, -_GAP)
        if lifted or row == self._hovered:
            box(painter, frame, _RADIUS, fill="accsoft" if lifted else "hover")
        if row in self.cards.ends and row < self.model().rowCount() - 1:
            line = QRectF(SIDE, rect.bottom() - 1, rect.width() - 2 * SIDE, 1.5)
            painter.fillRect(line, theme.color("edge"))
        elif not lifted and not self._is_lifted(row + 1) and row < self.model().rowCount() - 1:
            line = QRectF(SIDE, rect.bottom() - 1, rect.width() - 2 * SIDE, 1)
            painter.fillRect(line, theme.color("line"))
        if current and self.hasFocus():
            box(painter, frame, _RADIUS, line="acc", width=2)
        if self.several:
            self._paint_check(painter, rect, "on" if row in self.picked else "off")

    def _is_lifted(self, row: int) -> bool:
        return row in self.picked or (row == self.currentIndex().row() and not self.several)

    def _paint_under_question(self, painter: QPainter, row: int, rect: QRectF) -> None:
        """Hide what has been scrolled below the frozen column."""
        if not self.head.offset():
            return
        lifted = self._is_lifted(row)
        fill = "accsoft" if lifted else "hover" if row == self._hovered else "card"
        room = rect.adjusted(0, _GAP + 2, 0, -_GAP - 2)
        painter.fillRect(room, theme.color(fill))
        edge = QRectF(rect.right(), rect.top(), 1, rect.height())
        painter.fillRect(edge, theme.color("line"))

    def check_rect(self, top: float, height: float) -> QRectF:
        """The check box of a row, in the viewport."""
        size = theme.px(CHECK)
        return mirrored(self.viewport(), QRectF(SIDE, top + (height - size) / 2, size, size))

    def _paint_check(self, painter: QPainter, row: QRectF, state: CheckState) -> None:
        paint_check(painter, self.check_rect(row.top(), row.height()), state)

    def paint_mark(self, painter: QPainter) -> None:
        """The check box over all rows, in the header."""
        if self.several:
            whole = len(self.picked) == self.model().rowCount()
            place = self.check_rect(0, self.head.viewport().height())
            paint_check(painter, place, "on" if whole else "mixed")
