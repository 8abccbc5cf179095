"""The heat map of the year: reviews on each study day, a column a week."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from statistics import quantiles

from PySide6.QtCore import QRectF, Qt

from quizapp.core.stats import Statistics
from quizapp.ui import theme
from quizapp.ui.i18n import date_of
from quizapp.ui.stats.canvas import Canvas, line, wide
from quizapp.ui.stats.figures import TIMES, count, day_long, day_named, iso
from quizapp.ui.stats.plot import Background, Plot
from quizapp.ui.stats.table import Column, Figure, Table
from quizapp.ui.widgets.cell import Cell, lines_of
from quizapp.ui.widgets.weeks import month_names, week_start, weekday_names

WEEKS = 53
LEVELS = (1, 10, 20, 40)
"""Reviews a day from which a cell is one step stronger, for a learner whose year says nothing yet."""

_CELL, _GAP, _RADIUS = 11, 3, 3
_BESIDE, _FOOT, _FOOT_LINES = 6, 24, 3
_FEW = 20
"""Days with reviews below which a year says nothing of what is much."""


def levels_of(counts: Sequence[int]) -> tuple[int, int, int, int]:
    """The steps of a learner: about a quarter of the days with reviews falls on each; counts: of those.

    Numbers above ten are rounded to tens, others to whole ones, and each step is above the one before.
    """
    if len(counts) < _FEW:
        return LEVELS
    steps = [1]
    for quartile in quantiles(counts, n=4):
        step = round(quartile, -1) if quartile >= 10 else round(quartile)
        steps.append(max(int(step), steps[-1] + 1))
    return steps[0], steps[1], steps[2], steps[3]


class HeatYear(Plot):
    """53 weeks up to today; where room is short the oldest are left out."""

    name = "heat"
    wide = True
    listed = False

    def __init__(self, stats: Statistics, about: Background = Background()) -> None:  # noqa: B008 - frozen
        super().__init__(stats, about)
        self._start = week_start(stats.today) - 7 * (WEEKS - 1)
        self._days = {day.day: day for day in stats.days if day.day >= self._start}
        self.levels = levels_of(self._settled())

    def _settled(self) -> list[int]:
        """Counts of the year up to the end of last month: colours change once a month, not every day."""
        end = self.stats.today - date_of(self.stats.today).day()
        return [day.reviews for day in self._days.values() if day.day <= end]

    def heading(self) -> str:
        return self.tr("Reviews")

    def fact(self) -> str:
        stats = self.stats
        if stats.period == "all":
            return self.tr("%n in all", "", stats.reviews)
        if stats.period == "month":
            return self.tr("%n in the last month", "", stats.reviews)
        return self.tr("%n in the last year", "", stats.reviews)

    def summary(self) -> str:
        days = self.tr("on %n days", "", len(self._days))
        reviews = self.tr("%n reviews", "", sum(day.reviews for day in self._days.values()))
        words = self.tr("{reviews} {days} of the last 53 weeks").format(reviews=reviews, days=days)
        return " ".join(filter(None, (words + ".", self._busiest())))

    def _busiest(self) -> str:
        if len(self._days) < 2:
            return ""
        most = max(self._days.values(), key=lambda day: day.reviews)
        words = self.tr("Busiest: {day}, %n reviews", "", most.reviews)
        return words.format(day=day_named(most.day))

    def mark_count(self) -> int:
        return self.stats.today - self._start + 1

    def start_mark(self) -> int:
        return self.mark_count() - 1

    def first_mark(self, cell: Cell) -> int:
        return 7 * (WEEKS - self._weeks_in(cell.rect.width()))

    def mark_words(self, mark: int) -> str:
        day = self._start + mark
        date, done = day_long(day), self._days.get(day)
        if done is None:
            return self.tr("{date}: no reviews").format(date=date)
        words = self.tr("{date}: %n reviews, {time}", "", done.reviews)
        return words.format(date=date, time=TIMES.spent(done.visible_ms))

    def steps(self) -> dict[Qt.Key, int]:
        return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -7, Qt.Key.Key_Right: 7}

    # Places

    @property
    def _pitch(self) -> int:
        return theme.px(_CELL) + max(_GAP, theme.px(_GAP))

    @property
    def _left(self) -> float:
        """Where the weeks begin."""
        return max(wide(words) for _, words in self._weekdays) + _BESIDE

    @cached_property
    def _weekdays(self) -> list[tuple[int, str]]:
        return weekday_names()

    def _weeks_in(self, width: float) -> int:
        return max(1, min(WEEKS, int((width - self._left + _GAP) // self._pitch)))

    def mark_place(self, mark: int, cell: Cell) -> QRectF:
        week, weekday = divmod(mark - self.first_mark(cell), 7)
        size = theme.px(_CELL)
        return QRectF(self._left + week * self._pitch, line() + 2 + weekday * self._pitch, size, size)

    def mark_at(self, x: float, y: float, cell: Cell) -> int | None:
        """In one step: there are many."""
        week = int((x - self._left) // self._pitch)
        weekday = int((y - line() - 2) // self._pitch)
        mark = self.first_mark(cell) + 7 * week + weekday
        inside = 0 <= week < self._weeks_in(cell.rect.width()) and 0 <= weekday < 7
        return mark if inside and mark < self.mark_count() else None

    def height(self, width: float) -> float:
        lines = 0 if self._foot_fits(width) else len(self._foot_lines(width))
        return self._grid_bottom + theme.px(_FOOT) + line() * lines

    @property
    def _grid_bottom(self) -> float:
        return line() + 2 + 7 * self._pitch

    def _foot_fits(self, width: float) -> bool:
        return wide(self._foot()) + self._legend_width() + 24 <= width - self._left

    def _foot_lines(self, width: float) -> tuple[str, ...]:
        return lines_of(self._foot(), "small", width, _FOOT_LINES)

    def _foot(self) -> str:
        return " ".join(filter(None, (self.tr("Today is outlined."), self._busiest())))

    def _legend(self) -> tuple[str, str]:
        return self.tr("less"), self.tr("{count} or more").format(count=count(self.levels[-1]))

    def _legend_width(self) -> float:
        return sum(wide(words) for words in self._legend()) + 5 * self._pitch + 2 * _BESIDE

    # Painting

    def paint(self, canvas: Canvas) -> None:
        self._paint_names(canvas)
        for mark in range(self.first_mark(canvas), self.mark_count()):
            done = self._days.get(self._start + mark)
            level = bisect_right(self.levels, done.reviews) if done else 0
            canvas.box(self.mark_place(mark, canvas), theme.px(_RADIUS), f"heat{level}")
        today = self.mark_place(self.mark_count() - 1, canvas)
        canvas.frame(today.adjusted(-1.25, -1.25, 1.25, 1.25), theme.px(_RADIUS) + 1.25, "text", 1.5)
        self._paint_foot(canvas)

    def _paint_names(self, canvas: Canvas) -> None:
        first = self.first_mark(canvas)
        for row, words in self._weekdays:
            middle = self.mark_place(first + row, canvas).center().y()
            canvas.say(QRectF(0, middle - line() / 2, self._left, line()), words)
        weeks = self._weeks_in(canvas.rect.width())
        for week, words in month_names(self._start + first, weeks):
            place = QRectF(self._left + week * self._pitch, 0, 3 * self._pitch, line())
            if place.left() + wide(words) <= canvas.rect.width():
                canvas.say(place, words)

    def _paint_foot(self, canvas: Canvas) -> None:
        width = canvas.rect.width()
        top = self._grid_bottom + theme.px(_FOOT) - line()
        if self._foot_fits(width):
            canvas.say(QRectF(self._left, top, width - self._left, line()), self._foot())
        else:
            for words in self._foot_lines(width):
                canvas.say(QRectF(0, top, width, line()), words)
                top += line()
        self._paint_legend(canvas, width - self._legend_width(), top)

    def _paint_legend(self, canvas: Canvas, x: float, top: float) -> None:
        less, more = self._legend()
        canvas.say(QRectF(x, top, 200, line()), less)
        x += wide(less) + _BESIDE
        size = theme.px(_CELL)
        for level in range(len(self.levels) + 1):
            canvas.box(QRectF(x, top + (line() - size) / 2, size, size), theme.px(_RADIUS), f"heat{level}")
            x += self._pitch
        canvas.say(QRectF(x + _BESIDE - _GAP, top, 400, line()), more)

    def table(self) -> Table:
        columns = (
            Column(self.tr("Day"), figures=False),
            Column(self.tr("Reviews"), role="cap"),
            Column(self.tr("Time"), token="mut"),
        )
        rows = tuple(
            (
                Figure(iso(day.day), day_long(day.day)),
                Figure(day.reviews, count(day.reviews)),
                Figure(round(day.visible_ms / 1000), TIMES.spent(day.visible_ms)),
            )
            for day in sorted(self._days.values(), key=lambda one: -one.day)
        )
        return Table(columns, rows)
