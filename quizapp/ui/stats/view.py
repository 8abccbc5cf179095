"""A chart on screen: painted, walked through by keys, read aloud."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.stats.canvas import Canvas
from quizapp.ui.stats.plot import Plot
from quizapp.ui.widgets.cell import Cell
from quizapp.ui.widgets.chart import Chart
from quizapp.ui.widgets.paint import MARGIN, begin, inside, ring

_LEAST_W, _USUAL_W = 180, 760
_RING = 4


class PlotView(Chart):
    """One tab stop. Its description is the summary until the keys walk; then the value where they are."""

    toggled = Signal()
    """T: the table instead."""

    def __init__(self, plot: Plot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.plot = plot
        self.show_plot(plot)

    def show_plot(self, plot: Plot) -> None:
        """Other numbers; the keys stay where they are while that value is there."""
        walked = self.hasFocus() and self.at < plot.mark_count()
        self.plot = plot
        self.setAccessibleName(plot.heading())
        if walked:
            self.setAccessibleDescription(plot.mark_words(self.at))
        else:
            self.at = plot.start_mark()
            self.setAccessibleDescription(plot.summary())
        self.updateGeometry()
        self.update()

    @property
    def _cell(self) -> Cell:
        return Cell(inside(self), mirrored=self.isRightToLeft())

    def mark_count(self) -> int:
        return self.plot.mark_count()

    def mark_rect(self, index: int) -> QRectF:
        return self._cell.place(self.plot.mark_place(index, self._cell))

    def mark_words(self, index: int) -> str:
        return self.plot.mark_words(index)

    def mark_under(self, point: QPointF) -> int | None:
        place = self._cell.place(QRectF(0, 0, 0, 0)).topLeft()
        x = place.x() - point.x() if self.isRightToLeft() else point.x() - place.x()
        return self.plot.mark_at(x, point.y() - place.y(), self._cell)

    def steps(self) -> dict[Qt.Key, int]:
        return self.plot.steps()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.toggled.emit()
        elif event.key() == Qt.Key.Key_Home and not event.modifiers():
            self.go_to(self.plot.first_mark(self._cell))
        else:
            super().keyPressEvent(event)

    def go_to(self, index: int) -> None:
        if index >= self.plot.first_mark(self._cell):
            super().go_to(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setAccessibleDescription(self.plot.summary())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setAccessibleDescription(self.plot.summary())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.plot.height(width - 2 * MARGIN)) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_LEAST_W), self.heightForWidth(theme.px(_USUAL_W)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(_LEAST_W), theme.px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.mark_count():
            self.at = max(self.at, self.plot.first_mark(self._cell))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self.plot.paint(Canvas.on(painter, self._cell))
        if self.hasFocus() and self.mark_count():
            ring(painter, self.mark_rect(self.at).adjusted(1, 1, -1, -1), _RING)
        painter.end()
