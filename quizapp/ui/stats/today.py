"""This study day in five numbers."""

from typing import NamedTuple

from PySide6.QtCore import QRectF

from quizapp.core.stats import ENOUGH
from quizapp.ui import theme
from quizapp.ui.stats.canvas import Canvas, line, wide
from quizapp.ui.stats.figures import TIMES, count, day_long, decimal, percent, recalled
from quizapp.ui.stats.plot import Plot
from quizapp.ui.stats.table import Column, Figure, Table
from quizapp.ui.widgets.cell import Cell, lines_of, words_width

_HIGH, _LEAST, _PAD, _BESIDE = 44, 124, 18, 8
_TITLE_H = 26


class _Number(NamedTuple):
    words: str
    below: str
    raw: object
    change: str = ""
    token: str = "mut"


class Today(Plot):
    """Beside each other; below each other where there is no room."""

    name = "today"
    wide = True
    listed = False

    def heading(self) -> str:
        return self.tr("Today")

    def fact(self) -> str:
        return day_long(self.stats.today)

    def summary(self) -> str:
        return "; ".join(map(self.mark_words, range(self.mark_count())))

    @property
    def _numbers(self) -> tuple[_Number, ...]:
        day = self.stats.day
        weeks = self.tr("%n weeks", "", day.weeks)
        return (
            _Number(count(day.reviews), self.tr("reviews today"), day.reviews),
            self._recalled(),
            _Number(TIMES.spent(day.visible_ms), self.tr("study time"), round(day.visible_ms / 1000)),
            _Number(count(day.due), self.tr("still due"), day.due),
            _Number(weeks, self.tr("first one") if day.weeks == 1 else self.tr("in a row"), day.weeks),
        )

    def _recalled(self) -> _Number:
        """Its change against the 30 days before, where both have enough behind them."""
        recall, usual = self.stats.day.recall, self.stats.day.usual
        if not recall.enough:
            below = self.tr("recalled, from {least} on").format(least=count(ENOUGH))
            return _Number("–", below, recall.share)
        below = self.tr("recalled, {recalled} of {count}").format(
            recalled=count(recall.recalled), count=count(recall.counted)
        )
        change, token = "", "mut"
        if usual.enough:
            points = 100 * ((recall.share or 0.0) - (usual.share or 0.0))
            change = ("+" if points >= 0 else "−") + decimal(abs(points), 1)
            token = "good" if points >= 0 else "warn"
        return _Number(percent(recall.share or 0.0), below, recall.share, change, token)

    def mark_count(self) -> int:
        return 5

    def mark_words(self, mark: int) -> str:
        number = self._numbers[mark]
        words = f"{number.words} {number.below}"
        if mark == 1 and not self.stats.day.recall.enough:
            return self.tr("recalled: not enough reviews yet, {counted} of {least}").format(
                counted=count(self.stats.day.recall.counted), least=count(ENOUGH)
            )
        if number.change:
            usual = recalled(self.stats.day.usual, 1)
            return self.tr("{words}; {share} in the 30 days before").format(words=words, share=usual)
        return words

    def _widths(self, width: float) -> list[float]:
        """Of the columns: equal, or each by what stands in it, or fewer where even that has no room."""
        asked = [self._width(number) for number in self._numbers]
        across = max(1, min(5, int(width // max(theme.px(_LEAST), *asked))))
        spare = width - sum(asked)
        if across < 5 and spare >= 0:
            return [one + spare / 5 for one in asked]
        return [width / across] * across

    def _width(self, number: _Number) -> float:
        beside = wide(number.change, "cap") + _BESIDE if number.change else 0
        above = words_width(number.words, "title") + beside
        return max(above, wide(number.below)) + _PAD + _BESIDE

    def height(self, width: float) -> float:
        rows = -(-5 // len(self._widths(width)))
        return theme.px(_HIGH) * rows + theme.px(10) * (rows - 1)

    def mark_place(self, mark: int, cell: Cell) -> QRectF:
        widths = self._widths(cell.rect.width())
        row, column = divmod(mark, len(widths))
        left = sum(widths[:column])
        return QRectF(left, row * theme.px(_HIGH + 10), widths[column], theme.px(_HIGH))

    def paint(self, canvas: Canvas) -> None:
        across = len(self._widths(canvas.rect.width()))
        for mark, number in enumerate(self._numbers):
            place = self.mark_place(mark, canvas)
            if mark % across:
                canvas.rule((place.left(), place.top() + 2), (place.left(), place.bottom() - 2), "line")
                place.setLeft(place.left() + _PAD)
            self._paint_number(canvas, place, number)

    def _paint_number(self, canvas: Canvas, place: QRectF, number: _Number) -> None:
        high = max(theme.px(_TITLE_H), line("title"))
        top = place.top() + (place.height() - high - line()) / 2
        title = QRectF(place.left(), top, place.width(), high)
        canvas.say(title, number.words, "text", role="title", tabular=False)
        if number.change:
            left = title.left() + words_width(number.words, "title") + _BESIDE
            beside = QRectF(left, top + 2, place.right() - left, high)
            canvas.say(beside, number.change, number.token, role="cap")
        below = QRectF(place.left(), title.bottom(), place.width() - _BESIDE, line())
        canvas.say(below, lines_of(number.below, "small", below.width(), 1)[0])

    def table(self) -> Table:
        columns = (Column(self.tr("Today"), figures=False), Column(self.tr("Number"), role="cap"))
        rows = tuple(
            (Figure(number.below, number.below), Figure(number.raw, number.words)) for number in self._numbers
        )
        return Table(columns, rows)
