"""The entries of a list that the learner writes, as rows, and the field that adds to them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui.richtext import DeckText, Viewers
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.entry_row import EntryFate, EntryRow
from quizapp.ui.widgets.field import TextField
from quizapp.ui.widgets.paint import announce
from quizapp.ui.widgets.rowstack import RowStack


class EntryList(RowStack[EntryRow]):
    """Entries in the order written. numbered: their places show, and Alt with the arrow keys moves them."""

    taken = Signal(object)
    """An EntryRow that is wanted back for editing."""
    dropped = Signal(object)
    """An EntryRow that is to go."""

    moved = Signal()
    """The order is another now."""

    def __init__(self, viewers: Viewers, *, numbered: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewers, self._numbered = viewers, numbered
        self._open = True

    def texts(self) -> tuple[str, ...]:
        """The entries as typed."""
        return tuple(row.words for row in self.rows)

    def insert(self, at: int, texts: Sequence[str]) -> None:
        """Add entries before the one at an index."""
        new = [self._row(self._viewers.typed(text, role="answer")) for text in texts]
        for row in new:
            row.taken.connect(self.taken)
            row.dropped.connect(self.dropped)
            row.setAccessibleDescription(self.tr("Delete takes it back"))
        self._arrange([*self.rows[:at], *new, *self.rows[at:]])

    def _row(self, text: DeckText) -> EntryRow:
        row = EntryRow(text, numbered=self._numbered)
        self.adopt(row)
        return row

    def remove(self, row: EntryRow) -> None:
        """Take a row out."""
        self._arrange([other for other in self.rows if other is not row])
        row.hide()
        row.deleteLater()

    def reveal(self, entries: Sequence[tuple[str, EntryFate]], rest: Sequence[tuple[str, EntryFate]]) -> None:
        """Show how each entry fared, then the items (Markdown) that were not named."""
        self._open = False
        for row in self.rows:
            row.hide()
            row.deleteLater()
        rows = [self._row(self._viewers.typed(text, role="answer")) for text, _ in entries]
        rows += [self._row(self._viewers.text(text, role="answer")) for text, _ in rest]
        self._arrange(rows)
        for row, (_, fate) in zip(rows, [*entries, *rest], strict=True):
            row.show_fate(fate)

    def _arrange(self, rows: Sequence[EntryRow]) -> None:
        for place, row in enumerate(rows, start=1):
            row.show_place(place, len(rows))
        self.set_order(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.focused()
        to = self.target(row, event) if row is not None else None
        if row is not None and to is not None and self._moves(event):
            self._move(row, to)
        elif event.key() == Qt.Key.Key_Down and row is not None and row is self.rows[-1]:
            event.ignore()  # below the last row is the field
        else:
            super().keyPressEvent(event)

    def _moves(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
        return alt and self._numbered and self._open

    def _move(self, row: EntryRow, to: int) -> None:
        others = [other for other in self.rows if other is not row]
        others.insert(to, row)
        if tuple(others) != self.rows:
            self._arrange(others)
            self.moved.emit()
            self.in_use.emit(row)
            said = self.tr("{item}, now {place} of {total}")
            announce(row, said.format(item=row.words, place=to + 1, total=len(others)))


class EntryField(TextField):
    """A field for one entry after the other: Enter adds it, Ctrl+Enter ends."""

    ended = Signal()
    """Ctrl+Enter."""
    backed_out = Signal()
    """Backspace, though there is nothing to delete."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._composing or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.backed_out.emit()
        elif event.key() in ENTER and ctrl:
            self.ended.emit()
        else:
            super().keyPressEvent(event)
