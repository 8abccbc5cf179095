"""What was recalled of what was due, month by month, with the range in which the share truly lies."""

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby
from math import ceil, floor

from PySide6.QtCore import QRectF

from quizapp.core.stats import ENOUGH, Month
from quizapp.ui import theme
from quizapp.ui.stats.canvas import Canvas, Point, line, wide
from quizapp.ui.stats.figures import count, decimal, month_named, month_short, percent, recalled
from quizapp.ui.stats.plot import Little, Plot
from quizapp.ui.stats.table import Column, Figure, Table
from quizapp.ui.widgets.cell import Cell

_BESIDE, _BELOW, _DOT = 8, 4, 9
_AIR, _APART = 6, 10
_ONE_YEAR = 12
"""Months after the first up to which the name of a month says which one it is."""
_STEP = 0.05
"""The scale begins and ends at whole steps of this."""


class Retention(Plot):
    """A line over the months; its scale may begin above zero, and says so."""

    name = "retention"

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self._months = self.stats.months

    def heading(self) -> str:
        return self.tr("Retention")

    def fact(self) -> str:
        return recalled(self.stats.recall, 1) if self.stats.recall.enough else ""

    def little(self) -> Little | None:
        counted = sum(month.recall.counted for month in self._months)
        if counted >= ENOUGH:
            return None
        sentence = self.tr("Shown from {least} reviews of cards you have met before. You have {count}.")
        return Little(sentence.format(least=count(ENOUGH), count=count(counted)), counted, ENOUGH)

    def summary(self) -> str:
        told = [at for at, month in enumerate(self._months) if month.recall.enough]
        desired = self.tr("desired {share}").format(share=percent(self.stats.desired))
        return "; ".join((desired, *map(self.mark_words, told[-1:])))

    def mark_count(self) -> int:
        return len(self._months)

    def start_mark(self) -> int:
        return max(0, len(self._months) - 1)

    def mark_words(self, mark: int) -> str:
        month = self._months[mark]
        name, recall = month_named(month.year, month.month), month.recall
        if not recall.counted:
            return self.tr("{month}: no reviews").format(month=name)
        counts = self.tr("{recalled} of %n recalled", "", recall.counted).format(
            recalled=count(recall.recalled)
        )
        if not recall.enough:
            return self.tr("{month}: {counts}, not enough data").format(month=name, counts=counts)
        words = self.tr("{month}: {share}, {counts}, likely {low} to {high}")
        low, high = map(percent, recall.bounds)
        return words.format(month=name, share=recalled(recall, 1), counts=counts, low=low, high=high)

    # Places

    @cached_property
    def _scale(self) -> tuple[float, float]:
        """Where it begins and ends: all lines are within, the range of a month with few reviews need not."""
        told = [month.recall for month in self._months if month.recall.counted]
        shares = [one.share or 0.0 for one in told] + [self.stats.desired]
        ranges = [bound for one in told if one.enough for bound in one.bounds]
        low = floor(min(shares + ranges) / _STEP + 1e-9) * _STEP
        high = min(1.0, ceil(max(shares + ranges) / _STEP - 1e-9) * _STEP)
        return max(0.0, min(low, high - 2 * _STEP)), high

    def _ticks(self) -> tuple[float, ...]:
        low, high = self._scale
        return low, (low + high) / 2, high

    def _field(self, cell: Cell) -> QRectF:
        scale = max(wide(self._tick_words(tick)) for tick in self._ticks())
        head, side = line(), theme.px(_DOT) / 2
        high = cell.rect.height() - head - line() - _BELOW
        return QRectF(scale + _BESIDE, head, cell.rect.width() - scale - _BESIDE - side, high)

    def _tick_words(self, tick: float) -> str:
        return percent(tick, 0 if abs(100 * tick - round(100 * tick)) < 0.01 else 1)

    def _x(self, mark: int, field: QRectF) -> float:
        step = (field.width() - 2 * _AIR) / max(1, self.mark_count() - 1)
        return field.left() + _AIR + step * mark if self.mark_count() > 1 else field.center().x()

    def _y(self, share: float, field: QRectF) -> float:
        low, high = self._scale
        return field.bottom() - field.height() * min(1.0, max(0.0, (share - low) / (high - low)))

    def mark_place(self, mark: int, cell: Cell) -> QRectF:
        field = self._field(cell)
        size = theme.px(_DOT) + 2
        rect = QRectF(0, 0, size, size)
        share = self._months[mark].recall.share
        y = field.bottom() if share is None else self._y(share, field)
        rect.moveCenter(QRectF(self._x(mark, field), y, 0, 0).topLeft())
        return rect

    # Painting

    def paint(self, canvas: Canvas) -> None:
        field = self._field(canvas)
        self._paint_scale(canvas, field)
        runs = [
            [(self._x(at, field), self._months[at]) for at in run]
            for there, run in groupby(range(self.mark_count()), self._is_there)
            if there
        ]
        for run in runs:
            self._paint_band(canvas, field, run)
        y = self._y(self.stats.desired, field)
        canvas.rule((field.left(), y), (field.right(), y), "mut", dashed=True)
        for run in runs:
            canvas.polyline([(x, self._share_y(month, field)) for x, month in run], "acc", 2)
        self._paint_desired(canvas, field, y)
        for run in runs:
            self._paint_dots(canvas, field, run)
        self._paint_last(canvas, field)
        self._paint_months(canvas, field)

    def _is_there(self, at: int) -> bool:
        return self._months[at].recall.counted > 0

    def _share_y(self, month: Month, field: QRectF) -> float:
        return self._y(month.recall.share or 0.0, field)

    def _paint_scale(self, canvas: Canvas, field: QRectF) -> None:
        for tick in self._ticks():
            y = self._y(tick, field)
            canvas.rule((field.left(), y), (field.right(), y), "line")
            place = QRectF(0, y - line() / 2, field.left() - _BESIDE, line())
            canvas.say(place, self._tick_words(tick), side="end")

    def _paint_band(self, canvas: Canvas, field: QRectF, run: list[tuple[float, Month]]) -> None:
        bounds = [(x, month.recall.bounds) for x, month in run]
        upper: list[Point] = [(x, self._y(bound.high, field)) for x, bound in bounds]
        lower: list[Point] = [(x, self._y(bound.low, field)) for x, bound in reversed(bounds)]
        if len(run) == 1:
            upper = [(x + aside, y) for x, y in upper for aside in (-_AIR, _AIR)]
            lower = [(x + aside, y) for x, y in lower for aside in (_AIR, -_AIR)]
        canvas.area([*upper, *lower], "accsoft")

    def _paint_desired(self, canvas: Canvas, field: QRectF, y: float) -> None:
        """Above its line, unless the line of the months begins there."""
        words = self.tr("desired {share}").format(share=percent(self.stats.desired))
        width = wide(words)
        left = field.left() + _AIR
        near = [
            self._share_y(month, field)
            for at, month in enumerate(self._months)
            if month.recall.counted and self._x(at, field) <= left + width + _APART
        ]
        over = sum(y - line() <= one < y + 3 for one in near)
        under = sum(y - 3 < one <= y + line() for one in near)
        top = y - line() if over <= under else y + 1
        canvas.say(QRectF(left, top, width, line()), words, halo=True)

    def _paint_dots(self, canvas: Canvas, field: QRectF, places: Sequence[tuple[float, Month]]) -> None:
        """Hollow for a month with few reviews; a month on its own has one too: it has no line."""
        size = theme.px(_DOT) - 2
        for x, month in places:
            if not month.recall.enough or len(places) == 1:
                at = (x, self._share_y(month, field))
                canvas.dot(at, size, "acc", hollow=not month.recall.enough)

    def _paint_last(self, canvas: Canvas, field: QRectF) -> None:
        """The last month with enough behind it, and its share."""
        told = [at for at, month in enumerate(self._months) if month.recall.enough]
        if not told:
            return
        size = theme.px(_DOT)
        x, month = self._x(told[-1], field), self._months[told[-1]]
        y = self._share_y(month, field)
        canvas.dot((x, y), size, "acc")
        words = recalled(month.recall, 1)
        width = wide(words, "cap")
        left = min(max(x - width / 2, field.left()), field.right() + size / 2 - width)
        top = max(0.0, y - size / 2 - line() - 1)
        canvas.say(QRectF(left, top, width, line()), words, "text", role="cap", halo=True)

    def _paint_months(self, canvas: Canvas, field: QRectF) -> None:
        """The first, the middle and the last."""
        last = self.mark_count() - 1
        free = 0.0
        for mark in sorted({0, last // 2, last}):
            month = self._months[mark]
            words = month_short(month.month) if last <= _ONE_YEAR else str(month.year)
            width = wide(words)
            middle = self._x(mark, field)
            left = min(max(middle - width / 2, field.left()), canvas.rect.width() - width)
            if left >= free:
                free = left + width + _APART
                canvas.say(QRectF(left, field.bottom() + _BELOW, width, line()), words)

    def table(self) -> Table:
        columns = (
            Column(self.tr("Month"), figures=False),
            Column(self.tr("Reviews")),
            Column(self.tr("Recalled"), role="cap"),
            Column(self.tr("Range"), token="mut", silent=True),
        )
        return Table(columns, tuple(map(self._row, reversed(self._months))))

    def _name(self, month: Month) -> str:
        """Within a year a month's name says which one it is."""
        words = month_short(month.month)
        return words if self.mark_count() <= _ONE_YEAR else f"{words} {month.year}"

    def _row(self, month: Month) -> tuple[Figure, ...]:
        recall = month.recall
        half = 50 * (recall.bounds.high - recall.bounds.low)
        return (
            Figure(f"{month.year}-{month.month:02}", self._name(month)),
            Figure(recall.counted, count(recall.counted)),
            Figure(recall.share, recalled(recall, 1)),
            Figure(
                round(half / 100, 4) if recall.enough else None,
                f"± {decimal(half, 1)}" if recall.enough else "",
            ),
        )
