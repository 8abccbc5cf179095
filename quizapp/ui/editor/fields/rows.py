"""A list in a form: a row each, the last one always empty; written, moved and removed by keys."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.formats.card_form import FormField
from quizapp.formats.form_rows import GroupsSort, ItemsSort, PairsSort, Row, Rows, RowsSort
from quizapp.ui.editor.fields.base import FieldEditor
from quizapp.ui.editor.fields.row import RowLine
from quizapp.ui.editor.words import FieldWords
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.paint import announce


class RowsEditor(FieldEditor):
    """Rows of texts. Enter goes to the next, Backspace in an empty row removes it, Alt with Up and Down moves
    it; where rows can belong to the one above, Alt with Right and Left says so."""

    def __init__(self, field: FormField, words: FieldWords, parent: QWidget | None = None) -> None:
        super().__init__(field, words, parent)
        sort = field.sort
        self._count = len(sort.columns) if isinstance(sort, RowsSort) else 1
        self._grouped = isinstance(sort, GroupsSort)
        self._alike = isinstance(sort, PairsSort)
        self._nests = bool(words.join)
        self._credits = isinstance(sort, ItemsSort) and sort.columns[-1] == "credit"
        self._problem = ""
        self.lines: list[RowLine] = []
        self._layout = QVBoxLayout()
        self._layout.setSpacing(0)
        self._more = Button("link", self.tr("Say what each earns"), height=14)
        self._more.clicked.connect(self._show_credits)
        if self._credits:
            self.aside = self._more
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._layout)
        self._shows_credits = False
        self.show_value(())

    def value(self) -> Rows:
        """Without the open row, and without rows that were not begun."""
        lines = self.lines
        return tuple(line.row for at, line in enumerate(lines) if not line.is_empty or self._heads(at))

    def _heads(self, at: int) -> bool:
        """Is it the name of a group, be it empty for now, with something in the group?"""
        lines = self.lines[at : at + 2]
        return self._grouped and len(lines) == 2 and lines[0].level < lines[1].level and not lines[1].is_empty

    def show_value(self, shown: Rows) -> None:
        """Rows that stay where they are keep their widget, and with it focus and caret."""
        if shown == self.value() and self.lines:
            return
        wanted = [row for row in shown if not row.is_empty]
        lines = [line for line in self.lines if not line.is_empty][: len(wanted)]
        spare = [line for line in self.lines if line not in lines]
        for line, row in zip(lines, wanted, strict=False):
            line.show_row(row)
        for row in wanted[len(lines) :]:
            line = spare.pop(0) if spare else self._line()
            line.show_row(row)
            lines.append(line)
        for line in spare:
            line.show_row(Row(("",) * self._count, line.level))
        self._arrange([*lines, *spare])
        if self._credits and any(row.cells[-1] for row in wanted):
            self._show_credits()

    def hindrance(self) -> str:
        sort = self.field.sort
        twice = sort.twice(self.value()) if isinstance(sort, GroupsSort) else ""
        return self.tr("Two groups are called “{name}”.").format(name=twice) if twice else ""

    def show_problem(self, sentence: str) -> None:
        self._problem = sentence
        for line in self.lines:
            line.box.show_bad(bool(sentence))
            for cell in line.cells:
                self.describe(cell, sentence)

    def focus_field(self) -> None:
        self.lines[-1].cells[0].setFocus() if self.value() else self.lines[0].cells[0].setFocus()

    def _show_credits(self) -> None:
        """Offer what hardly any row has: what it earns."""
        self._shows_credits = True
        self._more.hide()
        for line in self.lines:
            line.show_credit(True)

    # Rows

    def _line(self) -> RowLine:
        line = RowLine(self.words, self._count, alike=self._alike, parent=self)
        line.edited.connect(self._on_edited)
        line.dropped.connect(self._remove)
        line.joined.connect(self._toggle)
        line.dragged.connect(self._drag)
        for at, cell in enumerate(line.cells):
            cell.entered.connect(partial(self._enter, line))
            cell.backed.connect(partial(self._back, line, at))
            cell.moved.connect(partial(self._move, line))
            cell.shifted.connect(partial(self._shift, line))
            cell.left.connect(partial(self._step, line, at))
            cell.lines_pasted.connect(partial(self._paste, line))
            self.describe(cell, self._problem)
        line.box.show_bad(bool(self._problem))
        line.show_credit(self._shows_credits or not self._credits)
        return line

    def _arrange(self, lines: Sequence[RowLine]) -> None:
        """Put the rows in order, with one that is open at each end where one can add."""
        wanted = self._with_open(list(lines))
        for line in self.lines:
            if line not in wanted:
                line.hide()
                self._layout.removeWidget(line)
                line.deleteLater()
        self.lines = wanted
        for at, line in enumerate(wanted):
            if self._layout.indexOf(line) != at:
                self._layout.insertWidget(at, line)
            line.show_place(at + 1, len(wanted) - 1, open_=self._is_open(at))
            line.show()
        self._order()

    def _order(self) -> None:
        """Whoever writes on comes to all rows, and only then to what stands beside the heading."""
        stops: list[QWidget] = [cell for line in self.lines for cell in line.cells]
        if self.aside is not None and self.aside.window() is self.window():
            stops.append(self.aside)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()

    def _is_open(self, at: int) -> bool:
        """Is it an empty row at an end?"""
        last = at == len(self.lines) - 1
        ends_group = self._grouped and self.lines[at].level == 1 and (last or not self.lines[at + 1].level)
        return self.lines[at].is_empty and (last or ends_group)

    def _with_open(self, lines: list[RowLine]) -> list[RowLine]:
        """Rows with the open ones; empty rows elsewhere stay only where somebody writes."""
        kept = [line for line in lines if not line.is_empty or any(c.hasFocus() for c in line.cells)]
        spare = [line for line in lines if line not in kept]
        found: list[RowLine] = []
        for at, line in enumerate(kept):
            found.append(line)
            ends = at + 1 == len(kept) or not kept[at + 1].level
            if self._grouped and ends and not line.is_empty:
                found.append(self._open(spare, 1))
        last_open = bool(found) and found[-1].is_empty and found[-1].level == 0
        if not last_open:
            found.append(self._open(spare, 0))
        return found

    def _open(self, spare: list[RowLine], level: int) -> RowLine:
        line = spare.pop(0) if spare else self._line()
        line.show_level(level)
        return line

    # What the user does

    def _on_edited(self, line: RowLine) -> None:
        self._arrange(self.lines)
        self.edited.emit()

    def _remove(self, line: RowLine) -> None:
        at = self.lines.index(line)
        rest = [other for other in self.lines if other is not line]
        if line.cells[0].hasFocus() or line.cells[-1].hasFocus():
            neighbour = rest[max(at - 1, 0)] if rest else None
            if neighbour is not None:
                neighbour.cells[0].setFocus()
                neighbour.cells[0].caret_to_end()
        line.show_row(Row(("",) * self._count, line.level))
        self._arrange(rest or [line])
        announce(self, self.tr("Removed"))
        self.edited.emit()

    def _back(self, line: RowLine, at: int) -> None:
        """Backspace in an empty text: to the text before it; an empty row goes."""
        if at:
            line.cells[at - 1].setFocus()
            line.cells[at - 1].caret_to_end()
        elif line.is_empty and self._nests and line.level:
            self._toggle(line)
        elif line.is_empty and self.lines.index(line):
            before = self.lines[self.lines.index(line) - 1]
            before.cells[-1].setFocus() if before.cells[-1].text else before.cells[0].setFocus()
            self._arrange([other for other in self.lines if other is not line])

    def _enter(self, line: RowLine) -> None:
        """A row of its own below, or the open one."""
        at = self.lines.index(line)
        if line.is_empty:
            self._leave(line, 1)
            return
        below = self.lines[at + 1] if at + 1 < len(self.lines) else None
        inner = 1 if self._grouped else line.level
        if below is None or not below.is_empty or below.level != inner:
            below = self._line()
            below.show_level(inner)
            self.lines.insert(at + 1, below)
            self._layout.insertWidget(at + 1, below)
            below.show_place(at + 2, len(self.lines), open_=False)
            below.show()
        below.cells[0].setFocus()
        self._arrange(self.lines)

    def _leave(self, line: RowLine, by: int) -> None:
        """To the row after an empty one."""
        at = self.lines.index(line) + by
        if 0 <= at < len(self.lines):
            self.lines[at].cells[0].setFocus()
        else:
            self.focusNextChild()

    def _step(self, line: RowLine, cell: int, by: int) -> None:
        at = self.lines.index(line) + by
        if 0 <= at < len(self.lines):
            self.lines[at].cells[cell].setFocus()
            self.lines[at].cells[cell].caret_to_end()

    def _move(self, line: RowLine, by: int) -> None:
        at = self.lines.index(line)
        to = at + by
        if line.is_empty or not 0 <= to < len(self.lines) or self._is_open(to):
            return
        self._place(line, to)
        announce(self, self.tr("Moved to place {place}").format(place=to + 1))

    def _place(self, line: RowLine, to: int) -> None:
        focus = next((cell for cell in line.cells if cell.hasFocus()), None)
        others = [other for other in self.lines if other is not line]
        others.insert(to, line)
        self.lines = others
        self._arrange(others)
        if focus is not None:
            focus.setFocus()
        self.edited.emit()

    def _drag(self, line: RowLine, y: float) -> None:
        """The mouse has left the row: it changes places with the one that the mouse is over."""
        by = -1 if y < 0 else 1 if y > line.height() else 0
        if by:
            self._move(line, by)

    def _shift(self, line: RowLine, by: int) -> None:
        if self._nests and (by > 0) != bool(line.level):
            self._toggle(line)

    def _toggle(self, line: RowLine) -> None:
        """It belongs to the row above now, or no longer."""
        if self.lines.index(line) == 0:
            return
        line.show_level(0 if line.level else 1)
        self._arrange(self.lines)
        announce(self, self.words.join if line.level else self.tr("By itself"))
        self.edited.emit()

    def _paste(self, line: RowLine, texts: Sequence[str]) -> None:
        """Lines from elsewhere: a row each."""
        at = self.lines.index(line)
        pasted = []
        for text in texts:
            fresh = self._line()
            fresh.show_row(Row((text, *[""] * (self._count - 1)), line.level))
            pasted.append(fresh)
        self._arrange([*self.lines[:at], *pasted, *self.lines[at:]])
        QTimer.singleShot(0, pasted[-1].cells[0].setFocus)
        self.edited.emit()
