"""Two versions of a file compared: lines of the disk's with −, lines of the editor's with +."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.paint import Styled

_FILLS = {"-": "badsoft", "+": "goodsoft"}
_LINES = 9


class Comparison(Styled, QTextEdit):
    """For reading; scrolls where there are many lines."""

    def __init__(self, lines: Sequence[str], parent: QWidget | None = None) -> None:
        """lines: of a unified diff, without its head."""
        super().__init__(parent)
        self._lines = tuple(lines)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Lines that differ: − on disk, + here"))
        self.setTabChangesFocus(True)
        self.restyle()

    def restyle(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for number, line in enumerate(self._lines):
            sign, words = line[:1], line[1:]
            form, ink = QTextBlockFormat(), QTextCharFormat()
            ink.setFont(theme.font("mono"))
            ink.setForeground(theme.color("mut" if sign == "@" else "text"))
            if sign in _FILLS:
                form.setBackground(theme.color(_FILLS[sign]))
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(form)
            cursor.insertText(f"{sign.replace('-', '−')} {words}" if sign != "@" else "…", ink)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        shown = min(len(self._lines), _LINES)
        self.setFixedHeight(shown * theme.px(20) + 8)
