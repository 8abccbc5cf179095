"""Charts of bars that stand on a line: the scale at their side, names below some of them."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QRectF

from quizapp.ui.stats.canvas import Canvas, line, wide
from quizapp.ui.stats.figures import count
from quizapp.ui.stats.plot import Plot
from quizapp.ui.widgets.cell import Cell

_WIDEST, _GAP, _NARROWEST = 12, 2, 1
"""A bar at most, between two, a bar at least; px."""
_BESIDE, _BELOW, _APART, _PAD = 8, 4, 10, 4
_UNITS = (2, 4, 6, 8, 10)
_STEPS = (12, 16, 20, 30, 40, 50, 60, 80, 100)
_LEAST = 2
"""Height of the bar of a value that is no zero, px."""


def top_of(value: float) -> int:
    """Where a scale ends that shows a value: round, and its half is whole."""
    if value <= _UNITS[-1]:
        return next(unit for unit in _UNITS if unit >= value)
    power = 1
    while _STEPS[-1] * power < value:
        power *= 10
    return next(step * power for step in _STEPS if step * power >= value)


class Name(NamedTuple):
    """What stands below a bar."""

    bar: int
    words: str


class Columns(Plot):
    """One bar a value; subclasses say what they mean. Zero is the base of all."""

    def values(self) -> tuple[float, ...]:
        raise NotImplementedError

    def names(self) -> tuple[Name, ...]:
        """In order; those without room are left out."""
        raise NotImplementedError

    def strong(self) -> Name | None:
        """The bar that matters, and its number."""
        return None

    def ceiling(self) -> tuple[float, str] | None:
        """A limit to be drawn across, if it cuts a bar, and its words."""
        return None

    def scale_words(self, value: float) -> str:
        """A number of the scale."""
        return count(round(value))

    def mark_count(self) -> int:
        return len(self.values())

    @cached_property
    def top(self) -> int:
        """Where the scale ends."""
        return top_of(max(self.values(), default=0))

    def _field(self, cell: Cell) -> QRectF:
        """Where bars stand."""
        top = self.top
        scale = max(wide(self.scale_words(value)) for value in (0, top / 2, top))
        half = line() / 2
        head = half if self.strong() is None else line() + 2
        high = cell.rect.height() - head - line() - _BELOW
        return QRectF(scale + _BESIDE, head, cell.rect.width() - scale - _BESIDE, high)

    def _bar(self, bar: int, field: QRectF, value: float) -> QRectF:
        pitch = field.width() / self.mark_count()
        width = min(_WIDEST, max(_NARROWEST, pitch - _GAP))
        high = field.height() * value / self.top
        high = max(high, _LEAST) if value > 0 else high
        return QRectF(field.left() + pitch * bar + (pitch - width) / 2, field.bottom() - high, width, high)

    def mark_place(self, mark: int, cell: Cell) -> QRectF:
        """The whole column: a low bar is hard to point at."""
        field = self._field(cell)
        pitch = field.width() / self.mark_count()
        return QRectF(field.left() + pitch * mark, field.top(), pitch, field.height())

    def paint(self, canvas: Canvas) -> None:
        field, strong = self._field(canvas), self.strong()
        self._paint_scale(canvas, field)
        bars = [self._bar(bar, field, value) for bar, value in enumerate(self.values())]
        for bar, rect in enumerate(bars):
            if rect.height():
                canvas.bar(rect, "heat4" if strong and bar == strong.bar else "heat3")
        self._paint_ceiling(canvas, field)
        self._paint_names(canvas, field)
        if strong is not None:
            self._paint_strong(canvas, field, strong, bars)

    def _paint_scale(self, canvas: Canvas, field: QRectF) -> None:
        for value in (0, self.top / 2, self.top):
            y = field.bottom() - field.height() * value / self.top
            canvas.rule((field.left(), y), (field.right(), y), "line")
            place = QRectF(0, y - line() / 2, field.left() - _BESIDE, line())
            canvas.say(place, self.scale_words(value), side="end")

    def _paint_ceiling(self, canvas: Canvas, field: QRectF) -> None:
        ceiling = self.ceiling()
        if ceiling is None or not 0 < ceiling[0] < max(self.values()):
            return
        y = field.bottom() - field.height() * ceiling[0] / self.top
        canvas.rule((field.left(), y), (field.right(), y), "mut", dashed=True)
        width = wide(ceiling[1]) + 2 * _PAD
        place = QRectF(self._free(field, y, width) - width, y - line() - 2, width, line())
        canvas.box(place, 3, "card")
        canvas.say(place, ceiling[1], side="middle")

    def _free(self, field: QRectF, y: float, width: float) -> float:
        """Where words above a line end: as far on as no bar reaches up to them, else at the end."""
        tops = [self._bar(bar, field, value) for bar, value in enumerate(self.values())]
        high = [bar for bar in tops if bar.top() < y - 1]
        for end in [field.right(), *(bar.left() for bar in reversed(high))]:
            if end - width >= field.left() and not any(
                bar.left() < end and bar.right() > end - width for bar in high
            ):
                return end
        return field.right()

    def _paint_names(self, canvas: Canvas, field: QRectF) -> None:
        for place, words in self._named_places(field):
            canvas.say(place, words)

    def _named_places(self, field: QRectF) -> Iterator[tuple[QRectF, str]]:
        """Names below their bars' middles, within the field, none upon another."""
        free = 0.0
        for bar, words in self.names():
            width = wide(words)
            middle = self._bar(bar, field, 0).center().x()
            left = min(max(middle - width / 2, field.left()), field.right() - width)
            if left >= free:
                free = left + width + _APART
                yield QRectF(left, field.bottom() + _BELOW, width, line()), words

    def _paint_strong(self, canvas: Canvas, field: QRectF, strong: Name, bars: list[QRectF]) -> None:
        """The number over its bar, and over all bars that it reaches across."""
        width = wide(strong.words, "cap")
        middle = bars[strong.bar].center().x()
        left = min(max(middle - width / 2, field.left()), field.right() - width)
        below = [bar.top() for bar in bars if bar.right() > left and bar.left() < left + width]
        canvas.say(QRectF(left, min(below) - line() - 1, width, line()), strong.words, "text", role="cap")
