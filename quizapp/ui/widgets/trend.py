"""A share over time: one dot a sitting with its range, joined in their order."""

from PySide6.QtCore import QDateTime, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.marking import Bounds
from quizapp.ui import theme
from quizapp.ui.widgets.chart import Chart
from quizapp.ui.widgets.paint import MARGIN, begin, mirrored, ring, trailing
from quizapp.ui.widgets.share_bars import paint_dot, percent

_HEIGHT, _AXIS_W, _POINT = 150, 46, 10
_WIDEST_STEP = 90
"""Between two dots, px at 100 %: few sittings stand together at the left."""

Mark = tuple[int, float, Bounds]
"""When it was (UTC, ms), its share, and the share's range."""


class Trend(Chart):
    """The sittings of one quiz, oldest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._marks: tuple[Mark, ...] = ()

    def show_marks(self, name: str, marks: tuple[Mark, ...]) -> None:
        """name: of what they are, for screen readers."""
        self._marks = marks
        self.at = max(0, len(marks) - 1)
        said = "; ".join(map(self.mark_words, range(len(marks))))
        self.setAccessibleName(f"{name}: {said}")
        self.update()

    def mark_count(self) -> int:
        return len(self._marks)

    def mark_words(self, index: int) -> str:
        at_ms, share, bounds = self._marks[index]
        date = QLocale().toString(QDateTime.fromMSecsSinceEpoch(at_ms).date(), QLocale.FormatType.ShortFormat)
        words = self.tr("{date}: {share} %, likely {low} to {high} %")
        return words.format(
            date=date, share=percent(share), low=percent(bounds.low), high=percent(bounds.high)
        )

    def mark_rect(self, index: int) -> QRectF:
        size = theme.px(_POINT)
        rect = QRectF(0, 0, size, size)
        rect.moveCenter(self._point(index, self._marks[index][1]))
        return rect

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(_HEIGHT) + 2 * MARGIN)

    def _field(self) -> QRectF:
        left = MARGIN + theme.px(_AXIS_W)
        return QRectF(
            left, MARGIN + 9, self.width() - left - MARGIN - theme.px(_POINT), theme.px(_HEIGHT) - 18
        )

    def _point(self, index: int, share: float) -> QPointF:
        field = self._field()
        step = min(theme.px(_WIDEST_STEP), field.width() / max(1, len(self._marks) - 1))
        x = field.left() + theme.px(_POINT) + step * index
        x = min(x, field.right())
        return QPointF(
            self.width() - x if self.isRightToLeft() else x, field.bottom() - field.height() * share
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self._paint_grid(painter)
        points = [self._point(at, mark[1]) for at, mark in enumerate(self._marks)]
        painter.setPen(QPen(theme.color("acc"), 2))
        painter.drawPolyline(points)
        for at, (_, share, bounds) in enumerate(self._marks):
            painter.setPen(QPen(theme.color("heat2"), 2))
            painter.drawLine(self._point(at, bounds.low), self._point(at, bounds.high))
            paint_dot(painter, self._point(at, share), theme.px(_POINT), theme.color("acc"))
        if self.hasFocus() and self._marks:
            ring(painter, self.mark_rect(self.at), 6)
        painter.end()

    def _paint_grid(self, painter: QPainter) -> None:
        field = self._field()
        painter.setFont(theme.font("small", tabular=True))
        for half in range(3):
            y = field.bottom() - field.height() * half / 2
            line = mirrored(self, QRectF(field.left(), y, field.width(), 0))
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(line.topLeft(), line.topRight())
            painter.setPen(theme.color("mut"))
            place = mirrored(self, QRectF(0, y - theme.px(9), theme.px(_AXIS_W) - 6, theme.px(18)))
            words = QLocale().toString(50 * half) + (" %" if half == 2 else "")
            painter.drawText(place, trailing(self) | Qt.AlignmentFlag.AlignVCenter, words)
