"""The field that a typed answer is written into."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.paint import MARGIN, RADIUS, Styled, begin, box, inside, ring

_HEIGHT, _PAD, _CARET = 58, 19, 2
BESIDE = "\u2009"
"""Before a placeholder: the caret stands beside its first letter, not on it."""


_SILENT = " "
"""A description that is not said; without one Qt gives the placeholder to screen readers."""


class TextField(Styled, QLineEdit):
    """One line of text. Enter submits, but never the Enter that ends a composition of an input method.

    height, role: 58 px and "typed" for answers; smaller ones for gaps.
    """

    submitted = Signal()

    def __init__(
        self,
        name: str,
        *,
        role: str = "typed",
        height: int = _HEIGHT,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """name: what it is for, read by screen readers."""
        super().__init__(parent)
        self._role, self._height = role, height
        self._composing = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder and f"{BESIDE}{placeholder}")
        if placeholder:
            repeated = placeholder.casefold() in name.casefold()
            self.setAccessibleDescription(_SILENT if repeated else placeholder)
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(self._role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("mut"))
        self.setPalette(palette)
        side = MARGIN + _PAD
        self.setTextMargins(side - 2, MARGIN, side - 2, MARGIN)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(self._height) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()  # there is no typing to undo: the key is the screen's
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not self._composing and not event.isAutoRepeat():
            self.submitted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        box(painter, rect, RADIUS, fill="card", line="edge")
        if self.hasFocus():
            ring(painter, rect, RADIUS)
        painter.end()
        super().paintEvent(event)
        if self.hasFocus() and not self.hasSelectedText() and not self.isReadOnly():
            self._paint_caret()

    def _paint_caret(self) -> None:
        """In the accent and steady, over Qt's own, which always has the colour of the text and blinks."""
        native = QRectF(self.cursorRect())
        height = self.fontMetrics().height()
        caret = QRectF(0, 0, _CARET, height)
        caret.moveCenter(QPointF(native.center().x(), native.center().y()))
        painter = QPainter(self)
        painter.fillRect(caret, theme.color("acc"))
        painter.end()
