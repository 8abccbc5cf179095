"""How the table of cards paints its cells."""

from typing import cast

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from quizapp.store.browse_rows import Row
from quizapp.ui import theme
from quizapp.ui.browse.words import words
from quizapp.ui.kinds import sign_of
from quizapp.ui.models.browse import COLUMNS, BrowseModel
from quizapp.ui.models.decks import Index
from quizapp.ui.widgets.cell import PaintedCell, is_cut, lines_of, tip, words_width

ROW_H = 38
"""At 100 % text size, px."""
CHECK, CHECK_COLUMN = 16, 28
"""A check box, and what it takes from the question, px."""
_ICON, _ICON_GAP, _FLAG = 18, 6, 14
_TAG_H, _TAG_PAD, _TAG_GAP, _TAG_RADIUS = 24, 8, 4, 6
_CELL_GAP = 12
"""Between a cell's words and the next column, px."""
_CLAIM = "claim"
"""The one tag with a colour of its own."""
_TONES = {"late": ("cap", "bad"), "today": ("cap", "text"), "later": ("small", "mut")}


class CardCells(QStyledItemDelegate):
    """The one delegate of the table: a method for each column that is not plain words."""

    def paint_cell(
        self, cell: PaintedCell, row: Row, column: int, *, selected: bool, current: bool, today: int
    ) -> None:
        """Paint a cell without its background. selected, current: of the whole row."""
        spec = COLUMNS[column]
        if spec.key == "question":
            self._paint_question(cell, row, strong=current)
        elif spec.key == "kind":
            self._paint_kind(cell, row)
        elif spec.key == "tags":
            self._paint_tags(cell, row, on_row=selected or current)
        elif spec.key == "due":
            role, token = _TONES[words.tone(row, today)]
            room = self._room(cell)
            cell.words(room, lines_of(words.due(row, today), role, room.width(), 1), role, token)
        elif spec.at_end:
            text = lines_of(spec.words(row, today), "small", cell.rect.width(), 1)
            cell.words(cell.rect, text, "small", "text", at_end=True, tabular=True)
        else:
            room = self._room(cell)
            text = lines_of(spec.words(row, today), "small", room.width(), 1)
            cell.words(room, text, "small", "mut")

    def _room(self, cell: PaintedCell) -> QRectF:
        return cell.rect.adjusted(0, 0, -_CELL_GAP, 0)

    def _paint_question(self, cell: PaintedCell, row: Row, *, strong: bool) -> None:
        room = self._room(cell)
        if row.flagged:
            size = theme.px(_FLAG)
            room.setRight(room.right() - size - _ICON_GAP)
            place = QRectF(room.right() + _ICON_GAP, (room.height() - size) / 2, size, size)
            cell.icon(place, "flag", "warn")
        role = "rail" if strong else "row"
        token = "mut" if row.suspended else "text"
        cell.words(room, lines_of(row.question, role, room.width(), 1), role, token)

    def _paint_kind(self, cell: PaintedCell, row: Row) -> None:
        if not row.kind:
            return
        sign, size = sign_of(row.kind), theme.px(_ICON)
        cell.outline(QRectF(0, (cell.rect.height() - size) / 2, size, size), sign.outline, "mut")
        room = self._room(cell).adjusted(size + _ICON_GAP, 0, 0, 0)
        cell.words(room, lines_of(words.kind(row), "small", room.width(), 1), "small", "mut")

    def _paint_tags(self, cell: PaintedCell, row: Row, *, on_row: bool) -> None:
        """As many tags as there is room for, then how many there are beside."""
        room, height = self._room(cell), theme.px(_TAG_H)
        x = 0.0
        for at, tag in enumerate(row.tags):
            left = len(row.tags) - at - 1
            more = words_width(f"+{left}", "small") + _TAG_GAP if left else 0
            wide = words_width(tag, "small") + 2 * _TAG_PAD
            if at and x + wide + more > room.width():
                rest = QRectF(x, 0, room.width() - x + _CELL_GAP, room.height())
                cell.words(rest, (f"+{left + 1}",), "small", "mut")
                return
            wide = min(wide, room.width() - more)
            box = QRectF(x, (room.height() - height) / 2, wide, height)
            claim = tag == _CLAIM
            cell.box(box, _TAG_RADIUS, "claimsoft" if claim else "card" if on_row else "key")
            inner = box.adjusted(_TAG_PAD, 0, -_TAG_PAD + 1, 0)
            shown = lines_of(tag, "small", inner.width(), 1)
            cell.words(inner, shown, "small", "claim" if claim else "text")
            x += wide + _TAG_GAP

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wide enough for the words; for a double click on a column's edge."""
        text = str(index.data() or "")
        return QSize(round(words_width(text, "small")) + 3 * _CELL_GAP, theme.px(ROW_H))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        QToolTip.showText(event.globalPos(), self._tip(view, index), view)
        return True

    def _tip(self, view: QAbstractItemView, index: Index) -> str:
        """The words of a cell that shows only some of them."""
        row = cast(BrowseModel, index.model()).row(index.row()) if index.isValid() else None
        if row is None:
            return ""
        spec = COLUMNS[index.column()]
        text = spec.words(row, cast(BrowseModel, index.model()).today)
        role = "row" if spec.key == "question" else "small"
        aside = {"question": theme.px(CHECK_COLUMN), "kind": theme.px(_ICON) + _ICON_GAP}.get(spec.key, 0)
        room = view.visualRect(index).width() - _CELL_GAP - aside
        hidden = is_cut(text, lines_of(text, role, room, 1)) or (spec.key == "tags" and len(row.tags) > 1)
        return tip(text) if hidden else ""
