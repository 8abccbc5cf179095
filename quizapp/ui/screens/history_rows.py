"""The lines of a card's history: a sign, what happened, what came of it, and the details below."""

from PySide6.QtCore import QObject, QRectF, Qt

from quizapp.core.card_history import Line
from quizapp.ui import theme
from quizapp.ui.models.cards import CardModel
from quizapp.ui.models.decks import VALUE, Index
from quizapp.ui.screens.history_words import HistoryWords, Told
from quizapp.ui.widgets.cell import PaintedCell, line_height, lines_of, words_width
from quizapp.ui.widgets.rowcells import RowDelegate

_SIGN, _INDENT, _GAP, _AIR = 16, 28, 16, 7
_MOST = 6
_END_SHARE = 0.4
"""Of the row, at most, for what came of it."""
_SIGNS = {
    "correct": ("check", "good"),
    "almost": ("almost", "warn"),
    "partial": ("half", "warn"),
    "wrong": ("cross", "bad"),
    "unknown": ("minus", "mut"),
    "blank": ("minus", "mut"),
    "unscored": ("star", "mut"),
    "suspend": ("pause", "mut"),
    "unsuspend": ("play", "mut"),
    "bury": ("clock", "mut"),
    "unbury": ("play", "mut"),
    "flag": ("flag", "mut"),
    "unflag": ("flag", "mut"),
    "reset": ("undo", "mut"),
    "set_due": ("clock", "mut"),
    "regrade": ("edit", "mut"),
    "fit": ("statistics", "mut"),
}
"""Outcome, or type of an event -> icon and colour."""
_OTHER = ("info", "mut")


class HistoryModel(CardModel):
    """Lines, the newest first; words are made when a row is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: HistoryWords | None = None
        self._told: dict[int, Told] = {}

    def show_lines(self, lines: tuple[Line, ...], words: HistoryWords) -> None:
        """Other lines, in this order."""
        self._words, self._told = words, {}
        self.show_values(lines)

    def told(self, row: int) -> Told:
        """A row in words."""
        if row not in self._told:
            assert self._words is not None
            self._told[row] = self._words.line(self._values[row])
        return self._told[row]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        told = self.told(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return told.what
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told.sentence
        return told if role == VALUE else None


class HistoryDelegate(RowDelegate):
    """Words wrap; what was taken back is struck through."""

    height = 44
    role = "row"

    def paint_cell(self, cell: PaintedCell, index: Index) -> None:
        told: Told = index.data(VALUE)
        size, high = theme.px(_SIGN), line_height(self.role)
        sign, token = _SIGNS.get(told.sign, _OTHER)
        cell.icon(QRectF(0, _AIR + (high - size) / 2, size, size), sign, token, stroke=2.2)
        left, width = theme.px(_INDENT), cell.rect.width()
        end = self._end(told, width)
        top = float(_AIR)
        place = QRectF(width - self._end_width(told, width), top, self._end_width(told, width), high)
        for at, words in enumerate(end):
            cell.words(
                place.translated(0, at * high), (words,), "cap", "mut" if told.struck else "text", at_end=True
            )
        token = "mut" if told.struck or not told.end else "text"
        for words in self.lines(index, width):
            cell.words(QRectF(left, top, width - left, high), (words,), self.role, token, struck=told.struck)
            top += high
        top = max(top, _AIR + len(end) * high)
        low = line_height("small")
        for words in self._details(told, width):
            cell.words(QRectF(left, top, width - left, low), (words,), "small", "mut")
            top += low

    def lines(self, index: Index, width: float) -> tuple[str, ...]:
        told: Told = index.data(VALUE)
        end = self._end_width(told, width)
        room = width - theme.px(_INDENT) - (end + _GAP if end else 0)
        return lines_of(told.what, self.role, room, _MOST)

    def row_height(self, index: Index, width: float) -> int:
        told: Told = index.data(VALUE)
        upper = max(len(self.lines(index, width)), len(self._end(told, width))) * line_height(self.role)
        lower = len(self._details(told, width)) * line_height("small")
        return max(theme.px(self.height), round(upper + lower) + 2 * _AIR)

    def _details(self, told: Told, width: float) -> tuple[str, ...]:
        room = width - theme.px(_INDENT)
        return tuple(
            words for text in (told.about, told.why) if text for words in lines_of(text, "small", room, _MOST)
        )

    def _end_width(self, told: Told, width: float) -> float:
        return min(words_width(told.end, "cap") + 1, width * _END_SHARE) if told.end else 0.0

    def _end(self, told: Told, width: float) -> tuple[str, ...]:
        return lines_of(told.end, "cap", self._end_width(told, width)) if told.end else ()
