"""The pane that shows the whole file as YAML, at the card that is being written."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShowEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.core.problems import Problem
from quizapp.ui.editor import yaml_keys
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.yaml_completion import YamlCompletion
from quizapp.ui.editor.yaml_text import YamlText
from quizapp.ui.report import words_of
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.paint import MARGIN, Styled, announce, begin, box, inside, ring

_RADIUS = 14
_MOVES = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_Standard = QKeySequence.StandardKey


class YamlPane(Styled, QWidget):
    """The text on its panel; the focus ring is the panel's."""

    def __init__(self, document: DeckDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = _Writing(document)
        self.text.focus_changed.connect(self.update)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + 1, MARGIN + 8, MARGIN + 1, MARGIN + 8)
        column.addWidget(self.text)
        self.setFocusProxy(self.text)

    def show_read_only(self, read_only: bool) -> None:
        """The file may be looked at, but not written."""
        self.text.setReadOnly(read_only)

    def paintEvent(self, event: object) -> None:
        painter = begin(self)
        rect = inside(self)
        box(painter, rect, _RADIUS, fill="card", line="line")
        if self.text.hasFocus():
            ring(painter, rect, _RADIUS)
        painter.end()


class _Writing(YamlText):
    """The text with its keys, and with the document's one caret."""

    focus_changed = Signal()

    def __init__(self, document: DeckDocument) -> None:
        super().__init__(document)
        self._told = -1
        self.completion = YamlCompletion(self)
        document.caret_moved.connect(self._take_caret)
        self.cursorPositionChanged.connect(self._tell_caret)
        self.selectionChanged.connect(self._tell_caret)
        self._take_caret()

    def _take_caret(self) -> None:
        """The caret was moved by another: show where it is, with something above it."""
        self._told = self.deck.cursor.blockNumber() + 1  # whoever moved it says why
        self.setTextCursor(self.deck.cursor)
        if self.isVisible():
            self.centre()

    def centre(self) -> None:
        """Scroll so that the card of the caret is in view, from its first line on."""
        _, start = self.deck.card_at(self.textCursor().position())
        first = self.document().findBlock(start).firstLineNumber()
        line = self.textCursor().block().firstLineNumber()
        lines = max(1, self.viewport().height() // self.line_height)
        top = self.verticalScrollBar().value()
        if first < top or line >= top + lines - 2:
            self.verticalScrollBar().setValue(max(first - lines // 3, line - lines + 3))
        self.ensureCursorVisible()

    def _tell_caret(self) -> None:
        self.deck.follow(self.textCursor())
        line = self.textCursor().blockNumber() + 1
        if line != self._told:
            self._told = line
            if self.hasFocus():
                announce(self, " ".join(map(_spoken, self._problems_of(line))))

    def _problems_of(self, line: int) -> list[Problem]:
        return [problem for problem in self.deck.loaded.problems if problem.where.line == line]

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.completion.takes(event):
            return
        if event.matches(_Standard.Undo):
            self.deck.undo()
        elif event.matches(_Standard.Redo):
            self.deck.redo()
        elif self.isReadOnly() or not self._write(event):
            super().keyPressEvent(event)
        commands = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.text() and event.text().isprintable() and not commands and not self.isReadOnly():
            self.completion.offer()
        elif event.text() or event.key() in _MOVES:
            self.completion.close()

    def _write(self, event: QKeyEvent) -> bool:
        """The keys that mean something else in YAML than elsewhere; False for all others."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        cursor = self.textCursor()
        if event.key() in ENTER and plain:
            yaml_keys.enter(cursor, self._column_of_cards(cursor))
        elif event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and shift):
            yaml_keys.dedent(cursor)
        elif event.key() == Qt.Key.Key_Tab and plain:
            yaml_keys.indent(cursor)
        else:
            return False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _column_of_cards(self, cursor: QTextCursor) -> int:
        """Where the dashes of cards stand, as far as can be told while one writes."""
        card, start = self.deck.card_at(cursor.position())
        first = self.document().findBlock(start).text()
        return len(first) - len(first.lstrip(" ")) if card >= 0 else 0

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.textCursor().insertText(yaml_keys.without_tabs(source.text()))
            self.ensureCursorVisible()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab is for the text; F6 leaves it."""
        return self.isReadOnly() and super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.completion.close()
        self.focus_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_caret()


def _spoken(problem: Problem) -> str:
    return words_of(problem)
