"""How a list of cards paints its rows: the front, and a word at the end."""

from PySide6.QtCore import QRectF

from quizapp.ui import theme
from quizapp.ui.models.cards import ASIDE
from quizapp.ui.models.decks import VALUE, Index
from quizapp.ui.widgets.cell import PaintedCell, line_height, lines_of, words_width
from quizapp.ui.widgets.rowcells import RowDelegate

_GAP, _AIR = 24, 5
_ASIDE_SHARE = 0.45
"""Of the row, at most, for the word at the end."""
_SIGN, _INDENT = 16, 28
_SIGNS = {
    "wrong": ("cross", "bad"),
    "partial": ("half", "warn"),
    "unknown": ("minus", "mut"),
    "blank": ("minus", "mut"),
    "almost": ("almost", "warn"),
    "correct": ("check", "good"),
}
"""Outcome -> icon and colour."""


class CardDelegate(RowDelegate):
    """A card that a search found."""

    height = 42
    aside_role, aside_token = "small", "mut"

    def indent(self) -> int:
        """Where the front begins, px."""
        return 0

    def paint_cell(self, cell: PaintedCell, index: Index) -> None:
        front = cell.rect.adjusted(self.indent(), 0, 0, 0)
        cell.words(front, self.lines(index, cell.rect.width()), self.role, "text")
        aside = lines_of(index.data(ASIDE), self.aside_role, self._aside_width(index, cell.rect.width()))
        cell.words(cell.rect, aside, self.aside_role, self.aside_token, at_end=True)

    def lines(self, index: Index, width: float) -> tuple[str, ...]:
        room = width - self.indent() - _GAP - self._aside_width(index, width)
        return lines_of(index.data(), self.role, room)

    def row_height(self, index: Index, width: float) -> int:
        aside = lines_of(index.data(ASIDE), self.aside_role, self._aside_width(index, width))
        lines = max(len(self.lines(index, width)), len(aside))
        return max(theme.px(self.height), round(lines * line_height(self.role)) + 2 * _AIR)

    def _aside_width(self, index: Index, width: float) -> float:
        return min(words_width(index.data(ASIDE), self.aside_role) + 1, width * _ASIDE_SHARE)


class MissedDelegate(CardDelegate):
    """A missed card: its sign, its front, and the right answer."""

    aside_role, aside_token = "strong", "text"

    def indent(self) -> int:
        return theme.px(_INDENT)

    def paint_cell(self, cell: PaintedCell, index: Index) -> None:
        super().paint_cell(cell, index)
        size = theme.px(_SIGN)
        name, token = _SIGNS.get(index.data(VALUE).outcome, _SIGNS["wrong"])
        cell.icon(QRectF(0, (cell.rect.height() - size) / 2, size, size), name, token, stroke=2.2)
