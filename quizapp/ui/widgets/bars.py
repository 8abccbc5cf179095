"""Bars for the coming days: a number above, the weekday below."""

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.overview import DayCount
from quizapp.ui import theme
from quizapp.ui.i18n import date_of
from quizapp.ui.widgets.chart import Chart
from quizapp.ui.widgets.paint import MARGIN, begin, mirrored, ring

_BAR_W, _BAR_H, _PITCH, _WORDS_H, _GAP = 24, 88, 36, 18, 6
_LEAST = 2
"""Height of the bar of a day without cards, px."""


class Bars(Chart):
    """Cards due on the next days; the first day, tomorrow, is stronger than the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._days: tuple[DayCount, ...] = ()

    def show_days(self, days: tuple[DayCount, ...]) -> None:
        """One bar a day, in this order."""
        self._days = days
        self.at = 0
        total = sum(day.count for day in days)
        period = self.tr("in the next %n days", "", len(days))
        cards = self.tr("%n cards due", "", total)
        self.setAccessibleName(f"{cards} {period}")
        self.setAccessibleDescription("; ".join(self.mark_words(index) for index in range(len(days))))
        self.updateGeometry()
        self.update()

    def mark_count(self) -> int:
        return len(self._days)

    def mark_words(self, index: int) -> str:
        day = self._days[index]
        date = QLocale().toString(date_of(day.day), "dddd d MMMM")
        if not day.count:
            return self.tr("{date}: none due").format(date=date)
        return self.tr("{date}: %n cards due", "", day.count).format(date=date)

    def mark_rect(self, index: int) -> QRectF:
        most = max(day.count for day in self._days) or 1
        height = max(float(_LEAST), theme.px(_BAR_H) * self._days[index].count / most)
        column = self._column(index)
        width = min(theme.px(_BAR_W), column.width() * _BAR_W / _PITCH)
        base = MARGIN + theme.px(_WORDS_H) + theme.px(_BAR_H)
        return QRectF(column.center().x() - width / 2, base - height, width, height)

    def sizeHint(self) -> QSize:
        height = theme.px(_BAR_H) + 2 * theme.px(_WORDS_H) + theme.px(_GAP)
        return QSize(len(self._days) * theme.px(_PITCH), height + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        for index, day in enumerate(self._days):
            self._paint_day(painter, index, day)
        if self.hasFocus() and self._days:
            ring(painter, self.mark_rect(self.at), _GAP)
        painter.end()

    def _column(self, index: int) -> QRectF:
        pitch = self.width() / len(self._days)
        return mirrored(self, QRectF(index * pitch, MARGIN, pitch, self.height() - 2 * MARGIN))

    def _paint_day(self, painter: QPainter, index: int, day: DayCount) -> None:
        rect, column = self.mark_rect(index), self._column(index)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("heat2" if index else "heat3"))
        radius = min(4.0, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)
        words_h = theme.px(_WORDS_H)
        painter.setFont(theme.font("small", tabular=True))
        painter.setPen(QPen(theme.color("mut" if index else "text")))
        above = QRectF(column.left(), rect.top() - words_h, column.width(), words_h)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, QLocale().toString(day.count))
        painter.setPen(theme.color("mut"))
        below = QRectF(column.left(), column.bottom() - words_h, column.width(), words_h)
        weekday = QLocale().standaloneDayName(date_of(day.day).dayOfWeek(), QLocale.FormatType.ShortFormat)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, weekday)
