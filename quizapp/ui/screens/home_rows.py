"""How home's tables paint their cells."""

from PySide6.QtCore import QRectF

from quizapp.core.overview import DeckRow
from quizapp.ui import theme
from quizapp.ui.models.decks import VALUE, Column, DeckModel, Index
from quizapp.ui.widgets.cell import PaintedCell, line_height, lines_of, words_width
from quizapp.ui.widgets.rowcells import RowDelegate

NUMBER_W, RECALLED_W = 74, 150
"""Widths of columns at 100 % text size, px."""
_BAR_W, _BAR_H, _BAR_GAP = 84, 6, 8
_NAME_GAP = 16
"""Between a name and the next column, px."""
_SIGN, _SIGN_GAP = 14, 6
_BELOW_GAP = 2
_AIR = 6
"""Least distance of words from a row's top and bottom, px."""


class DeckDelegate(RowDelegate):
    """A deck: its name, below it problems or course; likely recalled as a bar; three numbers."""

    role = "name"

    def __init__(self, model: DeckModel) -> None:
        super().__init__()
        self._model = model
        self.with_course = False
        """True while decks of several courses stand together."""

    def paint_cell(self, cell: PaintedCell, index: Index) -> None:
        row: DeckRow = index.data(VALUE)
        if index.column() == Column.NAME:
            self._paint_name(cell, index, row)
        elif index.column() == Column.RECALLED:
            self._paint_recalled(cell, index.data(), row.recalled)
        else:
            strong = index.column() == Column.DUE and row.due > 0
            role, token = ("strong", "text") if strong else ("body", "mut")
            cell.words(cell.rect, (index.data(),), role, token, at_end=True, tabular=True)

    def lines(self, index: Index, width: float) -> tuple[str, ...]:
        if index.column() != Column.NAME:
            return (index.data(),)
        return super().lines(index, width - _NAME_GAP)

    def row_height(self, index: Index, width: float) -> int:
        words = len(self.lines(index, width)) * line_height(self.role) + self._below_height(index.data(VALUE))
        return max(theme.px(self.height), round(words) + 2 * _AIR)

    def link_rect(self, index: Index, cell: QRectF) -> QRectF | None:
        row: DeckRow = index.data(VALUE)
        if not row.problems:
            return None
        below = self._below_rect(index, cell)
        words = words_width(self._model.problems(row), "label")
        return QRectF(0, below.top(), theme.px(_SIGN) + _SIGN_GAP + words + 1, below.height())

    def link_tip(self) -> str:
        return self.tr("Show the problems (Alt+Enter)")

    def _below_height(self, row: DeckRow) -> float:
        below = row.problems or (self.with_course and row.course)
        return line_height("small") + _BELOW_GAP if below else 0

    def _below_rect(self, index: Index, cell: QRectF) -> QRectF:
        """The line under the name; both together stand in the middle of the row."""
        height = self._below_height(index.data(VALUE))
        name = len(self.lines(index, cell.width())) * line_height(self.role)
        return QRectF(0, (cell.height() - height + name) / 2, cell.width() - _NAME_GAP, height)

    def _paint_name(self, cell: PaintedCell, index: Index, row: DeckRow) -> None:
        below = self._below_rect(index, cell.rect)
        name = cell.rect.adjusted(0, 0, 0, -below.height())
        cell.words(name, self.lines(index, cell.rect.width()), self.role, "text")
        link = self.link_rect(index, cell.rect)
        if link:
            size = theme.px(_SIGN)
            cell.icon(QRectF(0, link.center().y() - size / 2, size, size), "warning", "warn")
            words = link.adjusted(size + _SIGN_GAP, 0, 0, 0)
            cell.words(words, (self._model.problems(row),), "label", "warn", underlined=True)
        elif below.height():
            cell.words(below, lines_of(row.course, "small", below.width(), 1), "small", "mut")

    def _paint_recalled(self, cell: PaintedCell, words: str, recalled: float | None) -> None:
        rect, width = cell.rect, theme.px(_BAR_W)
        if recalled is None:
            cell.words(rect, (words,), "small", "mut")
            return
        bar = QRectF(0, rect.center().y() - _BAR_H / 2, width, _BAR_H)
        cell.box(bar, _BAR_H / 2, "line")
        bar.setWidth(max(float(_BAR_H), width * recalled))
        cell.box(bar, _BAR_H / 2, "heat3")
        cell.words(rect.adjusted(width + _BAR_GAP, 0, 0, 0), (words,), "small", "mut", tabular=True)
