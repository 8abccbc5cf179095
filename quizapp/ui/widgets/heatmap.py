"""The heat map: cards studied on each day of the last weeks, a column a week."""

from bisect import bisect_right

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from quizapp.core.overview import DayCount
from quizapp.ui import theme
from quizapp.ui.i18n import date_of
from quizapp.ui.widgets.chart import Chart
from quizapp.ui.widgets.paint import MARGIN, begin, leading, mirrored
from quizapp.ui.widgets.weeks import month_names, week_start, weekday_names

LEVELS = (1, 10, 20, 40)
"""Cards a day from which a cell is one step stronger; 0 has its own colour."""

_CELL, _PITCH, _RADIUS = 13, 17, 3
_DAYS_W, _MONTHS_H, _LEGEND_H = 34, 20, 24
_MONTH_W = 3
"""Of the name of a month, weeks."""


class HeatMap(Chart):
    """Days up to today; one walks by day (up, down) and week (left, right)."""

    def __init__(self, weeks: int = 15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weeks = weeks
        self._today = 0
        self._counts: dict[int, int] = {}

    @staticmethod
    def weeks_in(width: int) -> int:
        """How many weeks fit into a width in px."""
        return (width - MARGIN - theme.px(_DAYS_W) + theme.px(_PITCH - _CELL)) // theme.px(_PITCH)

    def set_weeks(self, weeks: int) -> None:
        """Show the last `weeks` weeks, this one among them."""
        if weeks != self._weeks:
            self._weeks = weeks
            self._tell()
            self.updateGeometry()

    def show_days(self, days: tuple[DayCount, ...], today: int) -> None:
        """days: those with any card; today: the study day."""
        self._counts = {day.day: day.count for day in days}
        self._today = today
        self._tell()

    def _tell(self) -> None:
        self.at = self.mark_count() - 1
        self.setAccessibleName(self.tr("Cards studied on each day of the last %n weeks", "", self._weeks))
        self.setAccessibleDescription(self.mark_words(self.at))
        self.update()

    @property
    def _start(self) -> int:
        """The study day of the first cell."""
        return week_start(self._today) - 7 * (self._weeks - 1)

    def mark_count(self) -> int:
        return self._today - self._start + 1

    def mark_rect(self, index: int) -> QRectF:
        week, weekday = divmod(index, 7)
        x = theme.px(_DAYS_W) + week * theme.px(_PITCH)
        y = MARGIN + theme.px(_MONTHS_H) + weekday * theme.px(_PITCH)
        return mirrored(self, QRectF(x, y, theme.px(_CELL), theme.px(_CELL)))

    def mark_words(self, index: int) -> str:
        day = self._start + index
        date = QLocale().toString(date_of(day), QLocale.FormatType.LongFormat)
        count = self._counts.get(day, 0)
        if not count:
            return self.tr("{date}: no cards").format(date=date)
        return self.tr("{date}: %n cards", "", count).format(date=date)

    def steps(self) -> dict[Qt.Key, int]:
        return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -7, Qt.Key.Key_Right: 7}

    def sizeHint(self) -> QSize:
        width = theme.px(_DAYS_W) + self._weeks * theme.px(_PITCH) - theme.px(_PITCH - _CELL)
        height = theme.px(_MONTHS_H) + 7 * theme.px(_PITCH) - theme.px(_PITCH - _CELL) + theme.px(_LEGEND_H)
        return QSize(width + MARGIN, height + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("mut"))
        self._paint_names(painter)
        self._paint_legend(painter)
        self._paint_cells(painter)
        painter.end()

    def _paint_names(self, painter: QPainter) -> None:
        side = leading(self) | Qt.AlignmentFlag.AlignVCenter
        for row, words in weekday_names():
            place = self.mark_rect(row)
            box = QRectF(0, place.top() - 4, theme.px(_DAYS_W), place.height() + 8)
            painter.drawText(mirrored(self, box), side, words)
        for week, words in month_names(self._start, self._weeks):
            x = theme.px(_DAYS_W) + week * theme.px(_PITCH)
            box = QRectF(x, MARGIN - 2, theme.px(_PITCH * _MONTH_W), theme.px(_MONTHS_H) - 2)
            painter.drawText(mirrored(self, box), side, words)

    def _paint_legend(self, painter: QPainter) -> None:
        side = leading(self) | Qt.AlignmentFlag.AlignVCenter
        height = theme.px(18)
        y = self.height() - MARGIN - height
        x = float(theme.px(_DAYS_W))
        words = (QLocale().toString(0), self.tr("%n+ cards a day", "", LEVELS[-1]))
        painter.drawText(mirrored(self, QRectF(x, y, theme.px(14), height)), side, words[0])
        x += theme.px(14)
        size = theme.px(_CELL)
        for level in range(len(LEVELS) + 1):
            cell = QRectF(x, y + (height - size) / 2, size, size)
            self._fill(painter, mirrored(self, cell), theme.color(f"heat{level}"))
            x += theme.px(_PITCH)
        painter.setPen(theme.color("mut"))
        x += theme.px(4)
        painter.drawText(mirrored(self, QRectF(x, y, self.width() - x, height)), side, words[1])

    def _paint_cells(self, painter: QPainter) -> None:
        fills = [theme.color(f"heat{level}") for level in range(len(LEVELS) + 1)]
        start, past = self._start, self.mark_count()
        for index in range(past):
            level = bisect_right(LEVELS, self._counts.get(start + index, 0))
            self._fill(painter, self.mark_rect(index), fills[level])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line"), 1))
        for index in range(past, self._weeks * 7):
            self._outline(painter, index, -0.5)
        painter.setPen(QPen(theme.color("text"), 1.5))
        self._outline(painter, past - 1, 1.25)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("acc"), 2))
            self._outline(painter, self.at, 2.0)

    def _fill(self, painter: QPainter, rect: QRectF, fill: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, theme.px(_RADIUS), theme.px(_RADIUS))

    def _outline(self, painter: QPainter, index: int, outside: float) -> None:
        """A line round a cell, its middle `outside` px from the cell's edge."""
        rect = self.mark_rect(index).adjusted(-outside, -outside, outside, outside)
        radius = theme.px(_RADIUS) + outside
        painter.drawRoundedRect(rect, radius, radius)

    def mark_under(self, point: QPointF) -> int | None:
        """The day at a point, in one step: there are many."""
        pitch = theme.px(_PITCH)
        corner = mirrored(self, QRectF(point.x(), point.y(), 0, 0)).topLeft()
        week = int((corner.x() - theme.px(_DAYS_W)) // pitch)
        weekday = int((corner.y() - MARGIN - theme.px(_MONTHS_H)) // pitch)
        index = week * 7 + weekday
        inside = 0 <= week < self._weeks and 0 <= weekday < 7 and index < self.mark_count()
        return index if inside else None
