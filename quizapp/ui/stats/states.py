"""How many cards are new, being learned, young, mature, suspended: one bar, and a list with shares."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt

from quizapp.core.stats import MATURE
from quizapp.ui import theme
from quizapp.ui.stats.canvas import Canvas
from quizapp.ui.stats.figures import count, percent
from quizapp.ui.stats.plot import Plot
from quizapp.ui.stats.table import Column, Figure, Table
from quizapp.ui.widgets.cell import Cell

_BAR, _GAP, _RADIUS, _BELOW = 14, 2, 4, 12
_ROW, _SQUARE, _WORDS, _SHARE = 23, 10, 20, 56


class _Part(NamedTuple):
    words: str
    cards: int
    token: str


class States(Plot):
    """Each card is in one of them."""

    name = "states"

    def heading(self) -> str:
        return self.tr("Cards by state")

    def fact(self) -> str:
        return count(self._total)

    def summary(self) -> str:
        return "; ".join(map(self.mark_words, range(self.mark_count())))

    @property
    def _parts(self) -> tuple[_Part, ...]:
        states = self.stats.states
        return (
            _Part(self.tr("New"), states.new, "heat1"),
            _Part(self.tr("Learning"), states.learning, "warnline"),
            _Part(self.tr("Young"), states.young, "heat2"),
            _Part(self.tr("Mature"), states.mature, "heat4"),
            _Part(self.tr("Suspended"), states.suspended, "edge"),
        )

    @property
    def _total(self) -> int:
        return sum(part.cards for part in self._parts)

    def _share(self, part: _Part) -> float:
        return part.cards / self._total if self._total else 0.0

    def mark_count(self) -> int:
        return len(self._parts)

    def mark_words(self, mark: int) -> str:
        part = self._parts[mark]
        cards = self.tr("%n cards", "", part.cards)
        words = self.tr("{state}: {cards}, {share}")
        said = words.format(state=part.words, cards=cards, share=percent(self._share(part)))
        if part.words == self.tr("Mature"):
            return self.tr("{words}; intervals from %n days", "", MATURE).format(words=said)
        return said

    def steps(self) -> dict[Qt.Key, int]:
        across = super().steps()
        return {**across, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

    def height(self, width: float) -> float:
        return max(super().height(width), self._list_top + theme.px(_ROW) * self.mark_count())

    @property
    def _list_top(self) -> float:
        return theme.px(4) + theme.px(_BAR) + theme.px(_BELOW)

    def mark_place(self, mark: int, cell: Cell) -> QRectF:
        high = theme.px(_ROW)
        return QRectF(0, self._list_top + mark * high, cell.rect.width(), high)

    def paint(self, canvas: Canvas) -> None:
        self._paint_bar(canvas)
        for mark, part in enumerate(self._parts):
            self._paint_row(canvas, self.mark_place(mark, canvas), part)

    def _paint_bar(self, canvas: Canvas) -> None:
        """Parts with 2 px between them; even the smallest can be seen."""
        there = [part for part in self._parts if part.cards]
        whole = canvas.rect.width() - _GAP * (len(there) - 1)
        least = 3.0
        small = [part for part in there if whole * self._share(part) < least]
        rest = whole - least * len(small)
        among = sum(part.cards for part in there if part not in small) or 1
        left, high = 0.0, theme.px(_BAR)
        if not there:
            canvas.box(QRectF(0, theme.px(4), canvas.rect.width(), high), _RADIUS, "heat0")
        for part in there:
            wide = least if part in small else rest * part.cards / among
            canvas.box(QRectF(left, theme.px(4), wide, high), min(_RADIUS, wide / 2), part.token)
            left += wide + _GAP

    def _paint_row(self, canvas: Canvas, row: QRectF, part: _Part) -> None:
        side = theme.px(_SQUARE)
        square = QRectF(row.left(), row.center().y() - side / 2, side, side)
        canvas.box(square, 3, part.token)
        share = QRectF(row.right() - theme.px(_SHARE), row.top(), theme.px(_SHARE), row.height())
        number = QRectF(row.left(), row.top(), row.width() - theme.px(_SHARE), row.height())
        canvas.say(row.adjusted(theme.px(_WORDS), 0, 0, 0), part.words, "text")
        canvas.say(number, count(part.cards), "text", role="cap", side="end")
        canvas.say(share, percent(self._share(part)), side="end")

    def table(self) -> Table:
        columns = (
            Column(self.tr("State"), figures=False),
            Column(self.tr("Cards"), role="cap"),
            Column(self.tr("Share"), token="mut"),
        )
        rows = tuple(
            (
                Figure(part.words, part.words),
                Figure(part.cards, count(part.cards)),
                Figure(round(self._share(part), 4), percent(self._share(part), 1)),
            )
            for part in self._parts
        )
        return Table(columns, rows)
