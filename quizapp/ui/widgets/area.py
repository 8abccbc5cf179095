"""The area that an answer of several sentences is written into."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.field import BESIDE
from quizapp.ui.widgets.paint import MARGIN, RADIUS, Styled, begin, box, inside, ring

_ROLE = "answer"
_SIDE, _ABOVE, _CARET = 19, 12, 2
_FEWEST, _MOST = 3, 10
"""Lines that it is high: it grows with the text, and scrolls beyond."""


class TextArea(Styled, QWidget):
    """Several lines of text. Enter begins a new one, Tab leaves, Ctrl+Enter submits."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, name: str, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        """name: what it is for, read by screen readers."""
        super().__init__(parent)
        self.edit = _Edit(self)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder and f"{BESIDE}{placeholder}")
        self.edit.submitted.connect(self.submitted)
        self.edit.textChanged.connect(self.changed)
        self.edit.lined.connect(self._fit)
        self.edit.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN + _SIDE, MARGIN + _ABOVE, MARGIN + _SIDE, MARGIN + _ABOVE)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def text(self) -> str:
        """What was written, as it was written."""
        return self.edit.toPlainText()

    def restyle(self) -> None:
        self._fit()

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = max(_FEWEST, min(self.edit.lines(), _MOST))
        return QSize(theme.px(240), lines * self.edit.fontMetrics().lineSpacing() + 2 * (_ABOVE + MARGIN))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        box(painter, rect, RADIUS, fill="card", line="edge")
        if self.edit.hasFocus():
            ring(painter, rect, RADIUS)
        painter.end()


class _Edit(Styled, QPlainTextEdit):
    """The text itself, without a frame."""

    submitted = Signal()
    lined = Signal()
    """It may have more or fewer lines now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._composing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)  # the caret is painted here, in the accent
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.textChanged.connect(self.lined)
        self.cursorPositionChanged.connect(self.viewport().update)
        self._forget()
        self.restyle()

    def restyle(self) -> None:
        untouched = not self.document().availableUndoSteps()
        self.setFont(theme.font(_ROLE))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("mut"))
        self.setPalette(palette)
        if untouched:
            self._forget()
        self.lined.emit()

    def _forget(self) -> None:
        """For Qt, another font is something to undo."""
        self.document().clearUndoRedoStacks()

    def lines(self) -> int:
        """As they are broken now."""
        return round(self.document().size().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lined.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        submits = event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            event.ignore()  # there is no typing to undo: the key is the screen's
        elif not submits:
            super().keyPressEvent(event)
        elif not self._composing and not event.isAutoRepeat():
            self.submitted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.textCursor().hasSelection():
            place = self.cursorRect()
            painter = QPainter(self.viewport())
            painter.fillRect(place.x(), place.y(), _CARET, place.height(), theme.color("acc"))
            painter.end()
