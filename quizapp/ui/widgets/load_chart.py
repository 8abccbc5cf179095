"""The load of the coming days before and after a change: a bar for what will be, a line for what was."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.i18n import date_of
from quizapp.ui.widgets.chart import Chart
from quizapp.ui.widgets.paint import MARGIN, begin, mirrored, ring

_BAR_H, _WORDS_H, _LEAST_W, _FULL, _RING = 96, 20, 8, 0.62, 3
"""Height of the tallest bar and of the words, width of a day at least, px; share of it that a bar fills."""
_WEEK = 7
_LINE = 2.0


class LoadChart(Chart):
    """Today is the first day, with what is late. Days that were free, or stay as they are, have no line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._today = 0
        self._before: tuple[int, ...] = ()
        self._after: tuple[int, ...] = ()

    def show_load(self, today: int, before: Sequence[int], after: Sequence[int]) -> None:
        """Cards due on each day, both of one length; today: the study day of the first."""
        self._today, self._before, self._after = today, tuple(before), tuple(after)
        self.at = 0
        most = self.tr("At most %n cards a day", "", max(self._after, default=0))
        was = self.tr("before: %n", "", max(self._before, default=0))
        self.setAccessibleName(f"{most}, {was}")
        self.setAccessibleDescription("; ".join(map(self.mark_words, range(min(_WEEK, len(self._after))))))
        self.updateGeometry()
        self.update()

    def mark_count(self) -> int:
        return len(self._after)

    def mark_words(self, index: int) -> str:
        date = QLocale().toString(date_of(self._today + index), "dddd d MMMM")
        cards = self.tr("%n cards", "", self._after[index])
        if self._before[index] == self._after[index]:
            return f"{date}: {cards}"
        return self.tr("{date}: {cards}, before {number}").format(
            date=date, cards=cards, number=QLocale().toString(self._before[index])
        )

    def mark_rect(self, index: int) -> QRectF:
        column = self._column(index)
        height = max(1.0, self._height_of(self._after[index]))
        width = column.width() * _FULL
        return QRectF(column.center().x() - width / 2, self._base - height, width, height)

    @property
    def _base(self) -> float:
        return MARGIN + theme.px(_WORDS_H) + theme.px(_BAR_H)

    def _height_of(self, count: int) -> float:
        most = max((*self._before, *self._after)) or 1
        return theme.px(_BAR_H) * count / most

    def _column(self, index: int) -> QRectF:
        pitch = (self.width() - 2 * MARGIN) / max(1, len(self._after))
        return mirrored(self, QRectF(MARGIN + index * pitch, MARGIN, pitch, self.height() - 2 * MARGIN))

    def sizeHint(self) -> QSize:
        height = theme.px(_BAR_H) + 2 * theme.px(_WORDS_H)
        return QSize(len(self._after) * _LEAST_W + 2 * MARGIN, height + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        if self._after:
            painter.setPen(QPen(theme.color("line"), 1))
            painter.drawLine(QPointF(MARGIN, self._base), QPointF(self.width() - MARGIN, self._base))
            for index in range(len(self._after)):
                self._paint_day(painter, index)
            self._paint_words(painter)
        if self.hasFocus() and self._after:
            ring(painter, self.mark_rect(self.at), _RING)
        painter.end()

    def _paint_day(self, painter: QPainter, index: int) -> None:
        bar = self.mark_rect(index)
        if self._after[index]:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("heat3" if index == 0 else "heat2"))
            radius = min(3.0, bar.height() / 2)
            painter.drawRoundedRect(bar, radius, radius)
        if self._before[index] in (0, self._after[index]):
            return
        column = self._column(index)
        top = self._base - self._height_of(self._before[index])
        painter.setPen(QPen(theme.color("text"), _LINE))
        painter.drawLine(QPointF(column.left() + 1, top), QPointF(column.right() - 1, top))

    def _paint_words(self, painter: QPainter) -> None:
        """The fullest day's number above, the days' names below, one a week."""
        font = theme.font("small", tabular=True)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.color("mut"))
        fullest = max(range(len(self._after)), key=self._after.__getitem__)
        words_h = theme.px(_WORDS_H)
        bar = self.mark_rect(fullest)
        above = QRectF(bar.center().x() - 40, bar.top() - words_h, 80, words_h)
        line = self._height_of(self._before[fullest]) - bar.height()
        if line <= 0 or line > words_h:  # else the number would stand on the line
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, QLocale().toString(self._after[fullest]))
        for index in range(0, len(self._after), _WEEK):
            column = self._column(index)
            date = date_of(self._today + index)
            words = self.tr("today") if index == 0 else QLocale().toString(date, "d MMM")
            wide = QRectF(column.left(), self._base, metrics.horizontalAdvance(words) + 2, words_h)
            if self.isRightToLeft():
                wide.moveRight(column.right())
            if wide.left() >= 0 and wide.right() <= self.width():
                painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, words)
