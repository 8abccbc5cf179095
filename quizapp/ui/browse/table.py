"""The table of cards: 100,000 rows, one delegate, the question frozen, several selected with check boxes."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from quizapp.ui import theme
from quizapp.ui.bindings import action_of
from quizapp.ui.browse.cells import CHECK_COLUMN, ROW_H
from quizapp.ui.browse.columns import SIDE
from quizapp.ui.browse.painted import PaintedRows
from quizapp.ui.models.browse import COLUMNS
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.paint import Styled

_INSET, _GAP, _RADIUS = 6, 2, 8

_Flag = QItemSelectionModel.SelectionFlag


class CardTable(Styled, PaintedRows):
    """Shows a BrowseModel. Arrows move, Shift and Ctrl select, letters act; typing does not search."""

    current_moved = Signal(int)
    """The row that keys act on; -1 = none."""
    selected_changed = Signal()
    wanted = Signal(str)
    """An action on the row, or on those that are selected."""
    menu_wanted = Signal(QPoint)
    """The menu of the row, at a place on the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prepare_view()
        self.setAccessibleName(self.tr("Cards"))

    def _prepare_view(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setCornerWidget(QWidget())
        self.viewport().setAutoFillBackground(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.restyle()

    def setModel(self, model: Any) -> None:
        super().setModel(model)
        model.modelReset.connect(self._forget_picked)
        self.fit()

    def restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_H))
        self.verticalScrollBar().setSingleStep(theme.px(ROW_H))
        self.updateGeometries()
        self.fit()

    # Selection

    def picked_keys(self) -> list[int]:
        """card_keys of the rows that are selected, in the order of the table."""
        keys = self.cards.keys
        return [keys[row] for row in sorted(self.picked)]

    def select_keys(self, wanted: Collection[int], current: int | None) -> None:
        """Select these cards so far as they are listed, and stand on a row."""
        model, chosen = self.cards, QItemSelection()
        rows = [row for row, key in enumerate(model.keys) if key in wanted] if len(wanted) > 1 else []
        last = len(COLUMNS) - 1
        start = 0
        while start < len(rows):
            end = start
            while end + 1 < len(rows) and rows[end + 1] == rows[end] + 1:
                end += 1
            chosen.select(model.index(rows[start], 0), model.index(rows[end], last))
            start = end + 1
        self.go_to(current if current is not None else -1)
        if rows:
            self.selectionModel().select(chosen, _Flag.ClearAndSelect | _Flag.Rows)

    def go_to(self, row: int) -> None:
        """Stand on a row, alone selected; -1 = on none."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        if index.isValid():
            self.scrollTo(index)

    def clear_several(self) -> None:
        """Select the current row alone."""
        self.go_to(self.currentIndex().row())

    def pick_all(self) -> None:
        """Select all rows, or none of them if all are."""
        if len(self.picked) == self.model().rowCount():
            self.clear_several()
        else:
            self.selectAll()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._picked = None
        self.viewport().update()
        self.head.viewport().update()
        self.selected_changed.emit()

    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.row() != previous.row() or not previous.isValid():
            self.current_moved.emit(current.row())

    def _toggle(self, row: int) -> None:
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, _Flag.Toggle | _Flag.Rows)

    # Keys and mouse

    def moveCursor(self, action: Any, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        move = QAbstractItemView.CursorAction
        row, column = self.currentIndex().row(), max(self.currentIndex().column(), 0)
        ends = {move.MoveHome: 0, move.MoveEnd: self.model().rowCount() - 1}
        if action in ends:
            return self.model().index(ends[action], column)
        if action == move.MoveUp and row <= 0 and not modifiers:
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Letters are actions here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        action = "edit" if plain and event.key() in ENTER else action_of(event, "table")
        if action and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self.wanted.emit(action)
        elif event.key() == Qt.Key.Key_Escape and self.several:
            self.clear_several()
        elif event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self._menu_by_key()
        else:
            super().keyPressEvent(event)

    def _menu_by_key(self) -> None:
        rect = self.visualRect(self.currentIndex())
        self.menu_wanted.emit(self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(SIDE, 0)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._menu_by_key()
            return
        row = self.rowAt(event.pos().y())
        if row >= 0:
            if row not in self.picked:
                self.go_to(row)
            self.menu_wanted.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(round(event.position().y()))
        on_check = self.several and self._over_check(event.position().x())
        if row >= 0 and on_check and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(row)
        elif event.button() == Qt.MouseButton.RightButton:
            event.accept()  # its menu says which rows it is about
        else:
            super().mousePressEvent(event)

    def _over_check(self, x: float) -> bool:
        from_start = self.viewport().width() - x if self.isRightToLeft() else x
        return from_start < SIDE + theme.px(CHECK_COLUMN)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rowAt(round(event.position().y())) >= 0:
            self.wanted.emit("edit")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.go_to(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
