"""A text that is written into a form: it grows with its lines, and leaves undo to the document."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from quizapp.ui import fonts, theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.paint import Styled

_LINE, _PAD = 34, 7
_BLOCKS = "\u2029"
_Move = QTextCursor.MoveOperation
_NOT_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def _units(text: str) -> bytes:
    """As Qt counts it: letters beyond the first plane are two."""
    return text.encode("utf-16-le", "surrogatepass")


class Cell(Styled, QTextEdit):
    """Plain text without a frame of its own; Tab leaves it.

    role: of the type scale; one_line: Enter is not for this text (Shift+Enter still breaks a line).
    """

    edited = Signal(str)
    """The text now, after the user changed it."""
    entered = Signal()
    """Enter, where it breaks no line."""
    backed = Signal()
    """Backspace in an empty text."""
    moved = Signal(int)
    """Alt with Up (-1) or Down (1)."""
    shifted = Signal(int)
    """Alt with Left (-1) or Right (1), as seen from the beginning of the line."""
    left = Signal(int)
    """Up in the first line (-1), Down in the last one (1)."""
    lines_pasted = Signal(object)
    """Several lines at once, where Enter breaks none: a tuple of texts."""
    focus_changed = Signal()

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        role: str = "body",
        one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """name: what it is for, translated."""
        super().__init__(parent)
        self._role, self._one_line, self._quiet = role, one_line, False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.restyle()

    def restyle(self) -> None:
        font = theme.font(self._role)
        font.setFeature(fonts.LIGATURES, 0)  # what is typed is what stands there: 1x2, not 1×2
        self.setFont(font)
        self.document().setDefaultFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("mut"))
        self.setPalette(palette)
        self._fit()

    @property
    def text(self) -> str:
        """As it is written, no-break spaces included."""
        return self.document().toRawText().replace(_BLOCKS, "\n")

    def show_text(self, text: str) -> None:
        """Show a text; where it is the same nothing moves, else the caret stays as near as it can."""
        if text == self.text:
            return
        at = self.textCursor().position()
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @property
    def selection(self) -> tuple[int, int]:
        """What is marked, as offsets in `text`."""
        cursor = self.textCursor()
        ends = cursor.selectionStart(), cursor.selectionEnd()
        start, end = (len(_units(self.text)[: 2 * at].decode("utf-16-le")) for at in ends)
        return start, end

    def select(self, start: int, end: int) -> None:
        """Mark text[start:end]."""
        cursor = self.textCursor()
        cursor.setPosition(len(_units(self.text[:start])) // 2)
        cursor.setPosition(len(_units(self.text[:end])) // 2, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def caret_to_end(self) -> None:
        """Put the caret behind the text."""
        self.moveCursor(_Move.End)

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit(self.text)

    def _fit(self) -> None:
        lines = self.document().size().height()
        pad = theme.px(_PAD)
        self.setViewportMargins(0, pad, 0, pad)
        height = max(theme.px(_LINE), round(lines + 0.4) + 2 * pad)
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(40), self.minimumHeight())

    # Keys

    def event(self, event: QEvent) -> bool:
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and any(event.matches(key) for key in _NOT_OURS):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(key) for key in _NOT_OURS) or self._is_for_others(event):
            event.ignore()
        elif not self._handle(event):
            super().keyPressEvent(event)

    def _is_for_others(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return event.key() == Qt.Key.Key_Escape or (event.key() in ENTER and bool(control))

    def _handle(self, event: QKeyEvent) -> bool:
        """True for a key that means something in a form."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _ALT:
            signal, by = _ALT[key]
            mirrored = -1 if signal == "shifted" and self.isRightToLeft() else 1
            getattr(self, signal).emit(by * mirrored)
        elif modifiers:
            return False
        elif key in ENTER and self._one_line:
            self.entered.emit()
        elif key == Qt.Key.Key_Backspace and not self.text:
            self.backed.emit()
        elif key in _UP_DOWN and not self._has_line(_UP_DOWN[key]):
            self.left.emit(_UP_DOWN[key])
        else:
            return False
        return True

    def _has_line(self, by: int) -> bool:
        """Is there a line above (-1) or below (1) the caret?"""
        cursor = self.textCursor()
        return cursor.movePosition(_Move.Up if by < 0 else _Move.Down)

    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = tuple(line.strip() for line in source.text().splitlines() if line.strip())
        if self._one_line and len(lines) > 1 and not self.text:
            self.lines_pasted.emit(lines)
        elif source.hasText():
            self.insertPlainText(" ".join(lines) if self._one_line else source.text())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the form scrolls

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self.focus_changed.emit()


_ALT: Final[Mapping[int, tuple[str, int]]] = {
    Qt.Key.Key_Up: ("moved", -1),
    Qt.Key.Key_Down: ("moved", 1),
    Qt.Key.Key_Left: ("shifted", -1),
    Qt.Key.Key_Right: ("shifted", 1),
}
_UP_DOWN: Final[Mapping[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
