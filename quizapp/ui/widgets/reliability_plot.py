"""Certainty against what was right: does somebody know how well they know?"""

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.calibration import Bin, Calibration
from quizapp.ui import theme
from quizapp.ui.widgets.chart import Chart
from quizapp.ui.widgets.paint import MARGIN, begin, leading, mirrored, ring, trailing
from quizapp.ui.widgets.share_bars import paint_dot, percent

_PLOT_H, _AXIS_W, _BELOW_H, _CAP, _POINT, _LINE_H = 236, 46, 40, 10, 12, 18
_LEAST_STATED = 0.15
"""The axis of certainty begins here: nobody states less than a guess."""


class ReliabilityPlot(Chart):
    """Across: how sure; up: how much was right. On the dashed line certainty and knowledge agree."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bins: tuple[Bin, ...] = ()

    def show_calibration(self, found: Calibration) -> None:
        """Its bins."""
        self._bins = found.bins
        self.at = 0
        self.setAccessibleName(
            self.tr("Certainty: {stated} % on average; right: {earned} %").format(
                stated=percent(found.stated), earned=percent(found.earned)
            )
        )
        self.setAccessibleDescription("; ".join(map(self.mark_words, range(len(self._bins)))))
        self.update()

    def mark_count(self) -> int:
        return len(self._bins)

    def mark_words(self, index: int) -> str:
        one = self._bins[index]
        few = self.tr("; few answers") if one.hollow else ""
        words = self.tr(
            "{stated} % sure: {earned} % right of %n answers, likely {low} to {high} %", "", one.count
        )
        return (
            words.format(
                stated=percent(one.stated),
                earned=percent(one.earned),
                low=percent(one.bounds.low),
                high=percent(one.bounds.high),
            )
            + few
        )

    def mark_rect(self, index: int) -> QRectF:
        one = self._bins[index]
        size = theme.px(_POINT)
        rect = QRectF(0, 0, size, size)
        rect.moveCenter(self._point(one.stated, one.earned))
        return rect

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(_PLOT_H) + theme.px(_BELOW_H) + 2 * MARGIN)

    def _field(self) -> QRectF:
        left = MARGIN + theme.px(_AXIS_W)
        width = self.width() - left - MARGIN - theme.px(_POINT)
        return QRectF(left, MARGIN + theme.px(8), width, theme.px(_PLOT_H) - theme.px(16))

    def _point(self, stated: float, earned: float) -> QPointF:
        field = self._field()
        x = field.left() + field.width() * (stated - _LEAST_STATED) / (1 - _LEAST_STATED)
        x = self.width() - x if self.isRightToLeft() else x
        return QPointF(x, field.bottom() - field.height() * earned)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self._paint_grid(painter)
        for one in self._bins:
            self._paint_bin(painter, one)
        if self.hasFocus() and self._bins:
            ring(painter, self.mark_rect(self.at), 6)
        painter.end()

    def _paint_grid(self, painter: QPainter) -> None:
        field = self._field()
        painter.setFont(theme.font("small", tabular=True))
        for quarter in range(5):
            y = field.bottom() - field.height() * quarter / 4
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(
                mirrored(self, QRectF(field.left(), y, field.width(), 0)).topLeft(),
                mirrored(self, QRectF(field.left(), y, field.width(), 0)).topRight(),
            )
            painter.setPen(theme.color("mut"))
            place = QRectF(0, y - theme.px(9), theme.px(_AXIS_W) - 6, theme.px(18))
            words = (
                f"{QLocale().toString(25 * quarter)} %" if quarter == 4 else QLocale().toString(25 * quarter)
            )
            painter.drawText(mirrored(self, place), trailing(self) | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(theme.color("mut"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(self._point(_LEAST_STATED, _LEAST_STATED), self._point(1, 1))
        painter.setPen(theme.color("mut"))
        top = QRectF(field.left() + 6, field.top() + 2, field.width(), theme.px(18))
        painter.drawText(mirrored(self, top), leading(self), self.tr("too modest"))
        low = QRectF(field.left(), field.bottom() - theme.px(24), field.width(), theme.px(18))
        painter.drawText(mirrored(self, low), trailing(self), self.tr("too sure"))

    def _paint_bin(self, painter: QPainter, one: Bin) -> None:
        ink = theme.color("edge" if one.hollow else "acc")
        low, high = self._point(one.stated, one.bounds.low), self._point(one.stated, one.bounds.high)
        painter.setPen(QPen(ink, 2))
        painter.drawLine(low, high)
        cap = theme.px(_CAP) / 2
        for end in (low, high):
            painter.drawLine(end - QPointF(cap, 0), end + QPointF(cap, 0))
        paint_dot(painter, self._point(one.stated, one.earned), theme.px(_POINT), ink, hollow=one.hollow)
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(theme.color("mut"))
        below = self._field().bottom() + theme.px(8)
        level = self.tr("guess") if one.stated < 0.5 else f"{percent(one.stated)} %"
        count = self.tr("n = {count}").format(count=QLocale().toString(one.count))
        for line, words in enumerate((level, count)):
            width = theme.px(64)
            place = QRectF(low.x() - width / 2, below + line * theme.px(_LINE_H), width, theme.px(_LINE_H))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
